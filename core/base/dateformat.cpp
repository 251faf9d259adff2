// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/dateformat.h"

#include <QCoreApplication>

namespace pilothouse {

QString dayPattern()
{
    //: A pattern of QLocale::toString(): day and short month.
    return QCoreApplication::translate("DateFormat", "d MMM");
}

QString longDayPattern()
{
    //: A pattern of QLocale::toString(): day of the week, day and month.
    return QCoreApplication::translate("DateFormat", "dddd d MMMM");
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/foreigntext.h"

namespace pilothouse {

QString mnemonicSafe(const QString &foreign)
{
    return visibleLine(foreign).replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace pilothouse

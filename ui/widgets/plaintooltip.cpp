// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/plaintooltip.h"

#include "ui/models/foreigntext.h"

namespace pilothouse {

QString plainTooltip(const QString &text)
{
    if (text.isEmpty())
        return {};
    const QString escaped =
        visibleText(text).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
    return QStringLiteral("<span>%1</span>").arg(escaped);
}

} // namespace pilothouse

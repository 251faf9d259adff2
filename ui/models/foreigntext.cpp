// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/foreigntext.h"

namespace pilothouse {
namespace {

bool turnsDirection(char16_t unit)
{
    return unit == 0x061C || unit == 0x200E || unit == 0x200F || (unit >= 0x202A && unit <= 0x202E)
           || (unit >= 0x2066 && unit <= 0x2069);
}

bool isInvisible(char16_t unit)
{
    return turnsDirection(unit) || (unit >= 0x80 && unit < 0xA0) || unit == 0x200B || unit == 0x2028
           || unit == 0x2029 || unit == 0xFEFF || unit == 0xAD || unit == 0x034F || unit == 0x180E
           || (unit >= 0x2060 && unit <= 0x2064) || (unit >= 0xFFF9 && unit <= 0xFFFB);
}

bool isLayout(char16_t unit)
{
    return unit == u'\n' || unit == u'\t';
}

QString shown(const QString &foreign, bool keepsLayout)
{
    QString result;
    result.reserve(foreign.size());
    for (const QChar character : foreign) {
        const char16_t unit = character.unicode();
        if (keepsLayout && isLayout(unit))
            result += character;
        else if (unit < 0x20)
            result += QChar(static_cast<char16_t>(0x2400 + unit)); // the control pictures block
        else if (unit == 0x7F)
            result += QChar(u'\u2421');
        else if (isInvisible(unit))
            result += QStringLiteral("\u27E8U+%1\u27E9").arg(unit, 4, 16, QLatin1Char('0')).toUpper();
        else
            result += character;
    }
    return result;
}

} // namespace

QString visibleText(const QString &foreign)
{
    return shown(foreign, true);
}

QString visibleLine(const QString &foreign)
{
    return shown(foreign, false);
}

QString mnemonicSafe(const QString &foreign)
{
    return visibleLine(foreign).replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace pilothouse

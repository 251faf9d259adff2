// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/foreigntext.h"

#include <algorithm>

namespace pilothouse {

namespace {

bool isInvisible(char32_t code)
{
    return code < 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0xAD || code == 0x34F || code == 0x61C
           || code == 0x180E || (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E)
           || (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF || (code >= 0xFFF9 && code <= 0xFFFB)
           || (code >= 0xE0000 && code <= 0xE007F);
}

bool isLayout(char32_t code)
{
    return code == U'\n' || code == U'\t';
}

/// A picture of the character where Unicode has one, else its number.
QString pictureOf(char32_t code)
{
    if (code < 0x20)
        return QChar(static_cast<char16_t>(0x2400 + code));
    if (code == 0x7F)
        return QChar(u'\u2421');
    return QStringLiteral("\u27E8U+%1\u27E9").arg(static_cast<uint>(code), 4, 16, QLatin1Char('0')).toUpper();
}

QString shown(const QString &foreign, bool keepsLayout)
{
    const auto mustChange = [keepsLayout](char32_t code) {
        return isInvisible(code) && !(keepsLayout && isLayout(code));
    };
    const auto maybe = [&](QChar unit) { return unit.isSurrogate() || mustChange(unit.unicode()); };
    if (std::none_of(foreign.begin(), foreign.end(), maybe))
        return foreign;
    QString result;
    result.reserve(foreign.size());
    for (const char32_t code : foreign.toUcs4()) {
        if (mustChange(code))
            result += pictureOf(code);
        else
            result += QString::fromUcs4(&code, 1);
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

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/logtext.h"

#include "core/base/foreigntext.h"

namespace pilothouse {

namespace {

bool mayBeInvisible(QChar character)
{
    const char16_t code = character.unicode();
    if (code < 0x20)
        return code != u'\t';
    if (code < 0x7F)
        return false;
    return code <= 0x9F || code == 0xAD || code == 0x61C || (code >= 0x200B && code <= 0x206F)
           || code == 0xDB40 || code >= 0xFEFF;
}

/// Length of a colour sequence "ESC [ digits ; : m" at `at`, or 0.
qsizetype colourLength(const QString &text, qsizetype at)
{
    if (at + 1 >= text.size() || text.at(at + 1) != u'[')
        return 0;
    for (qsizetype i = at + 2; i < text.size(); ++i) {
        const QChar character = text.at(i);
        if (character == u'm')
            return i + 1 - at;
        if (!(character >= u'0' && character <= u'9') && character != u';' && character != u':')
            return 0;
    }
    return 0;
}

QString withoutColours(const QString &text)
{
    constexpr QChar Escape(0x1B);
    QString plain;
    qsizetype begin = 0;
    for (qsizetype at = text.indexOf(Escape); at >= 0; at = text.indexOf(Escape, at)) {
        const qsizetype length = colourLength(text, at);
        if (length > 0) {
            plain += QStringView(text).mid(begin, at - begin);
            begin = at + length;
        }
        at += std::max<qsizetype>(length, 1);
    }
    return begin == 0 ? text : plain + QStringView(text).mid(begin);
}

} // namespace

QString logLineText(QByteArrayView line)
{
    if (line.endsWith('\r'))
        line.chop(1);
    const QString text = QString::fromUtf8(line);
    if (std::none_of(text.begin(), text.end(), mayBeInvisible))
        return text;
    return visibleText(withoutColours(text));
}

} // namespace pilothouse

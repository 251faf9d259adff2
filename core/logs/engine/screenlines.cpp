// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/screenlines.h"

namespace pilothouse {

ScreenLines::ScreenLines(const LogFile &file, LogEncoding encoding)
    : m_file(file)
    , m_encoding(encoding)
{
}

RawLine ScreenLines::lineOf(qint64 offset, QByteArrayView bytes) const
{
    RawLine line{offset, {}, bytes.size() > LongestShown};
    line.text = utf8Of(bytes.first(std::min(bytes.size(), LongestShown)), m_encoding);
    while (!line.isCut && (line.text.endsWith('\n') || line.text.endsWith('\r')))
        line.text.chop(1);
    return line;
}

/// The lines of `bytes`, which begin at `offset`; the last one may lack its end only where they are all.
QList<RawLine> ScreenLines::linesIn(const QByteArray &bytes, qint64 offset, int count, bool isAll) const
{
    QList<RawLine> lines;
    for (qsizetype at = 0; at < bytes.size() && lines.size() < count;) {
        const qsizetype end = afterFirstLineEnd(bytes, at, m_encoding);
        if (end < 0 && !isAll)
            break;
        const qsizetype next = end < 0 ? bytes.size() : end;
        lines.append(lineOf(offset + at, QByteArrayView(bytes).sliced(at, next - at)));
        at = next;
    }
    return lines;
}

QList<RawLine> ScreenLines::from(qint64 offset, int count) const
{
    QList<RawLine> lines;
    for (qint64 length = FirstRead; length <= ReadAtMost; length *= 4) {
        const QByteArray bytes = m_file.read(offset, length);
        lines = linesIn(bytes, offset, count, bytes.size() < length || length == ReadAtMost);
        if (lines.size() >= count || bytes.size() < length)
            break;
    }
    return lines;
}

QList<RawLine> ScreenLines::before(qint64 end, int count) const
{
    QList<RawLine> lines;
    for (qint64 length = FirstRead; length <= ReadAtMost; length *= 4) {
        const qint64 begin = std::max<qint64>(0, end - length) / 2 * 2;
        const QByteArray bytes = m_file.read(begin, end - begin);
        const qsizetype first = begin == 0 ? 0 : afterFirstLineEnd(bytes, 0, m_encoding);
        const bool isInside = first >= 0 && first < bytes.size();
        if (isInside || length == ReadAtMost) {
            const qsizetype skip = isInside ? first : 0;
            lines = linesIn(bytes.sliced(skip), begin + skip, std::numeric_limits<int>::max(), true);
        }
        if (lines.size() >= count || begin == 0)
            break;
    }
    return lines.size() > count ? lines.last(count) : lines;
}

} // namespace pilothouse

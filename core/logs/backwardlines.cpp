// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/backwardlines.h"

namespace pilothouse {

BackwardLines::BackwardLines(const LogFile &file, qint64 end, qint64 chunkSize)
    : m_file(file)
    , m_end(end)
    , m_lineEnd(end)
    , m_chunkSize(chunkSize)
    , m_chunkBegin(end)
{
}

qint64 BackwardLines::previous()
{
    if (m_end <= 0)
        return -1;
    m_lineEnd = m_end;
    qint64 searchEnd = m_end - 1; // the byte before belongs to the line, its own line feed or not
    while (searchEnd > 0) {
        if (searchEnd <= m_chunkBegin) {
            const qint64 begin = std::max<qint64>(0, searchEnd - m_chunkSize);
            m_chunk = m_file.read(begin, searchEnd - begin);
            m_chunkBegin = begin;
        }
        const qint64 length = std::min<qint64>(searchEnd - m_chunkBegin, m_chunk.size());
        const qsizetype at = QByteArrayView(m_chunk).first(length).lastIndexOf('\n');
        if (at >= 0) {
            m_end = m_chunkBegin + at + 1;
            return m_end;
        }
        searchEnd = m_chunkBegin;
    }
    m_end = 0;
    return 0;
}

QByteArray BackwardLines::head() const
{
    const qint64 length = std::min(HeadSize, m_lineEnd - m_end);
    const qint64 at = m_end - m_chunkBegin;
    QByteArray head =
        at >= 0 && at + length <= m_chunk.size() ? m_chunk.mid(at, length) : m_file.read(m_end, length);
    const qsizetype lineFeed = head.indexOf('\n');
    if (lineFeed >= 0)
        head.truncate(lineFeed);
    return head;
}

} // namespace pilothouse

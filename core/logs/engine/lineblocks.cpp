// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/lineblocks.h"

#include "core/logs/engine/linepattern.h"

namespace pilothouse {

LineBlocks::LineBlocks(const LogFile &file, LogEncoding encoding, const OperationContext &context)
    : m_file(file)
    , m_encoding(encoding)
    , m_context(context)
{
    allocate(FirstCapacity);
}

void LineBlocks::allocate(qsizetype capacity)
{
    m_buffer =
        std::make_unique_for_overwrite<char[]>(static_cast<size_t>(capacity + LineMatcher::PaddingBytes));
    m_capacity = capacity;
}

void LineBlocks::start(ByteRange range, qint64 fileEnd)
{
    m_at = range.begin;
    m_end = range.end;
    m_fileEnd = fileEnd;
    m_length = 0;
    m_beyond = BeyondRange;
    m_longLine = {};
    if (range.begin > 0)
        skipBegunLine();
}

void LineBlocks::skipBegunLine()
{
    // The line whose end is the last thing before the range begins where the range does.
    const qint64 from = m_at - lineEndSize(m_encoding);
    const qint64 end = endOfLine(from, m_end);
    m_at = end < 0 ? m_end : end;
}

/// Where the line after the first line end at or after `from` begins; -1 where none does before `limit`.
qint64 LineBlocks::endOfLine(qint64 from, qint64 limit)
{
    while (from < limit && !m_context.isCancelled()) {
        const qint64 read = m_file.readInto(m_buffer.get(), from, std::min<qint64>(m_capacity, limit - from));
        const qsizetype found = afterFirstLineEnd({m_buffer.get(), read}, 0, m_encoding);
        if (found >= 0)
            return from + found;
        if (read <= 0) {
            m_isCutShort = true;
            return -1;
        }
        from += read;
    }
    return -1;
}

qsizetype LineBlocks::read()
{
    const qint64 wanted =
        std::min({qint64(m_capacity), m_fileEnd - m_at, std::max<qint64>(0, m_end - m_at) + m_beyond});
    const qint64 got = m_file.readInto(m_buffer.get(), m_at, wanted);
    if (got < wanted) {
        m_isCutShort = true;
        m_fileEnd = m_at + got;
    }
    return got;
}

/// How many of the bytes read are whole lines that begin in the range; 0 where the first is not whole.
qsizetype LineBlocks::wholeLines(qsizetype length) const
{
    const QByteArrayView bytes(m_buffer.get(), length);
    const qint64 unit = lineEndSize(m_encoding);
    if (m_at + length > m_end) {
        const qsizetype within = std::max<qint64>(0, m_end - m_at - unit);
        const qsizetype last = afterFirstLineEnd(bytes, within, m_encoding);
        if (last >= 0)
            return last;
    }
    if (m_at + length >= m_fileEnd)
        return length;
    return std::max<qsizetype>(0, afterLastLineEnd(bytes, m_encoding));
}

bool LineBlocks::next()
{
    m_longLine = {};
    m_length = 0;
    while (m_at < std::min(m_end, m_fileEnd) && !m_context.isCancelled()) {
        const qsizetype length = read();
        m_offset = m_at;
        m_length = wholeLines(length);
        m_at += m_length;
        if (m_length > 0)
            return true;
        const bool isAllThere = length == m_capacity || m_at + length >= m_fileEnd;
        m_beyond = m_capacity; // a line that is longer than was thought
        if (!isAllThere)
            continue;
        if (m_capacity < LastCapacity && length == m_capacity) {
            allocate(m_capacity * 4);
        } else if (length > 0) {
            takeLongLine();
            return true;
        }
    }
    return false;
}

void LineBlocks::takeLongLine()
{
    const qint64 after = endOfLine(m_at, m_fileEnd);
    const qint64 end = after < 0 ? m_fileEnd : after - lineEndSize(m_encoding);
    m_longLine = {m_at, end};
    m_at = after < 0 ? m_fileEnd : after;
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/history/recordscan.h"

namespace pilothouse {

namespace {

QByteArrayView withoutLineEnd(QByteArrayView line, LogEncoding encoding)
{
    const qint64 unit = lineEndSize(encoding);
    if (line.size() >= unit && afterLastLineEnd(line.last(unit), encoding) >= 0)
        line.chop(unit);
    return line;
}

/// Where the line after those of a block begins.
qint64 endOf(const LineBlocks &blocks, LogEncoding encoding)
{
    const ByteRange longLine = blocks.longLine();
    return longLine.end > longLine.begin ? longLine.end + lineEndSize(encoding)
                                         : blocks.offset() + blocks.block().size();
}

} // namespace

RecordScan::RecordScan(const LogPart &part, const LogParser &parser, QString source)
    : m_part(part)
    , m_parser(parser)
    , m_source(std::move(source))
{
}

qint64 RecordScan::run(ByteRange range, bool isBeginning, const Take &take, const OperationContext &context)
{
    m_end = range.end;
    m_next = m_part.bytes;
    m_isBeginning = isBeginning;
    m_open.take();
    LineBlocks blocks(*m_part.file, m_part.encoding, context);
    blocks.start(range, m_part.bytes);
    qint64 after = range.begin;
    for (bool isBeyond = false;; isBeyond = true) {
        while (blocks.next()) {
            after = endOf(blocks, m_part.encoding);
            if (!addBlock(blocks, take))
                return m_next;
        }
        if (isBeyond || !m_open.isOpen() || after >= m_part.bytes)
            break;
        blocks.start({after, m_part.bytes}, m_part.bytes); // the last record may go on beyond the range
    }
    if (!context.isCancelled())
        give(take);
    return m_next;
}

bool RecordScan::addBlock(const LineBlocks &blocks, const Take &take)
{
    if (const ByteRange longLine = blocks.longLine(); longLine.end > longLine.begin) {
        const QByteArray head = m_part.file->read(longLine.begin, 2 * OpenRecord::LineLimit);
        return addLine(longLine.begin, head, longLine.end - longLine.begin, take);
    }
    const QByteArrayView block = blocks.block();
    for (qsizetype at = 0; at < block.size();) {
        const qsizetype after = afterFirstLineEnd(block, at, m_part.encoding);
        const qsizetype end = after < 0 ? block.size() : after;
        const QByteArrayView line = withoutLineEnd(block.sliced(at, end - at), m_part.encoding);
        if (!addLine(blocks.offset() + at, line, line.size(), take))
            return false;
        at = end;
    }
    return true;
}

/// `length`: of the whole line, of which `bytes` may only be the beginning.
bool RecordScan::addLine(qint64 offset, QByteArrayView bytes, qint64 length, const Take &take)
{
    const QByteArrayView head = bytes.first(std::min(bytes.size(), OpenRecord::LineLimit));
    const bool isWide = m_part.encoding != LogEncoding::Bytes;
    const QByteArray narrow = isWide ? utf8Of(head, m_part.encoding) : QByteArray();
    const QByteArrayView kept = isWide ? QByteArrayView(narrow) : head;
    const QString text = OpenRecord::textOf(kept, length > OpenRecord::LineLimit ? length : kept.size());
    std::optional<LogRecord> begun = m_parser.parse(text);
    const bool isFirst = std::exchange(m_isBeginning, false);
    if (!begun && m_open.add(text, m_parser))
        return true;
    if (!begun && !m_open.isOpen() && !isFirst)
        return true; // the rest of a record that begins before the range
    if (!begun)
        begun = OpenRecord::ofLine(text);
    if (!give(take) || offset >= m_end) {
        m_next = offset;
        return false;
    }
    begin(offset, std::move(*begun));
    return true;
}

void RecordScan::begin(qint64 offset, LogRecord record)
{
    record.number = m_part.begin() + static_cast<quint64>(offset);
    record.source = m_source;
    m_open.begin(std::move(record));
}

bool RecordScan::give(const Take &take)
{
    auto closed = m_open.take();
    return !closed || take(std::move(*closed));
}

} // namespace pilothouse

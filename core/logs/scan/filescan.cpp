// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/scan/filescan.h"

#include "core/logs/backwardlines.h"
#include "core/logs/engine/linesearch.h"
#include "core/logs/scan/timeseek.h"

namespace pilothouse {

namespace {

constexpr qint64 ScanRead = 64 << 10;
constexpr qint64 ScanLongRead = 1 << 20;
constexpr qint64 ScanBackward = 8 << 10;
constexpr qint64 ScanHead = 4096;
/// Hits that lie nearer to each other are read in one go.
constexpr qint64 NearHits = 32 << 10;
/// A record has no more lines before the one that was found.
constexpr int FarthestBegin = 20000;

} // namespace

FileScan::FileScan(const LogFile &file, const LogParser &parser, const LogAssembler &assembler,
                   RecordSieve &sieve)
    : m_file(file)
    , m_parser(parser)
    , m_assembler(assembler)
    , m_sieve(sieve)
    , m_encoding(encodingOf(file.read(0, 4)))
{
}

/// What a line looks like differs from its bytes where these colour it.
bool FileScan::hasEscapes(ByteRange range) const
{
    return m_file.read(range.begin, ScanRead).contains('\x1b');
}

Result<> FileScan::run(const OperationContext &context)
{
    m_sieve.beginElsewhere();
    const bool isWide = m_encoding != LogEncoding::Bytes;
    ByteRange range{0, m_file.size()};
    if (!isWide)
        range = rangeOf(m_file, m_parser, m_sieve.wish().filter.range());
    m_end = range.end;
    const auto needed = m_sieve.wish().filter.needed(m_sieve.reader());
    if (isWide || !needed || m_sieve.wish().context > 0 || hasEscapes(range))
        return readAll(range, context);
    return readFound(*needed, range, context);
}

void FileScan::readLong(LogAssembler &assembler, ByteRange line, const OperationContext &context) const
{
    for (qint64 at = line.begin; at < line.end && !context.isCancelled();) {
        const QByteArray piece = m_file.read(at, std::min(ScanLongRead, line.end - at));
        if (piece.isEmpty())
            break;
        assembler.feed(m_encoding == LogEncoding::Bytes ? piece : utf8Of(piece, m_encoding));
        at += piece.size();
    }
    assembler.feed("\n");
}

Result<> FileScan::readAll(ByteRange range, const OperationContext &context)
{
    LogAssembler assembler(m_assembler);
    LineBlocks blocks(m_file, m_encoding, context);
    if (range.begin > 0)
        range.begin = beginOfRecord(range.begin, context);
    blocks.start(range, m_file.size());
    while (!context.isCancelled() && blocks.next()) {
        if (blocks.longLine().end > blocks.longLine().begin)
            readLong(assembler, blocks.longLine(), context);
        else if (m_encoding == LogEncoding::Bytes)
            assembler.feed(blocks.block());
        else
            assembler.feed(utf8Of(blocks.block(), m_encoding));
        m_sieve.take(assembler.take());
    }
    if (context.isCancelled())
        return failure(ErrorKind::Cancelled, tr("Reading the log was stopped."));
    assembler.endOfFile();
    m_sieve.take(assembler.take());
    return {};
}

Result<> FileScan::readFound(const LogQuery &needed, ByteRange range, const OperationContext &context)
{
    const auto pattern = LinePattern::compile(needed);
    if (!pattern)
        return readAll(range, context); // only what both engines read can be looked for in lines
    m_readTo = 0;
    const auto found =
        LineSearch(m_file, m_encoding, **pattern)
            .run(
                range,
                [this, &context](std::span<const qint64> starts, qint64) { readAround(starts, context); },
                context);
    if (!found)
        return tl::unexpected(found.error());
    return {};
}

void FileScan::readAround(std::span<const qint64> starts, const OperationContext &context)
{
    for (size_t at = 0; at < starts.size() && !context.isCancelled();) {
        if (starts[at] < m_readTo) {
            ++at;
            continue;
        }
        size_t last = at;
        while (last + 1 < starts.size() && starts[last + 1] - starts[last] < NearHits)
            ++last;
        const qint64 begin = std::max(beginOfRecord(starts[at], context), m_readTo);
        m_readTo = readStretch(begin, starts[last], context);
        at = last + 1;
    }
}

/// Where the record begins that holds the line at or after `lineStart`.
qint64 FileScan::beginOfRecord(qint64 lineStart, const OperationContext &context) const
{
    QByteArray head = m_file.read(lineStart, ScanHead);
    head.truncate(std::max<qsizetype>(0, head.indexOf('\n') < 0 ? head.size() : head.indexOf('\n')));
    if (m_parser.begins(head))
        return lineStart;
    BackwardLines lines(m_file, lineStart, ScanBackward);
    qint64 begin = lineStart;
    for (int count = 0; count < FarthestBegin && !context.isCancelled(); ++count) {
        const qint64 at = lines.previous();
        if (at < 0)
            break;
        begin = at;
        if (m_parser.begins(lines.head()))
            break;
    }
    return begin;
}

/// Looks at the records from `begin` on to the one that holds the line at `lastHit`; where the next begins.
qint64 FileScan::readStretch(qint64 begin, qint64 lastHit, const OperationContext &context)
{
    LogAssembler assembler(m_assembler);
    qint64 lineStart = begin;
    const qint64 end = m_file.size();
    for (qint64 at = begin; at < end && !context.isCancelled();) {
        const QByteArray bytes = m_file.read(at, std::min(ScanRead, end - at));
        if (bytes.isEmpty())
            break;
        qsizetype from = 0;
        for (qsizetype to = bytes.indexOf('\n'); to >= 0; to = bytes.indexOf('\n', from)) {
            assembler.feed(QByteArrayView(bytes).sliced(from, to + 1 - from));
            QList<LogRecord> done = assembler.take();
            const bool isPast = !done.isEmpty() && lineStart > lastHit;
            m_sieve.take(std::move(done));
            if (isPast)
                return lineStart;
            from = to + 1;
            lineStart = at + from;
        }
        assembler.feed(QByteArrayView(bytes).sliced(from));
        at += bytes.size();
    }
    assembler.endOfFile();
    m_sieve.take(assembler.take());
    return end;
}

} // namespace pilothouse

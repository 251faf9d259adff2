// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/scan/filescan.h"

#include "core/logs/engine/linesearch.h"
#include "core/logs/history/parallelrecords.h"
#include "core/logs/scan/timeseek.h"

namespace pilothouse {

namespace {

/// Hits that lie nearer to each other are read in one go.
constexpr qint64 NearHits = 32 << 10;
/// Records that are handed to the sieve together.
constexpr qsizetype SieveBatch = 500;
/// So much text is handed over at once, however few records it is.
constexpr qsizetype SieveCharacters = 4 << 20;

} // namespace

FileScan::FileScan(LogPart part, const LogParser &parser, const QString &source, RecordSieve &sieve)
    : m_part(std::move(part))
    , m_parser(parser)
    , m_source(source)
    , m_reader(LogExtent({m_part}, 0), parser, source)
    , m_sieve(sieve)
{
    m_reader.setLimits(RecordLimits::whole());
}

Result<> FileScan::run(const OperationContext &context)
{
    m_sieve.beginElsewhere();
    const ByteRange range = rangeOf(m_part, m_parser, m_sieve.wish().filter.range());
    const auto needed = m_sieve.wish().filter.needed(m_sieve.reader());
    if (!needed || m_sieve.wish().context > 0)
        return readAll(range, context);
    return readFound(*needed, range, context);
}

Result<> FileScan::readAll(ByteRange range, const OperationContext &context)
{
    if (range.begin > 0)
        range.begin = beginOfRecord(range.begin, context);
    ParallelRecords<JudgedRecords> records(m_part, m_parser, m_source, m_sieve.wish().threads);
    records.setLimits(RecordLimits::whole());
    const RecordSieve &sieve = m_sieve;
    records.run(
        range, true,
        {[] { return JudgedRecords(); },
         [&sieve](JudgedRecords &stretch, LogRecord &&record) { sieve.judge(stretch, std::move(record)); },
         [this](JudgedRecords &&stretch) {
             m_sieve.take(std::move(stretch));
             return true;
         }},
        context);
    if (context.isCancelled())
        return failure(ErrorKind::Cancelled, tr("Reading the log was stopped."));
    return {};
}

Result<> FileScan::readFound(const LogQuery &needed, ByteRange range, const OperationContext &context)
{
    const auto pattern = LinePattern::compile(needed);
    if (!pattern)
        return readAll(range, context); // only what both engines read can be looked for in lines
    m_readTo = 0;
    const auto found =
        LineSearch(*m_part.file, m_part.encoding, **pattern)
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
        m_readTo = readRecords({begin, starts[last] + 1}, context);
        at = last + 1;
    }
}

/// Where the record begins that holds a byte.
qint64 FileScan::beginOfRecord(qint64 offset, const OperationContext &context) const
{
    return LogExtent::offsetOf(m_reader.recordAt(m_part.begin() + static_cast<quint64>(offset), context));
}

/// Looks at the records that begin in `range`, where the first of them does; says where the next begins.
qint64 FileScan::readRecords(ByteRange range, const OperationContext &context)
{
    QList<LogRecord> batch;
    qsizetype characters = 0;
    const auto take = [this, &batch, &characters](LogRecord &&record) {
        characters += record.characters();
        batch.append(std::move(record));
        if (batch.size() >= SieveBatch || characters >= SieveCharacters) {
            m_sieve.take(std::exchange(batch, {}));
            characters = 0;
        }
        return true;
    };
    const qint64 next =
        RecordScan(m_part, m_parser, m_source, RecordLimits::whole()).run(range, true, take, context);
    m_sieve.take(std::move(batch));
    return next;
}

} // namespace pilothouse

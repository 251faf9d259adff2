// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/history/recordhits.h"

#include "core/logs/engine/lineindexer.h"
#include "core/logs/engine/linesearch.h"
#include "core/logs/history/parallelrecords.h"

namespace pilothouse {

namespace {
/// Lines that lie nearer to each other are read in one go.
constexpr qint64 NearLines = 32 << 10;
/// So many records back is looked for the time of one that has none.
constexpr int UntimedRecords = 50;
} // namespace

Result<std::shared_ptr<const SoughtRecords>> SoughtRecords::compile(const LogFilter &filter,
                                                                    const LogSource &source)
{
    const auto parser = LogParser::compile(source.format);
    if (!parser)
        return failure(parser.error());
    const auto reader = LogFieldReader::compile(source.format);
    if (!reader)
        return failure(reader.error());
    auto sought =
        std::make_shared<SoughtRecords>(SoughtRecords{filter, *parser, *reader, source.id, nullptr});
    if (const auto needed = filter.needed(*reader))
        sought->needed = LinePattern::compile(*needed).value_or(nullptr);
    return sought;
}

RecordHits::RecordHits(LogExtent extent, const SoughtRecords &sought)
    : m_parser(sought.parser)
    , m_sought(sought)
    , m_pages(std::move(extent), sought.parser, sought.source)
{
}

LogPosition RecordHits::recordAt(LogPosition position, const OperationContext &context) const
{
    return m_pages.recordAt(position, context);
}

Result<std::vector<LogPosition>> RecordHits::find(const LogPart &part, ByteRange range,
                                                  const OperationContext &context)
{
    m_found.clear();
    if (!m_sought.needed) {
        readStretch(part, range, range.begin == 0, context);
    } else {
        const auto lines = neededLines(part, range, context);
        if (!lines)
            return failure(lines.error());
        for (size_t first = 0; first < lines->size() && !context.isCancelled();) {
            size_t last = first;
            while (last + 1 < lines->size() && lines->at(last + 1) - lines->at(last) < NearLines)
                ++last;
            const LogPosition begin =
                recordAt(part.begin() + static_cast<quint64>(lines->at(first)), context);
            readStretch(part, {LogExtent::offsetOf(begin), lines->at(last) + 1}, true, context);
            first = last + 1;
        }
    }
    if (context.isCancelled())
        return failure(ErrorKind::Cancelled, LineIndexer::tr("Reading the log was stopped."));
    return std::move(m_found);
}

Result<std::vector<qint64>> RecordHits::neededLines(const LogPart &part, ByteRange range,
                                                    const OperationContext &context) const
{
    std::vector<qint64> lines;
    const auto done = LineSearch(*part.file, part.encoding, *m_sought.needed)
                          .run(
                              range,
                              [&lines](std::span<const qint64> starts, qint64) {
                                  lines.insert(lines.end(), starts.begin(), starts.end());
                              },
                              context);
    if (!done)
        return failure(done.error());
    return lines;
}

void RecordHits::readStretch(const LogPart &part, ByteRange range, bool isBeginning,
                             const OperationContext &context)
{
    m_isTimeKnown = false;
    ParallelRecords<Judged> records(part, m_parser, m_sought.source);
    records.setLimits(RecordLimits::sought());
    records.run(range, isBeginning,
                {[] { return Judged(); },
                 [this](Judged &stretch, LogRecord &&record) { judge(stretch, std::move(record)); },
                 [this, &context](Judged &&stretch) {
                     take(stretch, context);
                     return true;
                 }},
                context);
}

/// In any thread: what can be said of a record without those before its stretch.
void RecordHits::judge(Judged &stretch, LogRecord record) const
{
    if (record.time.isValid())
        stretch.last = record.time;
    if (!stretch.last.isValid())
        stretch.untimed.append(std::move(record));
    else if (m_sought.filter.matches(record, m_sought.reader, stretch.last))
        stretch.taken.push_back(record.number);
}

void RecordHits::take(const Judged &stretch, const OperationContext &context)
{
    const auto add = [this](LogPosition record) {
        if (m_found.empty() || record > m_found.back())
            m_found.push_back(record);
    };
    for (const LogRecord &record : stretch.untimed) {
        if (isTaken(record, context))
            add(record.number);
    }
    for (const LogPosition record : stretch.taken)
        add(record);
    if (!stretch.last.isValid())
        return;
    m_time = stretch.last;
    m_isTimeKnown = true;
}

/// Of a record without a time, which is of the time of the one before it.
bool RecordHits::isTaken(const LogRecord &record, const OperationContext &context)
{
    if (!m_isTimeKnown) {
        m_time = {};
        if (!m_sought.filter.range().isOpen()) {
            const LogPage page = m_pages.before(record.number, UntimedRecords, context);
            for (const LogRecord &before : page.records)
                m_time = before.time.isValid() ? before.time : m_time;
        }
    }
    m_isTimeKnown = true;
    return m_sought.filter.matches(record, m_sought.reader, m_time);
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/history/logpagereader.h"

#include <deque>

namespace pilothouse {

namespace {

/// A page ends early where its records are huge, so that it stays small in memory.
constexpr qsizetype PageCharacters = 8 << 20;
constexpr qint64 PageStep = 64 << 10;
constexpr qint64 RecordStep = 1 << 10;
constexpr qint64 LargestStep = 1 << 20;
/// So many bytes without the beginning of a record are cut anyway.
constexpr qint64 BytesWithoutBeginning = 16 << 20;

qsizetype charactersOf(const LogRecord &record)
{
    qsizetype sum = record.firstLine.size() + record.message.size();
    for (const QString &line : record.continuation)
        sum += line.size();
    return sum;
}

/// Keeps the last records of those it is given.
class LastRecords
{
public:
    explicit LastRecords(qsizetype count)
        : m_count(count)
    {
    }

    void add(LogRecord &&record)
    {
        m_characters += charactersOf(record);
        m_records.push_back(std::move(record));
        while (size() > 1 && (size() > m_count || m_characters > PageCharacters)) {
            m_characters -= charactersOf(m_records.front());
            m_records.pop_front();
            m_hasDropped = true;
        }
    }
    qsizetype size() const { return static_cast<qsizetype>(m_records.size()); }
    bool isFull() const { return m_hasDropped || size() >= m_count; }
    QList<LogRecord> take()
    {
        return {std::make_move_iterator(m_records.begin()), std::make_move_iterator(m_records.end())};
    }

private:
    qsizetype m_count;
    qsizetype m_characters = 0;
    bool m_hasDropped = false;
    std::deque<LogRecord> m_records;
};

} // namespace

LogPageReader::LogPageReader(LogExtent extent, LogParser parser, QString source)
    : m_extent(std::move(extent))
    , m_parser(std::move(parser))
    , m_source(std::move(source))
{
}

void LogPageReader::setLevels(LevelSet levels, std::shared_ptr<const LogSurvey> survey)
{
    m_levels = levels;
    m_survey = std::move(survey);
}

void LogPageReader::setTimes(const std::optional<LogTimes> &times, LogPosition begin, LogPosition end)
{
    m_times = times;
    m_begin = begin;
    m_end = end;
}

LogPageReader LogPageReader::withoutFilter() const
{
    LogPageReader all(m_extent, m_parser, m_source);
    all.m_limits = m_limits;
    return all;
}

bool LogPageReader::isPassedOver(LogPosition block) const
{
    const std::optional<LevelSet> levels =
        m_survey && m_levels != AllLevels ? m_survey->levelsAt(block) : std::nullopt;
    return levels && !(*levels & m_levels);
}

/// The next stretch of a generation that may hold something wanted; empty: there is none.
ByteRange LogPageReader::nextRange(const LogPart &part, qint64 begin) const
{
    constexpr qint64 Block = LogSurvey::BlockBytes;
    const qint64 last =
        m_end <= part.begin()
            ? 0
            : std::min(part.bytes, static_cast<qint64>(std::min(m_end, part.end()) - part.begin()));
    if (m_levels == AllLevels || !m_survey)
        return {begin, last};
    while (begin < last && isPassedOver(part.begin() + static_cast<quint64>(begin)))
        begin = (begin / Block + 1) * Block;
    qint64 end = begin;
    while (end < last && !isPassedOver(part.begin() + static_cast<quint64>(end)))
        end = (end / Block + 1) * Block;
    return {std::min(begin, last), std::min(end, last)};
}

/// The same backwards from `end` on: only how far back everything is passed over.
ByteRange LogPageReader::previousRange(const LogPart &part, qint64 end) const
{
    constexpr qint64 Block = LogSurvey::BlockBytes;
    while (end > 0 && isPassedOver(part.begin() + static_cast<quint64>(end - 1)))
        end = (end - 1) / Block * Block;
    return {0, part.begin() + static_cast<quint64>(end) <= m_begin ? 0 : end};
}

LogPage LogPageReader::from(LogPosition position, int count, const OperationContext &context) const
{
    LogPage page{{}, m_extent.end()};
    qsizetype characters = 0;
    bool isFull = false;
    for (qsizetype i = std::max<qsizetype>(0, m_extent.partOf(position));
         i < m_extent.parts().size() && !isFull && !context.isCancelled(); ++i) {
        const LogPart &part = m_extent.parts().at(i);
        const qint64 begin = position > part.begin() ? static_cast<qint64>(position - part.begin()) : 0;
        if (begin >= part.bytes)
            continue;
        const auto take = [&](LogRecord &&record) {
            if (isWanted(record)) {
                characters += charactersOf(record);
                page.records.append(std::move(record));
            }
            isFull = page.records.size() >= count || characters >= PageCharacters;
            return !isFull;
        };
        for (ByteRange range = nextRange(part, begin); range.begin < range.end && !isFull;
             range = nextRange(part, range.end)) {
            const qint64 next =
                RecordScan(part, m_parser, m_source).run(range, range.begin == begin, take, context);
            page.next = part.begin() + static_cast<quint64>(next);
        }
        if (!isFull)
            page.next = part.end();
    }
    return page;
}

/// The last `count` records of a generation that begin before `end`. How far back that is has to be tried:
/// `step` bytes first, then more and more.
QList<LogRecord> LogPageReader::lastOf(const LogPart &part, qint64 end, qsizetype count, qint64 step,
                                       const OperationContext &context) const
{
    RecordScan scan(part, m_parser, m_source, m_limits);
    QList<LogRecord> found;
    qint64 known = end; // nothing before this is in `found`
    while (found.size() < count && known > 0 && !context.isCancelled()) {
        LastRecords last(count - found.size());
        known = previousRange(part, known).end;
        if (known == 0)
            break;
        qint64 begin = std::max<qint64>(0, known - step) / 2 * 2;
        const bool isForced = known - begin > BytesWithoutBeginning;
        qint64 first = -1;
        scan.run(
            {begin, known}, begin == 0 || isForced,
            [&](LogRecord &&record) {
                if (first < 0)
                    first = LogExtent::offsetOf(record.number);
                if (isWanted(record))
                    last.add(std::move(record));
                return true;
            },
            context);
        if (first < 0 && begin > 0) {
            step *= 4; // in the middle of one that is longer than this
            continue;
        }
        step = std::min(step * 4, LargestStep);
        const bool isFull = last.isFull();
        found = last.take() + found;
        if (isFull)
            break;
        known = begin == 0 ? 0 : first;
    }
    return found;
}

LogPage LogPageReader::before(LogPosition position, int count, const OperationContext &context) const
{
    LogPage page{{}, position};
    for (qsizetype i = m_extent.partOf(position);
         i >= 0 && page.records.size() < count && !context.isCancelled(); --i) {
        const LogPart &part = m_extent.parts().at(i);
        if (position <= part.begin())
            continue;
        const qint64 end = std::min(part.bytes, static_cast<qint64>(position - part.begin()));
        page.records = lastOf(part, end, count - page.records.size(), PageStep, context) + page.records;
    }
    return page;
}

LogPosition LogPageReader::recordAt(LogPosition position, const OperationContext &context) const
{
    const qsizetype index = m_extent.partOf(position);
    if (index < 0)
        return position;
    const LogPart &part = m_extent.parts().at(index);
    if (position < part.begin())
        return part.begin();
    const qint64 end = std::min(part.bytes, static_cast<qint64>(position - part.begin()) + 1);
    const QList<LogRecord> records = withoutFilter().lastOf(part, end, 1, RecordStep, context);
    return records.isEmpty() ? part.begin() : records.last().number;
}

LogPage LogPageReader::around(LogPosition position, int before, int after,
                              const OperationContext &context) const
{
    const LogPosition middle = recordAt(position, context);
    LogPage page = from(middle, after, context);
    page.records = this->before(middle, before, context).records + page.records;
    return page;
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/history/logsurvey.h"

#include <algorithm>

namespace pilothouse {

namespace {
/// More steps of time than these are made fewer and longer.
constexpr size_t MostSteps = 50000;

/// Of more errors or warnings than these only the blocks are known.
constexpr size_t MostPlaces = 50000;
constexpr LevelSet ErrorLevels = levelBit(LogLevel::Error) | levelBit(LogLevel::Fatal);

qint64 longerStep(qint64 step)
{
    constexpr std::array<qint64, 6> Steps{1000, 10000, 60000, 600000, 3600000, 86400000};
    const auto *longer = std::upper_bound(Steps.begin(), Steps.end(), step);
    return longer == Steps.end() ? step * 10 : *longer;
}

qint64 flooredTo(qint64 step, qint64 time)
{
    const qint64 rest = time % step;
    return time - (rest < 0 ? rest + step : rest);
}

void addCounts(LevelCounts &sum, const LevelCounts &counts)
{
    for (size_t level = 0; level < sum.size(); ++level)
        sum[level] += counts[level];
}
} // namespace

LogPosition LogSurvey::blockOf(LogPosition position)
{
    return position - position % static_cast<quint64>(BlockBytes);
}

void LogSurvey::add(const LogRecord &record)
{
    Block &block = m_blocks[blockOf(record.number)];
    block.levels |= levelBit(record.level);
    ++m_totals[static_cast<size_t>(record.level)];
    if (levelBit(record.level) & ErrorLevels)
        m_errors.add(record.number);
    else if (record.level == LogLevel::Warning)
        m_warnings.add(record.number);
    if (!record.time.isValid())
        return;
    const qint64 time = record.time.toMSecsSinceEpoch();
    if (block.time < 0)
        block.time = time;
    ++m_times[flooredTo(m_step, time)][static_cast<size_t>(record.level)];
    if (m_times.size() > MostSteps)
        coarsen();
}

void LogSurvey::coarsen()
{
    m_step = longerStep(m_step);
    std::map<qint64, LevelCounts> coarser;
    for (const auto &[time, counts] : m_times)
        addCounts(coarser[flooredTo(m_step, time)], counts);
    m_times = std::move(coarser);
}

void LogSurvey::merge(const LogSurvey &other)
{
    for (const auto &[begin, block] : other.m_blocks) {
        Block &mine = m_blocks[begin];
        mine.levels |= block.levels;
        mine.isKnown = mine.isKnown || block.isKnown;
        if (mine.time < 0)
            mine.time = block.time;
        else if (block.time >= 0)
            mine.time = std::min(mine.time, block.time);
    }
    addCounts(m_totals, other.m_totals);
    m_errors.merge(other.m_errors);
    m_warnings.merge(other.m_warnings);
    while (m_step < other.m_step)
        coarsen();
    for (const auto &[time, counts] : other.m_times)
        addCounts(m_times[flooredTo(m_step, time)], counts);
    while (m_times.size() > MostSteps)
        coarsen();
}

void LogSurvey::setKnown(const LogPart &part, qint64 begin, qint64 end)
{
    // The last block may still grow, and is read again whenever it matters.
    for (qint64 block = (begin + BlockBytes - 1) / BlockBytes; block < end / BlockBytes; ++block)
        m_blocks[part.begin() + static_cast<quint64>(block * BlockBytes)].isKnown = true;
}

std::optional<LevelSet> LogSurvey::levelsAt(LogPosition position) const
{
    const auto block = m_blocks.find(blockOf(position));
    if (block == m_blocks.end() || !block->second.isKnown)
        return {};
    return block->second.levels;
}

bool LogSurvey::hasIn(LogPosition begin, LogPosition end, LevelSet levels, const Places &places) const
{
    if (!places.areTooMany) {
        const auto found = std::lower_bound(places.positions.begin(), places.positions.end(), begin);
        return found != places.positions.end() && *found < end;
    }
    for (auto block = m_blocks.lower_bound(blockOf(begin)); block != m_blocks.end() && block->first < end;
         ++block) {
        if (block->second.levels & levels)
            return true;
    }
    return false;
}

bool LogSurvey::hasErrorIn(LogPosition begin, LogPosition end) const
{
    return hasIn(begin, end, ErrorLevels, m_errors);
}

bool LogSurvey::hasWarningIn(LogPosition begin, LogPosition end) const
{
    return hasIn(begin, end, levelBit(LogLevel::Warning), m_warnings);
}

void LogSurvey::Places::add(LogPosition position)
{
    areTooMany = areTooMany || positions.size() >= MostPlaces;
    if (!areTooMany)
        positions.push_back(position);
}

void LogSurvey::Places::merge(const Places &other)
{
    areTooMany = areTooMany || other.areTooMany || positions.size() + other.positions.size() > MostPlaces;
    if (areTooMany) {
        positions.clear();
        return;
    }
    const auto middle = static_cast<std::ptrdiff_t>(positions.size());
    positions.insert(positions.end(), other.positions.begin(), other.positions.end());
    std::inplace_merge(positions.begin(), positions.begin() + middle, positions.end());
}

LevelCounts LogSurvey::countsIn(qint64 from, qint64 to) const
{
    LevelCounts sum{};
    for (auto at = m_times.lower_bound(from); at != m_times.end() && at->first < to; ++at)
        addCounts(sum, at->second);
    return sum;
}

std::optional<LogPosition> LogSurvey::positionOf(qint64 time) const
{
    std::optional<LogPosition> before; // the last block that begins before that time
    for (const auto &[begin, block] : m_blocks) {
        if (block.time < 0)
            continue;
        if (block.time >= time)
            return before ? before : begin;
        before = begin;
    }
    return before;
}

std::optional<LogPosition> LogSurvey::positionAfter(qint64 time) const
{
    const auto found = std::find_if(m_blocks.begin(), m_blocks.end(), [time](const auto &item) {
        return item.second.time >= 0 && item.second.time >= time;
    });
    return found == m_blocks.end() ? std::nullopt : std::optional(found->first);
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/logrecord.h"
#include "core/logs/history/logextent.h"

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace pilothouse {

/// How many records of each level there are.
using LevelCounts = std::array<qint64, 7>;

/// A set of levels, one bit for each.
using LevelSet = quint8;
constexpr LevelSet AllLevels = 0x7f;
constexpr LevelSet levelBit(LogLevel level)
{
    return static_cast<LevelSet>(1U << static_cast<unsigned>(level));
}

/// Which levels a log has where and when: for each 64 KiB of it the levels that begin there and the first
/// time, and the counts of each level over time. Some hundred KiB for a GiB. A value.
class LogSurvey
{
public:
    static constexpr qint64 BlockBytes = 64 << 10;

    void add(const LogRecord &record);
    /// What another part of the log holds.
    void merge(const LogSurvey &other);
    /// A stretch is known as a whole.
    void setKnown(const LogPart &part, qint64 begin, qint64 end);

    qint64 countOf(LogLevel level) const { return m_totals.at(static_cast<size_t>(level)); }
    /// Levels that begin in the block of a byte; nothing where that is not known.
    std::optional<LevelSet> levelsAt(LogPosition position) const;
    /// To the record where errors or warnings are few, else to one block.
    bool hasErrorIn(LogPosition begin, LogPosition end) const;
    bool hasWarningIn(LogPosition begin, LogPosition end) const;

    bool hasTimes() const { return !m_times.empty(); }
    qint64 firstTime() const { return m_times.begin()->first; } ///< ms since 1970, whole steps
    qint64 endTime() const { return m_times.rbegin()->first + m_step; }
    /// Counts of records in [from, to), which are best whole steps.
    LevelCounts countsIn(qint64 from, qint64 to) const;
    /// Where the records of a time begin, to one block; nothing where no block has that time or a later one.
    std::optional<LogPosition> positionOf(qint64 time) const;
    /// Where the first block begins of which all records have that time or a later one; nothing as above.
    std::optional<LogPosition> positionAfter(qint64 time) const;

private:
    struct Block
    {
        LevelSet levels = 0;
        bool isKnown = false;
        qint64 time = -1; ///< ms since 1970 of the first record that has one
    };

    /// Where records of some levels begin, unless there are very many.
    struct Places
    {
        std::vector<LogPosition> positions; ///< rising
        bool areTooMany = false;

        void add(LogPosition position);
        void merge(const Places &other);
    };

    bool hasIn(LogPosition begin, LogPosition end, LevelSet levels, const Places &places) const;
    static LogPosition blockOf(LogPosition position);
    void coarsen();

    std::map<LogPosition, Block> m_blocks; ///< by where they begin
    std::map<qint64, LevelCounts> m_times;
    qint64 m_step = 1000;
    LevelCounts m_totals{};
    Places m_errors;
    Places m_warnings;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::LogSurvey)

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/logs/history/logsurvey.h"
#include "core/logs/history/recordscan.h"

namespace pilothouse {

/// Consecutive records of a log, oldest first.
struct LogPage
{
    QList<LogRecord> records;
    LogPosition next = 0; ///< where the record after the last one begins; the end of the log where none does
};

/// A span of time, in ms since 1970: from `from` on, before `to`.
struct LogTimes
{
    qint64 from = 0;
    qint64 to = 0;

    bool contains(const QDateTime &time) const
    {
        return !time.isValid() || (time.toMSecsSinceEpoch() >= from && time.toMSecsSinceEpoch() < to);
    }
    bool operator==(const LogTimes &) const = default;
};

/// Which page is wanted.
struct LogPageRequest
{
    enum class Kind {
        From,   ///< from the record at `position` on
        Before, ///< those that begin before it
        Around  ///< `before` of them before the record that holds it
    };
    Kind kind = Kind::From;
    LogPosition position = 0;
    int count = 0;
    int before = 0;
    /// Only records that hold one of these lines, which rise; nothing: all.
    std::optional<QList<LogPosition>> lines = {};
    int context = 0; ///< and so many records around each
};

/// Reads pages of records from anywhere in a log, through all its generations, without an index: in a time
/// that depends on the page and not on the log. Cancelled gives what it has. A value; safe from any thread,
/// one copy a thread.
class LogPageReader
{
public:
    LogPageReader(LogExtent extent, LogParser parser, QString source);

    const LogExtent &extent() const { return m_extent; }
    [[nodiscard]] Result<LogPage> read(const LogPageRequest &request, const OperationContext &context) const;
    /// Only records of these levels belong into a page. Where `survey` says that there are none, the log is
    /// not even read; null: it is.
    void setLevels(LevelSet levels, std::shared_ptr<const LogSurvey> survey = {});
    /// Only records of this time, and those without one, which all begin in [begin, end); nothing: of any.
    void setTimes(const std::optional<LogTimes> &times, LogPosition begin, LogPosition end);

    /// How much of each record is read; what is shown of it if this is not called.
    void setLimits(const RecordLimits &limits) { m_limits = limits; }

    /// Up to `count` from the record on that begins at `position`.
    LogPage from(LogPosition position, int count, const OperationContext &context) const;
    /// The last `count` that begin before `position`, or fewer where they are huge; `next` is `position`.
    LogPage before(LogPosition position, int count, const OperationContext &context) const;
    /// `before` records before the one that holds `position`, and that and `after` more from there on.
    LogPage around(LogPosition position, int before, int after, const OperationContext &context) const;
    /// The records that hold one of the lines, each once, with so many records around each.
    LogPage holding(const QList<LogPosition> &lines, int around, const OperationContext &context) const;
    /// Where the record begins that holds a position.
    LogPosition recordAt(LogPosition position, const OperationContext &context) const;

private:
    LogPage readRequested(const LogPageRequest &request, const OperationContext &context) const;
    QList<LogRecord> lastOf(const LogPart &part, qint64 end, qsizetype count, qint64 step,
                            const OperationContext &context) const;
    bool isWanted(const LogRecord &record) const
    {
        return (m_levels & levelBit(record.level)) && (!m_times || m_times->contains(record.time));
    }
    LogPageReader withoutFilter() const;
    bool isPassedOver(LogPosition block) const;
    ByteRange nextRange(const LogPart &part, qint64 begin) const;
    ByteRange previousRange(const LogPart &part, qint64 end) const;

    LogExtent m_extent;
    LogParser m_parser;
    QString m_source;
    RecordLimits m_limits;
    LevelSet m_levels = AllLevels;
    std::shared_ptr<const LogSurvey> m_survey;
    std::optional<LogTimes> m_times;
    LogPosition m_begin = 0;
    LogPosition m_end = ~LogPosition{0};
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/engine/linepattern.h"
#include "core/logs/filter/logfilter.h"
#include "core/logs/history/logpagereader.h"
#include "core/logs/logsource.h"

#include <vector>

namespace pilothouse {

/// Which records of one log are wanted. Made once; its parser is copied by each thread that uses it.
struct SoughtRecords
{
    LogFilter filter;
    LogParser parser;
    LogFieldReader reader;
    QString source;
    std::shared_ptr<const LinePattern> needed; ///< a line of each of them holds it; null: any may be one

    /// BadInput where the format of the log cannot be read.
    [[nodiscard]] static Result<std::shared_ptr<const SoughtRecords>> compile(const LogFilter &filter,
                                                                              const LogSource &source);
};

/// Finds the records of a log that a filter takes. Where the filter says which text they must hold, the
/// engine looks for it on all cores and only the records around it are read. One thread.
class RecordHits
{
public:
    RecordHits(LogExtent extent, const SoughtRecords &sought);

    /// Where those records of a generation begin that have a line in `range`, rising. One that begins before
    /// the range may be among them; where the whole range had to be read, only such that begin in it are.
    [[nodiscard]] Result<std::vector<LogPosition>> find(const LogPart &part, ByteRange range,
                                                        const OperationContext &context);
    /// Where the record begins that holds a position.
    LogPosition recordAt(LogPosition position, const OperationContext &context) const;

private:
    /// Records of a stretch, looked at as far as one can without what stands before them.
    struct Judged
    {
        QList<LogRecord> untimed; ///< at the front: of the time of what stands before them
        std::vector<LogPosition> taken;
        QDateTime last; ///< of the last record that has a time
    };

    [[nodiscard]] Result<std::vector<qint64>> neededLines(const LogPart &part, ByteRange range,
                                                          const OperationContext &context) const;
    void readStretch(const LogPart &part, ByteRange range, bool isBeginning, const OperationContext &context);
    void judge(Judged &stretch, LogRecord record) const;
    void take(const Judged &stretch, const OperationContext &context);
    bool isTaken(const LogRecord &record, const OperationContext &context);

    LogParser m_parser;
    const SoughtRecords &m_sought;
    LogPageReader m_pages;
    QDateTime m_time; ///< of the last record that had one
    bool m_isTimeKnown = false;
    std::vector<LogPosition> m_found;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/filter/logfilter.h"

#include <functional>
#include <optional>

namespace pilothouse {

/// A record that a filter takes, or one beside it.
struct ScannedRecord
{
    LogRecord record;
    QDateTime
        at; ///< when it was written, of a record without a time that of the one before it; may be invalid
    bool isHit = true;                    ///< false: it only stands beside one
    std::optional<LogFields> fields = {}; ///< where they were wished for
};

/// What is wanted of a log.
struct ScanWish
{
    LogFilter filter;
    int context = 0;                     ///< so many records before and after each hit come with it
    std::function<bool()> isWanted = {}; ///< false: no more is; asked after each handing over. Empty: all is
    bool wantsFields = false;            ///< hits come with theirs
    int threads = 0;                     ///< that read one file; 0: one for each core
};

/// Records of a stretch of a log, looked at by a filter as far as one can without what stands before them.
struct JudgedRecords
{
    QList<ScannedRecord> records; ///< without those that are not wanted
    qsizetype untimed = 0;        ///< so many at the front have the time of what stands before them
    QDateTime last;               ///< of the last record that has a time
    qint64 cut = 0;               ///< so many are not whole, wanted or not
};

using OnScanned = std::function<void(QList<ScannedRecord> records)>;

/// Lets through what a filter takes, in order, with what stands beside it. One thread.
class RecordSieve
{
public:
    RecordSieve(ScanWish wish, LogFieldReader reader, OnScanned onRecords);

    void take(QList<LogRecord> records);
    void take(JudgedRecords stretch);
    /// Adds a record to those of its stretch; in any thread.
    void judge(JudgedRecords &stretch, LogRecord record) const;
    /// The next records do not follow on these.
    void beginElsewhere();

    const ScanWish &wish() const { return m_wish; }
    const LogFieldReader &reader() const { return m_reader; }
    qint64 hits() const { return m_hits; }
    /// Records with a line so long that only its beginning was looked at.
    qint64 cut() const { return m_cut; }

private:
    void look(ScannedRecord &one) const;
    void sieve(ScannedRecord one, QList<ScannedRecord> &kept);
    void handOver(QList<ScannedRecord> &kept);

    ScanWish m_wish;
    LogFieldReader m_reader;
    OnScanned m_onRecords;
    QList<ScannedRecord> m_before;
    int m_owed = 0; ///< so many records come after the last hit
    QDateTime m_last;
    qint64 m_hits = 0;
    qint64 m_cut = 0;
};

} // namespace pilothouse

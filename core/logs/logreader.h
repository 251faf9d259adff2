// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/domain/logrecord.h"
#include "core/logs/openrecord.h"

#include <chrono>
#include <functional>

namespace pilothouse {

/// Where records go, in the reader's thread. A record under a number that was handed over before replaces
/// that one.
struct LogSink
{
    std::function<void(QList<LogRecord> records)> onRecords;
    /// An older page, to stand above all before; `isAll`: there is nothing older.
    std::function<void(QList<LogRecord> records, bool isAll)> onOlder;
};

struct LogReadOptions
{
    int initialRecords = 2000;
    int olderRecords = 5000;
    bool follows = true;                  ///< false: ends with what is there now
    QDateTime since = {};                 ///< logs that an engine keeps begin there; invalid: no matter
    LogLevel atLeast = LogLevel::Unknown; ///< logs that know levels may leave out what is below
    RecordLimits limits = {};             ///< of logs that an engine keeps
};

/// Reads one log and follows it.
class LogReader
{
public:
    virtual ~LogReader() = default;
    /// Blocks until the log ends or the work is cancelled, which is no failure here.
    [[nodiscard]] virtual Result<> run(const LogSink &sink, const OperationContext &context) = 0;
    /// Gives an older page after run() has ended, in the calling thread.
    virtual void readOlder(const LogSink &sink, const OperationContext &context) = 0;
    /// Asks run() for an older page; from any thread.
    virtual void requestOlder() = 0;
    /// Makes run() look at its context at once; from any thread.
    virtual void wake() = 0;
};

/// Collects records and hands them over at most once per frame, the first at once. One thread.
class LogBatch
{
public:
    explicit LogBatch(const LogSink &sink)
        : m_sink(sink)
    {
    }

    void add(QList<LogRecord> records);
    /// Hands over what there is, if a frame has passed since the last time.
    void handOverIfDue();
    void handOver();
    bool isEmpty() const { return m_records.isEmpty(); }
    /// How long until a frame has passed; zero where it has.
    std::chrono::milliseconds untilDue() const;

private:
    const LogSink &m_sink;
    QList<LogRecord> m_records;
    std::chrono::steady_clock::time_point m_last;
};

} // namespace pilothouse

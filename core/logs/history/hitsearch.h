// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/logs/engine/linesearch.h"
#include "core/logs/history/logextent.h"
#include "core/logs/history/recordhits.h"
#include "core/logs/workerthread.h"

#include <QObject>

#include <vector>

namespace pilothouse {

/// What a search found next.
struct LogHitBatch
{
    std::vector<LogPosition> lines; ///< where lines begin that hold the pattern, rising; of a filter records
    bool isNewer = false;           ///< they come after all others, else before all others
    LogPosition from = 0;           ///< of newer ones: what was found from here on is void; 0: nothing is
    qint64 searched = 0;            ///< bytes so far
};

/// What a search finds: lines that hold a pattern, or records that a filter takes.
class LogSought
{
public:
    LogSought() = default; ///< nothing
    LogSought(std::shared_ptr<const LinePattern> lines)
        : m_lines(std::move(lines))
    {
    }
    LogSought(std::shared_ptr<const SoughtRecords> records)
        : m_records(std::move(records))
    {
    }

    explicit operator bool() const { return m_lines || m_records; }
    const LinePattern *lines() const { return m_lines.get(); }
    const SoughtRecords *records() const { return m_records.get(); }

private:
    std::shared_ptr<const LinePattern> m_lines;
    std::shared_ptr<const SoughtRecords> m_records;
};

/// Searches a whole log in a thread of its own, from the end backwards, so that what is near
/// comes first. A newer search ends the older one at once and nothing of that arrives any more. Signals come
/// in the thread it lives in.
class HitSearch final : public QObject
{
    Q_OBJECT
public:
    explicit HitSearch(QObject *parent = nullptr);
    /// Ends what runs and waits for it, some milliseconds.
    ~HitSearch() override;

    bool isRunning() const { return m_running > 0; }
    /// Searches all of it, from the end on backwards.
    void start(const LogExtent &extent, const LogSought &sought);
    /// Searches on, from a position to the end of what has grown; what runs goes on first.
    void searchOn(const LogExtent &extent, LogPosition from);
    void cancel();

signals:
    void found(const pilothouse::LogHitBatch &batch);
    /// Once for each search that was not cancelled.
    void finished(const pilothouse::Result<> &result);

private:
    struct Job;
    void post(const std::shared_ptr<Job> &job);
    void deliver(const std::shared_ptr<Job> &job, LogHitBatch batch);
    [[nodiscard]] Result<> run(const std::shared_ptr<Job> &job);
    [[nodiscard]] Result<> runOn(const std::shared_ptr<Job> &job);
    [[nodiscard]] Result<> searchRange(const std::shared_ptr<Job> &job, const LogPart &part, ByteRange range);
    [[nodiscard]] static Result<std::vector<LogPosition>> findIn(const Job &job, const LogPart &part,
                                                                 ByteRange range);

    LogSought m_sought;
    OperationContext m_context;
    int m_generation = 0;
    int m_running = 0;
    WorkerThread m_thread;
    QObject *m_worker; ///< lives in the thread and goes with it
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::LogHitBatch)

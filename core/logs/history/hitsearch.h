// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/logs/engine/linesearch.h"
#include "core/logs/history/logextent.h"
#include "core/logs/workerthread.h"

#include <QObject>

#include <vector>

namespace pilothouse {

/// What a search found next.
struct LogHitBatch
{
    std::vector<LogPosition> lines; ///< where lines begin that hold the pattern, rising
    bool isNewer = false;           ///< they come after all others, else before all others
    qint64 searched = 0;            ///< bytes so far
};

/// Searches a whole log for a pattern in a thread of its own, from the end backwards, so that what is near
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
    void start(const LogExtent &extent, std::shared_ptr<const LinePattern> pattern);
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
    [[nodiscard]] Result<> searchRange(const std::shared_ptr<Job> &job, const LogPart &part, ByteRange range);

    std::shared_ptr<const LinePattern> m_pattern;
    OperationContext m_context;
    int m_generation = 0;
    int m_running = 0;
    WorkerThread m_thread;
    QObject *m_worker; ///< lives in the thread and goes with it
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::LogHitBatch)

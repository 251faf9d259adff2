// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/monitoring/monitor.h"

#include <QElapsedTimer>
#include <QThreadPool>
#include <QTimer>

#include <map>

namespace pilothouse {

/// The monitor's end in its own thread: when each instance is due, and the pool that looks.
class MonitorWorker final : public QObject
{
    Q_OBJECT
public:
    MonitorWorker(SnapshotSource source, OperationContext context);
    /// Waits for what the pool runs; cancel the context first.
    ~MonitorWorker() override;

    void setSessions(const QList<std::shared_ptr<InstanceSession>> &sessions);
    void setInterval(std::chrono::milliseconds interval);
    void refresh(const QUuid &instance);

    /// How long after `failures` looks without contact the next one follows: doubled each time, at most five
    /// minutes, never below the interval.
    static qint64 delayAfter(int failures, qint64 interval);

signals:
    void snapshotTaken(const pilothouse::InstanceSnapshot &snapshot);

private:
    struct Target
    {
        std::shared_ptr<InstanceSession> session;
        InstanceSnapshot last;
        qint64 dueAt = 0; ///< on m_clock
        int failures = 0;
        bool isRunning = false;
        bool isFullWanted = true;
    };

    void lookAtDueOnes();
    void look(Target &target);
    void take(const QUuid &instance, const InstanceSnapshot &snapshot);

    SnapshotSource m_source;
    OperationContext m_context;
    qint64 m_interval = 10000;
    std::map<QUuid, Target> m_targets;
    QElapsedTimer m_clock;
    QTimer m_timer;
    QThreadPool m_pool;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/domain/instancesnapshot.h"

#include <QObject>
#include <QThread>

#include <chrono>
#include <functional>
#include <memory>

namespace pilothouse {

class InstanceSession;
class MonitorWorker;

/// What the monitor runs for each look; called in a thread of its pool, for one instance never twice at a
/// time.
using SnapshotSource = std::function<InstanceSnapshot(
    const InstanceSession &, const InstanceSnapshot &previous, bool isFull, const OperationContext &)>;

/// Looks at every instance again and again: one thread that keeps the times, a pool of four that looks. An
/// instance that cannot be reached is asked less and less often, up to every five minutes. Lives in its
/// caller's thread and never blocks it, except in stop(), which cancels what runs and waits for it.
class Monitor final : public QObject
{
    Q_OBJECT
public:
    explicit Monitor(SnapshotSource source, QObject *parent = nullptr);
    /// Stops.
    ~Monitor() override;

    /// The instances to watch from now on; those that stay keep their last snapshot.
    void setSessions(const QList<std::shared_ptr<InstanceSession>> &sessions);
    void setInterval(std::chrono::milliseconds interval);
    void start();
    void stop();
    /// Looks at one instance now and fully, whatever its next time was.
    void refresh(const QUuid &instance);

signals:
    void snapshotTaken(const pilothouse::InstanceSnapshot &snapshot);

private:
    SnapshotSource m_source;
    QList<std::shared_ptr<InstanceSession>> m_sessions;
    std::chrono::milliseconds m_interval{10000};
    QThread m_thread;
    OperationContext m_context;
    MonitorWorker *m_worker = nullptr; ///< lives in m_thread, which deletes it
    int m_run = 0;                     ///< counts start()
};

} // namespace pilothouse

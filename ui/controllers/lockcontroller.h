// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/instancelock.h"
#include "ui/controllers/latestread.h"
#include "ui/controllers/operationscontroller.h"

#include <QElapsedTimer>
#include <QTimer>

namespace pilothouse {

/// How the lock is read and turned; called on workers.
struct LockServices
{
    OperationRunner &runner;
    std::function<Result<LockState>(const Instance &)> read;
    std::function<Result<LockState>(const Instance &, std::chrono::minutes)> unlock;
    std::function<Result<>(const Instance &)> lock;
};

/// The lock of the instance on screen. Other programs may turn it too, so it is read again every few seconds;
/// in between the time left is counted here. UI thread.
class LockController final : public QObject
{
    Q_OBJECT
public:
    explicit LockController(LockServices services, QObject *parent = nullptr);

    /// Null: no instance is on screen.
    void setSession(const SessionPointer &session);
    /// As of now. Production counts as locked until it was read.
    LockState state() const;
    /// What is known of another instance; production that is not on screen counts as locked.
    LockState stateOf(const Instance &instance) const;

    void unlock(std::chrono::minutes duration);
    void lockNow();
    /// Unlocks for the usual time, then calls `done` unless `receiver` has gone.
    void unlockThen(const Instance &instance, QObject *receiver, std::function<void(Result<>)> done);

signals:
    /// Also every second while the time left runs.
    void changed();
    void failed(const pilothouse::Error &error);

private:
    void read();
    void take(const Result<LockState> &state);

    LockServices m_services;
    LatestRead m_read;
    SessionPointer m_session;
    LockState m_state;
    QElapsedTimer m_since; ///< of m_state
    QTimer m_tick;
    int m_ticks = 0;
};

} // namespace pilothouse

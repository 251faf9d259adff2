// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/logs/engine/loggenerations.h"
#include "core/logs/filewatch.h"
#include "core/logs/history/logextent.h"
#include "core/logs/workerthread.h"

#include <QObject>
#include <QSemaphore>

#include <atomic>
#include <vector>

namespace pilothouse {

/// Watches a log file with its generations in a thread of its own and says how far it reaches: the file being
/// written at once, then what is older, then whenever something was written. Signals come in the thread it
/// lives in, at most once per frame.
class ExtentWatch final : public QObject
{
    Q_OBJECT
public:
    /// `cacheFolder` keeps line indexes for the next time; empty: none.
    ExtentWatch(LogSource source, const QString &cacheFolder, QObject *parent = nullptr);
    /// Ends the watching and waits for it, some milliseconds; says nothing more.
    ~ExtentWatch() override;

    /// Once.
    void start();
    /// Asks to end; answered by stopped().
    void stop();
    /// Asks where a line begins, counted from 1 over all generations, or which line holds a position;
    /// answered by lineFound() when the lines are counted.
    void findLine(qint64 line);
    void findLineOf(LogPosition position);

signals:
    void lineFound(qint64 line, pilothouse::LogPosition position);
    void extentChanged(const pilothouse::LogExtent &extent);
    /// Exactly once after start(), unless this object goes first. A stop() that was asked for is no failure.
    void stopped(const pilothouse::Result<> &result);

private:
    [[nodiscard]] Result<> run();
    [[nodiscard]] Result<> tellFirst();
    [[nodiscard]] Result<> follow();
    void nameParts();
    void answer();
    void tellLine(qint64 line, LogPosition position);
    LogExtent extent() const;
    void tell(const LogExtent &extent);

    LogSource m_source;
    LogGenerations m_generations;
    FileWatch m_files;
    std::vector<quint64> m_slots; ///< one for each generation
    FileIdentity m_first;         ///< of the file that was being written when it began
    int m_epoch = 0;
    std::atomic<qint64> m_wantedLine = 0;
    std::atomic<LogPosition> m_wantedPosition = 0;
    OperationContext m_context;
    QSemaphore m_room;
    WorkerThread m_thread;
};

} // namespace pilothouse

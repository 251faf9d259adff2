// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/logs/engine/loggenerations.h"
#include "core/logs/filewatch.h"
#include "core/logs/history/logextent.h"
#include "core/logs/history/logspool.h"
#include "core/logs/workerthread.h"

#include <QObject>
#include <QSemaphore>

#include <atomic>
#include <deque>

namespace pilothouse {

/// Watches a log with its generations in a thread of its own and says how far it reaches: what is being
/// written at once, then what is older, then whenever something was written. One that comes as a stream is
/// read from the file its engine keeps, or else kept in files without names while it is watched. Signals come
/// in the thread it lives in, at most once per frame.
class ExtentWatch final : public QObject
{
    Q_OBJECT
public:
    /// `cacheFolder` keeps line indexes for the next time; empty: none. `stream`: of a log that is one.
    ExtentWatch(LogSource source, const QString &cacheFolder, std::shared_ptr<LogStream> stream = {},
                QObject *parent = nullptr);
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
    /// So much was read by now of what lies before the beginning of the extent; 0: nothing is under way.
    void earlierRead(qint64 bytes);
    /// Exactly once after start(), unless this object goes first. A stop() that was asked for is no failure.
    void stopped(const pilothouse::Result<> &result);

private:
    [[nodiscard]] Result<> run();
    [[nodiscard]] Result<> runFiles();
    [[nodiscard]] Result<> runStream();
    void takeEarlier();
    void tellEarlier(qint64 bytes);
    [[nodiscard]] Result<> tellFirst();
    [[nodiscard]] Result<> follow();
    void nameParts();
    void answer();
    void tellLine(qint64 line, LogPosition position);
    LogExtent extent() const;
    void tell(const LogExtent &extent);

    LogSource m_source;
    QString m_cacheFolder;
    std::shared_ptr<LogStream> m_stream;
    std::unique_ptr<LogSpool> m_spool; ///< in the thread
    qint64 m_earlierTold = 0;
    LogGenerations m_generations;
    FileWatch m_files;
    std::deque<quint64> m_slots; ///< one for each generation
    FileIdentity m_first;        ///< of the file that was being written when it began
    int m_epoch = 0;
    std::atomic<qint64> m_wantedLine = 0;
    std::atomic<LogPosition> m_wantedPosition = 0;
    OperationContext m_context;
    QSemaphore m_room;
    WorkerThread m_thread;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/logreader.h"
#include "core/logs/logsource.h"
#include "core/logs/logstream.h"
#include "core/logs/workerthread.h"

#include <QObject>
#include <QSemaphore>

#include <memory>

namespace pilothouse {

/// One log, followed in a thread of its own. Its signals come in the thread it lives in, at most once per
/// frame; a slow receiver slows the reading down instead of filling the memory.
class LogTail final : public QObject
{
    Q_OBJECT
public:
    /// `stream` is needed for sources that are streams only.
    explicit LogTail(LogSource source, std::shared_ptr<LogStream> stream = {}, LogReadOptions options = {},
                     QObject *parent = nullptr);
    /// Ends the reading and waits for it; says nothing more.
    ~LogTail() override;

    const LogSource &source() const { return m_source; }
    /// Once; what there is comes first, newest page first of all.
    void start();
    /// Asks to end; answered by stopped().
    void stop();
    /// Asks for an older page; answered by olderArrived().
    void requestOlder();

signals:
    /// A record under a number that came before replaces that one: it has grown.
    void linesArrived(const QList<pilothouse::LogRecord> &records);
    /// To stand above all others; `isAll`: there is nothing older.
    void olderArrived(const QList<pilothouse::LogRecord> &records, bool isAll);
    /// Exactly once after start(), unless this object goes first. A stop() that was asked for is no failure.
    void stopped(const pilothouse::Result<> &result);

private:
    template <typename Deliver>
    void handOver(Deliver deliver);

    LogSource m_source;
    std::shared_ptr<LogStream> m_stream;
    LogReadOptions m_options;
    OperationContext m_context;
    QSemaphore m_room;
    std::unique_ptr<LogReader> m_reader;
    WorkerThread m_thread;
};

} // namespace pilothouse

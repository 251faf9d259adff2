// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/channel.h"
#include "core/logs/history/spoolline.h"
#include "core/logs/unnamedlog.h"
#include "core/logs/workerthread.h"

#include <QMutex>

#include <atomic>
#include <functional>

namespace pilothouse {

/// A stretch of a stream on its way into a file: from where its query begins to its end, or to a line that is
/// elsewhere. Written in threads of its own.
class SpoolPart
{
public:
    /// `onChange` is called in other threads: something was written, or it has ended. `end`: that line and
    /// what comes after it belong elsewhere.
    SpoolPart(std::shared_ptr<LogStream> stream, const LogParser &parser, LogStreamQuery query,
              std::optional<SpoolLine> end, std::function<void()> onChange);
    /// Ends it and waits.
    ~SpoolPart();
    SpoolPart(const SpoolPart &) = delete;
    SpoolPart &operator=(const SpoolPart &) = delete;

    [[nodiscard]] Result<> start();
    std::shared_ptr<const LogFile> file() const { return m_log->file(); }
    qint64 bytes() const { return m_bytes; }
    /// Nothing before it came.
    std::optional<SpoolLine> first() const;
    bool isDone() const { return m_isDone; }
    /// After isDone().
    const Result<> &result() const { return m_result; }

private:
    void write();
    bool takeLines(const QList<SpoolLine> &lines);
    bool append(const QByteArray &bytes);

    std::shared_ptr<LogStream> m_stream;
    LogStreamQuery m_query;
    std::optional<SpoolLine> m_end;
    std::function<void()> m_onChange;
    SpoolOrder m_order;
    std::optional<UnnamedLog> m_log;
    mutable QMutex m_mutex;
    std::optional<SpoolLine> m_first; ///< under the mutex
    std::atomic<qint64> m_bytes = 0;
    std::atomic_bool m_isDone = false;
    Result<> m_result;
    OperationContext m_context;
    WorkerThread m_thread; ///< last, so that it ends before what it uses goes
};

/// All of a stream in two files: its end with what comes, which is there at once, and what lies before that,
/// which is there when all of it was read. One thread.
class LogSpool
{
public:
    LogSpool(std::shared_ptr<LogStream> stream, LogParser parser, std::function<void()> onChange);

    [[nodiscard]] Result<> start();
    std::shared_ptr<const LogFile> live() const { return m_live.file(); }
    /// Once, when all of it is there; null otherwise, and where nothing lies before.
    std::shared_ptr<const LogFile> takeEarlier();
    /// So much of the earlier part was read; nothing: it is not under way.
    std::optional<qint64> earlierBytes() const;
    /// Nothing more comes.
    bool isDone() const;
    Result<> result() const;

private:
    std::shared_ptr<LogStream> m_stream;
    LogParser m_parser;
    std::function<void()> m_onChange;
    SpoolPart m_live;
    std::unique_ptr<SpoolPart> m_earlier;
    bool m_isEarlierTaken = false;
};

} // namespace pilothouse

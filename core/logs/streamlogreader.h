// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/channel.h"
#include "core/logs/logassembler.h"
#include "core/logs/logreader.h"
#include "core/logs/logsource.h"
#include "core/logs/logstream.h"

#include <map>

namespace pilothouse {

/// Reads a container's log: both streams, each assembled by itself. The engine cannot page backwards, so an
/// older page is always the answer "there is nothing older".
class StreamLogReader final : public LogReader
{
public:
    StreamLogReader(LogSource source, LogParser parser, std::shared_ptr<LogStream> stream,
                    LogReadOptions options);

    [[nodiscard]] Result<> run(const LogSink &sink, const OperationContext &context) override;
    void readOlder(const LogSink &sink, const OperationContext &) override { sink.onOlder({}, true); }
    void requestOlder() override { m_isOlderWanted = true; }
    void wake() override {} // the channel is polled every 100 ms

private:
    void assemble(Channel<LogPiece> &pieces, const LogSink &sink, const OperationContext &context);
    void takePiece(const LogPiece &piece, LogBatch &batch);
    void showOpen(LogBatch &batch);
    void release(LogBatch &batch);
    LogAssembler &assemblerOf(const LogPiece &piece);

    LogSource m_source;
    LogParser m_parser;
    std::shared_ptr<LogStream> m_stream;
    LogReadOptions m_options;
    std::shared_ptr<quint64> m_counter;
    std::map<QString, LogAssembler> m_assemblers;
    QList<LogRecord> m_waiting; ///< complete, but a record of the other stream may come before them
    std::chrono::steady_clock::time_point m_waitingSince;
    std::chrono::steady_clock::time_point m_lastPiece;
    bool m_isOpenShown = true;
    std::atomic_bool m_isOlderWanted = false;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/filewatch.h"
#include "core/logs/logassembler.h"
#include "core/logs/logfollower.h"
#include "core/logs/loghistory.h"
#include "core/logs/logreader.h"

#include <atomic>

namespace pilothouse {

/// Reads a log file: the last records of it and its rotations first, then what is added.
class FileLogReader final : public LogReader
{
public:
    FileLogReader(const LogSource &source, const LogParser &parser, LogReadOptions options);

    [[nodiscard]] Result<> run(const LogSink &sink, const OperationContext &context) override;
    void readOlder(const LogSink &sink, const OperationContext &context) override;
    void requestOlder() override;
    void wake() override { m_watch.wake(); }

private:
    void follow(LogFollower &follower, const LogSink &sink, const OperationContext &context);
    /// False where nothing has come.
    bool readPiece(LogFollower &follower, LogBatch &batch);
    void waitForMore(LogBatch &batch);

    LogSource m_source;
    LogReadOptions m_options;
    FileWatch m_watch;
    LogHistory m_history;
    LogAssembler m_assembler;
    std::chrono::steady_clock::time_point m_lastBytes;
    bool m_isOpenShown = true; ///< what is open was handed over as it stands
    std::atomic_int m_olderWanted = 0;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/files/nativefile.h"
#include "core/process/commandline.h"

#include <chrono>
#include <functional>

namespace pilothouse {

/// Runs programs (RELIABILITY.md C4). An interface, so that faults can be injected.
class ProcessRunner
{
public:
    virtual ~ProcessRunner() = default;
    /// NotFound where the program is not there, TimedOut, Cancelled; a non-zero exit is a value.
    [[nodiscard]] virtual Result<ProcessOutput>
    run(const CommandLine &command, std::chrono::milliseconds timeout, const OperationContext &context) = 0;
};

/// Descriptors that a program takes over.
struct ProcessEnds
{
    NativeFile input;  ///< what it reads; not open: nothing
    NativeFile output; ///< where it writes; not open: into the result
};

/// On this machine: minimal environment, own process group, closed descriptors, TERM to the group, then KILL.
class LocalProcessRunner final : public ProcessRunner
{
public:
    [[nodiscard]] Result<ProcessOutput> run(const CommandLine &command, std::chrono::milliseconds timeout,
                                            const OperationContext &context) override;
    /// Hands over output as it comes, without cap or deadline, until `onOutput` returns false (the program is
    /// ended then, which is no failure) or it ends. Of the output nothing is in the result.
    using OnOutput = std::function<bool(const QByteArray &bytes)>;
    [[nodiscard]] Result<ProcessOutput> stream(const CommandLine &command, const OnOutput &onOutput,
                                               const OperationContext &context,
                                               const OnOutput &onError = {}); ///< its complaints, also kept
    /// Runs a program between two descriptors, without deadline. They are closed here as soon as it has them,
    /// so that whoever holds a pipe's other end sees its end.
    [[nodiscard]] Result<ProcessOutput> runBetween(const CommandLine &command, ProcessEnds ends,
                                                   const OperationContext &context,
                                                   const OnOutput &onError = {});
    /// Starts a program that outlives this one (a service): own session, output to `logFile` or nowhere.
    /// Returns its pid.
    [[nodiscard]] Result<qint64> startDetached(const CommandLine &command, const QString &logFile);
};

} // namespace pilothouse

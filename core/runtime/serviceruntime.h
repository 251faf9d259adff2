// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/domain/servicestatus.h"
#include "core/process/commandline.h"

#include <QUrl>

#include <chrono>
#include <optional>

namespace pilothouse {

/// How a stop went: whether the service ended by itself, or was killed when its time was up.
struct StopOutcome
{
    bool wasRunning = true;
    std::optional<int> exitCode; ///< 137: killed; journals are hot then and belong to the data
    bool wasKilled = false;
};

/// Names and values of an environment, no secrets.
using VariableMap = QMap<QString, QString>;

/// Some variables of an environment and what they become; no value: the variable goes.
using VariableChanges = QMap<QString, std::optional<QString>>;

/// Where a service runs and how it is started and stopped. Every call blocks; all may be called from any
/// worker thread at the same time. Effects happen only inside steps of a plan.
class ServiceRuntime
{
public:
    virtual ~ServiceRuntime() = default;

    virtual QString kind() const = 0;
    /// False for plain files: nothing can be started or stopped, only who holds them can be seen.
    virtual bool canControl() const = 0;

    [[nodiscard]] virtual Result<ServiceStatus> status(const OperationContext &context) = 0;
    /// Two readings apart where the runtime needs them for the CPU; at most about a second.
    [[nodiscard]] virtual Result<ServiceStatistics> statistics(const OperationContext &context) = 0;
    [[nodiscard]] virtual Result<QList<EnvironmentEntry>> environment(const OperationContext &context) = 0;
    [[nodiscard]] virtual Result<QList<MountEntry>> mounts(const OperationContext &context) = 0;

    /// Asks the service to end and waits; kills it when `grace` is up. Zero: the service's own stop time.
    [[nodiscard]] virtual Result<StopOutcome> stop(std::chrono::milliseconds grace,
                                                   const OperationContext &context) = 0;
    [[nodiscard]] virtual Result<> start(const OperationContext &context) = 0;
    /// Keeps others (restart policies, supervisors) from starting it. Returns what unfence() needs to undo
    /// that.
    [[nodiscard]] virtual Result<QJsonObject> fenceState(const OperationContext &context) = 0;
    [[nodiscard]] virtual Result<> fence(const OperationContext &context) = 0;
    [[nodiscard]] virtual Result<bool> isFenced(const OperationContext &context) = 0;
    [[nodiscard]] virtual Result<> unfence(const QJsonObject &before, const OperationContext &context) = 0;

    /// Variables that Pilothouse gives the service beside (and over) its own, from its next start on. Refused
    /// where the runtime has no place for them.
    [[nodiscard]] virtual Result<VariableMap> addedVariables(const OperationContext &context);
    [[nodiscard]] virtual Result<> setAddedVariables(const VariableMap &variables,
                                                     const OperationContext &context);
    /// A change of some of them as a shell command, which says nothing of the others; empty: there is none.
    virtual QString addedVariablesCommand(const VariableChanges &) const { return {}; }

    /// An address of the service as this machine reaches it now: where the service has ports of its own, they
    /// may be published elsewhere each time it starts.
    [[nodiscard]] virtual Result<QUrl> reachable(const QUrl &inside, const OperationContext &)
    {
        return inside;
    }

    /// Runs a program beside the service (in its container); never through a shell.
    [[nodiscard]] virtual Result<ProcessOutput>
    exec(const CommandLine &command, std::chrono::milliseconds timeout, const OperationContext &context) = 0;

    /// The same as shell commands, for plans and copies: no secrets.
    virtual QString stopCommand() const = 0;
    virtual QString startCommand() const = 0;
    virtual QString fenceCommand() const = 0;
    virtual QString unfenceCommand() const = 0;
    /// That address as a word of a shell command.
    virtual QString reachableWord(const QUrl &inside) const { return shellQuoted(inside.toString()); }
};

} // namespace pilothouse

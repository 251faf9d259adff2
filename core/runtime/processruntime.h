// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/instance.h"
#include "core/runtime/givenfile.h"
#include "core/runtime/procfs.h"
#include "core/runtime/serviceruntime.h"

#include <QCoreApplication>

namespace pilothouse {

/// A service that a command starts on this machine and that writes a pid file.
///
/// Nothing but an operator starts it, so a fence has nothing to hold back: it is recorded, and it is always
/// up.
class ProcessRuntime final : public ServiceRuntime
{
    Q_DECLARE_TR_FUNCTIONS(ProcessRuntime)
public:
    /// `stopTime` is how long a stop without a grace of its own may take.
    /// What is given to the service lies in `givenFolder`.
    ProcessRuntime(RuntimeSettings settings, QString dataFolder, std::chrono::milliseconds stopTime,
                   QString givenFolder);

    QString kind() const override { return QStringLiteral("process"); }
    bool canControl() const override { return true; }
    [[nodiscard]] Result<ServiceStatus> status(const OperationContext &context) override;
    [[nodiscard]] Result<ServiceStatistics> statistics(const OperationContext &context) override;
    [[nodiscard]] Result<QList<EnvironmentEntry>> environment(const OperationContext &context) override;
    [[nodiscard]] Result<QList<MountEntry>> mounts(const OperationContext &context) override;
    [[nodiscard]] Result<StopOutcome> stop(std::chrono::milliseconds grace,
                                           const OperationContext &context) override;
    [[nodiscard]] Result<> start(const OperationContext &context) override;
    [[nodiscard]] Result<QJsonObject> fenceState(const OperationContext &context) override;
    [[nodiscard]] Result<> fence(const OperationContext &context) override;
    [[nodiscard]] Result<bool> isFenced(const OperationContext &context) override;
    [[nodiscard]] Result<> unfence(const QJsonObject &before, const OperationContext &context) override;
    [[nodiscard]] Result<ProcessOutput> exec(const CommandLine &line, std::chrono::milliseconds timeout,
                                             const OperationContext &context) override;
    QString stopCommand() const override;
    QString startCommand() const override;
    [[nodiscard]] Result<VariableMap> addedVariables(const OperationContext &context) override;
    [[nodiscard]] Result<> setAddedVariables(const VariableMap &variables,
                                             const OperationContext &context) override;
    QString addedVariablesCommand(const VariableChanges &changes) const override;
    QString fenceCommand() const override { return {}; }
    QString unfenceCommand() const override { return {}; }

    /// Where a started service's output goes: beside the pid file.
    QString outputFile() const;
    /// "KEY=value" lines that a start adds to the environment; mostly not there.
    GivenFile givenVariables() const;
    /// The same for secrets that Pilothouse gives it.
    GivenFile givenSecrets() const;
    /// What the service was started with when Pilothouse stopped it, for the start that follows: in memory,
    /// never on a disk, and gone with that start.
    GivenFile keptVariables() const;

private:
    struct Seen
    {
        std::optional<ProcessFacts> process; // only a living one that the pid file means
        QString reason;
    };

    CommandLine command() const;
    [[nodiscard]] Result<VariableMap> given() const;
    /// Names of the variables that the last start gave it: what is no longer given is not kept either.
    GivenFile givenNames() const;
    void keepVariables(qint64 pid) const;
    QByteArray readKept() const;
    Seen look() const;
    [[nodiscard]] Result<ProcessFacts> running() const;
    [[nodiscard]] Result<> waitUntilUp(qint64 startedPid, const OperationContext &context) const;
    tl::unexpected<Error> diedAtStart() const;

    RuntimeSettings m_settings;
    QString m_dataFolder;
    std::chrono::milliseconds m_stopTime;
    QString m_givenFolder;
};

} // namespace pilothouse

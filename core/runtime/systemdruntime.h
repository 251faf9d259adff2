// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/instance.h"
#include "core/runtime/serviceruntime.h"
#include "core/runtime/systemdstate.h"

#include <QCoreApplication>

namespace pilothouse {

/// A service that is a unit of systemd, of the machine or of this user.
///
/// Its fence is a drop-in beside the unit's file with an assertion that holds only while Pilothouse
/// itself starts the unit: whatever else asks for it (a timer, a socket, Restart=, a person) is refused. It
/// lies in /etc and so outlives a restart of the
/// machine, and it leaves ExecStop= and TimeoutStopSec= as they are. A mask would not do: a unit whose file
/// lies in /etc cannot be masked (--runtime says that it did, and the unit starts all the same), and a
/// running unit that is masked forgets how it is to be stopped.
class SystemdRuntime final : public ServiceRuntime
{
    Q_DECLARE_TR_FUNCTIONS(SystemdRuntime)
public:
    /// `settings` name the unit; its name is checked by the caller.
    explicit SystemdRuntime(const RuntimeSettings &settings);

    QString kind() const override { return QStringLiteral("systemd"); }
    bool canControl() const override { return true; }
    /// Missing is a state, not an error; a manager that does not answer is an error.
    [[nodiscard]] Result<ServiceStatus> status(const OperationContext &context) override;
    [[nodiscard]] Result<ServiceStatistics> statistics(const OperationContext &context) override;
    /// What the unit sets, by itself and by its environment files.
    [[nodiscard]] Result<QList<EnvironmentEntry>> environment(const OperationContext &context) override;
    /// What environment() tells, with the values of secrets: for secretInEffect() alone.
    [[nodiscard]] Result<QList<QByteArray>> environmentLines(const OperationContext &context) const;
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
    QString fenceCommand() const override;
    QString unfenceCommand() const override;

    [[nodiscard]] Result<VariableMap> addedVariables(const OperationContext &context) override;
    [[nodiscard]] Result<> setAddedVariables(const VariableMap &variables,
                                             const OperationContext &context) override;
    QString addedVariablesCommand(const VariableChanges &changes) const override;

    /// What systemd says of the unit now.
    [[nodiscard]] Result<UnitFacts> shownFacts(const OperationContext &context) const
    {
        return facts(context);
    }
    QString unit() const { return m_unit; }
    bool isUserUnit() const { return m_isUserUnit; }
    /// The file that is the fence while it is there.
    QString fenceFile() const;
    /// The drop-in that reads the added variables: below /run, so that a restart of the machine ends them.
    QString variablesDropIn() const;
    /// The environment file that it reads: the last one read wins, whatever the unit itself sets.
    QString variablesFile() const;
    /// Secrets that Pilothouse gives the unit: beside the fence, so that they outlive a restart of the
    /// machine.
    QString secretsFile() const;
    /// Whether the unit reads that file.
    [[nodiscard]] Result<> useSecrets(bool isUsed, const OperationContext &context);

private:
    /// While it is there the fence lets a start through: the one that Pilothouse itself asks for.
    QString doorFile() const;
    QString systemctl(const QString &words) const;
    CommandLine command(const QStringList &words) const;
    /// Runs systemctl; an exit code that is not 0 is a failure that holds what systemctl said.
    [[nodiscard]] Result<QByteArray> call(const QStringList &words, std::chrono::milliseconds timeout,
                                          const OperationContext &context) const;
    [[nodiscard]] Result<UnitFacts> facts(const OperationContext &context) const;
    bool holdsFence(const UnitFacts &facts) const;
    /// What the unit's files define; empty where one of them cannot be read by this user.
    std::optional<QList<QByteArray>> definedEnvironment(const UnitFacts &facts) const;
    [[nodiscard]] Result<> waitUntilEnded(std::optional<std::chrono::milliseconds> limit,
                                          const OperationContext &context) const;
    [[nodiscard]] Result<> startNow(const UnitFacts &seen, const OperationContext &context) const;
    [[nodiscard]] Result<> reload(const OperationContext &context) const;
    [[nodiscard]] Result<> removeFence(const OperationContext &context);
    QString lastLines(const OperationContext &context) const;

    QString m_unit;
    bool m_isUserUnit;
};

} // namespace pilothouse

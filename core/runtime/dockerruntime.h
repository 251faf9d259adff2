// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/instance.h"
#include "core/profile/serviceprofile.h"
#include "core/runtime/containermeter.h"
#include "core/runtime/dockerengine.h"
#include "core/runtime/serviceruntime.h"

namespace pilothouse {

/// A service that runs as one container. Its fence is the restart policy "no".
class DockerRuntime final : public ServiceRuntime
{
    Q_DECLARE_TR_FUNCTIONS(DockerRuntime)
public:
    /// `socket` is the engine's, resolved; `settings` name the container.
    DockerRuntime(const QString &socket, RuntimeSettings settings, const ServiceProfile &profile);

    QString kind() const override { return QStringLiteral("docker"); }
    bool canControl() const override { return true; }
    /// Missing is a state, not an error; an engine that does not answer is an error.
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
    [[nodiscard]] Result<ProcessOutput> exec(const CommandLine &command, std::chrono::milliseconds timeout,
                                             const OperationContext &context) override;
    [[nodiscard]] Result<QUrl> reachable(const QUrl &inside, const OperationContext &context) override;
    QString stopCommand() const override;
    QString startCommand() const override;
    QString fenceCommand() const override;
    QString unfenceCommand() const override;
    QString reachableWord(const QUrl &inside) const override;

    const DockerEngine &engine() const { return m_engine; }
    QString container() const { return m_settings.container; }
    /// The data folder of the profile as it lies on this machine.
    [[nodiscard]] Result<QString> hostDataFolder(const OperationContext &context);

private:
    QString docker(const QString &words) const;
    [[nodiscard]] Result<QJsonObject> controllable(const OperationContext &context) const;

    DockerEngine m_engine;
    ContainerMeter m_meter;
    RuntimeSettings m_settings;
    QString m_containerDataFolder;
    int m_stopSeconds;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile/serviceprofile.h"
#include "core/runtime/composeproject.h"
#include "core/runtime/serviceruntime.h"

#include <QMutex>

#include <memory>
#include <vector>

namespace pilothouse {

class DockerRuntime;

/// A service of a compose project: all of its containers are stopped, started and fenced together. Its state
/// is that of its first container that does not run, else of its first.
class ComposeRuntime final : public ServiceRuntime
{
    Q_DECLARE_TR_FUNCTIONS(ComposeRuntime)
public:
    /// `socket` is the engine's, resolved; `settings` name project and service.
    ComposeRuntime(const QString &socket, RuntimeSettings settings, ServiceProfile profile);

    QString kind() const override { return QStringLiteral("compose"); }
    bool canControl() const override { return true; }
    [[nodiscard]] Result<ServiceStatus> status(const OperationContext &context) override;
    [[nodiscard]] Result<ServiceStatistics> statistics(const OperationContext &context) override;
    [[nodiscard]] Result<QList<EnvironmentEntry>> environment(const OperationContext &context) override;
    [[nodiscard]] Result<QList<MountEntry>> mounts(const OperationContext &context) override;
    [[nodiscard]] Result<StopOutcome> stop(std::chrono::milliseconds grace,
                                           const OperationContext &context) override;
    [[nodiscard]] Result<> start(const OperationContext &context) override;
    [[nodiscard]] Result<QUrl> reachable(const QUrl &inside, const OperationContext &context) override;
    [[nodiscard]] Result<QJsonObject> fenceState(const OperationContext &context) override;
    [[nodiscard]] Result<> fence(const OperationContext &context) override;
    [[nodiscard]] Result<bool> isFenced(const OperationContext &context) override;
    [[nodiscard]] Result<> unfence(const QJsonObject &before, const OperationContext &context) override;
    [[nodiscard]] Result<ProcessOutput> exec(const CommandLine &command, std::chrono::milliseconds timeout,
                                             const OperationContext &context) override;
    QString stopCommand() const override;
    QString startCommand() const override;
    QString fenceCommand() const override;
    QString unfenceCommand() const override;

    const ComposeProject &project() const { return m_project; }
    QString service() const { return m_settings.service; }
    /// The service's containers, each as a runtime of its own, by number. NotFound where there is none.
    [[nodiscard]] Result<std::vector<std::unique_ptr<DockerRuntime>>>
    replicas(const OperationContext &context) const;
    /// Names of the project's other services as they were when the status was last read; asks nobody.
    QStringList knownOthers() const;

private:
    QString update(const QString &policy) const;

    ComposeProject m_project;
    RuntimeSettings m_settings;
    ServiceProfile m_profile;
    mutable QMutex m_mutex;
    mutable QStringList m_others; // guarded by m_mutex
};

} // namespace pilothouse

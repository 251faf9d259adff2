// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runtime/serviceruntime.h"

#include <QCoreApplication>

namespace pilothouse {

/// Plain files without a known service: nothing to start or stop, and nothing to ask whether it runs.
class FilesRuntime final : public ServiceRuntime
{
    Q_DECLARE_TR_FUNCTIONS(FilesRuntime)
public:
    explicit FilesRuntime(QString dataFolder);

    QString kind() const override { return QStringLiteral("files"); }
    bool canControl() const override { return false; }
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
    QString stopCommand() const override { return {}; }
    QString startCommand() const override { return {}; }
    QString fenceCommand() const override { return {}; }
    QString unfenceCommand() const override { return {}; }

private:
    tl::unexpected<Error> cannotControl() const;

    QString m_dataFolder;
};

} // namespace pilothouse

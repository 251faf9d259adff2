// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/backup/backupactions.h"
#include "core/actions/backup/backupplans.h"
#include "core/audit/auditlog.h"
#include "core/domain/backuprecord.h"
#include "core/files/fileops.h"
#include "core/instances/postgresaccess.h"
#include "core/net/httpclient.h"
#include "core/plan/catalogue.h"
#include "core/plan/executor.h"
#include "core/runtime/serviceruntime.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/postgresserver.h"

namespace pilothouse {

/// A service that is up or down; it keeps that in a file, so that it outlives a killed program.
class SwitchRuntime final : public ServiceRuntime
{
public:
    explicit SwitchRuntime(QString file)
        : m_file(std::move(file))
    {
    }
    bool isUp() const { return !QFile::exists(m_file); }

    QString kind() const override { return QStringLiteral("process"); }
    bool canControl() const override { return true; }
    Result<ServiceStatus> status(const OperationContext &) override
    {
        ServiceStatus status;
        status.state = isUp() ? ServiceState::Running : ServiceState::Stopped;
        return status;
    }
    Result<ServiceStatistics> statistics(const OperationContext &) override { return ServiceStatistics(); }
    Result<QList<EnvironmentEntry>> environment(const OperationContext &) override
    {
        return QList<EnvironmentEntry>();
    }
    Result<QList<MountEntry>> mounts(const OperationContext &) override { return QList<MountEntry>(); }
    Result<StopOutcome> stop(std::chrono::milliseconds, const OperationContext &) override;
    Result<> start(const OperationContext &) override;
    Result<QJsonObject> fenceState(const OperationContext &) override { return QJsonObject(); }
    Result<> fence(const OperationContext &) override;
    Result<bool> isFenced(const OperationContext &) override;
    Result<> unfence(const QJsonObject &, const OperationContext &) override;
    Result<ProcessOutput> exec(const CommandLine &, std::chrono::milliseconds,
                               const OperationContext &) override
    {
        return ProcessOutput();
    }
    QString stopCommand() const override { return QStringLiteral("stop it"); }
    QString startCommand() const override { return QStringLiteral("start it"); }
    QString fenceCommand() const override { return {}; }
    QString unfenceCommand() const override { return {}; }

    std::function<void()> onStart;

private:
    QString m_file;
};

/// A service with its data in one database of a server, with everything that backs it up and restores it.
struct ServerWorld
{
    ServerWorld(const QString &root, const DatabaseConnection &connection);

    /// A shop of so many orders, with a foreign key, a sequence, an index and a view.
    static void fill(const PostgresDatabase &database, int rows);
    /// Every row of every table of the database with that name, as one digest.
    static QString contents(const PostgresServer &server, const QString &database);

    Result<Plan> plan(const QString &action, const QJsonObject &arguments = {},
                      const OperationContext &context = {});
    Result<RunReport> run(const QString &action, const QJsonObject &arguments = {},
                          Executor::Listener listener = {}, const OperationContext &context = {});
    Result<RunReport> run(const Plan &plan, Executor::Listener listener = {},
                          const OperationContext &context = {});
    Result<RunReport> undo(const QUuid &operation);
    QList<BackupRecord> backups();
    /// Makes one backup and says where it is; fails the test where it cannot.
    BackupRecord backup();

    QString folder;
    FileOps files;
    SystemClock clock;
    HttpClient http;
    MemorySecretStore secrets;
    PostgresAccess access;
    StepRegistry steps;
    Catalogue catalogue;
    JournalStore journals;
    AuditLog audit;
    Executor executor;
    std::shared_ptr<SwitchRuntime> runtime;
    InstanceSession session;
    BackupTools tools;
};

} // namespace pilothouse

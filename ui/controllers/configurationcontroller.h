// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/configuration/exposure.h"
#include "core/actions/configuration/limits.h"
#include "core/actions/configuration/logsettings.h"
#include "core/actions/configuration/permissionaudit.h"
#include "core/actions/server/scaling.h"
#include "ui/controllers/latestread.h"
#include "ui/controllers/operationscontroller.h"

namespace pilothouse {

class FileOps;
class MetricStore;

/// How one instance is set up, each part with why it could not be read.
struct Configuration
{
    Result<QList<EnvironmentEntry>> environment;
    Result<QList<MountEntry>> mounts;
    Result<LimitsReport> limits;
    Result<LogSettings> logs;
    Result<PermissionAudit> permissions;
    Result<Exposure> exposure;
    Result<Scaling> scaling;
};

/// What a configuration is read with; all of it outlives the reader.
struct ConfigurationSources
{
    const FileOps &files;
    const MetricStore &metrics;
    const RevertStore &reverts;
    const Clock &clock;
    const PostgresAccess &access;
};

/// Reads all parts; blocks, in a worker.
using ConfigurationReader = std::function<Configuration(const InstanceSession &, const OperationContext &)>;
ConfigurationReader configurationReader(const ConfigurationSources &sources);

/// What this controller works with; all of it outlives it.
struct ConfigurationServices
{
    ConfigurationReader read;
    OperationRunner &runner;
    const Clock &clock;
};

/// Reads the configuration of one instance. UI thread.
class ConfigurationController final : public QObject
{
    Q_OBJECT
public:
    explicit ConfigurationController(const ConfigurationServices &services, QObject *parent = nullptr);

    /// Forgets what it knew; null: no instance.
    void setSession(const SessionPointer &session);
    const SessionPointer &session() const { return m_session; }
    void refresh();

    const Readable<std::optional<Configuration>> &configuration() const { return m_configuration; }
    QDateTime now() const { return m_services.clock.now(); }

signals:
    void changed();

private:
    ConfigurationServices m_services;
    LatestRead m_read;
    SessionPointer m_session;
    Readable<std::optional<Configuration>> m_configuration;
};

} // namespace pilothouse

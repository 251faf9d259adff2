// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/domain/instance.h"
#include "core/profile/serviceprofile.h"

#include <memory>

namespace pilothouse {

class ServiceRuntime;

/// A database of the instance with its place resolved.
struct DatabaseReference
{
    QString id;           ///< the profile's: "agentx"
    QString relativePath; ///< "data/agentx.db"
    QString path;         ///< absolute
    QString fileName;     ///< "agentx.db"
    bool isRequired = true;
};

/// A database of the instance on a server.
struct ServerDatabase
{
    QString id; ///< the profile's: "shop"
    QString title;
    DatabaseConnection connection; ///< what the operator told; empty: where the service itself finds it
    ProfileConnection profile;
    bool isRequired = true;
};

/// An instance with its profile and runtime resolved: what planners, steps and queries get. Immutable; shared
/// between threads; opens no database itself (handles never cross threads).
class InstanceSession
{
public:
    InstanceSession(Instance instance, ServiceProfile profile, std::shared_ptr<ServiceRuntime> runtime,
                    QString stateFolder);
    ~InstanceSession();

    const Instance &instance() const { return m_instance; }
    const ServiceProfile &profile() const { return m_profile; }
    ServiceRuntime &runtime() const { return *m_runtime; }

    /// Whether instance().dataDir is a copy of what lies in a container or volume that this user cannot
    /// reach: reading reads the copy, a change is brought to the service by the engine.
    bool isMirrored() const { return !m_containerFolder.isEmpty(); }
    /// The data folder inside the container; empty where the data is reached directly.
    QString containerFolder() const { return m_containerFolder; }
    /// What belongs to the copy, this user's alone: <state>/copies/<id>.
    QString mirrorFolder() const;

    /// Those that are files, of SQLite.
    QList<DatabaseReference> databases() const;
    /// Those on a server, of PostgreSQL.
    QList<ServerDatabase> serverDatabases() const;
    std::optional<ServerDatabase> serverDatabase(const QString &id) const;
    /// Null where the profile has no such database.
    std::optional<DatabaseReference> database(const QString &id) const;
    /// Absolute path of something in the data folder. BadInput for absolute paths and "..".
    [[nodiscard]] Result<QString> pathOf(const QString &relative) const;
    /// The folder that holds this instance's backups: its own, or <state>/backups/<name>.
    QString backupFolder() const;
    /// Where safety copies lie: <backupFolder>/safety.
    QString safetyFolder() const;
    QString stateFolder() const { return m_stateFolder; }
    /// The health address with {port} and the like filled in; empty where the profile has none. Of a
    /// container it is the address inside, unless the operator gave one.
    QString healthUrl() const;
    /// Whether the operator gave none, so that the runtime says where it is reached.
    bool isHealthUrlInside() const { return m_instance.healthUrl.isEmpty(); }
    /// Where the health address is reached right now. Asks the runtime.
    [[nodiscard]] Result<QString> currentHealthUrl(const OperationContext &context) const;

private:
    Instance m_instance;
    ServiceProfile m_profile;
    std::shared_ptr<ServiceRuntime> m_runtime;
    QString m_stateFolder;
    QString m_containerFolder;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postgres/postgresconnection.h"
#include "core/process/processrunner.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace pilothouse {

/// A PostgreSQL server whose data directory this machine holds and this program may work on: how it runs, and
/// how it is started again.
struct ServerCluster
{
    QString dataFolder;
    QString folder;      ///< of the server's programs
    QStringList command; ///< as it was started
    QString unit;        ///< the systemd unit whose main process it is; empty: none
    QString logFile;     ///< where it writes its complaints; empty: not into a file
    QString configFile;  ///< where that is not in the data directory; else empty
    QString systemIdentifier;
    uint ownerId = 0;
    uint groupId = 0;
    int port = 0;
    int version = 0; ///< 150018
    int timeline = 0;
    int tablespaces = 0; ///< besides the server's own
};

QJsonObject toJson(const ServerCluster &cluster);
ServerCluster serverClusterFromJson(const QJsonObject &object);

/// Finds it by what the server says of itself and what the processes of this machine show. Refused, with the
/// reason, where the data directory cannot be reached: another machine, a container, or not our rights.
[[nodiscard]] Result<ServerCluster> findCluster(PostgresConnection &server,
                                                const DatabaseConnection &connection,
                                                const OperationContext &context);

/// A command as the user whose the data directory is.
CommandLine asClusterOwner(const ServerCluster &cluster, const QString &program,
                           const QStringList &arguments);

/// The process of the server that runs in a data directory of this machine.
std::optional<qint64> serverProcess(const QString &dataFolder);

enum class Shutdown { Fast, Immediate };
/// Ends the server in a data directory (SIGINT or SIGQUIT to its main process) and waits; done where none
/// runs.
[[nodiscard]] Result<> endServer(const QString &dataFolder, Shutdown how, const OperationContext &context);
/// Stops the cluster's server by its unit, or else itself; fails where something starts it again.
[[nodiscard]] Result<> stopCluster(const ServerCluster &cluster, const OperationContext &context);
/// Starts it as it ran before, and waits for its process alone; done where it runs.
[[nodiscard]] Result<> startCluster(const ServerCluster &cluster, const OperationContext &context);

/// The last lines of a log, for the detail of an error.
QString endOfLog(const QString &file);

} // namespace pilothouse

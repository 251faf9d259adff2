// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/postgresaccess.h"
#include "core/plan/catalogue.h"

namespace pilothouse {

class MetricStore;

/// What an attempt to reach a database on its server came to.
struct ServerReach
{
    QString address; ///< "shop@db.example:5432/shop"
    QString version;
    bool isEncrypted = false;
    bool isInRecovery = false;
    qint64 milliseconds = 0;
};
QJsonObject toJson(const ServerReach &reach);

/// Connects as the instance does and asks the server who it is; the error is the diagnosis.
[[nodiscard]] Result<ServerReach> reachServer(const PostgresAccess &access, const InstanceSession &session,
                                              const QString &databaseId, const OperationContext &context);
/// The same for an address that is stored nowhere yet.
[[nodiscard]] Result<ServerReach> reachServer(const GivenConnection &given, const OperationContext &context);

/// The database on a server that is meant: the one named, or the only one. NotFound names those there are.
[[nodiscard]] Result<QString> wantedServerDatabase(const InstanceSession &session,
                                                   const QJsonObject &arguments);

/// Adds server.test, .facts, .sessions, .locks, .sizes, .replication, .pools, .progress and .overview. What
/// is handed over outlives the catalogue.
void addServerQueries(Catalogue &catalogue, const PostgresAccess &access, const MetricStore &metrics);

} // namespace pilothouse

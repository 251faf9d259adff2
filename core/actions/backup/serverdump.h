// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/postgresaccess.h"
#include "core/plan/plan.h"

namespace pilothouse {

/// What a backup of one database on a server is made of.
struct ServerDump
{
    QString id;   ///< the profile's
    QString name; ///< on the server
    QString member;
    QString globals;    ///< empty: the server's roles are not dumped
    QStringList tables; ///< as the server writes them; empty: all
    DatabaseConnection target;
    qint64 bytes = 0; ///< of its tables
    int jobs = 1;     ///< more than one: `member` is a folder
};

/// What a planner wants to be dumped.
struct ServerDumpWish
{
    ServerDatabase database;
    QString stamp;      ///< in the names of the files
    QStringList tables; ///< "tenants" or "public.tenants"; empty: all
    int jobs = 0;       ///< 0: as the database needs
};

/// Looks at a database on a server, and tells what stands against a dump of it or is lost on the way.
/// BadInput where a table is wished for that is not there.
[[nodiscard]] Result<ServerDump> lookAtDump(const PostgresAccess &access, const InstanceSession &session,
                                            const ServerDumpWish &wish, QList<Finding> &findings,
                                            const OperationContext &context);
/// Says that the engine carries every byte, and why; nothing where the server is reached directly.
std::optional<Finding> engineRouteFinding(const DatabaseConnection &target);
/// The same as arguments of postgres.dump.
QJsonObject toArguments(const ServerDump &dump);

} // namespace pilothouse

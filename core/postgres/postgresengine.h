// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/databaseinfo.h"
#include "core/domain/replicationinfo.h"
#include "core/domain/serverinfo.h"
#include "core/postgres/postgresconnection.h"

namespace pilothouse {

/// A session of a server for good: its pid may be another's by now.
struct SessionIdentity
{
    qint64 pid = 0;
    qint64 backendStart = 0; ///< microseconds since 1970

    bool operator==(const SessionIdentity &) const = default;
};

/// A table in a schema, as "schema.table" where neither holds a dot, else with both quoted.
QString relationText(const QString &schema, const QString &name);

// What a PostgreSQL server tells of itself. All of it only reads, each in one query with its own deadline;
// what this role may not see is left at "not known" instead of failing.

[[nodiscard]] Result<ServerFacts> readServerFacts(PostgresConnection &server,
                                                  const OperationContext &context);
/// Clients only, those who wait first. With what each waits for.
[[nodiscard]] Result<QList<ServerSession>> readServerSessions(PostgresConnection &server,
                                                              const OperationContext &context);
/// Of the databases, and of everything in this one.
[[nodiscard]] Result<ServerSizes> readServerSizes(PostgresConnection &server,
                                                  const OperationContext &context);
[[nodiscard]] Result<ReplicationState> readReplication(PostgresConnection &server,
                                                       const OperationContext &context);
/// `console` is PgBouncer's. Refused where this role may not look into it.
[[nodiscard]] Result<PoolerState> readPooler(PostgresConnection &console, const OperationContext &context);
/// What VACUUM, ANALYZE and REINDEX are at in this database.
[[nodiscard]] Result<QList<MaintenanceProgress>> readProgress(PostgresConnection &server,
                                                              const OperationContext &context);

/// Tables, views and materialized views outside the system's schemas, with the planner's estimate of rows.
[[nodiscard]] Result<QList<TableInfo>> readTables(PostgresConnection &server,
                                                  const OperationContext &context);
/// Which rows of a table are wanted.
struct RowsWanted
{
    QString table;  ///< as readTables() names it
    QString filter; ///< in any column; empty: all rows
    qint64 offset = 0;
    int limit = 100;
};
[[nodiscard]] Result<RowPage> readRows(PostgresConnection &server, const RowsWanted &wanted,
                                       const OperationContext &context);

// What changes something, for steps alone:

/// Asks the session to give up its query (or, with `endsIt`, to end). NotFound where that very session is
/// gone.
[[nodiscard]] Result<> signalSession(PostgresConnection &server, const SessionIdentity &session, bool endsIt,
                                     const OperationContext &context);
/// SQL that is true where this role may end sessions of a role `r` of pg_roles.
inline constexpr char MaySignalSql[] =
    "((SELECT rolsuper FROM pg_roles WHERE rolname = current_user) OR NOT r.rolsuper AND "
    "(pg_has_role(r.oid, 'USAGE') OR pg_has_role('pg_signal_backend', 'USAGE')))";
/// What this role lacks to cancel or end sessions of `role`: "pg_signal_backend", "SUPERUSER" or nothing.
[[nodiscard]] Result<QString> missingSignalRight(PostgresConnection &server, const QString &role,
                                                 const OperationContext &context);
/// Whether it is there, and what it does; nothing where it is gone.
[[nodiscard]] Result<std::optional<ServerSession>>
findSession(PostgresConnection &server, const SessionIdentity &session, const OperationContext &context);

enum class Maintenance { Vacuum, Analyze, Reindex };
/// "vacuum", "analyze" or "reindex".
std::optional<Maintenance> maintenanceFromName(const QString &name);
/// The statement for one table, or for the whole database where `table` is empty.
[[nodiscard]] Result<QByteArray> maintenanceStatement(PostgresConnection &server, Maintenance kind,
                                                      const QString &table, const OperationContext &context);
/// Indexes that a REINDEX CONCURRENTLY left half made, as quoted names.
[[nodiscard]] Result<QList<QByteArray>> leftoverIndexes(PostgresConnection &server,
                                                        const OperationContext &context);

} // namespace pilothouse

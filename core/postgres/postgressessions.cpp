// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/postgresengine.h"
#include "core/postgres/postgresrow.h"

namespace pilothouse {
namespace {

/// pg_blocking_pids() locks the whole table of locks for a moment, so it is asked only about those who wait.
/// A role without pg_monitor is told pid, role, database and program of the sessions of others, nothing else.
constexpr char SessionsSql[] = R"(
WITH waits AS MATERIALIZED (SELECT DISTINCT ON (pid) pid, database, relation, mode
                              FROM pg_locks WHERE NOT granted ORDER BY pid)
SELECT a.pid::bigint, (extract(epoch FROM a.backend_start) * 1000000)::bigint, a.usename::text,
       a.datname::text, a.application_name, host(a.client_addr), a.state,
       CASE WHEN a.wait_event_type IN ('Client', 'Activity') THEN '' ELSE concat_ws(': ', a.wait_event_type, a.wait_event) END,
       CASE WHEN a.backend_type IS NOT NULL THEN left(a.query, 4000) END, (extract(epoch FROM clock_timestamp() - a.xact_start) * 1000)::bigint,
       (extract(epoch FROM clock_timestamp() - a.state_change) * 1000)::bigint, a.pid = pg_backend_pid(),
       CASE WHEN l.pid IS NOT NULL THEN array_to_string(pg_blocking_pids(a.pid), ',') ELSE '' END,
       CASE WHEN l.database = d.oid THEN l.relation::regclass::text END, l.mode
  FROM pg_stat_activity a
  JOIN pg_database d ON d.datname = current_database()
  LEFT JOIN waits l ON l.pid = a.pid AND coalesce(a.wait_event_type = 'Lock', a.backend_type IS NULL)
 WHERE coalesce(a.backend_type = 'client backend', a.usesysid IS NOT NULL AND a.datid IS NOT NULL))";

ServerSession sessionFrom(const QList<QVariant> &values)
{
    PostgresRow row(values);
    ServerSession session;
    session.pid = row.count();
    session.backendStart = row.count();
    session.user = row.text();
    session.database = row.text();
    session.application = row.text();
    session.client = row.text();
    session.state = row.text();
    session.waitsFor = row.text();
    session.query = row.text();
    session.transactionMs = row.count(-1);
    session.stateMs = row.count(-1);
    session.isOwn = row.flag();
    for (const QString &pid : row.text().split(u',', Qt::SkipEmptyParts)) {
        if (!session.blockedBy.contains(pid.toLongLong()))
            session.blockedBy << pid.toLongLong();
    }
    session.lockedObject = row.text();
    session.lockMode = row.text();
    return session;
}

} // namespace

Result<QList<ServerSession>> readServerSessions(PostgresConnection &server, const OperationContext &context)
{
    const QByteArray order = " ORDER BY l.pid IS NOT NULL DESC, a.xact_start NULLS LAST, a.state, a.pid";
    return server.run(queryOf(SessionsSql + order), context).map([](const PostgresRows &read) {
        QList<ServerSession> sessions;
        for (const QList<QVariant> &row : read.rows)
            sessions << sessionFrom(row);
        return sessions;
    });
}

Result<std::optional<ServerSession>> findSession(PostgresConnection &server, const SessionIdentity &session,
                                                 const OperationContext &context)
{
    const QByteArray only = " AND a.pid = $1::int AND coalesce((extract(epoch FROM a.backend_start) * "
                            "1000000)::bigint, 0) = $2::bigint";
    return server.run(queryOf(SessionsSql + only, {session.pid, session.backendStart}), context)
        .map([](const PostgresRows &read) {
            return read.rows.isEmpty() ? std::nullopt : std::optional(sessionFrom(read.rows.first()));
        });
}

Result<QString> missingSignalRight(PostgresConnection &server, const QString &role,
                                   const OperationContext &context)
{
    const QByteArray text = QByteArray("SELECT CASE WHEN ") + MaySignalSql
                            + " THEN '' WHEN r.rolsuper THEN 'SUPERUSER' ELSE 'pg_signal_backend' END"
                              " FROM pg_roles r WHERE r.rolname = $1";
    return server.run(queryOf(text, {role}), context).map([](const PostgresRows &read) {
        return read.rows.value(0).value(0).toString();
    });
}

Result<> signalSession(PostgresConnection &server, const SessionIdentity &session, bool endsIt,
                       const OperationContext &context)
{
    const QByteArray function = endsIt ? "pg_terminate_backend" : "pg_cancel_backend";
    const auto sent = server.run(
        queryOf(
            "SELECT " + function
                + "(pid) FROM pg_stat_activity WHERE pid = $1::int AND backend_type = 'client backend' AND "
                  "(extract(epoch FROM backend_start) * 1000000)::bigint = $2::bigint AND "
                  "pid <> pg_backend_pid()",
            {session.pid, session.backendStart}),
        context);
    if (!sent)
        return failure(sent.error());
    if (!sent->rows.isEmpty())
        return {};
    return failure(Error{ErrorKind::NotFound,
                         QString::number(session.pid),
                         PostgresConnection::tr("This session is gone; its number may be another's by now."),
                         PostgresConnection::tr("Look at the sessions again."),
                         {}});
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/postgresengine.h"
#include "core/postgres/postgresrow.h"

namespace pilothouse {
namespace {

/// A role without pg_monitor is not told of which kind the sessions of others are: then those count that are
/// a role's and with a database. Who waits stands in pg_locks too, which everybody may read.
constexpr char FactsSql[] = R"(
SELECT current_setting('server_version'), current_setting('server_version_num')::int,
       (extract(epoch FROM pg_postmaster_start_time()) * 1000)::bigint, pg_is_in_recovery(),
       d.datname, pg_encoding_to_char(d.encoding), d.datcollate, pg_database_size(d.oid),
       current_setting('max_connections')::int, current_setting('superuser_reserved_connections')::int,
       a.clients, a.hidden, a.active, a.idle_in_transaction, a.waiting, a.oldest,
       CASE WHEN s.blks_hit + s.blks_read > 0
            THEN s.blks_hit::float8 / (s.blks_hit + s.blks_read) ELSE -1 END,
       s.xact_commit, s.xact_rollback, s.deadlocks, s.temp_bytes, age(d.datfrozenxid)::bigint
  FROM pg_database d JOIN pg_stat_database s ON s.datid = d.oid,
       LATERAL (SELECT count(*)::int AS clients,
                       count(*) FILTER (WHERE backend_type IS NULL)::int AS hidden,
                       count(*) FILTER (WHERE state = 'active' AND pid <> pg_backend_pid())::int AS active,
                       count(*) FILTER (WHERE state LIKE 'idle in transaction%')::int AS idle_in_transaction,
                       count(*) FILTER (WHERE wait_event_type = 'Lock' OR backend_type IS NULL
                                        AND pid IN (SELECT pid FROM pg_locks WHERE NOT granted))::int AS waiting,
                       coalesce((extract(epoch FROM max(clock_timestamp() - xact_start)
                                  FILTER (WHERE pid <> pg_backend_pid())) * 1000)::bigint, 0) AS oldest
                  FROM pg_stat_activity
                 WHERE coalesce(backend_type = 'client backend', usesysid IS NOT NULL AND datid IS NOT NULL)) a
 WHERE d.datname = current_database())";

/// Those that decide about safety, room and speed; what they are is shown, not judged.
constexpr char SettingsSql[] = R"(
SELECT name, current_setting(name) FROM pg_settings
 WHERE name IN ('shared_buffers', 'work_mem', 'maintenance_work_mem', 'effective_cache_size', 'fsync',
                'synchronous_commit', 'full_page_writes', 'wal_level', 'archive_mode', 'max_wal_senders',
                'max_wal_size', 'autovacuum', 'ssl', 'data_checksums', 'listen_addresses', 'port',
                'password_encryption', 'idle_in_transaction_session_timeout', 'statement_timeout',
                'log_min_duration_statement', 'max_connections', 'hot_standby'))";

} // namespace

Result<ServerFacts> readServerFacts(PostgresConnection &server, const OperationContext &context)
{
    const auto read = server.run(queryOf(FactsSql), context);
    if (!read)
        return failure(read.error());
    const auto settings = server.run(queryOf(SettingsSql), context);
    if (!settings)
        return failure(settings.error());
    const QList<QVariant> values = read->rows.value(0);
    PostgresRow row(values);
    ServerFacts facts;
    facts.version = row.text().section(u' ', 0, 0);
    facts.versionNumber = row.number();
    facts.startedAt = row.moment();
    facts.isInRecovery = row.flag();
    facts.database = row.text();
    facts.encoding = row.text();
    facts.collation = row.text();
    facts.bytes = row.count();
    facts.maxConnections = row.number();
    facts.reservedConnections = row.number();
    facts.connections = row.number();
    facts.hidden = row.number();
    facts.active = row.number();
    facts.idleInTransaction = row.number();
    facts.waiting = row.number();
    facts.oldestTransaction = row.count();
    facts.cacheHitRate = row.real();
    facts.commits = row.count();
    facts.rollbacks = row.count();
    facts.deadlocks = row.count();
    facts.temporaryBytes = row.count();
    facts.transactionAge = row.count();
    facts.isEncrypted = server.isEncrypted();
    for (const QList<QVariant> &setting : settings->rows)
        facts.settings.insert(setting.value(0).toString(), setting.value(1).toString());
    return facts;
}

} // namespace pilothouse

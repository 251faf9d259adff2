// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/postgresengine.h"
#include "core/postgres/postgresrow.h"

namespace pilothouse {
namespace {

constexpr char StateSql[] = R"(
SELECT pg_is_in_recovery(), current_setting('wal_level'), current_setting('max_wal_senders')::int,
       current_setting('archive_mode'),
       coalesce(current_setting('archive_command', true), '') NOT IN ('', '(disabled)')
           OR coalesce(current_setting('archive_library', true), '') <> '',
       a.archived_count, a.failed_count, a.last_archived_wal,
       (extract(epoch FROM a.last_archived_time) * 1000)::bigint, a.last_failed_wal,
       (extract(epoch FROM a.last_failed_time) * 1000)::bigint,
       (SELECT status FROM pg_stat_wal_receiver), (SELECT status IS NULL FROM pg_stat_wal_receiver),
       CASE WHEN pg_is_in_recovery() AND pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
            WHEN pg_is_in_recovery()
            THEN (extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) * 1000)::bigint END
  FROM pg_stat_archiver a)";

/// Without pg_monitor a standby is there with its name alone.
constexpr char ReplicasSql[] = R"(
SELECT application_name, host(client_addr), state, sync_state,
       pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_receive_lsn()
                            ELSE pg_current_wal_lsn() END, replay_lsn)::bigint,
       (extract(epoch FROM replay_lag) * 1000)::bigint, state IS NULL
  FROM pg_stat_replication WHERE state IS DISTINCT FROM 'backup' ORDER BY application_name)";

constexpr char SlotsSql[] = R"(
SELECT slot_name::text, slot_type, active,
       pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_receive_lsn()
                            ELSE pg_current_wal_lsn() END, restart_lsn)::bigint, wal_status
  FROM pg_replication_slots ORDER BY slot_name)";

constexpr char WaitingSql[] = "SELECT count(*) FROM pg_ls_archive_statusdir() WHERE name LIKE '%.ready'";

ReplicationState stateFrom(const QList<QVariant> &values)
{
    PostgresRow row(values);
    ReplicationState state;
    state.isStandby = row.flag();
    state.walLevel = row.text();
    state.maxSenders = row.number();
    state.archiveMode = row.text();
    state.hasArchiveCommand = row.flag();
    state.archived = row.count();
    state.archiveFailures = row.count();
    state.lastArchived = row.text();
    state.lastArchivedAt = row.moment();
    state.lastFailed = row.text();
    state.lastFailedAt = row.moment();
    state.receiverState = row.text();
    state.isReceiverHidden = row.flag();
    state.replayMs = row.count(-1);
    return state;
}

Result<> addReplicas(PostgresConnection &server, ReplicationState &state, const OperationContext &context)
{
    const auto read = server.run(queryOf(ReplicasSql), context);
    if (!read)
        return failure(read.error());
    for (const QList<QVariant> &values : read->rows) {
        PostgresRow row(values);
        ReplicaState replica;
        replica.name = row.text();
        replica.client = row.text();
        replica.state = row.text();
        replica.syncState = row.text();
        replica.lagBytes = row.count(-1);
        replica.lagMs = row.count(-1);
        replica.isHidden = row.flag();
        state.replicas << replica;
    }
    return {};
}

Result<> addSlots(PostgresConnection &server, ReplicationState &state, const OperationContext &context)
{
    const auto read = server.run(queryOf(SlotsSql), context);
    if (!read)
        return failure(read.error());
    for (const QList<QVariant> &values : read->rows) {
        PostgresRow row(values);
        SlotState slot;
        slot.name = row.text();
        slot.kind = row.text();
        slot.isActive = row.flag();
        slot.keptBytes = row.count(-1);
        slot.walStatus = row.text();
        state.slotList << slot;
    }
    return {};
}

/// PgBouncer's tables have other columns in each version; so they are found by name.
class NamedRow
{
public:
    NamedRow(const PostgresRows &rows, qsizetype at)
        : m_rows(rows)
        , m_at(at)
    {
    }
    QString text(const char *column) const
    {
        return m_rows.rows.at(m_at).value(m_rows.columns.indexOf(QLatin1String(column))).toString();
    }
    qint64 number(const char *column) const { return text(column).toLongLong(); }

private:
    const PostgresRows &m_rows;
    qsizetype m_at;
};

} // namespace

Result<ReplicationState> readReplication(PostgresConnection &server, const OperationContext &context)
{
    const auto read = server.run(queryOf(StateSql), context);
    if (!read)
        return failure(read.error());
    ReplicationState state = stateFrom(read->rows.value(0));
    const auto added =
        addReplicas(server, state, context).and_then([&] { return addSlots(server, state, context); });
    if (!added)
        return failure(added.error());
    if (const auto waiting = server.value(queryOf(WaitingSql), context))
        state.waitingSegments = waiting->toLongLong();
    else if (waiting.error().kind != ErrorKind::Refused)
        return failure(waiting.error());
    return state;
}

Result<PoolerState> readPooler(PostgresConnection &console, const OperationContext &context)
{
    const auto version = console.value(queryOf("SHOW VERSION"), context);
    if (!version)
        return failure(version.error());
    const auto pools = console.run(queryOf("SHOW POOLS"), context);
    if (!pools)
        return failure(pools.error());
    PoolerState state;
    state.version = version->toString().section(u' ', 1, 1);
    for (qsizetype at = 0; at < pools->rows.size(); ++at) {
        const NamedRow row(*pools, at);
        PoolState pool;
        pool.database = row.text("database");
        pool.user = row.text("user");
        pool.mode = row.text("pool_mode");
        pool.clientsActive = static_cast<int>(row.number("cl_active"));
        pool.clientsWaiting = static_cast<int>(row.number("cl_waiting"));
        pool.serversActive = static_cast<int>(row.number("sv_active"));
        pool.serversIdle = static_cast<int>(row.number("sv_idle") + row.number("sv_used"));
        pool.longestWaitMs = row.number("maxwait") * 1000 + row.number("maxwait_us") / 1000;
        if (pool.database != QLatin1String("pgbouncer"))
            state.pools << pool;
    }
    const auto settings = console.run(queryOf("SHOW CONFIG"), context);
    for (qsizetype at = 0; settings && at < settings->rows.size(); ++at) {
        const NamedRow row(*settings, at);
        if (row.text("key") == QLatin1String("max_client_conn"))
            state.maxClients = static_cast<int>(row.number("value"));
        if (row.text("key") == QLatin1String("default_pool_size"))
            state.poolSize = static_cast<int>(row.number("value"));
    }
    return state;
}

} // namespace pilothouse

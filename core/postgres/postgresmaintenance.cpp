// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/postgresengine.h"
#include "core/postgres/postgresrow.h"

namespace pilothouse {
namespace {

constexpr char ProgressSql[] = R"(
SELECT pid::bigint, 'VACUUM', relid::regclass::text, phase,
       CASE phase WHEN 'scanning heap' THEN heap_blks_scanned WHEN 'vacuuming heap' THEN heap_blks_vacuumed
                  ELSE 0 END::bigint, heap_blks_total::bigint
  FROM pg_stat_progress_vacuum WHERE datname = current_database()
UNION ALL
SELECT pid::bigint, 'ANALYZE', relid::regclass::text, phase, sample_blks_scanned, sample_blks_total
  FROM pg_stat_progress_analyze WHERE datname = current_database()
UNION ALL
SELECT pid::bigint, command, relid::regclass::text, phase,
       CASE WHEN blocks_total > 0 THEN blocks_done ELSE tuples_done END,
       CASE WHEN blocks_total > 0 THEN blocks_total ELSE tuples_total END
  FROM pg_stat_progress_create_index WHERE datname = current_database()
UNION ALL
SELECT pid::bigint, command, relid::regclass::text, phase, heap_blks_scanned, heap_blks_total
  FROM pg_stat_progress_cluster WHERE datname = current_database())";

/// A name that ends in "_ccnew" or "_ccold" is REINDEX CONCURRENTLY's own; one that is not valid serves
/// nobody.
constexpr char LeftoversSql[] = R"(
SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname)
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$'
   AND NOT EXISTS (SELECT 1 FROM pg_stat_progress_create_index p WHERE p.relid = i.indrelid))";

} // namespace

Result<QList<MaintenanceProgress>> readProgress(PostgresConnection &server, const OperationContext &context)
{
    return server.run(queryOf(ProgressSql), context).map([](const PostgresRows &read) {
        QList<MaintenanceProgress> list;
        for (const QList<QVariant> &values : read.rows) {
            PostgresRow row(values);
            MaintenanceProgress progress;
            progress.pid = row.count();
            progress.command = row.text();
            progress.table = row.text();
            progress.phase = row.text();
            progress.done = row.count();
            progress.total = row.count();
            list << progress;
        }
        return list;
    });
}

std::optional<Maintenance> maintenanceFromName(const QString &name)
{
    if (name == QLatin1String("vacuum"))
        return Maintenance::Vacuum;
    if (name == QLatin1String("analyze"))
        return Maintenance::Analyze;
    if (name == QLatin1String("reindex"))
        return Maintenance::Reindex;
    return std::nullopt;
}

Result<QList<QByteArray>> leftoverIndexes(PostgresConnection &server, const OperationContext &context)
{
    return server.run(queryOf(LeftoversSql), context).map([](const PostgresRows &read) {
        QList<QByteArray> names;
        for (const QList<QVariant> &row : read.rows)
            names << row.value(0).toString().toUtf8();
        return names;
    });
}

} // namespace pilothouse

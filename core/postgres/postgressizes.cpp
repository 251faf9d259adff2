// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/postgresengine.h"
#include "core/postgres/postgresrow.h"

#include <algorithm>

namespace pilothouse {
namespace {

constexpr std::chrono::seconds Deadline{20};
constexpr qsizetype Largest = 200;
constexpr int MostRelations = 200'000;

constexpr char DatabasesSql[] = R"(
SELECT datname::text, CASE WHEN has_database_privilege(oid, 'CONNECT') THEN pg_database_size(oid) END,
       datname = current_database()
  FROM pg_database WHERE NOT datistemplate ORDER BY 2 DESC NULLS LAST)";

/// Of every table: what the files take. Sizes of the catalogue (relpages) would be quicker and wrong; the
/// view of statistics would take longer than its functions.
constexpr char TableSizesSql[] = R"(
SELECT c.oid::bigint, n.nspname::text, c.relname::text, greatest(c.reltuples, -1)::bigint,
       pg_table_size(c.oid), pg_total_relation_size(c.oid),
       CASE WHEN c.reltoastrelid <> 0 THEN pg_total_relation_size(c.reltoastrelid) ELSE 0 END,
       pg_stat_get_dead_tuples(c.oid),
       (extract(epoch FROM greatest(pg_stat_get_last_vacuum_time(c.oid),
                                    pg_stat_get_last_autovacuum_time(c.oid))) * 1000)::bigint,
       (extract(epoch FROM greatest(pg_stat_get_last_analyze_time(c.oid),
                                    pg_stat_get_last_autoanalyze_time(c.oid))) * 1000)::bigint
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
   AND n.nspname NOT LIKE 'pg\_toast%' AND n.nspname NOT LIKE 'pg\_temp%')";

/// How many pages the rows that the statistics know would fill: rows of their average width with 27 bytes of
/// header and line pointer, in pages of 8168 usable bytes at the table's fill factor.
constexpr char BloatSql[] = R"(
SELECT c.oid::bigint,
       greatest(0, c.relpages::float8 - ceil(c.reltuples * (27 + w.width) * 100
                   / (8168.0 * coalesce((SELECT option_value::int FROM pg_options_to_table(c.reloptions)
                                          WHERE option_name = 'fillfactor'), 100))))::bigint
           * current_setting('block_size')::bigint
  FROM pg_class c,
       LATERAL (SELECT sum((1 - null_frac) * avg_width)::float8 AS width FROM pg_stats
                 WHERE schemaname = (SELECT nspname FROM pg_namespace WHERE oid = c.relnamespace)
                   AND tablename = c.relname AND NOT inherited) w
 WHERE c.oid = ANY ($1::oid[]) AND c.reltuples > 0 AND w.width IS NOT NULL)";

constexpr char IndexesSql[] = R"(
SELECT n.nspname::text, t.relname::text, c.relname::text, pg_relation_size(c.oid),
       coalesce(s.idx_scan, 0), i.indisvalid
  FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid JOIN pg_class t ON t.oid = i.indrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_stat_all_indexes s ON s.indexrelid = c.oid
 WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\_toast%'
 ORDER BY c.relpages DESC, c.oid LIMIT 100)";

PostgresQuery largeQuery(const QByteArray &text, const QVariantList &values = {})
{
    PostgresQuery query = queryOf(text, values);
    query.deadline = Deadline;
    query.rowLimit = MostRelations;
    return query;
}

struct Measured
{
    qint64 oid = 0;
    RelationSize size;
};

Measured measuredFrom(const QList<QVariant> &values)
{
    PostgresRow row(values);
    Measured table;
    table.oid = row.count();
    RelationSize &size = table.size;
    size.schema = row.text();
    size.name = row.text();
    size.rows = row.count();
    const qint64 withToast = row.count();
    size.indexBytes = std::max<qint64>(0, row.count() - withToast);
    size.toastBytes = row.count();
    size.tableBytes = std::max<qint64>(0, withToast - size.toastBytes);
    size.deadRows = row.count();
    size.vacuumedAt = row.moment();
    size.analyzedAt = row.moment();
    return table;
}

QList<SchemaSize> schemasOf(const QList<Measured> &tables)
{
    QMap<QString, SchemaSize> schemas;
    for (const Measured &table : tables) {
        SchemaSize &schema = schemas[table.size.schema];
        schema.name = table.size.schema;
        ++schema.tables;
        schema.tableBytes += table.size.tableBytes;
        schema.indexBytes += table.size.indexBytes;
        schema.toastBytes += table.size.toastBytes;
    }
    return schemas.values();
}

Result<> addBloat(PostgresConnection &server, QList<Measured> &tables, const OperationContext &context)
{
    QStringList oids;
    QHash<qint64, RelationSize *> byOid;
    for (Measured &table : tables) {
        oids << QString::number(table.oid);
        byOid.insert(table.oid, &table.size);
    }
    const auto read = server.run(largeQuery(BloatSql, {QString(u'{' + oids.join(u',') + u'}')}), context);
    if (!read)
        return failure(read.error());
    for (const QList<QVariant> &row : read->rows) {
        if (RelationSize *size = byOid.value(row.value(0).toLongLong()))
            size->bloatBytes = std::min(row.value(1).toLongLong(), size->tableBytes);
    }
    return {};
}

Result<QList<IndexSize>> readIndexes(PostgresConnection &server, const OperationContext &context)
{
    return server.run(largeQuery(IndexesSql), context).map([](const PostgresRows &read) {
        QList<IndexSize> indexes;
        for (const QList<QVariant> &values : read.rows) {
            PostgresRow row(values);
            IndexSize index;
            index.schema = row.text();
            index.table = row.text();
            index.name = row.text();
            index.bytes = row.count();
            index.scans = row.count();
            index.isValid = row.flag();
            indexes << index;
        }
        return indexes;
    });
}

} // namespace

Result<ServerSizes> readServerSizes(PostgresConnection &server, const OperationContext &context)
{
    const auto databases = server.run(largeQuery(DatabasesSql), context);
    if (!databases)
        return failure(databases.error());
    const auto read = server.run(largeQuery(TableSizesSql), context);
    if (!read)
        return failure(read.error());
    QList<Measured> tables;
    for (const QList<QVariant> &row : read->rows)
        tables << measuredFrom(row);
    ServerSizes sizes;
    for (const QList<QVariant> &values : databases->rows) {
        PostgresRow row(values);
        const QString name = row.text();
        const qint64 bytes = row.count(-1);
        sizes.databases << DatabaseSize{name, bytes, row.flag()};
    }
    sizes.tableCount = static_cast<int>(tables.size());
    sizes.schemas = schemasOf(tables);
    std::sort(tables.begin(), tables.end(), [](const Measured &left, const Measured &right) {
        return std::pair(right.size.bytes(), left.oid) < std::pair(left.size.bytes(), right.oid);
    });
    tables.resize(std::min(tables.size(), Largest));
    if (auto estimated = addBloat(server, tables, context); !estimated)
        return failure(estimated.error());
    for (const Measured &table : std::as_const(tables))
        sizes.tables << table.size;
    auto indexes = readIndexes(server, context);
    if (!indexes)
        return failure(indexes.error());
    sizes.indexes = std::move(*indexes);
    return sizes;
}

} // namespace pilothouse

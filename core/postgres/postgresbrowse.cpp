// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/postgresengine.h"
#include "core/postgres/postgresrow.h"

#include <QElapsedTimer>

namespace pilothouse {
namespace {

constexpr int MostTables = 20'000;
constexpr int LargestPage = 1000;

constexpr char TablesSql[] = R"(
SELECT c.oid::bigint, n.nspname::text, c.relname::text,
       CASE WHEN c.relkind = 'v' THEN -1 ELSE greatest(c.reltuples, -1)::bigint END
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
   AND n.nspname NOT LIKE 'pg\_toast%' AND n.nspname NOT LIKE 'pg\_temp%'
 ORDER BY n.nspname <> 'public', n.nspname, c.relname)";

constexpr char ColumnsSql[] = R"(
SELECT a.attrelid::bigint, a.attname::text,
       EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = a.attrelid AND i.indisprimary
                                          AND a.attnum = ANY (i.indkey))
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
   AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\_toast%'
   AND n.nspname NOT LIKE 'pg\_temp%'
 ORDER BY a.attrelid, a.attnum)";

PostgresQuery wholeQuery(const char *sql)
{
    PostgresQuery query = queryOf(sql);
    query.rowLimit = 0;
    return query;
}

bool isPlain(const QString &name)
{
    return !name.isEmpty() && !name.contains(u'.') && !name.contains(u'"');
}

QString quoted(QString name)
{
    return u'"' + name.replace(u'"', QLatin1String("\"\"")) + u'"';
}

/// The name of a table as relationText() wrote it, found in the catalogue again, so that nothing else is run.
Result<QByteArray> quotedRelation(PostgresConnection &server, const QString &table,
                                  const OperationContext &context)
{
    const auto found = server.run(
        queryOf("SELECT n.nspname::text, c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = "
                "c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND ($1 = n.nspname || '.' || "
                "c.relname OR $1 = quote_ident(n.nspname) || '.' || quote_ident(c.relname) OR $1 = '\"' || "
                "replace(n.nspname, '\"', '\"\"') || '\".\"' || replace(c.relname, '\"', '\"\"') || '\"')",
                {table}),
        context);
    if (!found)
        return failure(found.error());
    for (const QList<QVariant> &row : found->rows) {
        if (relationText(row.value(0).toString(), row.value(1).toString()) != table && found->rows.size() > 1)
            continue;
        const auto schema = server.identifier(row.value(0).toString());
        const auto name = server.identifier(row.value(1).toString());
        if (!schema || !name)
            return failure(schema ? name.error() : schema.error());
        return QByteArray(*schema + '.' + *name);
    }
    return failure(Error{ErrorKind::NotFound,
                         table,
                         PostgresConnection::tr("There is no such table."),
                         PostgresConnection::tr("Name it as schema.table."),
                         {}});
}

} // namespace

QString relationText(const QString &schema, const QString &name)
{
    return isPlain(schema) && isPlain(name) ? schema + u'.' + name : quoted(schema) + u'.' + quoted(name);
}

Result<QList<TableInfo>> readTables(PostgresConnection &server, const OperationContext &context)
{
    PostgresQuery query = queryOf(TablesSql);
    query.rowLimit = MostTables;
    const auto read = server.run(query, context);
    if (!read)
        return failure(read.error());
    QList<TableInfo> tables;
    QHash<qint64, qsizetype> places;
    for (const QList<QVariant> &values : read->rows) {
        PostgresRow row(values);
        places.insert(row.count(), tables.size());
        const QString schema = row.text();
        TableInfo table;
        table.name = relationText(schema, row.text());
        table.rows = row.count();
        table.isEstimate = true;
        tables << table;
    }
    if (read->isCut)
        return tables;
    const auto columns = server.run(wholeQuery(ColumnsSql), context);
    if (!columns)
        return failure(columns.error());
    for (const QList<QVariant> &values : columns->rows) {
        PostgresRow row(values);
        const qsizetype place = places.value(row.count(), -1);
        if (place < 0)
            continue;
        tables[place].columns << row.text();
        if (row.flag())
            tables[place].keyColumns << tables[place].columns.last();
    }
    return tables;
}

Result<RowPage> readRows(PostgresConnection &server, const RowsWanted &wanted,
                         const OperationContext &context)
{
    QElapsedTimer timer;
    timer.start();
    const auto relation = quotedRelation(server, wanted.table, context);
    if (!relation)
        return failure(relation.error());
    const int limit = std::clamp(wanted.limit, 1, LargestPage);
    const qint64 offset = std::max<qint64>(0, wanted.offset);
    QByteArray sql = "SELECT r.* FROM " + *relation + " r";
    QVariantList values{offset, limit + 1}; // one more than is shown says whether there are more
    if (!wanted.filter.isEmpty()) {
        sql += " WHERE strpos(lower(r::text), lower($3::text)) > 0";
        values << wanted.filter;
    }
    PostgresQuery query = queryOf(sql + " OFFSET $1::bigint LIMIT $2::bigint", values);
    query.rowLimit = 0;
    return server.run(query, context).map([&](PostgresRows read) {
        RowPage page;
        page.columns = std::move(read.columns);
        page.hasMore = read.rows.size() > limit;
        page.rows = std::move(read.rows);
        page.rows.resize(std::min<qsizetype>(page.rows.size(), limit));
        page.offset = offset;
        page.milliseconds = timer.elapsed();
        return page;
    });
}

Result<QByteArray> maintenanceStatement(PostgresConnection &server, Maintenance kind, const QString &table,
                                        const OperationContext &context)
{
    const auto target =
        table.isEmpty() ? Result<QByteArray>(QByteArray()) : quotedRelation(server, table, context);
    if (!target)
        return failure(target.error());
    const QByteArray of = target->isEmpty() ? QByteArray() : ' ' + *target;
    if (kind == Maintenance::Vacuum)
        return QByteArray("VACUUM (ANALYZE)" + of);
    if (kind == Maintenance::Analyze)
        return QByteArray("ANALYZE" + of);
    if (!of.isEmpty())
        return QByteArray("REINDEX TABLE CONCURRENTLY" + of);
    return server.value(queryOf("SELECT current_database()::text"), context)
        .and_then([&](const QVariant &name) { return server.identifier(name.toString()); })
        .map([](const QByteArray &name) { return QByteArray("REINDEX DATABASE CONCURRENTLY " + name); });
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqliteconnection.h"
#include "core/database/sqliteengine.h"
#include "core/database/sqliteschema.h"

#include <QElapsedTimer>

namespace pilothouse {

namespace {

using Use = SqliteConnection::Use;

constexpr std::chrono::milliseconds ReadDeadline{2000};
constexpr int LargestPage = 1000;

QList<QVariant> cellsOf(const SqliteStatement &statement)
{
    QList<QVariant> cells;
    const int count = statement.columnCount();
    cells.reserve(count);
    for (int column = 0; column < count; ++column)
        cells << statement.cell(column);
    return cells;
}

Result<RowPage> readPage(const SqliteConnection &connection, const TableInfo &table, qint64 offset, int limit)
{
    const auto columns = quoteList(table.columns);
    const auto keys = quoteList(table.keyColumns);
    const auto name = quoteIdentifier(table.name);
    for (const auto &quoted : {columns, keys, name}) {
        if (!quoted)
            return failure(quoted.error());
    }
    auto statement = connection.prepare(
        QStringLiteral("SELECT %1 FROM %2 ORDER BY %3 LIMIT ? OFFSET ?").arg(*columns, *name, *keys));
    if (!statement)
        return failure(statement.error());
    if (auto bound = statement->bind(1, limit + 1).and_then([&] { return statement->bind(2, offset); });
        !bound)
        return failure(bound.error());
    RowPage page;
    page.columns = table.columns;
    page.offset = offset;
    while (true) {
        const auto row = statement->step();
        if (!row)
            return failure(row.error());
        if (!*row)
            return page;
        if (page.rows.size() == limit) {
            page.hasMore = true;
            return page;
        }
        page.rows << cellsOf(*statement);
    }
}

Result<SqlRows> runSelect(const SqliteConnection &connection, const SqlQuery &query)
{
    if (auto limited = connection.allowOnlySelect(); !limited)
        return failure(limited.error());
    auto statement = connection.prepare(query.text);
    if (!statement)
        return failure(statement.error());
    if (auto bound = statement->bindNamed(query.parameters); !bound)
        return failure(bound.error());
    SqlRows rows;
    rows.columns = statement->columnNames();
    while (true) {
        const auto row = statement->step();
        if (!row)
            return failure(row.error());
        if (!*row)
            return rows;
        if (rows.rows.size() >= query.rowLimit) {
            rows.isCut = true;
            return rows;
        }
        rows.rows << cellsOf(*statement);
    }
}

} // namespace

Result<RowPage> SqliteEngine::browse(const QString &path, const QString &table, qint64 offset, int limit,
                                     const OperationContext &context) const
{
    if (offset < 0 || limit < 1 || limit > LargestPage)
        return failure(ErrorKind::BadInput,
                       tr("A page has 1 to %1 rows and starts at 0 or later.").arg(LargestPage));
    QElapsedTimer timer;
    timer.start();
    auto page = SqliteConnection::open(path, Use::Read, context, ReadDeadline)
                    .and_then([&](const SqliteConnection &connection) {
                        return readTable(connection, table).and_then([&](const TableInfo &info) {
                            return readPage(connection, info, offset, limit);
                        });
                    });
    if (!page)
        return failure(withSubject(page.error(), path));
    page->milliseconds = timer.elapsed();
    return page;
}

Result<SqlRows> SqliteEngine::select(const QString &path, const SqlQuery &query,
                                     const OperationContext &context) const
{
    auto rows =
        SqliteConnection::open(path, Use::Read, context, query.deadline)
            .and_then([&](const SqliteConnection &connection) { return runSelect(connection, query); });
    if (!rows)
        return failure(withSubject(rows.error(), path));
    return rows;
}

Result<bool> SqliteEngine::probe(const QString &path, const QString &sql,
                                 const OperationContext &context) const
{
    const auto rows = select(path, SqlQuery{sql, {}, 1, ReadDeadline}, context);
    if (rows)
        return !rows->rows.isEmpty();
    const QString &detail = rows.error().detail;
    if (detail.startsWith(QLatin1String("no such table"))
        || detail.startsWith(QLatin1String("no such column")))
        return false;
    return failure(rows.error());
}

} // namespace pilothouse

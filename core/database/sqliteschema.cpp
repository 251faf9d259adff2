// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqliteschema.h"

#include "core/database/sqlitedigest.h"

namespace pilothouse {

namespace {

/// Columns and key of a table; columns that SQLite computes are not stored and therefore not named.
Result<> readColumns(const SqliteConnection &connection, TableInfo &table)
{
    const auto quoted = quoteIdentifier(table.name);
    if (!quoted)
        return failure(quoted.error());
    auto statement = connection.prepare(QStringLiteral("PRAGMA table_xinfo(%1)").arg(*quoted));
    if (!statement)
        return failure(statement.error());
    QMap<int, QString> keys;
    while (true) {
        const auto row = statement->step();
        if (!row)
            return failure(row.error());
        if (!*row)
            break;
        if (statement->cell(6).toInt() != 0)
            continue;
        const QString name = statement->cell(1).toString();
        table.columns << name;
        if (const int position = statement->cell(5).toInt(); position > 0)
            keys.insert(position, name);
    }
    table.keyColumns = keys.isEmpty() ? QStringList{QStringLiteral("rowid")} : QStringList(keys.values());
    return {};
}

} // namespace

Result<QList<TableInfo>> readTables(const SqliteConnection &connection)
{
    auto statement =
        connection.prepare(QStringLiteral("SELECT t.name, t.wr FROM pragma_table_list AS t WHERE t.schema = "
                                          "'main' AND t.type IN ('table', 'shadow') "
                                          "AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY t.name"));
    if (!statement)
        return failure(statement.error());
    QList<TableInfo> tables;
    while (true) {
        const auto row = statement->step();
        if (!row)
            return failure(row.error());
        if (!*row)
            break;
        TableInfo table;
        table.name = statement->cell(0).toString();
        table.isWithoutRowid = statement->cell(1).toBool();
        tables << table;
    }
    for (TableInfo &table : tables) {
        if (auto read = readColumns(connection, table); !read)
            return failure(read.error());
    }
    return tables;
}

Result<TableInfo> readTable(const SqliteConnection &connection, const QString &name)
{
    const auto tables = readTables(connection);
    if (!tables)
        return failure(tables.error());
    for (const TableInfo &table : *tables) {
        if (table.name.compare(name, Qt::CaseInsensitive) == 0)
            return table;
    }
    return failure(ErrorKind::NotFound, SqliteConnection::tr("The database has no table “%1”.").arg(name));
}

Result<QString> schemaDigest(const SqliteConnection &connection)
{
    auto statement = connection.prepare(QStringLiteral(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
        "ORDER BY type, name"));
    if (!statement)
        return failure(statement.error());
    SqliteDigest digest;
    while (true) {
        const auto row = statement->step();
        if (!row)
            return failure(row.error());
        if (!*row)
            return digest.result();
        for (int column = 0; column < 4; ++column) {
            const QByteArray text = statement->cell(column).toString().toUtf8();
            digest.add(text.constData(), static_cast<std::size_t>(text.size()));
            digest.addByte('\0');
        }
    }
}

Result<QString> quoteList(const QStringList &names)
{
    QStringList quoted;
    for (const QString &name : names) {
        const auto one = quoteIdentifier(name);
        if (!one)
            return failure(one.error());
        quoted << *one;
    }
    return quoted.join(QStringLiteral(", "));
}

} // namespace pilothouse

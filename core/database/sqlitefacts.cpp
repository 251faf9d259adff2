// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqliteconnection.h"
#include "core/database/sqlitedigest.h"
#include "core/database/sqliteengine.h"
#include "core/database/sqliteschema.h"

#include <QFile>

#include <bit>
#include <sys/stat.h>

namespace pilothouse {

namespace {

/// Adds one cell: a letter for its type (n, i, r, t, b); then eight bytes of an integer or of a real's bits,
/// or the length in eight bytes and the bytes of a text or blob. Numbers are big-endian, text is in the
/// database's UTF-8 form.
void addCell(SqliteDigest &digest, sqlite3_stmt *row, int column)
{
    const int type = sqlite3_column_type(row, column);
    if (type == SQLITE_INTEGER) {
        digest.addByte('i');
        digest.addNumber(static_cast<quint64>(sqlite3_column_int64(row, column)));
    } else if (type == SQLITE_FLOAT) {
        digest.addByte('r');
        digest.addNumber(std::bit_cast<quint64>(sqlite3_column_double(row, column)));
    } else if (type == SQLITE_NULL) {
        digest.addByte('n');
    } else {
        digest.addByte(type == SQLITE_TEXT ? 't' : 'b');
        const void *bytes =
            type == SQLITE_TEXT ? sqlite3_column_text(row, column) : sqlite3_column_blob(row, column);
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, column));
        digest.addNumber(size);
        digest.add(bytes, size);
    }
}

/// "SELECT every stored column ORDER BY key": the primary key, or the rowid where there is none; a key whose
/// NULLs do not order its rows falls back on the rowid.
Result<QString> contentQuery(const TableInfo &table)
{
    QStringList order = table.keyColumns;
    const auto columns = quoteList(table.columns);
    const auto name = quoteIdentifier(table.name);
    const auto keys = quoteList(order);
    for (const auto &quoted : {columns, name, keys}) {
        if (!quoted)
            return failure(quoted.error());
    }
    const bool isRowid = table.isWithoutRowid || order == QStringList{QStringLiteral("rowid")};
    return QStringLiteral("SELECT %1 FROM %2 ORDER BY %3")
        .arg(*columns, *name, isRowid ? *keys : *keys + u", rowid"_qs);
}

/// Rows are one after the other, each led by the letter R.
Result<> digestTable(const SqliteConnection &connection, const TableInfo &table, CopyFacts &facts,
                     SqliteDigest &digest)
{
    const auto query = contentQuery(table);
    if (!query)
        return failure(query.error());
    auto statement = connection.prepare(*query);
    if (!statement)
        return failure(statement.error());
    const int columns = statement->columnCount();
    qint64 rows = 0;
    while (true) {
        const auto row = statement->step();
        if (!row)
            return failure(row.error());
        if (!*row)
            break;
        digest.addByte('R');
        for (int column = 0; column < columns; ++column)
            addCell(digest, statement->native(), column);
        ++rows;
    }
    facts.tableRows.insert(table.name, rows);
    facts.tableSha256.insert(table.name, digest.result());
    return {};
}

Result<> readHeader(const SqliteConnection &connection, CopyFacts &facts)
{
    const auto number = [&](const char *pragma, auto &value) -> Result<> {
        const auto read = connection.scalar(QStringLiteral("PRAGMA %1").arg(QLatin1String(pragma)));
        if (!read)
            return failure(read.error());
        value = read->value<std::decay_t<decltype(value)>>();
        return {};
    };
    return number("page_size", facts.pageSize)
        .and_then([&] { return number("page_count", facts.pageCount); })
        .and_then([&] { return number("journal_mode", facts.journalMode); })
        .and_then([&] { return number("encoding", facts.encoding); })
        .and_then([&] { return number("auto_vacuum", facts.autoVacuum); })
        .and_then([&] { return number("user_version", facts.userVersion); })
        .and_then([&] { return number("application_id", facts.applicationId); })
        .and_then([&]() -> Result<> {
            const auto digest = schemaDigest(connection);
            if (!digest)
                return failure(digest.error());
            facts.schemaSha256 = *digest;
            return {};
        });
}

Result<CopyFacts> readFacts(const SqliteConnection &connection, const OperationContext &context)
{
    CopyFacts facts;
    struct stat file = {};
    ::stat(QFile::encodeName(connection.path()).constData(), &file);
    facts.bytes = file.st_size;
    if (auto begun = connection.execute(QStringLiteral("BEGIN")); !begun)
        return failure(begun.error());
    if (auto header = readHeader(connection, facts); !header)
        return failure(header.error());
    const auto tables = readTables(connection);
    if (!tables)
        return failure(tables.error());
    SqliteDigest digest;
    qint64 done = 0;
    for (const TableInfo &table : *tables) {
        context.report({done++, tables->size(), SqliteEngine::tr("Counting %1").arg(table.name)});
        if (auto added = digestTable(connection, table, facts, digest); !added)
            return failure(added.error());
    }
    return facts;
}

} // namespace

Result<CopyFacts> SqliteEngine::facts(const QString &path, const OperationContext &context,
                                      std::chrono::milliseconds deadline) const
{
    auto facts =
        SqliteConnection::open(path, SqliteConnection::Use::Read, context, deadline)
            .and_then([&](const SqliteConnection &connection) { return readFacts(connection, context); });
    if (!facts)
        return failure(withSubject(facts.error(), path));
    return facts;
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/database/sqliteconnection.h"
#include "core/database/sqlitetrees.h"

#include <QMap>

#include <memory>
#include <optional>

namespace pilothouse {

struct SalvagedTable;
struct TableInfo;

/// A row of the schema.
struct SchemaEntry
{
    QString type; ///< "table", "index", "view", "trigger"
    QString name;
    QString table;
    quint32 root = 0;
    QString sql;
};

/// A table of the new file.
struct SalvageTable
{
    QString name;
    QStringList stored;    ///< columns of a record in their order; empty: one that cannot be written
    int rowidColumn = -1;  ///< of `stored`: stands for the rowid, and is stored as NULL
    QString rowidName;     ///< writes the rowid where no column does; empty: it cannot
    QList<bool> mayBeNull; ///< of `stored`
    bool isWithoutRowid = false;
};

/// The new file of a salvage: schema first, rows in one transaction, indexes and triggers last. Foreign keys
/// and CHECKs do not act; what UNIQUE and NOT NULL forbid is refused row by row.
class SalvageTarget
{
public:
    /// Makes the file, private.
    [[nodiscard]] static Result<std::unique_ptr<SalvageTarget>> create(const QString &path,
                                                                       const OperationContext &context);

    /// Takes page size, encoding and versions from the damaged file.
    [[nodiscard]] Result<> begin(const SqlitePages &pages);
    /// A table that cannot be made is a problem, not a failure.
    void makeTable(const SchemaEntry &entry);
    void makeOther(const SchemaEntry &entry);
    const SalvageTable *table(const QString &name) const;
    /// False where it is refused.
    bool insert(const QString &name, const SqliteRow &row);
    bool insertUnplaced(quint32 page, const SqliteRow &row);
    /// The one table that rows of a page can belong to; empty: none, or several.
    QString tableFor(const QList<SqliteRow> &rows) const;
    void noteSequence(const SqliteRow &row);
    /// Copies rows from the front and from the back, until damage is met.
    [[nodiscard]] Result<> copyThroughSqlite(const QString &damaged, const SalvageTable &table,
                                             SalvagedTable &result, const OperationContext &context);
    [[nodiscard]] Result<> commit();

    void note(const QString &problem) { m_problems << problem; }
    QStringList problems() const { return m_problems; }

private:
    explicit SalvageTarget(SqliteConnection connection)
        : m_connection(std::move(connection))
    {
    }
    /// A table read in the order of its key, and written here.
    struct TableCopy
    {
        SqliteStatement rows;
        SqliteStatement insert;
    };
    std::optional<TableCopy> prepareCopy(const SqliteConnection &source, const TableInfo &info,
                                         const char *order);
    /// Whether that came to the end of the table.
    Result<bool> copyRows(TableCopy &copy, SalvagedTable &result);
    Result<SalvageTable> describe(const QString &name);
    sqlite3_stmt *statementFor(const SalvageTable &table, qsizetype columns);
    bool bindValue(sqlite3_stmt *statement, int at, const SqliteValue &value) const;
    bool fits(const SalvageTable &table, const SqliteRow &row) const;

    SqliteConnection m_connection; // outlives the statements
    QMap<QString, SalvageTable> m_tables;
    QHash<QString, std::shared_ptr<SqliteStatement>> m_inserts;
    QMap<QString, qint64> m_sequences;
    QStringList m_problems;
    int m_encoding = SQLITE_UTF8;
    bool m_hasUnplaced = false;
};

/// Text of the file's encoding (1: UTF-8, 2 and 3: UTF-16 little- and big-endian).
QString textIn(const QByteArray &bytes, int encoding);

} // namespace pilothouse

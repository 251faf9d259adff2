// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/rowcodec.h"
#include "core/database/sqliteconnection.h"
#include "core/database/sqliteengine.h"
#include "core/database/sqliteschema.h"

namespace pilothouse {

namespace {

using Use = SqliteConnection::Use;

constexpr std::chrono::seconds RowsDeadline{30};

QString placeholders(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(QStringLiteral(", "));
}

/// Reads and changes single rows on one connection; statements and columns are kept from one row to the next.
class RowAccess
{
public:
    explicit RowAccess(const SqliteConnection &connection)
        : m_connection(connection)
    {
    }

    /// The whole row, or an empty map. BadInput where the key finds more than one.
    [[nodiscard]] Result<QVariantMap> read(const RowChange &change);
    [[nodiscard]] Result<> apply(const RowChange &change);

private:
    [[nodiscard]] Result<QStringList> columnsOf(const QString &table);
    [[nodiscard]] Result<QString> whereOf(const QVariantMap &key, const QString &table);
    [[nodiscard]] Result<SqliteStatement *> statement(const QString &sql);
    [[nodiscard]] Result<QString> changeText(const RowChange &change);

    const SqliteConnection &m_connection;
    std::map<QString, QStringList> m_columns;
    std::map<QString, SqliteStatement> m_statements;
};

Result<QStringList> RowAccess::columnsOf(const QString &table)
{
    const auto known = m_columns.find(table);
    if (known != m_columns.end())
        return known->second;
    const auto info = readTable(m_connection, table);
    if (!info)
        return failure(info.error());
    return m_columns.emplace(table, info->columns).first->second;
}

/// SQLite takes an unknown name in double quotes for a text, so names are checked before they are used.
Result<QString> RowAccess::whereOf(const QVariantMap &key, const QString &table)
{
    const auto columns = columnsOf(table);
    if (!columns)
        return failure(columns.error());
    QStringList terms;
    for (auto part = key.cbegin(); part != key.cend(); ++part) {
        const auto name = quoteIdentifier(part.key());
        if (!name)
            return failure(name.error());
        if (!columns->contains(part.key(), Qt::CaseInsensitive) && part.key() != QLatin1String("rowid"))
            return failure(ErrorKind::BadInput,
                           SqliteEngine::tr("Table “%1” has no column “%2”.").arg(table, part.key()));
        terms << *name + QStringLiteral(" IS ?");
    }
    if (terms.isEmpty())
        return failure(ErrorKind::BadInput, SqliteEngine::tr("A change of a row names no key."), table);
    return terms.join(QStringLiteral(" AND "));
}

Result<SqliteStatement *> RowAccess::statement(const QString &sql)
{
    const auto known = m_statements.find(sql);
    if (known != m_statements.end()) {
        known->second.reset();
        return &known->second;
    }
    auto prepared = m_connection.prepare(sql);
    if (!prepared)
        return failure(prepared.error());
    return &m_statements.emplace(sql, std::move(*prepared)).first->second;
}

Result<> bindAll(SqliteStatement &statement, const QVariantMap &values, int first)
{
    for (const QVariant &value : values) {
        if (auto bound = statement.bind(first++, value); !bound)
            return bound;
    }
    return {};
}

Result<QVariantMap> RowAccess::read(const RowChange &change)
{
    const auto columns = columnsOf(change.table);
    if (!columns)
        return failure(columns.error());
    const auto list = quoteList(*columns);
    const auto table = quoteIdentifier(change.table);
    const auto where = whereOf(change.key, change.table);
    for (const auto &part : {list, table, where}) {
        if (!part)
            return failure(part.error());
    }
    const auto query =
        statement(QStringLiteral("SELECT %1 FROM %2 WHERE %3 LIMIT 2").arg(*list, *table, *where));
    if (!query)
        return failure(query.error());
    if (auto bound = bindAll(**query, change.key, 1); !bound)
        return failure(bound.error());
    QVariantMap row;
    while (true) {
        const auto found = (*query)->step();
        if (!found)
            return failure(found.error());
        if (!*found)
            break;
        if (!row.isEmpty())
            return failure(ErrorKind::BadInput, SqliteEngine::tr("The key names more than one row."),
                           nameOf(change));
        for (int column = 0; column < columns->size(); ++column)
            row.insert(columns->at(column), (*query)->exactCell(column));
    }
    (*query)->reset();
    return row;
}

/// What a statement of this change binds before its key; a row that comes back gets its rowid back too.
QVariantMap storedValues(const RowChange &change)
{
    if (change.kind == RowChange::Kind::Delete)
        return {};
    QVariantMap values = change.values;
    if (change.kind == RowChange::Kind::Insert && change.key.contains(QStringLiteral("rowid")))
        values.insert(QStringLiteral("rowid"), change.key.value(QStringLiteral("rowid")));
    return values;
}

Result<QString> RowAccess::changeText(const RowChange &change)
{
    const auto table = quoteIdentifier(change.table);
    const auto names = quoteList(storedValues(change).keys());
    const auto where = whereOf(change.key, change.table);
    for (const auto &part : {table, names, where}) {
        if (!part)
            return failure(part.error());
    }
    switch (change.kind) {
    case RowChange::Kind::Delete:
        return QStringLiteral("DELETE FROM %1 WHERE %2").arg(*table, *where);
    case RowChange::Kind::Insert:
        return QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
            .arg(*table, *names, placeholders(storedValues(change).size()));
    case RowChange::Kind::Update:
        break;
    }
    const auto isKey = [&](const QString &name) { return change.values.contains(name); };
    if (change.values.isEmpty() || std::any_of(change.key.keyBegin(), change.key.keyEnd(), isKey))
        return failure(ErrorKind::BadInput, SqliteEngine::tr("A change of a row sets nothing, or its key."),
                       nameOf(change));
    return QStringLiteral("UPDATE %1 SET (%2) = (%3) WHERE %4")
        .arg(*table, *names, placeholders(change.values.size()), *where);
}

Result<> RowAccess::apply(const RowChange &change)
{
    const auto text = changeText(change);
    if (!text)
        return failure(text.error());
    const auto query = statement(*text);
    if (!query)
        return failure(query.error());
    const bool hasKey = change.kind != RowChange::Kind::Insert;
    const QVariantMap values = storedValues(change);
    auto bound = bindAll(**query, values, 1);
    if (bound && hasKey)
        bound = bindAll(**query, change.key, static_cast<int>(values.size()) + 1);
    if (!bound)
        return bound;
    const auto done = (*query)->step();
    (*query)->reset();
    if (!done)
        return failure(withSubject(done.error(), nameOf(change)));
    return {};
}

bool isUnneeded(const RowChange &change)
{
    return change.kind == RowChange::Kind::Delete && change.before.isEmpty();
}

tl::unexpected<Error> changedMeanwhile(const RowChange &change)
{
    return failure(Error{ErrorKind::Refused,
                         {},
                         SqliteEngine::tr("A row is no longer as it was: %1.").arg(nameOf(change)),
                         SqliteEngine::tr("Nothing was changed. Look at the row and start again."),
                         {}});
}

Result<> changeOne(RowAccess &rows, const RowChange &change)
{
    const auto now = rows.read(change);
    if (!now)
        return failure(now.error());
    if (!isSameRow(*now, change.before) || (change.kind == RowChange::Kind::Update && now->isEmpty()))
        return changedMeanwhile(change);
    if (isUnneeded(change))
        return {};
    if (auto applied = rows.apply(change); !applied)
        return applied;
    const auto after = rows.read(change);
    if (!after)
        return failure(after.error());
    if (!isSameRow(*after, rowAfter(change)))
        return failure(ErrorKind::BadInput,
                       SqliteEngine::tr("The database stores a value in another way than it was given."),
                       nameOf(change));
    return {};
}

Result<> changeAll(const SqliteConnection &connection, const QList<RowChange> &changes)
{
    RowAccess rows(connection);
    const qint64 before = sqlite3_total_changes64(connection.native());
    qint64 expected = 0;
    for (const RowChange &change : changes) {
        if (auto changed = changeOne(rows, change); !changed)
            return changed;
        expected += isUnneeded(change) ? 0 : 1;
    }
    const qint64 further = sqlite3_total_changes64(connection.native()) - before - expected;
    if (further != 0)
        return failure(Error{ErrorKind::Refused,
                             {},
                             SqliteEngine::tr("The database would change %n further row(s) by its own rules.",
                                              nullptr, static_cast<int>(further)),
                             SqliteEngine::tr("Nothing was changed. Those rows must be part of the change."),
                             {}});
    return {};
}

/// One transaction, so that all rows are of one moment.
Result<QList<RowChange>> readAll(const QString &path, Use use, QList<RowChange> changes,
                                 const OperationContext &context)
{
    const auto connection = SqliteConnection::open(path, use, context, RowsDeadline);
    if (!connection)
        return failure(connection.error());
    if (auto begun = connection->execute(QStringLiteral("BEGIN")); !begun)
        return failure(begun.error());
    RowAccess rows(*connection);
    for (RowChange &change : changes) {
        auto row = rows.read(change);
        if (!row)
            return failure(row.error());
        change.before = std::move(*row);
    }
    return changes;
}

} // namespace

Result<QList<RowChange>> SqliteEngine::readRows(const QString &path, const QList<RowChange> &changes,
                                                const OperationContext &context) const
{
    auto read = readAll(path, Use::Read, changes, context);
    // A change that a crash cut off leaves a hot journal, which only a connection that may write plays back.
    if (!read && read.error().kind == ErrorKind::Refused) {
        if (auto again = readAll(path, Use::ChangeRows, changes, context))
            return again;
    }
    if (!read)
        return failure(withSubject(read.error(), path));
    return read;
}

Result<> SqliteEngine::changeRows(const QString &path, const QList<RowChange> &changes,
                                  const OperationContext &context) const
{
    const auto connection = SqliteConnection::open(path, Use::ChangeRows, context, RowsDeadline);
    if (!connection)
        return failure(withSubject(connection.error(), path));
    auto done = connection->execute(QStringLiteral("BEGIN IMMEDIATE"))
                    .and_then([&] { return changeAll(*connection, changes); })
                    .and_then([&] { return connection->execute(QStringLiteral("COMMIT")); });
    if (done)
        return {};
    if (sqlite3_get_autocommit(connection->native()) == 0)
        static_cast<void>(connection->execute(QStringLiteral("ROLLBACK")));
    return failure(withSubject(done.error(), path));
}

} // namespace pilothouse

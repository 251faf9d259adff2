// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/postgresrows.h"

#include "core/base/redaction.h"
#include "core/database/rowcodec.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pilothouse {

namespace {

constexpr std::chrono::seconds RowsDeadline{60};
constexpr int MostNamedRows = 10;

/// Rows as the JSON that jsonb_to_recordset() takes: members n, k0 ... and v0 ..., all texts.
class Batch
{
public:
    void add(int number, const QList<QVariant> &keys, const QList<QVariant> &values)
    {
        QJsonObject row{{QStringLiteral("n"), number}};
        put(row, u'k', keys);
        put(row, u'v', values);
        m_rows << row;
    }
    QString text() const { return QString::fromUtf8(QJsonDocument(m_rows).toJson(QJsonDocument::Compact)); }
    static QByteArray columns(qsizetype keys, qsizetype values)
    {
        QByteArray text = "n integer";
        for (qsizetype index = 0; index < keys; ++index)
            text += ", k" + QByteArray::number(index) + " text";
        for (qsizetype index = 0; index < values; ++index)
            text += ", v" + QByteArray::number(index) + " text";
        return text;
    }

private:
    static void put(QJsonObject &row, QChar letter, const QList<QVariant> &values)
    {
        for (qsizetype index = 0; index < values.size(); ++index)
            row.insert(letter + QString::number(index), values[index].isValid() && !values[index].isNull()
                                                            ? QJsonValue(values[index].toString())
                                                            : QJsonValue(QJsonValue::Null));
    }

    QJsonArray m_rows;
};

/// Changes that one statement can make: of one table, of one kind, with the same columns.
bool isOfGroup(const RowChange &one, const RowChange &other)
{
    return one.table == other.table && one.kind == other.kind && one.key.keys() == other.key.keys()
           && one.values.keys() == other.values.keys();
}

qsizetype endOfGroup(const QList<RowChange> &changes, qsizetype from)
{
    qsizetype to = from + 1;
    while (to < changes.size() && isOfGroup(changes[from], changes[to]))
        ++to;
    return to;
}

/// A secret that an update leaves as it is has no business in a journal.
bool isLeftOut(const RowChange &change, const QString &column)
{
    return change.kind == RowChange::Kind::Update && isSecretColumn(column) && !change.values.contains(column)
           && !change.key.contains(column);
}

} // namespace

Result<QByteArray> PostgresRowEditor::quotedTable(const QString &table) const
{
    const qsizetype dot = table.indexOf(u'.');
    if (dot < 0)
        return failure(ErrorKind::BadInput,
                       tr("A table is named with its schema: \"public.%1\".").arg(table));
    const auto schema = m_connection.identifier(table.left(dot));
    const auto name = m_connection.identifier(table.mid(dot + 1));
    if (!schema || !name)
        return failure(schema ? name.error() : schema.error());
    return *schema + '.' + *name;
}

Result<PostgresRowEditor::Columns> PostgresRowEditor::columnsOf(const QString &table,
                                                                const OperationContext &context)
{
    if (const auto known = m_columns.constFind(table); known != m_columns.constEnd())
        return *known;
    const auto quoted = quotedTable(table);
    if (!quoted)
        return failure(quoted.error());
    const auto rows = m_connection.run(
        {"SELECT a.attname::text, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attgenerated <> ''"
         " FROM pg_catalog.pg_attribute a WHERE a.attrelid = pg_catalog.to_regclass($1)"
         " AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum",
         {QString::fromUtf8(*quoted)},
         RowsDeadline,
         0},
        context);
    if (!rows)
        return failure(rows.error());
    Columns columns;
    for (const QList<QVariant> &row : rows->rows) {
        const auto name = m_connection.identifier(row[0].toString());
        if (!name)
            return failure(name.error());
        columns << Column{row[0].toString(), *name, row[1].toString().toUtf8(), row[2].toBool()};
    }
    if (columns.isEmpty())
        return failure(ErrorKind::NotFound, tr("The database has no table %1.").arg(table));
    m_columns.insert(table, columns);
    return columns;
}

Result<QVariantMap> PostgresRowEditor::stored(const QString &table, const QVariantMap &values,
                                              const OperationContext &context)
{
    const auto columns = columnsOf(table, context);
    if (!columns)
        return failure(columns.error());
    QVariantMap texts;
    for (auto value = values.begin(); value != values.end(); ++value) {
        const auto column = std::find_if(columns->begin(), columns->end(),
                                         [&](const Column &one) { return one.name == value.key(); });
        if (column == columns->end())
            return failure(ErrorKind::NotFound, tr("The table %1 has no column %2.").arg(table, value.key()));
        const bool isNow = value->toString() == QLatin1String("{now}");
        PostgresQuery query;
        query.text = "SELECT CAST(CAST(" + QByteArray(isNow ? "pg_catalog.now()" : "$1") + " AS "
                     + column->type + ") AS text)";
        if (!isNow)
            query.values << *value;
        const auto text = m_connection.value(query, context);
        if (!text)
            return failure(text.error());
        texts.insert(value.key(), *text);
    }
    return texts;
}

Result<> PostgresRowEditor::readGroup(QList<RowChange> &changes, qsizetype from, qsizetype to, bool doesLock,
                                      const OperationContext &context)
{
    const RowChange &first = changes[from];
    const auto columns = columnsOf(first.table, context);
    if (!columns)
        return failure(columns.error());
    const QStringList keys = first.key.keys();
    QByteArray select = "SELECT v.n";
    QByteArray where;
    QStringList shown;
    for (const Column &column : *columns) {
        if (const qsizetype key = keys.indexOf(column.name); key >= 0)
            where += (where.isEmpty() ? "" : " AND ") + ("t." + column.quoted) + " = CAST(v.k"
                     + QByteArray::number(key) + " AS " + column.type + ')';
        if (isLeftOut(first, column.name))
            continue;
        select += ", CAST(t." + column.quoted + " AS text)";
        shown << column.name;
    }
    Batch batch;
    for (qsizetype index = from; index < to; ++index)
        batch.add(static_cast<int>(index), changes[index].key.values(), {});
    const auto table = quotedTable(first.table);
    if (!table || where.count(" = CAST") != keys.size())
        return failure(table ? Error{ErrorKind::BadInput, first.table, tr("Its key is not known."), {}, {}}
                             : table.error());
    const auto rows =
        m_connection.run({select + " FROM pg_catalog.jsonb_to_recordset($1::jsonb) AS v("
                              + Batch::columns(keys.size(), 0) + ") JOIN " + *table + " AS t ON " + where
                              + " ORDER BY v.n" + (doesLock ? " FOR UPDATE OF t" : ""),
                          {batch.text()},
                          RowsDeadline,
                          0},
                         context);
    if (!rows)
        return failure(rows.error());
    for (qsizetype index = from; index < to; ++index)
        changes[index].before.clear();
    for (const QList<QVariant> &row : rows->rows) {
        QVariantMap &before = changes[row[0].toLongLong()].before;
        if (!before.isEmpty())
            return failure(ErrorKind::Refused, tr("Several rows have the key of %1.").arg(nameOf(first)));
        for (qsizetype column = 0; column < shown.size(); ++column)
            before.insert(shown[column], row[column + 1]);
    }
    return {};
}

Result<QList<RowChange>> PostgresRowEditor::readAll(QList<RowChange> changes, bool doesLock,
                                                    const OperationContext &context)
{
    for (qsizetype from = 0; from < changes.size();) {
        const qsizetype to = endOfGroup(changes, from);
        if (const auto read = readGroup(changes, from, to, doesLock, context); !read)
            return failure(read.error());
        from = to;
    }
    return changes;
}

Result<QList<RowChange>> PostgresRowEditor::read(QList<RowChange> changes, const OperationContext &context)
{
    return readAll(std::move(changes), false, context);
}

Result<> PostgresRowEditor::change(const QList<RowChange> &changes, const OperationContext &context)
{
    if (auto begun = m_connection.execute("BEGIN READ WRITE", RowsDeadline, context); !begun)
        return begun;
    auto changed = changeLocked(changes, context);
    if (!changed) {
        if (m_connection.isOpen()) // else the server has rolled back with the session
            static_cast<void>(m_connection.execute("ROLLBACK", RowsDeadline, OperationContext()));
        return changed;
    }
    return m_connection.execute("COMMIT", RowsDeadline, OperationContext());
}

Result<> PostgresRowEditor::changeLocked(const QList<RowChange> &changes, const OperationContext &context)
{
    if (auto same = compareAll(changes, false, context); !same)
        return same;
    for (qsizetype from = 0; from < changes.size();) {
        const qsizetype to = endOfGroup(changes, from);
        if (auto changed = changeGroup(changes, from, to, context); !changed)
            return changed;
        from = to;
    }
    return compareAll(changes, true, context);
}

Result<> PostgresRowEditor::compareAll(const QList<RowChange> &changes, bool isAfter,
                                       const OperationContext &context)
{
    const auto now = readAll(changes, !isAfter, context);
    if (!now)
        return failure(now.error());
    QStringList others;
    for (qsizetype index = 0; index < changes.size(); ++index) {
        const RowChange &change = changes[index];
        if (!isSameRow(now->at(index).before, isAfter ? rowAfter(change) : change.before))
            others << nameOf(change);
    }
    if (others.isEmpty())
        return {};
    const int count = static_cast<int>(others.size());
    return failure(Error{
        ErrorKind::Refused,
        {},
        isAfter ? tr("%n row(s) did not become what was meant, so nothing was changed.", nullptr, count)
                : tr("%n row(s) have changed since, so nothing was changed.", nullptr, count),
        isAfter ? tr("Perhaps a trigger changes them further.") : tr("Look at the rows and start again."),
        others.mid(0, MostNamedRows).join(u'\n')});
}

Result<> PostgresRowEditor::changeGroup(const QList<RowChange> &changes, qsizetype from, qsizetype to,
                                        const OperationContext &context)
{
    const RowChange &first = changes[from];
    const auto columns = columnsOf(first.table, context);
    const auto table = quotedTable(first.table);
    if (!columns || !table)
        return failure(columns ? table.error() : columns.error());
    const QStringList keys = first.key.keys();
    const QStringList values = first.values.keys();
    QByteArray where;
    QByteArray names;
    QByteArray casts;
    QByteArray sets;
    for (const Column &column : *columns) {
        if (const qsizetype key = keys.indexOf(column.name); key >= 0)
            where += (where.isEmpty() ? "" : " AND ") + ("t." + column.quoted) + " = CAST(v.k"
                     + QByteArray::number(key) + " AS " + column.type + ')';
        const qsizetype value = values.indexOf(column.name);
        if (value < 0 || column.isGenerated)
            continue;
        const QByteArray cast = "CAST(v.v" + QByteArray::number(value) + " AS " + column.type + ')';
        const QByteArray comma = names.isEmpty() ? "" : ", ";
        names += comma + column.quoted;
        casts += comma + cast;
        sets += comma + column.quoted + " = " + cast;
    }
    Batch batch;
    for (qsizetype index = from; index < to; ++index)
        batch.add(static_cast<int>(index), changes[index].key.values(), changes[index].values.values());
    const QByteArray rows =
        "pg_catalog.jsonb_to_recordset($1::jsonb) AS v(" + Batch::columns(keys.size(), values.size()) + ')';
    QByteArray statement = "UPDATE " + *table + " AS t SET " + sets + " FROM " + rows + " WHERE " + where;
    if (first.kind == RowChange::Kind::Delete)
        statement = "DELETE FROM " + *table + " AS t USING " + rows + " WHERE " + where;
    else if (first.kind == RowChange::Kind::Insert)
        statement = "INSERT INTO " + *table + " (" + names + ") OVERRIDING SYSTEM VALUE SELECT " + casts
                    + " FROM " + rows + " ORDER BY v.n";
    const auto done = m_connection.run({statement, {batch.text()}, RowsDeadline, 0}, context);
    if (!done)
        return failure(done.error());
    if (done->affected == to - from)
        return {};
    return failure(Error{ErrorKind::Refused,
                         first.table,
                         tr("%1 row(s) would have changed instead of %2, so nothing was changed.")
                             .arg(done->affected)
                             .arg(to - from),
                         tr("Look at the rows and start again."),
                         {}});
}

} // namespace pilothouse

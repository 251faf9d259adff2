// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/rowscontroller.h"

#include "core/actions/database/databases.h"
#include "core/base/shownzone.h"
#include "core/database/sqliteengine.h"
#include "core/instances/postgresaccess.h"
#include "core/postgres/postgresengine.h"

#include <QElapsedTimer>

namespace pilothouse {

namespace {

QString quotedRow(QString name)
{
    return QLatin1Char('"') + name.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

QString quotedList(const QStringList &names)
{
    QStringList all;
    for (const QString &name : names)
        all << quotedRow(name);
    return all.join(QLatin1String(", "));
}

/// The text as a pattern of LIKE that finds it anywhere and takes nothing in it for a wildcard.
QString pattern(QString text)
{
    for (const QLatin1Char special : {QLatin1Char('\\'), QLatin1Char('%'), QLatin1Char('_')})
        text.replace(special, QLatin1Char('\\') + QString(special));
    return QLatin1Char('%') + text + QLatin1Char('%');
}

/// The first text after all that begin with the prefix.
QString endOf(QString prefix)
{
    prefix.back() = QChar(static_cast<char16_t>(prefix.back().unicode() + 1));
    return prefix;
}

SqlQuery queryFor(const RowPlace &place, const QString &filter, qint64 offset)
{
    SqlQuery query;
    QStringList terms;
    if (!place.kind.isEmpty()) {
        const QString key = quotedRow(place.table.keyColumns.first());
        terms << QStringLiteral("%1 >= :first AND %1 < :end").arg(key);
        query.parameters.insert(QStringLiteral("first"), place.kind);
        query.parameters.insert(QStringLiteral("end"), endOf(place.kind));
    }
    if (!filter.isEmpty()) {
        QStringList columns;
        for (const QString &column : place.table.columns)
            columns << QStringLiteral("%1 LIKE :pattern ESCAPE '\\'").arg(quotedRow(column));
        terms << QLatin1Char('(') + columns.join(QLatin1String(" OR ")) + QLatin1Char(')');
        query.parameters.insert(QStringLiteral("pattern"), pattern(filter));
    }
    const QString where =
        terms.isEmpty() ? QString() : QString(QLatin1String(" WHERE ") + terms.join(QLatin1String(" AND ")));
    query.text = QStringLiteral("SELECT ") + quotedList(place.table.columns) + QLatin1String(" FROM ")
                 + quotedRow(place.table.name) + where + QLatin1String(" ORDER BY ")
                 + quotedList(place.table.keyColumns) + QLatin1String(" LIMIT -1 OFFSET ")
                 + QString::number(offset);
    query.rowLimit = RowsController::PageSize;
    return query;
}

/// A page of a table on a server; a text is looked for in every column as the server writes it.
Result<SqlRows> rowsOfServer(const PostgresAccess &access, const InstanceSession &session,
                             const RowPlace &place, const QPair<QString, qint64> &wanted,
                             const OperationContext &context)
{
    const QString id = place.path.section(QLatin1Char(':'), 1);
    auto server = access.open(session, id, {}, context);
    if (!server)
        return failure(server.error());
    return readRows(*server, {place.table.name, wanted.first, wanted.second, RowsController::PageSize},
                    context)
        .map([](RowPage page) {
            SqlRows rows;
            rows.rows = std::move(page.rows);
            rows.isCut = page.hasMore;
            return rows;
        });
}

} // namespace

RowsController::RowsController(const SqliteEngine &engine, OperationRunner &runner, const Clock &clock,
                               const PostgresAccess *postgres, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_clock(clock)
    , m_postgres(postgres)
    , m_read(runner, this)
{
}

void RowsController::open(const std::optional<RowPlace> &place)
{
    const bool isSame = m_place && place && m_place->path == place->path && m_place->kind == place->kind
                        && m_place->table.name == place->table.name;
    m_place = place;
    if (isSame) {
        refresh();
        return;
    }
    m_read.cancel();
    m_rows = {};
    read(0);
}

void RowsController::refresh()
{
    read(m_rows.value.offset);
}

void RowsController::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    read(0);
}

void RowsController::setDecoded(bool isDecoded)
{
    m_isDecoded = isDecoded;
    refresh();
}

void RowsController::nextPage()
{
    if (m_rows.value.hasMore)
        read(m_rows.value.offset + PageSize);
}

void RowsController::previousPage()
{
    if (m_rows.value.offset > 0)
        read(std::max<qint64>(0, m_rows.value.offset - PageSize));
}

void RowsController::read(qint64 offset)
{
    if (!m_place) {
        emit changed();
        return;
    }
    m_rows.isReading = true;
    m_rows.startedAt = m_clock.now();
    const RowReading reading{m_isDecoded, m_place->kind, shownTime(m_clock.now())};
    const SqliteEngine &engine = m_engine;
    m_read.start(
        tr("Reading rows"),
        [&engine, place = *m_place, reading, offset, filter = m_filter, postgres = m_postgres,
         session = m_session](const OperationContext &context) {
            QElapsedTimer timer;
            timer.start();
            const bool isOnServer =
                postgres && session && place.path == serverPath(place.path.section(u':', 1));
            auto read = isOnServer ? rowsOfServer(*postgres, *session, place, {filter, offset}, context)
                                   : engine.select(place.path, queryFor(place, filter, offset), context);
            return read.map([&](SqlRows rows) {
                maskSecretColumns(place.table.columns, rows.rows);
                return makeRowTable({place.table.columns, rows.rows, offset, rows.isCut, timer.elapsed()},
                                    reading);
            });
        },
        [this](Result<RowTable> read) {
            m_rows.isReading = false;
            m_rows.error = read ? std::nullopt : std::optional(read.error());
            if (read) {
                m_rows.value = std::move(*read);
                m_rows.hasValue = true;
                m_rows.readAt = m_clock.now();
            }
            emit changed();
        });
    emit changed();
}

} // namespace pilothouse

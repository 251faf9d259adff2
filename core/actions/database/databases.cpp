// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/database/databases.h"

#include "core/base/redaction.h"
#include "core/instances/datareader.h"
#include "core/plan/catalogue.h"
#include "core/postgres/postgresengine.h"
#include "core/settings/checkstore.h"

#include <QJsonArray>

#include <cmath>

namespace pilothouse {

namespace {

constexpr std::chrono::seconds CountDeadline{2};
constexpr int StandardPage = 100;
constexpr qint64 LargestExactNumber = 9007199254740992;

QString databasesText(const char *text)
{
    return QCoreApplication::translate("Databases", text);
}

Parameter parameter(const QString &name, const QString &title, Parameter::Type type, bool isRequired,
                    const QStringList &choices = {})
{
    return {name, title, type, isRequired, choices};
}

Parameter databaseParameter()
{
    return parameter(QStringLiteral("database"), databasesText(QT_TRANSLATE_NOOP("Databases", "Database")),
                     Parameter::Type::Database, true);
}

Result<DatabaseReference> chosen(const InstanceSession &session, const QJsonObject &arguments)
{
    const QString id = arguments.value(QStringLiteral("database")).toString();
    if (const auto reference = session.database(id))
        return *reference;
    return failure(noSuchFile(session, id));
}

/// For reading, not for writing back: integers beyond what JSON holds are texts, blobs tell their size.
QJsonValue shown(const QVariant &cell)
{
    if (cell.typeId() == QMetaType::LongLong && std::abs(cell.toLongLong()) > LargestExactNumber)
        return QString::number(cell.toLongLong());
    if (cell.typeId() == QMetaType::QByteArray)
        return QJsonObject{{QStringLiteral("blobBytes"), cell.toByteArray().size()}};
    return QJsonValue::fromVariant(cell);
}

QJsonObject toJson(const RowPage &page)
{
    QJsonArray rows;
    for (const QList<QVariant> &row : page.rows) {
        QJsonArray cells;
        for (const QVariant &cell : row)
            cells << shown(cell);
        rows << cells;
    }
    return {{QStringLiteral("columns"), QJsonArray::fromStringList(page.columns)},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("offset"), page.offset},
            {QStringLiteral("hasMore"), page.hasMore},
            {QStringLiteral("milliseconds"), page.milliseconds}};
}

template <typename T>
QJsonValue toArray(const QList<T> &list)
{
    QJsonArray array;
    for (const T &one : list)
        array << pilothouse::toJson(one);
    return array;
}

Result<QJsonValue> readPage(const SqliteEngine &engine, const DatabaseReference &database,
                            const QJsonObject &arguments, const OperationContext &context)
{
    return engine
        .browse(database.path, arguments.value(QStringLiteral("table")).toString(),
                arguments.value(QStringLiteral("offset")).toInteger(0),
                arguments.value(QStringLiteral("limit")).toInt(StandardPage), context)
        .map([](RowPage page) {
            maskSecretColumns(page.columns, page.rows);
            return QJsonValue(toJson(page));
        });
}

/// The id of a database on a server, where that is meant and there is a way to one; else empty.
QString serverIdOf(const InstanceSession &session, const PostgresAccess *postgres,
                   const QJsonObject &arguments)
{
    const QString id = arguments.value(QStringLiteral("database")).toString();
    return postgres && session.serverDatabase(id) ? id : QString();
}

Result<QJsonValue> serverTables(const PostgresAccess &access, const InstanceSession &session,
                                const QString &id, const OperationContext &context)
{
    return access.open(session, id, {}, context)
        .and_then([&](PostgresConnection server) { return readTables(server, context); })
        .map(toArray<TableInfo>);
}

Result<QJsonValue> serverPage(const PostgresAccess &access, const InstanceSession &session,
                              const QJsonObject &arguments, const OperationContext &context)
{
    const RowsWanted wanted{arguments.value(QStringLiteral("table")).toString(),
                            {},
                            arguments.value(QStringLiteral("offset")).toInteger(0),
                            arguments.value(QStringLiteral("limit")).toInt(StandardPage)};
    return access.open(session, arguments.value(QStringLiteral("database")).toString(), {}, context)
        .and_then([&](PostgresConnection server) { return readRows(server, wanted, context); })
        .map([](RowPage page) {
            maskSecretColumns(page.columns, page.rows);
            return QJsonValue(toJson(page));
        });
}

/// One that is not reached is in the list with why.
QJsonObject serverEntry(const PostgresAccess &access, const InstanceSession &session,
                        const ServerDatabase &database, const OperationContext &context)
{
    QJsonObject entry{{QStringLiteral("id"), database.id},
                      {QStringLiteral("engine"), QStringLiteral("postgres")},
                      {QStringLiteral("exists"), false}};
    if (const auto target = access.resolve(session, database.id, context))
        entry.insert(QStringLiteral("path"), connectionText(target->connection));
    const auto facts =
        access.open(session, database.id, {}, context).and_then([&](PostgresConnection server) {
            return readServerFacts(server, context);
        });
    if (!facts) {
        entry.insert(QStringLiteral("error"), facts.error().message);
        return entry;
    }
    entry.insert(QStringLiteral("exists"), true);
    entry.insert(QStringLiteral("bytes"), facts->bytes);
    entry.insert(QStringLiteral("version"), facts->version);
    return entry;
}

Result<QJsonValue> listAll(const InstanceSession &session, const SqliteEngine &engine,
                           const PostgresAccess *postgres, const OperationContext &context)
{
    const auto files = listDatabases(session, engine, context);
    if (!files)
        return failure(files.error());
    QJsonArray all = toArray(*files).toArray();
    for (const ServerDatabase &database : postgres ? session.serverDatabases() : QList<ServerDatabase>())
        all << serverEntry(*postgres, session, database, context);
    return QJsonValue(all);
}

/// Integrity and foreign keys are two verdicts, never one.
Result<QJsonValue> check(const SqliteEngine &engine, const DatabaseReference &database,
                         const QJsonObject &arguments, const OperationContext &context)
{
    const bool isQuick = arguments.value(QStringLiteral("kind")).toString() != QLatin1String("integrity");
    const auto pages =
        isQuick ? engine.quickCheck(database.path, context) : engine.integrityCheck(database.path, context);
    if (!pages)
        return failure(pages.error());
    const auto keys = engine.foreignKeyCheck(database.path, context);
    if (!keys)
        return failure(keys.error());
    QList<DatabaseCheck> checks{*pages, *keys};
    for (DatabaseCheck &one : checks)
        one.database = database.id;
    return toArray(checks);
}

Result<QJsonValue> keep(const CheckStore *store, const InstanceSession &session, const QJsonValue &checks)
{
    for (const QJsonValue &one : checks.toArray()) {
        const auto kept =
            store ? store->add(session.instance().id, databaseCheckFromJson(one.toObject())) : Result<>();
        if (!kept)
            return failure(kept.error());
    }
    return checks;
}

QStringList databaseNamesOf(const InstanceSession &session)
{
    QStringList names;
    for (const ProfileDatabase &database : session.profile().databases)
        names << database.id;
    return names;
}

} // namespace

Error noSuchFile(const InstanceSession &session, const QString &id)
{
    if (!session.serverDatabase(id))
        return Error{ErrorKind::NotFound,
                     id,
                     databasesText(QT_TRANSLATE_NOOP("Databases", "This service has no such database.")),
                     databasesText(QT_TRANSLATE_NOOP("Databases", "It has: %1."))
                         .arg(databaseNamesOf(session).join(QStringLiteral(", "))),
                     {}};
    return Error{ErrorKind::NotFound,
                 id,
                 databasesText(QT_TRANSLATE_NOOP(
                     "Databases", "This database lies on a server, and this is for database files only.")),
                 databasesText(QT_TRANSLATE_NOOP(
                     "Databases", "\"database maintain\" vacuums, analyzes and reindexes it on its server; "
                                  "\"database assertions\" checks what is in it.")),
                 {}};
}

Result<QList<DatabaseInfo>> listDatabases(const InstanceSession &session, const SqliteEngine &engine,
                                          const OperationContext &context)
{
    DataReader reader(session, engine, context);
    QList<DatabaseInfo> list;
    for (const DatabaseReference &reference : session.databases()) {
        auto info = engine.info(reference.path, context);
        if (!info)
            return failure(info.error());
        info->id = reference.id;
        if (!info->error)
            info->layout = reader.layout(reference.id).value_or(std::nullopt).value_or(QString());
        list << *info;
    }
    return list;
}

void maskSecretColumns(const QStringList &columns, QList<QList<QVariant>> &rows)
{
    for (qsizetype column = 0; column < columns.size(); ++column) {
        if (!isSecretColumn(columns[column]))
            continue;
        for (QList<QVariant> &row : rows) {
            if (column < row.size() && !row[column].isNull())
                row[column] = secretMask();
        }
    }
}

void addDatabaseQueries(Catalogue &catalogue, const SqliteEngine &engine, const CheckStore *store,
                        const PostgresAccess *postgres)
{
    catalogue.add(QueryEntry{QStringLiteral("databases.list"),
                             databasesText(QT_TRANSLATE_NOOP("Databases", "Databases")),
                             {},
                             [&engine, postgres](const InstanceSession &session, const QJsonObject &,
                                                 const OperationContext &context) {
                                 return listAll(session, engine, postgres, context);
                             }});
    catalogue.add(QueryEntry{QStringLiteral("databases.tables"),
                             databasesText(QT_TRANSLATE_NOOP("Databases", "Tables of a database")),
                             {databaseParameter()},
                             [&engine, postgres](const InstanceSession &session, const QJsonObject &arguments,
                                                 const OperationContext &context) {
                                 const QString id = serverIdOf(session, postgres, arguments);
                                 if (!id.isEmpty())
                                     return serverTables(*postgres, session, id, context);
                                 return chosen(session, arguments)
                                     .and_then([&](const DatabaseReference &database) {
                                         return engine.tables(database.path, CountDeadline, context);
                                     })
                                     .map(toArray<TableInfo>);
                             }});
    catalogue.add(QueryEntry{
        QStringLiteral("databases.rows"),
        databasesText(QT_TRANSLATE_NOOP("Databases", "Rows of a table")),
        {databaseParameter(),
         parameter(QStringLiteral("table"), databasesText(QT_TRANSLATE_NOOP("Databases", "Table")),
                   Parameter::Type::Text, true),
         parameter(QStringLiteral("offset"), databasesText(QT_TRANSLATE_NOOP("Databases", "First row")),
                   Parameter::Type::Number, false),
         parameter(QStringLiteral("limit"), databasesText(QT_TRANSLATE_NOOP("Databases", "Rows")),
                   Parameter::Type::Number, false)},
        [&engine, postgres](const InstanceSession &session, const QJsonObject &arguments,
                            const OperationContext &context) {
            if (!serverIdOf(session, postgres, arguments).isEmpty())
                return serverPage(*postgres, session, arguments, context);
            return chosen(session, arguments).and_then([&](const DatabaseReference &database) {
                return readPage(engine, database, arguments, context);
            });
        }});
    catalogue.add(QueryEntry{
        QStringLiteral("databases.check"),
        databasesText(QT_TRANSLATE_NOOP("Databases", "Check a database")),
        {databaseParameter(),
         parameter(QStringLiteral("kind"), databasesText(QT_TRANSLATE_NOOP("Databases", "Check")),
                   Parameter::Type::Choice, false, {QStringLiteral("quick"), QStringLiteral("integrity")})},
        [&engine, store](const InstanceSession &session, const QJsonObject &arguments,
                         const OperationContext &context) {
            return chosen(session, arguments).and_then([&](const DatabaseReference &database) {
                return check(engine, database, arguments, context).and_then([&](const QJsonValue &checks) {
                    return keep(store, session, checks);
                });
            });
        }});
}

} // namespace pilothouse

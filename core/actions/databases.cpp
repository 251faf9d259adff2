// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/databases.h"

#include "core/actions/layouts.h"
#include "core/base/redaction.h"
#include "core/database/sqliteengine.h"
#include "core/plan/catalogue.h"
#include "core/settings/checkstore.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <cmath>

namespace pilothouse {

namespace {

constexpr std::chrono::seconds CountDeadline{2};
constexpr int StandardPage = 100;
constexpr qint64 LargestExactNumber = 9007199254740992;

QString translated(const char *text)
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
    return parameter(QStringLiteral("database"), translated(QT_TRANSLATE_NOOP("Databases", "Database")),
                     Parameter::Type::Database, true);
}

Result<DatabaseReference> chosen(const InstanceSession &session, const QJsonObject &arguments)
{
    const QString id = arguments.value(QStringLiteral("database")).toString();
    if (const auto reference = session.database(id))
        return *reference;
    return failure(ErrorKind::NotFound,
                   translated(QT_TRANSLATE_NOOP("Databases", "This service has no such database.")), id);
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

} // namespace

Result<QList<DatabaseInfo>> listDatabases(const InstanceSession &session, const SqliteEngine &engine,
                                          const OperationContext &context)
{
    Layouts layouts(session, engine, context);
    QList<DatabaseInfo> list;
    for (const DatabaseReference &reference : session.databases()) {
        auto info = engine.info(reference.path, context);
        if (!info)
            return failure(info.error());
        info->id = reference.id;
        if (!info->error)
            info->layout = layouts.of(reference.id).value_or(std::nullopt).value_or(QString());
        list << *info;
    }
    return list;
}

bool isSecretColumn(const QString &name)
{
    static const QRegularExpression Pattern(QStringLiteral("passw|secret|credential|api_?key|private_?key"),
                                            QRegularExpression::CaseInsensitiveOption);
    return Pattern.match(name).hasMatch();
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

void addDatabaseQueries(Catalogue &catalogue, const SqliteEngine &engine, const CheckStore *store)
{
    catalogue.add(QueryEntry{
        QStringLiteral("databases.list"),
        translated(QT_TRANSLATE_NOOP("Databases", "Databases")),
        {},
        [&engine](const InstanceSession &session, const QJsonObject &, const OperationContext &context) {
            return listDatabases(session, engine, context).map(toArray<DatabaseInfo>);
        }});
    catalogue.add(QueryEntry{QStringLiteral("databases.tables"),
                             translated(QT_TRANSLATE_NOOP("Databases", "Tables of a database")),
                             {databaseParameter()},
                             [&engine](const InstanceSession &session, const QJsonObject &arguments,
                                       const OperationContext &context) {
                                 return chosen(session, arguments)
                                     .and_then([&](const DatabaseReference &database) {
                                         return engine.tables(database.path, CountDeadline, context);
                                     })
                                     .map(toArray<TableInfo>);
                             }});
    catalogue.add(QueryEntry{
        QStringLiteral("databases.rows"),
        translated(QT_TRANSLATE_NOOP("Databases", "Rows of a table")),
        {databaseParameter(),
         parameter(QStringLiteral("table"), translated(QT_TRANSLATE_NOOP("Databases", "Table")),
                   Parameter::Type::Text, true),
         parameter(QStringLiteral("offset"), translated(QT_TRANSLATE_NOOP("Databases", "First row")),
                   Parameter::Type::Number, false),
         parameter(QStringLiteral("limit"), translated(QT_TRANSLATE_NOOP("Databases", "Rows")),
                   Parameter::Type::Number, false)},
        [&engine](const InstanceSession &session, const QJsonObject &arguments,
                  const OperationContext &context) {
            return chosen(session, arguments).and_then([&](const DatabaseReference &database) {
                return readPage(engine, database, arguments, context);
            });
        }});
    catalogue.add(QueryEntry{
        QStringLiteral("databases.check"),
        translated(QT_TRANSLATE_NOOP("Databases", "Check a database")),
        {databaseParameter(),
         parameter(QStringLiteral("kind"), translated(QT_TRANSLATE_NOOP("Databases", "Check")),
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

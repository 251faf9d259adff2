// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/checkstore.h"

#include "core/settings/statestore.h"

#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace pilothouse {
namespace {
Result<QList<DatabaseCheck>> readChecks(const StateStore &store, const QString &sql,
                                        const QVariantList &values)
{
    QList<DatabaseCheck> list;
    auto done = store.read([&](QSqlDatabase &database) {
        return StateStore::run(database, sql, values).map([&list](QSqlQuery query) {
            while (query.next())
                list << databaseCheckFromJson(
                    QJsonDocument::fromJson(query.value(0).toString().toUtf8()).object());
        });
    });
    if (!done)
        return failure(done.error());
    return list;
}
} // namespace

Result<> CheckStore::add(const QUuid &instance, const DatabaseCheck &check) const
{
    const QString id = instance.toString(QUuid::WithoutBraces);
    const QString json = QString::fromUtf8(QJsonDocument(toJson(check)).toJson(QJsonDocument::Compact));
    const QVariantList key{id, check.database, check.name};
    return m_store.write([&](QSqlDatabase &database) {
        return StateStore::execute(database,
                                   QStringLiteral("INSERT OR REPLACE INTO checks VALUES (?, ?, ?, ?, ?)"),
                                   QVariantList(key) << check.at.toMSecsSinceEpoch() << json)
            .and_then([&] {
                return StateStore::execute(
                    database,
                    QStringLiteral("DELETE FROM checks WHERE instance = ? AND database = ? AND name = ?"
                                   " AND at NOT IN (SELECT at FROM checks WHERE instance = ?"
                                   " AND database = ? AND name = ? ORDER BY at DESC LIMIT 50)"),
                    QVariantList(key) + key);
            });
    });
}

Result<> CheckStore::noteReplaced(const QUuid &instance, const QString &database, const QDateTime &at) const
{
    DatabaseCheck note;
    note.database = database;
    note.name = replacedNote();
    note.at = at;
    return add(instance, note);
}

Result<QList<DatabaseCheck>> CheckStore::latest(const QUuid &instance) const
{
    return readChecks(m_store,
                      QStringLiteral("SELECT result, max(at) FROM checks AS one WHERE instance = ?"
                                     " AND at >= coalesce((SELECT max(at) FROM checks WHERE name = ?"
                                     " AND instance = one.instance AND database = one.database), 0)"
                                     " GROUP BY database, name ORDER BY database, name"),
                      {instance.toString(QUuid::WithoutBraces), replacedNote()});
}

Result<QList<DatabaseCheck>> CheckStore::history(const QUuid &instance, const QString &database,
                                                 int limit) const
{
    return readChecks(m_store,
                      QStringLiteral("SELECT result FROM checks WHERE instance = ? AND database = ?"
                                     " ORDER BY at DESC LIMIT ?"),
                      {instance.toString(QUuid::WithoutBraces), database, limit});
}

} // namespace pilothouse

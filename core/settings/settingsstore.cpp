// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/settingsstore.h"

#include "core/settings/statestore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace pilothouse {
namespace {
Result<> runWrite(const StateStore &store, const QString &sql, const QVariantList &values)
{
    return store.write([&](QSqlDatabase &database) { return StateStore::execute(database, sql, values); });
}

/// The first column of the first row; invalid where there is none.
Result<QVariant> readOne(const StateStore &store, const QString &sql, const QVariantList &values)
{
    QVariant found;
    auto done = store.read([&](QSqlDatabase &database) {
        return StateStore::run(database, sql, values).map([&found](QSqlQuery query) {
            if (query.next())
                found = query.value(0);
        });
    });
    if (!done)
        return failure(done.error());
    return found;
}

QVariant toMs(const QDateTime &moment)
{
    return moment.isValid() ? QVariant(moment.toMSecsSinceEpoch()) : QVariant();
}

QDateTime fromMs(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}
} // namespace

Result<QJsonValue> SettingsStore::setting(const QString &name) const
{
    return readOne(m_store, QStringLiteral("SELECT value FROM settings WHERE name = ?"), {name})
        .map([](const QVariant &value) {
            const QJsonArray wrapped = QJsonDocument::fromJson(value.toString().toUtf8()).array();
            return wrapped.isEmpty() ? QJsonValue(QJsonValue::Undefined) : wrapped.first();
        });
}

Result<> SettingsStore::setSetting(const QString &name, const QJsonValue &value) const
{
    if (value.isUndefined())
        return runWrite(m_store, QStringLiteral("DELETE FROM settings WHERE name = ?"), {name});
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return runWrite(m_store,
                    QStringLiteral("INSERT INTO settings VALUES (?, ?)"
                                   " ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
                    {name, QString::fromUtf8(wrapped)});
}

Result<QByteArray> SettingsStore::uiState(const QString &name) const
{
    return readOne(m_store, QStringLiteral("SELECT value FROM ui_state WHERE name = ?"), {name})
        .map([](const QVariant &value) { return value.toByteArray(); });
}

Result<> SettingsStore::setUiState(const QString &name, const QByteArray &value) const
{
    return runWrite(m_store,
                    QStringLiteral("INSERT INTO ui_state VALUES (?, ?)"
                                   " ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
                    {name, value});
}

Result<> SettingsStore::acknowledge(const Acknowledgement &mark) const
{
    return runWrite(m_store,
                    QStringLiteral("INSERT OR REPLACE INTO acknowledgements VALUES (?, ?, ?, ?, ?, ?)"),
                    {mark.instance, mark.subject, mark.note.isNull() ? QStringLiteral("") : mark.note,
                     mark.actor.isNull() ? QStringLiteral("") : mark.actor, toMs(mark.at), toMs(mark.until)});
}

Result<> SettingsStore::withdraw(const QString &instance, const QString &subject) const
{
    return runWrite(m_store,
                    QStringLiteral("DELETE FROM acknowledgements WHERE instance = ? AND subject = ?"),
                    {instance, subject});
}

Result<QList<Acknowledgement>> SettingsStore::acknowledgements(const QString &instance,
                                                               const QDateTime &now) const
{
    QList<Acknowledgement> list;
    auto done = m_store.read([&](QSqlDatabase &database) {
        return StateStore::run(
                   database,
                   QStringLiteral("SELECT instance, subject, note, actor, at, until FROM acknowledgements"
                                  " WHERE instance = ? AND (until IS NULL OR until > ?) ORDER BY at"),
                   {instance, now.toMSecsSinceEpoch()})
            .map([&list](QSqlQuery query) {
                while (query.next())
                    list << Acknowledgement{query.value(0).toString(), query.value(1).toString(),
                                            query.value(2).toString(), query.value(3).toString(),
                                            fromMs(query.value(4)),    fromMs(query.value(5))};
            });
    });
    if (!done)
        return failure(done.error());
    return list;
}

} // namespace pilothouse

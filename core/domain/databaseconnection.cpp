// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/databaseconnection.h"

#include <QUrl>
#include <QUrlQuery>

#include <array>

namespace pilothouse {
namespace {

constexpr int StandardPort = 5432;

struct TextField
{
    const char *key;
    QString DatabaseConnection::*member;
};

constexpr std::array<TextField, 9> TextFields{{{"host", &DatabaseConnection::host},
                                               {"user", &DatabaseConnection::user},
                                               {"database", &DatabaseConnection::database},
                                               {"sslMode", &DatabaseConnection::sslMode},
                                               {"rootCertificate", &DatabaseConnection::rootCertificate},
                                               {"certificate", &DatabaseConnection::certificate},
                                               {"key", &DatabaseConnection::key},
                                               {"service", &DatabaseConnection::service},
                                               {"container", &DatabaseConnection::container}}};

QString placeText(const DatabaseConnection &connection)
{
    if (!connection.container.isEmpty())
        return isThroughEngine(connection) ? connection.container + QStringLiteral(" (docker exec)")
                                           : connection.container;
    if (!connection.host.isEmpty())
        return connection.host;
    return connection.service.isEmpty() ? QStringLiteral("localhost") : connection.service;
}

} // namespace

bool isThroughEngine(const DatabaseConnection &connection)
{
    return !connection.container.isEmpty() && connection.host.startsWith(u'/');
}

QString connectionText(const DatabaseConnection &connection)
{
    QString text = connection.user.isEmpty() ? QString() : connection.user + u'@';
    text += placeText(connection);
    if (!connection.host.startsWith(u'/') || isThroughEngine(connection))
        text += u':' + QString::number(connection.port > 0 ? connection.port : StandardPort);
    return connection.database.isEmpty() ? text : text + u'/' + connection.database;
}

QString connectionUrl(const DatabaseConnection &connection)
{
    QUrl url;
    url.setScheme(QStringLiteral("postgresql"));
    url.setUserName(connection.user);
    url.setPath(u'/' + connection.database);
    QUrlQuery query;
    if (connection.host.startsWith(u'/'))
        query.addQueryItem(QStringLiteral("host"), connection.host);
    else
        url.setHost(connection.host);
    if (connection.port > 0)
        connection.host.startsWith(u'/')
            ? query.addQueryItem(QStringLiteral("port"), QString::number(connection.port))
            : url.setPort(connection.port);
    const std::pair<const char *, QString> more[] = {{"sslmode", connection.sslMode},
                                                     {"sslrootcert", connection.rootCertificate},
                                                     {"sslcert", connection.certificate},
                                                     {"sslkey", connection.key},
                                                     {"service", connection.service}};
    for (const auto &[key, value] : more) {
        if (!value.isEmpty())
            query.addQueryItem(QLatin1String(key), value);
    }
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

QJsonObject toJson(const DatabaseConnection &connection)
{
    QJsonObject object;
    for (const TextField &field : TextFields) {
        if (const QString &value = connection.*field.member; !value.isEmpty())
            object.insert(QLatin1String(field.key), value);
    }
    if (connection.port > 0)
        object.insert(QStringLiteral("port"), connection.port);
    return object;
}

DatabaseConnection databaseConnectionFromJson(const QJsonObject &object)
{
    DatabaseConnection connection;
    for (const TextField &field : TextFields)
        connection.*field.member = object.value(QLatin1String(field.key)).toString();
    connection.port = object.value(QLatin1String("port")).toInt();
    return connection;
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/databaseconnection.h"

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
        return connection.container;
    if (!connection.host.isEmpty())
        return connection.host;
    return connection.service.isEmpty() ? QStringLiteral("localhost") : connection.service;
}

} // namespace

QString connectionText(const DatabaseConnection &connection)
{
    QString text = connection.user.isEmpty() ? QString() : connection.user + u'@';
    text += placeText(connection);
    if (!connection.host.startsWith(u'/'))
        text += u':' + QString::number(connection.port > 0 ? connection.port : StandardPort);
    return connection.database.isEmpty() ? text : text + u'/' + connection.database;
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

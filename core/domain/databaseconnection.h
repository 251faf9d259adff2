// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

namespace pilothouse {

/// Where a PostgreSQL database is reached, as the operator told it. Never holds a password: that is in the
/// keychain, in .pgpass, or in the service's own environment.
struct DatabaseConnection
{
    QString host; ///< a name, an address, or the folder of a socket; empty: this machine's usual socket
    int port = 0; ///< 0: 5432, or what `service` says
    QString user;
    QString database;
    QString sslMode;         ///< libpq's; empty: verify-full over a network, prefer on this machine
    QString rootCertificate; ///< absolute path; empty: libpq's usual place
    QString certificate;
    QString key;
    QString service;   ///< section of the operator's pg_service.conf
    QString container; ///< a container of the instance's engine where the server runs; its address is looked
                       ///< up at each connection, and its own pg_dump is used where versions differ

    bool isEmpty() const { return *this == DatabaseConnection(); }
    bool operator==(const DatabaseConnection &) const = default;
};

/// Whether the engine carries each byte into the container, whose port nothing else reaches ("docker exec").
bool isThroughEngine(const DatabaseConnection &connection);

/// "shop@db.example:5432/shop": for people, and for the subject of errors.
QString connectionText(const DatabaseConnection &connection);

/// As it is typed: "postgresql://shop@db.example/shop?sslmode=require".
QString connectionUrl(const DatabaseConnection &connection);

QJsonObject toJson(const DatabaseConnection &connection);
DatabaseConnection databaseConnectionFromJson(const QJsonObject &object);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postgres/postgresconnection.h"

#include <QJsonObject>

#include <optional>

namespace pilothouse {

/// What a database is beside its content: what a new one must have to stand in for it.
struct DatabaseTraits
{
    qint64 oid = 0;
    QString owner;
    QString encoding;
    QString collation;
    QString characterType;
    QString tablespace;
    QString icuLocale; ///< empty: the collation is the system library's
    int connectionLimit = -1;
    bool allowsConnections = true;
    QString comment;
    QStringList settings;   ///< "role<tab>name=value"; no role: of everybody
    QStringList rights;     ///< "role<tab>CONNECT", with "*" behind it where it may be given on
    bool hasRights = false; ///< somebody has granted or revoked something
};

QJsonObject toJson(const DatabaseTraits &traits);
DatabaseTraits databaseTraitsFromJson(const QJsonObject &object);

/// One database takes the name of another.
struct DatabaseExchange
{
    QString live;
    QString incoming;    ///< becomes the live one
    QString outgoing;    ///< what the live one is called then
    QString comment;     ///< of the live one
    bool hasLive = true; ///< false: there is none, so nothing leaves
};

/// Databases of a server as a whole, through a session with another database of it. Names are quoted here;
/// every statement has a deadline.
class DatabaseTwin
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::DatabaseTwin)

public:
    DatabaseTwin(PostgresConnection &connection, const OperationContext &context)
        : m_connection(connection)
        , m_context(context)
    {
    }

    /// Nothing where there is no such database.
    [[nodiscard]] Result<std::optional<DatabaseTraits>> traits(const QString &name) const;
    /// The name of a database by its number; empty where it is gone.
    [[nodiscard]] Result<QString> nameOf(qint64 oid) const;
    /// An empty database with owner, encoding and collation.
    [[nodiscard]] Result<> create(const QString &name, const DatabaseTraits &like) const;
    /// Settings, rights and limit, in one transaction; may be done again.
    [[nodiscard]] Result<> dress(const QString &name, const DatabaseTraits &like) const;
    /// Ends its sessions. Not an error where it is not there.
    [[nodiscard]] Result<> drop(const QString &name) const;
    [[nodiscard]] Result<> setAllowsConnections(const QString &name, bool isAllowed) const;
    /// Ends every session with these databases but ours, and waits until they are gone. Locked where some
    /// stay.
    [[nodiscard]] Result<> endSessions(const QStringList &names) const;
    [[nodiscard]] Result<> setComment(const QString &name, const QString &comment) const;
    /// Both renames in one transaction (RELIABILITY.md D22); the one that leaves stays closed.
    [[nodiscard]] Result<> exchange(const DatabaseExchange &exchange) const;

private:
    [[nodiscard]] Result<> execute(const QByteArray &statement) const;
    [[nodiscard]] Result<QList<QByteArray>> dressing(const QByteArray &name,
                                                     const DatabaseTraits &like) const;
    [[nodiscard]] Result<QByteArray> commentStatement(const QString &name, const QString &comment) const;
    [[nodiscard]] Result<QByteArray> settingStatement(const QByteArray &name, const QString &setting) const;
    [[nodiscard]] Result<QByteArray> rightStatement(const QByteArray &name, const QString &right) const;

    PostgresConnection &m_connection;
    const OperationContext &m_context;
};

} // namespace pilothouse

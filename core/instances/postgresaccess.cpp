// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/instances/postgresaccess.h"

#include <QCoreApplication>

namespace pilothouse {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PostgresAccess)
};

/// What the operator left out is as the profile says it usually is.
DatabaseConnection completed(const ServerDatabase &database)
{
    DatabaseConnection connection = database.connection;
    if (!connection.service.isEmpty())
        return connection;
    if (connection.user.isEmpty())
        connection.user = database.profile.user;
    if (connection.database.isEmpty())
        connection.database = database.profile.database;
    return connection;
}

} // namespace

QString PostgresAccess::passwordReference(const InstanceSession &session, const QString &databaseId)
{
    return session.instance().name + u'/' + databaseId;
}

Result<GivenConnection> PostgresAccess::resolve(const InstanceSession &session, const QString &databaseId,
                                                const OperationContext &context) const
{
    const auto database = session.serverDatabase(databaseId);
    if (!database)
        return failure(Error{ErrorKind::BadInput,
                             databaseId,
                             Text::tr("%1 has no such database on a server.").arg(session.instance().name),
                             {},
                             {}});
    GivenConnection given{completed(*database), {}};
    auto password = m_secrets.read(passwordReference(session, databaseId), context);
    if (password)
        given.password = *password;
    else if (password.error().kind == ErrorKind::Cancelled)
        return failure(password.error());
    return given; // without one libpq looks into .pgpass, and the server says what it lacks
}

Result<PostgresConnection> PostgresAccess::open(const InstanceSession &session, const QString &databaseId,
                                                const PostgresLimits &limits, const OperationContext &context,
                                                const QString &database) const
{
    auto given = resolve(session, databaseId, context);
    if (!given)
        return failure(given.error());
    if (!database.isEmpty())
        given->connection.database = database;
    return PostgresConnection::open(given->connection, given->password, limits, context);
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/instances/postgresaccess.h"

#include "core/instances/postgresroute.h"
#include "core/runtime/secretplace.h"
#include "core/secrets/unitcredential.h"

namespace pilothouse {
namespace {

constexpr std::chrono::seconds SilentKeyring{30}; ///< is not asked again so soon: it may take five to fail

/// What the operator left out is as the profile says it usually is.
DatabaseConnection completed(DatabaseConnection connection, const ProfileConnection &profile)
{
    if (!connection.service.isEmpty())
        return connection;
    if (connection.user.isEmpty())
        connection.user = profile.user;
    if (connection.database.isEmpty())
        connection.database = profile.database;
    return connection;
}

} // namespace

QString PostgresAccess::passwordReference(const InstanceSession &session, const QString &databaseId)
{
    return passwordReference(session.instance().name, databaseId);
}

QString PostgresAccess::passwordReference(const QString &instance, const QString &databaseId)
{
    return instance + u'/' + databaseId;
}

Result<> PostgresAccess::storePassword(const QString &instance, const QString &databaseId,
                                       const Secret &password, const OperationContext &context) const
{
    const QString reference = passwordReference(instance, databaseId);
    const auto done = password.isEmpty() ? m_secrets.remove(reference, context)
                                         : m_secrets.write(reference, password, context);
    if (done)
        return {};
    Error error = done.error();
    error.message = tr("The password cannot be kept: %1").arg(error.message);
    error.advice = tr("Give the address without a password and put that into ~/.pgpass, or start a keyring.");
    return failure(withSubject(error, reference));
}

Result<> PostgresAccess::movePasswords(const Instance &instance, const QString &newName,
                                       const OperationContext &context) const
{
    for (auto it = instance.connections.begin(); it != instance.connections.end(); ++it) {
        const QString reference = passwordReference(instance.name, it.key());
        const auto password = m_secrets.read(reference, context);
        if (!password)
            continue; // none is kept, or no keyring could keep one
        const auto moved = newName.isEmpty()
                               ? Result<>()
                               : m_secrets.write(passwordReference(newName, it.key()), *password, context);
        if (!moved)
            return moved;
        if (auto removed = m_secrets.remove(reference, context); !removed)
            return removed;
    }
    return {};
}

void PostgresAccess::tryPassword(const QString &instance, const QString &databaseId,
                                 const Secret &password) const
{
    const QString reference = passwordReference(instance, databaseId);
    const QMutexLocker lock(&m_mutex);
    m_trials.erase(reference);
    if (!password.isEmpty())
        m_trials.emplace(reference, password);
}

void PostgresAccess::forgetTrials() const
{
    const QMutexLocker lock(&m_mutex);
    m_trials.clear();
}

/// What the service itself was told. While it does not run, what it was told before.
Result<GivenConnection> PostgresAccess::fromEnvironment(const InstanceSession &session,
                                                        const ServerDatabase &database,
                                                        const OperationContext &context) const
{
    const QString reference = passwordReference(session, database.id);
    const QString &variable = database.profile.variable;
    const auto notTold = [&](const QString &message) {
        return failure(
            Error{ErrorKind::NotFound,
                  session.instance().name,
                  message,
                  tr("Say it with: instance set %1 --database-url URL").arg(session.instance().name),
                  {}});
    };
    if (variable.isEmpty())
        return notTold(tr("Nothing says where the database %1 is.").arg(database.id));
    const auto value = secretInEffect(session.runtime(), variable, context);
    const QMutexLocker lock(&m_mutex);
    if (!value) {
        const auto known = m_environments.constFind(reference);
        if (known != m_environments.constEnd())
            return *known;
        if (value.error().kind == ErrorKind::Cancelled)
            return failure(value.error());
        return notTold(tr("Where the database is stands in %1 of the service, which cannot be read now: %2")
                           .arg(variable, value.error().message));
    }
    if (value->isEmpty())
        return notTold(tr("The service has no %1 that says where the database is.").arg(variable));
    auto given = connectionFromText(value->bytes());
    if (!given)
        return failure(withSubject(given.error(), variable));
    m_environments.insert(reference, *given);
    return given;
}

void PostgresAccess::addPassword(const QString &reference, Told &told, const OperationContext &context) const
{
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto trial = m_trials.find(reference); trial != m_trials.end()) {
            told.given.password = trial->second;
            return;
        }
        if (std::chrono::steady_clock::now() < m_silentUntil) {
            told.keyring =
                Error{ErrorKind::Unreachable, reference, tr("The keyring does not answer."), {}, {}};
            return;
        }
    }
    auto password = m_secrets.read(reference, context);
    if (password) {
        told.given.password = std::move(*password);
    } else if (password.error().kind != ErrorKind::NotFound) {
        told.keyring = password.error();
        const QMutexLocker lock(&m_mutex);
        m_silentUntil = std::chrono::steady_clock::now() + SilentKeyring;
    }
}

Result<PostgresAccess::Told> PostgresAccess::told(const InstanceSession &session,
                                                  const ServerDatabase &database,
                                                  const OperationContext &context) const
{
    const bool isOperators = !database.connection.isEmpty();
    auto given = isOperators ? Result<GivenConnection>(GivenConnection{database.connection, {}})
                             : fromEnvironment(session, database, context);
    if (!given)
        return failure(given.error());
    Told told{std::move(*given), {}};
    told.given.connection = completed(told.given.connection, database.profile);
    const QString reference = passwordReference(session, database.id);
    if (told.given.password.isEmpty())
        told.given.password = credentialOfUnit(reference);
    if (told.given.password.isEmpty() && isOperators)
        addPassword(reference, told, context);
    if (context.isCancelled())
        return failure(ErrorKind::Cancelled, tr("Cancelled while asking for the password."));
    auto reached = reachableConnection(session, told.given.connection, isOperators, m_bridges, context);
    if (!reached)
        return failure(reached.error());
    told.given.connection = *reached;
    return told;
}

Result<GivenConnection> PostgresAccess::resolve(const InstanceSession &session, const QString &databaseId,
                                                const OperationContext &context) const
{
    const auto database = session.serverDatabase(databaseId);
    if (!database)
        return failure(Error{ErrorKind::BadInput,
                             databaseId,
                             tr("%1 has no such database on a server.").arg(session.instance().name),
                             {},
                             {}});
    return told(session, *database, context).map([](const Told &told) { return told.given; });
}

/// Our own door always opens; what stands behind it is told by the program in the container.
Error PostgresAccess::insideError(Error error, const DatabaseConnection &connection) const
{
    const QString said = m_bridges.problemOf(connection.host);
    error.message = tr("In the container %1 nothing answers on port %2.")
                        .arg(connection.container, QString::number(connection.port));
    error.advice = tr("Look whether the server runs there and listens on 127.0.0.1.");
    if (!said.isEmpty())
        error.detail = said;
    return error;
}

Result<PostgresConnection> PostgresAccess::open(const InstanceSession &session, const QString &databaseId,
                                                const PostgresLimits &limits, const OperationContext &context,
                                                const QString &database) const
{
    const auto known = session.serverDatabase(databaseId);
    auto all = known ? told(session, *known, context)
                     : Result<Told>(failure(resolve(session, databaseId, context).error()));
    if (!all)
        return failure(all.error());
    if (!database.isEmpty())
        all->given.connection.database = database;
    auto opened = PostgresConnection::open(all->given.connection, all->given.password, limits, context);
    if (!opened && opened.error().kind == ErrorKind::Unreachable && isThroughEngine(all->given.connection))
        return failure(insideError(opened.error(), all->given.connection));
    if (opened || !all->keyring || opened.error().kind != ErrorKind::Refused)
        return opened;
    Error error = opened.error();
    error.message +=
        u' ' + tr("The keyring could not be asked for its password: %1").arg(all->keyring->message);
    error.advice = tr("Start or unlock the keyring, or put the password into ~/.pgpass.");
    return failure(error);
}

QString PostgresAccess::serviceRole(const InstanceSession &session, const QString &databaseId,
                                    const OperationContext &context) const
{
    const auto database = session.serverDatabase(databaseId);
    const auto given = database ? fromEnvironment(session, *database, context)
                                : Result<GivenConnection>(failure(ErrorKind::NotFound, {}));
    return given ? completed(given->connection, database->profile).user : QString();
}

Result<PostgresConnection> PostgresAccess::openPooler(const InstanceSession &session,
                                                      const QString &databaseId,
                                                      const OperationContext &context) const
{
    auto known = session.serverDatabase(databaseId);
    auto given = resolve(session, databaseId, context);
    if (!known || !given)
        return failure(given.error());
    const QString id = poolerId(databaseId);
    const auto own = session.instance().connections.constFind(id);
    if (own != session.instance().connections.constEnd()) {
        known->id = id;
        known->connection = *own;
        known->profile = {};
        const QString user = given->connection.user;
        const Secret password = given->password;
        auto pooler = told(session, *known, context);
        if (!pooler)
            return failure(pooler.error());
        given = std::move(pooler->given);
        if (given->connection.user.isEmpty())
            given->connection.user = user;
        if (given->password.isEmpty())
            given->password = password;
    }
    given->connection.database = QStringLiteral("pgbouncer");
    PostgresLimits limits;
    limits.isAdminConsole = true;
    auto console = PostgresConnection::open(given->connection, given->password, limits, context);
    if (console || console.error().kind != ErrorKind::NotFound)
        return console;
    return failure(Error{ErrorKind::NotFound, connectionText(given->connection),
                         tr("There is no PgBouncer at this address."),
                         tr("Where there is one elsewhere, say it with: instance set %1 --pooler-url URL")
                             .arg(session.instance().name),
                         console.error().detail});
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/instancesession.h"
#include "core/instances/postgresroute.h"
#include "core/postgres/connectiontext.h"
#include "core/postgres/postgresconnection.h"
#include "core/secrets/secretstore.h"

#include <QHash>
#include <QMutex>

#include <chrono>

namespace pilothouse {

/// Finds the way to an instance's databases on a server, with what the operator has: the connection stored
/// with the instance, else the address in the service's own environment; the password from the keychain, a
/// credential of the unit that runs this program, from the environment, or by libpq itself out of .pgpass.
/// What the environment said is remembered while the service does not run. Safe from any worker thread.
class PostgresAccess
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::PostgresAccess)

public:
    explicit PostgresAccess(SecretStore &secrets)
        : m_secrets(secrets)
    {
    }

    /// Where it is reached right now, the container's address looked up. Blocks.
    [[nodiscard]] Result<GivenConnection> resolve(const InstanceSession &session, const QString &databaseId,
                                                  const OperationContext &context) const;
    /// A session with that database, or with another one of the same server where `database` is given.
    [[nodiscard]] Result<PostgresConnection> open(const InstanceSession &session, const QString &databaseId,
                                                  const PostgresLimits &limits,
                                                  const OperationContext &context,
                                                  const QString &database = {}) const;
    /// The role with which the service itself connects, out of its environment; empty where that is not
    /// known.
    QString serviceRole(const InstanceSession &session, const QString &databaseId,
                        const OperationContext &context) const;
    /// The admin console of PgBouncer: at the address that the operator told for it ("<database id>.pooler"
    /// among the connections), else at the database's own. NotFound where that is no pooler.
    [[nodiscard]] Result<PostgresConnection> openPooler(const InstanceSession &session,
                                                        const QString &databaseId,
                                                        const OperationContext &context) const;
    static QString poolerId(const QString &databaseId) { return databaseId + QLatin1String(".pooler"); }
    /// The reference of the password in the keychain: "<instance>/<database id>".
    static QString passwordReference(const InstanceSession &session, const QString &databaseId);
    static QString passwordReference(const QString &instance, const QString &databaseId);

    /// Keeps a password, or forgets it where it is empty. Unreachable without a keyring.
    [[nodiscard]] Result<> storePassword(const QString &instance, const QString &databaseId,
                                         const Secret &password, const OperationContext &context) const;
    /// Takes the passwords of an instance along to its new name; to no name: forgets them.
    [[nodiscard]] Result<> movePasswords(const Instance &instance, const QString &newName,
                                         const OperationContext &context) const;

    /// A password that is tried before it is kept anywhere: until it is forgotten it wins over the
    /// keychain's. An empty one forgets it.
    void tryPassword(const QString &instance, const QString &databaseId, const Secret &password) const;
    void forgetTrials() const;

private:
    struct Told
    {
        GivenConnection given;
        std::optional<Error> keyring; ///< why it could not be asked for the password
    };

    [[nodiscard]] Result<Told> told(const InstanceSession &session, const ServerDatabase &database,
                                    const OperationContext &context) const;
    [[nodiscard]] Result<GivenConnection> fromEnvironment(const InstanceSession &session,
                                                          const ServerDatabase &database,
                                                          const OperationContext &context) const;
    Error insideError(Error error, const DatabaseConnection &connection) const;
    void addPassword(const QString &reference, Told &told, const OperationContext &context) const;

    SecretStore &m_secrets;
    mutable ContainerBridges m_bridges;
    mutable QMutex m_mutex;
    mutable QHash<QString, GivenConnection> m_environments;      ///< by reference; guarded by m_mutex
    mutable SecretBag m_trials;                                  ///< by reference; guarded by m_mutex
    mutable std::chrono::steady_clock::time_point m_silentUntil; ///< of the keyring; guarded by m_mutex
};

} // namespace pilothouse

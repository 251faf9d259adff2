// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/instancesession.h"
#include "core/postgres/connectiontext.h"
#include "core/postgres/postgresconnection.h"
#include "core/secrets/secretstore.h"

namespace pilothouse {

/// Finds the way to an instance's databases on a server, with what the operator has: the connection stored
/// with the instance, else the address in the service's own environment; the password from the keychain, from
/// there, or by libpq itself out of .pgpass. Safe from any worker thread.
class PostgresAccess
{
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
    /// The reference of the password in the keychain: "<instance>/<database id>".
    static QString passwordReference(const InstanceSession &session, const QString &databaseId);

private:
    SecretStore &m_secrets;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postgres/postgresconnection.h"

#include <QDateTime>
#include <QUuid>

namespace pilothouse {

/// Who asks for a database of a server, and how.
struct DatabaseClaim
{
    QString database;
    bool isShared = false; ///< beside others who only read, as dumps do
    QUuid operation;
    QString who; ///< "ada@host"
    QDateTime since;
};

/// A session that holds an advisory lock on a database of a server, which every Pilothouse asks for before it
/// changes something there, wherever it runs. The server lets go of it when the session ends, however it
/// ends. Stays out of the way of the service: the lock is kept in the server's own database, where names are
/// no matter of renames, and no table is touched.
class DatabaseLock
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::DatabaseLock)

public:
    /// `session` is with the database "postgres", or with another one where the role is not let into that:
    /// who holds it in any of them is seen. Locked names who holds it, since when. A session that the same
    /// operation has left behind is ended.
    [[nodiscard]] static Result<DatabaseLock> take(PostgresConnection session, const DatabaseClaim &claim,
                                                   const OperationContext &context);
    /// Whether the session still lives: with it the lock does.
    bool isHeld();
    /// True for the name under which the server knows such a session.
    static bool isName(const QString &application);

private:
    explicit DatabaseLock(PostgresConnection session);
    [[nodiscard]] static Result<> prepare(PostgresConnection &session, const DatabaseClaim &claim,
                                          const OperationContext &context);

    PostgresConnection m_session;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/postgresaccess.h"
#include "core/postgres/databasetwin.h"
#include "core/steps/backupword.h"

namespace pilothouse {

/// What the words about databases on a server share: the way there, and names that belong to an operation.
/// Their arguments name the profile's database by its id ("database") and say for people where it is
/// ("target", a connection without password).
class PostgresWord : public BackupWord
{
    Q_DECLARE_TR_FUNCTIONS(PostgresSteps)

public:
    PostgresWord(FileOps &files, const Clock &clock, const PostgresAccess &access)
        : BackupWord(files, clock)
        , m_access(access)
    {
    }

    /// The comment of a database that is whole and not in use yet: "Restored by Pilothouse, operation ...".
    static QString mark(const QUuid &operation);
    static bool isMark(const QString &comment);
    /// "shop_ph_0198f1c2": the database that an operation restores into; "old": the one it sets aside.
    static QString scratchDatabase(const QString &live, const QUuid &operation);
    static QString oldDatabase(const QString &live, const QUuid &operation);
    /// True for the names of the two above.
    static bool isOwnName(const QString &name);
    /// What the server calls the sessions of an operation.
    static QString sessionName(const QUuid &operation);

protected:
    /// The way to the profile's database that the arguments name, or to another one of its server.
    [[nodiscard]] Result<GivenConnection> given(const StepScope &scope, const QString &database = {}) const;
    /// A session that may change things, with a database of the server that no operation works on.
    [[nodiscard]] Result<PostgresConnection> aside(const StepScope &scope) const;
    /// Ends what an operation that was cut off has left running on the server.
    [[nodiscard]] Result<> endLeftovers(const StepScope &scope) const;
    /// Whether the database that the arguments name ("name") has become the live one since.
    [[nodiscard]] static Result<bool> hasTakenOver(const StepScope &scope, const DatabaseTwin &twin,
                                                   bool hadLive);
    /// A program of PostgreSQL with the way to the server, for shell commands: "psql -h host -p 5432 -U user
    /// ".
    static QString shellTool(const char *program, const QJsonObject &arguments);
    static QString targetText(const QJsonObject &arguments);

    const PostgresAccess &access() const { return m_access; }

private:
    const PostgresAccess &m_access;
};

/// A session with the server's own database, which no service uses: to look at, make and rename others.
[[nodiscard]] Result<PostgresConnection>
openBesideDatabase(const PostgresAccess &access, const InstanceSession &session, const QString &databaseId,
                   const PostgresLimits &limits, const OperationContext &context);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/serverlock.h"

#include "core/audit/actor.h"
#include "core/plan/plan.h"
#include "core/plan/stepregistry.h"
#include "core/postgres/databaselock.h"
#include "core/steps/postgresword.h"

#include <QCoreApplication>
#include <QSysInfo>

#include <map>

namespace pilothouse {
namespace {

/// A server that does not answer keeps nobody away. What is done then may be what brings it back, so it is
/// not refused; the lock is asked for again before each step, and that it is not held is said.
bool isSilent(const Error &error)
{
    return error.kind == ErrorKind::Unreachable || error.kind == ErrorKind::TimedOut
           || error.kind == ErrorKind::NotFound;
}

class ServerLock final : public OperationLock
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::ServerLock)

public:
    ServerLock(const InstanceSession &session, const PostgresAccess &access, DatabaseClaim claim)
        : m_session(session)
        , m_access(access)
        , m_claim(std::move(claim))
    {
    }

    /// Shared only as long as every step that names it would share it.
    void add(const QString &databaseId, bool isShared)
    {
        const auto found = m_wanted.find(databaseId);
        if (found == m_wanted.end())
            m_wanted.emplace(databaseId, Wanted{isShared, {}});
        else
            found->second.isShared = found->second.isShared && isShared;
    }
    bool isEmpty() const { return m_wanted.empty(); }

    QString notHeld() const override
    {
        return m_silent.isEmpty() ? QString()
                                  : tr("The server of %1 does not answer, so it is not locked: another "
                                       "Pilothouse could work "
                                       "on it too. The lock is taken as soon as the server answers.")
                                        .arg(m_silent.join(QStringLiteral(", ")));
    }

    Result<> confirm(const OperationContext &context) override
    {
        m_silent.clear();
        for (auto &[id, wanted] : m_wanted) {
            if (wanted.held && wanted.held->isHeld())
                continue;
            wanted.held.reset();
            auto taken = take(id, wanted.isShared, context);
            if (taken)
                wanted.held = std::move(*taken);
            else if (!isSilent(taken.error()))
                return failure(taken.error());
            else
                m_silent << id;
        }
        return {};
    }

private:
    struct Wanted
    {
        bool isShared = true;
        std::optional<DatabaseLock> held;
    };

    Result<DatabaseLock> take(const QString &id, bool isShared, const OperationContext &context)
    {
        const auto given = m_access.resolve(m_session, id, context);
        auto server = given ? openBesideDatabase(m_access, m_session, id, {}, context)
                            : Result<PostgresConnection>(failure(given.error()));
        // A role that is let into this database alone locks there.
        if (!server && server.error().kind == ErrorKind::Refused && given)
            server = m_access.open(m_session, id, {}, context);
        if (!server)
            return failure(server.error());
        DatabaseClaim claim = m_claim;
        claim.database = given->connection.database.isEmpty() ? id : given->connection.database;
        claim.isShared = isShared;
        return DatabaseLock::take(std::move(*server), claim, context);
    }

    const InstanceSession &m_session;
    const PostgresAccess &m_access;
    const DatabaseClaim m_claim;
    std::map<QString, Wanted> m_wanted;
    QStringList m_silent; ///< whose server did not answer when it was last asked
};

} // namespace

std::unique_ptr<OperationLock> serverLockFor(const Plan &plan, const InstanceSession &session,
                                             const StepRegistry &steps, const PostgresAccess &access,
                                             const QDateTime &since)
{
    DatabaseClaim claim;
    claim.operation = plan.operation;
    claim.who = osUser() + u'@' + QSysInfo::machineHostName();
    claim.since = since;
    auto lock = std::make_unique<ServerLock>(session, access, claim);
    for (const StepCall &call : plan.steps) {
        const Step *step = steps.find(call.step);
        const QString id = call.arguments.value(QLatin1String("database")).toString();
        if (!step || !session.serverDatabase(id) || (step->onlyLooks() && !step->changesService()))
            continue;
        lock->add(id, !step->changesService() && step->isReversible());
    }
    return lock->isEmpty() ? nullptr : std::move(lock);
}

} // namespace pilothouse

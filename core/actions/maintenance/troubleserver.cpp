// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the checks see of databases on a server: whether it is reached, and who is connected.

#include "core/actions/maintenance/troublechecks.h"
#include "core/actions/server/serverqueries.h"
#include "core/base/units.h"
#include "core/postgres/postgresengine.h"

namespace pilothouse {

namespace {

struct TroubleServerText
{
    Q_DECLARE_TR_FUNCTIONS(TroubleChecks)
};

constexpr double NearlyFull = 0.85;
constexpr qint64 LongTransaction = 60'000;

} // namespace

void TroubleChecks::lookAtConnections()
{
    const QList<ServerDatabase> databases = m_session.serverDatabases();
    if (databases.isEmpty() || !m_services.postgres)
        add({}, ProbeVerdict::DoesNotApply,
            TroubleServerText::tr("Nothing of this service is on a database server."));
    for (const ServerDatabase &database : m_services.postgres ? databases : QList<ServerDatabase>()) {
        if (m_context.isCancelled())
            return;
        const auto reach = reachServer(*m_services.postgres, m_session, database.id, m_context);
        if (!reach)
            add(database.id, ProbeVerdict::InTheWay, reach.error().message, reach.error().advice);
        else if (reach->isInRecovery)
            add(database.id, ProbeVerdict::ToKnow,
                TroubleServerText::tr("%1 answers, but is a standby or in recovery: nothing can be written.")
                    .arg(reach->address),
                TroubleServerText::tr(
                    "Point the service to the primary, or wait until the recovery has ended."));
        else
            add(database.id, ProbeVerdict::Holds,
                TroubleServerText::tr("%1 answers in %2 ms, PostgreSQL %3")
                    .arg(reach->address)
                    .arg(reach->milliseconds)
                    .arg(reach->version));
    }
}

void TroubleChecks::lookAtSessions()
{
    const QList<ServerDatabase> databases = m_session.serverDatabases();
    if (databases.isEmpty() || !m_services.postgres)
        add({}, ProbeVerdict::DoesNotApply,
            TroubleServerText::tr("Nothing of this service is on a database server."));
    for (const ServerDatabase &database : m_services.postgres ? databases : QList<ServerDatabase>()) {
        if (m_context.isCancelled())
            return;
        const auto facts =
            m_services.postgres->open(m_session, database.id, {}, m_context)
                .and_then([this](PostgresConnection server) { return readServerFacts(server, m_context); });
        if (facts)
            judgeSessions(*facts, database.id);
        else if (facts.error().kind == ErrorKind::Locked)
            add(database.id, ProbeVerdict::InTheWay, facts.error().message, facts.error().advice);
        else
            addError(database.id, facts.error());
    }
}

void TroubleChecks::judgeSessions(const ServerFacts &facts, const QString &id)
{
    const QString count = TroubleServerText::tr("%1 of %2 connections are taken")
                              .arg(facts.connections)
                              .arg(facts.maxConnections - facts.reservedConnections);
    if (facts.connectionShare() >= 1)
        add(id, ProbeVerdict::InTheWay, count,
            TroubleServerText::tr(
                "End sessions that are not needed, put a pooler before the server, or raise "
                "max_connections."));
    else if (facts.waiting > 0)
        add(id, ProbeVerdict::InTheWay,
            TroubleServerText::tr("%1, and %n session(s) wait for a lock", nullptr, facts.waiting).arg(count),
            TroubleServerText::tr("“Databases” shows who holds them up; that session can be ended there."));
    else if (facts.connectionShare() >= NearlyFull)
        add(id, ProbeVerdict::ToKnow, count,
            TroubleServerText::tr("Little is left; look who holds them open."));
    else if (facts.oldestTransaction >= LongTransaction)
        add(id, ProbeVerdict::ToKnow,
            TroubleServerText::tr("%1; the longest transaction is open for %2")
                .arg(count, formatDuration(facts.oldestTransaction)),
            TroubleServerText::tr("A transaction that stays open keeps dead rows and locks."));
    else
        add(id, ProbeVerdict::Holds, count);
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the checks see of the databases that are on a server.

#include "core/actions/troublechecks.h"
#include "core/instances/postgresaccess.h"
#include "core/postgres/postgresengine.h"

namespace pilothouse {

namespace {

constexpr double FullShare = 0.9; ///< of the connections that ordinary roles may have

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TroubleChecks)
};

} // namespace

void TroubleChecks::lookAtConnection()
{
    for (const ServerDatabase &database : m_session.serverDatabases()) {
        auto server = m_services.postgres.open(m_session, database.id, PostgresLimits{}, m_context);
        if (!server) {
            const Error &error = server.error();
            add(database.id, ProbeVerdict::InTheWay,
                error.subject.isEmpty() ? error.message
                                        : QStringLiteral("%1: %2").arg(error.subject, error.message),
                error.advice);
            continue;
        }
        PostgresQuery query;
        query.text = "SELECT 1";
        const qint64 before = m_timer.elapsed();
        if (const auto answer = server->value(query, m_context); !answer)
            add(database.id, ProbeVerdict::InTheWay, answer.error().message, answer.error().advice);
        else
            add(database.id, ProbeVerdict::Holds,
                Text::tr("SELECT 1 is answered after %1 ms").arg(m_timer.elapsed() - before));
    }
    if (m_session.serverDatabases().isEmpty())
        add({}, ProbeVerdict::DoesNotApply, Text::tr("The profile has no database on a server."));
}

void TroubleChecks::lookAtSessions()
{
    for (const ServerDatabase &database : m_session.serverDatabases()) {
        auto server = m_services.postgres.open(m_session, database.id, PostgresLimits{}, m_context);
        const auto facts = server ? readServerFacts(*server, m_context)
                                  : Result<ServerFacts>(tl::unexpected(server.error()));
        if (!facts) {
            addError(database.id, facts.error());
            continue;
        }
        const QString text =
            Text::tr("%1 of %2 connections are taken").arg(facts->connections).arg(facts->maxConnections);
        const bool isFull = facts->connectionShare() >= FullShare;
        add(database.id, isFull ? ProbeVerdict::InTheWay : ProbeVerdict::Holds, text,
            isFull ? Text::tr("Soon nobody can connect any more. End sessions that idle, raise "
                              "max_connections, or put a pooler in front.")
                   : QString());
    }
    if (m_session.serverDatabases().isEmpty())
        add({}, ProbeVerdict::DoesNotApply, Text::tr("The profile has no database on a server."));
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/postgressessionstep.h"

#include "core/instances/postgresaccess.h"
#include "core/steps/serviceword.h"

namespace pilothouse {

namespace {

constexpr std::chrono::seconds Patience{5};
constexpr std::chrono::milliseconds SessionLookAgain{50};

} // namespace

QString PostgresSessionStep::name() const
{
    return m_mode == Mode::Cancel ? QStringLiteral("postgres.cancel-session")
                                  : QStringLiteral("postgres.end-session");
}

SessionIdentity PostgresSessionStep::identityOf(const QJsonObject &arguments)
{
    return {arguments.value(QLatin1String("pid")).toInteger(),
            arguments.value(QLatin1String("backendStart")).toString().toLongLong()};
}

StepText PostgresSessionStep::describe(const QJsonObject &arguments) const
{
    const QString who = arguments.value(QLatin1String("who")).toString();
    const QString pid = QString::number(identityOf(arguments).pid);
    const QString shell = QStringLiteral("psql -c 'SELECT %1(%2)'")
                              .arg(m_mode == Mode::Cancel ? QStringLiteral("pg_cancel_backend")
                                                          : QStringLiteral("pg_terminate_backend"),
                                   pid);
    return {m_mode == Mode::Cancel ? tr("Cancel the query of session %1 (%2)").arg(pid, who)
                                   : tr("End session %1 (%2)").arg(pid, who),
            shell};
}

Result<PostgresConnection> PostgresSessionStep::open(const StepScope &scope) const
{
    return m_access.open(scope.session, scope.arguments.value(QLatin1String("database")).toString(), {},
                         scope.context);
}

Result<QJsonObject> PostgresSessionStep::prepare(const StepScope &scope) const
{
    auto server = open(scope);
    if (!server)
        return failure(server.error());
    const auto found = findSession(*server, identityOf(scope.arguments), scope.context);
    if (!found)
        return failure(found.error());
    if (!*found)
        return QJsonObject{{QStringLiteral("isThere"), false}};
    return QJsonObject{{QStringLiteral("isThere"), true},
                       {QStringLiteral("state"), (*found)->state},
                       {QStringLiteral("query"), (*found)->query}};
}

/// A session that has gone by itself meanwhile does what was wanted; one that runs another query too.
Result<bool> PostgresSessionStep::isDone(PostgresConnection &server, const StepScope &scope,
                                         const QJsonObject &before) const
{
    return findSession(server, identityOf(scope.arguments), scope.context)
        .map([&](const std::optional<ServerSession> &session) {
            if (!session)
                return true;
            return m_mode == Mode::Cancel
                   && (session->state != QLatin1String("active")
                       || session->query != before.value(QLatin1String("query")).toString());
        });
}

Result<QJsonObject> PostgresSessionStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    auto server = open(scope);
    if (!server)
        return failure(server.error());
    const auto sent = signalSession(*server, identityOf(scope.arguments), m_mode == Mode::End, scope.context);
    if (!sent && sent.error().kind != ErrorKind::NotFound)
        return failure(sent.error());
    const auto until = std::chrono::steady_clock::now() + Patience;
    while (true) {
        const auto done = isDone(*server, scope, before);
        if (!done)
            return failure(done.error());
        if (*done)
            return QJsonObject();
        if (std::chrono::steady_clock::now() > until
            || !pauseUnlessCancelled(SessionLookAgain, scope.context))
            break;
    }
    return failure(Error{ErrorKind::TimedOut,
                         QString::number(identityOf(scope.arguments).pid),
                         tr("The session does not react."),
                         m_mode == Mode::Cancel
                             ? tr("End it instead.")
                             : tr("It may be stuck in the disk or the network; look again."),
                         {}});
}

Result<Observed> PostgresSessionStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    auto server = open(scope);
    if (!server)
        return failure(server.error());
    return isDone(*server, scope, before).map([](bool isDone) {
        return isDone ? Observed::Done : Observed::NotDone;
    });
}

Result<> PostgresSessionStep::compensate(const StepScope &, const QJsonObject &) const
{
    return failure(ErrorKind::NeedsOperator, tr("A session that has ended cannot be brought back."));
}

} // namespace pilothouse

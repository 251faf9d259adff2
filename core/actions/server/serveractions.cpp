// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/server/serveractions.h"

#include "core/actions/server/serverqueries.h"
#include "core/base/foreigntext.h"
#include "core/base/units.h"
#include "core/instances/fingerprint.h"
#include "core/postgres/postgresengine.h"

namespace pilothouse {

namespace {

constexpr qint64 SignalMs = 500;       // a guess, only shown
constexpr qint64 BytesPerMs = 100'000; // of a table that is read through; a guess, only shown
constexpr qsizetype ShownQuery = 120;

struct ServerActionsText
{
    Q_DECLARE_TR_FUNCTIONS(ServerActions)
};

/// What all of these plans begin with.
Result<Plan> emptyPlan(const InstanceSession &session, const char *action, const QJsonObject &arguments,
                       const OperationContext &context)
{
    const auto fingerprint = fingerprintOf(session, context);
    if (!fingerprint)
        return failure(fingerprint.error());
    Plan plan;
    plan.operation = QUuid::createUuid();
    plan.instance = session.instance().name;
    plan.action = QLatin1String(action);
    plan.parameters = arguments;
    plan.severity = Severity::Disruptive;
    plan.fingerprint = *fingerprint;
    return plan;
}

/// The session that is meant: by its number, and where the caller has seen it by its beginning too.
Result<ServerSession> wantedSession(PostgresConnection &server, const QJsonObject &arguments,
                                    const OperationContext &context)
{
    const qint64 pid = arguments.value(QLatin1String("pid")).toVariant().toLongLong();
    const QString start = arguments.value(QLatin1String("backendStart")).toString();
    const auto sessions = readServerSessions(server, context);
    if (!sessions)
        return failure(sessions.error());
    for (const ServerSession &session : *sessions) {
        if (session.pid == pid && (start.isEmpty() || start == QString::number(session.backendStart)))
            return session;
    }
    return failure(
        Error{ErrorKind::NotFound,
              QString::number(pid),
              ServerActionsText::tr("There is no such session any more."),
              ServerActionsText::tr("Look at the sessions again: its number may be another's by now."),
              {}});
}

QString whoText(const ServerSession &session)
{
    QStringList parts{session.user};
    if (!session.application.isEmpty())
        parts << session.application;
    if (!session.client.isEmpty())
        parts << session.client;
    return visibleLine(parts.join(QLatin1String(", ")));
}

void addSessionFindings(Plan &plan, const ServerSession &session, bool endsIt)
{
    if (session.isOwn)
        plan.findings << Finding{QStringLiteral("own-session"),
                                 FindingKind::Blocker,
                                 ServerActionsText::tr("This is Pilothouse's own session."),
                                 {}};
    if (!endsIt && !session.isHidden() && session.state != QLatin1String("active"))
        plan.findings << Finding{
            QStringLiteral("no-query"), FindingKind::Blocker,
            ServerActionsText::tr("The session runs no query now; it is “%1”.").arg(session.state),
            ServerActionsText::tr("End the session instead.")};
    const QString query = visibleLine(session.query.simplified()).left(ShownQuery);
    if (!query.isEmpty())
        plan.notes << (session.state == QLatin1String("active")
                           ? ServerActionsText::tr("It runs: %1").arg(query)
                           : ServerActionsText::tr("It ran last: %1").arg(query));
    if (session.transactionMs >= 0)
        plan.losses << ServerActionsText::tr(
                           "What its transaction of %1 has changed is taken back by the server.")
                           .arg(formatDuration(session.transactionMs));
}

/// Ending a session is refused before it is tried, with the right that it takes.
Result<> addRightFindings(Plan &plan, PostgresConnection &server, const ServerSession &session,
                          const OperationContext &context)
{
    const auto right = missingSignalRight(server, session.user, context);
    if (!right)
        return failure(right.error());
    const QString role = visibleLine(session.user);
    if (*right == QLatin1String("SUPERUSER"))
        plan.findings << Finding{
            QStringLiteral("may-not-signal"), FindingKind::Blocker,
            ServerActionsText::tr("Only a superuser may end session %1 of the superuser %2.")
                .arg(QString::number(session.pid), role),
            ServerActionsText::tr("Have a superuser run: SELECT pg_terminate_backend(%1)").arg(session.pid)};
    else if (!right->isEmpty())
        plan.findings << Finding{
            QStringLiteral("may-not-signal"), FindingKind::Blocker,
            ServerActionsText::tr("This role may not end session %1 of %2: it lacks the right %3.")
                .arg(QString::number(session.pid), role, *right),
            ServerActionsText::tr("Have a superuser run: GRANT %1, pg_read_all_stats TO the role.")
                .arg(*right)};
    else if (session.isHidden())
        plan.findings << Finding{
            QStringLiteral("hidden-session"), FindingKind::Blocker,
            ServerActionsText::tr("When session %1 of %2 began is not visible to this role, so it cannot be "
                                  "told from a later one with the same number.")
                .arg(QString::number(session.pid), role),
            ServerActionsText::tr("Have a superuser run: GRANT pg_read_all_stats TO the role.")};
    return {};
}

Result<Plan> planSession(const PostgresAccess &access, const InstanceSession &session, bool endsIt,
                         const QJsonObject &arguments, const OperationContext &context)
{
    const auto id = wantedServerDatabase(session, arguments);
    if (!id)
        return failure(id.error());
    auto server = access.open(session, *id, {}, context);
    if (!server)
        return failure(server.error());
    const auto wanted = wantedSession(*server, arguments, context);
    if (!wanted)
        return failure(wanted.error());
    auto plan =
        emptyPlan(session, endsIt ? "server.end-session" : "server.cancel-session", arguments, context);
    if (!plan)
        return plan;
    const QString pid = QString::number(wanted->pid);
    plan->title = endsIt ? ServerActionsText::tr("End session %1 of %2").arg(pid, visibleLine(wanted->user))
                         : ServerActionsText::tr("Cancel the query of session %1 of %2")
                               .arg(pid, visibleLine(wanted->user));
    plan->button = endsIt ? ServerActionsText::tr("End session %1").arg(pid)
                          : ServerActionsText::tr("Cancel query of %1").arg(pid);
    plan->estimate.milliseconds = SignalMs;
    addSessionFindings(*plan, *wanted, endsIt);
    if (Result<> asked = addRightFindings(*plan, *server, *wanted, context); !asked)
        return failure(asked.error());
    plan->notes << ServerActionsText::tr("The service may connect again at once.");
    plan->steps << StepCall{endsIt ? QStringLiteral("end") : QStringLiteral("cancel"),
                            endsIt ? QStringLiteral("postgres.end-session")
                                   : QStringLiteral("postgres.cancel-session"),
                            {{QStringLiteral("database"), *id},
                             {QStringLiteral("pid"), wanted->pid},
                             {QStringLiteral("backendStart"), QString::number(wanted->backendStart)},
                             {QStringLiteral("who"), whoText(*wanted)}}};
    return plan;
}

QString maintenanceTitle(Maintenance kind, const QString &target)
{
    if (kind == Maintenance::Analyze)
        return ServerActionsText::tr("Make the planner's statistics of %1 anew (ANALYZE)").arg(target);
    return kind == Maintenance::Reindex
               ? ServerActionsText::tr("Rebuild the indexes of %1 (REINDEX)").arg(target)
               : ServerActionsText::tr("Free the dead rows of %1 (VACUUM)").arg(target);
}

/// Size and dead rows of what is maintained, out of the sizes of the whole database.
RelationSize targetSize(const ServerSizes &sizes, const QString &table)
{
    RelationSize sum;
    for (const RelationSize &one : sizes.tables) {
        if (!table.isEmpty() && relationText(one.schema, one.name) != table)
            continue;
        sum.tableBytes += one.tableBytes;
        sum.indexBytes += one.indexBytes;
        sum.toastBytes += one.toastBytes;
        sum.deadRows += one.deadRows;
    }
    return sum;
}

void describeMaintenance(Plan &plan, Maintenance kind, const RelationSize &size)
{
    plan.estimate.bytes = size.bytes();
    plan.estimate.milliseconds = SignalMs + size.bytes() / BytesPerMs;
    plan.notes << ServerActionsText::tr(
        "The service goes on; no row changes. It can be cancelled at any time.");
    if (kind == Maintenance::Vacuum)
        plan.notes << ServerActionsText::tr(
                          "%1 dead rows are known. Their room is used again; files shrink only at their end.")
                          .arg(formatCount(size.deadRows));
    if (kind == Maintenance::Reindex)
        plan.notes << ServerActionsText::tr(
                          "Up to %1 more is needed on the server while the new indexes are made.")
                          .arg(formatBytes(size.indexBytes));
}

Result<Plan> planMaintenance(const PostgresAccess &access, const InstanceSession &session,
                             const QJsonObject &arguments, const OperationContext &context)
{
    const auto id = wantedServerDatabase(session, arguments);
    if (!id)
        return failure(id.error());
    const auto kind = maintenanceFromName(arguments.value(QLatin1String("kind")).toString());
    if (!kind)
        return failure(ErrorKind::BadInput,
                       ServerActionsText::tr("The kinds of maintenance are vacuum, analyze and reindex."));
    const QString table = arguments.value(QLatin1String("table")).toString();
    auto server = access.open(session, *id, {}, context);
    if (!server)
        return failure(server.error());
    const auto statement = maintenanceStatement(*server, *kind, table, context);
    if (!statement)
        return failure(statement.error()); // no such table
    const auto sizes = readServerSizes(*server, context);
    auto plan = sizes ? emptyPlan(session, "server.maintain", arguments, context)
                      : Result<Plan>(failure(sizes.error()));
    if (!plan)
        return plan;
    plan->title = maintenanceTitle(*kind, visibleLine(table.isEmpty() ? *id : table));
    plan->button = plan->title;
    plan->severity = Severity::Reversible;
    describeMaintenance(*plan, *kind, targetSize(*sizes, table));
    plan->steps << StepCall{QStringLiteral("maintain"),
                            QStringLiteral("postgres.maintain"),
                            {{QStringLiteral("database"), *id},
                             {QStringLiteral("kind"), arguments.value(QLatin1String("kind"))},
                             {QStringLiteral("table"), table}}};
    return plan;
}

Parameter actedDatabaseParameter()
{
    return {
        QStringLiteral("database"), ServerActionsText::tr("Database"), Parameter::Type::Database, false, {}};
}

Action sessionAction(const PostgresAccess &access, const char *id, const QString &title, bool endsIt)
{
    Action action;
    action.id = QLatin1String(id);
    action.title = title;
    action.icon = QStringLiteral("x-octagon");
    action.severity = Severity::Disruptive;
    action.parameters = {actedDatabaseParameter(),
                         {QStringLiteral("pid"),
                          ServerActionsText::tr("Number of the session"),
                          Parameter::Type::Number,
                          true,
                          {}},
                         {QStringLiteral("backendStart"),
                          ServerActionsText::tr("Its beginning"),
                          Parameter::Type::Text,
                          false,
                          {}}};
    action.runbookItems = {QStringLiteral("F31")};
    action.plan = [&access, endsIt](const InstanceSession &session, const QJsonObject &arguments,
                                    const OperationContext &context) {
        return planSession(access, session, endsIt, arguments, context);
    };
    return action;
}

} // namespace

void addServerActions(Catalogue &catalogue, const PostgresAccess &access)
{
    catalogue.add(sessionAction(access, "server.cancel-session",
                                ServerActionsText::tr("Cancel the query of a session"), false));
    catalogue.add(sessionAction(access, "server.end-session", ServerActionsText::tr("End a session"), true));
    Action maintain;
    maintain.id = QStringLiteral("server.maintain");
    maintain.title = ServerActionsText::tr("Maintain a database on its server");
    maintain.icon = QStringLiteral("arrows-collapse");
    maintain.severity = Severity::Reversible;
    maintain.parameters = {
        actedDatabaseParameter(),
        {QStringLiteral("kind"),
         ServerActionsText::tr("Kind"),
         Parameter::Type::Choice,
         true,
         {QStringLiteral("vacuum"), QStringLiteral("analyze"), QStringLiteral("reindex")}},
        {QStringLiteral("table"), ServerActionsText::tr("Table"), Parameter::Type::Text, false, {}}};
    maintain.plan = [&access](const InstanceSession &session, const QJsonObject &arguments,
                              const OperationContext &context) {
        return planMaintenance(access, session, arguments, context);
    };
    catalogue.add(maintain);
}

} // namespace pilothouse

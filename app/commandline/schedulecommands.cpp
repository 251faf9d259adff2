// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/schedulecommands.h"

#include "app/commandline/commandtext.h"
#include "app/commandline/entries.h"
#include "app/commandline/planrun.h"
#include "app/console.h"
#include "core/base/units.h"
#include "core/schedule/rehearsal.h"
#include "core/schedule/schedulejob.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

const QString ScheduleName = QStringLiteral("NAME");
const QString Trigger = QStringLiteral("schedule");

/// What a schedule runs has nobody who could confirm it: it goes by what was agreed to when it was installed.
Result<RunReport> runUnattended(CommandContext &context, const Plan &plan, const InstanceSession &session,
                                const Approval &approval)
{
    const QStringList missing = Executor::missingApproval(plan, approval, session.instance().isProduction());
    if (!missing.isEmpty())
        return failure(Error{ErrorKind::Refused, session.instance().name, missing.join(u'\n'), {}, {}});
    return context.console.executor().run(plan, approval,
                                          {session, {}, context.operation, stepPrinter(context, plan)});
}

int endRun(CommandContext &context, const InstanceSession &session, const Result<RunReport> &report,
           ScheduledWork work = ScheduledWork::Backup)
{
    const int code = printReport(context, report);
    ScheduledRun run{context.console.clock().now(), code, {}};
    if (!report)
        run.problem = report.error().message;
    else if (report->error)
        run.problem = report->error->message;
    if (const auto noted = context.console.schedules().noteRun(session.instance(), run, work); !noted)
        context.output.error(noted.error());
    return code;
}

/// The schedule that was installed for this very instance: a timer or line of cron that outlived another one
/// of this name has none, and does nothing.
Result<Schedule> ownSchedule(CommandContext &context, const Instance &instance,
                             ScheduledWork work = ScheduledWork::Backup)
{
    const auto schedule = context.console.schedules().find(instance, work);
    if (!schedule)
        return tl::unexpected(schedule.error());
    if (*schedule && (*schedule)->instance == instance.name)
        return **schedule;
    return failure(Error{
        ErrorKind::Refused,
        instance.name,
        commandLineText(QT_TRANSLATE_NOOP("CommandLine",
                                          "It has no schedule: what runs this was left behind by "
                                          "another instance of that name.")),
        commandLineText(QT_TRANSLATE_NOOP("CommandLine",
                                          "Remove the timer %1 or the line of cron, or install a schedule: "
                                          "pilothouse-cli schedule install %2"))
            .arg(scheduleUnitName(instance.name, work), instance.name),
        {}});
}

Result<> checkTrigger(const Arguments &arguments)
{
    if (arguments.value(QStringLiteral("trigger")) == Trigger)
        return {};
    return failure(Error{ErrorKind::BadInput,
                         QStringLiteral("--trigger"),
                         commandLineText(QT_TRANSLATE_NOOP("CommandLine", "There is only \"schedule\".")),
                         {},
                         {}});
}

/// By what was agreed to when it was installed: a lock does not hold it up.
int drill(CommandContext &context, const Arguments &arguments)
{
    if (const auto known = checkTrigger(arguments); !known)
        return failed(context, known.error());
    const auto session = context.console.session(arguments.at(0));
    if (!session)
        return failed(context, session.error());
    const auto schedule = ownSchedule(context, (*session)->instance(), ScheduledWork::Drill);
    if (!schedule)
        return failed(context, schedule.error());
    if (!context.output.isJson())
        context.output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "%1: drill of %2 by schedule"))
                                .arg(toIso(context.console.clock().now()), arguments.at(0)));
    const auto plan =
        context.console.catalogue().plan(QStringLiteral("drill.run"), **session, {}, context.operation);
    Approval approval;
    approval.how = Trigger;
    approval.accepted = schedule->agreed;
    approval.isAgreedBefore = true;
    return endRun(context, **session,
                  plan ? runUnattended(context, *plan, **session, approval)
                       : Result<RunReport>(tl::unexpected(plan.error())),
                  ScheduledWork::Drill);
}

int backUp(CommandContext &context, const Arguments &arguments)
{
    if (const auto known = checkTrigger(arguments); !known)
        return failed(context, known.error());
    const auto session = context.console.session(arguments.at(0));
    if (!session)
        return failed(context, session.error());
    if (const auto own = ownSchedule(context, (*session)->instance()); !own)
        return failed(context, own.error());
    if (!context.output.isJson())
        context.output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "%1: backup of %2 by schedule"))
                                .arg(toIso(context.console.clock().now()), arguments.at(0)));
    const auto plan =
        context.console.catalogue().plan(QStringLiteral("backup.create"), **session,
                                         {{QStringLiteral("trigger"), Trigger}}, context.operation);
    Approval approval;
    approval.how = Trigger;
    return endRun(context, **session,
                  plan ? runUnattended(context, *plan, **session, approval)
                       : Result<RunReport>(tl::unexpected(plan.error())));
}

Result<> checkAgreement(const Schedule &schedule)
{
    if (schedule.prunes)
        return {};
    return failure(Error{
        ErrorKind::Refused,
        schedule.instance,
        commandLineText(
            QT_TRANSLATE_NOOP("CommandLine", "Nobody has agreed that its schedule removes old backups.")),
        commandLineText(QT_TRANSLATE_NOOP("CommandLine", "Agree: pilothouse-cli schedule install %1 --prune"))
            .arg(schedule.instance),
        {}});
}

int prune(CommandContext &context, const Arguments &arguments)
{
    const auto session = context.console.session(arguments.at(0));
    if (!session)
        return failed(context, session.error());
    const auto schedule = ownSchedule(context, (*session)->instance());
    if (!schedule)
        return failed(context, schedule.error());
    if (const auto agreed = checkAgreement(*schedule); !agreed)
        return endRun(context, **session, tl::unexpected(agreed.error()));
    const auto plan =
        context.console.catalogue().plan(QStringLiteral("backup.prune"), **session, {}, context.operation);
    if (!plan)
        return endRun(context, **session, tl::unexpected(plan.error()));
    const QJsonObject work = plan->steps.first().arguments;
    if (work.value(QStringLiteral("policy")) != schedule->agreedPolicy)
        return endRun(
            context, **session,
            failure(Error{
                ErrorKind::Refused,
                arguments.at(0),
                commandLineText(QT_TRANSLATE_NOOP(
                    "CommandLine", "The rule of retention is another one than was agreed to.")),
                commandLineText(QT_TRANSLATE_NOOP("CommandLine",
                                                  "Agree again: pilothouse-cli schedule install %1 --prune"))
                    .arg(arguments.at(0)),
                {}}));
    if (work.value(QStringLiteral("sets")).toArray().isEmpty()) {
        if (!context.output.isJson())
            context.output.line(plan->findings.value(0).text);
        return ExitCode::Done;
    }
    Approval approval;
    approval.how = Trigger;
    approval.isConfirmed = true;
    approval.typedName = schedule->instance;
    approval.reason = commandLineText(QT_TRANSLATE_NOOP("CommandLine", "agreed to with the schedule of %1"))
                          .arg(toIso(schedule->installedAt));
    return endRun(context, **session, runUnattended(context, *plan, **session, approval));
}

int rehearse(CommandContext &context, const Arguments &arguments)
{
    const auto session = context.console.session(arguments.at(0));
    if (!session)
        return failed(context, session.error());
    const bool isDrill = arguments.has(QStringLiteral("drill"));
    const auto plan = context.console.catalogue().plan(
        isDrill ? QStringLiteral("drill.run") : QStringLiteral("backup.create"), **session,
        isDrill ? QJsonObject() : QJsonObject{{QStringLiteral("trigger"), Trigger}}, context.operation);
    if (!plan)
        return failed(context, plan.error());
    const QStringList agreed = arguments.value(QStringLiteral("agreed")).split(u',', Qt::SkipEmptyParts);
    const auto done = rehearseSchedule(context.console.files(), **session, *plan, agreed, context.operation);
    if (!done)
        return failed(context, done.error());
    context.output.value(
        QJsonObject{{QStringLiteral("instance"), arguments.at(0)}, {QStringLiteral("isReady"), true}});
    return ExitCode::Done;
}

int listSchedules(CommandContext &context, const Arguments &arguments)
{
    const auto instances = context.console.instances().list();
    if (!instances)
        return failed(context, instances.error());
    QJsonArray rows;
    for (const Instance &instance : *instances) {
        if (!arguments.at(0).isEmpty() && instance.name != arguments.at(0))
            continue;
        const auto session = context.console.session(instance.name);
        for (const ScheduledWork work : {ScheduledWork::Backup, ScheduledWork::Drill}) {
            const auto value = session ? context.console.query(
                                   QStringLiteral("schedule.show"), **session,
                                   {{QStringLiteral("work"), scheduledWorkName(work)}}, context.operation)
                                       : Result<QJsonValue>(tl::unexpected(session.error()));
            if (!value)
                return failed(context, value.error());
            const bool isInstalled = value->toObject().value(QLatin1String("isInstalled")).toBool();
            if (isInstalled || work == ScheduledWork::Backup)
                rows << *value;
        }
    }
    if (rows.isEmpty() && !arguments.at(0).isEmpty())
        return failed(context, context.console.instances().find(arguments.at(0)).error());
    context.output.value(rows,
                         {QStringLiteral("instance"), QStringLiteral("work"), QStringLiteral("kind"),
                          QStringLiteral("when"), QStringLiteral("nextRunAt"), QStringLiteral("lastRunAt"),
                          QStringLiteral("lastRunCode"), QStringLiteral("missed")});
    return ExitCode::Done;
}

/// The words of the shell as the arguments of an action.
QJsonObject actionArguments(const Arguments &arguments)
{
    QJsonObject object;
    for (const char *name : {"prune", "linger"}) {
        if (arguments.has(QLatin1String(name)))
            object.insert(QLatin1String(name), true);
    }
    if (arguments.has(QStringLiteral("drill")))
        object.insert(QStringLiteral("work"), QStringLiteral("drill"));
    if (arguments.has(QStringLiteral("cron")))
        object.insert(QStringLiteral("kind"), QStringLiteral("cron"));
    if (arguments.has(QStringLiteral("systemd")))
        object.insert(QStringLiteral("kind"), QStringLiteral("systemd"));
    for (const char *preset : {"daily", "weekly", "monthly", "quarterly"}) {
        if (arguments.has(QLatin1String(preset)))
            object.insert(QStringLiteral("when"),
                          QString(QLatin1String(preset) + u' ' + arguments.value(QLatin1String(preset))));
    }
    if (arguments.has(QStringLiteral("hourly")))
        object.insert(QStringLiteral("when"), QStringLiteral("hourly"));
    if (arguments.has(QStringLiteral("when")))
        object.insert(QStringLiteral("when"), arguments.value(QStringLiteral("when")));
    if (arguments.has(QStringLiteral("job")))
        object.insert(QStringLiteral("job"), arguments.value(QStringLiteral("job")));
    return object;
}

int act(CommandContext &context, const QString &action, const Arguments &arguments)
{
    const auto session = context.console.session(arguments.at(0));
    if (!session)
        return failed(context, session.error());
    const auto plan =
        context.console.catalogue().plan(action, **session, actionArguments(arguments), context.operation);
    return plan ? runPlan(context, *plan, **session, arguments) : failed(context, plan.error());
}

Command changing(const QString &verb, const char *help, QStringList options)
{
    const QString action = QStringLiteral("schedule.") + verb;
    return withEffect(Command::Effect::Plans,
                      own(QStringLiteral("schedule"), verb, help, {{ScheduleName}, {}, std::move(options)},
                          [action](CommandContext &context, const Arguments &arguments) {
                              return act(context, action, arguments);
                          }));
}

} // namespace

QList<Command> scheduleCommands()
{
    using Effect = Command::Effect;
    const QString group = QStringLiteral("schedule");
    const QStringList runner{QStringLiteral("systemd"), QStringLiteral("cron"), QStringLiteral("prune"),
                             QStringLiteral("linger")};
    Command backup = own(
        QStringLiteral("backup"), QStringLiteral("create"),
        QT_TRANSLATE_NOOP("CommandLine", "What a schedule runs: the same, unattended, and its end is noted."),
        {{ScheduleName}, {}, {QStringLiteral("trigger=")}}, backUp);
    backup.form = QStringLiteral("--trigger");
    Command drilling = own(
        QStringLiteral("drill"), QStringLiteral("run"),
        QT_TRANSLATE_NOOP("CommandLine", "What a schedule runs: the same, unattended, and its end is noted."),
        {{ScheduleName}, {}, {QStringLiteral("trigger=")}}, drill);
    drilling.form = QStringLiteral("--trigger");
    return {
        backup,
        drilling,
        withEffect(
            Effect::Looks,
            own(group, QStringLiteral("list"),
                QT_TRANSLATE_NOOP("CommandLine", "The schedules: next run, last run, runs that were missed."),
                {{}, {ScheduleName}, {}}, listSchedules)),
        [&] {
            Command found;
            found.kind = Command::Kind::Query;
            found.group = group;
            found.verb = QStringLiteral("found");
            found.target = QStringLiteral("schedule.found");
            found.help = commandLineText(QT_TRANSLATE_NOOP(
                "CommandLine", "Lines of cron and timers of others that back it up, and what they lack."));
            found.spec = {{ScheduleName}, {}, {}};
            found.columns = {QStringLiteral("id"), QStringLiteral("place"), QStringLiteral("when"),
                             QStringLiteral("command"), QStringLiteral("differences")};
            return found;
        }(),
        changing(QStringLiteral("install"),
                 QT_TRANSLATE_NOOP("CommandLine",
                                   "Back up, or drill, by schedule; first sees whether it would succeed."),
                 QStringList{QStringLiteral("hourly"), QStringLiteral("daily="), QStringLiteral("weekly="),
                             QStringLiteral("monthly="), QStringLiteral("quarterly="),
                             QStringLiteral("when="), QStringLiteral("drill")}
                     + runner),
        changing(
            QStringLiteral("adopt"),
            QT_TRANSLATE_NOOP("CommandLine", "Take over the backup jobs of cron and systemd; with undo."),
            QStringList{QStringLiteral("job=")} + runner),
        changing(QStringLiteral("remove"),
                 QT_TRANSLATE_NOOP("CommandLine", "Remove the schedule; with undo."),
                 {QStringLiteral("drill")}),
        own(group, QStringLiteral("prune"),
            QT_TRANSLATE_NOOP("CommandLine",
                              "What a schedule runs after a backup, where that was agreed to."),
            {{ScheduleName}, {}, {}}, prune),
        withEffect(
            Effect::Looks,
            own(group, QStringLiteral("rehearse"),
                QT_TRANSLATE_NOOP("CommandLine", "Whether a schedule would find all it needs here and now."),
                {{ScheduleName}, {}, {QStringLiteral("drill"), QStringLiteral("agreed=")}}, rehearse)),
    };
}

} // namespace pilothouse

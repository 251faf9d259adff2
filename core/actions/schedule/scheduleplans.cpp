// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/schedule/scheduleplans.h"

#include "core/actions/backup/backupplans.h"
#include "core/actions/schedule/scheduleplanner.h"
#include "core/audit/actor.h"
#include "core/base/clock.h"
#include "core/base/redaction.h"
#include "core/base/units.h"
#include "core/drill/drillbook.h"
#include "core/files/fileops.h"
#include "core/process/toollocator.h"
#include "core/schedule/schedulestore.h"
#include "core/schedule/timerunits.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>

#include <unistd.h>

namespace pilothouse {

namespace {

/// What plans about schedules say.
struct SchedulePlanText
{
    Q_DECLARE_TR_FUNCTIONS(SchedulePlan)
};

QString argument(const QJsonObject &arguments, const char *key)
{
    return arguments.value(QLatin1String(key)).toString();
}

/// A cron time or a calendar as one of our presets, where it is one.
ScheduleTime recognized(const QString &when)
{
    static const QRegularExpression DailyCron(QStringLiteral("^(\\d+) (\\d+) \\* \\* \\*$"));
    static const QRegularExpression Calendar(QStringLiteral("^\\*-\\*-\\* (\\d+):(\\d+)(:00)?$"));
    ScheduleTime time;
    if (const auto match = DailyCron.match(when); match.hasMatch())
        time.at = QTime(match.captured(2).toInt(), match.captured(1).toInt());
    else if (const auto calendar = Calendar.match(when); calendar.hasMatch())
        time.at = QTime(calendar.captured(1).toInt(), calendar.captured(2).toInt());
    else if (when == u"@hourly" || when == u"0 * * * *")
        time.preset = ScheduleTime::Preset::Hourly;
    else if (when == u"@weekly")
        time = {ScheduleTime::Preset::Weekly, QTime(0, 0), 7, {}};
    else if (when == u"@daily" || when == u"@midnight")
        time.at = QTime(0, 0);
    else if (!when.isEmpty())
        time = {ScheduleTime::Preset::Own, {}, 7, when};
    return time;
}

/// Only root may change what belongs to the machine.
bool isOutOfReach(const FoundJob &job)
{
    if (job.kind == u"system timer")
        return ::geteuid() != 0;
    return job.kind.startsWith(u"cron f") && !QFileInfo(QFileInfo(job.place).path()).isWritable();
}

QList<FoundJob> jobsFromJson(const QJsonValue &value)
{
    QList<FoundJob> jobs;
    for (const QJsonValue &job : value.toArray())
        jobs << foundJobFromJson(job.toObject());
    return jobs;
}

std::optional<Schedule> scheduleOf(const QJsonValue &value)
{
    const auto schedule = scheduleFromJson(value.toObject());
    return schedule ? std::optional(*schedule) : std::nullopt;
}

} // namespace

Result<Plan> planScheduleInstall(const ScheduleTools &tools, const InstanceSession &session,
                                 const QJsonObject &arguments, const OperationContext &context)
{
    if (scheduledWorkFromName(argument(arguments, "work")) == ScheduledWork::Drill)
        return planDrillSchedule(tools, session, arguments, context);
    const SchedulePlanner planner(tools, session, context);
    const QString usual = session.profile().backup.schedule;
    const QString when = argument(arguments, "when");
    const auto time = ScheduleTime::parse(when.isEmpty() ? usual : when);
    if (!time)
        return tl::unexpected(time.error());
    const auto kind = planner.chooseKind(argument(arguments, "kind"), SchedulePlanner::isOwnCron(*time));
    const auto from = planner.current();
    if (!kind || !from)
        return tl::unexpected(kind ? from.error() : kind.error());
    auto to = planner.schedule(*time, *kind);
    if (!to)
        return tl::unexpected(to.error());
    to->prunes = arguments.value(QStringLiteral("prune")).toBool();
    Plan plan = newPlan(session, QStringLiteral("schedule.install"));
    plan.title = SchedulePlanText::tr("Back up %1 %2").arg(session.instance().name, time->title());
    plan.button =
        *from ? SchedulePlanText::tr("Change the schedule") : SchedulePlanText::tr("Install the schedule");
    if (*from)
        to->adopted = (*from)->adopted;
    if (to->prunes) {
        if (const auto added = planner.addRetention(plan, *to); !added)
            return tl::unexpected(added.error());
    }
    ScheduleChange change{
        *from, *to, {}, {}, arguments.value(QStringLiteral("linger")).toBool() && !isLingering()};
    planner.addRunnerFindings(plan, *to, change.enablesLinger);
    planner.addOthers(plan, findBackupJobs(tools.files, session, context));
    planner.addNotes(plan, *to);
    addChangeSteps(plan, tools, session, change);
    return plan;
}

Result<Plan> planScheduleRemove(const ScheduleTools &tools, const InstanceSession &session,
                                const QJsonObject &arguments)
{
    const ScheduledWork work = scheduledWorkFromName(argument(arguments, "work"));
    const bool isDrill = work == ScheduledWork::Drill;
    const auto from = SchedulePlanner(tools, session, {}).current(work);
    if (!from)
        return tl::unexpected(from.error());
    if (!*from)
        return failure(Error{ErrorKind::NotFound,
                             session.instance().name,
                             isDrill ? SchedulePlanText::tr("Its drills have no schedule.")
                                     : SchedulePlanText::tr("It has no schedule."),
                             {},
                             {}});
    Plan plan = newPlan(session, QStringLiteral("schedule.remove"));
    plan.title = (isDrill ? SchedulePlanText::tr("Stop the scheduled drills of %1")
                          : SchedulePlanText::tr("Stop the scheduled backups of %1"))
                     .arg(session.instance().name);
    plan.button = SchedulePlanText::tr("Remove the schedule");
    plan.losses << (isDrill ? SchedulePlanText::tr("No drill is run by itself any more")
                            : SchedulePlanText::tr("No backup is made by itself any more"));
    for (const FoundJob &job : jobsFromJson((*from)->adopted))
        addScheduleFinding(
            plan, "stays-off", FindingKind::Warning,
            SchedulePlanText::tr("%1 was switched off in its favour, and stays off: %2")
                .arg(job.place, redacted(job.command)),
            SchedulePlanText::tr("To have it back, put back the take-over in Activity instead."));
    plan.severity = Severity::Disruptive;
    addChangeSteps(plan, tools, session, {*from, std::nullopt, {}, {}, false});
    return plan;
}

Result<Plan> planScheduleAdopt(const ScheduleTools &tools, const InstanceSession &session,
                               const QJsonObject &arguments, const OperationContext &context)
{
    const SchedulePlanner planner(tools, session, context);
    const QString wanted = argument(arguments, "job");
    QList<FoundJob> jobs = findBackupJobs(tools.files, session, context);
    jobs.removeIf([&wanted](const FoundJob &job) { return !wanted.isEmpty() && job.id != wanted; });
    if (jobs.isEmpty())
        return failure(Error{ErrorKind::NotFound,
                             session.instance().name,
                             SchedulePlanText::tr("There is no job of cron or systemd that backs it up."),
                             SchedulePlanText::tr("Install a schedule: pilothouse-cli schedule install %1")
                                 .arg(session.instance().name),
                             {}});
    const auto from = planner.current();
    if (!from)
        return tl::unexpected(from.error());
    const ScheduleTime time = recognized(jobs.first().when);
    const auto kind = planner.chooseKind(argument(arguments, "kind"), SchedulePlanner::isOwnCron(time));
    if (!kind)
        return tl::unexpected(kind.error());
    auto to = *from ? Result<Schedule>(**from) : planner.schedule(time, *kind);
    if (!to)
        return tl::unexpected(to.error());
    if (!*from)
        to->prunes = arguments.value(QStringLiteral("prune")).toBool();
    Plan plan = newPlan(session, QStringLiteral("schedule.adopt"));
    plan.severity = Severity::Disruptive;
    plan.title =
        SchedulePlanText::tr("Take over %n backup job(s) of %1", nullptr, static_cast<int>(jobs.size()))
            .arg(session.instance().name);
    plan.button = SchedulePlanText::tr("Take over %n job(s)", nullptr, static_cast<int>(jobs.size()));
    if (!*from && to->prunes) {
        if (const auto added = planner.addRetention(plan, *to); !added)
            return tl::unexpected(added.error());
    }
    for (const FoundJob &job : std::as_const(jobs)) {
        to->adopted << toJson(job);
        plan.losses << SchedulePlanText::tr("%1 runs no more: %2").arg(job.place, redacted(job.command));
        for (const QString &difference : job.differences)
            addScheduleFinding(plan, "difference", FindingKind::Info, difference);
        if (isOutOfReach(job))
            addScheduleFinding(
                plan, "root", FindingKind::Blocker,
                SchedulePlanText::tr("%1 belongs to the machine, and %2 may not change it.")
                    .arg(job.place, osUser()),
                SchedulePlanText::tr("Run Pilothouse as root, or take over the others one by one (--job)."));
    }
    plan.notes
        << SchedulePlanText::tr("From then on: %1 %2").arg(to->time.title(), scheduleKindName(to->kind));
    ScheduleChange change{
        *from, *to, jobs, {}, arguments.value(QStringLiteral("linger")).toBool() && !isLingering()};
    planner.addRunnerFindings(plan, *to, change.enablesLinger);
    planner.addNotes(plan, *to);
    addChangeSteps(plan, tools, session, change);
    return plan;
}

Result<Plan> planScheduleUndo(const ScheduleTools &tools, const InstanceSession &session,
                              const OperationRecord &record)
{
    const QJsonObject &was = record.plan.parameters;
    const auto made = scheduleOf(was.value(QStringLiteral("to")));
    const auto before = scheduleOf(was.value(QStringLiteral("from")));
    const ScheduledWork work = made ? made->work : before ? before->work : ScheduledWork::Backup;
    const auto now = SchedulePlanner(tools, session, {}).current(work);
    if (!now)
        return tl::unexpected(now.error());
    ScheduleChange change{*now, before, jobsFromJson(was.value(QStringLiteral("on"))),
                          jobsFromJson(was.value(QStringLiteral("off"))), false};
    if (*now != made)
        return failure(
            Error{ErrorKind::Refused,
                  session.instance().name,
                  SchedulePlanText::tr("The schedule is another one by now."),
                  SchedulePlanText::tr("Put back what was done last, or install the schedule that you want."),
                  {}});
    Plan plan = newPlan(session, record.plan.action);
    plan.title = SchedulePlanText::tr("Put back: %1").arg(record.plan.title);
    plan.button = SchedulePlanText::tr("Put back the schedule");
    plan.undoes = record.plan.operation;
    plan.severity = change.to && change.to->prunes ? Severity::Irreversible : Severity::Disruptive;
    if (change.to)
        SchedulePlanner(tools, session, {}).addRunnerFindings(plan, *change.to, false);
    addChangeSteps(plan, tools, session, change);
    return plan;
}

} // namespace pilothouse

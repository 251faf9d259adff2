// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/schedule/scheduleplans.h"

#include "core/actions/backup/backupplans.h"
#include "core/audit/actor.h"
#include "core/base/clock.h"
#include "core/base/redaction.h"
#include "core/base/units.h"
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

constexpr int LookedAhead = 9; // runs, to find the longest time between two

void addFinding(Plan &plan, const char *id, FindingKind kind, const QString &text, const QString &advice = {})
{
    plan.findings << Finding{QLatin1String(id), kind, text, advice};
}

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

/// Plans one change; holds what each of its parts needs.
class SchedulePlanner
{
public:
    SchedulePlanner(const ScheduleTools &tools, const InstanceSession &session,
                    const OperationContext &context)
        : m_tools(tools)
        , m_session(session)
        , m_context(context)
    {
    }

    Result<ScheduleKind> chooseKind(const QString &wanted, bool isOwnCron) const
    {
        const bool hasCron = ToolLocator().find(QStringLiteral("crontab")).has_value();
        if (wanted == u"systemd" || (wanted.isEmpty() && !isOwnCron && hasUserSystemd(m_context)))
            return ScheduleKind::Systemd;
        if (wanted == u"cron" || hasCron)
            return ScheduleKind::Cron;
        return failure(
            Error{ErrorKind::NotFound,
                  m_session.instance().name,
                  SchedulePlanText::tr("There is neither a systemd of this user nor cron here."),
                  SchedulePlanText::tr("Install the package cron, or log in with a session of systemd."),
                  {}});
    }

    Result<Schedule> schedule(const ScheduleTime &time, ScheduleKind kind, bool prunes) const
    {
        Schedule schedule;
        schedule.instance = m_session.instance().name;
        schedule.kind = kind;
        schedule.time = time;
        schedule.prunes = prunes;
        schedule.program = m_tools.program;
        schedule.stateFolder = m_session.stateFolder();
        schedule.installedAt = m_tools.clock.now();
        const auto due = dueTimes(time, kind, schedule.installedAt, LookedAhead, m_context);
        if (!due)
            return tl::unexpected(due.error());
        schedule.intervalSeconds = 60;
        for (qsizetype at = 1; at < due->size(); ++at)
            schedule.intervalSeconds =
                std::max(schedule.intervalSeconds, due->at(at - 1).secsTo(due->at(at)));
        if (due->size() < 2)
            schedule.intervalSeconds = 366 * 86400;
        return schedule;
    }

    void addNotes(Plan &plan, const Schedule &schedule) const
    {
        const auto due = dueTimes(schedule.time, schedule.kind, schedule.installedAt, 1, m_context);
        if (due && !due->isEmpty())
            plan.notes << SchedulePlanText::tr("First run: %1")
                              .arg(formatMoment(due->first(), schedule.installedAt.toLocalTime()));
        plan.notes
            << SchedulePlanText::tr("What it says is kept in %1.")
                   .arg(ScheduleStore(m_tools.files, schedule.stateFolder).logFile(m_session.instance()));
        if (m_session.instance().isProduction())
            plan.notes << SchedulePlanText::tr(
                "It runs on a locked instance too: a backup changes nothing of the service.");
    }

    void addRunnerFindings(Plan &plan, const Schedule &schedule, bool enablesLinger) const
    {
        if (schedule.kind == ScheduleKind::Systemd && !isLingering() && !enablesLinger)
            addFinding(
                plan, "logged-in", FindingKind::Warning,
                SchedulePlanText::tr("It runs only while %1 is logged in.").arg(osUser()),
                SchedulePlanText::tr("Choose to let timers run on (--linger), or: loginctl enable-linger %1")
                    .arg(osUser()));
        if (schedule.kind == ScheduleKind::Cron && !QFileInfo::exists(QStringLiteral("/run/crond.pid")))
            addFinding(plan, "cron-stopped", FindingKind::Warning,
                       SchedulePlanText::tr("cron does not seem to run here."),
                       SchedulePlanText::tr("Start it: systemctl start cron"));
        if (!QFileInfo(schedule.program).isExecutable())
            addFinding(
                plan, "program", FindingKind::Blocker,
                SchedulePlanText::tr("%1 is not there, so nothing could be run.").arg(schedule.program));
    }

    /// A schedule that removes backups later is agreed to now, as if all of them were removed now.
    Result<> addRetention(Plan &plan, Schedule &schedule) const
    {
        const auto prune = planPrune(m_tools.backups, m_session);
        if (!prune)
            return tl::unexpected(prune.error());
        schedule.agreedPolicy = prune->steps.first().arguments.value(QStringLiteral("policy")).toObject();
        QStringList rule;
        const ProfileRetention &policy = m_session.profile().backup.retention;
        if (policy.days > 0)
            rule << SchedulePlanText::tr("older than %n day(s)", nullptr, policy.days);
        if (policy.daily + policy.weekly + policy.monthly > 0)
            rule << SchedulePlanText::tr("beyond %1 daily, %2 weekly and %3 monthly ones")
                        .arg(policy.daily)
                        .arg(policy.weekly)
                        .arg(policy.monthly);
        if (rule.isEmpty())
            addFinding(
                plan, "no-policy", FindingKind::Blocker,
                SchedulePlanText::tr("The profile keeps every backup, so there is nothing to remove."));
        plan.severity = Severity::Irreversible;
        plan.losses
            << SchedulePlanText::tr(
                   "After each backup: the verified ones %1, never the newest, pinned or last good one")
                   .arg(rule.join(QStringLiteral(", ")));
        for (const QString &loss : prune->losses)
            plan.losses << SchedulePlanText::tr("With the first run: %1").arg(loss);
        return {};
    }

    void addOthers(Plan &plan, const QList<FoundJob> &jobs) const
    {
        for (const FoundJob &job : jobs)
            addFinding(plan, "other-job", FindingKind::Warning,
                       SchedulePlanText::tr("%1 backs it up too: %2").arg(job.place, redacted(job.command)),
                       SchedulePlanText::tr("Take it over: pilothouse-cli schedule adopt %1")
                           .arg(m_session.instance().name));
    }

private:
    const ScheduleTools &m_tools;
    const InstanceSession &m_session;
    const OperationContext &m_context;
};

Result<std::optional<Schedule>> current(const ScheduleTools &tools, const InstanceSession &session)
{
    return ScheduleStore(tools.files, session.stateFolder()).find(session.instance());
}

bool isOwnCron(const ScheduleTime &time)
{
    static const QRegularExpression Cron(QStringLiteral("^(@[a-z]+|(\\S+ ){4}\\S+)$"));
    return time.preset == ScheduleTime::Preset::Own && Cron.match(time.own).hasMatch()
           && !time.own.contains(u':');
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
    const SchedulePlanner planner(tools, session, context);
    const QString usual = session.profile().backup.schedule;
    const QString when = argument(arguments, "when");
    const auto time = ScheduleTime::parse(when.isEmpty() ? usual : when);
    if (!time)
        return tl::unexpected(time.error());
    const auto kind = planner.chooseKind(argument(arguments, "kind"), isOwnCron(*time));
    const auto from = current(tools, session);
    if (!kind || !from)
        return tl::unexpected(kind ? from.error() : kind.error());
    auto to = planner.schedule(*time, *kind, arguments.value(QStringLiteral("prune")).toBool());
    if (!to)
        return tl::unexpected(to.error());
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

Result<Plan> planScheduleRemove(const ScheduleTools &tools, const InstanceSession &session)
{
    const auto from = current(tools, session);
    if (!from)
        return tl::unexpected(from.error());
    if (!*from)
        return failure(Error{ErrorKind::NotFound,
                             session.instance().name,
                             SchedulePlanText::tr("It has no schedule."),
                             {},
                             {}});
    Plan plan = newPlan(session, QStringLiteral("schedule.remove"));
    plan.title = SchedulePlanText::tr("Stop the scheduled backups of %1").arg(session.instance().name);
    plan.button = SchedulePlanText::tr("Remove the schedule");
    plan.losses << SchedulePlanText::tr("No backup is made by itself any more");
    for (const FoundJob &job : jobsFromJson((*from)->adopted))
        addFinding(plan, "stays-off", FindingKind::Warning,
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
    const auto from = current(tools, session);
    if (!from)
        return tl::unexpected(from.error());
    const ScheduleTime time = recognized(jobs.first().when);
    const auto kind = planner.chooseKind(argument(arguments, "kind"), isOwnCron(time));
    if (!kind)
        return tl::unexpected(kind.error());
    auto to = *from ? Result<Schedule>(**from)
                    : planner.schedule(time, *kind, arguments.value(QStringLiteral("prune")).toBool());
    if (!to)
        return tl::unexpected(to.error());
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
            addFinding(plan, "difference", FindingKind::Info, difference);
        if (isOutOfReach(job))
            addFinding(
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
    const auto now = current(tools, session);
    if (!now)
        return tl::unexpected(now.error());
    const QJsonObject &was = record.plan.parameters;
    ScheduleChange change{*now, scheduleOf(was.value(QStringLiteral("from"))),
                          jobsFromJson(was.value(QStringLiteral("on"))),
                          jobsFromJson(was.value(QStringLiteral("off"))), false};
    if (*now != scheduleOf(was.value(QStringLiteral("to"))))
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

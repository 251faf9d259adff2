// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/schedule/scheduleplanner.h"

#include "core/actions/backup/backupplans.h"
#include "core/audit/actor.h"
#include "core/base/clock.h"
#include "core/base/redaction.h"
#include "core/base/units.h"
#include "core/process/toollocator.h"
#include "core/schedule/schedulestore.h"
#include "core/schedule/timerunits.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace pilothouse {

namespace {

/// What is said about who runs a schedule, and what it will do.
struct SchedulePlannerText
{
    Q_DECLARE_TR_FUNCTIONS(SchedulePlan)
};

constexpr int LookedAhead = 9; // runs, to find the longest time between two

} // namespace

void addScheduleFinding(Plan &plan, const char *id, FindingKind kind, const QString &text,
                        const QString &advice)
{
    plan.findings << Finding{QLatin1String(id), kind, text, advice};
}

Result<std::optional<Schedule>> SchedulePlanner::current(ScheduledWork work) const
{
    return ScheduleStore(m_tools.files, m_session.stateFolder()).find(m_session.instance(), work);
}

bool SchedulePlanner::isOwnCron(const ScheduleTime &time)
{
    static const QRegularExpression Cron(QStringLiteral("^(@[a-z]+|(\\S+ ){4}\\S+)$"));
    return time.preset == ScheduleTime::Preset::Own && Cron.match(time.own).hasMatch()
           && !time.own.contains(u':');
}

Result<ScheduleKind> SchedulePlanner::chooseKind(const QString &wanted, bool isOwnCron) const
{
    const bool hasCron = ToolLocator().find(QStringLiteral("crontab")).has_value();
    if (wanted == u"systemd" || (wanted.isEmpty() && !isOwnCron && hasUserSystemd(m_context)))
        return ScheduleKind::Systemd;
    if (wanted == u"cron" || hasCron)
        return ScheduleKind::Cron;
    return failure(
        Error{ErrorKind::NotFound,
              m_session.instance().name,
              SchedulePlannerText::tr("There is neither a systemd of this user nor cron here."),
              SchedulePlannerText::tr("Install the package cron, or log in with a session of systemd."),
              {}});
}

Result<Schedule> SchedulePlanner::schedule(const ScheduleTime &time, ScheduleKind kind,
                                           ScheduledWork work) const
{
    Schedule schedule;
    schedule.work = work;
    schedule.instance = m_session.instance().name;
    schedule.kind = kind;
    schedule.time = time;
    schedule.program = m_tools.program;
    schedule.stateFolder = m_session.stateFolder();
    schedule.installedAt = m_tools.clock.now();
    const auto due = dueTimes(time, kind, schedule.installedAt, LookedAhead, m_context);
    if (!due)
        return tl::unexpected(due.error());
    schedule.intervalSeconds = 60;
    for (qsizetype at = 1; at < due->size(); ++at)
        schedule.intervalSeconds = std::max(schedule.intervalSeconds, due->at(at - 1).secsTo(due->at(at)));
    if (due->size() < 2)
        schedule.intervalSeconds = 366 * 86400;
    return schedule;
}

void SchedulePlanner::addNotes(Plan &plan, const Schedule &schedule) const
{
    const auto due = dueTimes(schedule.time, schedule.kind, schedule.installedAt, 1, m_context);
    if (due && !due->isEmpty())
        plan.notes << SchedulePlannerText::tr("First run: %1")
                          .arg(formatMoment(due->first(), schedule.installedAt.toLocalTime()));
    plan.notes << SchedulePlannerText::tr("What it says is kept in %1.")
                      .arg(ScheduleStore(m_tools.files, schedule.stateFolder)
                               .logFile(m_session.instance(), schedule.work));
    if (m_session.instance().isProduction() && schedule.work == ScheduledWork::Backup)
        plan.notes << SchedulePlannerText::tr(
            "It runs on a locked instance too: a backup changes nothing of the service.");
}

void SchedulePlanner::addRunnerFindings(Plan &plan, const Schedule &schedule, bool enablesLinger) const
{
    if (schedule.kind == ScheduleKind::Systemd && !isLingering() && !enablesLinger)
        addScheduleFinding(
            plan, "logged-in", FindingKind::Warning,
            SchedulePlannerText::tr("It runs only while %1 is logged in.").arg(osUser()),
            SchedulePlannerText::tr("Choose to let timers run on (--linger), or: loginctl enable-linger %1")
                .arg(osUser()));
    if (schedule.kind == ScheduleKind::Cron && !QFileInfo::exists(QStringLiteral("/run/crond.pid")))
        addScheduleFinding(plan, "cron-stopped", FindingKind::Warning,
                           SchedulePlannerText::tr("cron does not seem to run here."),
                           SchedulePlannerText::tr("Start it: systemctl start cron"));
    if (!QFileInfo(schedule.program).isExecutable())
        addScheduleFinding(
            plan, "program", FindingKind::Blocker,
            SchedulePlannerText::tr("%1 is not there, so nothing could be run.").arg(schedule.program));
}

Result<> SchedulePlanner::addDrill(Plan &plan, Schedule &schedule) const
{
    Q_ASSERT(m_tools.planDrill);
    const auto drill = m_tools.planDrill(m_session, m_context);
    if (!drill)
        return tl::unexpected(drill.error());
    for (const Finding &finding : drill->findings) {
        if (finding.kind == FindingKind::NeedsConsent)
            schedule.agreed << finding.id;
        if (finding.kind != FindingKind::Info)
            plan.findings << finding;
    }
    plan.notes << SchedulePlannerText::tr("Each drill makes a backup, restores it into a scratch place, "
                                          "proves it there and clears up; its report is in the history.");
    const bool isMarked = std::any_of(drill->steps.cbegin(), drill->steps.cend(),
                                      [](const StepCall &call) { return call.step == u"drill.mark"; });
    if (m_session.instance().isProduction() && isMarked)
        addScheduleFinding(
            plan, "marks-locked", FindingKind::Warning,
            SchedulePlannerText::tr("It writes its marker through the service on a locked instance too."),
            SchedulePlannerText::tr("Without a kept key for the marker nothing is written."));
    return {};
}

Result<> SchedulePlanner::addRetention(Plan &plan, Schedule &schedule) const
{
    const auto prune = planPrune(m_tools.backups, m_session);
    if (!prune)
        return tl::unexpected(prune.error());
    schedule.agreedPolicy = prune->steps.first().arguments.value(QStringLiteral("policy")).toObject();
    QStringList rule;
    const ProfileRetention &policy = m_session.profile().backup.retention;
    if (policy.days > 0)
        rule << SchedulePlannerText::tr("older than %n day(s)", nullptr, policy.days);
    if (policy.daily + policy.weekly + policy.monthly > 0)
        rule << SchedulePlannerText::tr("beyond %1 daily, %2 weekly and %3 monthly ones")
                    .arg(policy.daily)
                    .arg(policy.weekly)
                    .arg(policy.monthly);
    if (rule.isEmpty())
        addScheduleFinding(
            plan, "no-policy", FindingKind::Blocker,
            SchedulePlannerText::tr("The profile keeps every backup, so there is nothing to remove."));
    plan.severity = Severity::Irreversible;
    plan.losses << SchedulePlannerText::tr(
                       "After each backup: the verified ones %1, never the newest, pinned or last good one")
                       .arg(rule.join(QStringLiteral(", ")));
    for (const QString &loss : prune->losses)
        plan.losses << SchedulePlannerText::tr("With the first run: %1").arg(loss);
    return {};
}

void SchedulePlanner::addOthers(Plan &plan, const QList<FoundJob> &jobs) const
{
    for (const FoundJob &job : jobs)
        addScheduleFinding(
            plan, "other-job", FindingKind::Warning,
            SchedulePlannerText::tr("%1 backs it up too: %2").arg(job.place, redacted(job.command)),
            SchedulePlannerText::tr("Take it over: pilothouse-cli schedule adopt %1")
                .arg(m_session.instance().name));
}

} // namespace pilothouse

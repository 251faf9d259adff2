// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backup/backupplans.h"
#include "core/actions/schedule/scheduleplanner.h"
#include "core/drill/drillbook.h"
#include "core/schedule/timerunits.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

/// What a plan about drills by schedule says.
struct DrillScheduleText
{
    Q_DECLARE_TR_FUNCTIONS(SchedulePlan)
};

/// As often as a drill becomes stale, or a little oftener.
QString usualDrillTime(int days)
{
    constexpr int Quarter = 90;
    constexpr int Month = 30;
    return days >= Quarter ? QStringLiteral("quarterly 03:00")
           : days >= Month ? QStringLiteral("monthly 03:00")
                           : QStringLiteral("weekly sun 03:00");
}

} // namespace

Result<Plan> planDrillSchedule(const ScheduleTools &tools, const InstanceSession &session,
                               const QJsonObject &arguments, const OperationContext &context)
{
    const SchedulePlanner planner(tools, session, context);
    const QString when = arguments.value(QStringLiteral("when")).toString();
    const auto time = ScheduleTime::parse(when.isEmpty() ? usualDrillTime(drillDays(session)) : when);
    if (!time)
        return tl::unexpected(time.error());
    const auto kind = planner.chooseKind(arguments.value(QStringLiteral("kind")).toString(),
                                         SchedulePlanner::isOwnCron(*time));
    const auto from = planner.current(ScheduledWork::Drill);
    if (!kind || !from)
        return tl::unexpected(kind ? from.error() : kind.error());
    auto to = planner.schedule(*time, *kind, ScheduledWork::Drill);
    if (!to)
        return tl::unexpected(to.error());
    Plan plan = newPlan(session, QStringLiteral("schedule.install"));
    plan.title = DrillScheduleText::tr("Drill %1 %2").arg(session.instance().name, time->title());
    plan.button =
        *from ? DrillScheduleText::tr("Change the schedule") : DrillScheduleText::tr("Install the schedule");
    if (Result<> added = planner.addDrill(plan, *to); !added)
        return tl::unexpected(added.error());
    const ScheduleChange change{
        *from, *to, {}, {}, arguments.value(QStringLiteral("linger")).toBool() && !isLingering()};
    planner.addRunnerFindings(plan, *to, change.enablesLinger);
    planner.addNotes(plan, *to);
    addChangeSteps(plan, tools, session, change);
    return plan;
}

} // namespace pilothouse

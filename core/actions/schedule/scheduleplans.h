// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/schedule/scheduleactions.h"
#include "core/instances/instancesession.h"
#include "core/plan/catalogue.h"
#include "core/schedule/foundjobs.h"
#include "core/schedule/schedule.h"

namespace pilothouse {

/// From one schedule to another; either may be none. Jobs of others go off or come on again with it.
struct ScheduleChange
{
    std::optional<Schedule> from;
    std::optional<Schedule> to;
    QList<FoundJob> off;
    QList<FoundJob> on;
    bool enablesLinger = false;
};

/// The steps of a change, and its parameters, from which it can be put back.
void addChangeSteps(Plan &plan, const ScheduleTools &tools, const InstanceSession &session,
                    const ScheduleChange &change);

[[nodiscard]] Result<Plan> planScheduleInstall(const ScheduleTools &tools, const InstanceSession &session,
                                               const QJsonObject &arguments, const OperationContext &context);
[[nodiscard]] Result<Plan> planScheduleRemove(const ScheduleTools &tools, const InstanceSession &session,
                                              const QJsonObject &arguments);
/// Puts drills on a schedule: {when?, kind?, linger?}. What a drill wants consent to is consented to once.
[[nodiscard]] Result<Plan> planDrillSchedule(const ScheduleTools &tools, const InstanceSession &session,
                                             const QJsonObject &arguments, const OperationContext &context);
[[nodiscard]] Result<Plan> planScheduleAdopt(const ScheduleTools &tools, const InstanceSession &session,
                                             const QJsonObject &arguments, const OperationContext &context);
/// Puts back what a change has made. Refused where the schedule is another one by now.
[[nodiscard]] Result<Plan> planScheduleUndo(const ScheduleTools &tools, const InstanceSession &session,
                                            const OperationRecord &record);

} // namespace pilothouse

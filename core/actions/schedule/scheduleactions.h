// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/backup/backupactions.h"
#include "core/instances/instancesession.h"
#include "core/plan/plan.h"

#include <functional>

namespace pilothouse {

/// What the planners of schedules read with. All of it outlives the catalogue.
struct ScheduleTools
{
    FileOps &files;
    const Clock &clock;
    BackupTools backups;
    QString program; ///< absolute path of the command line that a schedule runs
    /// The plan of a drill as a schedule runs it.
    std::function<Result<Plan>(const InstanceSession &, const OperationContext &)> planDrill;
};

/// Adds schedule.install, .remove and .adopt, and the queries schedule.show and schedule.found.
void addScheduleActions(Catalogue &catalogue, const ScheduleTools &tools);

} // namespace pilothouse

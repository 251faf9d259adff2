// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/backup/backupactions.h"

namespace pilothouse {

/// What the planners of schedules read with. All of it outlives the catalogue.
struct ScheduleTools
{
    FileOps &files;
    const Clock &clock;
    BackupTools backups;
    QString program; ///< absolute path of the command line that a schedule runs
};

/// Adds schedule.install, .remove and .adopt, and the queries schedule.show and schedule.found.
void addScheduleActions(Catalogue &catalogue, const ScheduleTools &tools);

} // namespace pilothouse

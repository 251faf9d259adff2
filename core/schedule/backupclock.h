// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/instancesnapshot.h"
#include "core/schedule/schedulestore.h"

namespace pilothouse {

/// How a schedule stands at `now`: `lastGood` is the time of the newest verified backup, or of the newest
/// drill that passed; invalid where there is none. Makes no contact: the next run of an own text of systemd's
/// is left open.
ScheduleReading readSchedule(const Schedule &schedule, const std::optional<ScheduledRun> &lastRun,
                             const QDateTime &lastGood, const QDateTime &now);

} // namespace pilothouse

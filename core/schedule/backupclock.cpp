// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/backupclock.h"

namespace pilothouse {

ScheduleReading readSchedule(const Schedule &schedule, const std::optional<ScheduledRun> &lastRun,
                             const QDateTime &lastGood, const QDateTime &now)
{
    ScheduleReading reading;
    reading.kind = scheduleKindName(schedule.kind);
    reading.when = schedule.time.toText();
    reading.title = schedule.time.title();
    reading.prunes = schedule.prunes;
    reading.intervalSeconds = schedule.intervalSeconds;
    reading.graceSeconds = schedule.graceSeconds();
    if (lastRun) {
        reading.lastRunAt = lastRun->at;
        reading.lastRunCode = lastRun->code;
        reading.lastRunProblem = lastRun->problem;
    }
    const bool isOwnCalendar =
        schedule.kind == ScheduleKind::Systemd && schedule.time.preset == ScheduleTime::Preset::Own;
    if (!isOwnCalendar)
        reading.nextRunAt =
            dueTimes(schedule.time, schedule.kind, now, 1, {}).value_or(QList<QDateTime>()).value(0);
    // A schedule owes nothing for the time before it was there.
    const QDateTime since =
        lastGood.isValid() ? std::max(lastGood, schedule.installedAt) : schedule.installedAt;
    const qint64 age = since.isValid() ? since.secsTo(now) - reading.graceSeconds : 0;
    reading.missed = age > 0 ? static_cast<int>(std::min<qint64>(age / reading.intervalSeconds, 9999)) : 0;
    return reading;
}

} // namespace pilothouse

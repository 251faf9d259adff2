// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace pilothouse {

/// Who runs a schedule.
enum class ScheduleKind { Systemd, Cron };

QString scheduleKindName(ScheduleKind kind);

/// What is done by schedule.
enum class ScheduledWork { Backup, Drill };

/// "backup" or "drill", as in the names of units and files.
QString scheduledWorkName(ScheduledWork work);
/// Anything but "drill" is a backup.
ScheduledWork scheduledWorkFromName(const QString &name);

/// When it is done: "hourly", "daily 02:00", "weekly sun 02:00", "monthly 02:00", "quarterly 02:00", or a
/// text of systemd's or cron's own.
struct ScheduleTime
{
    enum class Preset { Hourly, Daily, Weekly, Monthly, Quarterly, Own };
    Preset preset = Preset::Daily;
    QTime at = QTime(2, 0); ///< of all but hourly and own ones; monthly and quarterly ones are on the first
    int weekday = 7;        ///< of weekly ones, 1 is Monday
    QString own;            ///< OnCalendar= of systemd, or the five fields of cron

    /// BadInput for a preset with a time that cannot be; any other text is an own one.
    [[nodiscard]] static Result<ScheduleTime> parse(const QString &text);
    QString toText() const;
    /// As people say it: "every day at 02:00".
    QString title() const;
    QString calendar() const; ///< for OnCalendar=
    QString cron() const;     ///< for a cron line

    bool operator==(const ScheduleTime &) const = default;
};

/// The next moments at which a schedule is due, from `from` on: cron's are worked out here, an own text of
/// systemd's is asked of systemd-analyze. BadInput where it is no time.
[[nodiscard]] Result<QList<QDateTime>> dueTimes(const ScheduleTime &time, ScheduleKind kind,
                                                const QDateTime &from, int count,
                                                const OperationContext &context);

/// A schedule of one instance. Kept as a file in the state folder, beside the timer or cron line.
struct Schedule
{
    ScheduledWork work = ScheduledWork::Backup;
    QString instance; ///< its name, which the job is given
    ScheduleKind kind = ScheduleKind::Systemd;
    ScheduleTime time;
    qint64 intervalSeconds = 86400; ///< the longest between two runs
    bool prunes = false;            ///< retention runs after each backup
    QJsonObject agreedPolicy;       ///< the rule of retention that was agreed to, where it prunes
    QStringList agreed;             ///< findings that were consented to once for all its runs
    QString program;                ///< absolute path of what the job runs
    QString stateFolder;
    QDateTime installedAt;
    QJsonArray adopted; ///< jobs that were switched off in its favour

    /// How late a run may be before it counts as missed.
    qint64 graceSeconds() const;
    bool operator==(const Schedule &) const = default;
};

QJsonObject toJson(const Schedule &schedule);
/// BadData where the object is no schedule.
[[nodiscard]] Result<Schedule> scheduleFromJson(const QJsonObject &object);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/monitoring/verdict.h"

#include "core/base/units.h"

#include <QCoreApplication>

#include <algorithm>

namespace pilothouse {
namespace {
struct InstanceVerdictText
{
    Q_DECLARE_TR_FUNCTIONS(InstanceVerdict)
};

std::optional<double> limitOf(const ServiceProfile &profile, QLatin1String id)
{
    for (const ProfileThreshold &threshold : profile.thresholds) {
        if (threshold.id == id)
            return threshold.warn;
    }
    return std::nullopt;
}

QString since(const QString &word, const QDateTime &moment, const QDateTime &now)
{
    if (!moment.isValid() || moment > now)
        return word;
    return word + u' ' + formatDuration(moment.msecsTo(now));
}

QString percent(double value)
{
    return QString::number(value, 'f', 0) + QStringLiteral(" %");
}

/// Down because somebody wanted it so.
bool isOnPurpose(const InstanceSnapshot &snapshot)
{
    return snapshot.stoppedAt.isValid() && snapshot.status && snapshot.status->state == ServiceState::Stopped;
}

QString downReason(const InstanceSnapshot &snapshot, const ServiceProfile &profile, const QDateTime &now)
{
    if (isOnPurpose(snapshot))
        return {};
    if (snapshot.status) {
        const ServiceStatus &status = *snapshot.status;
        if (status.state == ServiceState::Missing)
            return InstanceVerdictText::tr("The service is not there");
        if (status.state == ServiceState::Stopped && status.isOutOfMemory)
            return since(InstanceVerdictText::tr("Killed, out of memory"), status.endedAt, now);
        if (status.state == ServiceState::Stopped)
            return since(InstanceVerdictText::tr("Stopped"), status.endedAt, now);
        if (status.state == ServiceState::Restarting)
            return InstanceVerdictText::tr("Restarts again and again");
        if (status.state == ServiceState::Paused)
            return InstanceVerdictText::tr("Paused, so it answers nobody");
    }
    if (snapshot.healthFailures >= healthFailureLimit(profile))
        return since(InstanceVerdictText::tr("Down"), snapshot.failingSince, now);
    return {};
}

/// Where there is a schedule it decides, by its interval and grace, and only a verified backup counts.
QString scheduleReason(const InstanceSnapshot &snapshot, const QDateTime &now)
{
    const ScheduleReading &schedule = *snapshot.schedule;
    if (schedule.missed > 0) {
        const QString missed = InstanceVerdictText::tr("%n run(s) missed", nullptr, schedule.missed);
        return snapshot.lastVerifiedAt.isValid()
                   ? InstanceVerdictText::tr("Last verified backup %1 ago, %2: %3")
                         .arg(formatDuration(snapshot.lastVerifiedAt.msecsTo(now)), schedule.title, missed)
                   : InstanceVerdictText::tr("No verified backup yet, %1: %2").arg(schedule.title, missed);
    }
    if (schedule.lastRunAt.isValid() && schedule.lastRunCode != 0
        && (!snapshot.lastVerifiedAt.isValid() || snapshot.lastVerifiedAt < schedule.lastRunAt))
        return InstanceVerdictText::tr("The last backup by schedule failed: %1").arg(schedule.lastRunProblem);
    return {};
}

QString backupReason(const InstanceSnapshot &snapshot, const ServiceProfile &profile,
                     const InstanceFacts &facts, const QDateTime &now)
{
    if (!facts.wantsBackups || profile.backup.databases.isEmpty())
        return {};
    if (!facts.backupFailure.isEmpty())
        return InstanceVerdictText::tr("Last backup failed: %1").arg(facts.backupFailure);
    if (snapshot.schedule)
        return scheduleReason(snapshot, now);
    if (!snapshot.lastBackupAt.isValid())
        return InstanceVerdictText::tr("No backup yet");
    const qint64 age = snapshot.lastBackupAt.msecsTo(now);
    if (age > qint64(profile.backup.maximumAgeHours) * 3600 * 1000)
        return InstanceVerdictText::tr("Last backup %1 ago").arg(formatDuration(age));
    return {};
}

/// From 85 % on the next clients may be refused.
QString serverWarning(const DatabaseReading &reading)
{
    constexpr double NearlyFull = 0.85;
    if (reading.info.error)
        return InstanceVerdictText::tr("The database is not reached: %1").arg(reading.info.error->message);
    if (reading.maxConnections > 0 && reading.connections >= NearlyFull * reading.maxConnections)
        return InstanceVerdictText::tr("%1 of %2 database connections are taken")
            .arg(reading.connections)
            .arg(reading.maxConnections);
    return {};
}

QString databaseWarning(const InstanceSnapshot &snapshot, const ServiceProfile &profile)
{
    for (const DatabaseReading &reading : snapshot.databases) {
        const ProfileDatabase *database = profile.database(reading.info.id);
        if (reading.isOnServer) {
            if (const QString reason = serverWarning(reading); !reason.isEmpty())
                return reason;
            continue;
        }
        if (!reading.info.exists && database && database->isRequired)
            return InstanceVerdictText::tr("%1 is missing").arg(database->path);
        if (reading.info.exists && reading.info.error)
            return InstanceVerdictText::tr("%1 cannot be read")
                .arg(database ? database->path : reading.info.path);
    }
    return {};
}

QString resourceWarning(const InstanceSnapshot &snapshot, const ServiceProfile &profile)
{
    const auto disk = limitOf(profile, QLatin1String("disk"));
    if (disk && snapshot.disk.usedPercent() > *disk)
        return InstanceVerdictText::tr("Disk %1 full").arg(percent(snapshot.disk.usedPercent()));
    const auto memory = limitOf(profile, QLatin1String("memory"));
    if (memory && snapshot.statistics && snapshot.statistics->memoryLimit > 0) {
        const double used = 100.0 * static_cast<double>(snapshot.statistics->memoryBytes)
                            / static_cast<double>(snapshot.statistics->memoryLimit);
        if (used > *memory)
            return InstanceVerdictText::tr("Memory %1 of its limit").arg(percent(used));
    }
    const auto response = limitOf(profile, QLatin1String("response"));
    const bool hasAnswered = snapshot.health.verdict == HealthVerdict::Passed;
    if (response && hasAnswered && static_cast<double>(snapshot.health.milliseconds) > *response)
        return InstanceVerdictText::tr("Answers after %1").arg(formatDuration(snapshot.health.milliseconds));
    return {};
}

QString warningReason(const InstanceSnapshot &snapshot, const ServiceProfile &profile,
                      const InstanceFacts &facts)
{
    if (const QString reason = databaseWarning(snapshot, profile); !reason.isEmpty())
        return reason;
    if (snapshot.health.verdict == HealthVerdict::Failed && !isOnPurpose(snapshot))
        return snapshot.health.reason;
    if (snapshot.status && snapshot.status->health == QLatin1String("unhealthy") && !isOnPurpose(snapshot))
        return InstanceVerdictText::tr("The container calls itself unhealthy");
    if (const QString reason = resourceWarning(snapshot, profile); !reason.isEmpty())
        return reason;
    const auto errors = limitOf(profile, QLatin1String("errors"));
    if (errors && facts.errors > 0 && facts.errorPercent > *errors)
        return facts.errors == 1 ? InstanceVerdictText::tr("1 error")
                                 : InstanceVerdictText::tr("%1 errors").arg(formatCount(facts.errors));
    return {};
}

InstanceVerdict make(InstanceState state, const QString &reason)
{
    return {state, instanceStateRank(state), reason};
}

InstanceVerdict restingVerdict(const InstanceSnapshot &snapshot, const ServiceProfile &profile,
                               const InstanceFacts &facts, const QDateTime &now)
{
    if (!facts.needsOperator.isEmpty())
        return make(InstanceState::NeedsOperator, facts.needsOperator);
    if (const QString reason = downReason(snapshot, profile, now); !reason.isEmpty())
        return make(InstanceState::Down, reason);
    if (const QString reason = backupReason(snapshot, profile, facts, now); !reason.isEmpty())
        return make(InstanceState::BackupStale, reason);
    if (const QString reason = warningReason(snapshot, profile, facts); !reason.isEmpty())
        return make(InstanceState::Warning, reason);
    if (isOnPurpose(snapshot))
        return make(InstanceState::NotChecked,
                    since(InstanceVerdictText::tr("Stopped on purpose"), snapshot.stoppedAt, now));
    if (!facts.due.isEmpty())
        return make(InstanceState::Due, facts.due.first());
    if (!snapshot.status && snapshot.health.verdict == HealthVerdict::NotChecked)
        return make(InstanceState::NotChecked, snapshot.statusError
                                                   ? snapshot.statusError->message
                                                   : InstanceVerdictText::tr("Not checked yet"));
    if (snapshot.statusError)
        return make(InstanceState::NotChecked, snapshot.statusError->message);
    const bool isSeen = snapshot.health.verdict != HealthVerdict::NotChecked
                        || snapshot.status->state != ServiceState::Unknown;
    if (!isSeen)
        return make(InstanceState::NotChecked, snapshot.status->reason);
    return make(InstanceState::Healthy, InstanceVerdictText::tr("Healthy"));
}
} // namespace

int healthFailureLimit(const ServiceProfile &profile)
{
    return std::max(1, static_cast<int>(limitOf(profile, QLatin1String("health")).value_or(3)));
}

InstanceVerdict verdictOf(const InstanceSnapshot &snapshot, const ServiceProfile &profile,
                          const InstanceFacts &facts, const QDateTime &now)
{
    InstanceVerdict verdict = restingVerdict(snapshot, profile, facts, now);
    if (facts.working.isEmpty() || verdict.state == InstanceState::NeedsOperator)
        return verdict;
    verdict.state = InstanceState::Working; // and the rank stays
    verdict.reason = facts.working;
    return verdict;
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/instancesnapshot.h"

#include "core/base/units.h"

#include <QJsonArray>

namespace pilothouse {
namespace {
QJsonValue momentJson(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(toIso(moment)) : QJsonValue();
}

QJsonValue numberJson(const std::optional<double> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}
} // namespace

double DiskReading::usedPercent() const
{
    if (totalBytes <= 0 || freeBytes < 0)
        return 0;
    return 100.0 * static_cast<double>(totalBytes - freeBytes) / static_cast<double>(totalBytes);
}

QString healthVerdictName(HealthVerdict verdict)
{
    switch (verdict) {
    case HealthVerdict::Passed:
        return QStringLiteral("passed");
    case HealthVerdict::Failed:
        return QStringLiteral("failed");
    case HealthVerdict::NotChecked:
        break;
    }
    return QStringLiteral("notChecked");
}

QJsonObject toJson(const HealthAnswer &answer)
{
    return {{QStringLiteral("verdict"), healthVerdictName(answer.verdict)},
            {QStringLiteral("url"), answer.url},
            {QStringLiteral("at"), momentJson(answer.at)},
            {QStringLiteral("milliseconds"), answer.milliseconds},
            {QStringLiteral("status"), answer.status},
            {QStringLiteral("reason"), answer.reason}};
}

QJsonObject toJson(const ScheduleReading &reading)
{
    return {{QStringLiteral("kind"), reading.kind},
            {QStringLiteral("when"), reading.when},
            {QStringLiteral("title"), reading.title},
            {QStringLiteral("prunes"), reading.prunes},
            {QStringLiteral("intervalSeconds"), reading.intervalSeconds},
            {QStringLiteral("graceSeconds"), reading.graceSeconds},
            {QStringLiteral("nextRunAt"), momentJson(reading.nextRunAt)},
            {QStringLiteral("lastRunAt"), momentJson(reading.lastRunAt)},
            {QStringLiteral("lastRunCode"),
             reading.lastRunAt.isValid() ? QJsonValue(reading.lastRunCode) : QJsonValue()},
            {QStringLiteral("lastRunProblem"), reading.lastRunProblem},
            {QStringLiteral("missed"), reading.missed}};
}

/// What only a file of SQLite has.
constexpr const char *FileMembers[] = {
    "walBytes",    "shmBytes",      "journalBytes", "pageSize",   "pageCount", "freePages", "journalMode",
    "userVersion", "applicationId", "schemaSha256", "modifiedAt", "ownerId",   "groupId",   "mode"};

QJsonObject toJson(const InstanceSnapshot &snapshot)
{
    QJsonArray databases;
    for (const DatabaseReading &reading : snapshot.databases) {
        QJsonObject database = toJson(reading.info);
        database.insert(QStringLiteral("growthPerDay"), numberJson(reading.growthPerDay));
        if (reading.isOnServer) {
            for (const char *ofFiles : FileMembers)
                database.remove(QLatin1String(ofFiles));
            database.insert(QStringLiteral("engine"), QStringLiteral("postgres"));
            database.insert(QStringLiteral("isReachable"), reading.info.exists);
            database.insert(QStringLiteral("milliseconds"), reading.milliseconds);
            database.insert(QStringLiteral("connections"), reading.connections);
            database.insert(QStringLiteral("maxConnections"), reading.maxConnections);
        }
        databases << database;
    }
    QJsonObject counts;
    for (auto count = snapshot.counts.begin(); count != snapshot.counts.end(); ++count)
        counts.insert(count.key(), count.value());
    const QJsonObject disk{{QStringLiteral("freeBytes"), snapshot.disk.freeBytes},
                           {QStringLiteral("totalBytes"), snapshot.disk.totalBytes},
                           {QStringLiteral("growthPerDay"), numberJson(snapshot.disk.growthPerDay)},
                           {QStringLiteral("fullAt"), momentJson(snapshot.disk.fullAt)}};
    QJsonObject object{{QStringLiteral("instance"), snapshot.name},
                       {QStringLiteral("id"), snapshot.instance.toString(QUuid::WithoutBraces)},
                       {QStringLiteral("at"), momentJson(snapshot.at)},
                       {QStringLiteral("health"), toJson(snapshot.health)},
                       {QStringLiteral("healthFailures"), snapshot.healthFailures},
                       {QStringLiteral("databases"), databases},
                       {QStringLiteral("counts"), counts},
                       {QStringLiteral("disk"), disk},
                       {QStringLiteral("lastBackupAt"), momentJson(snapshot.lastBackupAt)},
                       {QStringLiteral("lastDrillAt"), momentJson(snapshot.lastDrillAt)},
                       {QStringLiteral("drillDueAt"), momentJson(snapshot.drillDueAt)},
                       {QStringLiteral("stoppedAt"), momentJson(snapshot.stoppedAt)},
                       {QStringLiteral("stoppedBy"), snapshot.stoppedBy},
                       {QStringLiteral("lastVerifiedAt"), momentJson(snapshot.lastVerifiedAt)}};
    if (snapshot.schedule)
        object.insert(QStringLiteral("schedule"), toJson(*snapshot.schedule));
    if (snapshot.status)
        object.insert(QStringLiteral("status"), toJson(*snapshot.status));
    if (snapshot.statusError)
        object.insert(QStringLiteral("statusError"), snapshot.statusError->toText());
    if (snapshot.statistics)
        object.insert(QStringLiteral("statistics"), toJson(*snapshot.statistics));
    return object;
}

} // namespace pilothouse

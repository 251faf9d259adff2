// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/databaseinfo.h"
#include "core/domain/instancestate.h"
#include "core/domain/servicestatus.h"

#include <QMap>
#include <QUuid>

namespace pilothouse {

enum class HealthVerdict { NotChecked, Passed, Failed };

/// One answer, or none, of a health address.
struct HealthAnswer
{
    HealthVerdict verdict = HealthVerdict::NotChecked;
    QDateTime at;
    qint64 milliseconds = 0;
    int status = 0; ///< HTTP status; 0: there was no answer
    QString reason; ///< translated; why it failed or was not checked
    QString url;    ///< what was asked

    bool operator==(const HealthAnswer &) const = default;
};

/// A database with how fast it grows.
struct DatabaseReading
{
    DatabaseInfo info;
    std::optional<double> growthPerDay; ///< bytes; unset: too little is known
    bool isOnServer = false;            ///< info.exists: it answered; info.path is its address
    qint64 milliseconds = -1;           ///< that it took to answer
    int connections = -1;               ///< clients of the server
    int maxConnections = -1;            ///< those that ordinary roles may have

    bool operator==(const DatabaseReading &) const = default;
};

/// The file system of the data folder.
struct DiskReading
{
    qint64 freeBytes = -1; ///< for this user; -1: not known
    qint64 totalBytes = -1;
    std::optional<double> growthPerDay; ///< used bytes
    QDateTime fullAt;                   ///< projected; invalid: it does not fill up, or too little is known

    double usedPercent() const;
    bool operator==(const DiskReading &) const = default;
};

/// How a backup schedule stands.
struct ScheduleReading
{
    QString kind;  ///< "systemd" or "cron"
    QString when;  ///< "daily 02:00", as it is typed
    QString title; ///< "every day at 02:00", translated
    bool prunes = false;
    qint64 intervalSeconds = 0; ///< the longest between two runs
    qint64 graceSeconds = 0;    ///< how late a run may be
    QDateTime nextRunAt;        ///< invalid: not known
    QDateTime lastRunAt;        ///< invalid: it never ran
    int lastRunCode = 0;        ///< exit code
    QString lastRunProblem;     ///< empty: it went well
    int missed = 0;             ///< runs without a verified backup by now

    bool operator==(const ScheduleReading &) const = default;
};

/// All that one look at an instance showed, for the Overview. A value; parts that were not read this time are
/// those of the look before.
struct InstanceSnapshot
{
    QUuid instance;
    QString name;
    QDateTime at;
    std::optional<ServiceStatus> status;
    std::optional<Error> statusError; ///< why there is no status
    std::optional<ServiceStatistics> statistics;
    HealthAnswer health;
    int healthFailures = 0; ///< in a row, up to this look
    QDateTime failingSince; ///< of the first of them
    QList<DatabaseReading> databases;
    QMap<QString, qint64> counts; ///< "users" -> 12, by the layouts that were found
    DiskReading disk;
    QDateTime countedAt;         ///< when databases and counts were read
    QDateTime lastBackupAt;      ///< passed in; invalid: none
    QDateTime lastVerifiedAt;    ///< of the newest verified backup; passed in
    QDateTime lastDrillAt;       ///< of the newest that passed; passed in; invalid: none
    QDateTime drillDueAt;        ///< when the next one is due; passed in; invalid: none has passed
    bool hasDrillFailed = false; ///< the newest one of all; passed in
    QDateTime stoppedAt;         ///< by an operation of ours, and not started since; passed in
    QString stoppedBy;           ///< the user of this machine who did it; passed in
    std::optional<ScheduleReading> schedule; ///< passed in; nothing: there is none

    bool operator==(const InstanceSnapshot &) const = default;
};

QString healthVerdictName(HealthVerdict verdict);
QJsonObject toJson(const HealthAnswer &answer);
QJsonObject toJson(const ScheduleReading &reading);
QJsonObject toJson(const InstanceSnapshot &snapshot);

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::InstanceSnapshot)

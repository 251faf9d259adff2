// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/monitoring/snapshottaker.h"

#include "core/base/clock.h"
#include "core/instances/instancesession.h"
#include "core/runtime/serviceruntime.h"

#include <QElapsedTimer>
#include <QFile>

#include <sys/statvfs.h>

namespace pilothouse {
namespace {
constexpr qint64 StoresEvery = 5 * 60 * 1000;
constexpr int GrowthDays = 7;
constexpr int HistoryDays = 2; ///< as long as every sample is kept

QString sizeMetric(const QString &database)
{
    return QStringLiteral("database.%1.bytes").arg(database);
}

QString connectionsMetric(const QString &database)
{
    return QStringLiteral("database.%1.connections").arg(database);
}

/// Size, clients, and how many there may be. Casts in words: a colon begins a parameter.
constexpr char ServerSql[] = "SELECT pg_database_size(current_database()), "
                             "(SELECT count(*) FROM pg_stat_activity WHERE coalesce(backend_type = 'client "
                             "backend', usesysid IS NOT NULL AND datid IS NOT NULL)), "
                             "CAST(current_setting('max_connections') AS int) "
                             "- CAST(current_setting('superuser_reserved_connections') AS int)";

QString diskMetric()
{
    return QStringLiteral("disk.used");
}

qint64 sizeOf(const DatabaseInfo &info)
{
    return info.bytes + std::max<qint64>(0, info.walBytes);
}
} // namespace

QString layoutOf(const SqliteEngine &engine, const ProfileDatabase &database, const QString &path,
                 const OperationContext &context)
{
    for (const ProfileLayout &layout : database.layouts) {
        if (engine.probe(path, layout.probe, context).value_or(false))
            return layout.id;
    }
    return {};
}

SnapshotTaker::SnapshotTaker(const DataEngines &engines, HttpSend send, const MetricStore &metrics,
                             const Clock &clock)
    : m_engines(engines)
    , m_send(std::move(send))
    , m_metrics(metrics)
    , m_clock(clock)
{
}

InstanceSnapshot SnapshotTaker::take(const InstanceSession &session, const InstanceSnapshot &previous,
                                     bool isFull, const OperationContext &context) const
{
    InstanceSnapshot snapshot = previous;
    snapshot.instance = session.instance().id;
    snapshot.name = session.instance().name;
    snapshot.at = m_clock.now();
    snapshot.status.reset();
    snapshot.statusError.reset();
    snapshot.statistics.reset();
    if (auto status = session.runtime().status(context))
        snapshot.status = *status;
    else
        snapshot.statusError = status.error();
    const bool isRunning = snapshot.status && snapshot.status->state == ServiceState::Running;
    if (isRunning) {
        if (auto statistics = session.runtime().statistics(context))
            snapshot.statistics = *statistics;
    }
    readHealth(session, snapshot, context);
    const bool isOld =
        !previous.countedAt.isValid() || previous.countedAt.msecsTo(snapshot.at) >= StoresEvery;
    if (isFull || isOld)
        readStores(session, snapshot, context);
    else
        readServers(session, snapshot, context);
    if (!context.isCancelled())
        record(snapshot, isFull || isOld);
    return snapshot;
}

void SnapshotTaker::readHealth(const InstanceSession &session, InstanceSnapshot &snapshot,
                               const OperationContext &context) const
{
    const ProfileEndpoint *endpoint = session.profile().endpoint(QStringLiteral("health"));
    if (!endpoint || session.healthUrl().isEmpty()) {
        snapshot.health = {};
        snapshot.healthFailures = 0;
        snapshot.failingSince = {};
        return;
    }
    snapshot.health = probeHealth(*endpoint, session, m_send, context);
    snapshot.health.at = snapshot.at;
    if (snapshot.health.verdict == HealthVerdict::Passed) {
        snapshot.healthFailures = 0;
        snapshot.failingSince = {};
    } else if (snapshot.health.verdict == HealthVerdict::Failed) {
        if (snapshot.healthFailures++ == 0)
            snapshot.failingSince = snapshot.at;
    }
}

void SnapshotTaker::readStores(const InstanceSession &session, InstanceSnapshot &snapshot,
                               const OperationContext &context) const
{
    snapshot.databases = databasesOf(session, context);
    snapshot.counts = countsOf(session, snapshot.databases, context);
    snapshot.disk = diskOf(session);
    snapshot.countedAt = snapshot.at;
}

QList<DatabaseReading> SnapshotTaker::databasesOf(const InstanceSession &session,
                                                  const OperationContext &context) const
{
    QList<DatabaseReading> list;
    for (const ProfileDatabase &database : session.profile().databases) {
        if (database.isOnServer()) {
            list << serverReading(session, database, context);
            continue;
        }
        const QString path = session.database(database.id)->path;
        DatabaseReading reading;
        if (auto info = m_engines.sqlite.info(path, context))
            reading.info = *info;
        else
            reading.info.error = info.error();
        reading.info.id = database.id;
        reading.info.path = path;
        if (reading.info.exists && !reading.info.error)
            reading.info.layout = layoutOf(m_engines.sqlite, database, path, context);
        reading.growthPerDay = growthOf(session.instance().id, sizeMetric(database.id));
        list << reading;
    }
    return list;
}

void SnapshotTaker::readServers(const InstanceSession &session, InstanceSnapshot &snapshot,
                                const OperationContext &context) const
{
    for (DatabaseReading &reading : snapshot.databases) {
        const ProfileDatabase *database = session.profile().database(reading.info.id);
        if (database && database->isOnServer() && !context.isCancelled())
            reading = serverReading(session, *database, context);
    }
}

DatabaseReading SnapshotTaker::serverReading(const InstanceSession &session, const ProfileDatabase &database,
                                             const OperationContext &context) const
{
    DataReader reader(session, m_engines, context);
    DatabaseReading reading;
    reading.info.id = database.id;
    reading.info.path = DataReader::nameOf(session, database.id);
    reading.growthPerDay = growthOf(session.instance().id, sizeMetric(database.id));
    QElapsedTimer timer;
    timer.start();
    const auto answer = reader.select(database.id, SqlQuery{QString::fromLatin1(ServerSql), {}, 1});
    reading.isOnServer = true;
    if (!answer) {
        reading.info.error = answer.error();
        return reading;
    }
    const QList<QVariant> row = answer->rows.value(0);
    reading.milliseconds = timer.elapsed();
    reading.info.exists = true;
    reading.info.bytes = row.value(0).toLongLong();
    reading.connections = row.value(1).toInt();
    reading.maxConnections = row.value(2).toInt();
    reading.info.layout = reader.layout(database.id).value_or(std::nullopt).value_or(QString());
    return reading;
}

QMap<QString, qint64> SnapshotTaker::countsOf(const InstanceSession &session,
                                              const QList<DatabaseReading> &databases,
                                              const OperationContext &context) const
{
    QMap<QString, qint64> counts;
    DataReader reader(session, m_engines, context);
    for (const DatabaseReading &reading : databases) {
        const ProfileDatabase *database = session.profile().database(reading.info.id);
        for (const ProfileLayout &layout : database->layouts) {
            if (layout.id != reading.info.layout)
                continue;
            for (auto count = layout.counts.begin(); count != layout.counts.end(); ++count) {
                const auto rows = reader.select(database->id, SqlQuery{count.value(), {}, 1});
                if (rows && !rows->rows.isEmpty() && !rows->rows[0].isEmpty())
                    counts.insert(count.key(), rows->rows[0][0].toLongLong());
            }
        }
    }
    return counts;
}

DiskReading SnapshotTaker::diskOf(const InstanceSession &session) const
{
    DiskReading disk;
    struct statvfs facts = {};
    if (::statvfs(QFile::encodeName(session.instance().dataDir).constData(), &facts) != 0)
        return disk;
    const auto block = static_cast<qint64>(facts.f_frsize);
    disk.freeBytes = static_cast<qint64>(facts.f_bavail) * block;
    // What is kept for root is not this user's, so a disk is full when nothing is left for the user.
    disk.totalBytes = static_cast<qint64>(facts.f_blocks - facts.f_bfree + facts.f_bavail) * block;
    disk.growthPerDay = growthOf(session.instance().id, diskMetric());
    if (disk.growthPerDay && *disk.growthPerDay > 1) {
        const double days = static_cast<double>(disk.freeBytes) / *disk.growthPerDay;
        if (days < 3650)
            disk.fullAt = m_clock.now().addSecs(static_cast<qint64>(days * 86400));
    }
    return disk;
}

std::optional<double> SnapshotTaker::growthOf(const QUuid &instance, const QString &metric) const
{
    const QDateTime now = m_clock.now();
    const auto points = m_metrics.series(instance, metric, now.addDays(-GrowthDays), now.addSecs(1));
    return points ? growthPerDay(*points) : std::nullopt;
}

Result<QList<ServiceEvent>> SnapshotTaker::runsOf(const QUuid &instance) const
{
    const QDateTime now = m_clock.now();
    return runEvents(m_metrics, instance, now.addDays(-HistoryDays), now.addSecs(1));
}

void SnapshotTaker::record(const InstanceSnapshot &snapshot, bool isFull) const
{
    QMap<QString, double> samples = snapshot.status ? runSamples(*snapshot.status) : QMap<QString, double>();
    if (snapshot.health.verdict != HealthVerdict::NotChecked) {
        samples.insert(QStringLiteral("health.ok"), snapshot.health.verdict == HealthVerdict::Passed ? 1 : 0);
        samples.insert(QStringLiteral("health.ms"), static_cast<double>(snapshot.health.milliseconds));
    }
    if (snapshot.statistics) {
        samples.insert(QStringLiteral("cpu.percent"), snapshot.statistics->cpuPercent);
        samples.insert(QStringLiteral("memory.bytes"), static_cast<double>(snapshot.statistics->memoryBytes));
    }
    for (const DatabaseReading &reading : snapshot.databases) {
        if (isFull && reading.info.exists)
            samples.insert(sizeMetric(reading.info.id), static_cast<double>(sizeOf(reading.info)));
        if (reading.connections >= 0)
            samples.insert(connectionsMetric(reading.info.id), reading.connections);
    }
    if (isFull && snapshot.disk.totalBytes > 0)
        samples.insert(diskMetric(), static_cast<double>(snapshot.disk.totalBytes - snapshot.disk.freeBytes));
    if (const auto done = m_metrics.record(snapshot.instance, snapshot.at, samples); !done)
        qWarning("%s", qPrintable(done.error().toText()));
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/overviewcontroller.h"

#include "core/backup/backupstore.h"
#include "core/instances/instancesession.h"
#include "core/runtime/serviceruntime.h"

#include <QSet>

#include <limits>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr int CourseHours = 6;
constexpr int DiskDays = 7;
constexpr int ShortestCourse = 10 * 60; ///< seconds

qint64 machineMemory()
{
    return static_cast<qint64>(::sysconf(_SC_PHYS_PAGES)) * static_cast<qint64>(::sysconf(_SC_PAGESIZE));
}

/// A look that failed took some time too, but that is no response time: it becomes a gap.
void dropFailures(QList<MetricPoint> &response, const QList<MetricPoint> &passed)
{
    QSet<qint64> failures;
    for (const MetricPoint &point : passed) {
        if (point.value < 0.5)
            failures << point.at.toMSecsSinceEpoch();
    }
    for (MetricPoint &point : response) {
        if (failures.contains(point.at.toMSecsSinceEpoch()))
            point.value = std::numeric_limits<double>::quiet_NaN();
    }
}

/// An instance that is new shows the minutes that there are, not hours of nothing.
QDateTime startOf(const OverviewCourses &courses)
{
    QDateTime first = courses.to.addSecs(-ShortestCourse);
    for (const QList<MetricPoint> *points : {&courses.response, &courses.cpu}) {
        if (!points->isEmpty())
            first = std::min(first, points->first().at);
    }
    return std::max(first, courses.from);
}

Result<OverviewCourses> readCourses(const MetricStore &metrics, const QUuid &instance, const QDateTime &now)
{
    OverviewCourses courses;
    courses.to = now;
    courses.from = now.addSecs(-CourseHours * 3600);
    courses.machineMemory = machineMemory();
    QList<MetricPoint> passed;
    struct Wanted
    {
        QString metric;
        QList<MetricPoint> &points;
        QDateTime from;
    };
    const Wanted all[] = {{QStringLiteral("health.ms"), courses.response, courses.from},
                          {QStringLiteral("health.ok"), passed, courses.from},
                          {QStringLiteral("cpu.percent"), courses.cpu, courses.from},
                          {QStringLiteral("memory.bytes"), courses.memory, courses.from},
                          {QStringLiteral("disk.used"), courses.diskUsed, now.addDays(-DiskDays)}};
    for (const Wanted &wanted : all) {
        auto points = metrics.series(instance, wanted.metric, wanted.from, now.addSecs(1));
        if (!points)
            return failure(points.error());
        wanted.points = std::move(*points);
    }
    dropFailures(courses.response, passed);
    courses.from = startOf(courses);
    return courses;
}

LastBackup lastOf(const QList<BackupRecord> &records)
{
    LastBackup last;
    const auto whole = std::find_if(records.begin(), records.end(),
                                    [](const BackupRecord &record) { return !record.isPart(); });
    if (whole != records.end())
        last.newest = *whole;
    const auto counts = [](const BackupRecord &record) { return record.countsForRetention(); };
    const auto found = std::find_if(records.begin(), records.end(), counts);
    if (found != records.end())
        last.counted = *found;
    return last;
}

constexpr int HistoryDays = 2; ///< as long as every sample is kept

/// Sockets are of this moment: where they cannot be seen, that is told beside the rest.
Result<ServiceLife> readLifeOf(const MetricStore &metrics, const InstanceSession &session,
                               const QDateTime &now, const OperationContext &context)
{
    ServiceLife life;
    life.isKnown = true;
    const auto events = runEvents(metrics, session.instance().id, now.addDays(-HistoryDays), now.addSecs(1));
    if (!events)
        return failure(events.error());
    life.events = *events;
    const auto sockets = session.runtime().status(context).and_then(
        [&session](const ServiceStatus &status) { return socketsOf(status, session.instance().name); });
    if (sockets)
        life.sockets = *sockets;
    else
        life.socketsError = sockets.error();
    return life;
}

Result<ServiceSurroundings> readSurroundingsOf(const InstanceSession &session,
                                               const OperationContext &context)
{
    ServiceSurroundings surroundings;
    surroundings.isKnown = session.runtime().canControl();
    if (!surroundings.isKnown)
        return surroundings;
    auto environment = session.runtime().environment(context);
    if (!environment)
        return failure(environment.error());
    auto mounts = session.runtime().mounts(context);
    if (!mounts)
        return failure(mounts.error());
    surroundings.environment = std::move(*environment);
    surroundings.mounts = std::move(*mounts);
    return surroundings;
}

} // namespace

OverviewController::OverviewController(OverviewServices services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_coursesRead(services.runner, this)
    , m_lifeRead(services.runner, this)
    , m_backupRead(services.runner, this)
    , m_surroundingsRead(services.runner, this)
    , m_metricsRead(services.runner, this)
{
    connect(&m_services.fleet, &FleetController::snapshotChanged, this, [this](const QString &name) {
        if (name != m_name)
            return;
        emit snapshotTaken();
        emit changed();
    });
    connect(&m_services.operations, &OperationsController::listChanged, this, &OverviewController::changed);
}

void OverviewController::setInstance(const QString &name)
{
    m_name = name;
    for (LatestRead *read : {&m_coursesRead, &m_lifeRead, &m_backupRead, &m_surroundingsRead, &m_metricsRead})
        read->cancel();
    m_courses = {};
    m_life = {};
    m_backup = {};
    m_surroundings = {};
    m_metrics = {};
    emit changed();
}

void OverviewController::refresh()
{
    if (!session())
        return;
    m_services.fleet.refresh(m_name);
    readBackup();
    readSurroundings();
    readMetrics();
    refreshCourses();
}

template <typename Value>
void OverviewController::finish(Readable<Value> &readable, Result<Value> result)
{
    readable.isReading = false;
    readable.error = result ? std::nullopt : std::optional(result.error());
    if (result) {
        readable.value = std::move(*result);
        readable.hasValue = true;
        readable.readAt = now();
    }
    emit changed();
}

void OverviewController::refreshCourses()
{
    const SessionPointer session = this->session();
    if (!session)
        return;
    readLife();
    m_courses.isReading = true;
    m_courses.startedAt = now();
    const MetricStore &metrics = m_services.metrics;
    m_coursesRead.start(
        tr("Reading what was measured"),
        [&metrics, id = session->instance().id, at = now()](const OperationContext &) {
            return readCourses(metrics, id, at);
        },
        [this](Result<OverviewCourses> courses) { finish(m_courses, std::move(courses)); });
}

void OverviewController::readLife()
{
    m_life.isReading = true;
    m_life.startedAt = now();
    const MetricStore &metrics = m_services.metrics;
    m_lifeRead.start(
        tr("Reading starts and connections"),
        [&metrics, session = this->session(), at = now()](const OperationContext &context) {
            return readLifeOf(metrics, *session, at, context);
        },
        [this](Result<ServiceLife> life) { finish(m_life, std::move(life)); });
}

void OverviewController::readBackup()
{
    m_backup.isReading = true;
    m_backup.startedAt = now();
    const BackupStore &backups = m_services.backups;
    m_backupRead.start(
        tr("Reading the backups"),
        [&backups, session = this->session()](const OperationContext &) -> Result<LastBackup> {
            return lastOf(backups.list(session->backupFolder()));
        },
        [this](Result<LastBackup> backup) { finish(m_backup, std::move(backup)); });
}

void OverviewController::readSurroundings()
{
    m_surroundings.isReading = true;
    m_surroundings.startedAt = now();
    m_surroundingsRead.start(
        tr("Reading environment and mounts"),
        [session = this->session()](const OperationContext &context) {
            return readSurroundingsOf(*session, context);
        },
        [this](Result<ServiceSurroundings> read) { finish(m_surroundings, std::move(read)); });
}

bool OverviewController::hasMetrics() const
{
    return session() && m_services.scrape && !session()->profile().metrics.isEmpty();
}

void OverviewController::readMetrics()
{
    if (!hasMetrics())
        return;
    m_metrics.isReading = true;
    m_metrics.startedAt = now();
    m_metricsRead.start(
        tr("Reading the service's own numbers"),
        [session = this->session(), scrape = m_services.scrape](const OperationContext &context) {
            return scrape(*session, context);
        },
        [this](Result<ServiceMetrics> read) { finish(m_metrics, std::move(read)); });
}

QList<OperationView> OverviewController::recentOperations(qsizetype count) const
{
    QList<OperationView> own;
    for (const OperationView &view : m_services.operations.operations()) {
        if (view.instance == m_name)
            own << view;
    }
    std::stable_sort(own.begin(), own.end(), [](const OperationView &a, const OperationView &b) {
        return a.startedAt > b.startedAt;
    });
    return own.mid(0, count);
}

bool OverviewController::isReading() const
{
    const bool waits = session() && !snapshot();
    return waits || m_courses.isReading || m_life.isReading || m_backup.isReading || m_surroundings.isReading
           || m_metrics.isReading;
}

} // namespace pilothouse

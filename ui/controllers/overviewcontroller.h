// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/backuprecord.h"
#include "core/monitoring/metricstore.h"
#include "core/monitoring/servicemetrics.h"
#include "ui/controllers/fleetcontroller.h"
#include "ui/models/servicefacts.h"

#include <functional>

namespace pilothouse {

class BackupStore;

/// What this controller works with; all of it outlives it.
struct OverviewServices
{
    OperationRunner &runner;
    FleetController &fleet;
    OperationsController &operations;
    const MetricStore &metrics;
    const BackupStore &backups;
    const Clock &clock;
    /// Asks the service for its own numbers; empty: nobody does.
    std::function<Result<ServiceMetrics>(const InstanceSession &, const OperationContext &)> scrape = {};
};

/// How the figures of an instance went over the last hours.
struct OverviewCourses
{
    QList<MetricPoint> response; ///< milliseconds; not a number where there was no good answer
    QList<MetricPoint> cpu;      ///< percent of one core
    QList<MetricPoint> memory;   ///< bytes
    QList<MetricPoint> diskUsed; ///< bytes, over seven days
    QDateTime from;              ///< of all but the disk; six hours ago, or the first sample
    QDateTime to;
    qint64 machineMemory = 0; ///< bytes; the limit of a service that has none of its own
};

/// The newest backup, and the newest that counts.
struct LastBackup
{
    std::optional<BackupRecord> counted;
    std::optional<BackupRecord> newest; ///< has a problem where it is not the counted one
};

/// What the running service was given from outside.
struct ServiceSurroundings
{
    QList<EnvironmentEntry> environment;
    QList<MountEntry> mounts;
    bool isKnown = false; ///< false for plain files: there is nobody to ask
};

/// Everything that the Overview of one instance shows. UI thread; reads on workers.
class OverviewController final : public QObject
{
    Q_OBJECT
public:
    explicit OverviewController(OverviewServices services, QObject *parent = nullptr);

    /// Empty: none.
    void setInstance(const QString &name);
    QString instance() const { return m_name; }
    /// Looks at the service and reads everything again.
    void refresh();
    /// Reads the stored courses and who talks to the service again, as after each new look.
    void refreshCourses();

    SessionPointer session() const { return m_services.fleet.session(m_name); }
    std::optional<InstanceSnapshot> snapshot() const { return m_services.fleet.snapshot(m_name); }
    HeaderText header() const { return m_services.fleet.header(m_name); }
    const Readable<OverviewCourses> &courses() const { return m_courses; }
    const Readable<ServiceLife> &life() const { return m_life; }
    const Readable<LastBackup> &backup() const { return m_backup; }
    const Readable<ServiceSurroundings> &surroundings() const { return m_surroundings; }
    /// Of a service whose profile knows metrics; read with each refresh.
    const Readable<ServiceMetrics> &metrics() const { return m_metrics; }
    bool hasMetrics() const;
    /// The operations of this instance, newest first, at most `count`.
    QList<OperationView> recentOperations(qsizetype count) const;
    bool isReading() const;
    QDateTime now() const { return m_services.clock.now(); }

signals:
    void changed();
    /// The monitor has looked at this instance.
    void snapshotTaken();

private:
    void readLife();
    void readBackup();
    void readSurroundings();
    void readMetrics();
    template <typename Value>
    void finish(Readable<Value> &readable, Result<Value> result);

    OverviewServices m_services;
    LatestRead m_coursesRead;
    LatestRead m_lifeRead;
    LatestRead m_backupRead;
    LatestRead m_surroundingsRead;
    LatestRead m_metricsRead;
    QString m_name;
    Readable<OverviewCourses> m_courses;
    Readable<ServiceLife> m_life;
    Readable<LastBackup> m_backup;
    Readable<ServiceSurroundings> m_surroundings;
    Readable<ServiceMetrics> m_metrics;
};

} // namespace pilothouse

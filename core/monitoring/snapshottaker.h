// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/database/sqliteengine.h"
#include "core/domain/instancesnapshot.h"
#include "core/instances/datareader.h"
#include "core/monitoring/healthprobe.h"
#include "core/monitoring/metricstore.h"
#include "core/monitoring/runhistory.h"

namespace pilothouse {

class Clock;
class InstanceSession;

/// Looks at an instance and notes what it measured. Blocking; safe from any worker thread at the same time.
class SnapshotTaker
{
public:
    SnapshotTaker(const DataEngines &engines, HttpSend send, const MetricStore &metrics, const Clock &clock);

    /// Status, health and use; databases, counts and disk too where those of `previous` are older than five
    /// minutes or `isFull`. Never fails: what could not be read says so in the snapshot.
    InstanceSnapshot take(const InstanceSession &session, const InstanceSnapshot &previous, bool isFull,
                          const OperationContext &context) const;

    /// The entity counts of the layouts that are there: "users" -> 12.
    QMap<QString, qint64> countsOf(const InstanceSession &session, const QList<DatabaseReading> &databases,
                                   const OperationContext &context) const;
    /// Each database of the profile with its layout and growth.
    QList<DatabaseReading> databasesOf(const InstanceSession &session, const OperationContext &context) const;

    /// What was seen of its starts and ends in the last two days.
    [[nodiscard]] Result<QList<ServiceEvent>> runsOf(const QUuid &instance) const;

private:
    void readHealth(const InstanceSession &session, InstanceSnapshot &snapshot,
                    const OperationContext &context) const;
    void readStores(const InstanceSession &session, InstanceSnapshot &snapshot,
                    const OperationContext &context) const;
    /// Whether the servers still answer, and how many are connected.
    void readServers(const InstanceSession &session, InstanceSnapshot &snapshot,
                     const OperationContext &context) const;
    DatabaseReading serverReading(const InstanceSession &session, const ProfileDatabase &database,
                                  const OperationContext &context) const;
    DiskReading diskOf(const InstanceSession &session) const;
    std::optional<double> growthOf(const QUuid &instance, const QString &metric) const;
    void record(const InstanceSnapshot &snapshot, bool isFull) const;

    const DataEngines m_engines;
    HttpSend m_send;
    const MetricStore &m_metrics;
    const Clock &m_clock;
};

/// The layout of the profile that a database file has; empty: none fits, or it cannot be read.
QString layoutOf(const SqliteEngine &engine, const ProfileDatabase &database, const QString &path,
                 const OperationContext &context);

} // namespace pilothouse

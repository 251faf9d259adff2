// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace pilothouse {

/// A standby that receives from this server.
struct ReplicaState
{
    QString name; ///< its application_name
    QString client;
    QString state; ///< "streaming", "catchup" ...
    QString syncState;
    qint64 lagBytes = -1; ///< that it has not replayed yet; -1: not known
    qint64 lagMs = -1;
    bool isHidden = false; ///< state and lag are not told to a role without pg_monitor
};

struct SlotState
{
    QString name;
    QString kind;
    bool isActive = false;
    qint64 keptBytes = -1; ///< of WAL that it keeps from being removed
    QString walStatus;
};

/// How changes leave this server: to standbys, and into an archive.
struct ReplicationState
{
    bool isStandby = false;
    QString walLevel;
    int maxSenders = 0;
    QList<ReplicaState> replicas;
    QList<SlotState> slotList;
    QString receiverState;         ///< of a standby: "streaming"; empty: it receives nothing
    bool isReceiverHidden = false; ///< it receives, but a role without pg_monitor is not told how
    qint64 replayMs = -1;          ///< of a standby: age of the last change it has made
    QString archiveMode;
    bool hasArchiveCommand = false;
    qint64 archived = 0;
    qint64 archiveFailures = 0;
    QString lastArchived;
    QDateTime lastArchivedAt;
    QString lastFailed;
    QDateTime lastFailedAt;
    qint64 waitingSegments = -1; ///< to be archived; -1: this role may not see it

    bool isArchiving() const { return archiveMode != QLatin1String("off") && hasArchiveCommand; }
    /// The newest attempt failed.
    bool isArchiveFailing() const;
};

/// One pool of PgBouncer.
struct PoolState
{
    QString database;
    QString user;
    QString mode;
    int clientsActive = 0;
    int clientsWaiting = 0;
    int serversActive = 0;
    int serversIdle = 0;
    qint64 longestWaitMs = 0;
};

struct PoolerState
{
    QString version;
    QList<PoolState> pools;
    int maxClients = 0;
    int poolSize = 0;
};

QJsonObject toJson(const ReplicationState &state);
QJsonObject toJson(const PoolerState &state);

} // namespace pilothouse

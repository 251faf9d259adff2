// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/replicationinfo.h"

#include "core/base/units.h"

#include <QJsonArray>

namespace pilothouse {
namespace {

void insertReplicationMoment(QJsonObject &object, const QString &key, const QDateTime &moment)
{
    if (moment.isValid())
        object.insert(key, toIso(moment));
}

/// Null where it is not known.
QJsonValue knownCount(qint64 count)
{
    return count < 0 ? QJsonValue() : QJsonValue(count);
}

QJsonObject toJson(const ReplicaState &state)
{
    return {{QStringLiteral("name"), state.name},
            {QStringLiteral("client"), state.client},
            {QStringLiteral("state"), state.state},
            {QStringLiteral("syncState"), state.syncState},
            {QStringLiteral("lagBytes"), knownCount(state.lagBytes)},
            {QStringLiteral("lagMs"), knownCount(state.lagMs)},
            {QStringLiteral("isHidden"), state.isHidden}};
}

QJsonObject toJson(const SlotState &state)
{
    return {{QStringLiteral("name"), state.name},
            {QStringLiteral("kind"), state.kind},
            {QStringLiteral("isActive"), state.isActive},
            {QStringLiteral("keptBytes"), state.keptBytes},
            {QStringLiteral("walStatus"), state.walStatus}};
}

QJsonObject toJson(const PoolState &state)
{
    return {{QStringLiteral("database"), state.database},
            {QStringLiteral("user"), state.user},
            {QStringLiteral("mode"), state.mode},
            {QStringLiteral("clientsActive"), state.clientsActive},
            {QStringLiteral("clientsWaiting"), state.clientsWaiting},
            {QStringLiteral("serversActive"), state.serversActive},
            {QStringLiteral("serversIdle"), state.serversIdle},
            {QStringLiteral("longestWaitMs"), state.longestWaitMs}};
}

template <typename T>
QJsonArray replicationArray(const QList<T> &list)
{
    QJsonArray array;
    for (const T &one : list)
        array << toJson(one);
    return array;
}

} // namespace

bool ReplicationState::isArchiveFailing() const
{
    return lastFailedAt.isValid() && (!lastArchivedAt.isValid() || lastFailedAt > lastArchivedAt);
}

QJsonObject toJson(const ReplicationState &state)
{
    QJsonObject object{{QStringLiteral("isStandby"), state.isStandby},
                       {QStringLiteral("walLevel"), state.walLevel},
                       {QStringLiteral("maxSenders"), state.maxSenders},
                       {QStringLiteral("replicas"), replicationArray(state.replicas)},
                       {QStringLiteral("slots"), replicationArray(state.slotList)},
                       {QStringLiteral("receiverState"), state.receiverState},
                       {QStringLiteral("isReceiverHidden"), state.isReceiverHidden},
                       {QStringLiteral("replayMs"), state.replayMs},
                       {QStringLiteral("archiveMode"), state.archiveMode},
                       {QStringLiteral("isArchiving"), state.isArchiving()},
                       {QStringLiteral("isArchiveFailing"), state.isArchiveFailing()},
                       {QStringLiteral("archived"), state.archived},
                       {QStringLiteral("archiveFailures"), state.archiveFailures},
                       {QStringLiteral("lastArchived"), state.lastArchived},
                       {QStringLiteral("lastFailed"), state.lastFailed},
                       {QStringLiteral("waitingSegments"), state.waitingSegments}};
    insertReplicationMoment(object, QStringLiteral("lastArchivedAt"), state.lastArchivedAt);
    insertReplicationMoment(object, QStringLiteral("lastFailedAt"), state.lastFailedAt);
    return object;
}

QJsonObject toJson(const PoolerState &state)
{
    return {{QStringLiteral("version"), state.version},
            {QStringLiteral("maxClients"), state.maxClients},
            {QStringLiteral("poolSize"), state.poolSize},
            {QStringLiteral("pools"), replicationArray(state.pools)}};
}

} // namespace pilothouse

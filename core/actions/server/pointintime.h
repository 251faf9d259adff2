// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/postgresaccess.h"
#include "core/plan/catalogue.h"
#include "core/postgres/backrest.h"

namespace pilothouse {

class Clock;
class FileOps;

/// What points in time are planned with; all of it outlives the catalogue.
struct PointInTimeTools
{
    FileOps &files;
    const Clock &clock;
    const PostgresAccess &access;
};

/// How far a server can be taken back to a point in time, and what is missing for it.
struct PointInTime
{
    QString database; ///< the profile's id
    DatabaseConnection connection;
    QString name; ///< of the database on the server
    bool isStandby = false;
    bool isSuperuser = false;      ///< the role may change the server's settings
    Result<ServerCluster> cluster; ///< or why it cannot be reached
    ArchiveSettings archive;
    std::optional<Stanza> stanza;
    Result<StanzaState> state; ///< or why it cannot be read
    QStringList otherDatabases;
    int replicas = 0;
    QList<Finding> missing; ///< prerequisites that do not hold

    bool isReady() const { return missing.isEmpty() && cluster && state && !state->backups.isEmpty(); }
};
[[nodiscard]] Result<PointInTime> lookAtPointInTime(const PointInTimeTools &tools,
                                                    const InstanceSession &session,
                                                    const QJsonObject &arguments,
                                                    const OperationContext &context);
QJsonObject toJson(const PointInTime &state, const FileOps &files);

/// The moment that was typed: ISO 8601, without a zone in that in which times are shown. BadInput where it is
/// none.
[[nodiscard]] Result<QDateTime> momentFromText(const QString &text);
/// "2026-11-21 14:05:22 CET (13:05:22 UTC)".
QString momentInBothZones(const QDateTime &moment);

/// An empty plan of this instance.
[[nodiscard]] Result<Plan> newServerPlan(const InstanceSession &session, const char *action,
                                         const QJsonObject &arguments, const OperationContext &context);
/// What every word about this server gets.
QJsonObject clusterArguments(const PointInTime &state);

[[nodiscard]] Result<Plan> planPointInTimeRestore(const PointInTimeTools &tools,
                                                  const InstanceSession &session,
                                                  const QJsonObject &arguments,
                                                  const OperationContext &context);
[[nodiscard]] Result<Plan> planPointInTimeUndo(const PointInTimeTools &tools, const InstanceSession &session,
                                               const OperationRecord &record,
                                               const OperationContext &context);
[[nodiscard]] Result<Plan> planArchiving(const PointInTimeTools &tools, const InstanceSession &session,
                                         const QJsonObject &arguments, const OperationContext &context);
[[nodiscard]] Result<Plan> planArchivingUndo(const PointInTimeTools &tools, const InstanceSession &session,
                                             const OperationRecord &record, const OperationContext &context);

/// Adds the query pitr.show and the actions pitr.backup, .restore, .remove and .configure.
void addPointInTime(Catalogue &catalogue, const PointInTimeTools &tools);

} // namespace pilothouse

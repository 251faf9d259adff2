// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/users/owneddata.h"

namespace pilothouse {

class Catalogue;
class Clock;
struct Plan;

/// What is left of an owner who is no longer there, or never was: a refused registration leaves a record.
struct Orphan
{
    QString value;             ///< of the parameter that ties things to their owner
    QList<OwnedThings> things; ///< what is there of it
    qint64 rows = 0;
    int folders = 0;
};

/// All orphans of one entity.
struct OrphanReport
{
    QString parameter;     ///< "containerId"
    QList<Orphan> orphans; ///< by value
    int young = 0;         ///< not yet an hour old: whoever makes an account makes its data first
};

QJsonObject toJson(const OrphanReport &report);

/// Refused where the profile does not say how to find them. Blocks; read-only.
[[nodiscard]] Result<OrphanReport> findOrphans(const InstanceSession &session, const SqliteEngine &engine,
                                               const QString &entityId, const QDateTime &now,
                                               const OperationContext &context);

/// A plan that deletes all orphans, or the ones named, with their undo as for users.
[[nodiscard]] Result<Plan> planOrphanClean(const InstanceSession &session, const SqliteEngine &engine,
                                           const QJsonObject &arguments, const QDateTime &now,
                                           const OperationContext &context);

/// Adds users.orphans and users.clean-orphans. Both must outlive the catalogue.
void addOrphanActions(Catalogue &catalogue, const SqliteEngine &engine, const Clock &clock);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/database/databaseactions.h"
#include "core/instances/instancesession.h"
#include "core/plan/plan.h"

namespace pilothouse {

/// How often a file must fit beside itself for VACUUM or ANALYZE: the new file, and a little more.
constexpr qint64 maintenanceSpace(qint64 bytes)
{
    return bytes + bytes / 10 + (1 << 20);
}

/// Of a check or a copy of a file on a usual disk, for estimates.
constexpr qint64 DatabaseBytesPerMillisecond = 40'000;

/// The names of their files, with commas between them.
QString databaseNames(const QList<DatabaseReference> &databases);
/// The databases that an action is meant for: one by id, or all that are there. NotFound for an unknown id.
[[nodiscard]] Result<QList<DatabaseReference>> wantedDatabases(const InstanceSession &session,
                                                               const QJsonObject &arguments);

/// "vacuum" or "analyze": new files with the same rows are made while the service is stopped, and swapped in.
[[nodiscard]] Result<Plan> planMaintain(const DatabaseTools &tools, const InstanceSession &session,
                                        const QString &kind, const QJsonObject &arguments,
                                        const OperationContext &context);
[[nodiscard]] Result<Plan> planCheck(const InstanceSession &session, const QJsonObject &arguments,
                                     const OperationContext &context);
/// Salvages a damaged database into a new file; the live one is only read.
[[nodiscard]] Result<Plan> planRecover(const DatabaseTools &tools, const InstanceSession &session,
                                       const QJsonObject &arguments, const OperationContext &context);

} // namespace pilothouse

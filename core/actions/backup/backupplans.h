// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/backup/backupactions.h"
#include "core/instances/instancesession.h"
#include "core/plan/catalogue.h"

namespace pilothouse {

[[nodiscard]] Result<Plan> planBackup(const BackupTools &tools, const InstanceSession &session,
                                      const QJsonObject &arguments, const OperationContext &context);
[[nodiscard]] Result<Plan> planVerify(const BackupTools &tools, const InstanceSession &session,
                                      const QJsonObject &arguments);
[[nodiscard]] Result<Plan> planPin(const BackupTools &tools, const InstanceSession &session,
                                   const QString &backup, bool isPinned);
/// What retention would remove, and why the rest stays.
[[nodiscard]] Result<Plan> planPrune(const BackupTools &tools, const InstanceSession &session);
/// Unfinished sets and safety copies whose time is over.
[[nodiscard]] Result<Plan> planTidy(const BackupTools &tools, const InstanceSession &session);
[[nodiscard]] Result<Plan> planRestore(const BackupTools &tools, const InstanceSession &session,
                                       const QJsonObject &arguments, const OperationContext &context);
/// Puts back what a restore (or a put-back) has replaced, from what it kept. Refused where that is gone.
[[nodiscard]] Result<Plan> planRestoreUndo(const BackupTools &tools, const InstanceSession &session,
                                           const OperationRecord &record, const OperationContext &context);

/// A plan of this instance with id, names and fingerprint set.
[[nodiscard]] Plan newPlan(const InstanceSession &session, const QString &action);

} // namespace pilothouse

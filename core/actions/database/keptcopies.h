// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/domain/maintenanceitem.h"

namespace pilothouse {

class BackupStore;
class FileOps;
class InstanceSession;

/// How old the last backup is that counts.
MaintenanceItem lastBackupItem(const BackupStore &store, const InstanceSession &session,
                               const QDateTime &now);
/// How many safety copies of an instance are kept, and what they hold.
MaintenanceItem safetyCopiesItem(const FileOps &files, const InstanceSession &session,
                                 const OperationContext &context);

} // namespace pilothouse

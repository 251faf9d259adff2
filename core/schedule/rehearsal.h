// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

namespace pilothouse {

class FileOps;
class InstanceSession;
struct Plan;

/// Whether a backup or a drill by schedule would find all it needs in the environment of this very process:
/// its plan can run unattended with what was agreed to, the service answers, each database can be read, and
/// each folder for backups can be written.
[[nodiscard]] Result<> rehearseSchedule(FileOps &files, const InstanceSession &session, const Plan &plan,
                                        const QStringList &agreed, const OperationContext &context);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/operationlock.h"

#include <QDateTime>

#include <memory>

namespace pilothouse {

class InstanceSession;
class PostgresAccess;
class StepRegistry;
struct Plan;

/// What a plan must hold of the instance's databases on servers while it runs: each that one of its steps
/// works on, shared with others where it only copies. Null where it works on none. The references must
/// outlive it.
std::unique_ptr<OperationLock> serverLockFor(const Plan &plan, const InstanceSession &session,
                                             const StepRegistry &steps, const PostgresAccess &access,
                                             const QDateTime &since);

} // namespace pilothouse

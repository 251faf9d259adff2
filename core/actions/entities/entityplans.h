// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/datareader.h"
#include "core/plan/plan.h"

namespace pilothouse {

/// The plan of an action that the profile gives an entity: `arguments` hold entity, action, the key of the
/// one it is for, and the label of a new one. It tells what each column is and becomes, row counts included.
/// Refused where there is nothing to change.
[[nodiscard]] Result<Plan> planEntityRun(const InstanceSession &session, const DataEngines &engines,
                                         const QJsonObject &arguments, const OperationContext &context);

} // namespace pilothouse

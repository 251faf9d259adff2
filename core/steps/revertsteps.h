// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/revertstore.h"

namespace pilothouse {

class StepRegistry;

/// Adds the words revert.plan and revert.cancel. `reverts` outlives the registry.
void addRevertSteps(StepRegistry &steps, RevertStore &reverts, RevertWaiter waiter);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/journal.h"
#include "core/plan/stepregistry.h"

namespace pilothouse {

/// The step in which an operation that a crash cut off may have left its service standing still, where
/// putting the whole operation back does nothing else to the service than let it go on; null where that is
/// not so.
const StepRecord *heldUpIn(const OperationRecord &record, const StepRegistry &steps);

/// Whether an operation that has not ended may have left its service neither as it was nor as it was to be.
bool leftServiceBetween(const OperationRecord &record, const StepRegistry &steps);

} // namespace pilothouse

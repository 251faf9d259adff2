// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/drillword.h"

namespace pilothouse {

class StepRegistry;

/// Adds drill.open, .mark, .unmark, .choose, .find and .drop-database.
void addDrillSteps(StepRegistry &registry, const DrillWordTools &tools);

} // namespace pilothouse

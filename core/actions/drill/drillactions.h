// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/drill/drillplan.h"
#include "core/drill/drillbook.h"
#include "core/plan/catalogue.h"

namespace pilothouse {

/// Adds drill.run, and the queries drill.list (the history) and drill.state. What is handed over outlives the
/// catalogue.
void addDrillActions(Catalogue &catalogue, const DrillTools &tools);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/drillsteps.h"

#include "core/plan/stepregistry.h"
#include "core/steps/drillchoosestep.h"
#include "core/steps/drilldropstep.h"
#include "core/steps/drillfindstep.h"
#include "core/steps/drillmarkstep.h"
#include "core/steps/drillopenstep.h"
#include "core/steps/drillunmarkstep.h"

namespace pilothouse {

void addDrillSteps(StepRegistry &registry, const DrillWordTools &tools)
{
    registry.add(std::make_unique<DrillOpenStep>(tools));
    registry.add(std::make_unique<DrillMarkStep>(tools));
    registry.add(std::make_unique<DrillUnmarkStep>(tools));
    registry.add(std::make_unique<DrillChooseStep>(tools));
    registry.add(std::make_unique<DrillFindStep>(tools));
    registry.add(std::make_unique<DrillDropStep>(tools));
}

} // namespace pilothouse

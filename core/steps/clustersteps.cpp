// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/clustersteps.h"

#include "core/plan/stepregistry.h"
#include "core/steps/backrestrestorestep.h"
#include "core/steps/backrestrunsteps.h"
#include "core/steps/besideserverstep.h"
#include "core/steps/clustersettingsstep.h"
#include "core/steps/clusterswitchstep.h"
#include "core/steps/expectclusterstep.h"

namespace pilothouse {

void addClusterSteps(StepRegistry &steps, FileOps &files, const Clock &clock, const PostgresAccess &access)
{
    steps.add(std::make_unique<BackrestCheckStep>(files, clock, access));
    steps.add(std::make_unique<BackrestBackupStep>(files, clock, access));
    steps.add(std::make_unique<BackrestRestoreStep>(files, clock, access));
    steps.add(std::make_unique<BackrestConfigureStep>(files, clock, access));
    steps.add(std::make_unique<BesideStartStep>(files, clock, access));
    steps.add(std::make_unique<BesideEndStep>(BesideEndStep::Mode::Stop, files, clock, access));
    steps.add(std::make_unique<BesideEndStep>(BesideEndStep::Mode::Remove, files, clock, access));
    steps.add(std::make_unique<ClusterSwitchStep>(ClusterSwitchStep::Mode::Stop, files, clock, access));
    steps.add(std::make_unique<ClusterSwitchStep>(ClusterSwitchStep::Mode::Start, files, clock, access));
    steps.add(std::make_unique<ClusterSwapStep>(files, clock, access));
    steps.add(std::make_unique<ClusterSettingsStep>(files, clock, access));
    steps.add(std::make_unique<ExpectClusterStep>(files, clock, access));
}

} // namespace pilothouse

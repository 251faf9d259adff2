// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/schedulesteps.h"

#include "core/plan/stepregistry.h"
#include "core/steps/cronedit.h"
#include "core/steps/schedulerehearse.h"
#include "core/steps/timersteps.h"

namespace pilothouse {

void addScheduleSteps(StepRegistry &steps, FileOps &files)
{
    steps.add(std::make_unique<TimerInstallStep>(files));
    steps.add(std::make_unique<TimerRemoveStep>(files));
    steps.add(std::make_unique<TimerSwitchStep>(files));
    steps.add(std::make_unique<CronEditStep>(files));
    steps.add(std::make_unique<ScheduleRehearseStep>(files));
    steps.add(std::make_unique<LingerEnableStep>());
}

} // namespace pilothouse

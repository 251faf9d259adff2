// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/maintenancesteps.h"

#include "core/plan/stepregistry.h"
#include "core/steps/checkkeepstep.h"
#include "core/steps/sqlitemaintainstep.h"
#include "core/steps/sqlitesalvagestep.h"

namespace pilothouse {

void addMaintenanceSteps(StepRegistry &steps, FileOps &files, const SqliteEngine &engine,
                         const CheckStore &checks)
{
    steps.add(std::make_unique<SqliteMaintainStep>(files, engine));
    steps.add(std::make_unique<SqliteSalvageStep>(files));
    steps.add(std::make_unique<CheckKeepStep>(engine, checks));
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/postgrescopysteps.h"

#include "core/plan/stepregistry.h"
#include "core/steps/postgrescreatedatabasestep.h"
#include "core/steps/postgresdropstep.h"
#include "core/steps/postgresdumpstep.h"
#include "core/steps/postgresexpectstep.h"
#include "core/steps/postgresrestorestep.h"
#include "core/steps/postgresswapstep.h"

namespace pilothouse {

void addPostgresCopySteps(StepRegistry &registry, FileOps &files, const Clock &clock,
                          const PostgresAccess &access)
{
    registry.add(std::make_unique<PostgresDumpStep>(files, clock, access));
    registry.add(std::make_unique<PostgresCreateDatabaseStep>(files, clock, access));
    registry.add(std::make_unique<PostgresRestoreStep>(files, clock, access));
    registry.add(std::make_unique<PostgresExpectStep>(files, clock, access));
    registry.add(std::make_unique<PostgresSwapStep>(files, clock, access));
    registry.add(std::make_unique<PostgresDropStep>(files, clock, access));
}

} // namespace pilothouse

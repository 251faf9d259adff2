// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/serversteps.h"

#include "core/plan/stepregistry.h"
#include "core/steps/postgresmaintainstep.h"
#include "core/steps/postgressessionstep.h"

namespace pilothouse {

void addServerSteps(StepRegistry &steps, const PostgresAccess &access)
{
    using Mode = PostgresSessionStep::Mode;
    steps.add(std::make_unique<PostgresSessionStep>(Mode::Cancel, access));
    steps.add(std::make_unique<PostgresSessionStep>(Mode::End, access));
    steps.add(std::make_unique<PostgresMaintainStep>(access));
}

} // namespace pilothouse

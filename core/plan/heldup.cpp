// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/heldup.h"

namespace pilothouse {

const StepRecord *heldUpIn(const OperationRecord &record, const StepRegistry &steps)
{
    if (record.outcome != Outcome::Interrupted || record.error)
        return nullptr;
    const StepRecord *held = nullptr;
    for (const StepCall &call : record.plan.steps) {
        const StepRecord *state = record.step(call.id);
        const Step *step = steps.find(call.step);
        if (!state || !step)
            return nullptr;
        if (!state->isBegun || state->state == StepState::PutBack)
            continue;
        if (step->changesService() || !step->isReversible())
            return nullptr;
        if (step->holdsService(state->before) && state->state != StepState::Done)
            held = state;
    }
    return held;
}

} // namespace pilothouse

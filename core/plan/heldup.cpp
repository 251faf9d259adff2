// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/heldup.h"

#include <algorithm>

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

bool leftServiceBetween(const OperationRecord &record, const StepRegistry &steps)
{
    if (record.hasEnded())
        return false;
    return std::any_of(record.plan.steps.begin(), record.plan.steps.end(),
                       [&record, &steps](const StepCall &call) {
                           const StepRecord *state = record.step(call.id);
                           const Step *step = steps.find(call.step);
                           const bool isOpen = state && state->isBegun && state->state != StepState::PutBack;
                           return isOpen && (!step || step->changesService());
                       });
}

} // namespace pilothouse

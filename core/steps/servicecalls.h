// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"

#include <chrono>
#include <optional>

namespace pilothouse {

class InstanceSession;

/// The words about a service with everything that they show filled in, for planners. The id of a call is its
/// verb: "fence", "stop", "unfence", "start", "restart", "wait-healthy", "runs", "answers".
StepCall serviceFenceCall(const InstanceSession &session);
/// Zero: the service's own stop time.
StepCall serviceStopCall(const InstanceSession &session, std::chrono::milliseconds grace = {});
/// Undoes what the step "fence" of the same plan did.
StepCall serviceUnfenceCall(const InstanceSession &session);
StepCall serviceStartCall(const InstanceSession &session);
StepCall serviceRestartCall(const InstanceSession &session, std::chrono::milliseconds grace = {});
StepCall serviceWaitHealthyCall(const InstanceSession &session);
/// A proof that waits for nothing.
StepCall expectRunningCall(const InstanceSession &session);
/// A proof; empty where the instance has no health address.
std::optional<StepCall> healthProof(const InstanceSession &session);

} // namespace pilothouse

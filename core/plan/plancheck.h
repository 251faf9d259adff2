// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"
#include "core/plan/stepregistry.h"

namespace pilothouse {

/// BadInput where a plan could not run as it stands: an unknown word, an id twice, a reference to what comes
/// later, or a step that can be put back after one that cannot.
[[nodiscard]] Result<> checkPlan(const Plan &plan, const StepRegistry &steps);

/// Whether anything of it touches the service or its data; what does not needs no unlocking.
bool changesService(const Plan &plan, const StepRegistry &steps);

/// The arguments with every "{output:<id>.<key>}" filled in, also inside longer strings. A string that is
/// nothing but a reference takes the output's own type. BadInput names what is missing.
[[nodiscard]] Result<QJsonObject> resolved(const QJsonObject &arguments, const QJsonObject &outputs);

/// Ids of the steps whose outputs these arguments need.
QStringList referencedSteps(const QJsonObject &arguments);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"
#include "core/plan/stepregistry.h"

namespace pilothouse {

/// The steps and then the proofs of a plan in words; a word that is not in the vocabulary shows its name.
QList<StepText> describeSteps(const Plan &plan, const StepRegistry &steps);

/// The plan as a shell script with a comment a step, for "Copy as shell". No secrets.
QString toShellScript(const Plan &plan, const StepRegistry &steps);

/// What a done step says of what came out: the sentences at "told" of its outputs.
QStringList toldBy(const QJsonObject &outputs);
/// The plan with every text of its own on one line: what others wrote cannot pass for a line of it.
Plan withVisibleLines(Plan plan);
/// What of the plan must be said once more when it is done, such as what stays as it was.
QStringList saidAfterwards(const Plan &plan);

/// The plan as plain text, as the command line prints it: findings, steps, commands, losses, space, time.
QString toPlainText(const Plan &plan, const StepRegistry &steps);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"
#include "core/instances/instancesession.h"
#include "core/plan/executor.h"
#include "core/plan/plan.h"

#include <memory>

namespace pilothouse {

/// Shows a plan and runs it where the options allow it: destructive plans stop after being shown without
/// --yes,
/// --dry-run never runs anything. Prints the report; returns the exit code.
int runPlan(CommandContext &context, const Plan &plan, const InstanceSession &session,
            const Arguments &arguments);

/// Prints what a run, a resume or a roll back came to.
int printReport(CommandContext &context, const Result<RunReport> &report);

/// A listener that prints each step as it begins and ends, unless the output is JSON.
Executor::Listener stepPrinter(CommandContext &context, const Plan &plan);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/domain/instance.h"

namespace pilothouse {

class Console;

/// How long the demo's service lives: as long as the program that starts it, or until it is stopped.
enum class DemoLife { WithProgram, OnItsOwn };

/// Makes the demo's folder (empty: "demo" in the state folder), starts its service and has it in the list.
/// Blocking.
[[nodiscard]] Result<Instance> startDemoInstance(Console &console, const QString &folder, DemoLife life,
                                                 const OperationContext &context);

/// Ends the demo's service; folder and instance stay.
[[nodiscard]] Result<> stopDemoInstance(Console &console, const QString &folder,
                                        const OperationContext &context);

} // namespace pilothouse

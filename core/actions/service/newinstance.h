// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/domain/instance.h"

namespace pilothouse {

class SessionFactory;

/// Looks at a service before it is stored: refuses a container or data folder that is not there, and fills in
/// the data folder and the health address of a container where the operator named none. Blocks; reads only.
[[nodiscard]] Result<Instance> completedInstance(const SessionFactory &sessions, Instance wanted,
                                                 const OperationContext &context);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/domain/servicestatus.h"

namespace pilothouse {

/// What a process of this machine and everything below it use: two readings of /proc, half a second apart.
[[nodiscard]] Result<ServiceStatistics> processStatistics(qint64 pid, const OperationContext &context);

} // namespace pilothouse

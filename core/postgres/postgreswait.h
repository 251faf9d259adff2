// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

#include <chrono>

namespace pilothouse {

/// Waits until the socket can be read (or written, where `forWriting`). TimedOut at `until`, Cancelled within
/// a tenth of a second.
[[nodiscard]] Result<> waitForSocket(int socket, bool forWriting, std::chrono::steady_clock::time_point until,
                                     const OperationContext &context);

} // namespace pilothouse

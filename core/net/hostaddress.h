// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

#include <QStringList>

#include <chrono>

namespace pilothouse {

/// The first address of a host name, as a number; an address stays what it is. The resolver of the C library
/// has no deadline, so it works in a thread of its own, which may outlast this call. NotFound or TimedOut.
/// The addresses of a machine, in the order in which they are to be tried; never empty. NotFound where the
/// name is not known, TimedOut where nobody says so in time.
[[nodiscard]] Result<QStringList> resolveHost(const QString &host, std::chrono::milliseconds deadline,
                                              const OperationContext &context);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/logs/logsource.h"
#include "core/logs/logstream.h"
#include "core/logs/scan/recordsieve.h"

namespace pilothouse {

/// Reads what an engine keeps of a log, to its end, through a sieve.
[[nodiscard]] Result<> scanStream(const LogSource &source, std::shared_ptr<LogStream> stream,
                                  RecordSieve &sieve, const OperationContext &context);

} // namespace pilothouse

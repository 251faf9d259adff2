// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/logreader.h"
#include "core/logs/logsource.h"
#include "core/logs/logstream.h"

#include <memory>

namespace pilothouse {

/// The reader for the kind of a source. BadInput where its format cannot be read, or a container's stream is
/// missing.
[[nodiscard]] Result<std::unique_ptr<LogReader>>
makeLogReader(const LogSource &source, std::shared_ptr<LogStream> stream, const LogReadOptions &options);

/// That a log is kept by an engine, and none runs the instance.
QString noStreamText(const LogSource &source);

} // namespace pilothouse

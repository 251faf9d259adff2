// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/logsource.h"
#include "core/logs/logstream.h"

#include <memory>

namespace pilothouse {

class InstanceSession;

/// The log that an engine, or the journal, keeps of an instance's service; null where nobody does.
std::shared_ptr<LogStream> openContainerLog(const InstanceSession &session, const LogSource &source = {});

} // namespace pilothouse

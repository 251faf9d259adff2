// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/logstream.h"

#include <memory>

namespace pilothouse {

class InstanceSession;

/// The log that the Engine keeps of an instance's container, its two streams apart; null where the instance
/// runs in no container.
std::shared_ptr<LogStream> openContainerLog(const InstanceSession &session);

} // namespace pilothouse

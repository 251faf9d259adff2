// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

class QDateTime;
class QUuid;

namespace pilothouse {

class MetricStore;

/// Gives a demo that nobody has watched yet the figures of its last hours, invented like its other data; what
/// was measured already stays as it is. Blocks.
[[nodiscard]] Result<> inventDemoHistory(const MetricStore &metrics, const QUuid &instance,
                                         const QDateTime &now);

} // namespace pilothouse

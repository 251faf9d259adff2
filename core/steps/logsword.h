// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/logsource.h"
#include "core/plan/step.h"

namespace pilothouse {

/// The log files that a call names in "sources": [{"id", "path", "rotated", "keep"}].
QList<LogSource> logFilesOf(const QJsonObject &arguments);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/logstream.h"

namespace pilothouse {

class DockerEngine;

/// The file in which an engine keeps a container's log; nothing where it keeps none that this user may read.
std::optional<KeptLog> keptLog(const DockerEngine &engine, const QString &container,
                               const OperationContext &context);

} // namespace pilothouse

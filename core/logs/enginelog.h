// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/logstream.h"

namespace pilothouse {

class DockerEngine;

/// How a container's log is read.
struct EngineLogWay
{
    std::optional<KeptLog> file; ///< in which the engine keeps it, where this user may read that
    QString text;                ///< which way it is, and why not the other one; a sentence
};

EngineLogWay engineLogWay(const DockerEngine &engine, const QString &container,
                          const OperationContext &context);

} // namespace pilothouse

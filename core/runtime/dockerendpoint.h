// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>

namespace pilothouse {

/// What the docker client's own settings say, taken from the environment of this program.
struct DockerSurroundings
{
    QString host;         ///< DOCKER_HOST
    QString context;      ///< DOCKER_CONTEXT
    QString configFolder; ///< DOCKER_CONFIG or ~/.docker

    static DockerSurroundings current();
};

/// The engine's socket: `engine` where it is set, else DOCKER_HOST, the chosen context, the standard socket.
/// Refused for anything but a unix socket.
[[nodiscard]] Result<QString> dockerSocket(const QString &engine, const DockerSurroundings &surroundings);

} // namespace pilothouse

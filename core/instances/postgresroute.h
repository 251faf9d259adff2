// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/instancesession.h"

namespace pilothouse {

/// The same connection as this machine reaches it: a name that only containers know, such as the compose
/// service "db", becomes the published port or the address of that container in its network. The loopback of
/// an address that a container was told is that container's. Asks the engine; blocks.
[[nodiscard]] Result<DatabaseConnection> reachableConnection(const InstanceSession &session,
                                                             DatabaseConnection connection, bool isOperators,
                                                             const OperationContext &context);

/// Where the host reaches a port of a container, out of the engine's description of it: a published port
/// first, else its address in a network. Nothing where it has neither, as one that does not run.
struct ContainerDoor
{
    QString address;
    int port = 0;
};
std::optional<ContainerDoor> doorOfContainer(const QJsonObject &inspected, int port);

} // namespace pilothouse

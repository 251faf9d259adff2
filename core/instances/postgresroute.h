// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/instancesession.h"
#include "core/runtime/containerbridge.h"

#include <map>

namespace pilothouse {

/// The ways into containers whose ports nothing else reaches, each made once and kept. Safe from any thread.
class ContainerBridges
{
public:
    /// The folder of the socket that leads there. Blocks.
    [[nodiscard]] Result<QString> folderFor(const DockerEngine &engine, const QString &container, int port,
                                            const OperationContext &context);
    /// Whether there is one, and the direct way was tried a short while ago: waiting for it takes time.
    bool leadsTo(const DockerEngine &engine, const QString &container, int port) const;
    /// What was said in the container to the last connection through that folder that came to nothing.
    QString problemOf(const QString &folder) const;

private:
    struct Way
    {
        std::unique_ptr<ContainerBridge> bridge;
        std::chrono::steady_clock::time_point triedDirectly;
    };

    mutable QMutex m_mutex;
    std::map<QString, Way> m_ways; ///< guarded by m_mutex
};

/// The same connection as this machine reaches it: a name that only containers know, such as the compose
/// service "db", becomes the published port or the address of that container in its network. The loopback of
/// an address that a container was told is that container's. A port that is neither published nor reached in
/// the container's network is reached through the engine. Asks the engine; blocks.
[[nodiscard]] Result<DatabaseConnection> reachableConnection(const InstanceSession &session,
                                                             DatabaseConnection connection, bool isOperators,
                                                             ContainerBridges &bridges,
                                                             const OperationContext &context);

/// Where the host reaches a port of a container, out of the engine's description of it: a published port
/// first, else its address in a network. Nothing where it has neither, as one that does not run.
struct ContainerDoor
{
    QString address;
    int port = 0;
    bool isPublished = false;
};
std::optional<ContainerDoor> doorOfContainer(const QJsonObject &inspected, int port);

} // namespace pilothouse

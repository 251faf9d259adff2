// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runtime/dockerengine.h"

namespace pilothouse {

class ServiceRuntime;

/// The engine that runs a service's container, and that container.
struct ContainerAccess
{
    const DockerEngine &engine; ///< lives as long as the runtime
    QString container;
};

/// All containers of a service: several where a compose service has replicas.
struct ContainersAccess
{
    const DockerEngine &engine; ///< lives as long as the runtime
    QStringList containers;     ///< in their order, never empty
};

/// Whether there is a container at all to ask for.
bool runsInContainers(const ServiceRuntime &runtime);
/// Refused where the service runs in no container, NotFound where a compose service has none now.
[[nodiscard]] Result<ContainersAccess> containersOf(const ServiceRuntime &runtime,
                                                    const OperationContext &context);
/// The first of them.
[[nodiscard]] Result<ContainerAccess> containerOf(const ServiceRuntime &runtime,
                                                  const OperationContext &context);
/// The same with the engine's description of it.
[[nodiscard]] Result<QJsonObject> inspectContainerOf(const ServiceRuntime &runtime,
                                                     const OperationContext &context);

} // namespace pilothouse

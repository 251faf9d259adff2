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

/// Refused where the service runs in no container.
[[nodiscard]] Result<ContainerAccess> containerOf(const ServiceRuntime &runtime);
/// The same with the engine's description of it.
[[nodiscard]] Result<QJsonObject> inspectContainerOf(const ServiceRuntime &runtime,
                                                     const OperationContext &context);

} // namespace pilothouse

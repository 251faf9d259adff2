// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/containeraccess.h"

#include "core/runtime/composeruntime.h"
#include "core/runtime/dockerruntime.h"

namespace pilothouse {

bool runsInContainers(const ServiceRuntime &runtime)
{
    return dynamic_cast<const DockerRuntime *>(&runtime) || dynamic_cast<const ComposeRuntime *>(&runtime);
}

Result<ContainersAccess> containersOf(const ServiceRuntime &runtime, const OperationContext &context)
{
    if (const auto *docker = dynamic_cast<const DockerRuntime *>(&runtime))
        return ContainersAccess{docker->engine(), {docker->container()}};
    if (const auto *compose = dynamic_cast<const ComposeRuntime *>(&runtime)) {
        const auto replicas = compose->replicas(context);
        if (!replicas)
            return failure(replicas.error());
        ContainersAccess access{compose->project().engine(), {}};
        for (const auto &replica : *replicas)
            access.containers << replica->container();
        return access;
    }
    return failure(ErrorKind::Refused,
                   QCoreApplication::translate("ContainerAccess", "The service runs in no container."));
}

Result<ContainerAccess> containerOf(const ServiceRuntime &runtime, const OperationContext &context)
{
    return containersOf(runtime, context).map([](const ContainersAccess &all) {
        return ContainerAccess{all.engine, all.containers.first()};
    });
}

Result<QJsonObject> inspectContainerOf(const ServiceRuntime &runtime, const OperationContext &context)
{
    const auto access = containerOf(runtime, context);
    if (!access)
        return failure(access.error());
    return access->engine.inspect(access->container, context);
}

} // namespace pilothouse

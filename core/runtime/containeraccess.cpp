// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/containeraccess.h"

#include "core/runtime/dockerruntime.h"

namespace pilothouse {

Result<ContainerAccess> containerOf(const ServiceRuntime &runtime)
{
    if (const auto *docker = dynamic_cast<const DockerRuntime *>(&runtime))
        return ContainerAccess{docker->engine(), docker->container()};
    return failure(ErrorKind::Refused,
                   QCoreApplication::translate("ContainerAccess", "The service runs in no container."));
}

Result<QJsonObject> inspectContainerOf(const ServiceRuntime &runtime, const OperationContext &context)
{
    const auto access = containerOf(runtime);
    if (!access)
        return failure(access.error());
    return access->engine.inspect(access->container, context);
}

} // namespace pilothouse

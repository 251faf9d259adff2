// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/containersetlimitsstep.h"

#include "core/base/memorysize.h"
#include "core/instances/instancesession.h"
#include "core/process/commandline.h"
#include "core/runtime/containeraccess.h"
#include "core/runtime/procfs.h"
#include "core/runtime/resourcelimits.h"

#include <cmath>

namespace pilothouse {

namespace {

Result<ResourceLimits> limitsNow(const StepScope &scope)
{
    return inspectContainerOf(scope.session.runtime(), scope.context).map(limitsFromInspect);
}

bool isSame(const ResourceLimits &one, const ResourceLimits &other)
{
    return one.memoryBytes == other.memoryBytes && std::abs(one.cpus - other.cpus) < 0.001;
}

Result<> set(const StepScope &scope, const ResourceLimits &wanted)
{
    const auto now = limitsNow(scope);
    if (!now)
        return failure(now.error());
    const auto access = containerOf(scope.session.runtime());
    if (!access)
        return failure(access.error());
    const QJsonObject request = updateRequest(*now, wanted);
    return request.isEmpty() ? Result<>()
                             : access->engine.setResources(access->container, request, scope.context);
}

QString shellFor(const QString &container, const ResourceLimits &limits)
{
    QString words = QStringLiteral("docker update");
    if (limits.memoryBytes > 0)
        words += QStringLiteral(" --memory %1").arg(limitText(limits.memoryBytes));
    if (limits.memoryBytes > 0 && limits.swapBytes != 0)
        words += QStringLiteral(" --memory-swap %1")
                     .arg(limits.swapBytes < 0 ? QStringLiteral("-1") : limitText(limits.swapBytes));
    else if (limits.memoryBytes == 0)
        words +=
            QStringLiteral(" --memory %1b --memory-swap %2b").arg(machineMemory()).arg(2 * machineMemory());
    words += limits.cpus > 0 ? QStringLiteral(" --cpus %1").arg(limits.cpus)
                             : QStringLiteral(" --cpus \"$(nproc)\"");
    return words + u' ' + shellQuoted(container);
}

QString told(const ResourceLimits &limits)
{
    const QString memory =
        limits.memoryBytes > 0
            ? ContainerSetLimitsStep::tr("%1 of memory").arg(limitText(limits.memoryBytes).toUpper())
            : ContainerSetLimitsStep::tr("any amount of memory");
    const QString cpus = limits.cpus > 0 ? ContainerSetLimitsStep::tr("%1 cores").arg(limits.cpus)
                                         : ContainerSetLimitsStep::tr("all cores");
    return ContainerSetLimitsStep::tr("%1 and %2").arg(memory, cpus);
}

} // namespace

StepText ContainerSetLimitsStep::describe(const QJsonObject &arguments) const
{
    const QString container = arguments.value(QStringLiteral("container")).toString();
    const ResourceLimits limits = limitsFromJson(arguments);
    return {tr("Let %1 use at most %2").arg(container, told(limits)), shellFor(container, limits)};
}

Result<QJsonObject> ContainerSetLimitsStep::prepare(const StepScope &scope) const
{
    return limitsNow(scope).map([](const ResourceLimits &limits) { return toJson(limits); });
}

Result<QJsonObject> ContainerSetLimitsStep::effect(const StepScope &scope, const QJsonObject &) const
{
    return set(scope, limitsFromJson(scope.arguments)).map([] { return QJsonObject(); });
}

Result<Observed> ContainerSetLimitsStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const auto now = limitsNow(scope);
    if (!now)
        return failure(now.error());
    if (isSame(*now, limitsFromJson(scope.arguments)))
        return Observed::Done;
    return isSame(*now, limitsFromJson(before)) ? Observed::NotDone : Observed::Unknown;
}

Result<> ContainerSetLimitsStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    return set(scope, limitsFromJson(before));
}

QString ContainerSetLimitsStep::putBackShell(const QJsonObject &arguments, const QJsonObject &before) const
{
    return shellFor(arguments.value(QStringLiteral("container")).toString(), limitsFromJson(before));
}

} // namespace pilothouse

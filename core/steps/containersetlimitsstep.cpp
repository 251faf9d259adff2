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

/// Swap counts where both say it, and where there is a limit of memory that it belongs to.
bool isSame(const ResourceLimits &one, const ResourceLimits &other)
{
    const bool isSwapSaid = one.memoryBytes > 0 && one.swapBytes != 0 && other.swapBytes != 0;
    return one.memoryBytes == other.memoryBytes && std::abs(one.cpus - other.cpus) < 0.001
           && (!isSwapSaid || one.swapBytes == other.swapBytes);
}

/// The limits of one container.
Result<> setOne(const ContainerAccess &access, const ResourceLimits &wanted, const OperationContext &context)
{
    const auto now = access.engine.inspect(access.container, context).map(limitsFromInspect);
    if (!now)
        return failure(now.error());
    const QJsonObject request = updateRequest(*now, wanted);
    return request.isEmpty() ? Result<>() : access.engine.setResources(access.container, request, context);
}

/// Of each container, by its id: what they were may differ.
Result<QJsonObject> eachNow(const StepScope &scope)
{
    const auto all = containersOf(scope.session.runtime(), scope.context);
    if (!all)
        return failure(all.error());
    QJsonObject each;
    for (const QString &container : all->containers) {
        const auto now = all->engine.inspect(container, scope.context).map(limitsFromInspect);
        if (!now)
            return failure(now.error());
        each.insert(container, toJson(*now));
    }
    return each;
}

/// All of them as wanted, or each as it was (one that came meanwhile as the first).
Result<> setAll(const StepScope &scope, const ResourceLimits &wanted, const QJsonObject &each)
{
    const auto all = containersOf(scope.session.runtime(), scope.context);
    if (!all)
        return failure(all.error());
    for (const QString &container : all->containers) {
        const ResourceLimits limits =
            each.contains(container) ? limitsFromJson(each.value(container).toObject()) : wanted;
        if (auto done = setOne({all->engine, container}, limits, scope.context); !done)
            return done;
    }
    return {};
}

QString limitWords(const ResourceLimits &limits)
{
    QString words;
    if (limits.memoryBytes > 0)
        words += QStringLiteral(" --memory %1").arg(limitText(limits.memoryBytes));
    if (limits.memoryBytes > 0 && limits.swapBytes != 0)
        words += QStringLiteral(" --memory-swap %1")
                     .arg(limits.swapBytes < 0 ? QStringLiteral("-1") : limitText(limits.swapBytes));
    else if (limits.memoryBytes == 0)
        words +=
            QStringLiteral(" --memory %1b --memory-swap %2b").arg(machineMemory()).arg(2 * machineMemory());
    return words
           + (limits.cpus > 0 ? QStringLiteral(" --cpus %1").arg(limits.cpus)
                              : QStringLiteral(" --cpus \"$(nproc)\""));
}

/// `arguments` of the word; of `containers`, by id or name.
QString shellFor(const QJsonObject &arguments, const QStringList &containers, const ResourceLimits &limits)
{
    QString words = arguments.value(QLatin1String("docker")).toString(QStringLiteral("docker"))
                    + QStringLiteral(" update") + limitWords(limits);
    for (const QString &one : containers)
        words += u' ' + shellQuoted(one);
    return words;
}

/// One command for all, or one for each where they differ.
QString shellForEach(const QJsonObject &arguments, const ResourceLimits &all, const QJsonObject &each)
{
    const QString names = arguments.value(QLatin1String("container")).toString();
    if (each.size() < 2)
        return shellFor(arguments, names.split(u' '), all);
    QStringList commands;
    for (auto one = each.begin(); one != each.end(); ++one)
        commands << shellFor(arguments, {one.key()}, limitsFromJson(one->toObject()));
    return commands.join(QStringLiteral(" && "));
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
    return {tr("Let %1 use at most %2").arg(container, told(limits)),
            shellForEach(arguments, limits, arguments.value(QStringLiteral("each")).toObject())};
}

Result<QJsonObject> ContainerSetLimitsStep::prepare(const StepScope &scope) const
{
    const auto each = eachNow(scope);
    if (!each)
        return failure(each.error());
    return limitsNow(scope).map([&each](const ResourceLimits &limits) {
        QJsonObject before = toJson(limits);
        before.insert(QStringLiteral("each"), *each);
        return before;
    });
}

Result<QJsonObject> ContainerSetLimitsStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const QJsonObject own = scope.arguments.value(QLatin1String("each")).toObject();
    return setAll(scope, limitsFromJson(scope.arguments), own).map([] { return QJsonObject(); });
}

Result<Observed> ContainerSetLimitsStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const auto each = eachNow(scope);
    if (!each && each.error().kind != ErrorKind::NotFound)
        return failure(each.error());
    // Of containers that are gone nothing can be said.
    if (!each || each->isEmpty())
        return Observed::Unknown;
    const QJsonObject own = scope.arguments.value(QLatin1String("each")).toObject();
    const QJsonObject was = before.value(QLatin1String("each")).toObject();
    qsizetype wantedCount = 0;
    qsizetype oldCount = 0;
    for (auto one = each->begin(); one != each->end(); ++one) {
        const ResourceLimits now = limitsFromJson(one->toObject());
        wantedCount += isSame(now, limitsFromJson(own.value(one.key()).toObject(scope.arguments))) ? 1 : 0;
        oldCount += isSame(now, limitsFromJson(was.value(one.key()).toObject(before))) ? 1 : 0;
    }
    if (wantedCount == each->size())
        return Observed::Done;
    if (oldCount == each->size())
        return Observed::NotDone;
    return wantedCount > 0 && each->size() > 1 ? Observed::Partly : Observed::Unknown;
}

Result<> ContainerSetLimitsStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    return setAll(scope, limitsFromJson(before), before.value(QLatin1String("each")).toObject());
}

QString ContainerSetLimitsStep::putBackShell(const QJsonObject &arguments, const QJsonObject &before) const
{
    return shellForEach(arguments, limitsFromJson(before), before.value(QStringLiteral("each")).toObject());
}

} // namespace pilothouse

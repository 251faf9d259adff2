// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/composerunstep.h"

#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "core/runtime/composeruntime.h"
#include "core/runtime/dockerstate.h"
#include "core/steps/argumenttext.h"

#include <algorithm>

namespace pilothouse {

namespace {

constexpr std::chrono::minutes RunToolTime{15}; // "up" may have to pull images

Result<const ComposeProject *> runProjectOf(const StepScope &scope)
{
    if (const auto *compose = dynamic_cast<const ComposeRuntime *>(&scope.session.runtime()))
        return &compose->project();
    return failure(withSubject(
        failure(ErrorKind::Refused, ComposeRunStep::tr("This instance is no service of a compose project."))
            .value(),
        scope.session.instance().name));
}

/// The containers that the step is about: id -> { service, isRunning, startedAt }.
Result<QJsonObject> containersNow(const StepScope &scope)
{
    const auto project = runProjectOf(scope);
    if (!project)
        return failure(project.error());
    const auto containers = (*project)->containers(scope.context);
    if (!containers)
        return failure(containers.error());
    const QString service = textOf(scope.arguments, "service");
    QJsonObject seen;
    for (const DockerContainer &container : *containers) {
        if (!service.isEmpty() && ComposeProject::serviceOf(container) != service)
            continue;
        const auto inspected = (*project)->engine().inspect(container.id, scope.context);
        if (!inspected && inspected.error().kind == ErrorKind::NotFound)
            continue; // it went while we looked
        if (!inspected)
            return failure(inspected.error());
        const ServiceStatus status = statusFromInspect(*inspected);
        const bool isRunning =
            status.state == ServiceState::Running || status.state == ServiceState::Starting;
        seen.insert(container.id,
                    QJsonObject{{QStringLiteral("service"), ComposeProject::serviceOf(container)},
                                {QStringLiteral("isRunning"), isRunning},
                                {QStringLiteral("startedAt"), toIso(status.startedAt)}});
    }
    return seen;
}

QStringList servicesOf(const QJsonObject &containers, bool wantsRunning)
{
    QStringList services;
    for (const QJsonValue &value : containers) {
        const QString service = textOf(value.toObject(), "service");
        if (value.toObject().value(QLatin1String("isRunning")).toBool() == wantsRunning
            && !services.contains(service))
            services << service;
    }
    return services;
}

Observed allOrSome(qsizetype done, qsizetype wanted)
{
    if (done == wanted && wanted > 0)
        return Observed::Done;
    return done == 0 ? Observed::NotDone : Observed::Partly;
}

qsizetype runningCount(const QJsonObject &containers)
{
    return std::count_if(containers.begin(), containers.end(), [](const QJsonValue &value) {
        return value.toObject().value(QLatin1String("isRunning")).toBool();
    });
}

Observed observedDown(const QJsonObject &before, const QJsonObject &now)
{
    return now.isEmpty() ? Observed::Done : allOrSome(before.size() - now.size(), before.size());
}

/// How many of the containers before run anew, or have another one in their place.
Observed observedAnew(const QJsonObject &before, const QJsonObject &now, bool wantsOther)
{
    qsizetype anew = 0;
    for (auto it = now.begin(); it != now.end(); ++it) {
        const bool isOther = !before.contains(it.key());
        const bool isLater =
            textOf(it->toObject(), "startedAt") != textOf(before.value(it.key()).toObject(), "startedAt");
        const bool runs = it->toObject().value(QLatin1String("isRunning")).toBool();
        anew += runs && (isOther || (!wantsOther && isLater)) ? 1 : 0;
    }
    if (now.isEmpty())
        return before.isEmpty() ? Observed::NotDone : Observed::Partly;
    return allOrSome(anew, now.size());
}

} // namespace

QStringList ComposeRunStep::words(const QString &verb, const QString &service)
{
    QStringList words;
    if (verb == QLatin1String("up"))
        words = {QStringLiteral("up"), QStringLiteral("--detach"), QStringLiteral("--no-recreate")};
    else if (verb == QLatin1String("recreate"))
        words = {QStringLiteral("up"), QStringLiteral("--detach"), QStringLiteral("--force-recreate")};
    else if (verb == QLatin1String("restart") || (verb == QLatin1String("down") && service.isEmpty()))
        words = {verb};
    else if (verb == QLatin1String("down")) // "down" itself is for whole projects
        return {QStringLiteral("rm"), QStringLiteral("--stop"), QStringLiteral("--force"), service};
    else
        return {};
    if (!service.isEmpty() && verb == QLatin1String("recreate"))
        words << QStringLiteral("--no-deps");
    if (!service.isEmpty())
        words << service;
    return words;
}

QString ComposeRunStep::name() const
{
    return QStringLiteral("compose.run");
}

StepText ComposeRunStep::describe(const QJsonObject &arguments) const
{
    const QString verb = textOf(arguments, "verb");
    const QString service = textOf(arguments, "service");
    const QString what = service.isEmpty() ? tr("the project %1").arg(textOf(arguments, "project")) : service;
    const QString shell = textOf(arguments, "shell");
    if (verb == QLatin1String("up"))
        return {tr("Create and start %1").arg(what), shell};
    if (verb == QLatin1String("down"))
        return {tr("Stop and remove %1").arg(what), shell};
    if (verb == QLatin1String("recreate"))
        return {tr("Replace the containers of %1").arg(what), shell};
    return {tr("Restart %1").arg(what), shell};
}

Result<QJsonObject> ComposeRunStep::prepare(const StepScope &scope) const
{
    if (words(textOf(scope.arguments, "verb"), textOf(scope.arguments, "service")).isEmpty())
        return failure(ErrorKind::BadInput, tr("The verb is up, down, restart or recreate."));
    const auto project = runProjectOf(scope);
    if (!project)
        return failure(project.error());
    if (const auto files = (*project)->files(scope.context); !files)
        return failure(files.error());
    return containersNow(scope).map([](const QJsonObject &seen) {
        return QJsonObject{{QStringLiteral("containers"), seen}};
    });
}

Result<QJsonObject> ComposeRunStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const auto project = runProjectOf(scope);
    if (!project)
        return failure(project.error());
    const auto ran =
        (*project)->run(words(textOf(scope.arguments, "verb"), textOf(scope.arguments, "service")),
                        RunToolTime, scope.context);
    if (!ran)
        return failure(ran.error());
    return QJsonObject();
}

Result<Observed> ComposeRunStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const auto now = containersNow(scope);
    if (!now)
        return failure(now.error());
    const QJsonObject was = before.value(QLatin1String("containers")).toObject();
    const QString verb = textOf(scope.arguments, "verb");
    if (verb == QLatin1String("down"))
        return observedDown(was, *now);
    if (verb == QLatin1String("up"))
        return allOrSome(runningCount(*now), now->size());
    return observedAnew(was, *now, verb == QLatin1String("recreate"));
}

Result<> ComposeRunStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const auto project = runProjectOf(scope);
    if (!project)
        return failure(project.error());
    const auto now = containersNow(scope);
    if (!now)
        return failure(now.error());
    const QJsonObject was = before.value(QLatin1String("containers")).toObject();
    const QStringList ran = servicesOf(was, true);
    QStringList extra;
    for (const QString &service : servicesOf(*now, true)) {
        if (!ran.contains(service))
            extra << service;
    }
    if (!ran.isEmpty()) {
        const QStringList up{QStringLiteral("up"), QStringLiteral("--detach"),
                             QStringLiteral("--no-recreate")};
        if (auto started = (*project)->run(up + ran, RunToolTime, scope.context); !started)
            return failure(started.error());
    }
    if (extra.isEmpty())
        return {};
    return (*project)
        ->run(QStringList{QStringLiteral("stop")} + extra, RunToolTime, scope.context)
        .map([](const ProcessOutput &) {});
}

QString ComposeRunStep::putBackShell(const QJsonObject &arguments, const QJsonObject &before) const
{
    const QStringList ran = servicesOf(before.value(QLatin1String("containers")).toObject(), true);
    const QString back = textOf(arguments, "backShell");
    return ran.isEmpty() || back.isEmpty() ? QString() : back + u' ' + ran.join(u' ');
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/serviceword.h"

#include "core/base/units.h"
#include "core/instances/instancesession.h"

#include <thread>

namespace pilothouse {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds StaysStopped{500}; // what restarts at once does it within this
constexpr milliseconds StateLookInterval{100};
constexpr milliseconds PollInterval{50};

} // namespace

bool pauseUnlessCancelled(milliseconds time, const OperationContext &context)
{
    const auto end = std::chrono::steady_clock::now() + time;
    while (std::chrono::steady_clock::now() < end) {
        if (context.isCancelled())
            return false;
        std::this_thread::sleep_for(std::min(time, PollInterval));
    }
    return true;
}

QString ServiceWord::serviceName(const QJsonObject &arguments)
{
    const QString name = arguments.value(QLatin1String("service")).toString();
    return name.isEmpty() ? tr("the service") : name;
}

QString ServiceWord::shell(const QJsonObject &arguments)
{
    return arguments.value(QLatin1String("shell")).toString();
}

QString ServiceWord::putBackShell(const QJsonObject &arguments, const QJsonObject &) const
{
    return arguments.value(QLatin1String("backShell")).toString();
}

ServiceRuntime &ServiceWord::runtime(const StepScope &scope)
{
    return scope.session.runtime();
}

Result<QJsonObject> ServiceWord::statusBefore(const StepScope &scope)
{
    if (!runtime(scope).canControl())
        return failure(withSubject(
            failure(ErrorKind::Refused, tr("Pilothouse cannot start or stop this service.")).value(),
            scope.session.instance().name));
    const auto status = runtime(scope).status(scope.context);
    if (!status)
        return failure(status.error());
    return QJsonObject{{QStringLiteral("state"), serviceStateName(status->state)},
                       {QStringLiteral("identity"), status->identity},
                       {QStringLiteral("startedAt"), toIso(status->startedAt)},
                       {QStringLiteral("wasRunning"), isUp(status->state)}};
}

bool ServiceWord::wasRunning(const QJsonObject &before)
{
    return before.value(QLatin1String("wasRunning")).toBool();
}

bool ServiceWord::isUp(ServiceState state)
{
    return state == ServiceState::Running || state == ServiceState::Starting
           || state == ServiceState::Restarting || state == ServiceState::Paused;
}

Result<Observed> ServiceWord::observeUp(const StepScope &scope, bool wanted)
{
    const auto status = runtime(scope).status(scope.context);
    if (!status)
        return failure(status.error());
    if (status->state == ServiceState::Unknown)
        return Observed::Unknown;
    return isUp(status->state) == wanted ? Observed::Done : Observed::NotDone;
}

Result<StopOutcome> ServiceWord::stopForGood(const StepScope &scope, milliseconds grace)
{
    auto outcome = runtime(scope).stop(grace, scope.context);
    if (!outcome)
        return outcome;
    const auto end = std::chrono::steady_clock::now() + StaysStopped;
    while (std::chrono::steady_clock::now() < end) {
        const auto status = runtime(scope).status(scope.context);
        if (!status)
            return failure(status.error());
        if (isUp(status->state))
            return failure(withSubject(
                failure(ErrorKind::Refused,
                        tr("The service was stopped, but something started it again at once."))
                    .value(),
                scope.session.instance().name, tr("Find what supervises it and stop that first.")));
        if (!pauseUnlessCancelled(StateLookInterval, scope.context))
            return failure(ErrorKind::Cancelled,
                           tr("The operation was cancelled after the service had stopped."));
    }
    return outcome;
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/servicerestartstep.h"

#include <algorithm>

namespace pilothouse {

QString ServiceRestartStep::name() const
{
    return QStringLiteral("service.restart");
}

StepText ServiceRestartStep::describe(const QJsonObject &arguments) const
{
    return {tr("Restart %1").arg(serviceName(arguments)), shell(arguments)};
}

Result<QJsonObject> ServiceRestartStep::prepare(const StepScope &scope) const
{
    return statusBefore(scope);
}

Result<QJsonObject> ServiceRestartStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const std::chrono::milliseconds grace(scope.arguments.value(QLatin1String("graceMs")).toInt());
    const auto outcome = runtime(scope).stop(grace, scope.context);
    if (!outcome)
        return failure(outcome.error());
    if (auto started = runtime(scope).start(scope.context); !started)
        return failure(started.error());
    return QJsonObject{{QStringLiteral("wasKilled"), outcome->wasKilled}};
}

Result<Observed> ServiceRestartStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const auto now = statusBefore(scope);
    if (!now)
        return failure(now.error());
    if (!wasRunning(*now))
        return wasRunning(before) ? Observed::Partly : Observed::NotDone;
    const QStringList marks{QStringLiteral("identity"), QStringLiteral("startedAt")};
    const bool isAnotherRun = std::any_of(marks.begin(), marks.end(), [&](const QString &mark) {
        return now->value(mark) != before.value(mark);
    });
    return isAnotherRun ? Observed::Done : Observed::NotDone;
}

Result<> ServiceRestartStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    if (wasRunning(before))
        return runtime(scope).start(scope.context); // where the restart got no further than the stop
    return stopForGood(scope, {}).map([](const StopOutcome &) {});
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/servicestopstep.h"

namespace pilothouse {

QString ServiceStopStep::name() const
{
    return QStringLiteral("service.stop");
}

StepText ServiceStopStep::describe(const QJsonObject &arguments) const
{
    return {tr("Stop %1").arg(serviceName(arguments)), shell(arguments)};
}

Result<QJsonObject> ServiceStopStep::prepare(const StepScope &scope) const
{
    return statusBefore(scope);
}

Result<QJsonObject> ServiceStopStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const std::chrono::milliseconds grace(scope.arguments.value(QLatin1String("graceMs")).toInt());
    const auto outcome = stopForGood(scope, grace);
    if (!outcome)
        return failure(outcome.error());
    QJsonObject outputs{{QStringLiteral("wasRunning"), outcome->wasRunning},
                        {QStringLiteral("wasKilled"), outcome->wasKilled}};
    if (outcome->exitCode)
        outputs.insert(QStringLiteral("exitCode"), *outcome->exitCode);
    return outputs;
}

Result<Observed> ServiceStopStep::observe(const StepScope &scope, const QJsonObject &) const
{
    return observeUp(scope, false);
}

Result<> ServiceStopStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    return wasRunning(before) ? runtime(scope).start(scope.context) : Result<>();
}

QString ServiceStopStep::putBackShell(const QJsonObject &arguments, const QJsonObject &before) const
{
    return wasRunning(before) ? ServiceWord::putBackShell(arguments, before) : QString();
}

} // namespace pilothouse

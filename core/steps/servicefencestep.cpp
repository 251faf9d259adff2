// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/servicefencestep.h"

namespace pilothouse {

QString ServiceFenceStep::name() const
{
    return QStringLiteral("service.fence");
}

StepText ServiceFenceStep::describe(const QJsonObject &arguments) const
{
    return {tr("Keep %1 from being started by anything else").arg(serviceName(arguments)), shell(arguments)};
}

Result<QJsonObject> ServiceFenceStep::prepare(const StepScope &scope) const
{
    const auto state = runtime(scope).fenceState(scope.context);
    if (!state)
        return failure(state.error());
    return statusBefore(scope).map([&state](QJsonObject before) {
        before.insert(QStringLiteral("before"), *state);
        return before;
    });
}

Result<QJsonObject> ServiceFenceStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    if (auto fenced = runtime(scope).fence(scope.context); !fenced)
        return failure(fenced.error());
    return QJsonObject{{QStringLiteral("before"), before.value(QLatin1String("before"))}};
}

Result<Observed> ServiceFenceStep::observe(const StepScope &scope, const QJsonObject &) const
{
    return runtime(scope).isFenced(scope.context).map([](bool isFenced) {
        return isFenced ? Observed::Done : Observed::NotDone;
    });
}

Result<> ServiceFenceStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    auto opened = runtime(scope).unfence(before.value(QLatin1String("before")).toObject(), scope.context);
    if (!opened || !wasRunning(before))
        return opened;
    // A restart from outside was stopped halfway by the fence: nothing else starts it again.
    const auto status = runtime(scope).status(scope.context);
    if (!status)
        return failure(status.error());
    return status->state == ServiceState::Stopped ? runtime(scope).start(scope.context) : Result<>();
}

QString ServiceFenceStep::putBackShell(const QJsonObject &arguments, const QJsonObject &before) const
{
    const QJsonObject state = before.value(QLatin1String("before")).toObject();
    QString policy = state.value(QLatin1String("restartPolicy")).toString();
    const int retries = state.value(QLatin1String("maximumRetries")).toInt();
    if (retries > 0)
        policy += u':' + QString::number(retries);
    return ServiceWord::putBackShell(arguments, before)
        .replace(QLatin1String("\"$POLICY_BEFORE\""), shellQuoted(policy));
}

} // namespace pilothouse

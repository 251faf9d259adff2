// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/serviceunfencestep.h"

namespace pilothouse {

QString ServiceUnfenceStep::name() const
{
    return QStringLiteral("service.unfence");
}

StepText ServiceUnfenceStep::describe(const QJsonObject &arguments) const
{
    return {tr("Let %1 be started by others again").arg(serviceName(arguments)), shell(arguments)};
}

Result<QJsonObject> ServiceUnfenceStep::prepare(const StepScope &scope) const
{
    const auto isFenced = runtime(scope).isFenced(scope.context);
    if (!isFenced)
        return failure(isFenced.error());
    return QJsonObject{{QStringLiteral("isFenced"), *isFenced}};
}

Result<QJsonObject> ServiceUnfenceStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const QJsonObject state = scope.arguments.value(QLatin1String("before")).toObject();
    if (auto opened = runtime(scope).unfence(state, scope.context); !opened)
        return failure(opened.error());
    return QJsonObject();
}

Result<Observed> ServiceUnfenceStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const auto now = runtime(scope).fenceState(scope.context);
    if (!now)
        return failure(now.error());
    return *now == scope.arguments.value(QLatin1String("before")).toObject() ? Observed::Done
                                                                             : Observed::NotDone;
}

Result<> ServiceUnfenceStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    if (!before.value(QLatin1String("isFenced")).toBool())
        return {};
    return runtime(scope).fence(scope.context);
}

} // namespace pilothouse

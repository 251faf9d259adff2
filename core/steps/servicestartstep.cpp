// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/servicestartstep.h"

namespace pilothouse {

QString ServiceStartStep::name() const
{
    return QStringLiteral("service.start");
}

StepText ServiceStartStep::describe(const QJsonObject &arguments) const
{
    return {tr("Start %1").arg(serviceName(arguments)), shell(arguments)};
}

Result<QJsonObject> ServiceStartStep::prepare(const StepScope &scope) const
{
    return statusBefore(scope);
}

Result<QJsonObject> ServiceStartStep::effect(const StepScope &scope, const QJsonObject &) const
{
    if (auto started = runtime(scope).start(scope.context); !started)
        return failure(started.error());
    return statusBefore(scope);
}

Result<Observed> ServiceStartStep::observe(const StepScope &scope, const QJsonObject &) const
{
    return observeUp(scope, true);
}

Result<> ServiceStartStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    if (wasRunning(before))
        return {};
    return stopForGood(scope, {}).map([](const StopOutcome &) {});
}

QString ServiceStartStep::putBackShell(const QJsonObject &arguments, const QJsonObject &before) const
{
    return wasRunning(before) ? QString() : ServiceWord::putBackShell(arguments, before);
}

} // namespace pilothouse

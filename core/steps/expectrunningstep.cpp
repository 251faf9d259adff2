// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/expectrunningstep.h"

#include "core/instances/instancesession.h"

namespace pilothouse {

QString ExpectRunningStep::name() const
{
    return QStringLiteral("expect.running");
}

StepText ExpectRunningStep::describe(const QJsonObject &arguments) const
{
    return {tr("Look whether %1 runs").arg(serviceName(arguments)), {}};
}

Result<QJsonObject> ExpectRunningStep::prepare(const StepScope &) const
{
    return QJsonObject();
}

Result<QJsonObject> ExpectRunningStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const auto status = runtime(scope).status(scope.context);
    if (!status)
        return failure(status.error());
    if (isUp(status->state))
        return QJsonObject();
    return failure(Error{ErrorKind::Refused,
                         scope.session.instance().name,
                         tr("The service is not running."),
                         tr("Look at its data, then start it."),
                         {}});
}

Result<Observed> ExpectRunningStep::observe(const StepScope &scope, const QJsonObject &) const
{
    return observeUp(scope, true);
}

Result<> ExpectRunningStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

} // namespace pilothouse

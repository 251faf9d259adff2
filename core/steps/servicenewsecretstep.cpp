// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/servicenewsecretstep.h"

#include "core/instances/instancesession.h"
#include "core/steps/secretchange.h"

namespace pilothouse {

namespace {

QString serviceSecretText(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

} // namespace

StepText ServiceNewSecretStep::describe(const QJsonObject &arguments) const
{
    const QString variable = serviceSecretText(arguments, "variable");
    const QString title = serviceSecretText(arguments, "of").isEmpty()
                              ? tr("Give %1 a new random %2").arg(serviceName(arguments), variable)
                              : tr("Give %1 its old %2 again").arg(serviceName(arguments), variable);
    return {title, shell(arguments)};
}

Result<QJsonObject> ServiceNewSecretStep::prepare(const StepScope &scope) const
{
    return SecretPlace::lineFor(runtime(scope), serviceSecretText(scope.arguments, "variable"), scope.context)
        .and_then([&](const SecretPlace::Line &line) -> Result<QJsonObject> {
            if (line.file == serviceSecretText(scope.arguments, "file"))
                return QJsonObject{
                    {QStringLiteral("kept"), SecretChange::keptFile(scope.session, scope.operation)}};
            return failure(ErrorKind::Refused, tr("The service takes its secrets from another file now."));
        });
}

Result<QJsonObject> ServiceNewSecretStep::effect(const StepScope &scope, const QJsonObject &) const
{
    return SecretChange(scope).apply().map([] { return QJsonObject(); });
}

Result<Observed> ServiceNewSecretStep::observe(const StepScope &scope, const QJsonObject &) const
{
    return SecretChange(scope).observe();
}

Result<> ServiceNewSecretStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    return SecretChange(scope).putBack();
}

QStringList ServiceNewSecretStep::keptFiles(const QJsonObject &, const QJsonObject &before) const
{
    return {tr("%1 (the secret before)").arg(serviceSecretText(before, "kept"))};
}

StepText ExpectNewSecretStep::describe(const QJsonObject &arguments) const
{
    return {
        tr("%1 runs with the new %2").arg(serviceName(arguments), serviceSecretText(arguments, "variable")),
        {}};
}

Result<QJsonObject> ExpectNewSecretStep::prepare(const StepScope &) const
{
    return QJsonObject();
}

Result<QJsonObject> ExpectNewSecretStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const auto isInEffect = SecretChange(scope).isInEffect();
    if (!isInEffect)
        return failure(isInEffect.error());
    if (*isInEffect)
        return QJsonObject();
    return failure(Error{ErrorKind::Refused,
                         scope.session.instance().name,
                         tr("The service runs with another %1 than it was given: something else sets it.")
                             .arg(serviceSecretText(scope.arguments, "variable")),
                         tr("Look for it in the command of the service and in the files that it reads."),
                         {}});
}

Result<Observed> ExpectNewSecretStep::observe(const StepScope &scope, const QJsonObject &) const
{
    return SecretChange(scope).isInEffect().map(
        [](bool isInEffect) { return isInEffect ? Observed::Done : Observed::NotDone; });
}

Result<> ExpectNewSecretStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

} // namespace pilothouse

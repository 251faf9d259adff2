// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/serviceaddvariablesstep.h"

namespace pilothouse {

namespace {

VariableMap variablesOf(const QJsonObject &arguments)
{
    return variablesFromJson(arguments.value(QLatin1String("variables")).toObject());
}

} // namespace

QJsonObject toJson(const VariableMap &variables)
{
    QJsonObject object;
    for (auto variable = variables.begin(); variable != variables.end(); ++variable)
        object.insert(variable.key(), variable.value());
    return object;
}

VariableMap variablesFromJson(const QJsonObject &object)
{
    VariableMap variables;
    for (auto variable = object.begin(); variable != object.end(); ++variable)
        variables.insert(variable.key(), variable.value().toString());
    return variables;
}

StepText ServiceAddVariablesStep::describe(const QJsonObject &arguments) const
{
    QStringList words;
    const VariableMap variables = variablesOf(arguments);
    for (auto variable = variables.begin(); variable != variables.end(); ++variable)
        words << variable.key() + u'=' + variable.value();
    const QString title =
        words.isEmpty() ? tr("Start %1 with its own environment again").arg(serviceName(arguments))
                        : tr("Start %1 with %2 from now on").arg(serviceName(arguments), words.join(u' '));
    return {title, shell(arguments)};
}

Result<QJsonObject> ServiceAddVariablesStep::prepare(const StepScope &scope) const
{
    return runtime(scope).addedVariables(scope.context).map([](const VariableMap &variables) {
        return QJsonObject{{QStringLiteral("variables"), toJson(variables)}};
    });
}

Result<QJsonObject> ServiceAddVariablesStep::effect(const StepScope &scope, const QJsonObject &) const
{
    return runtime(scope).setAddedVariables(variablesOf(scope.arguments), scope.context).map([] {
        return QJsonObject();
    });
}

Result<Observed> ServiceAddVariablesStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const auto now = runtime(scope).addedVariables(scope.context);
    if (!now)
        return failure(now.error());
    if (*now == variablesOf(scope.arguments))
        return Observed::Done;
    return *now == variablesOf(before) ? Observed::NotDone : Observed::Unknown;
}

Result<> ServiceAddVariablesStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    return runtime(scope).setAddedVariables(variablesOf(before), scope.context);
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/serviceaddvariablesstep.h"

#include "core/runtime/addedvariables.h"

namespace pilothouse {

namespace {

VariableChanges changesOf(const QJsonObject &object)
{
    return changesFromJson(object.value(QLatin1String("variables")).toObject());
}

/// What the changed variables are now; the others are nobody's business.
VariableChanges valuesNow(const VariableMap &variables, const VariableChanges &changes)
{
    VariableChanges values;
    for (const QString &name : changes.keys())
        values.insert(name, variables.contains(name) ? std::optional(variables.value(name)) : std::nullopt);
    return values;
}

/// The way back: a variable that was not set is not in the journal.
VariableChanges wayBack(const QJsonObject &arguments, const QJsonObject &before)
{
    const VariableChanges old = changesOf(before);
    VariableChanges back;
    for (const QString &name : changesOf(arguments).keys())
        back.insert(name, old.value(name));
    return back;
}

Result<> apply(ServiceRuntime &runtime, const VariableChanges &changes, const OperationContext &context)
{
    const auto now = runtime.addedVariables(context);
    return now ? runtime.setAddedVariables(changed(*now, changes), context) : failure(now.error());
}

} // namespace

QJsonObject toJson(const VariableChanges &changes)
{
    QJsonObject object;
    for (auto change = changes.begin(); change != changes.end(); ++change)
        object.insert(change.key(), change.value() ? QJsonValue(*change.value()) : QJsonValue());
    return object;
}

VariableChanges changesFromJson(const QJsonObject &object)
{
    VariableChanges changes;
    for (auto change = object.begin(); change != object.end(); ++change)
        changes.insert(change.key(),
                       change.value().isString() ? std::optional(change.value().toString()) : std::nullopt);
    return changes;
}

StepText ServiceAddVariablesStep::describe(const QJsonObject &arguments) const
{
    QStringList words;
    QStringList gone;
    const VariableChanges changes = changesOf(arguments);
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (change.value())
            words << change.key() + u'=' + *change.value();
        else
            gone << change.key();
    }
    const QString title =
        words.isEmpty()
            ? tr("Start %1 without our %2 from now on").arg(serviceName(arguments), gone.join(u' '))
            : tr("Start %1 with %2 from now on").arg(serviceName(arguments), words.join(u' '));
    return {title, shell(arguments)};
}

Result<QJsonObject> ServiceAddVariablesStep::prepare(const StepScope &scope) const
{
    const VariableChanges changes = changesOf(scope.arguments);
    return runtime(scope).addedVariables(scope.context).map([&changes](const VariableMap &variables) {
        VariableChanges values = valuesNow(variables, changes);
        values.removeIf([](VariableChanges::iterator one) { return !one.value(); });
        return QJsonObject{{QStringLiteral("variables"), toJson(values)}};
    });
}

Result<QJsonObject> ServiceAddVariablesStep::effect(const StepScope &scope, const QJsonObject &) const
{
    return apply(runtime(scope), changesOf(scope.arguments), scope.context).map([] { return QJsonObject(); });
}

Result<Observed> ServiceAddVariablesStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const auto now = runtime(scope).addedVariables(scope.context);
    if (!now)
        return failure(now.error());
    const VariableChanges wanted = changesOf(scope.arguments);
    const VariableChanges values = valuesNow(*now, wanted);
    if (values == wanted)
        return Observed::Done;
    return values == wayBack(scope.arguments, before) ? Observed::NotDone : Observed::Unknown;
}

Result<> ServiceAddVariablesStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    return apply(runtime(scope), wayBack(scope.arguments, before), scope.context);
}

} // namespace pilothouse

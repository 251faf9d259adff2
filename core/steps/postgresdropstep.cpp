// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/postgresdropstep.h"

#include "core/process/commandline.h"

#include <QJsonArray>

namespace pilothouse {
namespace {

QStringList namesOf(const QJsonObject &arguments)
{
    return arguments.value(QLatin1String("names")).toVariant().toStringList();
}

} // namespace

StepText PostgresDropStep::describe(const QJsonObject &arguments) const
{
    QStringList commands;
    for (const QString &name : namesOf(arguments))
        commands << QStringLiteral("%1%2").arg(shellTool("dropdb", arguments), shellQuoted(name));
    return {tr("Remove the database %1").arg(namesOf(arguments).join(QStringLiteral(", "))),
            commands.join(QStringLiteral(" && "))};
}

Result<QJsonObject> PostgresDropStep::prepare(const StepScope &scope) const
{
    const auto way = given(scope);
    if (!way)
        return tl::unexpected(way.error());
    auto connection = aside(scope);
    if (!connection)
        return tl::unexpected(connection.error());
    const DatabaseTwin twin(*connection, scope.context);
    QJsonObject numbers;
    for (const QString &name : namesOf(scope.arguments)) {
        if (!isOwnName(name) || name == way->connection.database)
            return failure(ErrorKind::Refused, tr("This database is not one that may be removed here."),
                           name);
        const auto traits = twin.traits(name);
        if (!traits)
            return tl::unexpected(traits.error());
        if (*traits)
            numbers.insert(name, (*traits)->oid);
    }
    return QJsonObject{{QStringLiteral("numbers"), numbers}};
}

Result<QJsonObject> PostgresDropStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    auto connection = aside(scope);
    if (!connection)
        return tl::unexpected(connection.error());
    const DatabaseTwin twin(*connection, scope.context);
    const QJsonObject numbers = before.value(QStringLiteral("numbers")).toObject();
    for (const QString &name : numbers.keys()) {
        const auto traits = twin.traits(name);
        if (!traits)
            return tl::unexpected(traits.error());
        if (*traits && (*traits)->oid != numbers.value(name).toInteger())
            return failure(ErrorKind::Refused, tr("Another database has this name now."), name);
        if (Result<> dropped = twin.drop(name); !dropped)
            return tl::unexpected(withSubject(dropped.error(), name));
    }
    return QJsonObject();
}

Result<Observed> PostgresDropStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    auto connection = aside(scope);
    if (!connection)
        return tl::unexpected(connection.error());
    const DatabaseTwin twin(*connection, scope.context);
    const QJsonObject numbers = before.value(QStringLiteral("numbers")).toObject();
    qsizetype left = 0;
    for (const QString &name : numbers.keys()) {
        const auto now = twin.nameOf(numbers.value(name).toInteger());
        if (!now)
            return tl::unexpected(now.error());
        left += now->isEmpty() ? 0 : 1;
    }
    if (left == 0)
        return Observed::Done;
    return left == numbers.size() ? Observed::NotDone : Observed::Partly;
}

Result<> PostgresDropStep::compensate(const StepScope &, const QJsonObject &) const
{
    return failure(ErrorKind::NeedsOperator, tr("A removed database cannot be brought back."));
}

} // namespace pilothouse

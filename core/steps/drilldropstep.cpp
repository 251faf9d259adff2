// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/drilldropstep.h"

#include "core/process/commandline.h"

namespace pilothouse {

StepText DrillDropStep::describe(const QJsonObject &arguments) const
{
    return {tr("Remove the database %1").arg(text(arguments, "name")),
            QStringLiteral("%1%2").arg(shellTool("dropdb", arguments), shellQuoted(text(arguments, "name")))};
}

Result<QJsonObject> DrillDropStep::prepare(const StepScope &scope) const
{
    const QString name = text(scope.arguments, "name");
    const auto way = given(scope);
    if (!way)
        return tl::unexpected(way.error());
    if (name == way->connection.database
        || name != scratchDatabase(text(scope.arguments, "live"), scope.operation))
        return failure(ErrorKind::Refused, tr("This database does not belong to the drill."), name);
    return QJsonObject();
}

Result<QJsonObject> DrillDropStep::effect(const StepScope &scope, const QJsonObject &) const
{
    auto connection = aside(scope);
    if (!connection)
        return tl::unexpected(connection.error());
    return DatabaseTwin(*connection, scope.context).drop(text(scope.arguments, "name")).map([] {
        return QJsonObject();
    });
}

Result<Observed> DrillDropStep::observe(const StepScope &scope, const QJsonObject &) const
{
    auto connection = aside(scope);
    if (!connection)
        return tl::unexpected(connection.error());
    return DatabaseTwin(*connection, scope.context)
        .traits(text(scope.arguments, "name"))
        .map([](const std::optional<DatabaseTraits> &there) {
            return there ? Observed::NotDone : Observed::Done;
        });
}

/// Nobody misses it.
Result<> DrillDropStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/postgreschangerows.h"

#include "core/instances/postgresaccess.h"
#include "core/plan/stepregistry.h"
#include "core/postgres/postgresrows.h"
#include "core/steps/rowstates.h"

namespace pilothouse {

namespace {

QString databaseOf(const QJsonObject &arguments)
{
    return arguments.value(QStringLiteral("database")).toString();
}

Result<QList<RowChange>> changesIn(const QJsonObject &object)
{
    const auto changes = rowChangesFromJson(object.value(QStringLiteral("changes")).toArray());
    if (changes && changes->isEmpty())
        return failure(ErrorKind::BadInput, SqliteEngine::tr("The step names no rows."));
    return changes;
}

Result<PostgresConnection> connect(const PostgresAccess &servers, const StepScope &scope, bool isReadOnly)
{
    PostgresLimits limits;
    limits.isReadOnly = isReadOnly;
    return servers.open(scope.session, databaseOf(scope.arguments), limits, scope.context);
}

/// The changes of `before` by how their rows are now, over an open connection.
Result<RowStates> statesNow(PostgresConnection &connection, const QJsonObject &before,
                            const OperationContext &context)
{
    const auto changes = changesIn(before);
    if (!changes)
        return failure(changes.error());
    return PostgresRowEditor(connection).read(*changes, context).map([&](const QList<RowChange> &now) {
        return rowStates(*changes, now, {});
    });
}

} // namespace

QString PostgresChangeRows::name() const
{
    return QStringLiteral("postgres.change-rows");
}

StepText PostgresChangeRows::describe(const QJsonObject &arguments) const
{
    const QJsonArray changes = arguments.value(QStringLiteral("changes")).toArray();
    QStringList tables;
    for (const QJsonValue &change : changes)
        tables << change.toObject().value(QStringLiteral("table")).toString();
    tables.removeDuplicates();
    return {tr("Change %n row(s) of %1", nullptr, static_cast<int>(changes.size()))
                .arg(tables.join(QStringLiteral(", "))),
            {}};
}

Result<QJsonObject> PostgresChangeRows::prepare(const StepScope &scope) const
{
    const auto planned = changesIn(scope.arguments);
    if (!planned)
        return failure(planned.error());
    auto connection = connect(m_servers, scope, true);
    if (!connection)
        return failure(connection.error());
    const auto found = PostgresRowEditor(*connection).read(*planned, scope.context);
    if (!found)
        return failure(found.error());
    for (qsizetype index = 0; index < found->size(); ++index) {
        if (auto checked = checkRowStart(planned->at(index), found->at(index)); !checked)
            return failure(checked.error());
    }
    return QJsonObject{{QStringLiteral("changes"), rowChangesToJson(*found)}};
}

Result<QJsonObject> PostgresChangeRows::effect(const StepScope &scope, const QJsonObject &before) const
{
    auto connection = connect(m_servers, scope, false);
    if (!connection)
        return failure(connection.error());
    const auto states = statesNow(*connection, before, scope.context);
    if (!states)
        return failure(states.error());
    if (!states->foreign.isEmpty())
        return rowsChangedSince(ErrorKind::Refused, states->foreign, tr("Look at the rows and start again."));
    if (!states->old.isEmpty()) {
        const auto changed = PostgresRowEditor(*connection).change(states->old, scope.context);
        if (!changed)
            return failure(changed.error());
    }
    return QJsonObject{{QStringLiteral("rows"), states->old.size() + states->done.size()}};
}

Result<Observed> PostgresChangeRows::observe(const StepScope &scope, const QJsonObject &before) const
{
    auto connection = connect(m_servers, scope, true);
    if (!connection)
        return failure(connection.error());
    return statesNow(*connection, before, scope.context).map([](const RowStates &states) {
        if (!states.foreign.isEmpty() && !states.isUntouched())
            return Observed::Unknown;
        if (states.old.isEmpty())
            return Observed::Done;
        return states.done.isEmpty() ? Observed::NotDone : Observed::Partly;
    });
}

Result<> PostgresChangeRows::compensate(const StepScope &scope, const QJsonObject &before) const
{
    auto connection = connect(m_servers, scope, false);
    if (!connection)
        return failure(connection.error());
    const auto states = statesNow(*connection, before, scope.context);
    if (!states)
        return failure(states.error());
    if (states->isUntouched())
        return {};
    if (!states->foreign.isEmpty())
        return rowsChangedSince(
            ErrorKind::NeedsOperator, states->foreign,
            tr("Nothing was put back. The rows as they were are in the journal of the operation."));
    const QList<RowChange> back = waysBack(*states);
    if (back.isEmpty())
        return {};
    return PostgresRowEditor(*connection).change(back, scope.context);
}

void addServerRowSteps(StepRegistry &steps, const PostgresAccess &servers)
{
    steps.add(std::make_unique<PostgresChangeRows>(servers));
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/expectclusterstep.h"

#include "core/base/units.h"
#include "core/postgres/dumpfacts.h"
#include "core/postgres/postgresrow.h"

#include <QJsonArray>

namespace pilothouse {
namespace {

constexpr std::chrono::hours ClusterCountTime{2};
constexpr std::chrono::minutes ClusterAssertTime{10};
constexpr int MostShownCounts = 200;

constexpr char ClusterStateSql[] = R"(
SELECT pg_is_in_recovery(), (extract(epoch FROM pg_last_xact_replay_timestamp()) * 1000)::bigint,
       (SELECT c.relname::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
         WHERE NOT i.indisvalid LIMIT 1))";

} // namespace

StepText ExpectClusterStep::describe(const QJsonObject &arguments) const
{
    const QString folder = text(arguments, "folder");
    return {folder.isEmpty() ? tr("Read %1 through on the live server").arg(text(arguments, "name"))
                             : tr("Read %1 through in the restored copy").arg(text(arguments, "name")),
            {}};
}

Result<QJsonObject> ExpectClusterStep::prepare(const StepScope &) const
{
    return QJsonObject();
}

Result<QJsonObject> ExpectClusterStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const bool isLive = text(scope.arguments, "folder").isEmpty();
    auto server = isLive ? openLive(scope, true) : openBeside(scope);
    if (!server)
        return tl::unexpected(server.error());
    const auto state = server->run(queryOf(ClusterStateSql), scope.context);
    if (!state)
        return tl::unexpected(state.error());
    PostgresRow row(state->rows.value(0));
    const bool isInRecovery = row.flag();
    const QDateTime reached = row.moment();
    const QString invalid = row.text();
    if (isLive && isInRecovery)
        return failure(ErrorKind::BadData, tr("The server is still in recovery."));
    if (!invalid.isEmpty())
        return failure(ErrorKind::BadData, tr("The index %1 is not valid.").arg(invalid));
    if (auto held = assertAll(scope, *server); !held)
        return tl::unexpected(held.error());
    return countAll(scope, *server).map([&reached](QJsonObject outputs) {
        if (reached.isValid())
            outputs.insert(QStringLiteral("lastChange"), toIso(reached));
        return outputs;
    });
}

Result<QJsonObject> ExpectClusterStep::countAll(const StepScope &scope, PostgresConnection &server) const
{
    const auto tables = dumpTables(server, scope.context);
    if (!tables)
        return tl::unexpected(tables.error());
    qint64 sum = 0;
    QJsonObject counts;
    for (const DumpTable &table : *tables) {
        const auto rows = server.value(
            {"SELECT count(*) FROM ONLY " + table.quoted.toUtf8(), {}, ClusterCountTime, 0}, scope.context);
        if (!rows)
            return tl::unexpected(withSubject(rows.error(), table.quoted));
        sum += rows->toLongLong();
        if (counts.size() < MostShownCounts)
            counts.insert(table.quoted, rows->toLongLong());
    }
    return QJsonObject{{QStringLiteral("tables"), tables->size()},
                       {QStringLiteral("rows"), sum},
                       {QStringLiteral("counts"), counts}};
}

Result<> ExpectClusterStep::assertAll(const StepScope &scope, PostgresConnection &server) const
{
    for (const QJsonValue &value : scope.arguments.value(QLatin1String("assertions")).toArray()) {
        const QString title = text(value.toObject(), "title");
        const auto found = server.value({text(value.toObject(), "select").toUtf8(), {}, ClusterAssertTime, 2},
                                        scope.context);
        if (!found)
            return tl::unexpected(withSubject(found.error(), title));
        if (found->toLongLong() != 0)
            return failure(ErrorKind::BadData, tr("This does not hold: %1").arg(title),
                           tr("%1 rows are against it.").arg(found->toLongLong()));
    }
    return {};
}

Result<Observed> ExpectClusterStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const bool isOfCopy = !text(scope.arguments, "folder").isEmpty();
    return isOfCopy && hasTakenPlace(scope) ? Observed::Done : Observed::NotDone;
}

Result<> ExpectClusterStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

} // namespace pilothouse

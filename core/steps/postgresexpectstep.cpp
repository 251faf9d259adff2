// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/postgresexpectstep.h"

#include "core/process/commandline.h"

#include <QJsonArray>

namespace pilothouse {
namespace {

constexpr std::chrono::hours CountTime{2};
constexpr std::chrono::seconds ReadTime{30};
constexpr std::chrono::minutes AssertTime{10};

const QByteArray InvalidQuery =
    "SELECT c.relname::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE NOT i.indisvalid";

} // namespace

StepText PostgresExpectStep::describe(const QJsonObject &arguments) const
{
    return {tr("Compare %1 with what was backed up").arg(text(arguments, "name")),
            QStringLiteral("%1-c %2 %3")
                .arg(shellTool("psql", arguments), shellQuoted(QStringLiteral("SELECT count(*) FROM ...")),
                     shellQuoted(text(arguments, "name")))};
}

Result<QJsonObject> PostgresExpectStep::prepare(const StepScope &scope) const
{
    auto connection = aside(scope);
    if (!connection)
        return tl::unexpected(connection.error());
    return DatabaseTwin(*connection, scope.context)
        .traits(text(scope.arguments, "live"))
        .map([](const std::optional<DatabaseTraits> &live) {
            return QJsonObject{{QStringLiteral("hasLive"), live.has_value()}};
        });
}

/// Whether it has become the live one: only a database that was proved does, and the service writes into it
/// then.
Result<bool> PostgresExpectStep::isPast(const StepScope &scope, const QJsonObject &before) const
{
    auto connection = aside(scope);
    if (!connection)
        return tl::unexpected(connection.error());
    const DatabaseTwin twin(*connection, scope.context);
    const auto there = twin.traits(text(scope.arguments, "name"));
    if (!there || *there)
        return there.map([](const auto &) { return false; });
    return hasTakenOver(scope, twin, before.value(QStringLiteral("hasLive")).toBool());
}

Result<QJsonObject> PostgresExpectStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    const Result<bool> past = isPast(scope, before);
    if (!past || *past)
        return past.map([](bool) { return QJsonObject(); });
    auto connection = access().open(scope.session, text(scope.arguments, "database"), {}, scope.context,
                                    text(scope.arguments, "name"));
    if (!connection)
        return tl::unexpected(connection.error());
    const Result<qint64> rows = compareRows(scope, *connection);
    if (!rows)
        return tl::unexpected(rows.error());
    if (Result<> valid = checkValid(scope, *connection); !valid)
        return tl::unexpected(valid.error());
    if (Result<> held = assertAll(scope, *connection); !held)
        return tl::unexpected(held.error());
    return QJsonObject{{QStringLiteral("rows"), *rows}};
}

Result<qint64> PostgresExpectStep::compareRows(const StepScope &scope, PostgresConnection &connection) const
{
    const Result<Manifest> manifest =
        manifestOf(scope.arguments.value(QStringLiteral("manifest")).toObject());
    if (!manifest)
        return tl::unexpected(manifest.error());
    const ManifestDatabase *expected = manifest->database(text(scope.arguments, "database"));
    const auto tables = dumpTables(connection, scope.context);
    if (!expected || !tables)
        return tables ? failure(ErrorKind::BadInput, tr("There is no such database."))
                      : tl::unexpected(tables.error());
    QMap<QString, qint64> missing = expected->rows;
    qint64 sum = 0;
    for (const DumpTable &table : *tables) {
        const auto rows = connection.value(
            {"SELECT count(*) FROM ONLY " + table.quoted.toUtf8(), {}, CountTime, 0}, scope.context);
        if (!rows)
            return tl::unexpected(rows.error());
        sum += rows->toLongLong();
        const bool isKnown = missing.contains(table.quoted);
        const qint64 wanted = missing.take(table.quoted);
        if (!expected->rows.isEmpty() && (!isKnown || wanted != rows->toLongLong()))
            return failure(ErrorKind::BadData, tr("%1 does not hold what was backed up.").arg(table.quoted),
                           tr("%1 rows, and %2 were expected.").arg(rows->toLongLong()).arg(wanted));
    }
    if (!missing.isEmpty())
        return failure(ErrorKind::BadData, tr("%1 is missing.").arg(missing.firstKey()));
    return sum;
}

/// A foreign key of the dump is validated as it is made; an index that is not valid answers nothing.
Result<> PostgresExpectStep::checkValid(const StepScope &scope, PostgresConnection &connection) const
{
    const auto invalid = connection.run({InvalidQuery, {}, ReadTime, 0}, scope.context);
    if (!invalid)
        return tl::unexpected(invalid.error());
    if (invalid->rows.isEmpty())
        return {};
    return failure(ErrorKind::BadData,
                   tr("The index %1 is not valid.").arg(invalid->rows.first().first().toString()));
}

Result<> PostgresExpectStep::assertAll(const StepScope &scope, PostgresConnection &connection) const
{
    for (const QJsonValue &value : scope.arguments.value(QStringLiteral("assertions")).toArray()) {
        const QString title = text(value.toObject(), "title");
        const auto found =
            connection.value({text(value.toObject(), "select").toUtf8(), {}, AssertTime, 2}, scope.context);
        if (!found)
            return tl::unexpected(withSubject(found.error(), title));
        if (found->toLongLong() != 0)
            return failure(ErrorKind::BadData, tr("This does not hold: %1").arg(title),
                           tr("%1 rows are against it.").arg(found->toLongLong()));
    }
    return {};
}

/// It leaves no trace: after a crash it is done again.
Result<Observed> PostgresExpectStep::observe(const StepScope &, const QJsonObject &) const
{
    return Observed::NotDone;
}

Result<> PostgresExpectStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

} // namespace pilothouse

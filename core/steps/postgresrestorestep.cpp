// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/postgresrestorestep.h"

#include "core/postgres/dumpfolder.h"
#include "core/postgres/dumpheader.h"
#include "core/postgres/postgresrestore.h"
#include "core/postgres/postgrestools.h"
#include "core/process/commandline.h"

namespace pilothouse {
namespace {

constexpr std::chrono::seconds RestoreReadTime{10};
constexpr std::chrono::hours LookTime{4};
constexpr int ToolVersionFactor = 10000;

/// What a fresh database does not have: numbers below are of the system's own objects.
const QByteArray EmptyQuery =
    "SELECT NOT EXISTS (SELECT 1 FROM pg_class WHERE oid >= 16384) AND NOT EXISTS (SELECT 1 FROM "
    "pg_namespace "
    "WHERE oid >= 16384) AND NOT EXISTS (SELECT 1 FROM pg_proc WHERE oid >= 16384) AND NOT EXISTS (SELECT 1 "
    "FROM pg_type WHERE oid >= 16384) AND NOT EXISTS (SELECT 1 FROM pg_extension WHERE oid >= 16384)";

} // namespace

StepText PostgresRestoreStep::describe(const QJsonObject &arguments) const
{
    const QString owner = arguments.value(QStringLiteral("noOwner")).toBool()
                              ? QStringLiteral("--no-owner --no-privileges ")
                              : QString();
    const QString file = shellQuoted(text(arguments, "file"));
    const QString name = shellQuoted(text(arguments, "name"));
    const bool isPacked = text(arguments, "file").endsWith(u".zst");
    return {tr("Restore into %1").arg(text(arguments, "name")),
            (isPacked ? QStringLiteral("zstd -dc %1 | %2--exit-on-error %3-d %4")
                            .arg(file, shellTool("pg_restore", arguments), owner, name)
                      : QStringLiteral("%1--exit-on-error %2-j %3 -d %4 %5")
                            .arg(shellTool("pg_restore", arguments), owner)
                            .arg(arguments.value(QStringLiteral("jobs")).toInt(1))
                            .arg(name, file))};
}

Result<QJsonObject> PostgresRestoreStep::prepare(const StepScope &scope) const
{
    auto connection = aside(scope);
    if (!connection)
        return tl::unexpected(connection.error());
    const auto live = DatabaseTwin(*connection, scope.context).traits(text(scope.arguments, "live"));
    if (!live)
        return tl::unexpected(live.error());
    return QJsonObject{{QStringLiteral("hasLive"), live->has_value()}};
}

Result<QJsonObject> PostgresRestoreStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const Result<Manifest> manifest =
        manifestOf(scope.arguments.value(QStringLiteral("manifest")).toObject());
    if (!manifest)
        return tl::unexpected(manifest.error());
    if (Result<> ended = endLeftovers(scope); !ended)
        return tl::unexpected(ended.error());
    if (Result<> emptied = makeEmpty(scope); !emptied)
        return tl::unexpected(emptied.error());
    if (Result<> filled = fill(scope, *manifest); !filled)
        return tl::unexpected(filled.error());
    auto connection = aside(scope);
    if (!connection)
        return tl::unexpected(connection.error());
    return DatabaseTwin(*connection, scope.context)
        .setComment(text(scope.arguments, "name"), mark(scope.operation))
        .map([] { return QJsonObject(); });
}

/// What a try that was cut off has left in it goes with the database.
Result<> PostgresRestoreStep::makeEmpty(const StepScope &scope) const
{
    const QString name = text(scope.arguments, "name");
    const Result<bool> empty = isEmpty(scope);
    if (!empty || *empty)
        return empty ? Result<>() : tl::unexpected(empty.error());
    auto connection = aside(scope);
    if (!connection)
        return tl::unexpected(connection.error());
    const DatabaseTwin twin(*connection, scope.context);
    const auto traits = twin.traits(name);
    if (!traits || !*traits)
        return failure(traits ? Error{ErrorKind::NotFound, name, tr("The database is gone."), {}, {}}
                              : traits.error());
    return twin.drop(name).and_then([&] { return twin.create(name, **traits); }).and_then([&] {
        return twin.dress(name, **traits);
    });
}

Result<bool> PostgresRestoreStep::isEmpty(const StepScope &scope) const
{
    auto connection = access().open(scope.session, text(scope.arguments, "database"), {}, scope.context,
                                    text(scope.arguments, "name"));
    if (!connection)
        return tl::unexpected(connection.error());
    return connection->value({EmptyQuery, {}, RestoreReadTime, 0}, scope.context)
        .map([](const QVariant &value) { return value.toBool(); });
}

Result<> PostgresRestoreStep::fill(const StepScope &scope, const Manifest &manifest) const
{
    const QString file = text(scope.arguments, "file");
    const ManifestDatabase *database = manifest.database(text(scope.arguments, "database"));
    if (!database || !database->server || !manifest.member(database->member))
        return failure(ErrorKind::BadInput, tr("There is no such database."),
                       text(scope.arguments, "database"));
    if (Result<> same = checkSame(scope, manifest, file); !same)
        return same;
    const auto way = given(scope, text(scope.arguments, "name"));
    if (!way)
        return tl::unexpected(way.error());
    PostgresLimits limits;
    limits.isReadOnly = false;
    auto connection = PostgresConnection::open(way->connection, way->password, limits, scope.context);
    if (!connection)
        return tl::unexpected(connection.error());
    const DumpHeader header{{}, {}, {}, database->server->dumpVersion};
    const int major = qMax(connection->serverVersion() / ToolVersionFactor, header.dumpMajor());
    const auto tool = PostgresTools().find(QStringLiteral("pg_restore"), major, scope.context);
    if (!tool)
        return tl::unexpected(tool.error());
    DumpRestore restore;
    restore.file = file;
    restore.program = tool->program;
    restore.session = sessionName(scope.operation);
    restore.jobs = scope.arguments.value(QStringLiteral("jobs")).toInt(1);
    restore.hasOwners = !scope.arguments.value(QStringLiteral("noOwner")).toBool();
    restore.leftOut = database->server->foreignKeys;
    restore.bytes = database->server->bytes;
    if (Result<> restored = restoreDump(*way, restore, scope.context); !restored)
        return restored;
    // A dump holds no statistics; without them the service's first queries would be planned blindly.
    return connection->execute("ANALYZE", LookTime, scope.context);
}

Result<> PostgresRestoreStep::checkSame(const StepScope &scope, const Manifest &manifest,
                                        const QString &file) const
{
    const bool isFolder = isDumpFolder(file);
    for (const ManifestMember &member : manifest.members) {
        if (!member.isOfDump() || member.database != text(scope.arguments, "database"))
            continue;
        const QString path = isFolder ? file + u'/' + member.path.section(u'/', -1) : file;
        const Result<QByteArray> digest = files().sha256(path, scope.context.withSink({}));
        if (!digest)
            return tl::unexpected(digest.error());
        if (*digest != member.sha256)
            return failure(Error{ErrorKind::BadData,
                                 path,
                                 tr("It has changed since it was written or planned."),
                                 tr("Use another backup."),
                                 {}});
    }
    return {};
}

Result<Observed> PostgresRestoreStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    auto connection = aside(scope);
    if (!connection)
        return tl::unexpected(connection.error());
    const DatabaseTwin twin(*connection, scope.context);
    const auto there = twin.traits(text(scope.arguments, "name"));
    if (!there)
        return tl::unexpected(there.error());
    if (!*there)
        return hasTakenOver(scope, twin, before.value(QStringLiteral("hasLive")).toBool())
            .map([](bool isPast) { return isPast ? Observed::Done : Observed::NotDone; });
    if ((*there)->comment == mark(scope.operation))
        return Observed::Done;
    return isEmpty(scope).map([](bool empty) { return empty ? Observed::NotDone : Observed::Partly; });
}

/// The step that made the database removes it. What was filled in part is emptied first, so that this step
/// can tell that nothing of it is left.
Result<> PostgresRestoreStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    if (Result<> ended = endLeftovers(scope); !ended)
        return ended;
    const Result<Observed> seen = observe(scope, before);
    if (!seen)
        return tl::unexpected(seen.error());
    return *seen == Observed::Partly ? makeEmpty(scope) : Result<>();
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/postgresdumpstep.h"

#include "core/postgres/postgresdump.h"
#include "core/postgres/postgrestools.h"
#include "core/process/commandline.h"

#include <QJsonArray>

namespace pilothouse {
namespace {

constexpr int VersionFactor = 10000;

QString pathOf(const QJsonObject &arguments, const char *key)
{
    return arguments.value(QLatin1String("partial")).toString() + u'/'
           + arguments.value(QLatin1String(key)).toString();
}

QString notePath(const QJsonObject &arguments)
{
    return arguments.value(QLatin1String("partial")).toString() + QStringLiteral("/stage/")
           + arguments.value(QLatin1String("database")).toString() + QStringLiteral(".json");
}

QStringList tablesOf(const QJsonObject &arguments)
{
    return arguments.value(QLatin1String("tables")).toVariant().toStringList();
}

} // namespace

StepText PostgresDumpStep::describe(const QJsonObject &arguments) const
{
    QString tables;
    for (const QString &table : tablesOf(arguments))
        tables += QStringLiteral("-t ") + shellQuoted(table) + u' ';
    return {tr("Dump %1 from one snapshot").arg(text(arguments, "name")),
            QStringLiteral("%1-Fc -Z0 %2%3 | zstd -1 -T0 -o %4")
                .arg(shellTool("pg_dump", arguments), tables, shellQuoted(text(arguments, "name")),
                     shellQuoted(pathOf(arguments, "member")))};
}

Result<QJsonObject> PostgresDumpStep::prepare(const StepScope &scope) const
{
    return checkBelow(text(scope.arguments, "partial"), scope.session.backupFolder()).map([] {
        return QJsonObject();
    });
}

Result<QJsonObject> PostgresDumpStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    if (Result<> removed = compensate(scope, before); !removed)
        return tl::unexpected(removed.error());
    DumpFacts facts;
    const Result<QJsonArray> members = writeAll(scope, facts);
    if (!members)
        return tl::unexpected(members.error());
    ManifestDatabase database;
    database.id = text(scope.arguments, "database");
    database.member = text(scope.arguments, "member");
    database.server = facts;
    const QJsonObject note{{QStringLiteral("database"), toJson(database)},
                           {QStringLiteral("members"), *members}};
    if (Result<> written = writeNote(notePath(scope.arguments), note); !written)
        return tl::unexpected(written.error());
    return QJsonObject{{QStringLiteral("bytes"), files()
                                                     .facts(pathOf(scope.arguments, "member"))
                                                     .map([](const FileFacts &file) { return file.bytes; })
                                                     .value_or(0)},
                       {QStringLiteral("tables"), facts.rows.size()}};
}

/// The dump, then the roles: a role that may not read them gets the dump all the same.
Result<QJsonArray> PostgresDumpStep::writeAll(const StepScope &scope, DumpFacts &facts) const
{
    const auto way = given(scope);
    if (!way)
        return tl::unexpected(way.error());
    auto connection = PostgresConnection::open(way->connection, way->password, {}, scope.context);
    if (!connection)
        return tl::unexpected(connection.error());
    const int major = connection->serverVersion() / VersionFactor;
    const auto tool = PostgresTools().find(QStringLiteral("pg_dump"), major, scope.context);
    if (!tool)
        return tl::unexpected(tool.error());
    const DumpRequest request{pathOf(scope.arguments, "member"), tool->program, tablesOf(scope.arguments),
                              sessionName(scope.operation)};
    auto written = writeDump(*way, request, scope.context);
    if (!written)
        return tl::unexpected(withSubject(written.error(), connectionText(way->connection)));
    facts = std::move(written->facts);
    const Result<ManifestMember> dump =
        memberOf(scope, text(scope.arguments, "member"), QStringLiteral("dump"), written->sha256);
    if (!dump)
        return tl::unexpected(dump.error());
    QJsonArray members{toJson(*dump)};
    if (text(scope.arguments, "globals").isEmpty())
        return members;
    const auto everything = PostgresTools().find(QStringLiteral("pg_dumpall"), major, scope.context);
    const Result<> globals = everything ? writeGlobals(*way, everything->program,
                                                       pathOf(scope.arguments, "globals"), scope.context)
                                        : Result<>(tl::unexpected(everything.error()));
    if (!globals && globals.error().kind != ErrorKind::Refused)
        return tl::unexpected(globals.error());
    if (!globals)
        return members;
    const Result<QByteArray> digest =
        files().sha256(pathOf(scope.arguments, "globals"), scope.context.withSink({}));
    const Result<ManifestMember> roles =
        digest ? memberOf(scope, text(scope.arguments, "globals"), QStringLiteral("globals"), *digest)
               : tl::unexpected(digest.error());
    if (!roles)
        return tl::unexpected(roles.error());
    members.append(toJson(*roles));
    return members;
}

Result<ManifestMember> PostgresDumpStep::memberOf(const StepScope &scope, const QString &name,
                                                  const QString &role, const QByteArray &sha256) const
{
    const QString path = text(scope.arguments, "partial") + u'/' + name;
    const Result<FileFacts> file = files().facts(path);
    if (!file)
        return tl::unexpected(file.error());
    ManifestMember member;
    member.path = name;
    member.original = name;
    member.role = role;
    member.database = text(scope.arguments, "database");
    member.bytes = file->bytes;
    member.sha256 = sha256;
    member.mode = file->mode & 0777;
    member.ownerId = file->ownerId;
    member.groupId = file->groupId;
    return member;
}

Result<Observed> PostgresDumpStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const bool isPast =
        files().exists(text(scope.arguments, "folder"))
        || files().exists(text(scope.arguments, "partial") + QStringLiteral("/manifest.json"));
    if (isPast || files().exists(notePath(scope.arguments)))
        return Observed::Done;
    return files().exists(pathOf(scope.arguments, "member")) ? Observed::Partly : Observed::NotDone;
}

/// A dump that was cut off may still be written by its program: it writes into nothing then.
Result<> PostgresDumpStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    QStringList paths{notePath(scope.arguments), pathOf(scope.arguments, "member")};
    if (!text(scope.arguments, "globals").isEmpty())
        paths << pathOf(scope.arguments, "globals");
    for (const QString &path : std::as_const(paths))
        if (Result<> removed = removeFileIfThere(path); !removed)
            return removed;
    return {};
}

} // namespace pilothouse

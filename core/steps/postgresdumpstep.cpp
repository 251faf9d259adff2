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

QString dumpNotePath(const QJsonObject &arguments)
{
    return arguments.value(QLatin1String("partial")).toString() + QStringLiteral("/stage/")
           + arguments.value(QLatin1String("database")).toString() + QStringLiteral(".json");
}

/// More than one: the dump is a folder.
int dumpJobsOf(const QJsonObject &arguments)
{
    return qMax(1, arguments.value(QLatin1String("jobs")).toInt(1));
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
    const QString tool = shellTool("pg_dump", arguments);
    const QString name = shellQuoted(text(arguments, "name"));
    const QString place = shellQuoted(pathOf(arguments, "member"));
    const int jobs = dumpJobsOf(arguments);
    if (jobs > 1)
        return {tr("Dump %1 from one snapshot, with %2 sessions").arg(text(arguments, "name")).arg(jobs),
                QStringLiteral("%1-Fd -Z1 -j %2 %3-f %4 %5").arg(tool).arg(jobs).arg(tables, place, name)};
    return {tr("Dump %1 from one snapshot").arg(text(arguments, "name")),
            QStringLiteral("%1-Fc -Z0 %2%3 | zstd -1 -T0 -o %4").arg(tool, tables, name, place)};
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
    if (dumpJobsOf(scope.arguments) > 1)
        database.member += u'/' + DumpContentsName;
    database.server = facts;
    const QJsonObject note{{QStringLiteral("database"), toJson(database)},
                           {QStringLiteral("members"), *members}};
    if (Result<> written = writeNote(dumpNotePath(scope.arguments), note); !written)
        return tl::unexpected(written.error());
    qint64 bytes = 0;
    for (const QJsonValue &member : *members)
        if (member[QLatin1String("role")] != QLatin1String("globals"))
            bytes += member[QLatin1String("size")].toInteger();
    return QJsonObject{{QStringLiteral("bytes"), bytes}, {QStringLiteral("tables"), facts.rows.size()}};
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
                              sessionName(scope.operation), dumpJobsOf(scope.arguments)};
    auto written = writeDump(*way, request, scope.context);
    if (!written)
        return tl::unexpected(withSubject(written.error(), connectionText(way->connection)));
    facts = std::move(written->facts);
    Result<QJsonArray> described = dumpMembers(scope, *written);
    if (!described)
        return described;
    QJsonArray members = std::move(*described);
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

Result<QJsonArray> PostgresDumpStep::dumpMembers(const StepScope &scope, const WrittenDump &written) const
{
    const QString place = text(scope.arguments, "member");
    QJsonArray members;
    const auto add = [&](const QString &name, const QString &role, const QByteArray &sha256) -> Result<> {
        const Result<ManifestMember> member = memberOf(scope, name, role, sha256);
        if (!member)
            return tl::unexpected(member.error());
        members.append(toJson(*member));
        return {};
    };
    if (written.parts.isEmpty())
        return add(place, QStringLiteral("dump"), written.sha256).map([&] { return members; });
    for (const DumpPart &part : written.parts) {
        const bool isContents = part.name == DumpContentsName;
        const QString role = isContents ? QStringLiteral("dump") : QStringLiteral("dump-part");
        if (Result<> added = add(place + u'/' + part.name, role, part.sha256); !added)
            return tl::unexpected(added.error());
    }
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
    if (isPast || files().exists(dumpNotePath(scope.arguments)))
        return Observed::Done;
    return files().exists(pathOf(scope.arguments, "member")) ? Observed::Partly : Observed::NotDone;
}

/// A dump that was cut off may still be written by its program: a file it writes into nothing then, a folder
/// no more once its sessions have ended.
Result<> PostgresDumpStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    const QString member = pathOf(scope.arguments, "member");
    if (dumpJobsOf(scope.arguments) > 1 && files().exists(member))
        (void)endLeftovers(scope); // a server that is gone has ended them
    if (Result<> removed = removeDump(member); !removed)
        return removed;
    QStringList paths{dumpNotePath(scope.arguments)};
    if (!text(scope.arguments, "globals").isEmpty())
        paths << pathOf(scope.arguments, "globals");
    for (const QString &path : std::as_const(paths))
        if (Result<> removed = removeFileIfThere(path); !removed)
            return removed;
    return {};
}

} // namespace pilothouse

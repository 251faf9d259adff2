// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backup/serverdump.h"

#include "core/actions/backup/dumpjobs.h"
#include "core/postgres/dumpfacts.h"
#include "core/postgres/postgrestools.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QThread>

namespace pilothouse {
namespace {

struct ServerDumpText
{
    Q_DECLARE_TR_FUNCTIONS(ServerDump)
};

constexpr int VersionFactor = 10000;
constexpr std::chrono::seconds ReadTime{10};
constexpr int NamedKeys = 4; // in a sentence

/// A name as it may stand in a set.
QString memberName(const QString &database, const QString &ending)
{
    QString name = database;
    for (QChar &c : name)
        if (c.unicode() >= 0x80 || !(c.isLetterOrNumber() || c == u'.' || c == u'_' || c == u'-'))
            c = u'_';
    return (name.startsWith(u'.') ? u'_' + name : name) + ending;
}

Result<QStringList> chosenTables(const QList<DumpTable> &tables, const QStringList &wished)
{
    QStringList chosen;
    for (const QString &wish : wished) {
        QStringList fitting;
        for (const DumpTable &table : tables)
            if (table.quoted == wish || table.schema + u'.' + table.name == wish || table.name == wish)
                fitting << table.quoted;
        if (fitting.size() != 1)
            return failure(Error{ErrorKind::BadInput,
                                 wish,
                                 fitting.isEmpty() ? ServerDumpText::tr("There is no such table.")
                                                   : ServerDumpText::tr("Several tables have this name."),
                                 ServerDumpText::tr("Give its schema too, as in public.orders."),
                                 {}});
        chosen << fitting;
    }
    chosen.removeDuplicates();
    return chosen;
}

QString someOf(const QStringList &keys)
{
    const QString list = keys.mid(0, NamedKeys).join(QStringLiteral(", "));
    return keys.size() > NamedKeys ? list + QStringLiteral(" ...") : list;
}

/// What a part of a database cannot do, said before it is taken for a backup.
QList<Finding> partFindings(const QString &id, qsizetype chosen, qsizetype all, const CutForeignKeys &keys)
{
    const QString text =
        ServerDumpText::tr(
            "Only %1 of %2 tables: this is no backup that the database could be put back from.")
            .arg(chosen)
            .arg(all);
    QStringList advice{ServerDumpText::tr("It can be restored into another database, beside the live one.")};
    if (!keys.inward.isEmpty())
        advice << ServerDumpText::tr("Tables that stay out refer to it: %1.").arg(someOf(keys.inward));
    if (!keys.outward.isEmpty())
        advice << ServerDumpText::tr(
                      "It refers to tables that stay out, and is restored without these foreign keys: %1.")
                      .arg(someOf(keys.outward));
    const bool isCut = !keys.inward.isEmpty() || !keys.outward.isEmpty();
    return {{QStringLiteral("part-") + id, isCut ? FindingKind::NeedsConsent : FindingKind::Warning, text,
             advice.join(u' ')}};
}

/// Views that hold data are dumped without it, and filled as they are restored.
void lookAtServer(PostgresConnection &connection, const ServerDump &dump, QList<Finding> &findings,
                  const OperationContext &context)
{
    const int major = connection.serverVersion() / VersionFactor;
    if (const auto tool = PostgresTools().find(QStringLiteral("pg_dump"), major, context); !tool)
        findings << Finding{QStringLiteral("tool-") + dump.id, FindingKind::Blocker, tool.error().message,
                            tool.error().advice};
    else if (tool->major != major)
        findings << Finding{
            QStringLiteral("tool-") + dump.id, FindingKind::Warning,
            ServerDumpText::tr("The server is PostgreSQL %1, and pg_dump is of %2: an older server may not "
                               "read the dump.")
                .arg(major)
                .arg(tool->major),
            ServerDumpText::tr("Install the package postgresql-client-%1.").arg(major)};
    const auto unlogged =
        connection.value({"SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relpersistence = "
                          "'u' AND pg_is_in_recovery()",
                          {},
                          ReadTime,
                          0},
                         context);
    if (unlogged && unlogged->toInt() > 0)
        findings << Finding{QStringLiteral("standby-") + dump.id, FindingKind::Warning,
                            ServerDumpText::tr("This is a standby: unlogged tables are empty in it."),
                            ServerDumpText::tr("Back up the primary.")};
}

} // namespace

std::optional<Finding> engineRouteFinding(const DatabaseConnection &target)
{
    if (!isThroughEngine(target))
        return std::nullopt;
    // A socket carries no TLS; what was asked for a network must not seem to hold here.
    const bool wantsTls = target.sslMode.startsWith(u"verify-") || target.sslMode == u"require";
    return Finding{QStringLiteral("through-engine"), FindingKind::Info,
                   ServerDumpText::tr(
                       "Port %1 of the container %2 is not published and is not reached in its network, so "
                       "the database is reached through the container engine (docker exec).")
                       .arg(QString::number(target.port), target.container),
                   wantsTls ? ServerDumpText::tr("There is no TLS on this way (sslmode=%1 is not used): the "
                                                 "bytes go through the engine's own socket.")
                                  .arg(target.sslMode)
                            : QString()};
}

Result<ServerDump> lookAtDump(const PostgresAccess &access, const InstanceSession &session,
                              const ServerDumpWish &wish, QList<Finding> &findings,
                              const OperationContext &context)
{
    ServerDump dump;
    dump.id = wish.database.id;
    const auto way = access.resolve(session, dump.id, context);
    if (!way)
        return failure(way.error());
    dump.target = way->connection;
    if (const auto note = engineRouteFinding(dump.target))
        findings << *note;
    auto connection = PostgresConnection::open(way->connection, way->password, {}, context);
    if (!connection)
        return failure(connection.error());
    const auto name = connection->value({"SELECT current_database()::text", {}, ReadTime, 0}, context);
    const auto tables = name ? dumpTables(*connection, context) : failure(name.error());
    if (!tables)
        return failure(tables.error());
    dump.name = name->toString();
    const auto chosen = chosenTables(*tables, wish.tables);
    if (!chosen)
        return failure(chosen.error());
    dump.tables = *chosen;
    DumpLoad load{{}, wish.jobs, QThread::idealThreadCount(), isThroughEngine(dump.target)};
    for (const DumpTable &table : *tables)
        if (dump.tables.isEmpty() || dump.tables.contains(table.quoted)) {
            dump.bytes += table.bytes;
            load.tables << table;
        }
    const auto jobs = decideDumpJobs(*connection, dump.id, load, findings, context);
    if (!jobs)
        return failure(jobs.error());
    dump.jobs = *jobs;
    dump.member = memberName(dump.name,
                             u'_' + wish.stamp
                                 + (dump.jobs > 1 ? QStringLiteral(".dump.d") : QStringLiteral(".dump.zst")));
    if (dump.tables.isEmpty()) {
        dump.globals = memberName(dump.name, QStringLiteral("_globals_%1.sql").arg(wish.stamp));
    } else {
        const auto keys = cutForeignKeys(*connection, dump.tables, context);
        if (!keys)
            return failure(keys.error());
        findings << partFindings(dump.id, dump.tables.size(), tables->size(), *keys);
    }
    lookAtServer(*connection, dump, findings, context);
    return dump;
}

QJsonObject toArguments(const ServerDump &dump)
{
    QJsonObject arguments{{QStringLiteral("database"), dump.id},
                          {QStringLiteral("name"), dump.name},
                          {QStringLiteral("target"), toJson(dump.target)},
                          {QStringLiteral("member"), dump.member}};
    if (!dump.globals.isEmpty())
        arguments.insert(QStringLiteral("globals"), dump.globals);
    if (dump.jobs > 1)
        arguments.insert(QStringLiteral("jobs"), dump.jobs);
    if (!dump.tables.isEmpty())
        arguments.insert(QStringLiteral("tables"), QJsonArray::fromStringList(dump.tables));
    return arguments;
}

} // namespace pilothouse

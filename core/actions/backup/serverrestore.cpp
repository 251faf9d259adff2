// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backup/serverrestore.h"

#include "core/actions/backup/serverdump.h"
#include "core/actions/backup/serverpreflight.h"
#include "core/base/foreigntext.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/files/fileops.h"
#include "core/postgres/dumpfacts.h"
#include "core/runtime/serviceruntime.h"
#include "core/steps/postgresword.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QThread>

namespace pilothouse {
namespace {

struct ServerRestoreText
{
    Q_DECLARE_TR_FUNCTIONS(ServerRestore)
};

constexpr std::chrono::seconds CountTime{3};
constexpr int NamedTables = 6;
constexpr int MostJobs = 8;
/// Without what belongs to extensions, as a dump has it.
constexpr char LiveTablesSql[] =
    "SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
    "WHERE c.relkind IN ('r', 'p') AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND NOT "
    "EXISTS "
    "(SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = "
    "'e') "
    "ORDER BY 1";
constexpr qint64 Growth = 6; // of what a dump holds, on a server; where nothing better is known

} // namespace

Result<ServerTarget> ServerRestore::look(const ManifestDatabase &database, const QString &into,
                                         Plan &plan) const
{
    const auto server = m_session.serverDatabase(database.id);
    if (!server || !m_tools.server)
        return failure(ErrorKind::BadData, ServerRestoreText::tr("The service has no such database."),
                       database.id);
    const auto way = m_tools.server->resolve(m_session, database.id, m_context);
    if (!way)
        return failure(way.error());
    ServerTarget target;
    target.database = *server;
    target.backup = &database;
    target.target = way->connection;
    target.live = way->connection.database.isEmpty() ? way->connection.user : way->connection.database;
    target.outgoing = PostgresWord::oldDatabase(target.live, plan.operation);
    target.incoming = into.isEmpty() ? PostgresWord::scratchDatabase(target.live, plan.operation) : into;
    target.file = m_source.isForeign() ? m_source.file : m_source.set + u'/' + dumpPlace(database.member);
    if (into == target.live || into.toUtf8().size() > 63)
        return failure(Error{ErrorKind::BadInput,
                             into,
                             ServerRestoreText::tr("Give the name of a database that is not there yet."),
                             {},
                             {}});
    if (const auto note = engineRouteFinding(target.target))
        plan.findings << *note;
    if (Result<> whole = checkPart(target, into, plan); !whole)
        return tl::unexpected(whole.error());
    auto connection = openBesideDatabase(*m_tools.server, m_session, database.id, {}, m_context);
    if (!connection)
        return failure(connection.error());
    if (const auto there = DatabaseTwin(*connection, m_context).traits(target.incoming); !there || *there)
        return failure(there ? Error{ErrorKind::BadInput,
                                     into,
                                     ServerRestoreText::tr("There is a database of this name already."),
                                     ServerRestoreText::tr("Choose another name."),
                                     {}}
                             : there.error());
    PreflightQuestion question{target.live, database, m_source.isForeign(), !into.isEmpty(), {}};
    if (m_session.runtime().canControl())
        question.serviceRole = m_tools.server->serviceRole(m_session, database.id, m_context);
    auto answer = askServer(*connection, question, m_context);
    if (!answer)
        return failure(answer.error());
    plan.findings << answer->findings;
    target.isLiveThere = answer->isLiveThere;
    target.mayGiveOwners = answer->mayGiveOwners;
    target.like = toJson(answer->traits);
    target.bytes = qMax(database.server->bytes, answer->liveBytes);
    if (database.server->bytes == 0)
        target.bytes = qMax(target.bytes, Growth * dumpBytes(database.id));
    if (m_source.isForeign() && into.isEmpty())
        if (Result<> compared = compareTables(target, plan); !compared)
            return tl::unexpected(compared.error());
    addSpace(target, answer->dataFolders, plan);
    if (into.isEmpty() && target.isLiveThere)
        addLosses(target, plan);
    return target;
}

qint64 ServerRestore::dumpBytes(const QString &id) const
{
    qint64 bytes = 0;
    for (const ManifestMember &member : m_source.manifest.members)
        bytes += member.isOfDump() && member.database == id ? member.bytes : 0;
    return bytes;
}

/// A dump of another database would take the place of this one and pass every proof of its own.
Result<> ServerRestore::compareTables(const ServerTarget &target, Plan &plan) const
{
    const DumpFacts &facts = *target.backup->server;
    QStringList expected;
    if (target.isLiveThere) {
        auto live = m_tools.server->open(m_session, target.database.id, {}, m_context);
        const auto tables = live ? live->run({LiveTablesSql, {}, CountTime, 0}, m_context)
                                 : Result<PostgresRows>(failure(live.error()));
        if (!tables)
            return failure(tables.error());
        for (const QList<QVariant> &row : tables->rows)
            expected << row.first().toString();
    } else {
        for (const ProfileEntity &entity : m_session.profile().entities)
            if (entity.database == target.database.id && !expected.contains(entity.table))
                expected << entity.table;
    }
    QStringList missing;
    for (const QString &table : std::as_const(expected))
        if (!facts.found.contains(table))
            missing << visibleText(table);
    if (missing.isEmpty())
        return {};
    const QString named = missing.mid(0, NamedTables).join(QStringLiteral(", "))
                          + (missing.size() > NamedTables ? QStringLiteral(", \u2026") : QString());
    plan.findings << Finding{
        QStringLiteral("other-tables"), FindingKind::NeedsConsent,
        missing.size() == expected.size()
            ? ServerRestoreText::tr(
                  "The dump holds none of the tables of %1: it was made of another database, %2.")
                  .arg(target.live, visibleText(facts.database))
            : ServerRestoreText::tr("The dump lacks %n table(s) that %1 has: %2.", nullptr,
                                    static_cast<int>(missing.size()))
                  .arg(target.live, named),
        ServerRestoreText::tr(
            "Go on only where it is the right file: all that %1 holds now is replaced by it.")
            .arg(target.live)};
    return {};
}

/// A part of a database in the place of the whole would be the loss of the rest.
Result<> ServerRestore::checkPart(const ServerTarget &target, const QString &into, Plan &plan) const
{
    const DumpFacts &facts = *target.backup->server;
    if (facts.tables.isEmpty())
        return {};
    if (into.isEmpty())
        plan.findings << Finding{
            QStringLiteral("part"), FindingKind::Blocker,
            ServerRestoreText::tr(
                "The backup holds only some tables of %1; in its place all others would be gone.")
                .arg(target.live),
            ServerRestoreText::tr(
                "Restore it beside the live one, with --into and the name of a new database.")};
    else if (!facts.foreignKeys.isEmpty())
        plan.findings << Finding{
            QStringLiteral("part-keys"),
            FindingKind::Warning,
            ServerRestoreText::tr("It is restored without foreign keys to tables that it does not hold: %1.")
                .arg(facts.foreignKeys.join(QStringLiteral(", "))),
            {}};
    return {};
}

void ServerRestore::addSpace(const ServerTarget &target, const QStringList &folders, Plan &plan) const
{
    const bool isHere = target.target.container.isEmpty()
                        && (target.target.host.isEmpty() || target.target.host.startsWith(u'/')
                            || target.target.host == u"localhost" || target.target.host.startsWith(u"127."));
    const QString folder = folders.value(0);
    const qint64 needed = target.bytes + target.bytes / 10 + (32 << 20);
    if (!isHere || folder.isEmpty() || !m_tools.files.exists(folder)) {
        plan.findings << Finding{
            QStringLiteral("space-unknown"),
            FindingKind::Info,
            ServerRestoreText::tr(
                "About %1 are needed on the server; what it has free cannot be seen from here.")
                .arg(formatBytes(needed)),
            {}};
        return;
    }
    const qint64 free = m_tools.files.freeBytes(folder).value_or(0);
    plan.estimate.space << SpaceNeed{folder, needed, free};
    if (free < needed)
        plan.findings << Finding{QStringLiteral("space"), FindingKind::Blocker,
                                 ServerRestoreText::tr("%1 has %2 free, and %3 are needed.")
                                     .arg(folder, formatBytes(free), formatBytes(needed)),
                                 ServerRestoreText::tr("Make room, then plan this again.")};
}

void ServerRestore::addLosses(const ServerTarget &target, Plan &plan) const
{
    const QString since = formatMoment(m_source.manifest.created, shownTime(m_tools.clock.now()));
    auto connection = m_tools.server->open(m_session, target.database.id, {}, m_context);
    const auto tables = connection ? dumpTables(*connection, m_context) : failure(connection.error());
    if (!tables) {
        plan.losses << ServerRestoreText::tr("%1 cannot be read now, so it is not known what would go.")
                           .arg(target.live);
        return;
    }
    plan.losses
        << ServerRestoreText::tr("Everything that was written to %1 since %2").arg(target.live, since);
    const auto until = std::chrono::steady_clock::now() + CountTime;
    int named = 0;
    for (const DumpTable &table : *tables) {
        const auto left = until - std::chrono::steady_clock::now();
        if (left <= std::chrono::seconds(0) || named >= NamedTables)
            return;
        const auto rows = connection->value({"SELECT count(*) FROM ONLY " + table.quoted.toUtf8(),
                                             {},
                                             std::chrono::duration_cast<std::chrono::milliseconds>(left),
                                             1},
                                            m_context);
        if (!rows)
            return; // what was counted so far is true
        const qint64 extra = rows->toLongLong() - target.backup->rows.value(table.quoted, 0);
        if (extra <= 0 || target.backup->rows.isEmpty())
            continue;
        ++named;
        plan.losses << ServerRestoreText::tr("%1 rows of %2 that the backup does not have")
                           .arg(formatCount(extra), table.quoted);
    }
}

QJsonObject ServerRestore::arguments(const ServerTarget &target, const QString &name) const
{
    QJsonObject arguments{{QStringLiteral("database"), target.database.id},
                          {QStringLiteral("name"), name},
                          {QStringLiteral("target"), toJson(target.target)},
                          {QStringLiteral("live"), target.live}};
    if (PostgresWord::isOwnName(target.incoming))
        arguments.insert(QStringLiteral("outgoing"), target.outgoing);
    return arguments;
}

QList<StepCall> ServerRestore::staging(const ServerTarget &target, const QJsonObject &manifest) const
{
    const QString id = target.database.id;
    QJsonObject create = arguments(target, target.incoming);
    create.insert(QStringLiteral("like"), target.like);
    QJsonObject restore = arguments(target, target.incoming);
    restore.insert(QStringLiteral("manifest"), manifest);
    restore.insert(QStringLiteral("file"), target.file);
    restore.insert(QStringLiteral("jobs"), qBound(1, QThread::idealThreadCount(), MostJobs));
    restore.insert(QStringLiteral("noOwner"), !target.mayGiveOwners);
    return {{QStringLiteral("create-") + id, QStringLiteral("postgres.create-database"), create},
            {QStringLiteral("restore-") + id, QStringLiteral("postgres.restore"), restore},
            proof(target, target.incoming, manifest, QStringLiteral("expect-") + id)};
}

StepCall ServerRestore::swap(const ServerTarget &target) const
{
    return {QStringLiteral("swap-") + target.database.id,
            QStringLiteral("postgres.swap-databases"),
            {{QStringLiteral("database"), target.database.id},
             {QStringLiteral("target"), toJson(target.target)},
             {QStringLiteral("live"), target.live},
             {QStringLiteral("hasLive"), target.isLiveThere},
             {QStringLiteral("incoming"), target.incoming},
             {QStringLiteral("outgoing"), target.outgoing}}};
}

StepCall ServerRestore::proof(const ServerTarget &target, const QString &name, const QJsonObject &manifest,
                              const QString &id) const
{
    QJsonObject expected = arguments(target, name);
    expected.insert(QStringLiteral("manifest"), manifest);
    QJsonArray assertions;
    if (target.backup->server->tables.isEmpty()) // a part of the tables cannot answer
        for (const ProfileAssertion &assertion : m_session.profile().assertions)
            if (assertion.database == target.database.id && assertion.layout.isEmpty())
                assertions.append(QJsonObject{{QStringLiteral("title"), assertion.title},
                                              {QStringLiteral("select"), assertion.select}});
    expected.insert(QStringLiteral("assertions"), assertions);
    return {id, QStringLiteral("postgres.expect"), expected};
}

} // namespace pilothouse

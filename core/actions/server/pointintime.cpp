// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/server/pointintime.h"

#include "core/actions/server/serverqueries.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/files/fileops.h"
#include "core/instances/fingerprint.h"
#include "core/postgres/postgresrow.h"
#include "core/process/toollocator.h"
#include "core/steps/clusterword.h"

#include <QFileInfo>
#include <QJsonArray>

namespace pilothouse {

namespace {

struct PointInTimeText
{
    Q_DECLARE_TR_FUNCTIONS(PointInTime)
};

constexpr char SurroundingsSql[] = R"(
SELECT pg_is_in_recovery(), coalesce((SELECT rolsuper FROM pg_roles WHERE rolname = current_user), false),
       current_database()::text,
       (SELECT count(*) FROM pg_stat_replication WHERE state IS DISTINCT FROM 'backup')::int,
       coalesce((SELECT string_agg(datname, E'\n' ORDER BY datname) FROM pg_database
                  WHERE NOT datistemplate AND datname NOT IN ('postgres', current_database())), ''))";

Finding lack(const char *id, const QString &text, const QString &advice = {})
{
    return {QLatin1String(id), FindingKind::Blocker, text, advice};
}

/// What of the server's own settings stands against it.
void addSettingLacks(PointInTime &state)
{
    const ArchiveSettings &archive = state.archive;
    if (archive.walLevel == QLatin1String("minimal"))
        state.missing << lack("wal-level", PointInTimeText::tr("wal_level is minimal; replica is needed."));
    if (archive.archiveMode == QLatin1String("off"))
        state.missing << lack("archive-mode", PointInTimeText::tr("archive_mode is off."));
    if (!archive.archiveLibrary.isEmpty())
        state.missing << lack("archive-library",
                              PointInTimeText::tr("The WAL is archived by the library %1, not by pgBackRest.")
                                  .arg(archive.archiveLibrary));
    else if (archive.archiveCommand.isEmpty())
        state.missing << lack("archive-command", PointInTimeText::tr("No archive_command is set."));
    else if (!state.stanza)
        state.missing << lack(
            "archive-command",
            PointInTimeText::tr("The archive_command is not pgBackRest's: %1").arg(archive.archiveCommand));
    else if (archive.isFailing)
        state.missing << lack("archive-failing",
                              PointInTimeText::tr("The newest attempt to archive WAL failed."),
                              PointInTimeText::tr("The server's log says why."));
}

void addStanzaLacks(PointInTime &state)
{
    if (!state.stanza || !state.cluster)
        return;
    if (!state.state) {
        state.missing << lack("stanza", state.state.error().message, state.state.error().detail);
        return;
    }
    const QString name = state.stanza->name;
    if (!state.state->isSound)
        state.missing << lack(
            "stanza",
            PointInTimeText::tr("The stanza %1 is not in order: %2").arg(name, state.state->message));
    else if (state.state->systemIdentifier != state.cluster->systemIdentifier)
        state.missing << lack("stanza", PointInTimeText::tr("The stanza %1 is another server's.").arg(name));
    else if (state.state->backups.isEmpty())
        state.missing << lack("no-backup",
                              PointInTimeText::tr("The stanza %1 holds no backup yet.").arg(name),
                              PointInTimeText::tr("Take the first one with pgBackRest."));
}

Result<> addSurroundings(PostgresConnection &server, PointInTime &state, const OperationContext &context)
{
    const auto read = server.run(queryOf(SurroundingsSql), context);
    if (!read)
        return failure(read.error());
    PostgresRow row(read->rows.value(0));
    state.isStandby = row.flag();
    state.isSuperuser = row.flag();
    state.name = row.text();
    state.replicas = row.number();
    state.otherDatabases = row.text().split(u'\n', Qt::SkipEmptyParts);
    return {};
}

/// Data directories that earlier restores have left beside the live one.
QJsonArray copiesBeside(const QString &dataFolder, const FileOps &files)
{
    QJsonArray copies;
    const QString parent = QFileInfo(dataFolder).path();
    for (const QString &name : files.list(parent).value_or(QStringList())) {
        const QString path = parent + u'/' + name;
        if (!path.startsWith(dataFolder + u'-') || !ClusterWord::isOwnFolder(path))
            continue;
        copies << QJsonObject{{QStringLiteral("folder"), path},
                              {QStringLiteral("isRunning"), serverProcess(path).has_value()},
                              {QStringLiteral("kind"), path.contains(QLatin1String("-old-"))
                                                           ? QStringLiteral("before")
                                                           : QStringLiteral("restored")}};
    }
    return copies;
}

QJsonArray findingsJson(const QList<Finding> &findings)
{
    QJsonArray all;
    for (const Finding &finding : findings)
        all << QJsonObject{{QStringLiteral("id"), finding.id},
                           {QStringLiteral("text"), finding.text},
                           {QStringLiteral("advice"), finding.advice}};
    return all;
}

} // namespace

Result<PointInTime> lookAtPointInTime(const PointInTimeTools &tools, const InstanceSession &session,
                                      const QJsonObject &arguments, const OperationContext &context)
{
    const auto id = wantedServerDatabase(session, arguments);
    if (!id)
        return failure(id.error());
    const auto way = tools.access.resolve(session, *id, context);
    if (!way)
        return failure(way.error());
    auto server = tools.access.open(session, *id, {}, context);
    if (!server)
        return failure(server.error());
    const auto archive = readArchiveSettings(*server, context);
    if (!archive)
        return failure(archive.error());
    PointInTime state{*id,
                      way->connection,
                      {},
                      false,
                      false,
                      findCluster(*server, way->connection, context),
                      *archive,
                      stanzaOf(archive->archiveCommand),
                      failure(ErrorKind::NotFound, PointInTimeText::tr("There is no stanza.")),
                      {},
                      0,
                      {}};
    if (auto read = addSurroundings(*server, state, context); !read)
        return failure(read.error());
    if (state.stanza && state.cluster)
        state.state = Backrest(*state.stanza, *state.cluster).state(context);
    if (state.isStandby)
        state.missing << lack("standby", PointInTimeText::tr("This server is a standby."),
                              PointInTimeText::tr("Ask its primary instead."));
    if (!state.cluster)
        state.missing << lack("not-reachable", state.cluster.error().message, state.cluster.error().advice);
    else if (state.cluster->tablespaces > 0)
        state.missing << lack("tablespaces", PointInTimeText::tr("The server keeps data in tablespaces "
                                                                 "outside its data directory."));
    if (state.cluster && !ToolLocator().find(QStringLiteral("pgbackrest")))
        state.missing << lack("package", PointInTimeText::tr("pgBackRest is not installed."),
                              PointInTimeText::tr("As root: apt install pgbackrest"));
    addSettingLacks(state);
    addStanzaLacks(state);
    return state;
}

QJsonObject toJson(const PointInTime &state, const FileOps &files)
{
    QJsonObject object{{QStringLiteral("database"), state.database},
                       {QStringLiteral("server"), connectionText(state.connection)},
                       {QStringLiteral("isReady"), state.isReady()},
                       {QStringLiteral("isReachable"), state.cluster.has_value()},
                       {QStringLiteral("missing"), findingsJson(state.missing)},
                       {QStringLiteral("walLevel"), state.archive.walLevel},
                       {QStringLiteral("archiveMode"), state.archive.archiveMode},
                       {QStringLiteral("archiveCommand"), state.archive.archiveCommand}};
    if (state.archive.archivedAt.isValid())
        object.insert(QStringLiteral("archivedUntil"), toIso(state.archive.archivedAt));
    if (state.stanza)
        object.insert(QStringLiteral("stanza"), state.stanza->name);
    if (state.cluster) {
        object.insert(QStringLiteral("dataFolder"), state.cluster->dataFolder);
        object.insert(QStringLiteral("timeline"), state.cluster->timeline);
        object.insert(QStringLiteral("copies"), copiesBeside(state.cluster->dataFolder, files));
    }
    if (state.state) {
        const QJsonObject repository = toJson(*state.state);
        for (auto it = repository.constBegin(); it != repository.constEnd(); ++it)
            object.insert(it.key(), it.value());
        if (state.state->from().isValid())
            object.insert(QStringLiteral("from"), toIso(state.state->from()));
    }
    return object;
}

Result<QDateTime> momentFromText(const QString &text)
{
    QString iso = text.trimmed();
    if (iso.size() > 10 && iso.at(10) == u' ')
        iso[10] = u'T';
    QDateTime moment = QDateTime::fromString(iso, Qt::ISODateWithMs);
    if (moment.timeSpec() == Qt::LocalTime && shownZone() == ShownZone::Utc)
        moment.setTimeSpec(Qt::UTC);
    if (!moment.isValid() || iso.size() <= 10)
        return failure(Error{ErrorKind::BadInput,
                             text,
                             PointInTimeText::tr("“%1” is no moment.").arg(text),
                             PointInTimeText::tr("Write it like 2026-11-21 14:05:22, or with a zone: "
                                                 "2026-11-21T14:05:22+01:00."),
                             {}});
    return moment.toUTC();
}

QString momentInBothZones(const QDateTime &moment)
{
    const QDateTime local = moment.toLocalTime();
    const QDateTime utc = moment.toUTC();
    const QString time =
        moment.time().msec() == 0 ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm:ss.zzz");
    const QString day = local.date() == utc.date() ? QString() : QStringLiteral("yyyy-MM-dd ");
    return QStringLiteral("%1 %2 (%3 UTC)")
        .arg(local.toString(QStringLiteral("yyyy-MM-dd ") + time), local.timeZoneAbbreviation(),
             utc.toString(QString(day + time)));
}

Result<Plan> newServerPlan(const InstanceSession &session, const char *action, const QJsonObject &arguments,
                           const OperationContext &context)
{
    const auto fingerprint = fingerprintOf(session, context);
    if (!fingerprint)
        return failure(fingerprint.error());
    Plan plan;
    plan.operation = QUuid::createUuid();
    plan.instance = session.instance().name;
    plan.action = QLatin1String(action);
    plan.parameters = arguments;
    plan.fingerprint = *fingerprint;
    return plan;
}

QJsonObject clusterArguments(const PointInTime &state)
{
    QJsonObject arguments{{QStringLiteral("database"), state.database}, {QStringLiteral("name"), state.name}};
    if (state.cluster)
        arguments.insert(QStringLiteral("cluster"), toJson(*state.cluster));
    if (state.stanza)
        arguments.insert(QStringLiteral("stanza"), toJson(*state.stanza));
    return arguments;
}

} // namespace pilothouse

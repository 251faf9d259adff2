// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/backrest.h"

#include "core/base/units.h"
#include "core/postgres/postgresrow.h"
#include "core/process/toollocator.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

namespace pilothouse {

namespace {

constexpr char ArchiveSql[] = R"(
SELECT current_setting('wal_level'), current_setting('archive_mode'),
       coalesce(nullif(current_setting('archive_command', true), '(disabled)'), ''),
       coalesce(current_setting('archive_library', true), ''),
       (extract(epoch FROM last_archived_time) * 1000)::bigint, last_archived_wal,
       coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false)
  FROM pg_stat_archiver)";

constexpr std::chrono::hours LongestRun{24};

QDateTime epoch(const QJsonValue &seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds.toInteger(), Qt::UTC);
}

BackrestBackup backupFrom(const QJsonObject &object)
{
    const QJsonObject info = object.value(QLatin1String("info")).toObject();
    const QJsonObject times = object.value(QLatin1String("timestamp")).toObject();
    BackrestBackup backup;
    backup.label = object.value(QLatin1String("label")).toString();
    backup.type = object.value(QLatin1String("type")).toString();
    backup.startedAt = epoch(times.value(QLatin1String("start")));
    backup.endedAt = epoch(times.value(QLatin1String("stop")));
    backup.bytes = info.value(QLatin1String("size")).toInteger();
    backup.storedBytes =
        info.value(QLatin1String("repository")).toObject().value(QLatin1String("delta")).toInteger();
    backup.hasErrors = object.value(QLatin1String("error")).toBool();
    return backup;
}

StanzaState stateFromInfo(const QJsonObject &object)
{
    StanzaState state;
    const QJsonObject status = object.value(QLatin1String("status")).toObject();
    state.message = status.value(QLatin1String("message")).toString();
    // A stanza without backups is sound: 2 is "no valid backups".
    const int code = status.value(QLatin1String("code")).toInt(-1);
    state.isSound = code == 0 || code == 2;
    const QJsonArray databases = object.value(QLatin1String("db")).toArray();
    const QJsonObject newest = databases.isEmpty() ? QJsonObject() : databases.last().toObject();
    state.systemIdentifier = newest.value(QLatin1String("system-id")).toVariant().toString();
    const int id = newest.value(QLatin1String("id")).toInt();
    for (const QJsonValue &value : object.value(QLatin1String("archive")).toArray()) {
        const QJsonObject archive = value.toObject();
        if (archive.value(QLatin1String("database")).toObject().value(QLatin1String("id")).toInt() != id)
            continue;
        state.walFrom = archive.value(QLatin1String("min")).toString();
        state.walTo = archive.value(QLatin1String("max")).toString();
    }
    for (const QJsonValue &value : object.value(QLatin1String("backup")).toArray()) {
        const QJsonObject backup = value.toObject();
        if (backup.value(QLatin1String("database")).toObject().value(QLatin1String("id")).toInt() == id)
            state.backups << backupFrom(backup);
    }
    return state;
}

} // namespace

Result<ArchiveSettings> readArchiveSettings(PostgresConnection &server, const OperationContext &context)
{
    const auto read = server.run(queryOf(ArchiveSql), context);
    if (!read)
        return failure(read.error());
    PostgresRow row(read->rows.value(0));
    ArchiveSettings settings;
    settings.walLevel = row.text();
    settings.archiveMode = row.text();
    settings.archiveCommand = row.text();
    settings.archiveLibrary = row.text();
    settings.archivedAt = row.moment();
    settings.archived = row.text();
    settings.isFailing = row.flag();
    return settings;
}

std::optional<Stanza> stanzaOf(const QString &archiveCommand)
{
    const QStringList words = QProcess::splitCommand(archiveCommand);
    if (QFileInfo(words.value(0)).fileName() != QLatin1String("pgbackrest")
        || !words.contains(QLatin1String("archive-push")))
        return std::nullopt;
    Stanza stanza;
    for (qsizetype at = 1; at < words.size(); ++at) {
        const QString name = words.at(at).section(u'=', 0, 0);
        const QString value =
            words.at(at).contains(u'=') ? words.at(at).section(u'=', 1) : words.value(at + 1);
        if (name == QLatin1String("--stanza"))
            stanza.name = value;
        else if (name == QLatin1String("--config"))
            stanza.config = value;
    }
    const auto program = ToolLocator().find(QStringLiteral("pgbackrest"));
    stanza.program = program ? *program : words.first();
    return stanza.name.isEmpty() ? std::nullopt : std::optional(stanza);
}

QJsonObject toJson(const Stanza &stanza)
{
    return {{QStringLiteral("program"), stanza.program},
            {QStringLiteral("config"), stanza.config},
            {QStringLiteral("name"), stanza.name}};
}

Stanza stanzaFromJson(const QJsonObject &object)
{
    return {object.value(QLatin1String("program")).toString(),
            object.value(QLatin1String("config")).toString(), object.value(QLatin1String("name")).toString()};
}

const BackrestBackup *StanzaState::before(const QDateTime &moment) const
{
    for (auto backup = backups.crbegin(); backup != backups.crend(); ++backup) {
        if (backup->endedAt <= moment)
            return &*backup;
    }
    return nullptr;
}

QJsonObject toJson(const StanzaState &state)
{
    QJsonArray backups;
    for (const BackrestBackup &backup : state.backups)
        backups << QJsonObject{{QStringLiteral("label"), backup.label},
                               {QStringLiteral("type"), backup.type},
                               {QStringLiteral("startedAt"), toIso(backup.startedAt)},
                               {QStringLiteral("endedAt"), toIso(backup.endedAt)},
                               {QStringLiteral("bytes"), backup.bytes},
                               {QStringLiteral("storedBytes"), backup.storedBytes},
                               {QStringLiteral("hasErrors"), backup.hasErrors}};
    return {{QStringLiteral("isSound"), state.isSound},
            {QStringLiteral("message"), state.message},
            {QStringLiteral("walFrom"), state.walFrom},
            {QStringLiteral("walTo"), state.walTo},
            {QStringLiteral("backups"), backups}};
}

CommandLine Backrest::command(const QString &verb, const QStringList &options) const
{
    QStringList words;
    if (!m_stanza.config.isEmpty())
        words << QStringLiteral("--config=") + m_stanza.config;
    words << QStringLiteral("--stanza=") + m_stanza.name;
    return asClusterOwner(m_cluster, m_stanza.program, words + options + QStringList{verb});
}

Result<StanzaState> Backrest::state(const OperationContext &context) const
{
    const auto told = run(QStringLiteral("info"), {QStringLiteral("--output=json")}, context);
    if (!told)
        return failure(told.error());
    const QJsonArray all = QJsonDocument::fromJson(*told).array();
    if (all.isEmpty())
        return failure(ErrorKind::BadData, tr("pgBackRest knows no stanza %1.").arg(m_stanza.name),
                       QString::fromUtf8(told->left(200)));
    return stateFromInfo(all.first().toObject());
}

Result<QByteArray> Backrest::run(const QString &verb, const QStringList &options,
                                 const OperationContext &context) const
{
    LocalProcessRunner runner;
    const auto ended = runner.run(command(verb, options), LongestRun, context);
    if (!ended)
        return failure(ended.error());
    if (ended->exitCode == 0)
        return ended->standardOutput;
    QByteArray complaint = ended->standardError.trimmed();
    if (complaint.isEmpty())
        complaint = ended->standardOutput.trimmed();
    return failure(Error{ErrorKind::Refused, m_stanza.name, tr("pgbackrest %1 failed.").arg(verb),
                         tr("What it says is in the details; its log has more."),
                         QString::fromUtf8(complaint.right(2000))});
}

} // namespace pilothouse

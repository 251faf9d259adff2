// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/backupstagestep.h"

#include "core/backup/databaseinspection.h"
#include "core/backup/datamirror.h"
#include "core/database/sqlitecopy.h"
#include "core/process/commandline.h"

namespace pilothouse {

namespace {

QString stagedPath(const QJsonObject &arguments)
{
    return arguments.value(QLatin1String("partial")).toString() + QStringLiteral("/stage/")
           + arguments.value(QLatin1String("member")).toString();
}

QString notePath(const QJsonObject &arguments)
{
    return arguments.value(QLatin1String("partial")).toString() + QStringLiteral("/stage/")
           + arguments.value(QLatin1String("database")).toString() + QStringLiteral(".json");
}

/// A copy out of a container is this user's; in the backup it is as it is in the container.
void useOwner(FileFacts &facts, const MirrorFile &file)
{
    facts.mode = file.facts.mode;
    facts.ownerId = file.ownerId;
    facts.groupId = file.groupId;
}

} // namespace

StepText BackupStageStep::describe(const QJsonObject &arguments) const
{
    const QString source = text(arguments, "source");
    return {tr("Copy %1 from one snapshot").arg(QFileInfo(source).fileName()),
            QStringLiteral("sqlite3 ") + shellQuoted(source) + u' '
                + shellQuoted(QStringLiteral(".backup ") + stagedPath(arguments))};
}

Result<QJsonObject> BackupStageStep::prepare(const StepScope &scope) const
{
    return checkBelow(text(scope.arguments, "partial"), scope.session.backupFolder()).map([] {
        return QJsonObject();
    });
}

Result<QJsonObject> BackupStageStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const ProfileDatabase *profile = scope.session.profile().database(text(scope.arguments, "database"));
    if (!profile)
        return failure(ErrorKind::BadInput, tr("The profile has no such database."),
                       text(scope.arguments, "database"));
    const QString source = text(scope.arguments, "source");
    const QString staged = stagedPath(scope.arguments);
    for (const QString &ending :
         {QString(), QStringLiteral("-wal"), QStringLiteral("-shm"), QStringLiteral("-journal")})
        if (Result<> removed = removeFileIfThere(staged + ending); !removed)
            return tl::unexpected(removed.error());
    Result<FileFacts> live = files().facts(source);
    if (!live)
        return tl::unexpected(withSubject(live.error(), source));
    if (const auto mirror = DataMirror::of(scope.session, files(), clock()))
        useOwner(*live,
                 mirror->note().files.value(QDir(scope.session.instance().dataDir).relativeFilePath(source)));
    const Result<QString> journalMode = copyOnline(source, staged, scope.context);
    if (!journalMode)
        return tl::unexpected(withSubject(journalMode.error(), QFileInfo(source).fileName()));
    Result<ManifestDatabase> database = inspectDatabase(staged, *profile, scope.context);
    if (!database) {
        // What was copied is no backup that another could replace: the service's own database is damaged.
        Error error = database.error();
        error.subject = source;
        if (error.kind == ErrorKind::BadData)
            error.advice = tr("No backup was made. The troubleshooter shows what is damaged; salvage it, or "
                              "restore the last verified backup.");
        return tl::unexpected(error);
    }
    database->journalMode = *journalMode;
    for (const QString &ending : {QStringLiteral("-wal"), QStringLiteral("-shm")})
        if (Result<> removed = removeFileIfThere(staged + ending); !removed)
            return tl::unexpected(removed.error());
    database->member = text(scope.arguments, "member");
    const QJsonObject note{{QStringLiteral("database"), toJson(*database)},
                           {QStringLiteral("mode"), static_cast<qint64>(live->mode)},
                           {QStringLiteral("uid"), static_cast<qint64>(live->ownerId)},
                           {QStringLiteral("gid"), static_cast<qint64>(live->groupId)}};
    if (Result<> written = writeNote(notePath(scope.arguments), note); !written)
        return tl::unexpected(written.error());
    return QJsonObject{{QStringLiteral("bytes"), database->pageCount * database->pageSize}};
}

Result<Observed> BackupStageStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const QString partial = text(scope.arguments, "partial");
    const bool isPast = files().exists(text(scope.arguments, "folder"))
                        || files().exists(partial + QStringLiteral("/manifest.json"));
    if (isPast || files().exists(notePath(scope.arguments)))
        return Observed::Done;
    return files().exists(stagedPath(scope.arguments)) ? Observed::Partly : Observed::NotDone;
}

Result<> BackupStageStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    if (Result<> removed = removeFileIfThere(notePath(scope.arguments)); !removed)
        return removed;
    for (const QString &ending :
         {QString(), QStringLiteral("-wal"), QStringLiteral("-shm"), QStringLiteral("-journal")})
        if (Result<> removed = removeFileIfThere(stagedPath(scope.arguments) + ending); !removed)
            return removed;
    return {};
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/restoresource.h"

#include "core/backup/foreignbackup.h"
#include "core/files/fileops.h"
#include "core/postgres/dumpfolder.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

/// Why nothing can be restored from it.
struct RestoreSourceText
{
    Q_DECLARE_TR_FUNCTIONS(RestoreSource)
};

Result<RestoreSource> openSet(const QString &set, const InstanceSession &session, FileOps &files,
                              const Clock &clock, const OperationContext &context)
{
    const BackupStore store(files, clock);
    const Result<Manifest> manifest = store.manifest(set);
    if (!manifest)
        return tl::unexpected(manifest.error());
    if (manifest->profile != session.profile().id)
        return failure(
            Error{ErrorKind::BadData,
                  QFileInfo(set).fileName(),
                  RestoreSourceText::tr("It is a backup of another service: %1.").arg(manifest->profile),
                  RestoreSourceText::tr("Choose a backup of %1.").arg(session.profile().title),
                  {}});
    RestoreSource source;
    source.manifest = *manifest;
    source.set = set;
    source.record = store.record(set);
    source.file = source.record.archive;
    source.isVerified = source.record.verified.state == BackupStamp::State::Reached;
    if (!source.record.problem.isEmpty())
        return failure(Error{ErrorKind::BadData,
                             QFileInfo(set).fileName(),
                             source.record.problem,
                             RestoreSourceText::tr("Use another backup."),
                             {}});
    if (const Result<> same = store.checkDigests(set, *manifest, context); !same)
        return tl::unexpected(same.error());
    for (const ManifestDatabase &database : manifest->databases) {
        if (!session.profile().database(database.id))
            return failure(Error{ErrorKind::BadData,
                                 database.id,
                                 RestoreSourceText::tr("The service has no such database."),
                                 {},
                                 {}});
        if (database.rows.isEmpty() && !database.server)
            return failure(Error{ErrorKind::BadData,
                                 database.id,
                                 RestoreSourceText::tr("It holds no tables."),
                                 RestoreSourceText::tr("Use another backup."),
                                 {}});
    }
    return source;
}

} // namespace

Result<RestoreSource> openRestoreSource(const QString &idOrPath, const InstanceSession &session,
                                        FileOps &files, const Clock &clock, const OperationContext &context)
{
    if (!idOrPath.startsWith(u'/')) {
        const Result<BackupRecord> record = BackupStore(files, clock).find(session.backupFolder(), idOrPath);
        if (!record)
            return tl::unexpected(record.error());
        return openSet(record->folder, session, files, clock, context);
    }
    const QString path = dumpFolderOf(QDir::cleanPath(idOrPath));
    const Result<FileFacts> facts = files.facts(path);
    if (!facts)
        return tl::unexpected(withSubject(facts.error(), path));
    const bool isDump = isDumpFolder(path);
    const QString folder = facts->isDirectory && !isDump ? path : QFileInfo(path).path();
    const bool isArchive = path.endsWith(u".tar.gz") || path.endsWith(u".tar.zst") || path.endsWith(u".dump")
                           || path.endsWith(u".dump.zst");
    const bool isInSet =
        (facts->isDirectory || isArchive) && files.exists(folder + QStringLiteral("/manifest.json"));
    if (isInSet)
        return openSet(folder, session, files, clock, context);
    if (!facts->isRegular && !isDump)
        return failure(Error{ErrorKind::BadInput,
                             path,
                             RestoreSourceText::tr("It is neither a backup set nor a file."),
                             {},
                             {}});
    return readForeignBackup(path, session.profile(), session.stateFolder() + QStringLiteral("/scratch"),
                             files, context);
}

} // namespace pilothouse

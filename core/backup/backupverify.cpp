// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the files of a set tell about themselves.

#include "core/backup/archivereader.h"
#include "core/backup/backupstore.h"
#include "core/backup/databaseinspection.h"
#include "core/database/sqliteengine.h"
#include "core/files/fileops.h"
#include "core/postgres/dumpheader.h"
#include "core/postgres/postgresrestore.h"
#include "core/postgres/postgrestools.h"

#include <QCoreApplication>

#include <future>

namespace pilothouse {

namespace {

/// What is wrong with a set.
struct BackupVerifyText
{
    Q_DECLARE_TR_FUNCTIONS(BackupStore)
};

/// Removes what verifications of processes that are gone have left: a kill lets nobody clean up behind
/// itself.
void sweepScratch(FileOps &files, const QString &scratch)
{
    for (const QString &name : files.list(scratch).value_or(QStringList())) {
        const QString pid = name.section(u'-', 1, 1);
        const bool isOrphan = name.startsWith(u"verify-") && !files.exists(QStringLiteral("/proc/") + pid);
        if (isOrphan && !files.removeTree(scratch + u'/' + name))
            qWarning("a scratch folder stays: %s", qPrintable(scratch + u'/' + name));
    }
}

} // namespace

Result<Manifest> BackupStore::verifySet(const QString &set, const QString &scratch,
                                        const OperationContext &context) const
{
    const Result<Manifest> read = manifest(set);
    if (!read)
        return read;
    if (const QString problem = missingFile(set, *read); !problem.isEmpty())
        return damaged(set, problem);
    Result<> checked = read->hasArchive() ? checkArchive(set, *read, scratch, context) : Result<>();
    for (const ManifestMember &member : read->beside())
        if (checked)
            checked = checkDigest(set, member, context.withSink({}));
    for (const ManifestDatabase &database : read->databases)
        if (checked && database.server)
            checked = checkDump(set, database, context);
    if (!checked)
        return tl::unexpected(withSubject(checked.error(), QFileInfo(set).fileName()));
    return read;
}

Result<> BackupStore::checkArchive(const QString &set, const Manifest &manifest, const QString &scratch,
                                   const OperationContext &context) const
{
    ArchiveRequest request;
    request.archive = set + u'/' + manifest.archive;
    request.members = manifest.packed();
    for (const ManifestDatabase &database : manifest.databases)
        if (!database.server)
            request.wanted << database.member;
    if (const Result<> made = m_files.makeFolder(scratch); !made)
        return made;
    sweepScratch(m_files, scratch);
    request.destination = QStringLiteral("%1/verify-%2-%3")
                              .arg(scratch)
                              .arg(QCoreApplication::applicationPid())
                              .arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
    request.isScratch = true;
    std::future<Result<QByteArray>> hashing =
        std::async(std::launch::async, [&] { return m_files.sha256(request.archive, context.withSink({})); });
    Result<> checked = readArchive(request, context);
    if (checked)
        checked = checkDatabases(manifest, request.destination, context);
    const Result<QByteArray> digest = hashing.get();
    if (!digest)
        checked = tl::unexpected(digest.error());
    else if (*digest != manifest.archiveSha256)
        checked = damaged(set, BackupVerifyText::tr("Its archive was changed after it was written."));
    if (m_files.exists(request.destination))
        if (const Result<> removed = m_files.removeTree(request.destination); !removed && checked)
            checked = removed;
    return checked;
}

/// After the digests: reading finds what was written wrong, and only a digest finds every changed bit
/// (RELIABILITY.md D24).
Result<> BackupStore::checkDump(const QString &set, const ManifestDatabase &database,
                                const OperationContext &context) const
{
    const DumpHeader header{{}, {}, {}, database.server->dumpVersion};
    const auto tool = PostgresTools().find(QStringLiteral("pg_restore"), header.dumpMajor(), context);
    if (!tool)
        return tl::unexpected(tool.error());
    return readWholeDump(set + u'/' + dumpPlace(database.member), tool->program, context);
}

Result<> BackupStore::checkDigests(const QString &set, const Manifest &manifest,
                                   const OperationContext &context) const
{
    if (manifest.hasArchive()) {
        const Result<QByteArray> digest = m_files.sha256(set + u'/' + manifest.archive, context);
        if (!digest)
            return tl::unexpected(digest.error());
        if (*digest != manifest.archiveSha256)
            return damaged(set, BackupVerifyText::tr("Its archive was changed after it was written."));
    }
    for (const ManifestMember &member : manifest.beside())
        if (Result<> checked = checkDigest(set, member, context); !checked)
            return checked;
    return {};
}

Result<> BackupStore::checkDigest(const QString &set, const ManifestMember &member,
                                  const OperationContext &context) const
{
    const Result<QByteArray> digest = m_files.sha256(set + u'/' + member.path, context);
    if (!digest)
        return tl::unexpected(digest.error());
    if (*digest != member.sha256)
        return damaged(set, BackupVerifyText::tr("%1 was changed after it was written.").arg(member.path));
    return {};
}

Result<> BackupStore::checkDatabases(const Manifest &manifest, const QString &folder,
                                     const OperationContext &context) const
{
    for (const ManifestDatabase &database : manifest.databases) {
        if (database.server)
            continue;
        const QString path = folder + u'/' + database.member;
        if (Result<> header = checkSqliteHeader(path); !header)
            return header;
        const Result<DatabaseCheck> check = SqliteEngine().quickCheck(path, context);
        if (!check)
            return tl::unexpected(check.error());
        if (check->verdict != CheckVerdict::Passed)
            return damaged(folder, BackupVerifyText::tr("The database in it is damaged."),
                           database.id + u": " + check->problems.value(0));
    }
    return {};
}

} // namespace pilothouse

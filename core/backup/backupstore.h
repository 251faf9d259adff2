// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/backup/manifest.h"
#include "core/base/clock.h"
#include "core/base/operationcontext.h"
#include "core/domain/backuprecord.h"

namespace pilothouse {

class FileOps;

/// The backup sets in a folder, as their own files tell them: <stamp>-<id8>/ with archive, manifest.json,
/// manifest.sha256 and small stamps. There is no other database of them. Blocking; from any thread.
class BackupStore
{
public:
    enum class Stamp { Verified, Proven };

    BackupStore(FileOps &files, const Clock &clock);

    /// Newest first. Unfinished sets are not in it; a set that cannot be read is, with its `problem`.
    QList<BackupRecord> list(const QString &folder) const;
    /// By id, by a beginning of it of at least 8 letters, or by the name of its folder.
    [[nodiscard]] Result<BackupRecord> find(const QString &folder, const QString &idOrName) const;
    /// One set; never fails: what is wrong is its `problem`.
    BackupRecord record(const QString &set) const;

    /// The manifest of a set after its own digest has been checked.
    [[nodiscard]] Result<Manifest> manifest(const QString &set) const;
    /// SHA-256 of manifest.json, hexadecimal: names exactly this state of the set.
    [[nodiscard]] Result<QString> manifestDigest(const QString &set) const;
    /// Everything that the files alone can tell: digests of manifest, archive and every member, the structure
    /// of each database, unpacked into a private folder below `scratch` that is gone afterwards, and each
    /// dump read to its end.
    [[nodiscard]] Result<Manifest> verifySet(const QString &set, const QString &scratch,
                                             const OperationContext &context) const;

    /// What of a set is not as the manifest has it, by a digest of each of its files. BadData.
    [[nodiscard]] Result<> checkDigests(const QString &set, const Manifest &manifest,
                                        const OperationContext &context) const;

    [[nodiscard]] Result<> stamp(const QString &set, Stamp stamp, BackupStamp::State state,
                                 const QString &note);
    /// The content of a stamp's file; empty: there is none.
    QByteArray stampFile(const QString &set, Stamp stamp) const;
    /// Puts an earlier content back; empty removes it.
    [[nodiscard]] Result<> setStampFile(const QString &set, Stamp stamp, const QByteArray &content);
    [[nodiscard]] Result<> setPinned(const QString &set, bool isPinned);
    /// Notes where the second copy lies, or why there is none.
    [[nodiscard]] Result<> noteCopy(const QString &set, const QString &copy, const QString &problem);
    QJsonObject copyNote(const QString &set) const;

    /// Unfinished sets and scratch folders in `folder` that belong to none of the operations in `needed`.
    QStringList leftovers(const QString &folder, const QList<QUuid> &needed) const;

    /// True for <stamp>-<id8>.
    static bool isSetName(const QString &name);
    /// "20261120T220941Z-0198f1c2", from the time and the operation that makes it.
    static QString setName(const QDateTime &at, const QUuid &operation);

private:
    QJsonObject sidecar(const QString &set, const QString &name) const;
    [[nodiscard]] Result<> writeSidecar(const QString &set, const QString &name, QJsonObject content);
    BackupStamp readStamp(const QString &set, Stamp stamp, const BackupRecord &record,
                          const QString &digest) const;
    static tl::unexpected<Error> damaged(const QString &set, const QString &message,
                                         const QString &detail = {});
    static QString firstDump(const Manifest &manifest);
    QString missingFile(const QString &set, const Manifest &manifest) const;
    [[nodiscard]] Result<> checkArchive(const QString &set, const Manifest &manifest, const QString &scratch,
                                        const OperationContext &context) const;
    [[nodiscard]] Result<> checkDump(const QString &set, const ManifestDatabase &database,
                                     const OperationContext &context) const;
    [[nodiscard]] Result<> checkDigest(const QString &set, const ManifestMember &member,
                                       const OperationContext &context) const;
    [[nodiscard]] Result<> checkDatabases(const Manifest &manifest, const QString &folder,
                                          const OperationContext &context) const;

    FileOps &m_files;
    const Clock &m_clock;
};

} // namespace pilothouse

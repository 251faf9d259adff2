// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/backup/manifest.h"
#include "core/base/operationcontext.h"
#include "core/base/result.h"

#include <QHash>

namespace pilothouse {

/// What to take out of an archive that nobody vouches for.
struct ArchiveRequest
{
    QString archive;               ///< absolute path
    QList<ManifestMember> members; ///< all that it may and must hold
    QHash<QString, QString> names; ///< name in the archive -> path of its member; empty: they are the same
    QString destination;    ///< a folder that must not exist yet; empty: everything is only read and hashed
    bool hasDigests = true; ///< false: a foreign archive, whose members have no digest yet
    QStringList wanted;     ///< paths of the members to write; empty: all
    bool isScratch = false; ///< true: it is looked at and removed again, so nothing is brought to the disk
};

/// Reads a tar (plain, gzip or zstd) to its end, hashing every member, and writes the wanted ones to a new
/// folder (0700; databases 0600, files with their modes; owners are never taken from the archive). Refuses
/// with BadData whatever is not exactly the declared members: other names, links, devices, duplicates, wrong
/// sizes or digests, something behind the end. The folder is removed again when that happens.
[[nodiscard]] Result<> readArchive(const ArchiveRequest &request, const OperationContext &context);

/// A member of an archive of unknown origin.
struct ArchiveListing
{
    QString name; ///< as in the archive; made visible before it is shown
    qint64 bytes = 0;
    uint mode = 0600;
};

/// The regular files of an archive of unknown origin, read to its end; `largest` caps what it may unpack to.
/// The same things are refused; folders are passed over.
[[nodiscard]] Result<QList<ArchiveListing>> listArchive(const QString &archive, qint64 largest,
                                                        const OperationContext &context);

} // namespace pilothouse

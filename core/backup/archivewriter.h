// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>

namespace pilothouse {

/// A file that goes into an archive.
struct ArchiveSource
{
    QString name; ///< in the archive
    QString file; ///< absolute path
    uint mode = 0600;
    uint ownerId = 0;
    uint groupId = 0;
    qint64 modifiedMs = 0;
};

/// What was written: digests in the order of the sources.
struct WrittenArchive
{
    qint64 bytes = 0;
    QByteArray sha256; ///< 32 bytes
    struct Member
    {
        qint64 bytes = 0;
        QByteArray sha256;
    };
    QList<Member> members;
};

/// Writes a tar archive ("tar.gz" on two threads, or "tar.zst") to a new private file and brings it to the
/// disk. Hashes every member as it is read and the archive as it is written. BadData where a file changes
/// while it is read.
[[nodiscard]] Result<WrittenArchive> writeArchive(const QString &archive, const QString &format,
                                                  const QList<ArchiveSource> &sources,
                                                  const OperationContext &context);

} // namespace pilothouse

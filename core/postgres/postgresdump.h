// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postgres/connectiontext.h"
#include "core/postgres/dumpfacts.h"
#include "core/postgres/dumpfolder.h"

namespace pilothouse {

/// What a dump is made of and where it goes.
struct DumpRequest
{
    QString file;       ///< absolute; there must be none of that name
    QString program;    ///< pg_dump of the server's version
    QStringList tables; ///< as DumpTable::quoted has them; empty: all
    QString session;    ///< what the server calls our sessions
    int jobs = 1;       ///< more than one: `file` becomes a folder that so many sessions fill at once
};

/// A dump as it lies on the disk.
struct WrittenDump
{
    DumpFacts facts;
    qint64 bytes = 0;
    QByteArray sha256;     ///< 32 bytes; of a folder: empty
    QList<DumpPart> parts; ///< of a folder
};

/// Writes an archive in custom format inside zstd, which `zstd -dc FILE | pg_restore` reads, or one in
/// directory format, and counts the rows of every table in the very snapshot that it holds (RELIABILITY.md
/// G11). Nothing stays of it unless all went well. Progress in bytes that the server has copied.
///
/// pg_dump itself compresses with one core, and deflates slower than the server copies; zstd in all cores
/// keeps up with the server, in less space. Where there are cores and large tables for three jobs or more,
/// a folder is quicker all the same: each job copies and deflates a table of its own.
[[nodiscard]] Result<WrittenDump> writeDump(const GivenConnection &given, const DumpRequest &request,
                                            const OperationContext &context);

/// Roles and tablespaces of the server as SQL, without passwords.
[[nodiscard]] Result<> writeGlobals(const GivenConnection &given, const QString &program, const QString &file,
                                    const OperationContext &context);

/// What one of PostgreSQL's programs said when it failed, as an error.
[[nodiscard]] Error toolError(const QString &program, const QByteArray &complaints, const QString &subject);

} // namespace pilothouse

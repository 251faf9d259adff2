// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postgres/connectiontext.h"
#include "core/postgres/dumpfacts.h"

namespace pilothouse {

/// What a dump is made of and where it goes.
struct DumpRequest
{
    QString file;       ///< absolute; there must be none of that name
    QString program;    ///< pg_dump of the server's version
    QStringList tables; ///< as DumpTable::quoted has them; empty: all
    QString session;    ///< what the server calls our sessions
};

/// A dump as it lies on the disk.
struct WrittenDump
{
    DumpFacts facts;
    qint64 bytes = 0;
    QByteArray sha256; ///< 32 bytes
};

/// Writes an archive in custom format inside zstd, which `zstd -dc FILE | pg_restore` reads, and counts the
/// rows of every table in the very snapshot that it holds (RELIABILITY.md G11). Nothing stays of the file
/// unless all went well. Progress in bytes that the server has copied.
///
/// pg_dump itself compresses with one core, and deflates slower than the server copies; zstd in all cores
/// keeps up with the server, in less space.
[[nodiscard]] Result<WrittenDump> writeDump(const GivenConnection &given, const DumpRequest &request,
                                            const OperationContext &context);

/// Roles and tablespaces of the server as SQL, without passwords.
[[nodiscard]] Result<> writeGlobals(const GivenConnection &given, const QString &program, const QString &file,
                                    const OperationContext &context);

/// What one of PostgreSQL's programs said when it failed, as an error.
[[nodiscard]] Error toolError(const QString &program, const QByteArray &complaints, const QString &subject);

} // namespace pilothouse

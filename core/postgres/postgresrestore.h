// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/postgres/connectiontext.h"

#include <QStringList>

namespace pilothouse {

/// What goes into an empty database, and how.
struct DumpRestore
{
    QString file;    ///< absolute
    QString program; ///< pg_restore that reads its version
    QString session; ///< what the server calls our sessions
    int jobs = 1;
    bool hasOwners = true; ///< false: everything belongs to the role that restores
    QStringList leftOut;   ///< foreign keys to tables that it does not hold: "public.entries entries_fkey"
    qint64 bytes = 0;      ///< of the database, for the progress; 0: unknown
};

/// Restores into the database of the connection, which must be empty: objects are created, never dropped
/// (RELIABILITY.md 0.3 tells what --clean does). Ends at the first error. Jobs work side by side, which needs
/// no transaction around them: a database that is not whole is thrown away. Of an archive that nothing
/// deflated, as ours are, all jobs load the same table; else pg_restore gives each job a table, or reads
/// alone from a pipe what is packed.
[[nodiscard]] Result<> restoreDump(const GivenConnection &given, const DumpRestore &restore,
                                   const OperationContext &context);

/// Reads an archive from its first byte to its last, as a restore would; the table of contents alone proves
/// nothing (RELIABILITY.md D24).
[[nodiscard]] Result<> readWholeDump(const QString &file, const QString &program,
                                     const OperationContext &context);

/// Lines of the archive's table of contents: "TABLE DATA public tenants owner", without numbers.
[[nodiscard]] Result<QStringList> dumpContents(const QString &file, const QString &program,
                                               const OperationContext &context);

} // namespace pilothouse

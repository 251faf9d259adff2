// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/backup/manifest.h"
#include "core/base/operationcontext.h"
#include "core/postgres/dumpheader.h"
#include "core/profile/serviceprofile.h"

#include <optional>

namespace pilothouse {

/// Whether a file, be it packed with zstd, or a folder begins as an archive of pg_dump does.
bool isDumpFile(const QString &file);

/// Why a dump of pg_dump in another form than ours cannot be restored: a tar, which pg_restore reads without
/// end where it was cut off, or SQL text. Nothing where it is none of these.
std::optional<Error> otherDumpForm(const QString &path);

/// What an archive of pg_dump tells about itself.
struct DumpContents
{
    DumpHeader header;
    QStringList entries; ///< lines of its table of contents: "TABLE DATA public tenants owner"

    int tables() const;
};

/// Reads a dump, file or folder, from its begin to its end. BadData where it cannot be.
[[nodiscard]] Result<DumpContents> readDump(const QString &path, const OperationContext &context);

/// Brings a dump that something else made into the form of a manifest, as far as its table of contents tells:
/// no rows, and owners by their names. Read to its end. BadData where it cannot be, or holds no table, or
/// where it is not clear which of the service's databases it is.
[[nodiscard]] Result<> readForeignDump(const QString &file, const ServiceProfile &profile,
                                       const OperationContext &context, Manifest &manifest);

} // namespace pilothouse

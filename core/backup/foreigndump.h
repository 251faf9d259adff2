// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/backup/manifest.h"
#include "core/base/operationcontext.h"
#include "core/profile/serviceprofile.h"

#include <optional>

namespace pilothouse {

/// Whether a file begins as an archive of pg_dump does, be it packed with zstd.
bool isDumpFile(const QString &file);

/// Why a dump of pg_dump in another form than ours cannot be restored: a folder, a tar or SQL text. Nothing
/// where it is none of these.
std::optional<Error> otherDumpForm(const QString &path);

/// Brings a dump that something else made into the form of a manifest, as far as its table of contents tells:
/// no rows, and owners by their names. Read to its end. BadData where it cannot be, or holds no table, or
/// where it is not clear which of the service's databases it is.
[[nodiscard]] Result<> readForeignDump(const QString &file, const ServiceProfile &profile,
                                       const OperationContext &context, Manifest &manifest);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/backup/manifest.h"
#include "core/base/operationcontext.h"
#include "core/profile/serviceprofile.h"

namespace pilothouse {

/// Looks at a copy of a database that nobody writes: everything that its content can be refused for. BadData,
/// with a sentence, where it is empty, encrypted, damaged, without tables, or of no layout that the profile
/// knows. The result has no member; a failed foreign key check is in its checks and is no refusal.
[[nodiscard]] Result<ManifestDatabase> inspectDatabase(const QString &path, const ProfileDatabase &profile,
                                                       const OperationContext &context);

/// BadData names the first table whose rows or content are not as they were when the backup was taken.
[[nodiscard]] Result<> compareContents(const ManifestDatabase &expected, const ManifestDatabase &found);

/// BadData where the first bytes are not those of a SQLite database.
[[nodiscard]] Result<> checkSqliteHeader(const QString &path);

/// Marks a staged file, which nobody has open, as one in WAL mode: copies have none, and a file that is moved
/// into place must have the mode that the service had.
[[nodiscard]] Result<> markAsWal(const QString &path);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/database/sqliteconnection.h"

#include <functional>

namespace pilothouse {

/// Copies all pages of one open database over another through SQLite's backup API, as one write transaction
/// of the target. The caller sees to it that the source stands still. Cancelling leaves the target as it was.
/// `onCopied` hears after every step how many pages have been copied.
[[nodiscard]] Result<> copyPages(const SqliteConnection &source, const SqliteConnection &target,
                                 const OperationContext &context, const QString &progressText,
                                 const std::function<void(int)> &onCopied = {});

/// An online copy of a live database from one snapshot into a new private file (0600), plain and fsynced; the
/// file is removed again where that fails. It goes to the disk while it is copied, so that the service's own
/// commits do not wait for a flood at the end. Returns the journal mode of the source.
[[nodiscard]] Result<QString> copyOnline(const QString &path, const QString &destination,
                                         const OperationContext &context);

/// fsync of a closed file and of its folder.
[[nodiscard]] Result<> syncClosedFile(const QString &path);

} // namespace pilothouse

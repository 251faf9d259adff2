// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/database/sqliteconnection.h"
#include "core/domain/databaseinfo.h"

namespace pilothouse {

/// Tables with columns and keys, without counting rows; the service's own, not SQLite's. Virtual tables are
/// left out: what they hold is in their shadow tables.
[[nodiscard]] Result<QList<TableInfo>> readTables(const SqliteConnection &connection);

/// One of them. NotFound where there is no such table.
[[nodiscard]] Result<TableInfo> readTable(const SqliteConnection &connection, const QString &name);

/// SHA-256 over type, name, table and text of every object of the schema, each ended by NUL, ordered by type
/// and name.
[[nodiscard]] Result<QString> schemaDigest(const SqliteConnection &connection);

/// `"a", "b"` of names.
[[nodiscard]] Result<QString> quoteList(const QStringList &names);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/domain/databaseinfo.h"

namespace pilothouse {

class Catalogue;
class CheckStore;
class InstanceSession;
class PostgresAccess;
class SqliteEngine;

/// Every database of the profile with its layout; one that is missing or broken is in it with its error.
/// Blocks.
[[nodiscard]] Result<QList<DatabaseInfo>>
listDatabases(const InstanceSession &session, const SqliteEngine &engine, const OperationContext &context);

/// Puts the mask in the place of every value in such a column: rows are for looking, and may end in a picture
/// or a file.
void maskSecretColumns(const QStringList &columns, QList<QList<QVariant>> &rows);

/// Why there is no such file among the service's databases: it lies on a server, or there is none of this id.
Error noSuchFile(const InstanceSession &session, const QString &id);

/// Adds the queries databases.list, .tables, .rows and .check. What is handed over outlives the catalogue;
/// verdicts are kept in the store where there is one; without `postgres` databases on servers are left out.
void addDatabaseQueries(Catalogue &catalogue, const SqliteEngine &engine, const CheckStore *store = nullptr,
                        const PostgresAccess *postgres = nullptr);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/domain/databaseinfo.h"

namespace pilothouse
{

class Catalogue;
class InstanceSession;
class SqliteEngine;

/// Every database of the profile with its layout; one that is missing or broken is in it with its error. Blocks.
[[nodiscard]] Result<QList<DatabaseInfo>> listDatabases(const InstanceSession &session, const SqliteEngine &engine,
                                                        const OperationContext &context);

/// Adds the queries databases.list, .tables, .rows and .check. The engine must outlive the catalogue.
void addDatabaseQueries(Catalogue &catalogue, const SqliteEngine &engine);

} // namespace pilothouse

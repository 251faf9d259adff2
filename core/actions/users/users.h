// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/domain/entityrow.h"

namespace pilothouse {

class Catalogue;
class InstanceSession;
class SqliteEngine;
struct DataEngines;

/// All rows of an entity of the profile, decoded, in the order of its list (at most 200 000). Blocks.
[[nodiscard]] Result<QList<EntityRow>> listEntities(const InstanceSession &session,
                                                    const DataEngines &engines, const QString &entityId,
                                                    const OperationContext &context);

/// What one of them owns in all databases and files; `key` is its key or a label that only one has.
[[nodiscard]] Result<QList<OwnedCount>> ownedBy(const InstanceSession &session, const DataEngines &engines,
                                                const QString &entityId, const QString &key,
                                                const OperationContext &context);

/// Adds users.disable, .enable and .delete with their undo, and users.list, .show and .owned.
/// The engine must outlive the catalogue.
void addUserActions(Catalogue &catalogue, const SqliteEngine &engine);

} // namespace pilothouse

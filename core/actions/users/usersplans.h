// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/datareader.h"
#include "core/plan/catalogue.h"

namespace pilothouse {

/// A plan that sets the columns which the profile's action of this name sets, in one row.
[[nodiscard]] Result<Plan> planEntityAction(const InstanceSession &session, const SqliteEngine &engine,
                                            const QString &actionId, const QJsonObject &arguments,
                                            const OperationContext &context);

/// A plan that deletes a row with all that it owns, or the row alone where `keepData` is set.
[[nodiscard]] Result<Plan> planEntityDelete(const InstanceSession &session, const SqliteEngine &engine,
                                            const QJsonObject &arguments, const OperationContext &context);

/// The plan that puts back what the rows.change, postgres.change-rows and file.set-aside steps of an
/// operation did, from its journal. Can be put back itself. Refused, naming rows and places, where something
/// has changed since.
[[nodiscard]] Result<Plan> planRowsUndo(const InstanceSession &session, const DataEngines &engines,
                                        const OperationRecord &record, const OperationContext &context);

} // namespace pilothouse

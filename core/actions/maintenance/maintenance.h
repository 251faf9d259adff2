// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/domain/maintenanceitem.h"

#include <functional>

namespace pilothouse {

class Catalogue;
class InstanceSession;

/// Reads some rows of the list; blocks. What it cannot read should be a row of its own that says so; a
/// failure becomes one.
struct MaintenanceProvider
{
    QString id; ///< "databases"
    MaintenanceGroup group = MaintenanceGroup::Databases;
    std::function<Result<QList<MaintenanceItem>>(const InstanceSession &, const OperationContext &)> read;
};

/// Adds the query maintenance.list: the rows of all providers, by group, else in their order.
void addMaintenanceQuery(Catalogue &catalogue, const QList<MaintenanceProvider> &providers);

} // namespace pilothouse

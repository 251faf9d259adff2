// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/maintenance/maintenance.h"

namespace pilothouse {

class Clock;
class FileOps;
class MetricStore;
class RevertStore;

/// What the rows about access and running are read with; all of it outlives the providers.
struct HardeningTools
{
    const FileOps &files;
    const MetricStore &metrics;
    const RevertStore &reverts;
    const Clock &clock;
};

/// Rows about permissions and reach.
MaintenanceProvider accessMaintenance(const HardeningTools &tools);
/// Rows about limits, log driver and rotation, and what goes back by itself.
MaintenanceProvider runningMaintenance(const HardeningTools &tools);

} // namespace pilothouse

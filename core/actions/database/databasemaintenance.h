// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/maintenance/maintenance.h"

namespace pilothouse {

class BackupStore;
class CheckStore;
class Clock;
class FileOps;
class SqliteEngine;

/// What the rows of the databases are read with; all of it outlives the provider.
struct DatabaseMaintenanceTools
{
    const SqliteEngine &engine;
    const CheckStore &checks;
    const BackupStore &backups;
    const FileOps &files;
    const Clock &clock;
};

/// Integrity and foreign keys with their age, what VACUUM would free, the last backup and the safety copies.
MaintenanceProvider databaseMaintenance(const DatabaseMaintenanceTools &tools);

} // namespace pilothouse

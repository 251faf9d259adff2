// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/backup/backupactions.h"

namespace pilothouse {

class Catalogue;
class CheckStore;
class SqliteEngine;

/// What the planners of database maintenance read with; all of it outlives the catalogue.
struct DatabaseTools
{
    BackupTools backups;
    const SqliteEngine &engine;
    const CheckStore &checks;
};

/// Adds database.vacuum, .analyze, .check and .recover, and the query databases.checks.
void addDatabaseActions(Catalogue &catalogue, const DatabaseTools &tools);

} // namespace pilothouse

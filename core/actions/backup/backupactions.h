// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pilothouse {

class Catalogue;
class Clock;
class FileOps;
class JournalStore;
class PostgresAccess;

/// What the planners of backups read with. All of it outlives the catalogue.
struct BackupTools
{
    FileOps &files;
    const Clock &clock;
    const JournalStore &journals;
    QString version;                        ///< of this program, for manifests
    const PostgresAccess *server = nullptr; ///< null: databases on servers are not reached
};

/// Adds backup.create, .verify, .pin, .unpin, .prune, .tidy and .restore, and the queries backup.list and
/// backup.show.
void addBackupActions(Catalogue &catalogue, const BackupTools &tools);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/backup/backupstore.h"

namespace pilothouse {

/// One set that makeBackupSet() makes.
struct BackupSetMaker
{
    QDateTime takenAt;
    QString trigger = QStringLiteral("schedule");
    QStringList databases{QStringLiteral("portagent"), QStringLiteral("agentx"), QStringLiteral("queue")};
    int rows = 100; ///< in each database
    int files = 3;  ///< beside the databases
};

/// Writes a real set (SQLite files in a tar.gz, manifest, digest) below `folder` and gives its own folder;
/// ends the test program where that fails. Verified and proven are up to the caller.
QString makeBackupSet(const QString &folder, const BackupSetMaker &maker);

} // namespace pilothouse

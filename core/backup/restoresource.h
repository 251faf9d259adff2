// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/backup/backupstore.h"
#include "core/instances/instancesession.h"

#include <QHash>

namespace pilothouse {

class FileOps;

/// Something that can be restored from: a set of ours, or a file that something else made, brought into the
/// same form.
struct RestoreSource
{
    Manifest manifest;
    QString file;                  ///< absolute: the archive, or the bare database
    QString set;                   ///< folder of the set; empty for a foreign file
    QHash<QString, QString> names; ///< name in a foreign archive -> path of its member
    bool isBare = false;           ///< `file` is the database itself
    bool isVerified = false;
    BackupRecord record; ///< of a set

    bool isForeign() const { return set.isEmpty(); }
};

/// Finds what to restore from: an id or folder name of the instance's history, the folder of a set, the
/// archive in one, the runbook script's tar, or a database file. Reads only (foreign files are unpacked once
/// into a private folder below `scratch`). BadData or BadInput, with a sentence, for everything that cannot
/// be restored.
[[nodiscard]] Result<RestoreSource> openRestoreSource(const QString &idOrPath, const InstanceSession &session,
                                                      FileOps &files, const Clock &clock,
                                                      const OperationContext &context);

} // namespace pilothouse

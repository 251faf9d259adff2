// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/backup/manifest.h"
#include "core/plan/plan.h"
#include "core/postgres/databasetwin.h"

namespace pilothouse {

/// What a restore of a dump onto a server is asked before anything is touched.
struct PreflightQuestion
{
    QString live; ///< name of the database that is to be replaced or stood beside
    const ManifestDatabase &backup;
    bool isForeign = false; ///< no backup of ours proves the dump
    bool isBeside = false;  ///< into another database: nobody is disturbed
    QString serviceRole; ///< whose sessions end with the service; empty: not known, or it cannot be stopped
};

/// What it says.
struct PreflightAnswer
{
    QList<Finding> findings;
    bool isLiveThere = false;
    bool mayGiveOwners = true; ///< false: what is restored belongs to the role that restores
    DatabaseTraits traits;     ///< of the new database: as the live one, else as the dumped one was
    QStringList dataFolders;   ///< where the server keeps databases, where that is on this machine
    qint64 liveBytes = 0;
};

/// Asks the server through a session beside the databases in question.
[[nodiscard]] Result<PreflightAnswer>
askServer(PostgresConnection &connection, const PreflightQuestion &question, const OperationContext &context);

} // namespace pilothouse

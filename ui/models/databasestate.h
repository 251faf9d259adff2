// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/databaseinfo.h"
#include "ui/models/cellvalue.h"
#include "ui/models/valuetablemodel.h"

namespace pilothouse {

/// Keys of a key-value table that begin alike: "images:".
struct KeyKind
{
    QString table;
    QString prefix; ///< with its colon
    qint64 rows = 0;

    bool operator==(const KeyKind &) const = default;
};

/// All that the page knows of one database file.
struct DatabaseState
{
    DatabaseInfo info;
    int place = 0; ///< in the profile
    QString fileName;
    QString layoutTitle;
    QList<TableInfo> tables;
    QList<KeyKind> kinds;
    std::optional<Error> tablesError;
    QList<FileHolder> holders;
    bool areHoldersComplete = true;
    QList<double> course; ///< bytes of the last days
    std::optional<double> growthPerDay;
    QList<DatabaseCheck> checks; ///< the newest of each kind since the file was replaced, and that note
    bool isChecking = false;
    bool isOnServer = false; ///< of PostgreSQL; info.exists: it answers
    QString address;         ///< of the server, without a password
    QString serverVersion;

    bool operator==(const DatabaseState &) const = default;
};

/// How a verdict reads: in a cell of the table and in a line of the pane.
VerdictCell integrityVerdict(const DatabaseState &state, const QDateTime &now);
VerdictCell foreignKeyVerdict(const DatabaseState &state, const QDateTime &now);
/// The worst of what is known of the file.
StateKind stateOf(const DatabaseState &state, const QDateTime &now);
/// "+38 MB / day"; empty where too little is known.
QString growthText(const DatabaseState &state);
/// "about 41 967" where one of them was not counted to its end; empty where nothing was counted.
QString countText(qint64 count, bool isEstimate);

/// The columns of the table of databases. While `isNarrow` the growth has no picture; it outlives the model.
QList<ValueColumn<DatabaseState>> databaseColumns(const bool &isNarrow);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/database/sqliteengine.h"

#include <QJsonArray>

namespace pilothouse {

/// Changes sorted by how their rows are now.
struct RowStates
{
    QList<RowChange> old;  ///< still as before
    QList<RowChange> done; ///< as the change leaves them
    QStringList foreign;   ///< neither: names of rows

    /// All changes of a database are one transaction, so a row that is still as before proves that none of
    /// them stands; what a running service has made of the others since is its own.
    bool isUntouched() const { return done.isEmpty() && !old.isEmpty(); }
};

/// `now` holds the same changes, each with its row of now as `before`. `prefix` goes before foreign names.
RowStates rowStates(const QList<RowChange> &changes, const QList<RowChange> &now, const QString &prefix);

/// The changes that put back those that are done, last first.
QList<RowChange> waysBack(const RowStates &states);

/// Names the first of the rows that have changed since.
tl::unexpected<Error> rowsChangedSince(ErrorKind kind, const QStringList &rows, const QString &advice);

/// Refused unless the row is what the change supposes: there for an update, not there for an insert, and as
/// it says, if it does.
[[nodiscard]] Result<> checkRowStart(const RowChange &planned, const RowChange &found);

QJsonArray rowChangesToJson(const QList<RowChange> &changes);
[[nodiscard]] Result<QList<RowChange>> rowChangesFromJson(const QJsonArray &array);

} // namespace pilothouse

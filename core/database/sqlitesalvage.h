// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace pilothouse {

/// What became of one table.
struct SalvagedTable
{
    QString name;
    qint64 kept = 0;         ///< rows in their place in the tree
    qint64 recovered = 0;    ///< rows of pages that no tree led to any more; deleted ones may be among them
    qint64 refused = 0;      ///< read, but a rule of the table forbids them, or the key was there already
    qint64 damagedCells = 0; ///< places of rows that make no sense
    qint64 damagedPages = 0;
    qint64 lost = 0; ///< an estimate

    bool operator==(const SalvagedTable &) const = default;
};

struct SalvageReport
{
    QList<SalvagedTable> tables;
    qint64 unplacedRows = 0; ///< in lost_and_found: no one table fits them
    bool hadHeader = true;
    bool hadSchema = true;
    int walFrames = 0;
    QStringList problems; ///< what could not be carried over: indexes, triggers, virtual tables

    bool isWhole() const;
    bool operator==(const SalvageReport &) const = default;
};

QJsonObject toJson(const SalvageReport &report);

/// Reads what can be read of a damaged database (a copy that nobody writes, with its -wal beside it) page by
/// page, and writes it into a new private file. Rows of WITHOUT ROWID tables are read through SQLite, as far
/// as that goes. Cancellable; nothing is left where it fails.
[[nodiscard]] Result<SalvageReport> salvageDatabase(const QString &damaged, const QString &destination,
                                                    const OperationContext &context);

} // namespace pilothouse

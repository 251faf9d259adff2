// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backup/restorelosses.h"

#include "core/base/units.h"
#include "core/database/sqliteengine.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

/// What would be lost.
struct RestoreLossesText
{
    Q_DECLARE_TR_FUNCTIONS(RestoreLosses)
};

constexpr std::chrono::seconds CountingTime{5};
/// Reading a database that has no WAL keeps its writers waiting.
constexpr std::chrono::milliseconds DigestTime{500};

/// Whether every table is known to hold what was backed up: by the counts first, which cost little, then by
/// the digests, as far as they are made in time.
bool isUnchanged(const DatabaseReference &live, const QList<TableInfo> &tables,
                 const ManifestDatabase &backup, const OperationContext &context)
{
    if (tables.size() != backup.rows.size())
        return false;
    for (const TableInfo &table : tables) {
        if (table.isEstimate || table.rows != backup.rows.value(table.name, -1))
            return false;
    }
    const Result<CopyFacts> facts = SqliteEngine().facts(live.path, context, DigestTime);
    return facts && facts->schemaSha256 == backup.schemaSha256 && facts->tableSha256 == backup.contentSha256;
}

} // namespace

QStringList lossesOf(const DatabaseReference &live, const ManifestDatabase &backup, const QString &since,
                     const OperationContext &context)
{
    const Result<QList<TableInfo>> tables = SqliteEngine().tables(live.path, CountingTime, context);
    if (!tables && tables.error().kind == ErrorKind::NotFound)
        return {};
    if (!tables)
        return {RestoreLossesText::tr("%1 cannot be read now, so it is not known what would go.")
                    .arg(live.fileName)};
    if (isUnchanged(live, *tables, backup, context))
        return {};
    QStringList losses{
        RestoreLossesText::tr("Everything that was written to %1 since %2").arg(live.fileName, since)};
    for (const TableInfo &table : *tables) {
        const qint64 extra = table.rows - backup.rows.value(table.name, 0);
        if (table.rows < 0 || extra <= 0)
            continue;
        const QString count =
            table.isEstimate ? RestoreLossesText::tr("about %1").arg(formatCount(extra)) : formatCount(extra);
        losses << RestoreLossesText::tr("%1 rows of %2 in %3 that the backup does not have")
                      .arg(count, table.name, live.fileName);
    }
    return losses;
}

} // namespace pilothouse

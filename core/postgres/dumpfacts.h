// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postgres/postgresconnection.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace pilothouse {

/// What a database was at the instant of its dump: what a restore asks for before it begins, and proves when
/// it has ended.
struct DumpFacts
{
    QString database;
    QString owner;
    int serverVersion = 0; ///< 150018
    QString dumpVersion;   ///< of pg_dump
    QString archiveVersion;
    QString packing; ///< "zstd", "directory"; empty: the archive as pg_dump wrote it
    QString encoding;
    QString collation;
    QString characterType;
    QString collationVersion;
    QString systemIdentifier; ///< of the cluster; empty: the role may not read it
    QString snapshot;
    QString walPosition;    ///< empty on a standby
    QStringList extensions; ///< "hstore 1.8"
    QStringList roles;      ///< owners, and who has rights
    QStringList tablespaces;
    QStringList materializedViews;
    QStringList tables;      ///< those that were chosen; empty: all
    int allTables = 0;       ///< how many there were to choose from; 0: not noted, or nothing was chosen
    QStringList foreignKeys; ///< of chosen tables to others: "public.entries entries_tenant_fkey"
    qint64 largeObjects = 0;
    qint64 bytes = 0;           ///< of the database on the server's disk
    QStringList found;          ///< tables of a dump that is not ours, "public.tenants"; not kept anywhere
    QMap<QString, qint64> rows; ///< by the table as the server writes it: "public.\"Odd name\""

    bool operator==(const DumpFacts &) const = default;
};

QJsonObject toJson(const DumpFacts &facts);
DumpFacts dumpFactsFromJson(const QJsonObject &object);

/// A table whose rows a dump holds.
struct DumpTable
{
    qint64 oid = 0;
    QString schema;
    QString name;
    QString quoted;       ///< fit for a statement on this server
    qint64 bytes = 0;     ///< on the server's disk, without indexes
    qint64 estimate = -1; ///< rows as the planner knows them; -1: never counted
};

/// The ordinary tables of the database, largest first, without those that belong to an extension.
[[nodiscard]] Result<QList<DumpTable>> dumpTables(PostgresConnection &connection,
                                                  const OperationContext &context);
/// Everything but rows, of the connection's transaction.
[[nodiscard]] Result<DumpFacts> readDumpFacts(PostgresConnection &connection,
                                              const OperationContext &context);
/// Foreign keys between the chosen tables and the others: into them, and out of them. RELIABILITY.md trap 10.
struct CutForeignKeys
{
    QStringList outward; ///< of a chosen table to one that is not: cannot be restored
    QStringList inward;  ///< of a table that is not chosen to a chosen one
};
[[nodiscard]] Result<CutForeignKeys> cutForeignKeys(PostgresConnection &connection, const QStringList &chosen,
                                                    const OperationContext &context);

} // namespace pilothouse

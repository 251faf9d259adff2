// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"
#include "core/postgres/dumpfacts.h"

namespace pilothouse {

constexpr int MostDumpJobs = 32;

/// What decides how many sessions dump a database.
struct DumpLoad
{
    QList<DumpTable> tables; ///< that are dumped
    int wished = 0;          ///< by the operator; 0: as the database needs
    int processors = 1;
    bool isThroughEngine = false; ///< all sessions share one way
};

/// How many sessions are worth it; 1: one stream, packed outside.
///
/// Measured with PostgreSQL 15: one stream into zstd moves as much as two jobs of pg_dump that deflate at
/// level 1, in less room. So a folder needs work for three jobs, which wants three large tables and a
/// processor more than that; and below a few gigabytes there is nothing to gain.
int usefulDumpJobs(const DumpLoad &load);

/// The same for a database on a server: fewer where the server has not so many sessions left, and 1 where it
/// holds so many large objects that the folder would have no end of files. Says what was decided.
[[nodiscard]] Result<int> decideDumpJobs(PostgresConnection &connection, const QString &id,
                                         const DumpLoad &load, QList<Finding> &findings,
                                         const OperationContext &context);

} // namespace pilothouse

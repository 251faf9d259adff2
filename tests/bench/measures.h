// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "tests/bench/measure.h"

namespace pilothouse {

/// An online copy while another process writes 200 transactions a second, against one idle step and `cp`.
[[nodiscard]] Result<Measurement> measureSqliteBackup(const BenchOptions &options);
/// backup.create through the executor, verified, against `sqlite3 .backup` and `tar czf`.
[[nodiscard]] Result<Measurement> measureBackupSet(const BenchOptions &options);
/// backup.restore of a running service, up to its first healthy answer and the last proof.
[[nodiscard]] Result<Measurement> measureRestore(const BenchOptions &options);
/// A dump of a database on a PostgreSQL server, against `pg_dump -Fc` and the server's own COPY.
[[nodiscard]] Result<Measurement> measureDump(const BenchOptions &options);
/// The same dump into a fresh database, against `pg_restore`.
[[nodiscard]] Result<Measurement> measureServerRestore(const BenchOptions &options);
/// The list of 50 containers and what they use, against `docker ps` and `docker stats`.
[[nodiscard]] Result<Measurement> measureDocker(const BenchOptions &options);
/// A container's whole log, its end and what came since a time, against `docker logs`.
[[nodiscard]] Result<Measurement> measureContainerLog(const BenchOptions &options);
/// From the start of the program to the first paint of its window, against an empty window of Qt.
[[nodiscard]] Result<Measurement> measureFirstPaint(const BenchOptions &options);
/// The longest time that the UI thread is away while the pages are walked.
[[nodiscard]] Result<Measurement> measureUiBlock(const BenchOptions &options);
/// Memory with one instance, and what ten cost while nobody does anything.
[[nodiscard]] Result<Measurement> measureIdle(const BenchOptions &options);
/// Line index, searches, screens and following of a log, against `wc -l` and ripgrep (grep where there is
/// none).
[[nodiscard]] Result<Measurement> measureLogs(const BenchOptions &options);
/// A filter without words and the statistics of a log, on all threads against one.
[[nodiscard]] Result<Measurement> measureLogScan(const BenchOptions &options);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backup/dumpjobs.h"

#include <QCoreApplication>

#include <numeric>

namespace pilothouse {
namespace {

struct DumpJobsText
{
    Q_DECLARE_TR_FUNCTIONS(DumpJobs)
};

constexpr std::chrono::seconds JobsReadTime{10};
constexpr qint64 LargeDatabase = qint64(4) << 30;
constexpr qint64 LargeShare = 16; // of the whole: a smaller table keeps no job at work
constexpr int FewestJobs = 3;
constexpr int MostUsefulJobs = 8;
constexpr qint64 MostLargeObjects = 1000; // each is a file of its own
constexpr int OtherSessions = 4;          // pg_dump's own, two of ours, one for whoever comes

} // namespace

int usefulDumpJobs(const DumpLoad &load)
{
    if (load.wished > 0)
        return qMin(load.wished, MostDumpJobs);
    const qint64 bytes =
        std::accumulate(load.tables.cbegin(), load.tables.cend(), qint64(0),
                        [](qint64 sum, const DumpTable &table) { return sum + table.bytes; });
    const auto large =
        std::count_if(load.tables.cbegin(), load.tables.cend(),
                      [bytes](const DumpTable &table) { return table.bytes > bytes / LargeShare; });
    const int jobs = qMin(qMin(static_cast<int>(large), load.processors - 1), MostUsefulJobs);
    return bytes < LargeDatabase || load.isThroughEngine || jobs < FewestJobs ? 1 : jobs;
}

Result<int> decideDumpJobs(PostgresConnection &connection, const QString &id, const DumpLoad &load,
                           QList<Finding> &findings, const OperationContext &context)
{
    const int useful = usefulDumpJobs(load);
    if (useful <= 1)
        return 1;
    const auto asked = connection.run(
        {"SELECT (SELECT count(*) FROM pg_largeobject_metadata), current_setting('max_connections')::int - "
         "current_setting('superuser_reserved_connections')::int - (SELECT count(*) FROM pg_stat_activity "
         "WHERE backend_type = 'client backend')",
         {},
         JobsReadTime,
         1},
        context);
    if (!asked)
        return failure(asked.error());
    const QList<QVariant> row = asked->rows.value(0);
    const qint64 largeObjects = row.value(0).toLongLong();
    const int jobs = qBound(1, row.value(1).toInt() - OtherSessions, useful);
    const QString finding = QStringLiteral("jobs-") + id;
    if (largeObjects > MostLargeObjects) {
        findings << Finding{
            finding,
            FindingKind::Info,
            DumpJobsText::tr("It is dumped as one file: in a folder each of its %L1 large objects would be a "
                             "file of its own.")
                .arg(largeObjects),
            {}};
        return 1;
    }
    if (jobs > 1)
        findings << Finding{finding, FindingKind::Info,
                            DumpJobsText::tr("It is dumped as a folder, by %1 sessions at once.").arg(jobs),
                            DumpJobsText::tr("A change of a table's structure meanwhile ends the dump.")};
    else
        findings << Finding{finding,
                            FindingKind::Info,
                            DumpJobsText::tr("It is dumped as one file: the server has not enough sessions "
                                             "left for several at once."),
                            {}};
    return jobs;
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/processstatistics.h"

#include "core/runtime/procfs.h"

#include <QCoreApplication>

#include <chrono>
#include <thread>
#include <unistd.h>

namespace pilothouse {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds StatisticsPollInterval{50};
constexpr milliseconds SampleTime{500};

quint64 cpuTicks(const QList<ProcessFacts> &tree)
{
    quint64 sum = 0;
    for (const ProcessFacts &process : tree)
        sum += process.cpuTicks;
    return sum;
}

} // namespace

Result<ServiceStatistics> processStatistics(qint64 pid, const OperationContext &context)
{
    const quint64 before = cpuTicks(processTree(pid));
    const auto started = steady_clock::now();
    while (steady_clock::now() - started < SampleTime) {
        if (context.isCancelled())
            return failure(ErrorKind::Cancelled,
                           QCoreApplication::translate("ProcessRuntime", "The reading was cancelled."));
        std::this_thread::sleep_for(StatisticsPollInterval);
    }
    const QList<ProcessFacts> tree = processTree(pid);
    const double elapsed = std::chrono::duration<double>(steady_clock::now() - started).count();
    const quint64 after = cpuTicks(tree);
    ServiceStatistics statistics;
    statistics.at = QDateTime::currentDateTimeUtc();
    if (after > before) // a child that ended takes its time along
        statistics.cpuPercent =
            static_cast<double>(after - before) * 100 / static_cast<double>(sysconf(_SC_CLK_TCK)) / elapsed;
    for (const ProcessFacts &member : tree) {
        statistics.memoryBytes += residentBytes(member.pid);
        const ProcessTraffic traffic = processTraffic(member.pid);
        statistics.blockRead += traffic.read;
        statistics.blockWritten += traffic.written;
    }
    return statistics;
}

} // namespace pilothouse

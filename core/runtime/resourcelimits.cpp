// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/resourcelimits.h"

#include "core/runtime/procfs.h"

#include <cmath>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr double Nano = 1e9;

double machineCores()
{
    return static_cast<double>(std::max(1L, ::sysconf(_SC_NPROCESSORS_ONLN)));
}

qint64 limitNumber(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toInteger();
}

double coresFrom(const QJsonObject &host)
{
    const qint64 nano = limitNumber(host, "NanoCpus");
    if (nano > 0)
        return static_cast<double>(nano) / Nano;
    const qint64 quota = limitNumber(host, "CpuQuota");
    const qint64 period = limitNumber(host, "CpuPeriod");
    return quota > 0 ? static_cast<double>(quota) / static_cast<double>(period > 0 ? period : 100'000) : 0;
}

/// Memory and swap together, as it was meant before: none, without end, or as much swap as there was.
qint64 swapFor(const ResourceLimits &from, const ResourceLimits &to)
{
    if (to.memoryBytes <= 0)
        return 2 * machineMemory();
    if (to.swapBytes < 0)
        return -1;
    if (to.swapBytes > 0)
        return to.swapBytes;
    if (from.swapBytes < 0 && from.memoryBytes > 0)
        return -1;
    if (from.memoryBytes > 0 && from.swapBytes >= from.memoryBytes)
        return to.memoryBytes + (from.swapBytes - from.memoryBytes);
    return 2 * to.memoryBytes; // what the engine itself takes where nothing is said
}

} // namespace

QJsonObject toJson(const ResourceLimits &limits)
{
    return {{QStringLiteral("memoryBytes"), limits.memoryBytes},
            {QStringLiteral("swapBytes"), limits.swapBytes},
            {QStringLiteral("cpus"), limits.cpus}};
}

ResourceLimits limitsFromJson(const QJsonObject &object)
{
    return {limitNumber(object, "memoryBytes"), limitNumber(object, "swapBytes"),
            object.value(QLatin1String("cpus")).toDouble()};
}

ResourceLimits limitsFromInspect(const QJsonObject &inspected)
{
    const QJsonObject host = inspected.value(QLatin1String("HostConfig")).toObject();
    ResourceLimits limits;
    const qint64 memory = limitNumber(host, "Memory");
    limits.memoryBytes = memory > 0 && memory < machineMemory() ? memory : 0;
    limits.swapBytes = limitNumber(host, "MemorySwap");
    const double cores = coresFrom(host);
    limits.cpus = cores < machineCores() ? cores : 0;
    return limits;
}

ResourceLimits limitsFromUnit(const UnitFacts &facts)
{
    const UnitCounters counters = countersFromUnit(facts);
    return {counters.memoryLimit, 0, counters.cpuLimit};
}

QJsonObject updateRequest(const ResourceLimits &from, const ResourceLimits &to)
{
    QJsonObject request;
    if (to.memoryBytes != from.memoryBytes || (to.swapBytes != 0 && to.swapBytes != from.swapBytes)) {
        request.insert(QStringLiteral("Memory"), to.memoryBytes > 0 ? to.memoryBytes : machineMemory());
        request.insert(QStringLiteral("MemorySwap"), swapFor(from, to));
    }
    if (to.cpus < from.cpus || to.cpus > from.cpus) {
        const double cores = to.cpus > 0 ? to.cpus : machineCores();
        request.insert(QStringLiteral("NanoCpus"), static_cast<qint64>(std::llround(cores * Nano)));
    }
    return request;
}

} // namespace pilothouse

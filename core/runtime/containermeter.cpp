// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/containermeter.h"

#include "core/runtime/dockerstate.h"

#include <future>
#include <thread>

namespace pilothouse {

namespace {

using namespace std::chrono_literals;
using MeterClock = std::chrono::steady_clock;

constexpr auto ShortestGap = 100ms; // over less than that, one tick of the scheduler is seen in the percent
constexpr auto LongestGap = 15s;    // over more than that, it is not what is used right now
constexpr qsizetype AtOnce = 64; // requests to the engine; each waits for its sampling, not for a processor

double cpuPercent(const CgroupReading &from, const CgroupReading &to)
{
    const std::chrono::duration<double> used = to.cpu - from.cpu;
    const std::chrono::duration<double> passed = to.moment - from.moment;
    return passed.count() > 0 ? std::max(0.0, 100 * used.count() / passed.count()) : 0;
}

Result<std::optional<ServiceStatistics>> sampleOf(const DockerEngine &engine, const QString &id,
                                                  const OperationContext &context)
{
    const auto sample = engine.statistics(id, context);
    if (!sample && sample.error().kind == ErrorKind::NotFound)
        return std::nullopt;
    return sample.map(statisticsFromSample);
}

} // namespace

ContainerMeter::ContainerMeter(const DockerEngine &engine, CgroupFiles files)
    : m_engine(engine)
    , m_files(std::move(files))
{
}

ContainerMeter::Readings ContainerMeter::readFiles(const QStringList &ids)
{
    Readings readings;
    for (const QString &id : ids)
        if (const auto reading = m_files.read(id))
            readings.insert(id, *reading);
    return readings;
}

/// Sees to a reading before this one for all that have control groups, as old as it should be.
void ContainerMeter::prepare(const QStringList &ids)
{
    const auto now = MeterClock::now();
    const auto isFresh = [&](const QString &id) {
        const auto last = m_last.constFind(id);
        return last != m_last.cend() && now - last->moment < LongestGap;
    };
    if (!std::all_of(ids.cbegin(), ids.cend(), isFresh))
        m_last = readFiles(ids);
    auto due = now;
    for (const CgroupReading &reading : std::as_const(m_last))
        due = std::max(due, reading.moment + ShortestGap);
    std::this_thread::sleep_until(due);
}

Result<QHash<QString, ServiceStatistics>> ContainerMeter::read(const QStringList &ids,
                                                               const OperationContext &context)
{
    QHash<QString, ServiceStatistics> found;
    QStringList others;
    {
        const std::lock_guard lock(m_mutex);
        m_files.find(ids);
        prepare(ids);
        Readings readings = readFiles(ids);
        for (const QString &id : ids) {
            const auto reading = readings.find(id);
            if (reading == readings.end() || !m_last.contains(id)) {
                others << id;
                continue;
            }
            reading->statistics.cpuPercent = cpuPercent(m_last.value(id), *reading);
            found.insert(id, reading->statistics);
        }
        m_last.insert(readings);
    }
    if (auto asked = askEngine(others, found, context); !asked)
        return failure(asked.error());
    return found;
}

Result<> ContainerMeter::askEngine(const QStringList &ids, QHash<QString, ServiceStatistics> &found,
                                   const OperationContext &context) const
{
    for (qsizetype from = 0; from < ids.size(); from += AtOnce) {
        const QStringList some = ids.mid(from, AtOnce);
        std::vector<std::future<Result<std::optional<ServiceStatistics>>>> running;
        for (const QString &id : some)
            running.push_back(
                std::async(std::launch::async, [&, id] { return sampleOf(m_engine, id, context); }));
        Result<> asked;
        for (qsizetype i = 0; i < some.size(); ++i) {
            const auto sample = running[static_cast<std::size_t>(i)].get();
            if (!sample)
                asked = failure(sample.error());
            else if (*sample)
                found.insert(some.at(i), **sample);
        }
        if (!asked)
            return asked;
    }
    return {};
}

} // namespace pilothouse

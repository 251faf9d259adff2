// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demohistory.h"

#include "app/demo/demorandom.h"
#include "core/monitoring/metricstore.h"

#include <cmath>
#include <numbers>

namespace pilothouse {

namespace {

constexpr qint64 HistoryMinutes = 7 * 60;
constexpr qint64 StepMinutes = 3;

/// A slow swell of work, with a busy half hour in it.
double workAt(qint64 minute)
{
    const double swell = 0.5 + 0.35 * std::sin(2 * std::numbers::pi * static_cast<double>(minute) / 190.0);
    return minute > 240 && minute < 270 ? swell + 0.8 : swell;
}

} // namespace

Result<> inventDemoHistory(const MetricStore &metrics, const QUuid &instance, const QDateTime &now)
{
    const QString response = QStringLiteral("health.ms");
    const QDateTime from = now.addSecs(-HistoryMinutes * 60);
    const auto known = metrics.series(instance, response, from, now);
    if (!known)
        return failure(known.error());
    if (!known->isEmpty())
        return {};
    DemoRandom random(4711);
    for (qint64 minute = 0; minute < HistoryMinutes; minute += StepMinutes) {
        const double work = workAt(minute);
        const QMap<QString, double> samples{
            {QStringLiteral("health.ok"), 1},
            {response, 0.6 + 2.4 * work + 0.2 * random.below(5)},
            {QStringLiteral("cpu.percent"), 0.1 + 0.8 * work + 0.05 * random.below(6)},
            {QStringLiteral("memory.bytes"),
             16.2e6 + 0.5e6 * work + 400.0 * static_cast<double>(minute) + 1e4 * random.below(9)}};
        if (const auto recorded = metrics.record(instance, from.addSecs(minute * 60), samples); !recorded)
            return recorded;
    }
    return {};
}

} // namespace pilothouse

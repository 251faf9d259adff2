// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QUuid>

#include <optional>

namespace pilothouse {

class StateStore;

/// One point of a series: a sample, or the mean of a span with its lowest and highest sample.
struct MetricPoint
{
    QDateTime at; ///< of the sample, or the start of the span; UTC
    double value = 0;
    double low = 0;
    double high = 0;
    int samples = 1;

    bool operator==(const MetricPoint &) const = default;
};

/// Series of numbers by instance in the StateStore: every sample for two days, means of five minutes for
/// thirty, of an hour for two years. Blocking; from any thread but the UI's.
class MetricStore
{
public:
    explicit MetricStore(const StateStore &store)
        : m_store(store)
    {
    }

    /// Notes samples of one moment: "database.agentx.bytes" -> 8388608.
    [[nodiscard]] Result<> record(const QUuid &instance, const QDateTime &at,
                                  const QMap<QString, double> &samples) const;
    /// Points from `from` up to `to`, oldest first, as fine as they are kept.
    [[nodiscard]] Result<QList<MetricPoint>> series(const QUuid &instance, const QString &metric,
                                                    const QDateTime &from, const QDateTime &to) const;
    /// Thins out what is old. To be called now and then, such as once an hour.
    [[nodiscard]] Result<> thinOut(const QDateTime &now) const;

private:
    const StateStore &m_store;
};

/// Change per day by least squares. Unset below three points or a span of one hour.
std::optional<double> growthPerDay(const QList<MetricPoint> &points);

} // namespace pilothouse

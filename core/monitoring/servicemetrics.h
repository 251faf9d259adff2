// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/monitoring/prometheustext.h"
#include "core/profile/profilemetrics.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace pilothouse {

/// Buckets of a histogram, added up over all routes.
struct LatencyBuckets
{
    QMap<double, double> counts; ///< upper bound as written -> observations up to it; infinity: all
    double sum = 0;
    double count = 0;
};

/// How long requests took.
struct LatencyFigures
{
    double meanSeconds = 0;
    std::optional<double> p50; ///< seconds; nothing where the buckets cannot tell
    std::optional<double> p95;
    std::optional<double> p99;
    double atMostSeconds = 0; ///< where they cannot tell: nearly all took less; 0: they can, or not even that
    bool hasUnitFault = false; ///< values in seconds stand in buckets of another unit
};

/// Requests of one route, or of all.
struct RequestFigures
{
    QString route;
    double requests = 0;
    double serverErrors = 0; ///< status 5xx
    double refused = 0;      ///< status 4xx
};

struct CounterFigures
{
    QString title;
    QString item;
    bool isDeclared = false; ///< without values: the service says that there is such a counter, and never
                             ///< counts
    QMap<QString, double> values; ///< label -> count
};

/// What the service's own numbers say, since its start or between two looks.
struct ServiceMetrics
{
    QString prefix;
    double seconds = 0; ///< that they are about; 0: not known
    RequestFigures all;
    QList<RequestFigures> routes; ///< the busiest first, at most 50
    std::optional<LatencyFigures> latency;
    QList<CounterFigures> counters;
};

/// The figures of a page since the start of the process, or since an earlier page of the same process.
/// NotFound where it has none of the profile's series.
[[nodiscard]] Result<ServiceMetrics> metricsOf(const ProfileMetrics &described, const MetricPage &page,
                                               const QDateTime &at, const MetricPage *earlier,
                                               double secondsBetween);

/// Percentiles by linear interpolation in their bucket, with the fault of the unit recognised: `unitSeconds`
/// is what a bucket's bound claims to be.
std::optional<LatencyFigures> latencyFigures(const LatencyBuckets &buckets, double unitSeconds);

QJsonObject toJson(const ServiceMetrics &metrics);

} // namespace pilothouse

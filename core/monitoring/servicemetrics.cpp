// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/monitoring/servicemetrics.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace pilothouse {

namespace {

constexpr int MostRoutes = 50;
constexpr double NearlyAll = 0.99;
constexpr double FaultyPart = 0.2; ///< of the first bucket: no service answers so much faster than it expects

using Series = QMap<QString, double>;

/// A series' identity: its name and labels.
QString seriesKey(const MetricSample &sample)
{
    QString key = sample.name;
    for (auto label = sample.labels.begin(); label != sample.labels.end(); ++label)
        key += QChar(0) + label.key() + QChar(1) + label.value();
    return key;
}

Series seriesOf(const MetricPage *page)
{
    Series series;
    for (const MetricSample &sample : page ? page->samples : QList<MetricSample>())
        series.insert(seriesKey(sample), sample.value);
    return series;
}

/// A page's counters less those of an earlier one; a counter that went back began anew with its process.
class Counters
{
public:
    Counters(const MetricPage &page, const MetricPage *earlier)
        : m_page(page)
        , m_before(seriesOf(earlier))
    {
    }

    template <typename Use>
    void each(const QString &name, Use use) const
    {
        for (const MetricSample &sample : m_page.samples) {
            if (sample.name != name || std::isnan(sample.value))
                continue;
            const double before = m_before.value(seriesKey(sample), 0);
            use(sample, sample.value >= before ? sample.value - before : sample.value);
        }
    }

private:
    const MetricPage &m_page;
    const Series m_before;
};

QString prefixIn(const ProfileMetrics &described, const MetricPage &page)
{
    const QString name = described.requests.isEmpty() ? described.latency : described.requests;
    for (const QString &prefix : described.prefixes) {
        const bool isThere =
            page.types.contains(prefix + name)
            || std::any_of(page.samples.begin(), page.samples.end(),
                           [&](const MetricSample &one) { return one.name == prefix + name; });
        if (isThere)
            return prefix;
    }
    return {};
}

void countRequests(ServiceMetrics &metrics, const ProfileMetrics &described, const Counters &counters)
{
    QMap<QString, RequestFigures> routes;
    counters.each(metrics.prefix + described.requests, [&](const MetricSample &sample, double value) {
        const QString route = sample.labels.value(described.route);
        const QString status = sample.labels.value(described.status);
        routes[route].route = route;
        for (RequestFigures *figures : {&metrics.all, &routes[route]}) {
            figures->requests += value;
            figures->serverErrors += status.startsWith(u'5') ? value : 0;
            figures->refused += status.startsWith(u'4') ? value : 0;
        }
    });
    metrics.routes = routes.values();
    std::sort(metrics.routes.begin(), metrics.routes.end(),
              [](const RequestFigures &left, const RequestFigures &right) {
                  return left.requests > right.requests;
              });
    metrics.routes = metrics.routes.mid(0, MostRoutes);
}

LatencyBuckets bucketsOf(const QString &name, const Counters &counters)
{
    LatencyBuckets buckets;
    counters.each(name + QStringLiteral("_bucket"), [&](const MetricSample &sample, double value) {
        const QString bound = sample.labels.value(QStringLiteral("le"));
        const double le =
            bound == QLatin1String("+Inf") ? std::numeric_limits<double>::infinity() : bound.toDouble();
        buckets.counts[le] += value;
    });
    counters.each(name + QStringLiteral("_sum"),
                  [&](const MetricSample &, double value) { buckets.sum += value; });
    counters.each(name + QStringLiteral("_count"),
                  [&](const MetricSample &, double value) { buckets.count += value; });
    return buckets;
}

/// In the bounds' own unit; nothing where it lies beyond the last bound.
std::optional<double> percentile(const LatencyBuckets &buckets, double part)
{
    const double wanted = part * buckets.count;
    double lower = 0;
    double below = 0;
    for (auto bucket = buckets.counts.begin(); bucket != buckets.counts.end(); ++bucket) {
        if (bucket.value() >= wanted && std::isfinite(bucket.key())) {
            const double inside = bucket.value() - below;
            return inside > 0 ? lower + (bucket.key() - lower) * (wanted - below) / inside : bucket.key();
        }
        lower = bucket.key();
        below = bucket.value();
    }
    return std::nullopt;
}

QJsonValue secondsOrNull(const std::optional<double> &seconds)
{
    return seconds ? QJsonValue(*seconds) : QJsonValue(QJsonValue::Null);
}

QJsonObject toJson(const RequestFigures &figures, double seconds)
{
    QJsonObject object{{QStringLiteral("route"), figures.route},
                       {QStringLiteral("requests"), figures.requests},
                       {QStringLiteral("serverErrors"), figures.serverErrors},
                       {QStringLiteral("refused"), figures.refused}};
    if (figures.requests > 0)
        object.insert(QStringLiteral("errorPercent"), 100 * figures.serverErrors / figures.requests);
    if (seconds > 0)
        object.insert(QStringLiteral("perSecond"), figures.requests / seconds);
    return object;
}

} // namespace

std::optional<LatencyFigures> latencyFigures(const LatencyBuckets &buckets, double unitSeconds)
{
    if (buckets.count <= 0 || buckets.counts.isEmpty())
        return std::nullopt;
    LatencyFigures figures;
    const double mean = buckets.sum / buckets.count;
    const double first = buckets.counts.firstKey();
    const double inFirst = buckets.counts.first();
    figures.hasUnitFault =
        unitSeconds < 1 && inFirst >= NearlyAll * buckets.count && mean < FaultyPart * first;
    if (figures.hasUnitFault) { // all fell into the first bucket, whose bound is in seconds then
        figures.meanSeconds = mean;
        figures.atMostSeconds = first;
        return figures;
    }
    figures.meanSeconds = mean * unitSeconds;
    const auto seconds = [&](double part) -> std::optional<double> {
        const auto found = percentile(buckets, part);
        return found ? std::optional(*found * unitSeconds) : std::nullopt;
    };
    figures.p50 = seconds(0.5);
    figures.p95 = seconds(0.95);
    figures.p99 = seconds(0.99);
    return figures;
}

Result<ServiceMetrics> metricsOf(const ProfileMetrics &described, const MetricPage &page, const QDateTime &at,
                                 const MetricPage *earlier, double secondsBetween)
{
    ServiceMetrics metrics;
    metrics.prefix = prefixIn(described, page);
    if (metrics.prefix.isEmpty())
        return failure(ErrorKind::NotFound,
                       QCoreApplication::translate(
                           "ServiceMetrics", "The page has none of the metrics that the profile knows: %1.")
                           .arg(described.prefixes.join(QStringLiteral("…, ")) + u'…'));
    const Counters counters(page, earlier);
    metrics.seconds = secondsBetween;
    for (const MetricSample &sample : page.samples) {
        if (!earlier && sample.name == QLatin1String("process_start_time_seconds"))
            metrics.seconds =
                std::max(0.0, static_cast<double>(at.toMSecsSinceEpoch()) / 1000 - sample.value);
    }
    countRequests(metrics, described, counters);
    if (!described.latency.isEmpty())
        metrics.latency =
            latencyFigures(bucketsOf(metrics.prefix + described.latency, counters), described.unitSeconds);
    for (const ProfileCounter &counter : described.counters) {
        CounterFigures figures{
            counter.title, counter.item, page.types.contains(metrics.prefix + counter.name), {}};
        counters.each(metrics.prefix + counter.name, [&](const MetricSample &sample, double value) {
            figures.values[sample.labels.value(counter.label)] += value;
        });
        metrics.counters << figures;
    }
    return metrics;
}

QJsonObject toJson(const ServiceMetrics &metrics)
{
    QJsonArray routes;
    for (const RequestFigures &route : metrics.routes)
        routes << toJson(route, metrics.seconds);
    QJsonArray counters;
    for (const CounterFigures &counter : metrics.counters) {
        QJsonObject values;
        for (auto value = counter.values.begin(); value != counter.values.end(); ++value)
            values.insert(value.key(), value.value());
        counters << QJsonObject{{QStringLiteral("title"), counter.title},
                                {QStringLiteral("item"), counter.item},
                                {QStringLiteral("isCounted"), !counter.values.isEmpty()},
                                {QStringLiteral("isDeclared"), counter.isDeclared},
                                {QStringLiteral("values"), values}};
    }
    QJsonObject object{{QStringLiteral("prefix"), metrics.prefix},
                       {QStringLiteral("seconds"), metrics.seconds},
                       {QStringLiteral("all"), toJson(metrics.all, metrics.seconds)},
                       {QStringLiteral("routes"), routes},
                       {QStringLiteral("counters"), counters}};
    if (const auto &latency = metrics.latency)
        object.insert(QStringLiteral("latency"),
                      QJsonObject{{QStringLiteral("meanSeconds"), latency->meanSeconds},
                                  {QStringLiteral("p50"), secondsOrNull(latency->p50)},
                                  {QStringLiteral("p95"), secondsOrNull(latency->p95)},
                                  {QStringLiteral("p99"), secondsOrNull(latency->p99)},
                                  {QStringLiteral("atMostSeconds"), latency->atMostSeconds},
                                  {QStringLiteral("hasUnitFault"), latency->hasUnitFault}});
    return object;
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/monitoring/metricstore.h"

#include "core/settings/statestore.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace pilothouse {
namespace {
constexpr qint64 Minute = 60 * 1000;
constexpr qint64 Hour = 60 * Minute;
constexpr qint64 Day = 24 * Hour;

/// From one resolution to the next coarser one, after so long. Resolutions are milliseconds; 0 is a sample.
struct Thinning
{
    qint64 from;
    qint64 to;
    qint64 after;
};
constexpr Thinning Thinnings[] = {{0, 5 * Minute, 2 * Day}, {5 * Minute, Hour, 30 * Day}};
constexpr qint64 KeepFor = 730 * Day;

Result<> thin(QSqlDatabase &database, const Thinning &rule, qint64 now)
{
    const qint64 before = (now - rule.after) / rule.to * rule.to; // whole spans only
    return StateStore::execute(
               database,
               QStringLiteral(
                   "INSERT OR IGNORE INTO metrics"
                   " SELECT instance, metric, at / ? * ?, ?, sum(value * samples) / sum(samples), min(low),"
                   " max(high), sum(samples) FROM metrics WHERE resolution = ? AND at < ?"
                   " GROUP BY instance, metric, at / ?"),
               {rule.to, rule.to, rule.to, rule.from, before, rule.to})
        .and_then([&] {
            return StateStore::execute(database,
                                       QStringLiteral("DELETE FROM metrics WHERE resolution = ? AND at < ?"),
                                       {rule.from, before});
        });
}
} // namespace

Result<> MetricStore::record(const QUuid &instance, const QDateTime &at,
                             const QMap<QString, double> &samples) const
{
    const QString id = instance.toString(QUuid::WithoutBraces);
    const qint64 ms = at.toMSecsSinceEpoch();
    return m_store.write([&](QSqlDatabase &database) -> Result<> {
        for (auto sample = samples.begin(); sample != samples.end(); ++sample) {
            auto done = StateStore::execute(
                database, QStringLiteral("INSERT OR REPLACE INTO metrics VALUES (?, ?, ?, 0, ?, ?, ?, 1)"),
                {id, sample.key(), ms, sample.value(), sample.value(), sample.value()});
            if (!done)
                return done;
        }
        return {};
    });
}

Result<QList<MetricPoint>> MetricStore::series(const QUuid &instance, const QString &metric,
                                               const QDateTime &from, const QDateTime &to) const
{
    QList<MetricPoint> points;
    auto done = m_store.read([&](QSqlDatabase &database) {
        return StateStore::run(
                   database,
                   QStringLiteral("SELECT at, value, low, high, samples FROM metrics"
                                  " WHERE instance = ? AND metric = ? AND at >= ? AND at < ? ORDER BY at"),
                   {instance.toString(QUuid::WithoutBraces), metric, from.toMSecsSinceEpoch(),
                    to.toMSecsSinceEpoch()})
            .map([&points](QSqlQuery query) {
                while (query.next())
                    points << MetricPoint{
                        QDateTime::fromMSecsSinceEpoch(query.value(0).toLongLong(), Qt::UTC),
                        query.value(1).toDouble(), query.value(2).toDouble(), query.value(3).toDouble(),
                        query.value(4).toInt()};
            });
    });
    if (!done)
        return failure(done.error());
    return points;
}

Result<> MetricStore::thinOut(const QDateTime &now) const
{
    const qint64 ms = now.toMSecsSinceEpoch();
    return m_store.write([ms](QSqlDatabase &database) -> Result<> {
        for (const Thinning &rule : Thinnings) {
            if (auto done = thin(database, rule, ms); !done)
                return done;
        }
        return StateStore::execute(database, QStringLiteral("DELETE FROM metrics WHERE at < ?"),
                                   {ms - KeepFor});
    });
}

std::optional<double> growthPerDay(const QList<MetricPoint> &points)
{
    if (points.size() < 3 || points.first().at.msecsTo(points.last().at) < Hour)
        return std::nullopt;
    const auto count = static_cast<double>(points.size());
    double meanTime = 0;
    double meanValue = 0;
    const auto daysOf = [&points](const MetricPoint &point) {
        return static_cast<double>(points.first().at.msecsTo(point.at)) / static_cast<double>(Day);
    };
    for (const MetricPoint &point : points) {
        meanTime += daysOf(point) / count;
        meanValue += point.value / count;
    }
    double covariance = 0;
    double variance = 0;
    for (const MetricPoint &point : points) {
        covariance += (daysOf(point) - meanTime) * (point.value - meanValue);
        variance += (daysOf(point) - meanTime) * (daysOf(point) - meanTime);
    }
    return variance > 0 ? std::optional(covariance / variance) : std::nullopt;
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/monitoring/runhistory.h"

#include "core/base/units.h"

#include <QJsonObject>

#include <algorithm>

namespace pilothouse {

namespace {

QString startedMetric()
{
    return QStringLiteral("service.started");
}

QString restartsMetric()
{
    return QStringLiteral("service.restarts");
}

QString memoryMetric()
{
    return QStringLiteral("service.oom");
}

QString nameOf(ServiceEvent::Kind kind)
{
    switch (kind) {
    case ServiceEvent::Kind::Started:
        return QStringLiteral("started");
    case ServiceEvent::Kind::Restarts:
        return QStringLiteral("restarted");
    case ServiceEvent::Kind::OutOfMemory:
        break;
    }
    return QStringLiteral("out of memory");
}

/// A start is one moment however often it was seen; a mean of several is none.
QList<ServiceEvent> startsOf(const QList<MetricPoint> &points, const QDateTime &from)
{
    QList<ServiceEvent> events;
    for (const MetricPoint &point : points) {
        if (point.low < point.high)
            continue;
        const QDateTime at = QDateTime::fromSecsSinceEpoch(static_cast<qint64>(point.value), Qt::UTC);
        if (at >= from && (events.isEmpty() || events.last().at != at))
            events << ServiceEvent{ServiceEvent::Kind::Started, at, 1};
    }
    return events;
}

/// Each rise of a count; where it falls, its manager began to count anew.
QList<ServiceEvent> risesOf(const QList<MetricPoint> &points, ServiceEvent::Kind kind)
{
    QList<ServiceEvent> events;
    for (qsizetype at = 1; at < points.size(); ++at) {
        const double before = points.at(at - 1).high;
        const double now = points.at(at).high;
        if (now > before)
            events << ServiceEvent{kind, points.at(at).at, static_cast<int>(now - before)};
    }
    return events;
}

} // namespace

QMap<QString, double> runSamples(const ServiceStatus &status)
{
    QMap<QString, double> samples{{restartsMetric(), static_cast<double>(status.restartCount)},
                                  {memoryMetric(), status.isOutOfMemory ? 1.0 : 0.0}};
    if (status.startedAt.isValid())
        samples.insert(startedMetric(), static_cast<double>(status.startedAt.toSecsSinceEpoch()));
    return samples;
}

Result<QList<ServiceEvent>> runEvents(const MetricStore &metrics, const QUuid &instance,
                                      const QDateTime &from, const QDateTime &to)
{
    const auto starts = metrics.series(instance, startedMetric(), from, to);
    if (!starts)
        return failure(starts.error());
    const auto restarts = metrics.series(instance, restartsMetric(), from, to);
    if (!restarts)
        return failure(restarts.error());
    const auto memory = metrics.series(instance, memoryMetric(), from, to);
    if (!memory)
        return failure(memory.error());
    QList<ServiceEvent> events = startsOf(*starts, from) + risesOf(*restarts, ServiceEvent::Kind::Restarts)
                                 + risesOf(*memory, ServiceEvent::Kind::OutOfMemory);
    std::stable_sort(events.begin(), events.end(),
                     [](const ServiceEvent &a, const ServiceEvent &b) { return a.at > b.at; });
    return events;
}

QJsonArray toJson(const QList<ServiceEvent> &events)
{
    QJsonArray rows;
    for (const ServiceEvent &event : events)
        rows.append(QJsonObject{{QStringLiteral("at"), toIso(event.at)},
                                {QStringLiteral("what"), nameOf(event.kind)},
                                {QStringLiteral("count"), event.count}});
    return rows;
}

} // namespace pilothouse

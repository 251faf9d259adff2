// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/tenantmetrics.h"

#include <QDateTime>

namespace pilothouse {

namespace {

const qint64 StartedAt = QDateTime::currentSecsSinceEpoch();
constexpr int Bounds[] = {5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000};

QByteArray head(const QByteArray &name, const QByteArray &type)
{
    return "# HELP " + name + " Of the stand-in.\n# TYPE " + name + ' ' + type + '\n';
}

} // namespace

void TenantMetrics::count(const QByteArray &method, const QByteArray &route, int status, double seconds)
{
    const QByteArray labels = "route=\"" + route + "\",method=\"" + method + '"';
    ++m_requests[labels + ",status=\"" + QByteArray::number(status) + '"'];
    Times &times = m_times[labels];
    ++times.count;
    times.sum += seconds;
}

QByteArray TenantMetrics::page() const
{
    QByteArray text = head("process_start_time_seconds", "gauge") + "process_start_time_seconds "
                      + QByteArray::number(StartedAt) + '\n';
    const QByteArray requests = m_prefix + "http_requests_total";
    text += head(requests, "counter");
    for (auto entry = m_requests.begin(); entry != m_requests.end(); ++entry)
        text += requests + '{' + entry.key() + "} " + QByteArray::number(entry.value()) + '\n';
    const QByteArray times = m_prefix + "http_request_duration_ms";
    text += head(times, "histogram");
    for (auto entry = m_times.begin(); entry != m_times.end(); ++entry) {
        const QByteArray count = QByteArray::number(entry->count);
        for (const int bound : Bounds) // every observation is in seconds, so below the first bound
            text += times + "_bucket{le=\"" + QByteArray::number(bound) + "\"," + entry.key() + "} " + count
                    + '\n';
        text += times + "_bucket{le=\"+Inf\"," + entry.key() + "} " + count + '\n';
        text += times + "_sum{" + entry.key() + "} " + QByteArray::number(entry->sum, 'g', 12) + '\n';
        text += times + "_count{" + entry.key() + "} " + count + '\n';
    }
    text += head(m_prefix + "embedding_jobs_total", "counter");
    const QByteArray denials = m_prefix + "quota_denials_total";
    text += head(denials, "counter");
    for (auto entry = m_denials.begin(); entry != m_denials.end(); ++entry)
        text += denials + "{type=\"" + entry.key() + "\"} " + QByteArray::number(entry.value()) + '\n';
    return text;
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/servicestatus.h"
#include "core/monitoring/metricstore.h"

#include <QJsonArray>

namespace pilothouse {

/// What happened to a service, as looks at it have seen it.
struct ServiceEvent
{
    enum class Kind {
        Started,    ///< it runs since then
        Restarts,   ///< its manager has started it again, `count` times since the look before
        OutOfMemory ///< it needed more memory than it may use
    };
    Kind kind = Kind::Started;
    QDateTime at;
    int count = 1;

    bool operator==(const ServiceEvent &) const = default;
};

/// Samples that runEvents() reads again: when it was started, how often it was restarted, out of memory or
/// not.
QMap<QString, double> runSamples(const ServiceStatus &status);

/// Starts, restarts and ends for want of memory from `from` up to `to`, newest first. Blocking.
[[nodiscard]] Result<QList<ServiceEvent>> runEvents(const MetricStore &metrics, const QUuid &instance,
                                                    const QDateTime &from, const QDateTime &to);

/// What "service history" shows.
QJsonArray toJson(const QList<ServiceEvent> &events);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/instancesession.h"
#include "core/monitoring/healthprobe.h"
#include "core/monitoring/servicemetrics.h"

namespace pilothouse {

class Catalogue;
class Clock;
class SecretStore;

/// What scrapes a service's metrics; all of it outlives it.
struct MetricsTools
{
    HttpSend send;
    SecretStore &secrets; ///< "<instance>/metrics" is asked where the service refuses
    const Clock &clock;
};

/// The service's own numbers: since its start, or over so many seconds from now on. Blocks that long.
/// NotFound where the profile has no metrics, Refused where the service wants a token that nobody knows.
[[nodiscard]] Result<ServiceMetrics> scrapeMetrics(const InstanceSession &session, const MetricsTools &tools,
                                                   double seconds, const OperationContext &context);

/// Adds the query metrics.show.
void addMetricsQuery(Catalogue &catalogue, const MetricsTools &tools);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace pilothouse {

/// A counter of the service that is shown by one of its labels.
struct ProfileCounter
{
    QString name;  ///< without its prefix: "quota_denials_total"
    QString label; ///< by which its series are told apart: "type"
    QString title;
    QString item; ///< of the runbook
};

/// What the numbers at the service's metrics address are called. Names lack their prefix, which versions
/// changed.
struct ProfileMetrics
{
    QStringList prefixes;   ///< "shop_", "store_"; the first that is there counts
    QString requests;       ///< counter of requests: "http_requests_total"
    QString status;         ///< its label that holds the answer's status
    QString route;          ///< its label that holds the route
    QString latency;        ///< histogram: "http_request_duration_ms"
    double unitSeconds = 1; ///< what one of its name's units is in seconds: 0.001 for ms
    QString tokenVariable;  ///< of the environment: who has it set asks for it; empty: never asks
    QList<ProfileCounter> counters;
    QString requestsItem; ///< of the runbook
    QString latencyItem;

    bool isEmpty() const { return requests.isEmpty() && latency.isEmpty() && counters.isEmpty(); }
};

} // namespace pilothouse

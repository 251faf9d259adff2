// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/monitoring/servicemetrics.h"
#include "ui/widgets/card.h"

namespace pilothouse {

/// What the service counts of itself: requests, errors, latency and its counters since its start.
class MetricsCard final : public Card
{
    Q_OBJECT

public:
    explicit MetricsCard(QWidget *parent = nullptr);

    void setMetrics(const ServiceMetrics &metrics);
    void setError(const Error &error);

private:
    Label *m_requests;
    Label *m_latency;
    Label *m_counters;
    Label *m_note;
};

/// The sentences of the card, in its order; the last is empty where there is nothing to note.
QStringList metricSentences(const ServiceMetrics &metrics);

} // namespace pilothouse

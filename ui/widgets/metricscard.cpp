// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/metricscard.h"

#include "core/base/foreigntext.h"
#include "core/base/units.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

#include <cmath>

namespace pilothouse {

namespace {

QString milliseconds(const std::optional<double> &seconds)
{
    return seconds ? MetricsCard::tr("%1 ms").arg(*seconds * 1000, 0, 'f', 0) : MetricsCard::tr("not known");
}

QString requestSentence(const ServiceMetrics &metrics)
{
    const RequestFigures &all = metrics.all;
    const double share = all.requests > 0 ? 100 * all.serverErrors / all.requests : 0;
    QString sentence = MetricsCard::tr("%1 requests, %2 % failed, %3 refused")
                           .arg(formatCount(std::llround(all.requests)))
                           .arg(share, 0, 'f', 1)
                           .arg(formatCount(std::llround(all.refused)));
    if (metrics.seconds > 0)
        sentence += MetricsCard::tr(", %1 a second").arg(all.requests / metrics.seconds, 0, 'f', 2);
    return sentence;
}

QString latencySentence(const LatencyFigures &latency)
{
    return MetricsCard::tr("Latency: mean %1, p50 %2, p95 %3, p99 %4")
        .arg(milliseconds(latency.meanSeconds), milliseconds(latency.p50), milliseconds(latency.p95),
             milliseconds(latency.p99));
}

QString counterSentence(const ServiceMetrics &metrics)
{
    QStringList counters;
    for (const CounterFigures &counter : metrics.counters) {
        QStringList values;
        for (auto value = counter.values.begin(); value != counter.values.end(); ++value)
            values << visibleLine(value.key()) + u' ' + formatCount(std::llround(value.value()));
        const QString none =
            counter.isDeclared ? MetricsCard::tr("never counted") : MetricsCard::tr("not there");
        counters << QStringLiteral("%1: %2").arg(counter.title,
                                                 values.isEmpty() ? none : values.join(QStringLiteral(", ")));
    }
    return counters.join(QStringLiteral(" · "));
}

} // namespace

QStringList metricSentences(const ServiceMetrics &metrics)
{
    const auto &latency = metrics.latency;
    const bool isFaulty = latency && latency->hasUnitFault;
    return {
        requestSentence(metrics), latency ? latencySentence(*latency) : QString(), counterSentence(metrics),
        isFaulty ? MetricsCard::tr("The service counts seconds into buckets of milliseconds, so the buckets "
                                   "tell no percentiles; nearly all took less than %1 s.")
                       .arg(latency->atMostSeconds)
                 : QString()};
}

MetricsCard::MetricsCard(QWidget *parent)
    : Card(tr("What the service counts"), Body::Padded, parent)
    , m_requests(new Label({}, TextRole::Strong))
    , m_latency(new Label)
    , m_counters(new Label)
    , m_note(new Label({}, TextRole::Small, &Tokens::text2))
{
    for (Label *label : {m_requests, m_latency, m_counters, m_note}) {
        label->setWrapping(true);
        body()->addWidget(label);
    }
}

void MetricsCard::setMetrics(const ServiceMetrics &metrics)
{
    const QStringList sentences = metricSentences(metrics);
    const QList<Label *> labels{m_requests, m_latency, m_counters, m_note};
    for (qsizetype at = 0; at < labels.size(); ++at) {
        labels[at]->setText(sentences[at]);
        labels[at]->setVisible(!sentences[at].isEmpty());
    }
    setSubtitle(metrics.seconds > 0 ? tr("in %1").arg(formatDuration(std::llround(metrics.seconds * 1000)))
                                    : QString());
}

void MetricsCard::setError(const Error &error)
{
    for (Label *label : {m_latency, m_counters})
        label->hide();
    m_requests->setText(visibleLine(error.message));
    m_note->setText(visibleLine(error.advice));
    m_note->setVisible(!error.advice.isEmpty());
    setSubtitle({});
}

} // namespace pilothouse

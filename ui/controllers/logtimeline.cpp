// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/logtimeline.h"

namespace pilothouse {

namespace {

constexpr int TimelineDelayMs = 100;

/// Lengths of a bar: from a second to a year.
constexpr std::array<qint64, 22> BarSeconds{1,     2,     5,      10,     15,      30,      60,    120,
                                            300,   600,   900,    1800,   3600,    7200,    10800, 21600,
                                            43200, 86400, 172800, 604800, 2592000, 31536000};

} // namespace

LogTimeline::LogTimeline(QObject *parent)
    : QObject(parent)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(TimelineDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &LogTimeline::changed);
}

LogTimeline::~LogTimeline() = default;

void LogTimeline::start(const LogParser &parser, const QString &source)
{
    stop();
    m_surveyor = std::make_unique<LogSurveyor>(parser, source);
    connect(m_surveyor.get(), &LogSurveyor::surveyed, this, &LogTimeline::take);
}

void LogTimeline::stop()
{
    m_surveyor.reset();
    m_survey = std::make_shared<LogSurvey>();
    m_times.reset();
    emit timesChanged();
    emit changed();
}

void LogTimeline::setExtent(const LogExtent &extent)
{
    if (m_surveyor)
        m_surveyor->setExtent(extent);
}

void LogTimeline::take(const LogSurvey &part, bool isAnew)
{
    if (isAnew)
        m_survey = std::make_shared<LogSurvey>();
    else if (m_survey.use_count() > 1)
        m_survey = std::make_shared<LogSurvey>(*m_survey); // whoever still reads by the old one keeps it
    m_survey->merge(part);
    if (!m_delay.isActive())
        m_delay.start();
}

LogBars LogTimeline::bars(int atMost) const
{
    LogBars bars;
    if (!m_survey->hasTimes() || atMost < 1)
        return bars;
    const qint64 first = m_survey->firstTime();
    const qint64 end = m_survey->endTime();
    const auto fits = [first, end, atMost](qint64 seconds) {
        const qint64 step = seconds * 1000;
        return (end + step - 1) / step - first / step <= atMost;
    };
    const auto *length = std::find_if(BarSeconds.begin(), BarSeconds.end(), fits);
    bars.step = 1000 * (length == BarSeconds.end() ? BarSeconds.back() : *length);
    bars.from = first / bars.step * bars.step;
    for (qint64 from = bars.from; from < end && bars.counts.size() < atMost; from += bars.step)
        bars.counts.append(m_survey->countsIn(from, from + bars.step));
    return bars;
}

void LogTimeline::setTimes(const std::optional<LogTimes> &times)
{
    if (times == m_times)
        return;
    m_times = times;
    emit timesChanged();
}

} // namespace pilothouse

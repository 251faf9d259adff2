// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/loglandmarks.h"

namespace pilothouse {

namespace {
constexpr int LandmarksDelayMs = 100;
}

LogLandmarks::LogLandmarks(LogModel &model, const LogTimeline &timeline, const LogFinder &finder)
    : m_model(model)
    , m_timeline(timeline)
    , m_finder(finder)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(LandmarksDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &LogLandmarks::collect);
    connect(&timeline, &LogTimeline::changed, this, &LogLandmarks::collect);
    connect(&model, &LogModel::marksChanged, this, &LogLandmarks::collect);
    connect(&model, &LogModel::extentChanged, this, &LogLandmarks::collectSoon);
    connect(&finder, &LogFinder::hitsChanged, this, &LogLandmarks::collectSoon);
}

void LogLandmarks::collectSoon()
{
    if (!m_delay.isActive())
        m_delay.start();
}

void LogLandmarks::setExtent(const LogExtent &extent)
{
    m_extent = extent;
    for (const auto &finder : m_highlightFinders) {
        if (finder)
            finder->setExtent(extent);
    }
}

void LogLandmarks::setHighlighters(const QList<LogHighlighter> &rules)
{
    auto highlights = std::make_shared<LogHighlights>(rules);
    m_highlightFinders.clear();
    for (int color = 0; color < LogHighlighter::Colors; ++color) {
        const LogQuery query = highlights->queryOf(color);
        const auto pattern = query.text.isEmpty() ? nullptr : LinePattern::compile(query).value_or(nullptr);
        auto finder = pattern ? std::make_unique<LogFinder>() : nullptr;
        if (finder) {
            connect(finder.get(), &LogFinder::hitsChanged, this, &LogLandmarks::collectSoon);
            finder->setExtent(m_extent);
            finder->find(pattern);
        }
        m_highlightFinders.push_back(std::move(finder));
    }
    m_model.setHighlights(highlights->isEmpty() ? nullptr : std::move(highlights));
    collect();
}

/// By looking up each step: the time does not depend on how many lines were found.
void LogLandmarks::collect()
{
    LogOverview overview;
    const std::shared_ptr<const LogSurvey> survey = m_timeline.survey();
    const LogExtent &extent = m_model.extent();
    const auto positionOf = [&extent](int step) {
        return extent.positionAt(extent.bytes() * step / LogOverview::Steps);
    };
    for (int step = 0; step < LogOverview::Steps && !extent.isEmpty(); ++step) {
        if (m_finder.hits().hasIn(positionOf(step), positionOf(step + 1)))
            overview.matches.setBit(step);
        overview.errors.setBit(step, survey->hasErrorIn(positionOf(step), positionOf(step + 1)));
        overview.warnings.setBit(step, survey->hasWarningIn(positionOf(step), positionOf(step + 1)));
    }
    for (const auto &finder : m_highlightFinders) {
        QBitArray steps(LogOverview::Steps);
        for (int step = 0; finder && step < LogOverview::Steps && !extent.isEmpty(); ++step)
            steps.setBit(step, finder->hits().hasIn(positionOf(step), positionOf(step + 1)));
        overview.highlights.append(steps);
    }
    for (auto mark = m_model.marks().keyBegin(); mark != m_model.marks().keyEnd(); ++mark)
        overview.marks.setBit(LogOverview::stepOf(m_model.fractionOf(*mark)));
    m_overview = overview;
    emit changed();
}

} // namespace pilothouse

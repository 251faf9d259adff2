// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/logscontroller.h"

namespace pilothouse {

LogsController::LogsController(OperationRunner &runner, QObject *parent)
    : QObject(parent)
    , m_runner(runner)
    , m_search(runner, this)
{
    connect(&m_finder, &LogFinder::hitsChanged, this, &LogsController::takeHits);
    connect(&m_timeline, &LogTimeline::changed, this, &LogsController::countsChanged);
    connect(&m_model, &LogModel::countsChanged, this, &LogsController::countsChanged);
}

LogsController::~LogsController() = default;

void LogsController::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged();
}

void LogsController::setSources(LogSources sources)
{
    m_sources = std::move(sources);
    const bool isKnown = std::any_of(m_sources.sources.begin(), m_sources.sources.end(),
                                     [this](const LogSource &source) { return source.id == m_wanted; });
    if (!isKnown)
        m_wanted = m_sources.sources.isEmpty() ? QString() : m_sources.sources.first().id;
    restart();
}

const LogSource *LogsController::shownSource() const
{
    const auto source = std::find_if(m_sources.sources.begin(), m_sources.sources.end(),
                                     [this](const LogSource &one) { return one.id == m_wanted; });
    return source == m_sources.sources.end() ? nullptr : &*source;
}

void LogsController::showSource(const QString &id)
{
    m_wanted = id;
    restart();
}

void LogsController::restart()
{
    m_search.cancel();
    m_pager.reset();
    m_timeline.stop();
    m_model.clear();
    setFoundExtent(LogExtent());
    m_earlierBytes = 0;
    m_stepTarget = 0;
    m_waitingStep.reset();
    emit restarted();
    for (const LogSource &source : std::as_const(m_sources.sources)) {
        if (source.id != m_wanted)
            continue;
        setState(State::Reading);
        if (m_isFilter)
            compileQuery(); // what its words mean depends on the format
        startPager(source);
        emit opened();
        emit stateChanged();
        return;
    }
    setState(State::Idle);
    emit stateChanged();
}

void LogsController::setFoundExtent(const LogExtent &extent)
{
    m_finder.setExtent(extent);
    m_landmarks.setExtent(extent);
}

void LogsController::startPager(const LogSource &source)
{
    const auto parser = LogParser::compile(source.format);
    if (!parser) {
        takeEnd(failure(parser.error()));
        return;
    }
    m_pager = std::make_unique<LogPager>(m_runner, m_model);
    connect(m_pager.get(), &LogPager::isReady, this, [this] { setState(State::Following); });
    connect(m_pager.get(), &LogPager::extentChanged, this, [this] {
        setFoundExtent(m_pager->extent());
        m_timeline.setExtent(m_pager->extent());
    });
    connect(m_pager.get(), &LogPager::appended, this, &LogsController::take);
    connect(m_pager.get(), &LogPager::windowMoved, this, &LogsController::searchWindow);
    connect(m_pager.get(), &LogPager::shown, this, &LogsController::takeShown);
    connect(m_pager.get(), &LogPager::lineKnown, this, &LogsController::lineKnown);
    connect(m_pager.get(), &LogPager::stopped, this, &LogsController::takeEnd);
    m_pager->setFollowing(m_isFollowing);
    m_timeline.start(*parser, source.id);
    connect(m_pager.get(), &LogPager::earlierRead, this, [this](qint64 bytes) {
        m_earlierBytes = bytes;
        emit stateChanged();
    });
    const bool hasStream = source.isStream() && m_sources.openStream;
    m_pager->start(source, *parser, m_sources.indexFolder,
                   hasStream ? m_sources.openStream(source) : nullptr);
    applyFilter(0);
}

void LogsController::pause()
{
    if (m_pager)
        m_pager->stop();
}

void LogsController::takeEnd(const Result<> &result)
{
    m_error = result ? Error() : result.error();
    setState(result ? State::Ended : State::Failed);
}

qint64 LogsController::countOf(LogGroup group) const
{
    if (!m_pager)
        return m_model.countOf(group);
    qint64 sum = 0;
    for (int level = static_cast<int>(LogLevel::Unknown); level <= static_cast<int>(LogLevel::Fatal);
         ++level) {
        if (logGroupOf(static_cast<LogLevel>(level)) == group)
            sum += m_timeline.countOf(static_cast<LogLevel>(level));
    }
    return sum;
}

void LogsController::requestOlder()
{
    if (m_pager)
        m_pager->requestOlder();
}

void LogsController::requestNewer()
{
    if (m_pager)
        m_pager->requestNewer();
}

void LogsController::setFollowing(bool isFollowing)
{
    m_isFollowing = isFollowing;
    if (m_pager)
        m_pager->setFollowing(isFollowing);
}

void LogsController::showEnd()
{
    if (m_pager)
        m_pager->showEnd();
}

void LogsController::showBeginning()
{
    if (!m_pager)
        return;
    emit endLeft();
    m_pager->showBeginning();
}

void LogsController::showAt(LogPosition position)
{
    if (!m_pager)
        return;
    emit endLeft();
    m_pager->showAt(position);
}

} // namespace pilothouse

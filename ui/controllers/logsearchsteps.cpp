// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the logs' controller searches, how it steps through what was found, and shows nothing else.
#include "ui/controllers/logscontroller.h"

namespace pilothouse {

namespace {
/// More records than these are not searched on the UI thread.
constexpr qsizetype SearchedAtOnce = 500;
} // namespace

void LogsController::take(const QList<LogRecord> &records)
{
    setState(State::Following);
    if (m_matcher.isEmpty())
        return;
    if (m_search.isRunning()) {
        m_isSearchStale = true; // searched again when the search that runs has ended
        return;
    }
    if (records.size() > SearchedAtOnce) {
        searchWindow();
        return;
    }
    QList<LogMatch> matches;
    for (const LogRecord &record : records)
        matches.append(m_matcher.find(record, timeBefore(record)));
    m_model.addMatches(matches);
    emit searchChanged();
}

bool LogsController::isSearching() const
{
    return m_pager ? m_finder.isRunning() : m_search.isRunning();
}

void LogsController::find(const LogQuery &query)
{
    m_query = query;
    m_isFilter = false;
    search();
}

void LogsController::filterBy(const QString &text)
{
    m_query = LogQuery{text};
    m_isFilter = true;
    search();
}

void LogsController::compileQuery()
{
    const LogSource *source = shownSource();
    const Result<LogMatcher> compiled =
        m_isFilter ? LogMatcher::ofFilter(m_query.text, source ? *source : LogSource())
                   : LogMatcher::compile(m_query);
    m_queryError = compiled ? QString() : compiled.error().message;
    m_matcher = compiled.value_or(LogMatcher());
    m_stepTarget = 0;
    m_waitingStep.reset();
    m_finder.find(m_matcher.sought());
}

void LogsController::search()
{
    compileQuery();
    const LogPosition inSight = m_isFollowing || !m_pager ? 0 : m_pager->windowEnd();
    if (m_showsOnlyMatches)
        applyFilter(inSight);
    else
        emit filterApplied(inSight);
    searchWindow();
}

/// Where a record has no time it is of that of the one before it.
QDateTime LogsController::timeBefore(const LogRecord &record) const
{
    const QList<LogRecord> &records = m_model.records();
    const auto after = std::find_if(records.rbegin(), records.rend(), [&record](const LogRecord &one) {
        return one.number <= record.number && one.time.isValid();
    });
    return after == records.rend() || record.time.isValid() ? record.time : after->time;
}

void LogsController::takeHits()
{
    if (m_pager && m_showsOnlyMatches)
        m_pager->takeHits(!m_finder.isRunning());
    emit searchChanged();
}

void LogsController::searchWindow()
{
    m_search.cancel();
    m_isSearchStale = false;
    if (m_matcher.isEmpty()) {
        m_model.clearMatches();
        emit searchChanged();
        return;
    }
    m_search.start(
        tr("Searching the log"),
        [matcher = m_matcher, records = m_model.records()](const OperationContext &context) {
            return matcher.find(records, context);
        },
        [this](Result<QList<LogMatch>> matches) {
            const LogMatch current = m_model.matches().value(m_model.currentMatch());
            if (matches)
                m_model.setMatches(*matches);
            if (current.record > 0)
                m_model.setCurrentMatch(static_cast<int>(m_model.matches().indexOf(current)));
            if (m_shown > 0)
                takeShown(m_shown);
            emit searchChanged();
            goOnStepping(); // before more is searched: a log that floods must not hold the step up for ever
            if (m_isSearchStale)
                searchWindow();
        });
    emit searchChanged();
}

/// How many records the first matches are in.
qint64 LogsController::recordsWithMatches(qsizetype upTo) const
{
    const QList<LogMatch> &matches = m_model.matches();
    qint64 count = 0;
    for (qsizetype i = 0; i < upTo; ++i)
        count += i == 0 || matches.at(i).record != matches.at(i - 1).record ? 1 : 0;
    return count;
}

qint64 LogsController::matchCount() const
{
    if (m_pager)
        return m_finder.hits().total();
    return m_isFilter ? recordsWithMatches(m_model.matches().size()) : m_model.matches().size();
}

qint64 LogsController::matchNumber() const
{
    const int current = m_model.currentMatch();
    if (current < 0 || !m_pager)
        return m_isFilter ? recordsWithMatches(current + 1) : current + 1;
    // Hits are lines: those of the record up to the line of the current match come before it.
    const QList<LogMatch> &matches = m_model.matches();
    qint64 line = 1;
    for (int i = current; i > 0 && !m_isFilter && matches.at(i - 1).record == matches.at(current).record; --i)
        line += matches.at(i - 1).line != matches.at(i).line && matches.at(i - 1).line >= 0 ? 1 : 0;
    return std::min(matchCount(), m_finder.hits().indexAfter(matches.at(current).record) + line);
}

/// The match that comes next. Of a record that a filter finds only the first one is stepped to.
int LogsController::nextMatch(int index, int by) const
{
    const QList<LogMatch> &matches = m_model.matches();
    const auto isInside = [&matches](int at) { return at >= 0 && at < matches.size(); };
    const quint64 record = isInside(index) ? matches.at(index).record : 0;
    index += by;
    if (!m_isFilter)
        return index;
    while (isInside(index) && matches.at(index).record == record)
        index += by;
    while (isInside(index) && index > 0 && matches.at(index - 1).record == matches.at(index).record)
        --index;
    return index;
}

void LogsController::stepMatch(int by, int fromRow)
{
    if (m_search.isRunning() || m_stepTarget > 0) {
        m_waitingStep = WaitingStep{by, fromRow}; // what is in the window is not all known yet
        return;
    }
    m_waitingStep.reset();
    const QList<LogMatch> &matches = m_model.matches();
    const int count = static_cast<int>(matches.size());
    const quint64 from = fromRow >= 0 && fromRow < m_model.rowCount() ? m_model.record(fromRow).number : 0;
    const auto next =
        std::lower_bound(matches.begin(), matches.end(), from,
                         [](const LogMatch &match, quint64 number) { return match.record < number; });
    int index = m_model.currentMatch();
    if (index < 0)
        index = static_cast<int>(next - matches.begin()) - (by > 0 ? 1 : 0);
    index = nextMatch(index, by);
    if (m_pager && (index < 0 || index >= count)) {
        stepBeyond(by);
    } else if (count > 0) {
        m_model.setCurrentMatch((index + count) % count);
    }
}

void LogsController::goOnStepping()
{
    if (const auto step = std::exchange(m_waitingStep, std::nullopt))
        stepMatch(step->by, step->fromRow);
}

void LogsController::stepBeyond(int by)
{
    m_stepBy = by;
    m_shown = 0;
    m_stepTarget = m_finder.step(by, by < 0 ? m_pager->windowBegin() : m_pager->windowEnd());
    if (m_stepTarget > 0)
        showAt(m_stepTarget);
}

/// The page with the match that was stepped to is there; its marks may still be on their way.
void LogsController::takeShown(quint64 number)
{
    m_shown = number;
    if (m_stepTarget > 0 && m_search.isRunning())
        return;
    m_shown = 0;
    const LogPosition target = std::exchange(m_stepTarget, 0);
    const QList<LogMatch> &matches = m_model.matches();
    const auto after =
        std::upper_bound(matches.begin(), matches.end(), target,
                         [](LogPosition wanted, const LogMatch &match) { return wanted < match.record; });
    if (target == 0 || after == matches.begin()) {
        emit recordShown(number);
        goOnStepping();
        return;
    }
    const auto last = std::prev(after);
    const auto first = std::find_if(matches.begin(), last, [record = last->record](const LogMatch &match) {
        return match.record == record;
    });
    const bool isLast = m_stepBy < 0 && !m_isFilter;
    m_model.setCurrentMatch(static_cast<int>((isLast ? last : first) - matches.begin()));
    goOnStepping();
}

void LogsController::setOnlyMatches(bool isOnly, int contextRecords, LogPosition position)
{
    if (!m_pager || (isOnly == m_showsOnlyMatches && contextRecords == m_contextRecords))
        return;
    m_showsOnlyMatches = isOnly;
    m_contextRecords = contextRecords;
    applyFilter(position);
    emit filterChanged();
}

void LogsController::setShown(LogGroup group, bool isShown, LogPosition position)
{
    m_model.setShown(group, isShown);
    applyFilter(position);
}

void LogsController::showAllGroups(LogPosition position)
{
    m_model.showAllGroups();
    applyFilter(position);
}

LevelSet LogsController::shownLevels() const
{
    LevelSet levels = 0;
    for (int level = static_cast<int>(LogLevel::Unknown); level <= static_cast<int>(LogLevel::Fatal);
         ++level) {
        if (m_model.isShown(logGroupOf(static_cast<LogLevel>(level))))
            levels |= levelBit(static_cast<LogLevel>(level));
    }
    return levels;
}

void LogsController::setTimes(const std::optional<LogTimes> &times, LogPosition position)
{
    if (times == m_timeline.times())
        return;
    m_timeline.setTimes(times);
    applyFilter(position);
    emit filterChanged();
}

LogPager::Filter LogsController::filter(bool onlyMatches, int contextRecords) const
{
    LogPager::Filter filter;
    filter.levels = shownLevels();
    filter.survey = [this] { return m_timeline.survey(); };
    if (const std::optional<LogTimes> &times = m_timeline.times()) {
        filter.times = times;
        filter.begin = m_timeline.survey()->positionOf(times->from).value_or(0);
        filter.end = m_timeline.survey()->positionAfter(times->to).value_or(0);
    }
    if (onlyMatches && !m_matcher.isEmpty()) {
        filter.hits = &m_finder.hits();
        filter.isComplete = !m_finder.isRunning();
        filter.context = contextRecords;
    }
    return filter;
}

void LogsController::applyFilter(LogPosition position)
{
    if (m_pager) {
        if (position > 0)
            emit endLeft();
        m_pager->setFilter(filter(m_showsOnlyMatches, m_contextRecords), position);
    }
    emit filterApplied(position);
}

} // namespace pilothouse

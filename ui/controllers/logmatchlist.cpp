// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/logmatchlist.h"

#include <vector>

namespace pilothouse {

namespace {
constexpr int CollectDelayMs = 100;
/// More records than these are not searched on the UI thread.
constexpr qsizetype MarkedAtOnce = 500;
} // namespace

LogMatchList::LogMatchList(LogsController &log, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_marking(log.runner(), this)
{
    m_model.shareMarksOf(log.model());
    m_delay.setSingleShot(true);
    m_delay.setInterval(CollectDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &LogMatchList::collectFromWindow);
    connect(&m_log, &LogsController::restarted, this, [this] {
        m_pager.reset();
        m_marking.cancel();
        m_model.clear();
    });
    connect(&m_log, &LogsController::opened, this, &LogMatchList::restart);
    connect(&m_log, &LogsController::filterApplied, this,
            [this] { applyFilter(m_isFollowing || !m_pager ? 0 : m_pager->windowEnd()); });
    connect(&m_log, &LogsController::searchChanged, this, &LogMatchList::takeHits);
}

LogMatchList::~LogMatchList() = default;

void LogMatchList::setActive(bool isActive)
{
    if (isActive == m_isActive)
        return;
    m_isActive = isActive;
    restart();
}

void LogMatchList::restart()
{
    m_pager.reset();
    m_marking.cancel();
    m_model.clear();
    m_isFollowing = true;
    emit restarted();
    applyFilter(0);
}

void LogMatchList::setContextRecords(int records, LogPosition position)
{
    if (records == m_context)
        return;
    m_context = records;
    if (position > 0)
        emit endLeft();
    applyFilter(position);
}

/// The pager is there only as long as there is something to find: one without hits would show all of the log.
void LogMatchList::applyFilter(LogPosition position)
{
    if (!m_isActive || !hasSearch()) {
        m_pager.reset();
        m_model.clear();
        return;
    }
    if (!m_log.isWhole()) {
        collectFromWindow();
        return;
    }
    const LogPager::Filter filter = m_log.filter(true, m_context);
    if (m_pager) {
        m_pager->setFilter(filter, position);
        mark();
        return;
    }
    m_pager = std::make_unique<LogPager>(m_log.runner(), m_model);
    connect(m_pager.get(), &LogPager::appended, this, &LogMatchList::take);
    connect(m_pager.get(), &LogPager::windowMoved, this, &LogMatchList::mark);
    connect(m_pager.get(), &LogPager::shown, this, &LogMatchList::recordShown);
    m_pager->setFollowing(m_isFollowing);
    m_pager->setFilter(filter, 0);
    m_pager->startBeside(*m_log.pager());
}

void LogMatchList::takeHits()
{
    if (!m_isActive)
        return;
    if (m_pager)
        m_pager->takeHits(!m_log.isSearching());
    else if (!m_log.isWhole() && !m_delay.isActive())
        m_delay.start();
}

/// What an engine's stream has brought: the newest matches of the window, in a time that does not depend on
/// its length.
void LogMatchList::collectFromWindow()
{
    if (!m_isActive || m_log.isWhole())
        return;
    const LogModel &window = m_log.model();
    const QList<LogMatch> &matches = window.matches();
    std::vector<int> rows;
    const auto enough = std::min<qsizetype>(matches.size(), StreamLimit);
    for (auto match = matches.crbegin(); match != matches.crbegin() + enough; ++match) {
        const int row = window.rowOf(match->record);
        for (int near = std::max(0, row - m_context);
             row >= 0 && near <= std::min(window.rowCount() - 1, row + m_context); ++near)
            rows.push_back(near);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    QList<LogRecord> records;
    for (const int row : rows)
        records.append(window.record(row));
    const QList<LogRecord> &before = m_model.records();
    const qsizetype known = before.size();
    const bool hasGrown = known > 0 && records.size() >= known && records.first() == before.first()
                          && records.at(known - 1) == before.last();
    if (hasGrown)
        m_model.append(records.mid(known));
    else
        m_model.replaceAll(std::move(records));
    mark();
}

void LogMatchList::take(const QList<LogRecord> &records)
{
    if (m_marking.isRunning() || records.size() > MarkedAtOnce) {
        mark();
        return;
    }
    QList<LogMatch> matches;
    for (const LogRecord &record : records)
        matches.append(m_log.matcher().marks.find(record));
    m_model.addMatches(matches);
}

void LogMatchList::mark()
{
    m_marking.start(
        tr("Searching the log"),
        [search = m_log.matcher().marks, records = m_model.records()](const OperationContext &context) {
            return search.find(records, context);
        },
        [this](const Result<QList<LogMatch>> &matches) {
            if (matches)
                m_model.setMatches(*matches);
        });
}

void LogMatchList::requestOlder()
{
    if (m_pager)
        m_pager->requestOlder();
}

void LogMatchList::requestNewer()
{
    if (m_pager)
        m_pager->requestNewer();
}

void LogMatchList::setFollowing(bool isFollowing)
{
    m_isFollowing = isFollowing;
    if (m_pager)
        m_pager->setFollowing(isFollowing);
}

void LogMatchList::showEnd()
{
    if (m_pager)
        m_pager->showEnd();
}

void LogMatchList::showBeginning()
{
    if (!m_pager)
        return;
    emit endLeft();
    m_pager->showBeginning();
}

void LogMatchList::showNextOf(LogGroup group, LogPosition from, int by)
{
    if (m_pager)
        m_pager->showLevels(levelsOf(group), from, by);
}

void LogMatchList::showAt(LogPosition position)
{
    if (!m_pager)
        return;
    emit endLeft();
    m_pager->showAt(position);
}

} // namespace pilothouse

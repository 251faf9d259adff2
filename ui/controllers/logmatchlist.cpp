// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/logmatchlist.h"

namespace pilothouse {

namespace {
/// More records than these are not searched on the UI thread.
constexpr qsizetype MarkedAtOnce = 500;
} // namespace

LogMatchList::LogMatchList(LogsController &log, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_marking(log.runner(), this)
{
    m_model.shareMarksOf(log.model());
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
    if (!m_isActive || !hasSearch() || !m_log.pager()) {
        m_pager.reset();
        m_model.clear();
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
    if (m_isActive && m_pager)
        m_pager->takeHits(!m_log.isSearching());
}

void LogMatchList::take(const QList<LogRecord> &records)
{
    if (m_marking.isRunning() || records.size() > MarkedAtOnce) {
        mark();
        return;
    }
    QList<LogMatch> matches;
    for (const LogRecord &record : records)
        matches.append(m_log.matcher().find(record));
    m_model.addMatches(matches);
}

void LogMatchList::mark()
{
    m_marking.start(
        tr("Searching the log"),
        [matcher = m_log.matcher(), records = m_model.records()](const OperationContext &context) {
            return matcher.find(records, context);
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

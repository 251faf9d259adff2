// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/logscontroller.h"

namespace pilothouse {

namespace {
/// More records than these are not searched on the UI thread.
constexpr qsizetype SearchedAtOnce = 500;
} // namespace

LogsController::LogsController(OperationRunner &runner, QObject *parent)
    : QObject(parent)
    , m_search(runner, this)
{
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

void LogsController::showSource(const QString &id)
{
    m_wanted = id;
    restart();
}

void LogsController::restart()
{
    m_search.cancel();
    m_tail.reset();
    m_model.clear();
    m_isAll = false;
    m_isOlderUnderWay = false;
    for (const LogSource &source : std::as_const(m_sources.sources)) {
        if (source.id != m_wanted)
            continue;
        m_tail = std::make_unique<LogTail>(
            source, source.isStream() && m_sources.openStream ? m_sources.openStream(source) : nullptr);
        connect(m_tail.get(), &LogTail::linesArrived, this, &LogsController::take);
        connect(m_tail.get(), &LogTail::olderArrived, this, &LogsController::takeOlder);
        connect(m_tail.get(), &LogTail::stopped, this, &LogsController::takeEnd);
        setState(State::Reading);
        m_tail->start();
        // A log without a record answers this one at once: nothing is older, so there is nothing at all.
        requestOlder();
        emit stateChanged();
        return;
    }
    setState(State::Idle);
    emit stateChanged();
}

void LogsController::pause()
{
    if (m_tail)
        m_tail->stop();
}

void LogsController::take(const QList<LogRecord> &records)
{
    m_model.append(records);
    setState(State::Following);
    if (m_compiled.isEmpty())
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
        matches.append(m_compiled.find(record));
    m_model.addMatches(matches);
    emit searchChanged();
}

void LogsController::takeOlder(const QList<LogRecord> &records, bool isAll)
{
    m_isOlderUnderWay = false;
    const bool hasRoom = m_model.prepend(records);
    m_isAll = isAll || !hasRoom;
    setState(State::Following);
    if (!m_compiled.isEmpty() && !records.isEmpty())
        searchWindow();
}

void LogsController::takeEnd(const Result<> &result)
{
    m_error = result ? Error() : result.error();
    setState(result ? State::Ended : State::Failed);
}

void LogsController::requestOlder()
{
    if (!m_tail || m_isOlderUnderWay || m_isAll)
        return;
    m_isOlderUnderWay = true;
    m_tail->requestOlder();
}

void LogsController::find(const LogQuery &query)
{
    m_query = query;
    const Result<LogSearch> compiled = LogSearch::compile(query);
    m_queryError = compiled ? QString() : compiled.error().message;
    m_compiled = compiled.value_or(LogSearch());
    searchWindow();
}

void LogsController::searchWindow()
{
    m_search.cancel();
    m_isSearchStale = false;
    if (m_compiled.isEmpty()) {
        m_model.clearMatches();
        emit searchChanged();
        return;
    }
    m_search.start(
        tr("Searching the log"),
        [search = m_compiled, records = m_model.records()](const OperationContext &context) {
            return search.find(records, context);
        },
        [this](Result<QList<LogMatch>> matches) {
            const LogMatch current = m_model.matches().value(m_model.currentMatch());
            if (matches)
                m_model.setMatches(*matches);
            if (current.length > 0)
                m_model.setCurrentMatch(static_cast<int>(m_model.matches().indexOf(current)));
            emit searchChanged();
            if (m_isSearchStale)
                searchWindow();
        });
    emit searchChanged();
}

void LogsController::stepMatch(int by, int fromRow)
{
    const QList<LogMatch> &matches = m_model.matches();
    if (matches.isEmpty())
        return;
    const int count = static_cast<int>(matches.size());
    int index = m_model.currentMatch();
    if (index >= 0) {
        index = (index + by + count) % count;
    } else {
        const quint64 from =
            fromRow >= 0 && fromRow < m_model.rowCount() ? m_model.record(fromRow).number : 0;
        const auto next =
            std::lower_bound(matches.begin(), matches.end(), from,
                             [](const LogMatch &match, quint64 number) { return match.record < number; });
        index = static_cast<int>(next - matches.begin());
        index = by < 0 ? (index + count - 1) % count : index % count;
    }
    m_model.setCurrentMatch(index);
}

} // namespace pilothouse

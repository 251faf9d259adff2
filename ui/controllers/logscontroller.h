// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationrunner.h"
#include "core/logs/logtail.h"
#include "ui/controllers/latestread.h"
#include "ui/models/logmodel.h"

namespace pilothouse {

/// The logs of one instance as a page needs them: where they lie, and what opens a container's.
struct LogSources
{
    QString instance;
    QList<LogSource> sources;
    std::function<std::shared_ptr<LogStream>(const LogSource &source)> openStream; ///< empty: no container
};

/// One instance's logs: the source that is followed, its window of records, and the search in it.
class LogsController final : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Reading, Following, Ended, Failed };
    Q_ENUM(State)

    explicit LogsController(OperationRunner &runner, QObject *parent = nullptr);
    ~LogsController() override;

    LogModel &model() { return m_model; }
    const LogSources &sources() const { return m_sources; }
    /// The id of the source that is shown.
    QString sourceId() const { return m_tail ? m_tail->source().id : m_wanted; }
    State state() const { return m_state; }
    /// Why it cannot be read, where the state is Failed.
    const Error &error() const { return m_error; }
    const LogQuery &query() const { return m_query; }
    /// What is wrong with the query; empty: nothing.
    const QString &queryError() const { return m_queryError; }
    bool isSearching() const { return m_search.isRunning(); }

    /// Shows the logs of another instance; none where there are no sources.
    void setSources(LogSources sources);
    void showSource(const QString &id);
    /// Follows the source from anew; what is shown goes when the first records come.
    void restart();
    /// Stops following and keeps what is shown.
    void pause();
    /// Asks for an older page, unless one is under way or there is none.
    void requestOlder();
    /// Searches the window off the UI thread; the newest query wins.
    void find(const LogQuery &query);
    /// Steps to the next or previous match, round the ends, from a row on where none is current.
    void stepMatch(int by, int fromRow);

signals:
    void stateChanged();
    void searchChanged();

private:
    void setState(State state);
    void take(const QList<LogRecord> &records);
    void takeOlder(const QList<LogRecord> &records, bool isAll);
    void takeEnd(const Result<> &result);
    void searchWindow();

    LogModel m_model;
    LogSources m_sources;
    QString m_wanted;
    std::unique_ptr<LogTail> m_tail;
    State m_state = State::Idle;
    Error m_error;
    bool m_isAll = false;
    bool m_isOlderUnderWay = false;
    LogQuery m_query;
    QString m_queryError;
    LogSearch m_compiled;
    LatestRead m_search;
    bool m_isSearchStale = false; ///< records came while it ran
};

} // namespace pilothouse

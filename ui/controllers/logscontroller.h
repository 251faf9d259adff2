// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationrunner.h"
#include "ui/controllers/latestread.h"
#include "ui/controllers/loglandmarks.h"
#include "ui/controllers/logmatcher.h"
#include "ui/controllers/logpager.h"
#include "ui/controllers/logsources.h"
#include "ui/models/logchoices.h"

namespace pilothouse {

/// One instance's logs: the source that is shown, the window of its records, and the search in it. A log is
/// there as a whole: a file with its rotations, and what an engine or the journal keeps.
class LogsController final : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Reading, Following, Ended, Failed };
    Q_ENUM(State)

    explicit LogsController(OperationRunner &runner, QObject *parent = nullptr);
    ~LogsController() override;

    LogModel &model() { return m_model; }
    const LogModel &model() const { return m_model; }
    LogTimeline &timeline() { return m_timeline; }
    const LogTimeline &timeline() const { return m_timeline; }
    /// How the reader wants logs laid out.
    LogChoices &choices() { return m_choices; }
    const LogChoices &choices() const { return m_choices; }
    /// Records of those levels: of the whole log as far as it is surveyed, or of the window.
    qint64 countOf(LogGroup group) const;
    const LogSources &sources() const { return m_sources; }
    /// The id of the source that is shown.
    const QString &sourceId() const { return m_wanted; }
    /// Null where there is none.
    const LogSource *shownSource() const;
    State state() const { return m_state; }
    /// So much was read of what lies before the beginning that can be shown; 0: nothing is under way.
    qint64 earlierBytes() const { return m_earlierBytes; }
    /// Why it cannot be read, where the state is Failed.
    const Error &error() const { return m_error; }

    /// Shows the logs of another instance; none where there are no sources.
    void setSources(LogSources sources);
    void showSource(const QString &id);
    /// Follows the source from anew; what is shown goes when the first records come.
    void restart();
    /// Stops following and keeps what is shown.
    void pause();

    OperationRunner &runner() const { return m_runner; }
    /// What moves the window over the whole log; null where there is no whole.
    const LogPager *pager() const { return m_pager.get(); }
    /// Which records of the whole log are shown: only those that match, with so many around each, or all.
    LogPager::Filter filter(bool onlyMatches, int contextRecords) const;
    /// What the search looks for.
    const LogMatcher &matcher() const { return m_matcher; }
    /// True where all of the log can be shown, whatever its length.
    bool isWhole() const { return m_pager != nullptr; }
    /// Asks for more at an end of the window, unless it is under way or there is none.
    void requestOlder();
    void requestNewer();
    void setFollowing(bool isFollowing);
    void showEnd();
    void showBeginning();
    /// Shows the record that holds a position of the whole log; recordShown() tells.
    void showAt(LogPosition position);

    /// What the text of the field to go to means: a line, a part of the whole such as "50%", or a time as it
    /// is shown. False where it means none of them, or there is nothing there.
    bool goTo(const QString &text);
    /// Shows the first record of a time (ms since 1970) or later; recordShown() tells. False where the whole
    /// log or its times are not known.
    bool showMoment(qint64 time);
    /// Goes to the next record of a group of levels after one in the whole log, or the one before it;
    /// recordShown() tells where there is one.
    void showNextOf(LogGroup group, LogPosition from, int by);
    /// Asks which line of the whole log a record begins at; lineKnown() tells.
    void findLineOf(quint64 number);

    const LogQuery &query() const { return m_query; }
    /// Whether the text of the query is in the language of LogFilter.
    bool isFilter() const { return m_isFilter; }
    /// What is wrong with the query; empty: nothing.
    const QString &queryError() const { return m_queryError; }
    bool isSearching() const;
    /// Lines of the whole log that match, or matches in the window where there is no whole; records where the
    /// query is a filter.
    qint64 matchCount() const;
    /// Which of them is the current one, from 1 on; 0: none.
    qint64 matchNumber() const;
    const LogHits &hits() const { return m_finder.hits(); }
    /// What lies where in the whole log.
    LogLandmarks &landmarks() { return m_landmarks; }
    /// Searches off the UI thread; the newest query wins.
    void find(const LogQuery &query);
    /// The same with a text in the language of LogFilter, which finds whole records.
    void filterBy(const QString &text);
    /// Steps to the next or previous match, round the ends, from a row on where none is current.
    void stepMatch(int by, int fromRow);

    bool showsOnlyMatches() const { return m_showsOnlyMatches; }
    int contextRecords() const { return m_contextRecords; }
    /// Shows only records that match, with so many around each; `position`: what is to stay in sight.
    void setOnlyMatches(bool isOnly, int contextRecords, LogPosition position);

    /// Levels that are not shown are passed over in the whole log.
    void setShown(LogGroup group, bool isShown, LogPosition position);
    void showAllGroups(LogPosition position);

    /// Shows only records of some time; nothing: of any.
    void setTimes(const std::optional<LogTimes> &times, LogPosition position);

signals:
    /// Another log is shown from its end on, or the same one anew.
    void restarted();
    /// The source is there that was asked for; nothing of it is known yet.
    void opened();
    /// Another search, other levels or times: other records are shown. `position`: what stays in sight.
    void filterApplied(pilothouse::LogPosition position);
    void stateChanged();
    void searchChanged();
    void filterChanged();
    void countsChanged();
    void lineKnown(qint64 line, quint64 number);
    /// The window goes away from the end of the log.
    void endLeft();
    void recordShown(quint64 number);

private:
    void setState(State state);
    void startPager(const LogSource &source);
    void take(const QList<LogRecord> &records);
    void takeEnd(const Result<> &result);
    void takeHits();
    void takeShown(quint64 number);
    LevelSet shownLevels() const;
    void applyFilter(LogPosition position);
    void search();
    void setFoundExtent(const LogExtent &extent);
    void compileQuery();
    void searchWindow();
    void stepBeyond(int by);
    void goOnStepping();
    int nextMatch(int index, int by) const;
    qint64 recordsWithMatches(qsizetype upTo) const;
    QDateTime timeBefore(const LogRecord &record) const;

    OperationRunner &m_runner;
    LogModel m_model;
    LogChoices m_choices;
    LogSources m_sources;
    QString m_wanted;
    std::unique_ptr<LogPager> m_pager;
    State m_state = State::Idle;
    Error m_error;
    qint64 m_earlierBytes = 0;
    bool m_isFollowing = true;
    LogQuery m_query;
    bool m_isFilter = false;
    QString m_queryError;
    LogMatcher m_matcher;
    LogFinder m_finder;
    LogTimeline m_timeline;
    LogLandmarks m_landmarks{m_model, m_timeline, m_finder};
    LatestRead m_search;
    bool m_isSearchStale = false; ///< records came while it ran
    LogPosition m_stepTarget = 0; ///< a match that is to be the current one when its page has come
    int m_stepBy = 1;
    struct WaitingStep
    {
        int by;
        int fromRow;
    };
    std::optional<WaitingStep> m_waitingStep; ///< asked for while the one before it was under way
    quint64 m_shown = 0;                      ///< its page has come, but not yet its marks
    bool m_showsOnlyMatches = false;
    int m_contextRecords = 0;
};

} // namespace pilothouse

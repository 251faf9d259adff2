// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/history/extentwatch.h"
#include "core/logs/history/loghits.h"
#include "core/logs/history/logpagereader.h"
#include "ui/controllers/latestread.h"
#include "ui/models/logmodel.h"

namespace pilothouse {

/// The levels of a group that a view tells apart.
LevelSet levelsOf(LogGroup group);

/// Moves the window that a model holds over the whole history of a log: jumps anywhere, reads the pages
/// that the view comes near to, and follows the end. Pages are read off the UI thread, one at a time.
class LogPager final : public QObject
{
    Q_OBJECT
public:
    /// What the window holds at most, and a page.
    struct Sizes
    {
        int window = 6000;
        int page = 1500;
        int first = 300; ///< the first page of all: what a large screen holds
        qsizetype characters = 16 << 20;
    };
    /// Which records are shown.
    struct Filter
    {
        const LogHits *hits = nullptr; ///< only those that hold one of these; null: all
        bool isComplete = false;       ///< no more hits are to come from what is known of the log
        int context = 0;               ///< so many records around each hit
        LevelSet levels = AllLevels;
        std::function<std::shared_ptr<const LogSurvey>()> survey = {}; ///< what is known by now
        std::optional<LogTimes> times = {};
        LogPosition begin = 0; ///< where those times begin; 0: with the log
        LogPosition end = 0;   ///< where they end; 0: with the log
    };

    LogPager(OperationRunner &runner, LogModel &model, QObject *parent = nullptr);
    ~LogPager() override;

    /// `stream`: of a log that is one.
    void start(const LogSource &source, const LogParser &parser, const QString &cacheFolder,
               const std::shared_ptr<LogStream> &stream = {});
    /// A second window over the log of another pager, which outlives this one.
    void startBeside(const LogPager &first);
    /// What is shown stays.
    void stop();
    const LogExtent &extent() const { return m_extent; }
    Sizes sizes() const { return m_sizes; }
    void setSizes(Sizes sizes) { m_sizes = sizes; }

    /// What the window holds of the log: from the first record to behind the last.
    LogPosition windowBegin() const { return firstNumber(); }
    LogPosition windowEnd() const { return m_next; }

    /// The window follows the end.
    void setFollowing(bool isFollowing);
    void showEnd();
    void showBeginning() { showAt(m_extent.begin()); }
    /// Shows the record that holds a position, or the one nearest to it that is shown at all; shown() tells.
    void showAt(LogPosition position);
    /// Shows the first record of a time or later.
    void showTime(qint64 time, LogPosition near);
    /// The next record of some levels after a position, or the last one before it, of what is shown at all.
    void showLevels(LevelSet levels, LogPosition from, int by);
    /// A line, counted from 1 over all generations.
    void showLine(qint64 line);
    /// Asks which line a record begins at; lineKnown() tells.
    void findLineOf(LogPosition position);
    void requestOlder();
    void requestNewer();
    /// The records around `position`, or at the end of the log where that is 0, are read anew.
    void setFilter(const Filter &filter, LogPosition position);
    /// More hits have come.
    void takeHits(bool isComplete);

signals:
    void extentChanged();
    /// So much was read by now of what lies before the beginning; 0: nothing is under way.
    void earlierRead(qint64 bytes);
    /// What is known of the log is on the screen, even if that is nothing.
    void isReady();
    void appended(const QList<pilothouse::LogRecord> &records);
    /// Records came at the top, or others altogether.
    void windowMoved();
    /// The record that showAt() asked for.
    void shown(quint64 number);
    void lineKnown(qint64 line, pilothouse::LogPosition position);
    void stopped(const pilothouse::Result<> &result);

private:
    enum class Read { End, At, Older, Newer };

    void takeExtent(const LogExtent &extent);
    void pump();
    void read(Read what, LogPosition position);
    LogPageRequest requestFor(Read what, LogPosition position) const;
    void addLines(LogPageRequest &request) const;
    LogPageReader makeReader(LevelSet levels) const;
    void takePage(Read what, LogPosition position, const LogPage &page);
    void takeOlder(const LogPage &page);
    void takeNewer(const LogPage &page);
    void showEdges();
    LogPosition begin() const { return std::max(m_extent.begin(), m_filter.begin); }
    LogPosition end() const;
    bool hasNewer() const;
    bool hasOlder() const;
    bool isFull() const;
    LogPosition firstNumber() const;

    LogModel &m_model;
    Sizes m_sizes;
    LatestRead m_read;
    LatestRead m_timeRead;
    qint64 m_wantedLine = 0;
    LogSource m_source;
    LogParser m_parser;
    std::unique_ptr<ExtentWatch> m_watch; ///< null beside another pager
    LogExtent m_extent;
    Filter m_filter;
    LogPosition m_next = 0;      ///< where the first record after the window begins
    LogPosition m_beginning = 0; ///< of the log, where a page said that nothing wanted is before the window
    bool m_hasWindow = false;
    bool m_isFollowing = true;
    bool m_wantsOlder = false;
    bool m_wantsNewer = false;
    bool m_mayDropOldest = true;          ///< the reader is at the other end of the window
    bool m_isOlderAskedMeanwhile = false; ///< since the page was asked for that is on its way
    bool m_isNewerAskedMeanwhile = false;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/logrecord.h"
#include "core/logs/history/logextent.h"
#include "core/logs/logsearch.h"

#include <QAbstractListModel>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>

namespace pilothouse {

class LogHighlights;

/// The levels that a view tells apart; trace counts as debug, fatal as error.
enum class LogGroup { Error, Warning, Info, Debug, Other };

LogGroup logGroupOf(LogLevel level);

/// The window of a log: records as they came, of which those of the wanted levels are rows. ValueRole gives
/// the LogRecord. Unfolded records, counts and matches belong to it, so that they outlive a change of the
/// filter.
class LogModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    /// What it holds at most; the oldest go first.
    struct Limits
    {
        qsizetype records = 200000;
        qsizetype characters = 48 * 1024 * 1024;
    };

    explicit LogModel(QObject *parent = nullptr);
    LogModel(Limits limits, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const LogRecord &record(int row) const { return m_records.at(m_rows.at(row)); }
    /// Every record of the window, also those that the filter hides.
    const QList<LogRecord> &records() const { return m_records; }
    /// The row of a record by its number; -1 where it is hidden or gone.
    int rowOf(quint64 number) const;

    void clear();
    /// A record under the number of one of the last replaces that one.
    void append(const QList<LogRecord> &records);
    /// Above all others. False where the window is full: nothing was added then.
    bool prepend(const QList<LogRecord> &records);
    /// Another part of the log instead of what there is.
    void replaceAll(QList<LogRecord> records);
    void dropOldest(qsizetype excess);
    void dropNewest(qsizetype excess);
    /// Of all records.
    qsizetype characters() const { return m_characters; }

    /// How far the log reaches of which this is a window; empty where that is not known.
    const LogExtent &extent() const { return m_extent; }
    void setExtent(const LogExtent &extent);
    /// Whether there is no more of the log above and below.
    bool isAtBeginning() const { return m_isAtBeginning; }
    bool isAtEnd() const { return m_isAtEnd; }
    void setEdges(bool isAtBeginning, bool isAtEnd);
    /// Where a record stands in the whole log: from 0 to 1.
    double fractionOf(quint64 number) const;
    /// What stands there; 0 where there is nothing.
    quint64 numberAt(double fraction) const;
    /// The first row of that number or a later one; the last where there is none.
    int rowNear(quint64 number) const;
    /// The first row of a time (ms since 1970) or later; rowCount() where there is none. Records are taken to
    /// stand in the order of their times.
    int rowAtTime(qint64 time) const;
    /// The next row of a group after a row, or the one before it; -1 where there is none.
    int rowOfGroup(LogGroup group, int from, int by) const;

    qsizetype countOf(LogGroup group) const { return m_counts.at(static_cast<size_t>(group)); }
    bool isShown(LogGroup group) const { return m_shown.at(static_cast<size_t>(group)); }
    void setShown(LogGroup group, bool isShown);
    void showAllGroups();
    bool isAllShown() const { return std::all_of(m_shown.begin(), m_shown.end(), std::identity()); }
    const std::array<bool, 5> &shownGroups() const { return m_shown; }
    qsizetype hiddenCount() const { return m_records.size() - m_rows.size(); }

    bool isUnfolded(int row) const { return m_unfolded.contains(record(row).number); }
    void setUnfolded(int row, bool isUnfolded);

    /// The reader's marks in the whole log, with a note on each.
    const QMap<quint64, QString> &marks() const { return m_marksOwner ? m_marksOwner->marks() : m_marks; }
    bool isMarked(quint64 number) const { return marks().contains(number); }
    /// Another window of the same log, which outlives this one, has the marks and what stands out; both show
    /// and change them.
    void shareMarksOf(LogModel &owner);
    void setMarked(quint64 number, bool isMarked);
    void setNote(quint64 number, const QString &note);

    /// What stands out beside the matches; null: nothing.
    const LogHighlights *highlights() const
    {
        return m_marksOwner ? m_marksOwner->highlights() : m_highlights.get();
    }
    void setHighlights(std::shared_ptr<const LogHighlights> highlights);

    /// Matches of the whole window, as a search found them; rows of hidden records have none.
    void setMatches(const QList<LogMatch> &matches);
    /// Those of records that came since.
    void addMatches(const QList<LogMatch> &matches);
    void clearMatches();
    /// Those in shown records, from top to bottom.
    const QList<LogMatch> &matches() const { return m_matches; }
    /// Those of one record.
    QList<LogMatch> matchesOf(quint64 number) const;
    int currentMatch() const { return m_currentMatch; }
    void setCurrentMatch(int index);

signals:
    void countsChanged();
    /// The log grew, or the window reached or left one of its ends.
    void extentChanged();
    void matchesChanged();
    void marksChanged();
    void currentMatchChanged();

private:
    bool isWanted(const LogRecord &record) const { return isShown(logGroupOf(record.level)); }
    int replaceRecent(const LogRecord &record);
    void count(const LogRecord &record, int by);
    void trim();
    void rebuildRows();
    void filterMatches();
    qsizetype indexOf(quint64 number) const;

    Limits m_limits;
    QList<LogRecord> m_records; ///< numbers rise, but for the two streams of a container, which may cross
    QList<qsizetype> m_rows;    ///< indices of the shown ones
    qsizetype m_characters = 0;
    std::array<qsizetype, 5> m_counts{};
    std::array<bool, 5> m_shown{true, true, true, true, true};
    QSet<quint64> m_unfolded;
    QMap<quint64, QString> m_marks;
    LogModel *m_marksOwner = nullptr;
    std::shared_ptr<const LogHighlights> m_highlights;
    LogExtent m_extent;
    bool m_isAtBeginning = true;
    bool m_isAtEnd = true;
    QList<LogMatch> m_allMatches;
    QList<LogMatch> m_matches;
    int m_currentMatch = -1;
};

} // namespace pilothouse

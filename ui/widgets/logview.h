// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/loglines.h"
#include "ui/models/logmodel.h"
#include "ui/widgets/logrowpainter.h"
#include "ui/widgets/matchbar.h"

#include <QAbstractScrollArea>

namespace pilothouse {

class Button;

/// Painted rows of a log: follows its end until the reader scrolls up, folds records, wraps, shows matches.
/// Only what is seen is laid out, so that hundreds of thousands of records cost nothing.
class LogView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit LogView(LogModel &model, QWidget *parent = nullptr);

    bool isFollowing() const { return m_isFollowing; }
    void setFollowing(bool isFollowing);
    bool isWrapping() const { return m_isWrapping; }
    void setWrapping(bool isWrapping);
    /// What came while it did not follow: rows, or lines where the whole log is known.
    qint64 newRows() const;

    int currentRow() const { return m_model.rowOf(m_current); }
    void setCurrentRow(int row, bool extends = false);
    int firstVisibleRow() const;
    int lastVisibleRow() const;
    /// The number of the record that a change of the filter is to keep in sight: the current one if it is on
    /// the screen, else the first; 0 where it is the end of the log that is in sight.
    quint64 recordInSight() const;
    /// Shows a record that the window holds by now: where the bar was dragged to, or as the current one.
    void showRecord(quint64 number);
    void setOverview(const LogOverview &overview) { m_bar->setOverview(overview); }
    void toBeginning();
    void toEnd();
    /// The selected records as text, at most 64 MiB of it; `hasTimes`: as they stood in the log, else their
    /// messages.
    QString selectedText(bool hasTimes = true) const;
    void copySelection() const;
    void copyWithoutTimes() const;
    void toggleMark();
    /// Goes to the next or previous mark, round the ends.
    void stepMark(int by);

signals:
    void currentChanged();
    void followingChanged(bool isFollowing);
    void wrappingChanged(bool isWrapping);
    /// An end of the window is near.
    void olderWanted();
    void newerWanted();
    /// Part of the log is to be shown that the window does not hold.
    void beginningWanted();
    void endWanted();
    void positionWanted(quint64 number);
    void matchStepWanted(int by);
    /// The key that shows nothing but matches, or everything again.
    void onlyMatchesWanted();
    /// The key that shows more or less around each match.
    void contextWanted();
    void goToWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void connectModel();
    void onInserted(int first, int last);
    void onRemoved(int first);
    void onScrolled(int value);
    LogColumns columns() const;
    int heightOf(int row, const LogColumns &columns) const;
    void rebuild();
    void updateRange();
    void showBar();
    void wantMore();
    void goTo(double fraction);
    void scrollTo(qint64 line);
    void ensureVisible(int row, int line = 0);
    void showCurrentMatch();
    void placePill();
    void toggleFold(int row);
    void zoom(int by);
    int rowAt(const QPoint &position) const;
    bool handleLetter(const QKeyEvent &event);
    bool handleMove(const QKeyEvent &event);
    void tellAccessibility();

    LogModel &m_model;
    LogLines m_lines;
    MatchBar *m_bar;
    Button *m_pill;
    quint64 m_current = 0; ///< numbers of records; 0: none
    quint64 m_anchor = 0;
    qint64 m_newRows = 0;
    qint64 m_linesSeen = 0; ///< how many the whole log had when following ended
    double m_page = 1;      ///< the part of the log that is on the screen
    int m_fontSize = 0;
    bool m_isFollowing = true;
    bool m_isWrapping = false;
    bool m_awaitsTop = false; ///< what is shown next was dragged to
    bool m_awaitsEnd = false;
    bool m_isAdjusting = false; ///< the scroll bar moves by itself, not by the reader
};

} // namespace pilothouse

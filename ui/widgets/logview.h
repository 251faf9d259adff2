// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/logkeys.h"
#include "ui/models/loglines.h"
#include "ui/models/logmodel.h"
#include "ui/models/logtable.h"
#include "ui/widgets/logrowpainter.h"
#include "ui/widgets/logtablehead.h"
#include "ui/widgets/matchbar.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QTimer>

#include <functional>

class QMenu;

namespace pilothouse {

class Button;

/// Painted rows of a log: follows its end until the reader scrolls up, folds records, wraps, shows matches.
/// Only what is seen is laid out, so that hundreds of thousands of records cost nothing.
class LogView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit LogView(LogModel &model, QWidget *parent = nullptr);

    LogModel &model() const { return m_model; }
    bool isFollowing() const { return m_isFollowing; }
    void setFollowing(bool isFollowing);
    bool isWrapping() const { return m_isWrapping; }
    void setWrapping(bool isWrapping);
    /// What came while it did not follow: lines of the whole log, or what setCount() counts.
    qint64 newLines() const;
    /// How many there are of what counts as new; without it the lines of the whole log.
    void setCount(std::function<qint64()> count) { m_count = std::move(count); }

    /// Paints what does not match more quietly than what does.
    void setQuietOthers(bool isQuiet) { m_hasQuietOthers = isQuiet; }

    /// Shows the records as a table of these columns; empty: as they stand in the log.
    void setTable(const LogTable &table, const LogFieldReader &reader);
    /// As the reader has changed it.
    const LogTable &table() const { return m_head->table(); }

    /// Shows a moment (ms since 1970) at that height of the screen, with a line where it lies; what is
    /// current stays.
    void showMoment(qint64 time, int globalY);
    void clearMoment();
    /// Says again which moment is shown.
    void tellMomentSoon();
    /// Goes to the first record of a time or later.
    void goToMoment(qint64 time);
    /// The moment that was wanted lies behind the end of the log.
    void takeNoMoment();

    /// Below the current record, on the screen: where its menu is shown.
    QPoint placeOfCurrent() const;
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
    /// The selected records as text, at most 64 MiB of it, as they stand in the log or as the cells of the
    /// table with tabs between; `hasTimes`: else without their times.
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
    /// What the view leaves to others.
    void commandWanted(pilothouse::LogCommand command);
    /// A place as it is typed into the field to go to: a line, or a part such as "50%".
    void placeWanted(const QString &place);
    void momentWanted(qint64 time);
    /// The next record of a level lies outside of the window; `from`: the number to begin at.
    void levelWanted(pilothouse::LogGroup group, quint64 from, int by);
    /// The reader has moved: this moment stands at that height of the screen.
    void momentChanged(qint64 time, int globalY);
    /// The reader has changed a column.
    void tableChanged(const pilothouse::LogTable &table);
    void columnMenuWanted(const QPoint &globalPosition);
    /// Others may add to the menu of the current record; `column`: of the table, where one was pointed at.
    void menuOpening(QMenu *menu, const QString &column);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
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
    int heightOf(int row, const LogColumns &geometry) const;
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
    bool takeDigit(const QKeyEvent &event);
    void obey(LogCommand command, bool extends);
    bool obeyMove(LogCommand command, bool extends);
    bool obeyJump(LogCommand command);
    bool obeyLook(LogCommand command);
    QString columnAt(int x) const;
    void moveTo(int row, bool extends);
    void toLineOr(void (LogView::*otherwise)());
    void stepGroup(LogGroup group, int by);
    void stepTime(qint64 by);
    int rowInSight() const;
    void tellMoment();
    bool holdsMoment(qint64 time) const;
    int hiddenLeft() const;
    LogFields fieldsOf(const LogRecord &record);
    QString textOf(const LogRecord &record, bool hasTime) const;
    void takeTable(const LogTable &table);
    void paintPrefix(QPainter &painter);
    void tellAccessibility();

    LogModel &m_model;
    LogLines m_lines;
    MatchBar *m_bar;
    LogTableHead *m_head;
    Button *m_pill;
    quint64 m_current = 0; ///< numbers of records; 0: none
    quint64 m_anchor = 0;
    qint64 m_linesSeen = 0; ///< how many the whole log had when following ended
    double m_page = 1;      ///< the part of the log that is on the screen
    std::function<qint64()> m_count;
    LogFieldReader m_reader;
    QHash<quint64, LogFields> m_fields; ///< of records that were on the screen lately
    qint64 m_prefix = 0;                ///< the number that was typed before a command
    qint64 m_moment = 0;                ///< that is shown elsewhere, in ms since 1970; 0: none
    int m_awaitedLine = 0;              ///< where what is awaited at the top is to stand
    int m_fontSize = 0;
    QTimer m_telling;         ///< of the moment, once for all that happens at once
    bool m_isLed = false;     ///< it moves because another view has moved
    bool m_awaitsLed = false; ///< and what is awaited does
    bool m_isFollowing = true;
    bool m_isWrapping = false;
    bool m_hasQuietOthers = false;
    bool m_awaitsTop = false; ///< what is shown next was dragged to
    bool m_awaitsEnd = false;
    bool m_isAdjusting = false; ///< the scroll bar moves by itself, not by the reader
};

} // namespace pilothouse

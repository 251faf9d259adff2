// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/loglines.h"
#include "ui/models/logmodel.h"
#include "ui/widgets/logrowpainter.h"

#include <QAbstractScrollArea>

namespace pilothouse {

class Button;
class MatchBar;

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
    /// Rows that came while it did not follow.
    qint64 newRows() const { return m_newRows; }

    int currentRow() const { return m_model.rowOf(m_current); }
    void setCurrentRow(int row, bool extends = false);
    int firstVisibleRow() const;
    /// The selected records as text, at most 64 MiB of it.
    QString selectedText() const;
    void copySelection() const;

signals:
    void currentChanged();
    void followingChanged(bool isFollowing);
    void wrappingChanged(bool isWrapping);
    /// The top was reached.
    void olderWanted();
    void matchStepWanted(int by);

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
    void connectScrollBar();
    void onInserted(int first, int last);
    void onRemoved(int first, int last);
    void onScrolled(int value);
    LogColumns columns() const;
    int heightOf(int row, const LogColumns &columns) const;
    void rebuild();
    void updateRange();
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
    int m_fontSize = 0;
    bool m_isFollowing = true;
    bool m_isWrapping = false;
    bool m_isAdjusting = false; ///< the scroll bar moves by itself, not by the reader
};

} // namespace pilothouse

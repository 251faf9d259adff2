// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/logtimeline.h"

#include <QWidget>

namespace pilothouse {

/// Records of a whole log over time, errors and warnings apart, in bars of one length. A drag over it, or
/// Shift with the arrow keys, chooses a span of time; its edges can be dragged; a double click or Esc takes
/// it back.
class LogHistogram final : public QWidget
{
    Q_OBJECT
public:
    explicit LogHistogram(LogTimeline &timeline, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {400, 76}; }

signals:
    /// Nothing: all of the time.
    void timesChosen(const std::optional<pilothouse::LogTimes> &times);
    /// The keyboard is to go to the log below.
    void leaveAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void rebuild();
    int barsRight() const;
    qint64 timeAt(int x) const;
    int xOf(qint64 time) const;
    void choose(qint64 anchor, qint64 other);
    void paintBars(QPainter &painter) const;
    void paintAxis(QPainter &painter) const;
    void paintChosen(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;
    QString describe(int bar) const;

    LogTimeline &m_timeline;
    LogBars m_bars;
    int m_pitch = 7;                  ///< from bar to bar
    std::optional<LogTimes> m_chosen; ///< while it is dragged, before it is told
    qint64 m_anchor = 0;
    bool m_isDragging = false;
};

} // namespace pilothouse

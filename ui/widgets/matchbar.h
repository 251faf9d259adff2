// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QBitArray>
#include <QTimer>
#include <QWidget>

class QScrollBar;

namespace pilothouse {

class LogModel;

/// The bar at the right of the log view: errors in its left half, warnings in its right half, matches across,
/// and the thumb over them. A click or drag scrolls there.
class MatchBar final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int Width = 14;

    MatchBar(const LogModel &model, QScrollBar &scrollBar, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {Width, 100}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void collectSoon();
    void collect();
    void scrollTo(int y);

    const LogModel &m_model;
    QScrollBar &m_scrollBar;
    QTimer m_delay;
    QBitArray m_errors; ///< one bit per step of 3 pixels
    QBitArray m_warnings;
    QBitArray m_matches;
};

} // namespace pilothouse

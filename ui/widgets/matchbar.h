// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/logoverview.h"

#include <QWidget>

namespace pilothouse {

/// The bar at the right of the log view, for the whole of the log: errors in its left half, warnings in its
/// right half, matches across, and the thumb over them. A click or drag goes there.
class MatchBar final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int Width = 14;

    explicit MatchBar(QWidget *parent = nullptr);

    /// Which part of the log is on the screen, from 0 to 1.
    void setShown(double top, double bottom);
    /// What lies where in the whole log.
    void setOverview(const LogOverview &overview);
    QSize sizeHint() const override { return {Width, 100}; }

signals:
    /// From 0, the very beginning, to 1, the very end.
    void wanted(double fraction);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    int thumbLength() const;
    void goTo(int y);

    LogOverview m_overview;
    double m_top = 0;
    double m_bottom = 1;
};

} // namespace pilothouse

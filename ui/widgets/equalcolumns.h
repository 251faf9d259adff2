// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QGridLayout;

namespace pilothouse {

/// Widgets in columns of one width: as many in a row as there is room for, then fewer.
class EqualColumns final : public QWidget
{
    Q_OBJECT

public:
    /// `wide` columns from a width of `threshold` on, `narrow` below it.
    EqualColumns(int wide, int narrow, int threshold, QWidget *parent = nullptr);

    /// Widens the widgets of a last row that is not full, so that no hole is left.
    void setFilled(bool isFilled) { m_isFilled = isFilled; }
    void setGap(int horizontal, int vertical);
    /// Adds a widget and becomes its parent.
    void add(QWidget *widget);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void place(int columns);

    int m_wide;
    int m_narrow;
    int m_threshold;
    int m_columns = 0;
    bool m_isFilled = false;
    QList<QWidget *> m_widgets;
    QGridLayout *m_grid;
};

} // namespace pilothouse

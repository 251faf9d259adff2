// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QTimer>
#include <QWidget>

namespace pilothouse {

/// What stands where rows will be: nothing for 300 ms, then grey bars in the real columns. Does not move.
class LoadingBars final : public QWidget
{
    Q_OBJECT

public:
    explicit LoadingBars(QWidget *parent = nullptr);

    /// The widths of the columns that will come, and the height of a row.
    void setColumns(QList<int> widths, int rowHeight);

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QList<int> m_widths = {240, 180, 90, 120};
    int m_rowHeight = 38;
    QTimer m_delay;
};

} // namespace pilothouse

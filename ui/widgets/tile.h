// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/sparkline.h"

#include <QWidget>

namespace pilothouse {

/// What a tile says.
struct TileData
{
    QString caption;     ///< "Response p95"
    QString figure;      ///< "212"
    QString unit;        ///< "ms"
    QString meaning;     ///< "Limit 500 ms"
    bool isOver = false; ///< over its limit: amber edge, triangle, amber sentence
    SparkData spark = {};
};

/// One figure of a service, 100 high, with its course. Acts like a button if it leads somewhere.
class Tile final : public QWidget
{
    Q_OBJECT

public:
    explicit Tile(QWidget *parent = nullptr);

    void setTile(TileData tile);
    /// Whether the tile can be clicked and focused.
    void setClickable(bool isClickable);
    QSize sizeHint() const override { return {220, 100}; }
    QSize minimumSizeHint() const override { return {150, 100}; }

signals:
    void clicked();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_isClickable = false;
    TileData m_tile;
};

} // namespace pilothouse

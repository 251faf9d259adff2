// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/cellvalue.h"
#include "ui/theme/tokens.h"

#include <QRectF>

class QPainter;
class QWidget;

namespace pilothouse {

/// Where and how one cell is drawn; the rectangle is what is left inside the padding.
struct CellPlace
{
    QRectF rect;
    Qt::Alignment alignment;
    bool isSelected = false;
    bool isStale = false; ///< old data: text is greyed
};

/// Draws a cell's content. `turning` is the widget to repaint while an arc is in the cell.
void paintCell(QPainter &painter, const CellPlace &place, const CellValue &value, QWidget *turning);

/// The width that shows the whole cell.
qreal cellWidth(const CellValue &value);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/highlightmark.h"

#include "ui/theme/tones.h"

#include <QPainter>

namespace pilothouse {

namespace {
constexpr double HighlightTint = 0.20;
}

QColor highlightColor(int color, const Tokens &tokens)
{
    return color == 1 ? tokens.c2 : color == 2 ? tokens.c3 : color == 3 ? tokens.c4 : tokens.c1;
}

void paintHighlight(QPainter &painter, const QRectF &box, int color, const Tokens &tokens)
{
    const QColor ink = highlightColor(color, tokens);
    painter.save();
    painter.fillRect(box, faded(ink, HighlightTint));
    const qreal bottom = box.bottom() - 1;
    QPen pen(ink, color == 3 ? 1 : 2);
    pen.setCapStyle(Qt::FlatCap);
    pen.setStyle(color == 1 ? Qt::DashLine : color == 2 ? Qt::DotLine : Qt::SolidLine);
    painter.setPen(pen);
    painter.drawLine(QPointF(box.left(), bottom), QPointF(box.right(), bottom));
    if (color == 3)
        painter.drawLine(QPointF(box.left(), bottom - 2), QPointF(box.right(), bottom - 2));
    painter.restore();
}

} // namespace pilothouse

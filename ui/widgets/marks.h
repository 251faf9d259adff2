// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QRectF>

class QPainter;
class QWidget;

namespace pilothouse {

/// The arc of something that is being worked on, 250 degrees of a turn; an hourglass where motion is
/// unwanted.
void paintArc(QPainter &painter, const QRectF &square, const QColor &color);

/// A check, cross or dash of strokes, as wide as the square.
void paintCheckStroke(QPainter &painter, const QRectF &square, const QColor &color);
void paintCrossStroke(QPainter &painter, const QRectF &square, const QColor &color);

/// One bold character in the middle of a square.
void paintCharacter(QPainter &painter, const QRectF &square, QChar character, const QColor &color);

/// The largest square in the middle of a rectangle, of at most that side, on whole pixels.
QRectF middleSquare(const QRectF &rect, qreal side);

/// Repaints that part of a widget when the arc has moved on. Called while painting an arc, so it ends by
/// itself when the arc is no longer painted.
void keepTurning(QWidget *widget, const QRect &part);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/marks.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/motion.h"
#include "ui/theme/tones.h"

#include <QPainter>
#include <QTimer>
#include <QWidget>

#include <cmath>

namespace pilothouse {
namespace {

constexpr int ArcDegrees = 250;
constexpr double ArcRest = 0.25; // how strongly the part of the ring is drawn that the arc leaves out
constexpr char DueProperty[] = "arcPartsDue";

void paintStroke(QPainter &painter, const QPolygonF &line, qreal width, const QColor &color)
{
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
}

} // namespace

void paintArc(QPainter &painter, const QRectF &square, const QColor &color)
{
    if (currentMotion() == Motion::Reduced) {
        paintIcon(painter, square, QStringLiteral("hourglass-split"), color);
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal width = std::max(1.5, square.width() * 0.115);
    const QRectF ring = square.adjusted(width / 2 + 0.5, width / 2 + 0.5, -width / 2 - 0.5, -width / 2 - 0.5);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(faded(color, ArcRest), width));
    painter.drawEllipse(ring);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(ring, static_cast<int>(std::lround((90 - arcAngle()) * 16)), -ArcDegrees * 16);
    painter.restore();
}

void paintCheckStroke(QPainter &painter, const QRectF &square, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto at = [&square](qreal x, qreal y) {
        return QPointF(square.left() + x * square.width(), square.top() + y * square.height());
    };
    paintStroke(painter, {at(0.08, 0.54), at(0.36, 0.82), at(0.92, 0.2)},
                std::max(1.3, square.width() * 0.16), color);
    painter.restore();
}

void paintCrossStroke(QPainter &painter, const QRectF &square, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal width = std::max(1.3, square.width() * 0.2);
    paintStroke(painter, {square.topLeft(), square.bottomRight()}, width, color);
    paintStroke(painter, {square.topRight(), square.bottomLeft()}, width, color);
    painter.restore();
}

void paintCharacter(QPainter &painter, const QRectF &square, QChar character, const QColor &color)
{
    painter.save();
    QFont font = fontOf(TextRole::Strong);
    font.setPixelSize(std::max(6, static_cast<int>(std::lround(square.height()))));
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(square.adjusted(-4, -4, 4, 4), Qt::AlignCenter, QString(character));
    painter.restore();
}

QRectF middleSquare(const QRectF &rect, qreal side)
{
    const qreal size = std::floor(std::min({side, rect.width(), rect.height()}));
    return {std::round(rect.center().x() - size / 2), std::round(rect.center().y() - size / 2), size, size};
}

void keepTurning(QWidget *widget, const QRect &part)
{
    if (!widget || arcInterval() == 0)
        return;
    const auto due = widget->property(DueProperty).value<QRegion>();
    widget->setProperty(DueProperty, QVariant::fromValue(due + part));
    if (!due.isEmpty())
        return;
    QTimer::singleShot(arcInterval(), widget, [widget] {
        const auto parts = widget->property(DueProperty).value<QRegion>();
        widget->setProperty(DueProperty, QVariant());
        widget->update(parts);
    });
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/statemark.h"

#include "ui/theme/theme.h"
#include "ui/widgets/marks.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace pilothouse {
namespace {

/// Paints one shape into a square, with coordinates from 0 to 1 in it.
class Shape
{
public:
    Shape(QPainter &painter, const QRectF &square)
        : m_painter(painter)
        , m_square(square)
    {
    }

    QPointF at(qreal x, qreal y) const
    {
        return {m_square.left() + x * m_square.width(), m_square.top() + y * m_square.height()};
    }

    QRectF box(qreal x, qreal y, qreal width, qreal height) const
    {
        return {at(x, y), QSizeF(width * m_square.width(), height * m_square.height())};
    }

    void fillBox(const QRectF &rect, qreal radius, const QColor &color) const
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        m_painter.drawRoundedRect(rect, radius * m_square.width(), radius * m_square.width());
    }

    void fillDisc(const QRectF &rect, const QColor &color) const
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        m_painter.drawEllipse(rect);
    }

    void fillPolygon(const QPolygonF &polygon, const QColor &color, qreal rounding) const
    {
        m_painter.setPen(
            QPen(color, rounding * m_square.width(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(color);
        m_painter.drawPolygon(polygon);
    }

    void line(const QPolygonF &points, const QColor &color, qreal width) const
    {
        m_painter.setPen(
            QPen(color, std::max(1.2, width * m_square.width()), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPolyline(points);
    }

private:
    QPainter &m_painter;
    QRectF m_square;
};

void paintPerson(const Shape &shape, const Tokens &tokens)
{
    shape.fillBox(shape.box(0, 0, 1, 1), 0.22, tokens.downFill);
    shape.fillDisc(shape.box(0.345, 0.19, 0.31, 0.31), tokens.inkFill);
    shape.fillBox(shape.box(0.22, 0.56, 0.56, 0.26), 0.13, tokens.inkFill);
    shape.fillBox(shape.box(0.22, 0.69, 0.56, 0.13), 0.04, tokens.inkFill);
}

void paintOctagon(const Shape &shape, const Tokens &tokens)
{
    constexpr qreal Corner = 0.293; // of a regular octagon in a square
    shape.fillPolygon({shape.at(Corner, 0.03), shape.at(1 - Corner, 0.03), shape.at(0.97, Corner),
                       shape.at(0.97, 1 - Corner), shape.at(1 - Corner, 0.97), shape.at(Corner, 0.97),
                       shape.at(0.03, 1 - Corner), shape.at(0.03, Corner)},
                      tokens.downFill, 0.06);
    shape.line({shape.at(0.33, 0.33), shape.at(0.67, 0.67)}, tokens.inkFill, 0.11);
    shape.line({shape.at(0.67, 0.33), shape.at(0.33, 0.67)}, tokens.inkFill, 0.11);
}

void paintClock(const Shape &shape, const Tokens &tokens)
{
    shape.fillDisc(shape.box(0.03, 0.03, 0.94, 0.94), tokens.warnFill);
    shape.line({shape.at(0.5, 0.25), shape.at(0.5, 0.53), shape.at(0.69, 0.65)}, tokens.inkWarn, 0.1);
}

void paintTriangle(const Shape &shape, const Tokens &tokens)
{
    shape.fillPolygon({shape.at(0.5, 0.09), shape.at(0.96, 0.89), shape.at(0.04, 0.89)}, tokens.warnFill,
                      0.13);
    shape.line({shape.at(0.5, 0.37), shape.at(0.5, 0.6)}, tokens.inkWarn, 0.1);
    shape.fillDisc(shape.box(0.435, 0.715, 0.13, 0.13), tokens.inkWarn);
}

void paintLeaf(const Shape &shape, const Tokens &tokens)
{
    shape.line({shape.at(0.27, 0.08), shape.at(0.27, 0.2)}, tokens.infoFill, 0.13);
    shape.line({shape.at(0.73, 0.08), shape.at(0.73, 0.2)}, tokens.infoFill, 0.13);
    shape.fillBox(shape.box(0.05, 0.14, 0.9, 0.83), 0.16, tokens.infoFill);
    shape.fillBox(shape.box(0.05, 0.36, 0.9, 0.1), 0, tokens.inkFill);
    shape.fillBox(shape.box(0.52, 0.62, 0.27, 0.17), 0.05, tokens.inkFill);
}

void paintPause(const Shape &shape, const Tokens &tokens)
{
    shape.fillBox(shape.box(0.02, 0.02, 0.96, 0.96), 0.22, tokens.infoFill);
    shape.fillBox(shape.box(0.29, 0.27, 0.15, 0.46), 0.05, tokens.inkFill);
    shape.fillBox(shape.box(0.56, 0.27, 0.15, 0.46), 0.05, tokens.inkFill);
}

} // namespace

void paintStateMark(QPainter &painter, const QRectF &square, StateKind state, const Tokens &tokens)
{
    const QRectF place = middleSquare(square, std::min(square.width(), square.height()));
    const Shape shape(painter, place);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (state) {
    case StateKind::NeedsOperator:
        paintPerson(shape, tokens);
        break;
    case StateKind::Down:
        paintOctagon(shape, tokens);
        break;
    case StateKind::BackupStale:
        paintClock(shape, tokens);
        break;
    case StateKind::Warning:
        paintTriangle(shape, tokens);
        break;
    case StateKind::Due:
        paintLeaf(shape, tokens);
        break;
    case StateKind::Working:
        paintArc(painter, shape.box(0.03, 0.03, 0.94, 0.94), tokens.infoFill);
        break;
    case StateKind::Silenced:
        paintPause(shape, tokens);
        break;
    case StateKind::NotChecked:
        painter.setPen(QPen(tokens.idleFill, std::max(1.4, place.width() * 0.09)));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(shape.box(0.13, 0.13, 0.74, 0.74));
        break;
    case StateKind::Healthy:
        shape.fillDisc(shape.box(0.1, 0.1, 0.8, 0.8), tokens.okFill);
        break;
    }
    painter.restore();
}

StateMark::StateMark(StateKind state, int size, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_size(size)
{
    setFixedSize(size, size);
    say();
}

void StateMark::setState(StateKind state)
{
    if (m_state == state)
        return;
    m_state = state;
    say();
    update();
}

void StateMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStateMark(painter, rect(), m_state, currentTokens());
    if (m_state == StateKind::Working)
        keepTurning(this, rect());
}

void StateMark::say()
{
    setAccessibleName(stateWord(m_state));
    setToolTip(stateWord(m_state));
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/tile.h"

#include "core/base/foreigntext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/statemark.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace pilothouse {
namespace {

constexpr int TileHeight = 100;
constexpr int TilePadding = 16;
constexpr int TileMarkSize = 16;
constexpr double SparkShare = 0.45;

void drawCut(QPainter &painter, const QRectF &rect, const QString &text)
{
    const QFontMetricsF metrics(painter.font());
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(text, Qt::ElideRight, rect.width()));
}

} // namespace

Tile::Tile(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(TileHeight);
    setAttribute(Qt::WA_Hover);
}

void Tile::setTile(TileData tile)
{
    m_tile = std::move(tile);
    setAccessibleName(
        visibleLine(QStringLiteral("%1: %2 %3").arg(m_tile.caption, m_tile.figure, m_tile.unit).trimmed()));
    setAccessibleDescription(visibleText(m_tile.meaning));
    update();
}

void Tile::setClickable(bool isClickable)
{
    m_isClickable = isClickable;
    setFocusPolicy(isClickable ? Qt::StrongFocus : Qt::NoFocus);
    if (isClickable)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
}

bool Tile::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverLeave:
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        update();
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

void Tile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = currentTokens();
    const QRectF box = rect();
    const bool isHovered = m_isClickable && underMouse();
    paintCardBox(painter, box, isHovered ? tokens.hover : tokens.surface,
                 m_tile.isOver ? tokens.warnFill : tokens.border);
    if (m_isClickable && hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens.focus, tokens.focusWidth()));
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8);
    }
    const QRectF inner = box.adjusted(TilePadding, 0, -TilePadding, 0);
    const qreal side = m_tile.isOver ? TileMarkSize + 8 : 0;
    painter.setFont(fontOf(TextRole::SmallStrong));
    painter.setPen(tokens.text2);
    drawCut(painter, QRectF(inner.left(), 10, inner.width() - side, 20), m_tile.caption);
    if (m_tile.isOver)
        paintStateMark(painter, QRectF(inner.right() - TileMarkSize, 12, TileMarkSize, TileMarkSize),
                       StateKind::Warning, tokens);
    painter.setFont(fontOf(TextRole::Figure));
    painter.setPen(tokens.text);
    const qreal figure = QFontMetricsF(painter.font()).horizontalAdvance(m_tile.figure);
    painter.drawText(QRectF(inner.left(), 32, inner.width(), 34), Qt::AlignLeft | Qt::AlignVCenter,
                     m_tile.figure);
    painter.setFont(fontOf(TextRole::Medium));
    painter.setPen(tokens.text2);
    painter.drawText(QRectF(inner.left() + figure + 6, 36, inner.width(), 31),
                     Qt::AlignLeft | Qt::AlignVCenter, m_tile.unit);
    painter.setFont(fontOf(TextRole::Small));
    painter.setPen(m_tile.isOver ? tokens.warnText : tokens.text2);
    drawCut(painter, QRectF(inner.left(), 70, inner.width(), 20), m_tile.meaning);
    const qreal wide = std::min(inner.width() * SparkShare, 100.0);
    if (!m_tile.spark.values.isEmpty())
        paintSparkline(painter, QRectF(inner.right() - wide, 34, wide, 32), m_tile.spark, tokens);
}

void Tile::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_isClickable && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit clicked();
}

void Tile::keyPressEvent(QKeyEvent *event)
{
    const bool acts =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (m_isClickable && acts)
        emit clicked();
    else
        QWidget::keyPressEvent(event);
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/tableheader.h"

#include "ui/models/foreigntext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace pilothouse {
namespace {

constexpr int TableHeadHeight = 32;
constexpr int HeadCellPadding = 8;
constexpr int HeadEdgePadding = 16;
constexpr int SortArrowSize = 10;
constexpr int ArrowGap = 4;

} // namespace

TableHeader::TableHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setFixedHeight(TableHeadHeight);
    setHighlightSections(false);
    setSectionsMovable(true);
    setSectionsClickable(true);
    setMinimumSectionSize(32);
    setFont(fontOf(TextRole::SmallStrong));
    setFocusPolicy(Qt::NoFocus); // the table is one Tab stop
    viewport()->setAutoFillBackground(false);
}

bool TableHeader::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(fontOf(TextRole::SmallStrong));
    return QHeaderView::event(event);
}

void TableHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    QPainter painter(viewport());
    const Tokens &tokens = currentTokens();
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.border);
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Tokens &tokens = currentTokens();
    const auto alignment =
        Qt::Alignment(model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt()
                      & Qt::AlignHorizontal_Mask);
    const bool isSorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    QRectF place = QRectF(rect).adjusted(isFirstVisible(section) ? HeadEdgePadding : HeadCellPadding, 0,
                                         -HeadCellPadding, -1);
    const qreal arrow = isSorted ? SortArrowSize + ArrowGap : 0;
    painter->save();
    painter->setFont(font());
    painter->setPen(isSorted ? tokens.text2 : tokens.text3);
    const QFontMetricsF metrics(font());
    const QString title =
        metrics.elidedText(visibleLine(model()->headerData(section, Qt::Horizontal).toString()),
                           Qt::ElideRight, place.width() - arrow);
    const qreal width = metrics.horizontalAdvance(title);
    if (alignment & Qt::AlignRight)
        place.setLeft(place.right() - width - arrow);
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter, title);
    if (isSorted) {
        const QString glyph = sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral("arrow-up")
                                                                         : QStringLiteral("arrow-down");
        const QRectF box(place.left() + width + ArrowGap, (rect.height() - SortArrowSize) / 2.0,
                         SortArrowSize, SortArrowSize);
        paintIcon(*painter, box, glyph, tokens.text2);
    }
    painter->restore();
}

QSize TableHeader::sectionSizeFromContents(int section) const
{
    if (!model()) // asked while the model is taken away
        return {0, TableHeadHeight};
    const QString title = model()->headerData(section, Qt::Horizontal).toString();
    const qreal width = QFontMetricsF(font()).horizontalAdvance(title) + SortArrowSize + ArrowGap + 1;
    return {static_cast<int>(std::ceil(width)) + HeadCellPadding
                + (isFirstVisible(section) ? HeadEdgePadding : HeadCellPadding),
            TableHeadHeight};
}

void TableHeader::contextMenuEvent(QContextMenuEvent *event)
{
    emit menuAsked(event->globalPos());
}

bool TableHeader::isFirstVisible(int section) const
{
    for (int position = 0; position < count(); ++position) {
        const int candidate = logicalIndex(position);
        if (!isSectionHidden(candidate))
            return candidate == section;
    }
    return false;
}

} // namespace pilothouse

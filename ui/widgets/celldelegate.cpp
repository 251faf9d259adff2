// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/celldelegate.h"

#include "ui/models/roles.h"
#include "ui/theme/theme.h"
#include "ui/widgets/cellpainter.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/plaintooltip.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace pilothouse {
namespace {

constexpr int DelegateCellPadding = 8;
constexpr int DelegateEdgePadding = 16;
constexpr int CurrentBarWidth = 3;

/// The value to paint; a model that has none for this cell is painted as text.
CellValue valueOf(const QModelIndex &index)
{
    const QVariant value = index.data(ValueRole);
    if (value.metaType() == QMetaType::fromType<CellValue>())
        return value.value<CellValue>();
    return TextCell{index.data(Qt::DisplayRole).toString()};
}

} // namespace

CellDelegate::CellDelegate(DataTable &table)
    : QStyledItemDelegate(&table)
    , m_table(table)
{
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Tokens &tokens = currentTokens();
    const QRect rect = option.rect;
    const bool isSelected = m_table.selectionModel()->isSelected(index);
    const bool isFirst = m_table.firstVisibleColumn() == index.column();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    if (isSelected)
        painter->fillRect(rect, tokens.sel);
    else if (m_table.hoveredRow() == index.row())
        painter->fillRect(rect, tokens.hover);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.grid);
    if (isSelected && isFirst) {
        const QColor bar = m_table.hasFocus() ? tokens.focus : tokens.borderStrong;
        painter->fillRect(QRect(rect.left(), rect.top(), CurrentBarWidth, rect.height()), bar);
    }
    CellPlace place;
    place.rect = contentRect(rect, index);
    place.alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()) & Qt::AlignHorizontal_Mask;
    if (!place.alignment)
        place.alignment = Qt::AlignLeft;
    place.isSelected = isSelected;
    place.isStale = m_table.isStale();
    painter->setClipRect(rect, Qt::IntersectClip);
    paintContent(*painter, place, index);
    if (m_table.hasFocus() && m_table.currentIndex() == index) {
        QPen pen(tokens.focus, tokens.focusWidth() - 1, Qt::DashLine);
        painter->setPen(pen);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(rect.adjusted(isFirst ? CurrentBarWidth + 2 : 2, 2, -3, -4));
    }
    painter->restore();
}

void CellDelegate::paintContent(QPainter &painter, const CellPlace &place, const QModelIndex &index) const
{
    paintCell(painter, place, valueOf(index), m_table.viewport());
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int padding =
        DelegateCellPadding
        + (m_table.firstVisibleColumn() == index.column() ? DelegateEdgePadding : DelegateCellPadding);
    return {static_cast<int>(std::ceil(cellWidth(valueOf(index)))) + padding,
            m_table.verticalHeader()->defaultSectionSize()};
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data(Qt::ToolTipRole).toString();
    const CellValue value = valueOf(index);
    if (text.isEmpty() && std::holds_alternative<MissingCell>(value))
        text = std::get<MissingCell>(value).why;
    else if (text.isEmpty()
             && (std::holds_alternative<StateCell>(value) || std::holds_alternative<UptimeCell>(value)
                 || cellWidth(value) > contentRect(option.rect, index).width()))
        text = cellText(value);
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPos(), plainTooltip(text), view);
    return true;
}

QRectF CellDelegate::contentRect(const QRectF &cell, const QModelIndex &index) const
{
    const int left =
        m_table.firstVisibleColumn() == index.column() ? DelegateEdgePadding : DelegateCellPadding;
    return cell.adjusted(left, 0, -DelegateCellPadding, -1);
}

} // namespace pilothouse

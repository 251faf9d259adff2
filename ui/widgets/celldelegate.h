// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/cellvalue.h"

#include <QStyledItemDelegate>

namespace pilothouse {

class DataTable;
struct CellPlace;

/// Paints the cells of a DataTable from the values its model answers under ValueRole: background of the row,
/// content, hairline, selection bar and the ring of the current cell. A page with cells of its own overrides
/// paintContent().
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CellDelegate(DataTable &table);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const final;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    virtual void paintContent(QPainter &painter, const CellPlace &place, const QModelIndex &index) const;

private:
    QRectF contentRect(const QRectF &cell, const QModelIndex &index) const;

    DataTable &m_table;
};

} // namespace pilothouse

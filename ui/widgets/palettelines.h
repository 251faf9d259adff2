// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/paletteentry.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace pilothouse {

/// Groups of hits as lines: the name of a group, then its hits.
class PaletteLines final : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int GroupHeight = 26;
    static constexpr int LineHeight = 38;

    using QAbstractListModel::QAbstractListModel;

    void setGroups(const QList<PaletteGroup> &groups);
    /// Null for the name of a group.
    const PaletteHit *hit(int row) const;
    /// The next line that can be taken, from a row on; -1: none.
    int nextHit(int row, int by) const;
    int height() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line
    {
        QString group;
        std::optional<PaletteHit> hit;
    };
    QList<Line> m_lines;
};

/// Paints a line: icon, title with the letters that fit bold and underlined, what it means, its key.
class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace pilothouse

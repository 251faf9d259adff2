// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/entitylist.h"

#include <QAbstractTableModel>

namespace pilothouse {

/// The table of an entity: a list and the order in which it is shown. It neither sorts nor filters itself, so
/// that a hundred thousand rows cost the UI thread nothing: a click on a header only asks for another order.
class EntityModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// A null list: empty.
    void show(const EntityListPointer &list, const QList<int> &order);

    /// Null where there is no such row.
    const EntityItem *itemAt(const QModelIndex &index) const;
    /// The row with that key where it is shown, or an invalid index.
    QModelIndex indexOfKey(const QString &key) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

signals:
    void sortAsked(int column, Qt::SortOrder order);

private:
    QVariant tooltip(const EntityItem &item, const EntityColumn &column) const;

    EntityListPointer m_list;
    QList<int> m_order;
};

} // namespace pilothouse

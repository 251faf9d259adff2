// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/cellvalue.h"
#include "ui/models/roles.h"
#include "ui/models/rowmerge.h"

#include <QAbstractTableModel>
#include <QVariant>

#include <algorithm>
#include <functional>
#include <utility>

namespace pilothouse {

/// One column of a ValueTableModel. Without `sort` a column sorts by its words; `id` names it in stored
/// settings.
template <typename Row>
struct ValueColumn
{
    using Cell = std::function<CellValue(const Row &)>;
    using Sort = std::function<QVariant(const Row &)>;

    // Constructors and not initialisers: GCC 12 stumbles over those for a row of an unnamed namespace.
    ValueColumn(QString columnId, QString columnTitle, Qt::Alignment side, Cell cellOf)
        : ValueColumn(std::move(columnId), std::move(columnTitle), side, std::move(cellOf), Sort())
    {
    }

    ValueColumn(QString columnId, QString columnTitle, Qt::Alignment side, Cell cellOf, Sort sortOf)
        : id(std::move(columnId))
        , title(std::move(columnTitle))
        , alignment(side)
        , cell(std::move(cellOf))
        , sort(std::move(sortOf))
    {
    }

    QString id;
    QString title;
    Qt::Alignment alignment;
    Cell cell;
    Sort sort;
};

/// A table of plain values, described by its columns. Rows are kept sorted by their key; a view sorts with a
/// proxy on SortRole. New rows are merged in, so that selection and scroll position survive a refresh. Row:
/// operator==.
template <typename Row>
class ValueTableModel : public QAbstractTableModel
{
public:
    using KeyOf = std::function<QString(const Row &)>;

    ValueTableModel(QList<ValueColumn<Row>> columns, KeyOf keyOf, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_columns(std::move(columns))
        , m_keyOf(std::move(keyOf))
    {
    }

    /// Takes the new state of the list, in any order; of two rows with one key the first stays.
    void setRows(QList<Row> rows)
    {
        const auto isLess = [this](const Row &one, const Row &other) {
            return m_keyOf(one) < m_keyOf(other);
        };
        const auto isEqual = [this](const Row &one, const Row &other) {
            return m_keyOf(one) == m_keyOf(other);
        };
        std::stable_sort(rows.begin(), rows.end(), isLess);
        rows.erase(std::unique(rows.begin(), rows.end(), isEqual), rows.end());
        mergeRows(
            m_rows, rows, m_keyOf, [this](const MergeStep &change) { begin(change); },
            [this](const MergeStep &change) { end(change); });
    }

    const QList<Row> &rows() const { return m_rows; }

    /// The row of an index of this model.
    const Row &rowAt(const QModelIndex &index) const { return m_rows.at(index.row()); }

    /// The row with that key, or an invalid index.
    QModelIndex indexOfKey(const QString &key) const
    {
        const auto found =
            std::lower_bound(m_rows.begin(), m_rows.end(), key,
                             [this](const Row &row, const QString &wanted) { return m_keyOf(row) < wanted; });
        if (found == m_rows.end() || m_keyOf(*found) != key)
            return {};
        return index(static_cast<int>(found - m_rows.begin()), 0);
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Row &row = m_rows.at(index.row());
        const ValueColumn<Row> &column = m_columns.at(index.column());
        switch (role) {
        case ValueRole:
            return QVariant::fromValue(column.cell(row));
        case Qt::DisplayRole:
            return cellText(column.cell(row));
        case SortRole:
            return column.sort ? column.sort(row) : QVariant(cellText(column.cell(row)));
        case KeyRole:
            return m_keyOf(row);
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(column.alignment | Qt::AlignVCenter);
        default:
            return {};
        }
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
            return {};
        const ValueColumn<Row> &column = m_columns.at(section);
        switch (role) {
        case Qt::DisplayRole:
            return column.title;
        case KeyRole:
            return column.id;
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(column.alignment | Qt::AlignVCenter);
        default:
            return {};
        }
    }

private:
    void begin(const MergeStep &change)
    {
        if (change.kind == MergeStep::Kind::Insert)
            beginInsertRows({}, change.first, change.last);
        else if (change.kind == MergeStep::Kind::Remove)
            beginRemoveRows({}, change.first, change.last);
    }

    void end(const MergeStep &change)
    {
        if (change.kind == MergeStep::Kind::Insert)
            endInsertRows();
        else if (change.kind == MergeStep::Kind::Remove)
            endRemoveRows();
        else
            emit dataChanged(index(change.first, 0), index(change.last, columnCount() - 1));
    }

    QList<ValueColumn<Row>> m_columns;
    KeyOf m_keyOf;
    QList<Row> m_rows;
};

} // namespace pilothouse

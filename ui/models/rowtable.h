// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/databaseinfo.h"
#include "ui/models/cellvalue.h"

#include <QAbstractTableModel>

namespace pilothouse {

/// How the rows of a page are to be read.
struct RowReading
{
    bool isDecoded = true; ///< JSON becomes columns, numbers that are times become local times
    QString kind;          ///< "images:": cut off the key, which is the first column
    QDateTime now;         ///< in the zone of what is shown
};

/// A row as it is stored, for the box below the table.
struct WholeRow
{
    QString title; ///< "value, 318 bytes of JSON"
    QString text;
};

/// One page of rows ready to be shown; plain text with visible controls.
struct RowTable
{
    QStringList titles;
    QList<bool> isNumber; ///< by column: stands at the right
    QList<QList<CellValue>> cells;
    QList<WholeRow> wholes;
    QStringList times; ///< titles of the columns that are decoded times
    qint64 offset = 0;
    bool hasMore = false;
    qint64 milliseconds = 0;
};

/// Makes what is shown of a page; belongs on a worker, values can be large.
RowTable makeRowTable(const RowPage &page, const RowReading &reading);

/// The table of a page of rows. Nothing can be changed in it.
class RowsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(RowTable table);
    const RowTable &table() const { return m_table; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    RowTable m_table;
};

} // namespace pilothouse

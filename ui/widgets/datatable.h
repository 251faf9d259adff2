// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QTableView>

class QMenu;

namespace pilothouse {

class TableHeader;

/// The table of every page: rows of one height, hover and selection of whole rows, one Tab stop with arrows
/// inside, Enter emits activated(), Ctrl+C copies the selected rows as text. Give it a model that answers
/// ValueRole (or a proxy on it).
class DataTable : public QTableView
{
    Q_OBJECT

public:
    explicit DataTable(const QString &accessibleName, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    /// 38 fleet, 36 backups, 34 database tables, 44 two lines.
    void setRowHeight(int height);
    /// The column that takes the width that is left; the others keep theirs.
    void setStretchColumn(int column);
    /// What stands in the middle while there are no rows: an EmptyState. The table owns it.
    void setEmptyWidget(QWidget *widget);
    /// Old data is greyed, not hidden.
    void setStale(bool isStale);
    bool isStale() const { return m_isStale; }

    int hoveredRow() const { return m_hoveredRow; }
    int firstVisibleColumn() const;
    /// The shown columns from left to right.
    QList<int> visibleColumns() const;

    /// All rows as the view shows them, only the shown columns; safe to open in a spreadsheet.
    QString toCsv() const;
    /// Puts the selected rows on the clipboard, with tabs between their cells.
    void copySelection() const;
    /// A menu that shows and hides columns; the caller owns it and opens it with popup().
    QMenu *createColumnMenu(QWidget *parent);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void setHoveredRow(int row);
    void updateRow(int row);
    void showColumnMenu(const QPoint &globalPosition);
    void placeEmptyWidget();

    TableHeader *m_header;
    QWidget *m_empty = nullptr;
    QList<QMetaObject::Connection> m_modelConnections;
    int m_hoveredRow = -1;
    bool m_isStale = false;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/datatable.h"

#include "ui/models/foreigntext.h"
#include "ui/models/tabletext.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/tableheader.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

namespace pilothouse {
namespace {

constexpr int DefaultRowHeight = 38;

} // namespace

DataTable::DataTable(const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
    , m_header(new TableHeader(this))
{
    setAccessibleName(accessibleName);
    setHorizontalHeader(m_header);
    setItemDelegate(new CellDelegate(*this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    setRowHeight(DefaultRowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(m_header, &TableHeader::menuAsked, this, &DataTable::showColumnMenu);
}

void DataTable::setModel(QAbstractItemModel *model)
{
    for (const QMetaObject::Connection &connection : m_modelConnections)
        disconnect(connection);
    m_modelConnections.clear();
    QTableView::setModel(model);
    m_hoveredRow = -1;
    if (!model)
        return;
    const auto place = [this] { placeEmptyWidget(); };
    m_modelConnections = {connect(model, &QAbstractItemModel::rowsInserted, this, place),
                          connect(model, &QAbstractItemModel::rowsRemoved, this, place),
                          connect(model, &QAbstractItemModel::modelReset, this, place)};
    placeEmptyWidget();
}

void DataTable::setRowHeight(int height)
{
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

void DataTable::setStretchColumn(int column)
{
    m_header->setSectionResizeMode(column, QHeaderView::Stretch);
}

void DataTable::setEmptyWidget(QWidget *widget)
{
    delete m_empty;
    m_empty = widget;
    m_empty->setParent(viewport());
    placeEmptyWidget();
}

void DataTable::setStale(bool isStale)
{
    m_isStale = isStale;
    viewport()->update();
}

int DataTable::firstVisibleColumn() const
{
    for (int position = 0; position < m_header->count(); ++position) {
        const int column = m_header->logicalIndex(position);
        if (!isColumnHidden(column))
            return column;
    }
    return -1;
}

QList<int> DataTable::visibleColumns() const
{
    QList<int> columns;
    for (int position = 0; position < m_header->count(); ++position) {
        const int column = m_header->logicalIndex(position);
        if (!isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

QString DataTable::toCsv() const
{
    return model() ? csvOf(*model(), visibleColumns()) : QString();
}

void DataTable::copySelection() const
{
    if (!model())
        return;
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows(firstVisibleColumn()))
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setText(rowsAsText(*model(), rows, visibleColumns()));
}

QMenu *DataTable::createColumnMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setAccessibleName(tr("Columns"));
    const int first = firstVisibleColumn();
    for (int column = 0; column < m_header->count(); ++column) {
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        if (title.isEmpty())
            continue;
        QAction *action = menu->addAction(mnemonicSafe(title));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != first); // one column always stays
        connect(action, &QAction::toggled, this,
                [this, column](bool isShown) { setColumnHidden(column, !isShown); });
    }
    return menu;
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid()) {
        emit activated(currentIndex()); // and no further: a dialog would press its default button
        return;
    }
    if (event->key() == Qt::Key_Menu
        || (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier)) {
        const QPoint middle = visualRect(currentIndex()).center();
        emit customContextMenuRequested(middle);
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::mouseMoveEvent(QMouseEvent *event)
{
    setHoveredRow(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

bool DataTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        setHoveredRow(-1);
    return QTableView::viewportEvent(event);
}

void DataTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    placeEmptyWidget();
}

void DataTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update(); // the selection bar changes its colour
}

void DataTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void DataTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    updateRow(previous.row());
    updateRow(current.row());
}

void DataTable::setHoveredRow(int row)
{
    if (m_hoveredRow == row)
        return;
    updateRow(m_hoveredRow);
    m_hoveredRow = row;
    updateRow(row);
}

void DataTable::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

void DataTable::showColumnMenu(const QPoint &globalPosition)
{
    QMenu *menu = createColumnMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(globalPosition);
}

void DataTable::placeEmptyWidget()
{
    if (!m_empty)
        return;
    m_empty->setVisible(model() && model()->rowCount() == 0);
    m_empty->setGeometry(viewport()->rect());
}

} // namespace pilothouse

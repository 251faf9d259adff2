// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logtablehead.h"

#include "ui/widgets/tableheader.h"

#include <QSignalBlocker>
#include <QStandardItemModel>

namespace pilothouse {

namespace {
/// So that the first title stands above the first cell.
constexpr int TableEdge = 8;
} // namespace

LogTableHead::LogTableHead(QWidget *view)
    : QObject(view)
    , m_view(view)
{
}

void LogTableHead::make()
{
    m_header = new TableHeader(m_view);
    m_titles = new QStandardItemModel(m_header);
    m_header->setModel(m_titles);
    m_header->setSectionsClickable(false);
    m_header->setMinimumSectionSize(LogTableColumn::Narrowest);
    m_header->setMaximumSectionSize(LogTableColumn::Widest);
    connect(m_header, &QHeaderView::sectionResized, this, &LogTableHead::take);
    connect(m_header, &QHeaderView::sectionMoved, this, &LogTableHead::take);
    connect(m_header, &TableHeader::menuAsked, this, &LogTableHead::menuAsked);
}

void LogTableHead::setTable(const LogTable &table)
{
    m_table = table;
    if (!table.isEmpty() && !m_header)
        make();
    if (!m_header)
        return;
    fill();
    m_header->setVisible(!table.isEmpty());
}

void LogTableHead::fill()
{
    const QSignalBlocker blocker(m_header);
    m_titles->clear(); // forgets what was moved
    for (const LogTableColumn &column : std::as_const(m_table))
        m_titles->setHorizontalHeaderItem(m_titles->columnCount(),
                                          new QStandardItem(logColumnTitle(column.id)));
    for (int at = 0; at < m_table.size(); ++at)
        m_header->resizeSection(at, m_table.at(at).width);
}

/// The reader has dragged a section.
void LogTableHead::take()
{
    if (m_header->count() != m_table.size())
        return;
    LogTable table;
    for (int at = 0; at < m_header->count(); ++at) {
        const int section = m_header->logicalIndex(at);
        table.append({m_table.at(section).id, m_header->sectionSize(section)});
    }
    const bool isMoved = !std::equal(
        table.begin(), table.end(), m_table.begin(),
        [](const LogTableColumn &left, const LogTableColumn &right) { return left.id == right.id; });
    m_table = table;
    if (isMoved)
        QMetaObject::invokeMethod(this, &LogTableHead::fill, Qt::QueuedConnection);
    emit changed(m_table);
}

int LogTableHead::height() const
{
    return m_table.isEmpty() ? 0 : m_header->height();
}

void LogTableHead::place(int width, int hiddenLeft)
{
    if (m_table.isEmpty())
        return;
    m_header->setGeometry(TableEdge, 0, width - TableEdge, m_header->height());
    m_header->setOffset(hiddenLeft);
}

} // namespace pilothouse

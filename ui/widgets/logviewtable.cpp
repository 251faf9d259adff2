// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The log view as a table of fields.
#include "ui/widgets/logview.h"

#include <QScrollBar>

namespace pilothouse {

namespace {
/// Fields are read again when they come back to the screen.
constexpr qsizetype KeptFields = 2000;
} // namespace

void LogView::setTable(const LogTable &table, const LogFieldReader &reader)
{
    const int top = firstVisibleRow();
    m_reader = reader;
    m_fields.clear();
    m_head->setTable(table);
    setHorizontalScrollBarPolicy(table.isEmpty() ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setViewportMargins(0, m_head->height(), MatchBar::Width, 0);
    m_head->place(width(), hiddenLeft());
    rebuild();
    if (!m_isFollowing && top >= 0)
        scrollTo(m_lines.lineOf(top));
}

/// The reader has changed a column.
void LogView::takeTable(const LogTable &table)
{
    if (m_isWrapping)
        rebuild();
    else
        updateRange();
    emit tableChanged(table);
}

int LogView::hiddenLeft() const
{
    return table().isEmpty() ? 0 : horizontalScrollBar()->value();
}

void LogView::scrollContentsBy(int dx, int)
{
    if (dx != 0)
        m_head->place(width(), hiddenLeft());
    viewport()->update();
}

LogFields LogView::fieldsOf(const LogRecord &record)
{
    const auto known = m_fields.constFind(record.number);
    if (known != m_fields.constEnd())
        return *known;
    if (m_fields.size() >= KeptFields)
        m_fields.clear();
    return *m_fields.insert(record.number, m_reader.fields(record));
}

} // namespace pilothouse

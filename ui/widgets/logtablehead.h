// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/logtable.h"

#include <QObject>

class QStandardItemModel;

namespace pilothouse {

class TableHeader;

/// The head of a log that is shown as a table: titles that can be dragged and widened, and a menu of columns.
class LogTableHead final : public QObject
{
    Q_OBJECT
public:
    /// Stands at the top edge of `view`, which becomes its parent.
    explicit LogTableHead(QWidget *view);

    const LogTable &table() const { return m_table; }
    /// Empty: there is no head.
    void setTable(const LogTable &table);
    /// 0 where there is none.
    int height() const;
    void place(int width, int hiddenLeft);

signals:
    /// The reader has changed it.
    void changed(const pilothouse::LogTable &table);
    void menuAsked(const QPoint &globalPosition);

private:
    void make();
    void fill();
    void take();

    QWidget *m_view;
    TableHeader *m_header = nullptr; ///< made for the first table
    QStandardItemModel *m_titles = nullptr;
    LogTable m_table;
};

} // namespace pilothouse

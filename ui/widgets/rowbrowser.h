// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/rowscontroller.h"
#include "ui/models/databasestate.h"
#include "ui/widgets/card.h"

class QPlainTextEdit;
class QStackedWidget;

namespace pilothouse {

class DataTable;
class ElidingLabel;
class EmptyState;
class Pill;
class SearchField;

/// A table, or one kind of key in it, with how many rows it has.
struct TableEntry
{
    int place = 0;
    TableInfo table;
    QString kind; ///< empty: the table itself
    qint64 rows = -1;
    bool isEstimate = false;

    bool operator==(const TableEntry &) const = default;
};

/// Looks into one database: its tables at the left, their rows at the right, the whole of the chosen row
/// below. Nothing can be typed into it.
class RowBrowser final : public Card
{
    Q_OBJECT
public:
    explicit RowBrowser(RowsController &controller, QWidget *parent = nullptr);

    void showDatabase(const DatabaseState *state);
    void focusFilter();
    void focusTables();
    /// The rows as they are shown, safe to open in a spreadsheet; empty where there are none.
    QString toCsv() const;
    /// A name for that file.
    QString csvName() const;

signals:
    void rowsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeTables();
    QWidget *makeRows();
    QWidget *makeFoot();
    void openCurrent();
    void show();
    void showRows();
    void showFoot();
    void showWhole();

    RowsController &m_controller;
    ValueTableModel<TableEntry> m_tablesModel;
    RowsModel m_rowsModel;
    ElidingLabel *m_path = nullptr;
    Pill *m_layout = nullptr;
    SearchField *m_filter = nullptr;
    Button *m_decoded = nullptr;
    DataTable *m_tables = nullptr;
    DataTable *m_rows = nullptr;
    EmptyState *m_empty = nullptr;
    Label *m_wholeTitle = nullptr;
    QPlainTextEdit *m_whole = nullptr;
    Label *m_range = nullptr;
    Label *m_times = nullptr;
    Button *m_previous = nullptr;
    Button *m_next = nullptr;
    QString m_database;
    QString m_fileName;
    QString m_filePath;
    QDateTime m_shownAt;
    bool m_isOpening = false;
    bool m_isKeyValue = false;
};

} // namespace pilothouse

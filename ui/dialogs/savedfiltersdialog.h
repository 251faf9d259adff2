// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/logshelfcontroller.h"
#include "ui/models/valuetablemodel.h"
#include "ui/widgets/dialogframe.h"

namespace pilothouse {

class DataTable;
class Label;

/// The log filters that people have saved: take one, give it another name, remove it.
class SavedFiltersDialog final : public DialogFrame
{
    Q_OBJECT
public:
    SavedFiltersDialog(LogShelfController &shelf, QWidget *parent = nullptr);

signals:
    void chosen(const QString &filter);

private:
    const SavedLogFilter *current() const;
    void showFilters();
    void showButtons();
    void rename();
    void remove();
    void choose();

    LogShelfController &m_shelf;
    ValueTableModel<SavedLogFilter> m_model;
    DataTable *m_table;
    Label *m_error;
    Button *m_rename;
    Button *m_remove;
    Button *m_use;
};

} // namespace pilothouse

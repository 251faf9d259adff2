// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/savedfiltersdialog.h"

#include "ui/dialogs/filternamedialog.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"

#include <QPointer>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

constexpr int SavedNameWidth = 200;

QList<ValueColumn<SavedLogFilter>> savedColumns()
{
    return {{QStringLiteral("name"), SavedFiltersDialog::tr("Name"), Qt::AlignLeft,
             [](const SavedLogFilter &one) -> CellValue {
                 TextCell cell{visibleLine(one.name)};
                 cell.isStrong = true;
                 return cell;
             }},
            {QStringLiteral("filter"), SavedFiltersDialog::tr("Filter"), Qt::AlignLeft,
             [](const SavedLogFilter &one) -> CellValue {
                 TextCell cell{visibleLine(one.filter)};
                 cell.isCode = true;
                 return cell;
             }}};
}

} // namespace

SavedFiltersDialog::SavedFiltersDialog(LogShelfController &shelf, QWidget *parent)
    : DialogFrame({tr("Saved filters"), tr("For the logs of every instance of this service."),
                   QStringLiteral("bookmark")},
                  parent)
    , m_shelf(shelf)
    , m_model(savedColumns(), [](const SavedLogFilter &one) { return one.name.toLower(); })
    , m_table(new DataTable(tr("Saved filters")))
    , m_error(new Label({}, TextRole::Small, &Tokens::downText))
    , m_rename(addTool(tr("Rename…"), QStringLiteral("pencil")))
    , m_remove(addTool(tr("Remove"), QStringLiteral("eraser")))
    , m_use(addAction(tr("Use it"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    cancelButton()->setText(tr("Close"));
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumnWidth(0, SavedNameWidth);
    m_table->setStretchColumn(1);
    m_table->setEmptyWidget(new EmptyState(tr("Nothing is saved yet. Write a filter and save it.")));
    m_error->setWrapping(true);
    m_error->hide();
    body()->addWidget(m_table, 1);
    body()->addWidget(m_error);
    resize(680, 440);
    connect(&m_shelf, &LogShelfController::changed, this, &SavedFiltersDialog::showFilters);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SavedFiltersDialog::showButtons);
    connect(m_table, &QTableView::activated, this, &SavedFiltersDialog::choose);
    connect(m_rename, &QPushButton::clicked, this, &SavedFiltersDialog::rename);
    connect(m_remove, &QPushButton::clicked, this, &SavedFiltersDialog::remove);
    connect(m_use, &QPushButton::clicked, this, &SavedFiltersDialog::choose);
    showFilters();
    m_table->setFocus();
}

const SavedLogFilter *SavedFiltersDialog::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? &m_model.rowAt(index) : nullptr;
}

void SavedFiltersDialog::showFilters()
{
    m_model.setRows(m_shelf.savedFilters());
    if (!current() && m_model.rowCount() > 0)
        m_table->setCurrentIndex(m_model.index(0, 0));
    showButtons();
}

void SavedFiltersDialog::showButtons()
{
    for (Button *button : {m_rename, m_remove, m_use})
        button->setEnabled(current() != nullptr);
}

void SavedFiltersDialog::rename()
{
    const SavedLogFilter *filter = current();
    if (!filter)
        return;
    auto *dialog = new FilterNameDialog(
        {tr("Rename a filter"), filter->filter, filter->name},
        [this, from = filter->name](const QString &to, const FilterNameDialog::Done &done) {
            m_shelf.renameFilter(from, to, done);
        },
        this);
    dialog->open();
}

void SavedFiltersDialog::remove()
{
    const SavedLogFilter *filter = current();
    if (!filter)
        return;
    m_shelf.removeFilter(filter->name, [self = QPointer(this)](const Result<> &result) {
        if (!self)
            return;
        self->m_error->setText(result ? QString() : visibleText(result.error().message));
        self->m_error->setVisible(!result);
    });
}

void SavedFiltersDialog::choose()
{
    if (const SavedLogFilter *filter = current()) {
        emit chosen(filter->filter);
        accept();
    }
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/logtools.h"

#include "ui/dialogs/filternamedialog.h"
#include "ui/dialogs/highlightersdialog.h"
#include "ui/dialogs/logexportdialog.h"
#include "ui/dialogs/logfiguresdialog.h"
#include "ui/dialogs/savedfiltersdialog.h"
#include "ui/models/foreigntext.h"
#include "ui/pages/exportfile.h"
#include "ui/theme/icons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/logfindrow.h"
#include "ui/widgets/logtoolbar.h"

#include <QMenu>

namespace pilothouse {

LogTools::LogTools(LogsController &logs, LogToolbar &toolbar, const LogServices &services, QWidget *page)
    : QObject(page)
    , m_logs(logs)
    , m_toolbar(toolbar)
    , m_services(services)
    , m_page(page)
    , m_shelf(services.runner, services.settings)
{
    addFilterTool();
    addButton(QStringLiteral("graph-up"), tr("Count the records…"), &LogTools::openFigures);
    addButton(QStringLiteral("palette"), tr("Highlighters…"), &LogTools::openHighlighters);
    connect(&m_shelf, &LogShelfController::highlightersChanged, this,
            [this] { emit highlightersChanged(m_shelf.highlighters()); });
    addButton(QStringLiteral("download"), tr("Keep logs as evidence…"), &LogTools::openExport);
}

void LogTools::setSession(const SessionPointer &session)
{
    if (m_figures)
        m_figures->close();
    m_session = session;
    m_shelf.setSession(session);
}

void LogTools::addButton(const QString &iconName, const QString &hint, void (LogTools::*open)())
{
    Button *button = Button::withIcon(iconName, hint, m_page);
    m_toolbar.addLook(button);
    connect(button, &QPushButton::clicked, this, open);
}

/// Shows the records of a filter alone, where the log is there as a whole.
void LogTools::find(const QString &filter)
{
    m_toolbar.find().setText(filter, true);
    m_logs.setOnlyMatches(true, m_logs.contextRecords(), 0);
}

void LogTools::openExport()
{
    if (!m_session)
        return;
    auto *dialog = new LogExportDialog(new LogExportController(m_logs, m_services, m_session), m_page);
    dialog->open();
}

void LogTools::openHighlighters()
{
    if (!m_session)
        return;
    auto *dialog = new HighlightersDialog(
        m_shelf.highlighters(),
        [this](const QList<LogHighlighter> &rules, const HighlightersDialog::Done &done) {
            m_shelf.setHighlighters(rules, done);
        },
        m_page);
    dialog->open();
}

void LogTools::openFigures()
{
    if (!m_session || !m_logs.shownSource())
        return;
    if (m_figures)
        m_figures->close();
    auto *dialog = new LogFiguresDialog(new LogFiguresController(m_logs, m_services, m_session), m_page);
    m_figures = dialog;
    connect(dialog, &LogFiguresDialog::chosen, this, &LogTools::find);
    connect(dialog, &LogFiguresDialog::exportAsked, this, [this, dialog](const QString &csv) {
        askAndSave(dialog, {tr("Export the table"), QStringLiteral("log-figures.csv"), tr("CSV (*.csv)")},
                   csv.toUtf8(), [this](const QString &sentence) { emit told(sentence); });
    });
    dialog->show();
}

void LogTools::addFilterTool()
{
    m_filterMenu = new QMenu(m_page);
    Button *button = Button::withIcon(QStringLiteral("bookmark"), tr("Saved filters"), m_page);
    m_toolbar.find().addTool(button);
    connect(m_filterMenu, &QMenu::aboutToShow, this, &LogTools::fillFilterMenu);
    connect(button, &QPushButton::clicked, this, [this, button] {
        m_shelf.refresh();
        m_filterMenu->popup(button->mapToGlobal(QPoint(0, button->height() + 4)));
    });
}

void LogTools::addToMenu(const QList<SavedLogFilter> &filters, const QString &heading, bool isOfProfile)
{
    bool hasHeading = false;
    for (const SavedLogFilter &one : filters) {
        if (one.isOfProfile() != isOfProfile)
            continue;
        if (!std::exchange(hasHeading, true))
            m_filterMenu->addAction(heading)->setEnabled(false);
        QAction *action = m_filterMenu->addAction(mnemonicSafe(visibleLine(one.name)));
        connect(action, &QAction::triggered, this,
                [this, filter = one.filter] { m_toolbar.find().setText(filter, true); });
    }
    if (hasHeading)
        m_filterMenu->addSeparator();
}

void LogTools::fillFilterMenu()
{
    m_filterMenu->clear();
    const LogSource *source = m_logs.shownSource();
    const QList<SavedLogFilter> filters = m_shelf.filtersFor(source ? source->format.id : QString());
    addToMenu(filters, tr("Of this service"), true);
    addToMenu(filters, tr("Saved"), false);
    const bool canSave =
        m_logs.isFilter() && !m_logs.query().text.trimmed().isEmpty() && m_logs.queryError().isEmpty();
    QAction *save = m_filterMenu->addAction(icon(QStringLiteral("save")), tr("Save this filter…"), this,
                                            &LogTools::saveFilter);
    save->setEnabled(canSave);
    QAction *all = m_filterMenu->addAction(icon(QStringLiteral("list")), tr("Rename or remove…"), this,
                                           &LogTools::openSavedFilters);
    all->setEnabled(!m_shelf.savedFilters().isEmpty());
}

void LogTools::saveFilter()
{
    const QString filter = m_logs.query().text.trimmed();
    auto *dialog = new FilterNameDialog(
        {tr("Save a filter"), filter, {}},
        [this, filter](const QString &name, const FilterNameDialog::Done &done) {
            m_shelf.saveFilter(name, filter, done);
        },
        m_page);
    dialog->open();
}

void LogTools::openSavedFilters()
{
    auto *dialog = new SavedFiltersDialog(m_shelf, m_page);
    connect(dialog, &SavedFiltersDialog::chosen, this,
            [this](const QString &filter) { m_toolbar.find().setText(filter, true); });
    dialog->open();
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the program does on the desktop besides its window: notifications, tray, runbook, troubleshooter.

#include "app/application.h"
#include "ui/dialogs/actionflow.h"
#include "ui/dialogs/drillkeydialog.h"
#include "ui/dialogs/manualwindow.h"
#include "ui/dialogs/paletteflow.h"
#include "ui/dialogs/runbookwindow.h"
#include "ui/dialogs/troubledialog.h"
#include "ui/models/foreigntext.h"
#include "ui/pages/backupspage.h"
#include "ui/pages/instanceview.h"
#include "ui/widgets/trayicon.h"

#include <QDesktopServices>
#include <QJsonDocument>

namespace pilothouse {

QList<PalettePage> Application::palettePages()
{
    QList<PalettePage> pages;
    for (const PageMaker &maker : pageMakers())
        pages << PalettePage{maker.id, maker.title};
    return pages;
}

void Application::connectDesktop()
{
    m_tray = std::make_unique<TrayIcon>();
    m_window->setTray(m_tray.get());
    m_notifier.setFallback([this](const Notice &notice) { m_tray->tell(notice); });
    MainWindow *window = m_window.get();
    connect(&m_notices, &EndNotices::due, &m_notifier, &DesktopNotifier::show);
    connect(&m_notifier, &DesktopNotifier::activated, window, &MainWindow::bringToFront);
    connect(m_tray.get(), &TrayIcon::showRequested, window, &MainWindow::bringToFront);
    connect(m_tray.get(), &TrayIcon::quitRequested, window, &MainWindow::quit);
    connect(m_tray.get(), &TrayIcon::backUpAllRequested, this, &Application::backUpAll);
    connect(&m_fleet, &FleetController::changed, this, &Application::updateTray);
    connect(&m_fleet, &FleetController::snapshotChanged, this, &Application::updateTray);
    connect(window, &MainWindow::troubleshootRequested, this, &Application::openTroubleshooter);
    connect(window, &MainWindow::preferencesChanged, this, &Application::saveStateSoon);
    connect(&window->actions(), &ActionFlow::runbookRequested, this, &Application::openRunbook);
}

void Application::updateTray()
{
    if (!m_tray || !m_tray->isThere())
        return;
    const StateKind worst = m_fleet.railModel().worst();
    const QList<RailItem> &items = m_fleet.railModel().items();
    const auto first = std::find_if(items.begin(), items.end(),
                                    [worst](const RailItem &item) { return item.state == worst; });
    m_tray->setState(worst, static_cast<int>(m_fleet.names().size()),
                     first == items.end() ? QString() : first->name);
}

void Application::backUpAll()
{
    for (const QString &name : m_fleet.names())
        m_window->actions().start(m_fleet.session(name), QStringLiteral("backup.create"), {});
}

void Application::openTroubleshooter(const QString &name)
{
    const SessionPointer session = m_fleet.session(name);
    if (!session)
        return;
    auto *dialog = new TroubleDialog(*m_runner, m_console->troubleServices(), session, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TroubleDialog::actionRequested, this,
            [this, session](const QString &action, const QJsonObject &arguments) {
                m_window->actions().start(session, action, arguments);
            });
    connect(dialog, &TroubleDialog::runbookRequested, this,
            [this, name](const QString &item) { openRunbook(name, item); });
    dialog->open();
}

void Application::openRunbook(const QString &name, const QString &item)
{
    const SessionPointer session = m_fleet.session(name);
    if (!session || session->instance().runbook.isEmpty())
        return;
    const ProfileRunbookItem *known = session->profile().runbookItem(item);
    const QString anchor = known ? known->anchor : QString();
    const QString place = session->instance().runbook;
    if (!place.startsWith(u'/')) {
        QUrl url(place, QUrl::StrictMode);
        url.setFragment(anchor.isEmpty() ? url.fragment() : anchor);
        QDesktopServices::openUrl(url);
        return;
    }
    m_runner->run(
        tr("Reading the runbook"), this, [place](const OperationContext &) { return readRunbook(place); },
        [this, place, anchor](const Result<QString> &text) {
            if (!text) {
                m_window->actions().tellFailure(text.error());
                return;
            }
            if (!m_runbook)
                m_runbook = std::make_unique<RunbookWindow>();
            m_runbook->show();
            m_runbook->showText(place, *text, anchor);
            m_runbook->raise();
            m_runbook->activateWindow();
        });
}

void Application::saveStateSoon()
{
    if (!m_keepsState)
        return;
    const QByteArray state = windowState();
    m_runner->run(
        tr("Storing settings"), this,
        [state, &settings = m_console->settings()](const OperationContext &) {
            return settings.setUiState(WindowStateName, state);
        },
        [this](const Result<> &stored) {
            if (!stored)
                m_window->actions().tellFailure(stored.error());
        });
}

BackupsPage *Application::makeBackupsPage(QWidget *parent)
{
    auto *page = new BackupsPage(m_backups, parent);
    connect(page, &BackupsPage::fileOpened, this,
            [](const QString &path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    connect(page, &BackupsPage::drillKeyAsked, this, &Application::askDrillKey);
    return page;
}

void Application::askDrillKey(const QString &instance)
{
    auto *dialog = new DrillKeyDialog(instance, m_window.get());
    connect(dialog, &DrillKeyDialog::answered, this,
            [this, instance](const Secret &key) { keepDrillKey(instance, key); });
    dialog->open();
}

void Application::keepDrillKey(const QString &instance, const Secret &key)
{
    Console &console = *m_console;
    m_runner->run(
        tr("Keeping a key"), this,
        [&console, instance, key](const OperationContext &context) -> Result<> {
            const auto found = console.instances().find(instance);
            return found ? console.keepDrillKey(*found, key, QStringLiteral("window"), context)
                         : tl::unexpected(found.error());
        },
        [this, instance, isForgotten = key.isEmpty()](const Result<> &kept) {
            if (!kept)
                m_window->actions().tellFailure(kept.error());
            else
                m_window->actions().tell(isForgotten
                                             ? tr("The key for the drills of %1 is forgotten.").arg(instance)
                                             : tr("The key for the drills of %1 is kept.").arg(instance));
        },
        OperationRunner::Pool::Operations);
}

void Application::clearDrills()
{
    Console &console = *m_console;
    m_runner->run(
        tr("Looking for drills that were killed"), this,
        [&console](const OperationContext &context) -> Result<QList<HeldService>> {
            return console.clearDrills(context);
        },
        [this](const Result<QList<HeldService>> &all) {
            for (const HeldService &drill : all.value_or(QList<HeldService>())) {
                if (drill.error)
                    m_window->actions().tellFailure(withSubject(*drill.error, drill.instance));
                else
                    m_window->actions().tell(
                        tr("A drill of %1 was killed. What it had made was removed.").arg(drill.instance));
            }
            if (all && !all->isEmpty())
                m_operations.refresh();
        },
        OperationRunner::Pool::Operations);
}

} // namespace pilothouse

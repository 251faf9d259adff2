// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What opens out of the window: the first run, the dialogs of instances, and the manual.

#include "app/application.h"
#include "ui/dialogs/actionflow.h"
#include "ui/dialogs/addinstancedialog.h"
#include "ui/dialogs/manualwindow.h"
#include "ui/dialogs/probedialog.h"
#include "ui/dialogs/removeinstancedialog.h"
#include "ui/dialogs/upgradedialog.h"
#include "ui/pages/firstrunpage.h"

namespace pilothouse {

QWidget *Application::makeFirstRun()
{
    auto *page = new FirstRunPage;
    connect(page, &FirstRunPage::addRequested, this, &Application::openAddInstance);
    connect(page, &FirstRunPage::demoRequested, this, &Application::startDemo);
    return page;
}

void Application::connectWindow()
{
    connect(m_window.get(), &MainWindow::addInstanceRequested, this, &Application::openAddInstance);
    connect(m_window.get(), &MainWindow::probeRequested, this, &Application::openProbe);
    connect(m_window.get(), &MainWindow::editRequested, this, &Application::openEdit);
    connect(m_window.get(), &MainWindow::removeRequested, this, &Application::openRemove);
    connect(m_window.get(), &MainWindow::upgradeRequested, this, &Application::openUpgrade);
    connect(m_window.get(), &MainWindow::manualRequested, this, &Application::openManual);
    connect(&m_fleet, &FleetController::loadFailed, this,
            [this](const Error &error) { m_window->actions().tellFailure(error); });
}

ProbeServices Application::probeServices()
{
    return {*m_runner, m_console->dataEngines(), sendWith(m_console->http()), m_console->clock()};
}

void Application::openAddInstance()
{
    auto *dialog = new AddInstanceDialog(
        {m_fleet, m_console->profiles(), m_console->sessions(), probeServices(), &m_console->postgres()}, {},
        m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddInstanceDialog::added, m_window.get(), &MainWindow::showInstance);
    dialog->open();
}

void Application::openEdit(const QString &name)
{
    const SessionPointer session = m_fleet.session(name);
    if (!session)
        return;
    auto *dialog = new AddInstanceDialog(
        {m_fleet, m_console->profiles(), m_console->sessions(), probeServices(), &m_console->postgres()},
        session->instance(), m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Application::openProbe(const QString &name)
{
    const SessionPointer session = m_fleet.session(name);
    if (!session)
        return;
    auto *dialog = new ProbeDialog(probeServices(), session, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Application::openRemove(const QString &name)
{
    auto *dialog = new RemoveInstanceDialog(m_fleet, name, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Application::openUpgrade(const QString &name)
{
    const SessionPointer session = m_fleet.session(name);
    if (!session)
        return;
    auto *dialog = new UpgradeDialog(*m_runner, session, m_window.get());
    connect(dialog, &UpgradeDialog::actionRequested, m_window.get(),
            [this, session](const QString &action, const QJsonObject &arguments) {
                m_window->actions().start(session, action, arguments);
            });
    dialog->open();
}

void Application::openManual(const QString &section)
{
    if (!m_manual)
        m_manual = std::make_unique<ManualWindow>();
    m_manual->showPlace(section);
    m_manual->show();
    m_manual->raise();
    m_manual->activateWindow();
}

} // namespace pilothouse

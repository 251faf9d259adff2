// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keys, palette and switches of the window, and what is kept of them.

#include "ui/controllers/endnotices.h"
#include "ui/controllers/lockcontroller.h"
#include "ui/controllers/palettecontroller.h"
#include "ui/dialogs/actionflow.h"
#include "ui/dialogs/keyboarddialog.h"
#include "ui/dialogs/paletteflow.h"
#include "ui/mainwindow.h"
#include "ui/models/shortcutlist.h"
#include "ui/pages/instanceview.h"
#include "ui/pages/page.h"
#include "ui/widgets/operationdock.h"
#include "ui/widgets/rail.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/topbar.h"
#include "ui/widgets/trayicon.h"

#include <QAbstractItemView>
#include <QJsonArray>
#include <QShortcut>

namespace pilothouse {

void MainWindow::addShortcut(const QString &id, std::function<void()> work)
{
    auto *shortcut = new QShortcut(this);
    connect(shortcut, &QShortcut::activated, this, std::move(work));
    m_keys.insert(id, shortcut);
}

void MainWindow::addShortcuts()
{
    for (const char *id : {"manual", "refresh", "dock", "lock", "palette", "keyboard", "find", "region"})
        addShortcut(QLatin1String(id), [this, id] { doInWindow(QLatin1String(id)); });
    addShortcut(QStringLiteral("backup"), [this] {
        if (m_view->session())
            m_actions->start(m_view->session(), QStringLiteral("backup.create"), {});
    });
    addShortcut(QStringLiteral("tab.next"), [this] { m_view->stepPage(1); });
    addShortcut(QStringLiteral("tab.previous"), [this] { m_view->stepPage(-1); });
    addShortcut(QStringLiteral("back"), [this] { go(-1); });
    addShortcut(QStringLiteral("forward"), [this] { go(1); });
    addPlaceShortcuts();
    connect(&m_shortcuts, &ShortcutList::changed, this, &MainWindow::takeKeys);
    connect(&m_shortcuts, &ShortcutList::changed, this, &MainWindow::preferencesChanged);
    takeKeys();
}

void MainWindow::addPlaceShortcuts()
{
    const QStringList pages = m_view->pageIds();
    for (int at = 0; at < pages.size(); ++at)
        addShortcut(QStringLiteral("tab.%1").arg(at + 1),
                    [this, id = pages.at(at)] { m_view->showPage(id); });
    for (int at = 0; at < 9; ++at)
        addShortcut(QStringLiteral("instance.%1").arg(at + 1), [this, at] {
            const QList<RailItem> &items = m_fleet.railModel().items();
            if (at < items.size())
                m_rail->setCurrent(items.at(at).name);
        });
}

void MainWindow::takeKeys()
{
    for (auto key = m_keys.begin(); key != m_keys.end(); ++key)
        key.value()->setKeys(m_shortcuts.keys(key.key()));
    m_top->setKeys(m_shortcuts);
}

void MainWindow::doInWindow(const QString &id)
{
    if (id == QLatin1String("manual"))
        emit manualRequested(m_view->page() ? m_view->page()->manualPlace() : m_view->pageId());
    else if (id == QLatin1String("dock"))
        m_dock->setOpen(!m_dock->isOpen());
    else if (id == QLatin1String("lock"))
        m_lock.lockNow();
    else if (id == QLatin1String("palette"))
        openPalette();
    else if (id == QLatin1String("keyboard"))
        openKeyboard();
    else if (id == QLatin1String("region"))
        m_rail->focusList();
    else if (id == QLatin1String("find") && m_view->page())
        m_view->page()->focusFilter();
    else if (id == QLatin1String("add-instance"))
        emit addInstanceRequested();
    else if (id == QLatin1String("times"))
        showTimesIn(shownZone() == ShownZone::Utc ? ShownZone::Local : ShownZone::Utc);
    else if (id == QLatin1String("troubleshoot"))
        emit troubleshootRequested(m_current);
    else if (id == QLatin1String("probe"))
        emit probeRequested(m_current);
    if (id != QLatin1String("refresh"))
        return;
    m_fleet.refresh(m_current);
    m_view->refresh();
}

void MainWindow::connectPalette()
{
    connect(m_top, &TopBar::paletteRequested, this, &MainWindow::openPalette);
    connect(m_palette, &PaletteFlow::instanceRequested, this, &MainWindow::showInstance);
    connect(m_palette, &PaletteFlow::pageRequested, this, &MainWindow::showPlace);
    connect(m_palette, &PaletteFlow::manualRequested, this, &MainWindow::manualRequested);
    connect(m_palette, &PaletteFlow::windowRequested, this, &MainWindow::doInWindow);
    connect(m_palette, &PaletteFlow::used, this, &MainWindow::preferencesChanged);
}

void MainWindow::openPalette()
{
    m_palette->open(m_current);
}

void MainWindow::openKeyboard()
{
    auto *dialog = new KeyboardDialog(m_shortcuts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showPlace(const QString &instance, const QString &page, const QString &find)
{
    showInstance(instance);
    showPage(page);
    auto *field = m_view->page() ? m_view->page()->findChild<SearchField *>() : nullptr;
    if (field && !find.isEmpty())
        field->setText(find);
}

void MainWindow::bringToFront()
{
    setWindowState(QWidget::windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::quit()
{
    m_isQuitting = true;
    if (!isVisible())
        bringToFront(); // a question about what runs has to be seen
    close();
    m_isQuitting = false;
}

void MainWindow::fillSwitches(QMenu *menu)
{
    QAction *notify = menu->addAction(tr("Notify when long work ends"));
    QAction *tray = menu->addAction(tr("Stay in the tray when closed"));
    QAction *utc = menu->addAction(tr("Show times in UTC"));
    for (QAction *action : {notify, tray, utc})
        action->setCheckable(true);
    connect(utc, &QAction::triggered, this,
            [this](bool isUtc) { showTimesIn(isUtc ? ShownZone::Utc : ShownZone::Local); });
    connect(menu, &QMenu::aboutToShow, this, [this, notify, tray, utc] {
        utc->setChecked(shownZone() == ShownZone::Utc);
        notify->setChecked(m_notices.isEnabled());
        tray->setChecked(m_keepsInTray);
        tray->setVisible(m_tray && m_tray->isThere());
    });
    connect(notify, &QAction::triggered, this, [this](bool isWanted) {
        m_notices.setEnabled(isWanted);
        emit preferencesChanged();
    });
    connect(tray, &QAction::triggered, this, [this](bool isWanted) {
        m_keepsInTray = isWanted;
        emit preferencesChanged();
    });
}

/// What is painted asks for the zone each time; what is text is made anew by the page.
void MainWindow::showTimesIn(ShownZone zone)
{
    setShownZone(zone);
    showZone();
    for (Page *page : m_view->findChildren<Page *>())
        page->refresh();
    for (QAbstractItemView *view : findChildren<QAbstractItemView *>())
        view->viewport()->update();
    emit preferencesChanged();
}

void MainWindow::showZone()
{
    m_top->setZoneText(shownZone() == ShownZone::Utc ? tr("Times in UTC") : QString());
}

void MainWindow::restorePreferences(const QJsonObject &state)
{
    m_shortcuts.restore(state.value(QStringLiteral("keys")).toObject());
    QStringList recent;
    for (const QJsonValue &id : state.value(QStringLiteral("recent")).toArray())
        recent << id.toString();
    m_paletteController.setRecent(recent);
    m_notices.setEnabled(state.value(QStringLiteral("notify")).toBool(true));
    m_keepsInTray = state.value(QStringLiteral("tray")).toBool();
    const bool isUtc = state.value(QStringLiteral("utc")).toBool();
    setShownZone(isUtc ? ShownZone::Utc : ShownZone::Local);
    showZone();
}

} // namespace pilothouse

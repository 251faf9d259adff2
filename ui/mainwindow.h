// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/shownzone.h"
#include "ui/controllers/fleetcontroller.h"
#include "ui/pages/pagemaker.h"
#include "ui/theme/theme.h"

#include <QMainWindow>
#include <QStackedWidget>
#include <QTimer>

class QShortcut;

namespace pilothouse {

class ActionFlow;
class EndNotices;
class InstanceView;
class LockController;
class OperationDock;
class PaletteController;
class PaletteFlow;
class Rail;
class ShortcutList;
class ToastHost;
class TrayIcon;
class TopBar;

/// What the window is made of; all of it outlives the window, but what is made for it, which becomes its own.
struct MainWindowParts
{
    FleetController &fleet;
    OperationsController &operations;
    LockController &lock;
    Theme &theme;
    ShortcutList &shortcuts;
    PaletteController &palette;
    EndNotices &notices;
    QList<PageMaker> pages;
    std::function<QWidget *()> makeFirstRun; ///< what is shown where there is no instance
};

/// The window: it navigates and owns rail, pages and dock, nothing else.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const MainWindowParts &parts, QWidget *parent = nullptr);

    void showInstance(const QString &name);
    void showPage(const QString &id);
    QString instance() const { return m_current; }
    InstanceView &instanceView() const { return *m_view; }
    ActionFlow &actions() const { return *m_actions; }
    ToastHost &toasts() const { return *m_toasts; }
    OperationDock &dock() const { return *m_dock; }
    PaletteFlow &palette() const { return *m_palette; }
    void openPalette();
    /// The keys, which the settings keep beside the window's state.
    void openKeyboard();
    /// Shows itself in front, wherever it was.
    void bringToFront();
    /// Closing only hides the window while the desktop has a tray and the operator wants that.
    void setTray(TrayIcon *tray) { m_tray = tray; }
    void quit();

    /// Size, place, rail, page, theme: what the next start shows again. Restore it before the window is
    /// shown.
    QJsonObject windowState() const;
    void restoreWindowState(const QJsonObject &state);

signals:
    void addInstanceRequested();
    void probeRequested(const QString &instance);
    void editRequested(const QString &instance);
    void removeRequested(const QString &instance);
    void upgradeRequested(const QString &instance);
    void manualRequested(const QString &section);
    void troubleshootRequested(const QString &instance);
    /// Keys, what the palette remembers or a switch of the menu has changed.
    void preferencesChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    struct Place
    {
        QString instance;
        QString page;
        bool operator==(const Place &) const = default;
    };

    void connectParts();
    void fillMenu();
    void addShortcuts();
    void addShortcut(const QString &id, std::function<void()> work);
    void addPlaceShortcuts();
    void takeKeys();
    void connectPalette();
    void fillSwitches(QMenu *menu);
    void doInWindow(const QString &id);
    void showTimesIn(ShownZone zone);
    void showZone();
    void showPlace(const QString &instance, const QString &page, const QString &find);
    void onFleetChanged();
    void takeSession();
    void showCenter();
    void fillThemes(QMenu *menu);
    void restorePreferences(const QJsonObject &state);
    void updateHeader();
    void updatePath();
    void remember();
    void go(int by);

    FleetController &m_fleet;
    OperationsController &m_operations;
    LockController &m_lock;
    Theme &m_theme;
    ShortcutList &m_shortcuts;
    PaletteController &m_paletteController;
    EndNotices &m_notices;
    TopBar *m_top;
    Rail *m_rail;
    QStackedWidget *m_center;
    InstanceView *m_view;
    QWidget *m_loading;
    QWidget *m_firstRun = nullptr; ///< made when it is shown first
    std::function<QWidget *()> m_makeFirstRun;
    OperationDock *m_dock;
    ToastHost *m_toasts;
    ActionFlow *m_actions;
    PaletteFlow *m_palette;
    TrayIcon *m_tray = nullptr; ///< not ours
    QMap<QString, QShortcut *> m_keys;
    QTimer m_clock;
    QString m_current;
    QString m_wanted; ///< what was shown last, until the instances are known
    QList<Place> m_history;
    qsizetype m_place = -1;
    bool m_isGoing = false;
    bool m_mayClose = false;
    bool m_keepsInTray = false;
    bool m_isQuitting = false;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/startup.h"
#include "core/base/operationrunner.h"
#include "core/monitoring/monitor.h"
#include "ui/controllers/activitycontroller.h"
#include "ui/controllers/backupscontroller.h"
#include "ui/controllers/configurationcontroller.h"
#include "ui/controllers/databasescontroller.h"
#include "ui/controllers/desktopnotifier.h"
#include "ui/controllers/endnotices.h"
#include "ui/controllers/entitiescontroller.h"
#include "ui/controllers/fleetcontroller.h"
#include "ui/controllers/instancewatch.h"
#include "ui/controllers/journalwatch.h"
#include "ui/controllers/lockcontroller.h"
#include "ui/controllers/logscontroller.h"
#include "ui/controllers/maintenancecontroller.h"
#include "ui/controllers/operationscontroller.h"
#include "ui/controllers/overviewcontroller.h"
#include "ui/controllers/palettecontroller.h"
#include "ui/controllers/probecontroller.h"
#include "ui/controllers/rowscontroller.h"
#include "ui/controllers/servercontroller.h"
#include "ui/controllers/userscontroller.h"
#include "ui/mainwindow.h"
#include "ui/models/shortcutlist.h"
#include "ui/theme/colorscheme.h"
#include "ui/theme/theme.h"

class QApplication;

namespace pilothouse {

class BackupsPage;
class ManualWindow;
class RunbookWindow;
class TrayIcon;

/// How the window was asked to start.
struct WindowOptions
{
    bool isDemo = false;
    QString screenshots; ///< a folder: render everything there is to be seen and quit
    QString pictures;    ///< a regular expression: only the pictures of these names
    QString stateDir;
};

/// The composition root of the window: builds everything and owns the order in which it goes. The console is
/// opened before, because opening blocks.
class Application final : public QObject
{
    Q_OBJECT
public:
    Application(QApplication &application, std::unique_ptr<Console> console);
    ~Application() override;

    MainWindow &window() { return *m_window; }
    FleetController &fleet() { return m_fleet; }
    OperationsController &operations() { return m_operations; }
    LockController &lock() { return m_lock; }
    LogsController &logs() { return m_logs; }
    OperationRunner &runner() { return *m_runner; }
    Theme &theme() { return m_theme; }
    Console &console() { return *m_console; }

    /// Shows what was read before there was a window, and watches once it is painted.
    void start(const Startup &startup);
    /// Reads the instances and watches.
    void start();
    void showWindow();
    /// Leaves what the next window starts with as it is: this one is worn for pictures.
    void keepNoState() { m_keepsState = false; }
    /// Starts the demo's service, adds it and shows it.
    void startDemo();

signals:
    void demoStarted(bool isRunning);

private:
    QList<PageMaker> pageMakers();
    QWidget *makeFirstRun();
    /// The services are looked at after the window has been painted: the cores are needed for that first.
    void watchOnceShown();
    void watch();
    void offerOverdueReverts();
    BackupsPage *makeBackupsPage(QWidget *parent);
    void askDrillKey(const QString &instance);
    void keepDrillKey(const QString &instance, const Secret &key);
    void letHeldGo();
    /// Removes what a drill has left that was killed.
    void clearDrills();
    void connectWindow();
    /// What an operation has made and nobody has seen, once.
    void showNewSecret(const QUuid &operation);
    ProbeServices probeServices();
    LockServices lockServices();
    ServerServices serverServices();
    void openAddInstance();
    void openEdit(const QString &name);
    void openProbe(const QString &name);
    void openRemove(const QString &name);
    void openUpgrade(const QString &name);
    void openManual(const QString &section);
    void openTroubleshooter(const QString &name);
    void openRunbook(const QString &name, const QString &item);
    void connectDesktop();
    void updateTray();
    void backUpAll();
    QList<PalettePage> palettePages();
    /// What the next start shows again.
    QByteArray windowState() const;
    void saveState();
    /// The same while the window goes on.
    void saveStateSoon();

    std::unique_ptr<Console> m_console;
    ColorScheme m_scheme;
    Theme m_theme;
    Monitor m_monitor;
    std::unique_ptr<OperationRunner>
        m_runner; ///< ends first: what runs uses the parts above and reports to those below
    OperationsController m_operations;
    LockController m_lock;
    FleetController m_fleet;
    OverviewController m_overview;
    DatabasesController m_databases;
    ConfigurationController m_configuration;
    RowsController m_rows;
    ServerController m_server;
    UsersController m_users;
    EntitiesController m_entities;
    LogsController m_logs;
    BackupsController m_backups;
    MaintenanceController m_maintenance;
    ActivityController m_activity;
    ShortcutList m_shortcuts;
    PaletteController m_palette;
    EndNotices m_notices;
    std::unique_ptr<InstanceWatch> m_instanceWatch;
    std::unique_ptr<JournalWatch> m_journalWatch; ///< from when the window watches
    DesktopNotifier m_notifier;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<TrayIcon> m_tray;
    std::unique_ptr<RunbookWindow> m_runbook; ///< made when it is first asked for
    std::unique_ptr<ManualWindow> m_manual;   ///< made when it is first asked for
    bool m_ownsDemo = false;
    bool m_keepsState = true;
    bool m_isWatching = false;
};

/// Reads the options of the window's program; BadInput names the first that is not known.
[[nodiscard]] Result<WindowOptions> parseWindowOptions(const QStringList &words);

/// True where the words are a command, --help or --version: no display is needed then.
bool isHeadless(const QStringList &words);

/// Opens the window and runs until it is closed; returns the exit code.
int runWindow(QApplication &application, const QStringList &words);

} // namespace pilothouse

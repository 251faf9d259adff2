// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"

#include "app/benchhooks.h"
#include "app/commandline/arguments.h"
#include "app/commandline/commandline.h"
#include "app/demo/demoinstance.h"
#include "app/revertwaiter.h"
#include "app/scenes.h"
#include "app/screenshots.h"
#include "core/actions/logs/logs.h"
#include "core/logs/containerlogstream.h"
#include "ui/dialogs/actionflow.h"
#include "ui/dialogs/manualwindow.h"
#include "ui/dialogs/runbookwindow.h"
#include "ui/models/foreigntext.h"
#include "ui/pages/activitypage.h"
#include "ui/pages/backupspage.h"
#include "ui/pages/configurationpage.h"
#include "ui/pages/databasespage.h"
#include "ui/pages/entitiespage.h"
#include "ui/pages/logspage.h"
#include "ui/pages/logtools.h"
#include "ui/pages/maintenancepage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/userspage.h"
#include "ui/widgets/firstpaint.h"
#include "ui/widgets/trayicon.h"

#include <QApplication>
#include <QJsonDocument>
#include <QTimer>

#include <thread>

namespace pilothouse {

namespace {

constexpr int OverdueSlack = 60; ///< seconds that putting back may take
constexpr std::chrono::milliseconds PaintPatience{1000};

SnapshotSource sourceOf(const Console &console)
{
    return [&console](const InstanceSession &session, const InstanceSnapshot &previous, bool isFull,
                      const OperationContext &context) {
        return console.look(session, previous, isFull, context);
    };
}

Result<LogSources> logSourcesOf(const SessionPointer &session, const QString &indexFolder)
{
    const auto sources = logSources(*session);
    if (!sources)
        return tl::unexpected(sources.error());
    LogSources all;
    all.instance = session->instance().name;
    all.sources = *sources;
    all.indexFolder = indexFolder;
    all.openStream = [session](const LogSource &source) { return openContainerLog(*session, source); };
    return all;
}

} // namespace

Application::Application(QApplication &application, std::unique_ptr<Console> console)
    : m_console(std::move(console))
    , m_scheme(application.palette())
    , m_theme(application, m_scheme, Theme::Sheet::Later)
    , m_monitor(sourceOf(*m_console))
    , m_runner(std::make_unique<OperationRunner>())
    , m_operations({*m_runner, m_console->catalogue(), m_console->steps(), m_console->executor(),
                    m_console->journals(), m_console->clock(),
                    [&console = *m_console](const QString &name) -> Result<SessionPointer> {
                        const auto session = console.session(name);
                        return session ? Result<SessionPointer>(*session) : failure(session.error());
                    }})
    , m_lock(lockServices())
    , m_fleet({*m_runner, m_console->instances(), m_console->profiles(), m_console->sessions(), m_monitor,
               m_operations, m_console->audit(), m_console->clock(),
               [console = m_console.get()](const Instance &before, const Instance &after) {
                   return console->change(before, after, QStringLiteral("window"));
               },
               [console = m_console.get()](const Instance &instance) {
                   return console->remove(instance, QStringLiteral("window"));
               }})
    , m_overview(
          {*m_runner, m_fleet, m_operations, m_console->metrics(), m_console->backups(), m_console->clock(),
           [console = m_console.get()](const InstanceSession &session, const OperationContext &context) {
               return scrapeMetrics(session, console->metricsTools(), 0, context);
           }})
    , m_databases({m_console->engine(), m_console->checks(), m_console->metrics(), *m_runner,
                   m_console->clock(), &m_console->postgres()})
    , m_configuration({configurationReader({m_console->files(), m_console->metrics(), m_console->reverts(),
                                            m_console->clock(), m_console->postgres()}),
                       *m_runner, m_console->clock()})
    , m_rows(m_console->engine(), *m_runner, m_console->clock(), &m_console->postgres())
    , m_server(serverServices())
    , m_users(m_console->engine(), *m_runner, m_console->clock())
    , m_entities(m_console->dataEngines(), *m_runner, m_console->clock())
    , m_logs(*m_runner)
    , m_backups(m_console->files(), *m_runner, m_console->clock())
    , m_maintenance(m_console->catalogue(), *m_runner, m_console->clock())
    , m_activity(m_operations, m_console->audit(), *m_runner, m_console->clock())
    , m_palette({*m_runner, m_fleet, m_console->catalogue(), m_shortcuts, palettePages()})
    , m_notices(m_operations, [] { return QGuiApplication::applicationState() == Qt::ApplicationActive; })
{
    m_scheme.followDesktop();
    m_window = std::make_unique<MainWindow>(MainWindowParts{m_fleet, m_operations, m_lock, m_theme,
                                                            m_shortcuts, m_palette, m_notices, pageMakers(),
                                                            [this] { return makeFirstRun(); }});
    connectWindow();
    connectDesktop();
}

LockServices Application::lockServices()
{
    Console &console = *m_console;
    const QString how = QStringLiteral("window");
    return {*m_runner, [&console](const Instance &instance) { return console.lock().state(instance); },
            [&console, how](const Instance &instance, std::chrono::minutes duration) {
                return console.unlock(instance, duration, {}, how);
            },
            [&console, how](const Instance &instance) { return console.lockNow(instance, how); }};
}

ServerServices Application::serverServices()
{
    Console &console = *m_console;
    return {[&console](const QString &id, const InstanceSession &session, const QJsonObject &arguments,
                       const OperationContext &context) {
                return console.query(id, session, arguments, context);
            },
            *m_runner, console.clock(), console.location().dataFolder + QStringLiteral("/cache")};
}

Application::~Application()
{
    saveState();
    m_tray.reset();
    m_runbook.reset();
    m_manual.reset();
    m_window.reset();
    m_monitor.stop();
    // Cancels what runs and waits until it is put back; whoever it reports to is still there.
    m_runner.reset();
    if (m_ownsDemo) {
        if (const auto stopped = stopDemoInstance(*m_console, {}, {}); !stopped)
            qWarning("%s", qPrintable(stopped.error().toText()));
    }
}

QList<PageMaker> Application::pageMakers()
{
    return {{QStringLiteral("overview"), OverviewPage::tr("Overview"),
             [this](QWidget *parent) { return new OverviewPage(m_overview, parent); }},
            {QStringLiteral("databases"), DatabasesPage::tr("Databases"),
             [this](QWidget *parent) { return new DatabasesPage(m_databases, m_rows, m_server, parent); }},
            {QStringLiteral("users"), UsersPage::tr("Users"),
             [this](QWidget *parent) { return new UsersPage(m_users, parent); },
             [](const InstanceSession &session) {
                 return session.profile().entity(QStringLiteral("user")) || !hasEntities(session.profile());
             }},
            {QStringLiteral("logs"), LogsPage::tr("Logs"),
             [this](QWidget *parent) {
                 const auto sourcesOf = [folder = m_console->location().logIndexFolder()](
                                            const SessionPointer &session) -> Result<LogSources> {
                     return logSourcesOf(session, folder);
                 };
                 auto *page = new LogsPage(m_logs, sourcesOf, parent);
                 page->addTools({*m_runner, m_console->settings(), openContainerLog, m_console->files(),
                                 m_console->audit(), m_console->clock()});
                 return page;
             }},
            {QStringLiteral("backups"), BackupsPage::tr("Backups"),
             [this](QWidget *parent) { return makeBackupsPage(parent); }},
            {QStringLiteral("maintenance"), MaintenancePage::tr("Maintenance"),
             [this](QWidget *parent) { return new MaintenancePage(m_maintenance, parent); }},
            {QStringLiteral("configuration"), ConfigurationPage::tr("Configuration"),
             [this](QWidget *parent) { return new ConfigurationPage(m_configuration, parent); }},
            {QStringLiteral("activity"), ActivityPage::tr("Activity"),
             [this](QWidget *parent) { return new ActivityPage(m_activity, parent); }},
            {QStringLiteral("records"), EntitiesPage::tr("Records"),
             [this](QWidget *parent) { return new EntitiesPage(m_entities, parent); },
             [](const InstanceSession &session) { return hasEntities(session.profile()); }}};
}

void Application::watchOnceShown()
{
    const auto *first = new FirstPaint(*m_window);
    connect(first, &FirstPaint::painted, this, &Application::watch);
    // A window that starts minimised, or on another workspace, is not painted.
    QTimer::singleShot(PaintPatience, this, &Application::watch);
}

void Application::watch()
{
    if (std::exchange(m_isWatching, true))
        return;
    m_monitor.start();
    m_journalWatch = std::make_unique<JournalWatch>(m_operations, m_console->location().journalFolder());
    m_operations.refresh();
    m_instanceWatch = std::make_unique<InstanceWatch>(m_fleet, m_console->location().database());
    m_fleet.follow(); // what was added after the list was read, and before it was watched
    offerOverdueReverts();
    letHeldGo();
    clearDrills();
}

void Application::letHeldGo()
{
    Console &console = *m_console;
    m_runner->run(
        tr("Looking for services that stand still"), this,
        [&console](const OperationContext &context) -> Result<QList<HeldService>> {
            return console.letHeldGo(context);
        },
        [this](const Result<QList<HeldService>> &all) {
            for (const HeldService &held : all.value_or(QList<HeldService>())) {
                if (held.error)
                    m_window->actions().tellFailure(withSubject(*held.error, held.instance));
                else
                    m_window->actions().tell(
                        tr("%1 stood still: “%2” was killed while it had paused it. It was "
                           "let go on, and that was put back.")
                            .arg(held.instance, visibleLine(held.title)));
            }
            if (all && !all->isEmpty())
                m_operations.refresh();
        },
        OperationRunner::Pool::Operations);
}

/// Whoever was to put them back did not run when they were due; their place is the Configuration page, too.
/// What a restart of the machine has left without a waiter gets one again.
void Application::offerOverdueReverts()
{
    Console &console = *m_console;
    m_runner->run(
        tr("Looking for what should have gone back"), this,
        [&console](const OperationContext &) -> Result<QList<PendingRevert>> {
            waitAgain(console.reverts(), revertWaiter(console.location().dataFolder), console.clock().now());
            return console.reverts().list();
        },
        [this](const Result<QList<PendingRevert>> &reverts) {
            for (const PendingRevert &revert : reverts.value_or(QList<PendingRevert>())) {
                if (revert.isOverdue(m_console->clock().now().addSecs(-OverdueSlack)))
                    m_window->actions().tell(tr("%1 of %2 should have gone back by itself.")
                                                 .arg(visibleLine(revert.title), revert.instance),
                                             revert.operation);
            }
        });
}

void Application::start(const Startup &startup)
{
    m_logs.choices().restore(startup.windowState.value(LogsStateName).toObject());
    m_window->restoreWindowState(startup.windowState);
    m_fleet.show(startup.instances);
    watchOnceShown();
}

void Application::start()
{
    watch();
    m_fleet.reload();
}

void Application::showWindow()
{
    m_theme.dress();
    m_window->show();
}

QByteArray Application::windowState() const
{
    QJsonObject state = m_window->windowState();
    state.insert(LogsStateName, m_logs.choices().toJson());
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void Application::saveState()
{
    if (!m_keepsState)
        return;
    // The window is on its way out: nothing is left that could be made to wait.
    const QByteArray state = windowState();
    std::thread writer([this, &state] {
        if (const auto written = m_console->settings().setUiState(WindowStateName, state); !written)
            qWarning("%s", qPrintable(written.error().toText()));
    });
    writer.join();
}

void Application::startDemo()
{
    Console &console = *m_console;
    m_ownsDemo = true;
    m_runner->run(
        tr("Starting the demo"), this,
        [&console](const OperationContext &context) {
            return startDemoInstance(console, {}, DemoLife::WithProgram, context);
        },
        [this](const Result<Instance> &instance) {
            if (!instance)
                m_window->actions().tellFailure(instance.error());
            emit demoStarted(instance.has_value());
            m_fleet.reload();
        },
        OperationRunner::Pool::Operations);
}

Result<WindowOptions> parseWindowOptions(const QStringList &words)
{
    const ArgumentSpec spec{
        {}, {}, {QStringLiteral("demo"), QStringLiteral("screenshots="), QStringLiteral("pictures=")}};
    const auto arguments = parseArguments(words, spec);
    if (!arguments)
        return tl::unexpected(arguments.error());
    WindowOptions options;
    options.isDemo = arguments->has(QStringLiteral("demo"));
    options.screenshots = arguments->value(QStringLiteral("screenshots"));
    options.pictures = arguments->value(QStringLiteral("pictures"));
    options.stateDir = arguments->value(QStringLiteral("state-dir"));
    return options;
}

bool isHeadless(const QStringList &words)
{
    return isCommand(words) || words.contains(QStringLiteral("--help"))
           || words.contains(QStringLiteral("--version"));
}

namespace {

/// Renders what there is to be seen once the first list of instances (and the demo, where it was asked for)
/// is there; then quits.
void renderAndQuit(Application &root, const WindowOptions &options)
{
    auto *shots = new Screenshots(root, options.screenshots, &root);
    auto *scenes = new Scenes(root, &root);
    shots->setWanted(options.pictures);
    QObject::connect(shots, &Screenshots::advanced, &root,
                     [](const QString &scene) { QTextStream(stdout) << scene << Qt::endl; });
    QObject::connect(shots, &Screenshots::finished, &root,
                     [folder = options.screenshots](int written, const QString &error) {
                         QTextStream(stdout)
                             << Application::tr("%n picture(s) in %1", nullptr, written).arg(folder)
                             << Qt::endl;
                         if (!error.isEmpty())
                             QTextStream(stderr) << error << Qt::endl;
                         QCoreApplication::exit(error.isEmpty() ? 0 : 1);
                     });
    QObject::connect(
        &root.fleet(), &FleetController::changed, shots,
        [shots, scenes, isDemo = options.isDemo] {
            shots->start(isDemo ? scenes->ofDemo() : scenes->ofPages());
        },
        Qt::SingleShotConnection);
}

} // namespace

int runWindow(QApplication &application, const QStringList &words)
{
    const auto options = parseWindowOptions(words);
    if (!options) {
        QTextStream(stderr) << options.error().toText() << Qt::endl;
        return 2;
    }
    auto startup = readStartup({options->stateDir});
    if (!startup) {
        QTextStream(stderr) << startup.error().toText() << Qt::endl;
        return 1;
    }
    Application root(application, std::move(startup->console));
    const bool isRendering = !options->screenshots.isEmpty();
    if (isRendering)
        root.keepNoState();
    const auto showOrRender = [&] {
        if (isRendering)
            renderAndQuit(root, *options);
    };
    if (options->isDemo) {
        QObject::connect(
            &root, &Application::demoStarted, &root,
            [&] {
                showOrRender();
                root.start();
            },
            Qt::SingleShotConnection);
        root.startDemo();
    } else if (isRendering) {
        showOrRender();
        root.start();
    } else {
        root.start(*startup);
    }
    installBenchHooks(root);
    root.showWindow();
    return QApplication::exec();
}

} // namespace pilothouse

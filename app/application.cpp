// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"

#include "app/benchhooks.h"
#include "app/commandline/arguments.h"
#include "app/commandline/commandline.h"
#include "app/demo/demoinstance.h"
#include "app/screenshots.h"
#include "core/actions/logs.h"
#include "core/logs/containerlogstream.h"
#include "ui/dialogs/actionflow.h"
#include "ui/dialogs/addinstancedialog.h"
#include "ui/dialogs/manualwindow.h"
#include "ui/dialogs/probedialog.h"
#include "ui/dialogs/removeinstancedialog.h"
#include "ui/pages/activitypage.h"
#include "ui/pages/backupspage.h"
#include "ui/pages/databasespage.h"
#include "ui/pages/firstrunpage.h"
#include "ui/pages/instanceview.h"
#include "ui/pages/logspage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/userspage.h"

#include <QApplication>
#include <QJsonDocument>

#include <thread>

namespace pilothouse {

namespace {

const QString WindowState = QStringLiteral("window");

SnapshotSource sourceOf(const Console &console)
{
    return [&console](const InstanceSession &session, const InstanceSnapshot &previous, bool isFull,
                      const OperationContext &context) {
        return console.look(session, previous, isFull, context);
    };
}

Result<LogSources> logSourcesOf(const SessionPointer &session)
{
    const auto sources = logSources(*session);
    if (!sources)
        return tl::unexpected(sources.error());
    LogSources all;
    all.instance = session->instance().name;
    all.sources = *sources;
    all.openStream = [session](const LogSource &source) { return openContainerLog(*session, source); };
    return all;
}

} // namespace

Application::Application(QApplication &application, std::unique_ptr<Console> console)
    : m_console(std::move(console))
    , m_scheme(application.palette())
    , m_theme(application, m_scheme)
    , m_monitor(sourceOf(*m_console))
    , m_runner(std::make_unique<OperationRunner>())
    , m_operations({*m_runner, m_console->catalogue(), m_console->steps(), m_console->executor(),
                    m_console->journals(), m_console->clock()})
    , m_fleet({*m_runner, m_console->instances(), m_console->profiles(), m_console->sessions(), m_monitor,
               m_operations, m_console->audit(), m_console->clock()})
    , m_overview(
          {*m_runner, m_fleet, m_operations, m_console->metrics(), m_console->backups(), m_console->clock()})
    , m_databases(
          {m_console->engine(), m_console->checks(), m_console->metrics(), *m_runner, m_console->clock()})
    , m_rows(m_console->engine(), *m_runner, m_console->clock())
    , m_users(m_console->engine(), *m_runner, m_console->clock())
    , m_logs(*m_runner)
    , m_backups(m_console->files(), *m_runner, m_console->clock())
    , m_activity(m_operations, m_console->audit(), *m_runner, m_console->clock())
{
    m_scheme.followDesktop();
    auto *firstRun = new FirstRunPage;
    m_window =
        std::make_unique<MainWindow>(MainWindowParts{m_fleet, m_operations, m_theme, makePages(), firstRun});
    connect(firstRun, &FirstRunPage::addRequested, this, &Application::openAddInstance);
    connect(firstRun, &FirstRunPage::demoRequested, this, &Application::startDemo);
    connectWindow();
}

Application::~Application()
{
    saveState();
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

QList<Page *> Application::makePages()
{
    return {new OverviewPage(m_overview), new DatabasesPage(m_databases, m_rows),
            new UsersPage(m_users),       new LogsPage(m_logs, logSourcesOf),
            new BackupsPage(m_backups),   new ActivityPage(m_activity)};
}

void Application::connectWindow()
{
    connect(m_window.get(), &MainWindow::addInstanceRequested, this, &Application::openAddInstance);
    connect(m_window.get(), &MainWindow::probeRequested, this, &Application::openProbe);
    connect(m_window.get(), &MainWindow::removeRequested, this, &Application::openRemove);
    connect(m_window.get(), &MainWindow::manualRequested, this, &Application::openManual);
    connect(&m_fleet, &FleetController::loadFailed, this,
            [this](const Error &error) { m_window->actions().tellFailure(error); });
}

ProbeServices Application::probeServices()
{
    return {*m_runner, m_console->engine(), sendWith(m_console->http()), m_console->clock()};
}

void Application::openAddInstance()
{
    auto *dialog = new AddInstanceDialog(
        {m_fleet, m_console->profiles(), m_console->sessions(), probeServices()}, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddInstanceDialog::added, m_window.get(), &MainWindow::showInstance);
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

void Application::openManual(const QString &section)
{
    if (!m_manual)
        m_manual = std::make_unique<ManualWindow>();
    m_manual->showPlace(section);
    m_manual->show();
    m_manual->raise();
    m_manual->activateWindow();
}

void Application::start(bool restoresState)
{
    m_monitor.start();
    m_operations.refresh();
    if (restoresState)
        connect(
            &m_fleet, &FleetController::changed, this, [this] { restoreState(); }, Qt::SingleShotConnection);
    m_fleet.reload();
}

void Application::restoreState()
{
    const SettingsStore &settings = m_console->settings();
    m_runner->run(
        tr("Reading the window's state"), this,
        [&settings](const OperationContext &) { return settings.uiState(WindowState); },
        [this](const Result<QByteArray> &state) {
            if (state && !state->isEmpty())
                m_window->restoreWindowState(QJsonDocument::fromJson(*state).object());
        });
}

void Application::saveState()
{
    // The window is on its way out: nothing is left that could be made to wait.
    const QByteArray state = QJsonDocument(m_window->windowState()).toJson(QJsonDocument::Compact);
    std::thread writer([this, &state] {
        if (const auto written = m_console->settings().setUiState(WindowState, state); !written)
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
    const ArgumentSpec spec{{}, {}, {QStringLiteral("demo"), QStringLiteral("screenshots=")}};
    const auto arguments = parseArguments(words, spec);
    if (!arguments)
        return tl::unexpected(arguments.error());
    WindowOptions options;
    options.isDemo = arguments->has(QStringLiteral("demo"));
    options.screenshots = arguments->value(QStringLiteral("screenshots"));
    options.stateDir = arguments->value(QStringLiteral("state-dir"));
    return options;
}

bool isHeadless(const QStringList &words)
{
    return isCommand(words) || words.contains(QStringLiteral("--help"))
           || words.contains(QStringLiteral("--version"));
}

namespace {

/// Renders the pages once the first list of instances (and the demo, where it was asked for) is there; then
/// quits.
void renderAndQuit(Application &root, const WindowOptions &options)
{
    auto *shots = new Screenshots(root, options.screenshots, &root);
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
        &root.fleet(), &FleetController::changed, shots, [shots] { shots->start(); },
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
    auto console = Console::open({options->stateDir});
    if (!console) {
        QTextStream(stderr) << console.error().toText() << Qt::endl;
        return 1;
    }
    Application root(application, std::move(*console));
    const bool isRendering = !options->screenshots.isEmpty();
    if (options->isDemo)
        root.startDemo();
    if (isRendering && options->isDemo)
        QObject::connect(
            &root, &Application::demoStarted, &root, [&root, &options] { renderAndQuit(root, *options); },
            Qt::SingleShotConnection);
    else if (isRendering)
        renderAndQuit(root, *options);
    if (!options->isDemo)
        root.start(!isRendering);
    else
        QObject::connect(
            &root, &Application::demoStarted, &root, [&root, isRendering] { root.start(!isRendering); },
            Qt::SingleShotConnection);
    installBenchHooks(root);
    root.window().show();
    return QApplication::exec();
}

} // namespace pilothouse

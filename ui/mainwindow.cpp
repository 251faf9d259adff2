// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow.h"

#include "ui/controllers/endnotices.h"
#include "ui/controllers/lockcontroller.h"
#include "ui/controllers/palettecontroller.h"
#include "ui/dialogs/actionflow.h"
#include "ui/dialogs/closequestion.h"
#include "ui/dialogs/paletteflow.h"
#include "ui/models/shortcutlist.h"
#include "ui/pages/instanceview.h"
#include "ui/widgets/loadingbars.h"
#include "ui/widgets/operationdock.h"
#include "ui/widgets/padlock.h"
#include "ui/widgets/rail.h"
#include "ui/widgets/scrim.h"
#include "ui/widgets/toasthost.h"
#include "ui/widgets/topbar.h"
#include "ui/widgets/trayicon.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QJsonArray>

namespace pilothouse {

namespace {
constexpr int CompactHeight = 800;
constexpr QSize Smallest{1024, 640};
constexpr QSize Standard{1440, 900};
} // namespace

MainWindow::MainWindow(const MainWindowParts &parts, QWidget *parent)
    : QMainWindow(parent)
    , m_fleet(parts.fleet)
    , m_operations(parts.operations)
    , m_lock(parts.lock)
    , m_theme(parts.theme)
    , m_shortcuts(parts.shortcuts)
    , m_paletteController(parts.palette)
    , m_notices(parts.notices)
    , m_top(new TopBar(this))
    , m_rail(new Rail(parts.fleet.railModel(), this))
    , m_center(new QStackedWidget(this))
    , m_view(new InstanceView(parts.pages, this))
    , m_loading(new LoadingBars(m_center))
    , m_makeFirstRun(parts.makeFirstRun)
    , m_dock(new OperationDock(parts.operations, this))
    , m_toasts(new ToastHost(m_center))
    , m_actions(new ActionFlow(parts.operations, parts.lock, *m_toasts, this))
    , m_palette(new PaletteFlow(parts.palette, parts.fleet, *m_actions, this))
{
    setMinimumSize(Smallest);
    resize(Standard);
    m_center->addWidget(m_view);
    m_center->addWidget(m_loading);
    auto *middle = new QWidget(this);
    auto *middleLayout = new QHBoxLayout(middle);
    middleLayout->setContentsMargins(0, 0, 0, 0);
    middleLayout->setSpacing(0);
    middleLayout->addWidget(m_rail);
    middleLayout->addWidget(m_center, 1);
    auto *all = new QWidget(this);
    auto *layout = new QVBoxLayout(all);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_top);
    layout->addWidget(middle, 1);
    layout->addWidget(m_dock);
    setCentralWidget(all);
    new Scrim(this);
    connectParts();
    connectPalette();
    fillMenu();
    addShortcuts();
    onFleetChanged();
    m_rail->focusList();
}

void MainWindow::connectParts()
{
    connect(m_rail, &Rail::chosen, this, &MainWindow::showInstance);
    connect(m_rail, &Rail::addRequested, this, &MainWindow::addInstanceRequested);
    connect(m_top, &TopBar::backRequested, this, [this] { go(-1); });
    connect(m_top, &TopBar::forwardRequested, this, [this] { go(1); });
    connect(m_top, &TopBar::helpRequested, this, [this] { emit manualRequested(m_view->pageId()); });
    connect(&m_fleet, &FleetController::changed, this, &MainWindow::onFleetChanged);
    connect(m_view, &InstanceView::pageChanged, this, [this] {
        remember();
        updatePath();
    });
    connect(m_view, &InstanceView::actionRequested, this,
            [this](const QString &action, const QJsonObject &arguments) {
                m_actions->start(m_view->session(), action, arguments);
            });
    connect(m_view, &InstanceView::undoRequested, this,
            [this](const QUuid &operation) { m_actions->undo(m_view->session(), operation); });
    connect(m_view, &InstanceView::told, this, [this](const QString &sentence, const QUuid &operation) {
        m_actions->tell(sentence, operation);
    });
    connect(m_view, &InstanceView::probeRequested, this, [this] { emit probeRequested(m_current); });
    connect(m_view, &InstanceView::troubleshootRequested, this,
            [this] { emit troubleshootRequested(m_current); });
    connect(m_view, &InstanceView::editRequested, this, [this] { emit editRequested(m_current); });
    connect(m_view, &InstanceView::removeRequested, this, [this] { emit removeRequested(m_current); });
    connect(m_view, &InstanceView::upgradeRequested, this, [this] { emit upgradeRequested(m_current); });
    connect(m_actions, &ActionFlow::ended, this, [this](const QString &name) {
        m_fleet.refresh(name);
        if (name == m_current)
            m_view->refresh();
    });
    const auto sessionOf = [this](const QUuid &operation) {
        const auto view = m_operations.operation(operation);
        return view ? m_fleet.session(view->instance) : SessionPointer();
    };
    connect(m_dock, &OperationDock::resumeRequested, this, [this, sessionOf](const QUuid &operation) {
        if (const SessionPointer session = sessionOf(operation))
            m_operations.resume(session, operation);
    });
    connect(m_dock, &OperationDock::rollBackRequested, this, [this, sessionOf](const QUuid &operation) {
        if (const SessionPointer session = sessionOf(operation))
            m_operations.rollBack(session, operation);
    });
    connect(m_dock, &OperationDock::undoRequested, this, [this, sessionOf](const QUuid &operation) {
        if (const SessionPointer session = sessionOf(operation))
            m_actions->undo(session, operation);
    });
    connect(&m_lock, &LockController::changed, this, [this] { m_top->padlock().setState(m_lock.state()); });
    connect(&m_lock, &LockController::failed, m_actions, &ActionFlow::tellFailure);
    connect(&m_top->padlock(), &Padlock::unlockRequested, &m_lock, &LockController::unlock);
    connect(&m_top->padlock(), &Padlock::lockRequested, &m_lock, &LockController::lockNow);
    connect(&m_fleet, &FleetController::snapshotChanged, this, &MainWindow::updateHeader);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &MainWindow::updateHeader);
    m_clock.start();
}

void MainWindow::fillMenu()
{
    QMenu *menu = m_top->menu();
    connect(menu->addAction(tr("Add instance…")), &QAction::triggered, this,
            &MainWindow::addInstanceRequested);
    menu->addSeparator();
    fillThemes(menu->addMenu(tr("Theme")));
    QAction *fold = menu->addAction(tr("Narrow list of instances"));
    fold->setCheckable(true);
    connect(menu, &QMenu::aboutToShow, this, [this, fold] { fold->setChecked(m_rail->isFolded()); });
    connect(fold, &QAction::toggled, this, [this](bool isFolded) { m_rail->setFolded(isFolded); });
    connect(fold, &QAction::triggered, this, &MainWindow::preferencesChanged);
    fillSwitches(menu);
    menu->addSeparator();
    connect(menu->addAction(tr("Keyboard…")), &QAction::triggered, this, &MainWindow::openKeyboard);
    connect(menu->addAction(tr("Manual")), &QAction::triggered, this,
            [this] { emit manualRequested(m_view->pageId()); });
    connect(menu->addAction(tr("Quit")), &QAction::triggered, this, &MainWindow::quit);
}

void MainWindow::fillThemes(QMenu *menu)
{
    auto *group = new QActionGroup(this);
    const QList<std::pair<ThemeChoice, QString>> choices{
        {ThemeChoice::System, tr("As the system")},
        {ThemeChoice::Light, tr("Light")},
        {ThemeChoice::Dark, tr("Dark")},
        {ThemeChoice::HighContrastLight, tr("High contrast, light")},
        {ThemeChoice::HighContrastDark, tr("High contrast, dark")}};
    for (const auto &[choice, title] : choices) {
        QAction *action = menu->addAction(title);
        action->setCheckable(true);
        connect(menu, &QMenu::aboutToShow, action,
                [this, action, chosen = choice] { action->setChecked(m_theme.choice() == chosen); });
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = choice] {
            m_theme.setChoice(chosen);
            emit preferencesChanged();
        });
    }
}

void MainWindow::showInstance(const QString &name)
{
    if (name.isEmpty() || name == m_current)
        return;
    m_current = name;
    m_rail->setCurrent(name);
    m_view->setSession(m_fleet.session(name));
    m_lock.setSession(m_fleet.session(name));
    m_center->setCurrentWidget(m_view);
    remember();
    updateHeader();
    updatePath();
}

void MainWindow::showPage(const QString &id)
{
    m_view->showPage(id);
}

void MainWindow::onFleetChanged()
{
    const QList<RailItem> &items = m_fleet.railModel().items();
    if (!m_fleet.has(m_current)) {
        m_current.clear();
        m_view->setSession({});
        m_lock.setSession({});
    }
    if (m_current.isEmpty() && !items.isEmpty())
        showInstance(m_fleet.has(m_wanted) ? m_wanted : items.first().name);
    else
        takeSession();
    showCenter();
    m_rail->setCurrent(m_current);
    updateHeader();
    updatePath();
}

/// An instance that was edited has another session: it may be production now, or lie elsewhere.
void MainWindow::takeSession()
{
    const SessionPointer session = m_fleet.session(m_current);
    if (!session || session == m_view->session())
        return;
    m_view->setSession(session);
    m_lock.setSession(session);
}

void MainWindow::showCenter()
{
    if (!m_current.isEmpty()) {
        m_center->setCurrentWidget(m_view);
        return;
    }
    if (m_fleet.isLoaded() && !m_firstRun) {
        m_firstRun = m_makeFirstRun();
        m_center->addWidget(m_firstRun);
    }
    m_center->setCurrentWidget(m_fleet.isLoaded() ? m_firstRun : m_loading);
}

void MainWindow::updateHeader()
{
    if (m_current.isEmpty())
        return;
    HeaderText text = m_fleet.header(m_current);
    if (m_operations.isBusy(m_current))
        text.busy = tr("An operation is running on this instance.");
    m_view->setHeader(text);
}

void MainWindow::updatePath()
{
    QStringList path;
    if (m_current.isEmpty() && m_fleet.isLoaded())
        path << tr("Welcome");
    else if (!m_current.isEmpty())
        path << m_current << (m_view->page() ? m_view->page()->title() : QString());
    m_top->setPath(path);
    setWindowTitle(m_current.isEmpty() ? tr("Pilothouse") : tr("%1 – Pilothouse").arg(m_current));
    m_top->setHistory(m_place > 0, m_place + 1 < m_history.size());
}

void MainWindow::remember()
{
    const Place place{m_current, m_view->pageId()};
    if (m_isGoing || m_current.isEmpty() || (m_place >= 0 && m_history.value(m_place) == place))
        return;
    m_history.resize(m_place + 1);
    m_history.append(place);
    ++m_place;
}

void MainWindow::go(int by)
{
    const qsizetype target = m_place + by;
    if (target < 0 || target >= m_history.size())
        return;
    m_place = target;
    m_isGoing = true;
    const Place place = m_history.at(target);
    showInstance(place.instance);
    showPage(place.page);
    m_isGoing = false;
    updatePath();
}

QJsonObject MainWindow::windowState() const
{
    return {{QStringLiteral("geometry"), QString::fromLatin1(saveGeometry().toBase64())},
            {QStringLiteral("folded"), m_rail->isFolded()},
            {QStringLiteral("instance"), m_current},
            {QStringLiteral("page"), m_view->pageId()},
            {QStringLiteral("theme"), static_cast<int>(m_theme.choice())},
            {QStringLiteral("keys"), m_shortcuts.toJson()},
            {QStringLiteral("recent"), QJsonArray::fromStringList(m_paletteController.recent())},
            {QStringLiteral("notify"), m_notices.isEnabled()},
            {QStringLiteral("tray"), m_keepsInTray},
            {QStringLiteral("utc"), shownZone() == ShownZone::Utc}};
}

void MainWindow::restoreWindowState(const QJsonObject &state)
{
    restoreGeometry(QByteArray::fromBase64(state.value(QStringLiteral("geometry")).toString().toLatin1()));
    m_rail->setFolded(state.value(QStringLiteral("folded")).toBool());
    const int theme = state.value(QStringLiteral("theme")).toInt();
    if (theme >= static_cast<int>(ThemeChoice::System)
        && theme <= static_cast<int>(ThemeChoice::HighContrastDark))
        m_theme.setChoice(static_cast<ThemeChoice>(theme));
    restorePreferences(state);
    showPage(state.value(QStringLiteral("page")).toString());
    m_wanted = state.value(QStringLiteral("instance")).toString();
    if (m_fleet.has(m_wanted))
        showInstance(m_wanted);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_view->setCompact(height() < CompactHeight);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_keepsInTray && !m_isQuitting && !m_mayClose && m_tray && m_tray->isThere()) {
        event->ignore();
        hide();
        return;
    }
    if (m_mayClose || m_operations.runningCount() == 0) {
        event->accept();
        return;
    }
    event->ignore();
    auto *question = new CloseQuestion(m_operations.runningCount(), this);
    connect(question, &CloseQuestion::confirmed, this, [this] {
        m_mayClose = true;
        close();
    });
    question->open();
}

} // namespace pilothouse

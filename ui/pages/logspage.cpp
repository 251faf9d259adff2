// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/logspage.h"

#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "ui/dialogs/gotologdialog.h"
#include "ui/models/foreigntext.h"
#include "ui/pages/logtools.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/detaildrawer.h"
#include "ui/widgets/logdesk.h"
#include "ui/widgets/logfindrow.h"
#include "ui/widgets/loghistogram.h"
#include "ui/widgets/logpane.h"
#include "ui/widgets/logsidepane.h"
#include "ui/widgets/logstage.h"
#include "ui/widgets/logtoolbar.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/logviewmenu.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QScrollArea>
#include <QShortcut>

namespace pilothouse {

namespace {
constexpr int PaneWidth = 352;
} // namespace

LogsPage::LogsPage(LogsController &controller, LogSourcesOf sourcesOf, QWidget *parent)
    : Page(parent)
    , m_controller(controller)
    , m_sourcesOf(std::move(sourcesOf))
    , m_toolbar(new LogToolbar(controller, this))
    , m_histogram(new LogHistogram(controller.timeline(), this))
    , m_banner(new Banner(this))
    , m_desk(new LogDesk(controller))
    , m_view(&m_desk->stage().view())
    , m_selected(&m_desk->stage())
    , m_pane(new LogPane)
    , m_menu(new LogViewMenu(controller.choices(), this))
{
    auto *again = new Button(tr("Try again"), ButtonKind::Normal, QStringLiteral("arrow-repeat"));
    m_banner->addButton(again);
    m_banner->hide();
    auto *top = new QVBoxLayout;
    top->setContentsMargins(20, 0, 20, 0);
    top->addWidget(m_banner);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_toolbar);
    layout->addWidget(m_histogram);
    layout->addLayout(top);
    layout->addWidget(makeBody(), 1);
    connect(again, &QPushButton::clicked, &m_controller, &LogsController::restart);
    connectParts();
    addShortcuts();
    showState();
}

QWidget *LogsPage::makeBody()
{
    auto *body = new QWidget(this);
    auto *scroll = new QScrollArea(body);
    scroll->setWidget(m_pane);
    scroll->setWidgetResizable(true);
    scroll->setFixedWidth(PaneWidth);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QHBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_desk, 1);
    m_toolbar->addTool(m_menu->button());
    m_toolbar->addTool((new DetailDrawer(scroll, layout, this))->button());
    return body;
}

void LogsPage::connectParts()
{
    connect(&m_controller, &LogsController::stateChanged, this, &LogsPage::showState);
    connect(&m_controller.model(), &LogModel::countsChanged, this, &LogsPage::showCount);
    connect(m_toolbar, &LogToolbar::stepAsked, &m_desk->stage(), &LogStage::step);
    connect(m_toolbar, &LogToolbar::followAsked, m_view, &LogView::setFollowing);
    connect(m_toolbar, &LogToolbar::wrapAsked, m_view, &LogView::setWrapping);
    connect(m_toolbar, &LogToolbar::leaveAsked, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_view, &LogView::followingChanged, m_toolbar, &LogToolbar::setFollowing);
    connect(m_view, &LogView::wrappingChanged, m_toolbar, &LogToolbar::setWrapping);
    connectFilter();
    connectDesk();
    connectLines(m_controller);
    connect(m_pane, &LogPane::copyAsked, this, [this] { m_selected->view().copySelection(); });
    connect(m_pane, &LogPane::noteChanged, this, [this](const QString &note) {
        LogModel &model = m_selected->log().model();
        if (const int row = m_selected->view().currentRow(); row >= 0)
            model.setNote(model.record(row).number, note);
    });
}

void LogsPage::connectLines(LogsController &log)
{
    connect(&log, &LogsController::lineKnown, this, [this, &log](qint64 line, quint64 number) {
        const int row = m_selected->view().currentRow();
        if (&log == &m_selected->log() && row >= 0 && log.model().record(row).number == number)
            m_pane->showLine(line);
    });
}

void LogsPage::connectFilter()
{
    connect(m_histogram, &LogHistogram::timesChosen, this, [this](const std::optional<LogTimes> &times) {
        m_controller.setTimes(times, m_view->recordInSight());
    });
    connect(m_toolbar, &LogToolbar::onlyMatchesAsked, this, [this](bool isOnly) {
        m_controller.setOnlyMatches(isOnly, m_controller.contextRecords(), m_view->recordInSight());
    });
    connect(m_toolbar, &LogToolbar::levelAsked, this, [this](LogGroup group, bool isShown) {
        m_controller.setShown(group, isShown, m_view->recordInSight());
    });
}

void LogsPage::connectDesk()
{
    connect(&m_desk->stage(), &LogStage::histogramWanted, m_histogram,
            [this] { m_histogram->setFocus(Qt::ShortcutFocusReason); });
    connect(m_histogram, &LogHistogram::leaveAsked, m_view,
            [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(&m_desk->stage(), &LogStage::narrowWanted, &m_toolbar->find(), &LogFindRow::narrow);
    connect(m_pane, &LogPane::filterWanted, this, [this](const QString &filter, bool isWanted) {
        emit m_selected->narrowWanted(filter, isWanted);
    });
    connect(m_desk, &LogDesk::findWanted, this, &LogsPage::focusFilter);
    connect(m_desk, &LogDesk::goToWanted, this, [this](LogsController *log) { openGoTo(*log); });
    connect(m_menu, &LogViewMenu::secondAsked, m_desk, &LogDesk::showSide);
    connect(m_desk, &LogDesk::selected, this, [this](LogStage *stage) {
        m_selected = stage;
        showCurrent();
    });
    connect(m_desk, &LogDesk::sideChanged, this, [this](bool isShown) {
        m_menu->setSecondShown(isShown);
        m_selected = &m_desk->stage();
        if (isShown)
            connectLines(m_desk->side()->log());
        showCurrent();
    });
}

void LogsPage::openGoTo(LogsController &log)
{
    if (!log.isWhole())
        return;
    const QPointer<LogsController> wanted(&log); // a second log may be closed meanwhile
    auto *dialog =
        new GoToLogDialog([wanted](const QString &text) { return wanted && wanted->goTo(text); }, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void LogsPage::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto action) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(Qt::Key_F3, [this] { m_desk->focusedStage().step(1); });
    add(Qt::SHIFT | Qt::Key_F3, [this] { m_desk->focusedStage().step(-1); });
}

void LogsPage::addTools(const LogServices &services)
{
    m_tools = new LogTools(m_controller, *m_toolbar, services, this);
    connect(m_tools, &LogTools::highlightersChanged, m_desk, &LogDesk::setHighlighters);
    m_tools->setSession(m_session);
    connect(m_tools, &LogTools::told, this, [this](const QString &sentence) { emit told(sentence, {}); });
}

void LogsPage::setSession(const SessionPointer &session)
{
    m_session = session;
    if (m_tools)
        m_tools->setSession(session);
    m_isStale = true;
    m_pane->showNothing();
    if (isVisible() || !session)
        open();
}

void LogsPage::open()
{
    m_isStale = false;
    LogSources sources;
    if (m_session) {
        Result<LogSources> found = m_sourcesOf(m_session);
        if (found)
            sources = std::move(*found);
    }
    m_desk->setSources(sources, m_session ? m_session->profile().id : QString());
}

void LogsPage::refresh()
{
    m_desk->redraw(); // times may be shown in another zone
    m_histogram->update();
    showCurrent();
    // A log that is followed is always read; only one that ended is read again.
    if (m_isStale || m_controller.state() == LogsController::State::Failed
        || m_controller.state() == LogsController::State::Ended) {
        m_isStale = !isVisible();
        if (isVisible())
            open();
    }
}

void LogsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_isStale)
        open();
}

QString LogsPage::manualPlace() const
{
    const bool isInSide = m_desk->side() && m_desk->side()->find().isWritingFilter();
    return isInSide || m_toolbar->find().isWritingFilter() ? QStringLiteral("logs#filter") : id();
}

void LogsPage::focusFilter()
{
    m_toolbar->focusFind();
}

bool LogsPage::isReading() const
{
    return m_controller.state() == LogsController::State::Reading;
}

void LogsPage::showState()
{
    const bool hasFailed = m_controller.state() == LogsController::State::Failed;
    const bool hasEnded = m_controller.state() == LogsController::State::Ended;
    if (hasFailed) {
        const Error &error = m_controller.error();
        m_banner->setBanner({StateKind::Warning, tr("This log cannot be read"),
                             visibleText(error.message + u' ' + error.advice).trimmed(),
                             visibleText(error.detail)});
    } else if (hasEnded) {
        m_banner->setBanner({StateKind::NotChecked,
                             tr("This log has ended"),
                             tr("The container stopped or its log was closed. What was read stays here."),
                             {}});
    }
    const qint64 earlier = m_controller.earlierBytes();
    if (earlier > 0)
        m_banner->setBanner({StateKind::NotChecked,
                             tr("What lies further back is being read"),
                             tr("%1 so far. It is kept in a file without a name in /var/tmp for as long as "
                                "this log is shown.")
                                 .arg(formatBytes(earlier)),
                             {}});
    m_banner->setVisible(hasFailed || hasEnded || earlier > 0);
}

void LogsPage::showCurrent()
{
    const int row = m_selected->view().currentRow();
    if (row < 0) {
        m_pane->showNothing();
        return;
    }
    const LogModel &model = m_selected->log().model();
    const LogRecord &record = model.record(row);
    m_pane->showRecord(record, m_selected->fieldsOf(record));
    m_pane->showMark(model.isMarked(record.number), model.marks().value(record.number));
    m_selected->log().findLineOf(record.number);
}

void LogsPage::showCount()
{
    emit countChanged(static_cast<int>(m_controller.model().countOf(LogGroup::Error)), true);
}

} // namespace pilothouse

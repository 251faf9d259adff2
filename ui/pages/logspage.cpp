// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/logspage.h"

#include "core/base/units.h"
#include "ui/dialogs/gotologdialog.h"
#include "ui/models/foreigntext.h"
#include "ui/pages/logtools.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/detaildrawer.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingbars.h"
#include "ui/widgets/logfindrow.h"
#include "ui/widgets/loghistogram.h"
#include "ui/widgets/logpane.h"
#include "ui/widgets/logtoolbar.h"
#include "ui/widgets/logview.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>

namespace pilothouse {

namespace {
constexpr int PaneWidth = 352;
constexpr int LogsPageRowHeight = 21;
/// Records around each match, in the two steps that the key shows.
constexpr int LessContext = 3;
constexpr int MoreContext = 10;
} // namespace

LogsPage::LogsPage(LogsController &controller, LogSourcesOf sourcesOf, QWidget *parent)
    : Page(parent)
    , m_controller(controller)
    , m_sourcesOf(std::move(sourcesOf))
    , m_toolbar(new LogToolbar(controller, this))
    , m_histogram(new LogHistogram(controller.timeline(), this))
    , m_banner(new Banner(this))
    , m_view(new LogView(controller.model()))
    , m_pane(new LogPane)
    , m_stack(new QStackedWidget)
    , m_loading(new LoadingBars)
    , m_empty(new EmptyState(tr("This log is empty. New lines show here by themselves.")))
    , m_hidden(new EmptyState({}, tr("Show everything")))
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
    layout->addWidget(makeView(), 1);
    connect(again, &QPushButton::clicked, &m_controller, &LogsController::restart);
    connectParts();
    addShortcuts();
    showState();
}

QWidget *LogsPage::makeView()
{
    auto *body = new QWidget(this);
    m_loading->setColumns({96, 52, 180, 420}, LogsPageRowHeight);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_hidden);
    auto *scroll = new QScrollArea(body);
    scroll->setWidget(m_pane);
    scroll->setWidgetResizable(true);
    scroll->setFixedWidth(PaneWidth);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QHBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    m_toolbar->addTool((new DetailDrawer(scroll, layout, this))->button());
    return body;
}

void LogsPage::connectParts()
{
    connect(&m_controller, &LogsController::stateChanged, this, &LogsPage::showState);
    connect(&m_controller, &LogsController::searchChanged, this, &LogsPage::showContent);
    connect(&m_controller.model(), &LogModel::countsChanged, this, &LogsPage::showContent);
    connect(&m_controller.model(), &LogModel::countsChanged, this, &LogsPage::showCount);
    connect(m_hidden->button(), &QPushButton::clicked, this, &LogsPage::showEverything);
    connect(m_toolbar, &LogToolbar::stepAsked, this,
            [this](int by) { m_controller.stepMatch(by, m_view->firstVisibleRow()); });
    connect(m_view, &LogView::matchStepWanted, m_toolbar, &LogToolbar::stepAsked);
    connect(m_toolbar, &LogToolbar::followAsked, m_view, &LogView::setFollowing);
    connect(m_toolbar, &LogToolbar::wrapAsked, m_view, &LogView::setWrapping);
    connect(m_toolbar, &LogToolbar::leaveAsked, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_view, &LogView::followingChanged, m_toolbar, &LogToolbar::setFollowing);
    connect(m_view, &LogView::wrappingChanged, m_toolbar, &LogToolbar::setWrapping);
    connect(m_view, &LogView::olderWanted, &m_controller, &LogsController::requestOlder);
    connect(m_view, &LogView::newerWanted, &m_controller, &LogsController::requestNewer);
    connect(m_view, &LogView::beginningWanted, &m_controller, &LogsController::showBeginning);
    connect(m_view, &LogView::endWanted, &m_controller, &LogsController::showEnd);
    connect(m_view, &LogView::positionWanted, &m_controller, &LogsController::showAt);
    connect(m_view, &LogView::followingChanged, &m_controller, &LogsController::setFollowing);
    connect(&m_controller, &LogsController::restarted, m_view, [this] { m_view->setFollowing(true); });
    connect(&m_controller, &LogsController::endLeft, m_view, [this] { m_view->setFollowing(false); });
    connect(&m_controller, &LogsController::recordShown, m_view, &LogView::showRecord);
    connect(&m_controller, &LogsController::overviewChanged, m_view,
            [this] { m_view->setOverview(m_controller.overview()); });
    connect(m_toolbar, &LogToolbar::levelAsked, this, [this](LogGroup group, bool isShown) {
        m_controller.setShown(group, isShown, m_view->recordInSight());
    });
    connectFilter();
    connect(m_view, &LogView::currentChanged, this, &LogsPage::showCurrent);
    connect(m_pane, &LogPane::copyAsked, m_view, &LogView::copySelection);
}

void LogsPage::connectFilter()
{
    connect(m_histogram, &LogHistogram::timesChosen, this, [this](const std::optional<LogTimes> &times) {
        m_controller.setTimes(times, m_view->recordInSight());
    });
    connect(m_toolbar, &LogToolbar::onlyMatchesAsked, this, [this](bool isOnly) {
        m_controller.setOnlyMatches(isOnly, m_controller.contextRecords(), m_view->recordInSight());
    });
    connect(m_view, &LogView::onlyMatchesWanted, this, [this] {
        m_controller.setOnlyMatches(!m_controller.showsOnlyMatches(), m_controller.contextRecords(),
                                    m_view->recordInSight());
    });
    connect(m_view, &LogView::goToWanted, this, [this] {
        if (!m_controller.isWhole())
            return;
        auto *dialog =
            new GoToLogDialog([this](const QString &text) { return m_controller.goTo(text); }, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(&m_controller, &LogsController::lineKnown, this, [this](qint64 line, quint64 number) {
        const int row = m_view->currentRow();
        if (row >= 0 && m_controller.model().record(row).number == number)
            m_pane->showLine(line);
    });
    connect(m_pane, &LogPane::noteChanged, this, [this](const QString &note) {
        if (m_view->currentRow() >= 0)
            m_controller.model().setNote(m_controller.model().record(m_view->currentRow()).number, note);
    });
    connect(m_view, &LogView::contextWanted, this, [this] {
        const int next = m_controller.contextRecords() == 0            ? LessContext
                         : m_controller.contextRecords() < MoreContext ? MoreContext
                                                                       : 0;
        m_controller.setOnlyMatches(true, next, m_view->recordInSight());
    });
}

void LogsPage::showEverything()
{
    m_controller.setTimes({}, m_view->recordInSight());
    m_controller.showAllGroups(m_view->recordInSight());
    m_controller.setOnlyMatches(false, m_controller.contextRecords(), m_view->recordInSight());
}

void LogsPage::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, QWidget *where, auto action) {
        auto *shortcut = new QShortcut(keys, where);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(Qt::Key_F3, this, [this] { emit m_toolbar->stepAsked(1); });
    add(Qt::SHIFT | Qt::Key_F3, this, [this] { emit m_toolbar->stepAsked(-1); });
    add(Qt::Key_Slash, m_view, [this] { focusFilter(); });
}

void LogsPage::addTools(const LogServices &services)
{
    m_tools = new LogTools(m_controller, *m_toolbar, services, this);
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
    m_controller.setSources(std::move(sources));
}

void LogsPage::refresh()
{
    m_view->viewport()->update(); // times may be shown in another zone
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
    return m_toolbar->find().isWritingFilter() ? QStringLiteral("logs#filter") : id();
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
    showContent();
}

void LogsPage::showContent()
{
    const LogModel &model = m_controller.model();
    if (model.rowCount() > 0) {
        m_stack->setCurrentWidget(m_view);
        return;
    }
    const bool isFiltered =
        !model.isAllShown() || m_controller.showsOnlyMatches() || m_controller.timeline().times();
    if (isFiltered && (!model.extent().isEmpty() || model.hiddenCount() > 0)) {
        m_hidden->setSentence(hiddenSentence());
        m_stack->setCurrentWidget(m_hidden);
        return;
    }
    const bool hasSources = !m_controller.sources().sources.isEmpty();
    m_empty->setSentence(hasSources ? tr("This log is empty. New lines show here by themselves.")
                                    : tr("This service has no log that Pilothouse knows of."));
    m_stack->setCurrentWidget(isReading() ? static_cast<QWidget *>(m_loading) : m_empty);
}

QString LogsPage::hiddenSentence() const
{
    const LogModel &model = m_controller.model();
    if (m_controller.showsOnlyMatches() && m_controller.isSearching())
        return tr("Searching. Nothing was found yet.");
    if (m_controller.showsOnlyMatches() && m_controller.matchCount() == 0)
        return tr("No line matches.");
    if (model.extent().isEmpty())
        return tr("No line is shown. %1 lines are hidden by the levels.")
            .arg(formatCount(model.hiddenCount()));
    return tr("No line is shown. The levels and the time that are chosen hide all of them.");
}

void LogsPage::showCurrent()
{
    const int row = m_view->currentRow();
    if (row < 0) {
        m_pane->showNothing();
        return;
    }
    const LogRecord &record = m_controller.model().record(row);
    m_pane->showRecord(record);
    m_pane->showMark(m_controller.model().isMarked(record.number),
                     m_controller.model().marks().value(record.number));
    m_controller.findLineOf(record.number);
}

void LogsPage::showCount()
{
    emit countChanged(static_cast<int>(m_controller.model().countOf(LogGroup::Error)), true);
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logstage.h"

#include "core/base/foreigntext.h"
#include "core/base/units.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingbars.h"
#include "ui/widgets/logmatchespane.h"
#include "ui/widgets/logmatchhead.h"
#include "ui/widgets/logview.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pilothouse {

namespace {
constexpr int StageRowHeight = 21;
} // namespace

LogStage::LogStage(LogsController &log, LogChoices &choices, QWidget *parent)
    : QWidget(parent)
    , m_log(log)
    , m_choices(choices)
    , m_view(new LogView(log.model()))
    , m_stack(new QStackedWidget)
    , m_loading(new LoadingBars)
    , m_empty(new EmptyState(emptySentence()))
    , m_hidden(new EmptyState({}, tr("Show everything")))
    , m_split(new QSplitter(this))
{
    m_view->setObjectName(QStringLiteral("log"));
    m_loading->setColumns({96, 52, 180, 420}, StageRowHeight);
    for (QWidget *content : QList<QWidget *>{m_view, m_loading, m_empty, m_hidden})
        m_stack->addWidget(content);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_stack);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_split);
    connectLog();
    connectView();
    connectKeys(*m_view);
    connect(m_hidden->button(), &QPushButton::clicked, this, &LogStage::showEverything);
    connect(m_split, &QSplitter::splitterMoved, this, [this] {
        const QList<int> sizes = m_split->sizes();
        m_choices.setMatchShare(100 * sizes.value(1) / std::max(1, sizes.value(0) + sizes.value(1)));
    });
    connect(&m_choices, &LogChoices::changed, this, [this] {
        arrange();
        applyTable();
    });
    arrange();
    showContent();
}

void LogStage::connectLog()
{
    connect(&m_log, &LogsController::stateChanged, this, &LogStage::showContent);
    connect(&m_log, &LogsController::searchChanged, this, &LogStage::showContent);
    connect(&m_log.model(), &LogModel::countsChanged, this, &LogStage::showContent);
    connect(&m_log, &LogsController::opened, this, &LogStage::applyTable);
    connect(&m_log, &LogsController::restarted, m_view, [this] { m_view->setFollowing(true); });
    connect(&m_log, &LogsController::endLeft, m_view, [this] { m_view->setFollowing(false); });
    connect(&m_log, &LogsController::recordShown, m_view, &LogView::showRecord);
    connect(&m_log.landmarks(), &LogLandmarks::changed, m_view,
            [this] { m_view->setOverview(m_log.landmarks().overview()); });
}

void LogStage::connectView()
{
    connect(m_view, &LogView::olderWanted, &m_log, &LogsController::requestOlder);
    connect(m_view, &LogView::newerWanted, &m_log, &LogsController::requestNewer);
    connect(m_view, &LogView::beginningWanted, &m_log, &LogsController::showBeginning);
    connect(m_view, &LogView::endWanted, &m_log, &LogsController::showEnd);
    connect(m_view, &LogView::positionWanted, &m_log, &LogsController::showAt);
    connect(m_view, &LogView::followingChanged, &m_log, &LogsController::setFollowing);
    connect(m_view, &LogView::levelWanted, &m_log, [this](LogGroup group, quint64 from, int by) {
        m_view->setFollowing(false);
        m_log.showNextOf(group, from, by);
    });
}

QList<LogView *> LogStage::views() const
{
    QList<LogView *> views{m_view};
    if (m_matches && m_matches->isVisibleTo(this))
        views.append(&m_matches->view());
    return views;
}

void LogStage::showContent()
{
    const LogModel &model = m_log.model();
    const bool isFiltered = !model.isAllShown() || m_log.showsOnlyMatches() || m_log.timeline().times();
    if (model.rowCount() > 0) {
        m_stack->setCurrentWidget(m_view);
    } else if (isFiltered && (!model.extent().isEmpty() || model.hiddenCount() > 0)) {
        m_hidden->setSentence(hiddenSentence());
        m_stack->setCurrentWidget(m_hidden);
    } else if (m_log.state() == LogsController::State::Reading) {
        m_stack->setCurrentWidget(m_loading);
    } else {
        m_empty->setSentence(emptySentence());
        m_stack->setCurrentWidget(m_empty);
    }
}

QString LogStage::emptySentence() const
{
    if (m_log.sources().sources.isEmpty())
        return tr("This service has no log that Pilothouse knows of.");
    if (const LogSource *shown = source(); m_log.state() != LogsController::State::Failed)
        return shown && !shown->isStream()
                   ? tr("There is nothing in %1, or it is not there yet. New lines show here by themselves.")
                         .arg(visibleLine(shown->path))
                   : tr("This log is empty. New lines show here by themselves.");
    return m_tellsFailures ? visibleText(m_log.error().message + u' ' + m_log.error().advice).trimmed()
                           : QString();
}

QString LogStage::hiddenSentence() const
{
    const LogModel &model = m_log.model();
    if (m_log.showsOnlyMatches() && m_log.isSearching())
        return tr("Searching. Nothing was found yet.");
    if (m_log.showsOnlyMatches() && m_log.matchCount() == 0)
        return tr("No line matches.");
    if (model.extent().isEmpty())
        return tr("No line is shown. %1 lines are hidden by the levels.")
            .arg(formatCount(model.hiddenCount()));
    return tr("No line is shown. The levels and the time that are chosen hide all of them.");
}

void LogStage::showEverything()
{
    m_log.setTimes({}, m_view->recordInSight());
    m_log.showAllGroups(m_view->recordInSight());
    m_log.setOnlyMatches(false, m_log.contextRecords(), m_view->recordInSight());
}

void LogStage::makeMatches()
{
    m_matches = new LogMatchesPane(m_log, *m_view);
    m_matches->hide();
    m_split->addWidget(m_matches);
    connectKeys(m_matches->view());
    connect(m_matches, &LogMatchesPane::contextAsked, this, &LogStage::stepMatchContext);
    connect(&m_matches->head(), &LogMatchHead::closeAsked, this, &LogStage::toggleMatches);
    connect(&m_matches->head(), &LogMatchHead::turnAsked, this, [this] {
        m_choices.setMatchPlace(m_choices.matchPlace() == LogChoices::MatchPlace::Below
                                    ? LogChoices::MatchPlace::Beside
                                    : LogChoices::MatchPlace::Below);
    });
}

void LogStage::arrange()
{
    const LogChoices::MatchPlace place = m_choices.matchPlace();
    const bool isShown = place != LogChoices::MatchPlace::Nowhere;
    if (!m_matches && !isShown)
        return;
    if (!m_matches) {
        makeMatches();
        m_tableKind.clear(); // its view has no table yet
        applyTable();
    }
    const bool hadFocus = m_matches->view().hasFocus();
    const bool isBeside = place == LogChoices::MatchPlace::Beside;
    const Qt::Orientation orientation = isBeside ? Qt::Horizontal : Qt::Vertical;
    const bool isArranged = isShown != m_matches->isHidden() && m_split->orientation() == orientation;
    m_matches->setContext(m_choices.matchContext());
    if (isShown && isArranged)
        return;
    m_matches->setVisible(isShown);
    m_matches->setActive(isShown);
    if (!isShown) {
        if (hadFocus)
            m_view->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_matches->head().setBeside(isBeside);
    m_split->setOrientation(orientation);
    const int room = isBeside ? width() : height();
    const int share = room * m_choices.matchShare() / 100;
    m_split->setSizes({room - share, share});
}

void LogStage::redraw()
{
    for (const LogView *view : views())
        view->viewport()->update();
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logmatchespane.h"

#include "core/base/units.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/logmatchhead.h"
#include "ui/widgets/logview.h"

#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pilothouse {

LogMatchesPane::LogMatchesPane(LogsController &log, LogView &main, QWidget *parent)
    : QWidget(parent)
    , m_log(log)
    , m_main(main)
    , m_list(log)
    , m_head(new LogMatchHead(this))
    , m_view(new LogView(m_list.model()))
    , m_nothing(new Label({}, TextRole::Body, &Tokens::text3))
    , m_stack(new QStackedWidget(this))
{
    m_view->setObjectName(QStringLiteral("matches"));
    m_view->setAccessibleName(tr("Matches"));
    m_view->setCount([this] { return m_log.matchCount(); });
    m_view->setWrapping(main.isWrapping());
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWrapping(true);
    m_nothing->setContentsMargins(20, 12, 20, 12);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_nothing);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_stack, 1);
    connectView();
    connectMain();
    showWords();
}

/// The view goes before the list that it shows.
LogMatchesPane::~LogMatchesPane()
{
    delete m_view;
}

void LogMatchesPane::connectView()
{
    connect(m_view, &LogView::olderWanted, &m_list, &LogMatchList::requestOlder);
    connect(m_view, &LogView::newerWanted, &m_list, &LogMatchList::requestNewer);
    connect(m_view, &LogView::beginningWanted, &m_list, &LogMatchList::showBeginning);
    connect(m_view, &LogView::endWanted, &m_list, &LogMatchList::showEnd);
    connect(m_view, &LogView::followingChanged, &m_list, &LogMatchList::setFollowing);
    connect(m_view, &LogView::positionWanted, &m_list, [this](quint64 number) {
        if (m_list.model().isMarked(number)) {
            m_log.showAt(number); // a mark may be on a record that does not match
            return;
        }
        m_leads = true;
        m_list.showAt(number);
    });
    connect(m_view, &LogView::levelWanted, &m_list, [this](LogGroup group, quint64 from, int by) {
        m_leads = true;
        m_view->setFollowing(false);
        m_list.showNextOf(group, from, by);
    });
    connect(&m_list, &LogMatchList::restarted, m_view, [this] { m_view->setFollowing(true); });
    connect(&m_list, &LogMatchList::endLeft, m_view, [this] { m_view->setFollowing(false); });
    connect(&m_list, &LogMatchList::recordShown, m_view, [this](quint64 number) {
        const QScopedValueRollback<bool> led(m_isLed, !m_leads);
        m_view->showRecord(number);
    });
    connect(&m_list.model(), &LogModel::countsChanged, this, &LogMatchesPane::showWords);
    connect(m_view, &LogView::currentChanged, this, &LogMatchesPane::leadMain);
    connect(m_head, &LogMatchHead::contextAsked, this, &LogMatchesPane::contextAsked);
}

void LogMatchesPane::connectMain()
{
    connect(&m_main, &LogView::currentChanged, this, &LogMatchesPane::followMain);
    connect(&m_main, &LogView::followingChanged, this, [this](bool isFollowing) {
        if (isFollowing)
            m_view->setFollowing(true);
    });
    connect(&m_main, &LogView::wrappingChanged, m_view, &LogView::setWrapping);
    connect(m_view, &LogView::wrappingChanged, &m_main, &LogView::setWrapping);
    connect(&m_log.model(), &LogModel::currentMatchChanged, this, &LogMatchesPane::followMatch);
    connect(&m_log, &LogsController::searchChanged, this, &LogMatchesPane::showWords);
    connect(&m_log.landmarks(), &LogLandmarks::changed, m_view,
            [this] { m_view->setOverview(m_log.landmarks().overview()); });
}

void LogMatchesPane::setActive(bool isActive)
{
    m_list.setActive(isActive);
    m_view->setOverview(m_log.landmarks().overview());
    showWords();
}

void LogMatchesPane::setContext(int records)
{
    m_head->setContext(records);
    m_view->setQuietOthers(records > 0);
    m_list.setContextRecords(records, m_view->recordInSight());
}

void LogMatchesPane::leadMain()
{
    const int row = m_view->currentRow();
    if (m_isLed || row < 0)
        return;
    const quint64 number = m_list.model().record(row).number;
    const int current = m_main.currentRow();
    if (current >= 0 && m_log.model().record(current).number == number)
        return;
    if (m_log.model().rowOf(number) >= 0)
        m_main.showRecord(number);
    else
        m_log.showAt(number);
}

void LogMatchesPane::followMain()
{
    const int current = m_main.currentRow();
    const quint64 number = current < 0 ? 0 : m_log.model().record(current).number;
    const int row = number == 0 ? -1 : m_list.model().rowOf(number);
    if (row < 0 || row == m_view->currentRow())
        return;
    const QScopedValueRollback<bool> led(m_isLed, true);
    m_view->showRecord(number);
}

/// The search has stepped to a match that the list may not hold yet.
void LogMatchesPane::followMatch()
{
    const LogMatch match = m_log.model().matches().value(m_log.model().currentMatch());
    if (match.record == 0 || !m_list.isActive() || m_list.model().rowOf(match.record) >= 0)
        return;
    m_leads = false;
    m_list.showAt(match.record);
}

void LogMatchesPane::showWords()
{
    const bool hasSearch = !m_log.query().text.isEmpty() && m_log.queryError().isEmpty();
    const qint64 count = m_log.matchCount();
    const QString found = count == 1 ? tr("1 match") : tr("%1 matches").arg(formatCount(count));
    m_head->setWords(!hasSearch             ? tr("Matches")
                     : !m_log.isSearching() ? found
                     : count == 0           ? tr("Searching")
                                            : tr("Searching, %1 so far").arg(formatCount(count)));
    m_nothing->setText(!hasSearch            ? tr("What you find above is listed here.")
                       : m_log.isSearching() ? tr("Searching. Nothing was found yet.")
                       : count == 0          ? tr("No line matches.")
                                    : tr("The levels and the time that are chosen hide all matches."));
    m_stack->setCurrentWidget(m_list.model().rowCount() > 0 ? static_cast<QWidget *>(m_view) : m_nothing);
}

} // namespace pilothouse

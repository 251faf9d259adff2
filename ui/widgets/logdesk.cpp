// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logdesk.h"

#include "ui/widgets/logsidepane.h"
#include "ui/widgets/logstage.h"
#include "ui/widgets/logview.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace pilothouse {

LogDesk::LogDesk(LogsController &log, QWidget *parent)
    : QWidget(parent)
    , m_log(log)
    , m_stage(new LogStage(log, log.choices()))
    , m_split(new QSplitter(Qt::Horizontal, this))
{
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_stage);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_split);
    connectStage(*m_stage);
    connect(m_stage, &LogStage::findWanted, this, &LogDesk::findWanted);
    connect(&log.choices(), &LogChoices::changed, this, [this] {
        if (!m_log.choices().isInStep()) {
            for (LogView *view : views())
                view->clearMoment();
        }
    });
}

void LogDesk::connectStage(LogStage &stage)
{
    connect(&stage, &LogStage::paneWanted, this, &LogDesk::stepPane);
    connect(&stage, &LogStage::goToWanted, this, [this, &stage] { emit goToWanted(&stage.log()); });
    connect(&stage.view(), &LogView::currentChanged, this, [this, &stage] { emit selected(&stage); });
}

void LogDesk::joinSteps(LogStage &leading, LogStage &led)
{
    connect(&leading.view(), &LogView::momentChanged, &led, [this, &led](qint64 time, int globalY) {
        if (m_log.choices().isInStep())
            led.view().showMoment(time, globalY);
    });
    // Where the times of a log are not known yet it cannot be led.
    connect(&led.log().timeline(), &LogTimeline::changed, &leading, [this, &leading, &led] {
        const bool waits = led.view().isFollowing() && !leading.view().isFollowing();
        if (waits && m_log.choices().isInStep())
            leading.view().tellMomentSoon();
    });
    connect(&leading.view(), &LogView::followingChanged, &led, [this, &led](bool isFollowing) {
        if (isFollowing && m_log.choices().isInStep())
            led.view().setFollowing(true);
    });
}

void LogDesk::showSide(bool isShown)
{
    if (isShown == (m_side != nullptr))
        return;
    if (!isShown) {
        const bool hadFocus = m_side->isAncestorOf(window()->focusWidget());
        for (const QObject *listener : QList<QObject *>{this, m_stage})
            disconnect(&m_side->stage().view(), nullptr, listener, nullptr);
        disconnect(&m_log.timeline(), nullptr, &m_side->stage(), nullptr);
        disconnect(&m_side->log().timeline(), nullptr, m_stage, nullptr);
        m_side->hide();
        m_side->deleteLater();
        m_side = nullptr;
        m_stage->view().clearMoment();
        if (hadFocus)
            m_stage->view().setFocus(Qt::OtherFocusReason);
        emit sideChanged(false);
        return;
    }
    m_side = new LogSidePane(m_log.runner());
    m_side->log().choices().restoreTables(m_log.choices());
    m_side->log().landmarks().setHighlighters(m_highlighters);
    m_split->addWidget(m_side);
    connectStage(m_side->stage());
    connect(m_side, &LogSidePane::closeAsked, this, [this] { showSide(false); });
    joinSteps(*m_stage, m_side->stage());
    joinSteps(m_side->stage(), *m_stage);
    m_side->stage().setProfile(m_profile);
    m_side->setSources(m_sources, m_log.sourceId());
    m_split->setSizes({width() / 2, width() / 2});
    emit sideChanged(true);
}

void LogDesk::setSources(const LogSources &sources, const QString &profile)
{
    m_sources = sources;
    m_profile = profile;
    m_stage->setProfile(profile);
    m_log.setSources(sources);
    if (!m_side)
        return;
    m_side->stage().setProfile(profile);
    m_side->setSources(sources, m_log.sourceId());
}

void LogDesk::setHighlighters(const QList<LogHighlighter> &rules)
{
    m_highlighters = rules;
    m_log.landmarks().setHighlighters(rules);
    if (m_side)
        m_side->log().landmarks().setHighlighters(rules);
}

void LogDesk::redraw()
{
    m_stage->redraw();
    if (m_side)
        m_side->stage().redraw();
}

LogStage &LogDesk::focusedStage() const
{
    return m_side && m_side->isAncestorOf(window()->focusWidget()) ? m_side->stage() : *m_stage;
}

QList<LogView *> LogDesk::views() const
{
    return m_stage->views() + (m_side ? m_side->stage().views() : QList<LogView *>());
}

void LogDesk::stepPane(int by)
{
    const QList<LogView *> all = views();
    const auto focused =
        std::find_if(all.begin(), all.end(), [](const LogView *view) { return view->hasFocus(); });
    const qsizetype next = focused - all.begin() + by + all.size();
    all.at(next % all.size())->setFocus(Qt::ShortcutFocusReason);
}

} // namespace pilothouse

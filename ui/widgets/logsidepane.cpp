// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logsidepane.h"

#include "core/base/foreigntext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/logfindrow.h"
#include "ui/widgets/loglevelrow.h"
#include "ui/widgets/logstage.h"
#include "ui/widgets/logview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>

namespace pilothouse {

LogSidePane::LogSidePane(OperationRunner &runner, QWidget *parent)
    : QWidget(parent)
    , m_log(runner)
    , m_sources(new QComboBox(this))
    , m_find(new LogFindRow(m_log, LogFindRow::Look::Narrow, this))
    , m_stage(new LogStage(m_log, m_log.choices(), this))
{
    m_stage->setTellsFailures(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_stage, 1);
    connect(m_sources, &QComboBox::activated, this,
            [this](int index) { m_log.showSource(m_sources->itemData(index).toString()); });
    connect(&m_log, &LogsController::opened, this, &LogSidePane::showSource);
    connectFind();
}

/// What shows the log goes before it.
LogSidePane::~LogSidePane()
{
    delete m_stage;
    delete m_find;
}

QWidget *LogSidePane::makeHead()
{
    auto *head = new QWidget(this);
    auto *close = Button::withIcon(QStringLiteral("x-lg"), tr("Close this log"), head);
    auto *levels = new LogLevelRow(m_log, LogLevelRow::Look::Marks, head);
    m_sources->setAccessibleName(tr("Log beside"));
    m_sources->setMinimumContentsLength(8);
    m_sources->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *top = new QHBoxLayout;
    top->setSpacing(6);
    top->addWidget(m_sources, 1);
    top->addWidget(levels);
    top->addWidget(close);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addWidget(m_find);
    connect(close, &QPushButton::clicked, this, &LogSidePane::closeAsked);
    connect(levels, &LogLevelRow::levelAsked, this, [this](LogGroup group, bool isShown) {
        m_log.setShown(group, isShown, m_stage->view().recordInSight());
    });
    return head;
}

void LogSidePane::connectFind()
{
    connect(m_find, &LogFindRow::stepAsked, m_stage, &LogStage::step);
    connect(m_find, &LogFindRow::leaveAsked, &m_stage->view(),
            [this] { m_stage->view().setFocus(Qt::OtherFocusReason); });
    connect(m_find, &LogFindRow::onlyMatchesAsked, this, [this](bool isOnly) {
        m_log.setOnlyMatches(isOnly, m_log.contextRecords(), m_stage->view().recordInSight());
    });
    connect(m_stage, &LogStage::findWanted, m_find, &LogFindRow::focusFind);
    connect(m_stage, &LogStage::narrowWanted, m_find, &LogFindRow::narrow);
}

void LogSidePane::setSources(const LogSources &sources, const QString &shownBeside)
{
    for (const LogSource &source : sources.sources) {
        if (source.id != shownBeside) {
            m_log.showSource(source.id);
            break;
        }
    }
    m_log.setSources(sources);
    m_sources->clear();
    for (const LogSource &source : sources.sources)
        m_sources->addItem(visibleLine(source.title), source.id);
    showSource();
}

void LogSidePane::showSource()
{
    m_sources->setCurrentIndex(m_sources->findData(m_log.sourceId()));
}

void LogSidePane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTokens().surface);
}

} // namespace pilothouse

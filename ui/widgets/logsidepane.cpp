// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logsidepane.h"

#include "core/base/foreigntext.h"
#include "core/base/units.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/logstage.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/searchfield.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace pilothouse {

LogSidePane::LogSidePane(OperationRunner &runner, QWidget *parent)
    : QWidget(parent)
    , m_log(runner)
    , m_sources(new QComboBox(this))
    , m_find(new SearchField({}, tr("Find in the log beside"), QStringLiteral("search"), this))
    , m_count(new Label({}, TextRole::Small, &Tokens::text2, this))
    , m_only(Button::withIcon(QStringLiteral("funnel"), tr("Show nothing but lines that match (v)"), this))
    , m_stage(new LogStage(m_log, m_log.choices(), this))
{
    m_stage->setTellsFailures(true);
    m_only->setCheckable(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_stage, 1);
    connect(m_sources, &QComboBox::activated, this,
            [this](int index) { m_log.showSource(m_sources->itemData(index).toString()); });
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &text) { m_log.find({text}); });
    connect(m_only, &QPushButton::clicked, this, [this](bool isOnly) {
        m_log.setOnlyMatches(isOnly, m_log.contextRecords(), m_stage->view().recordInSight());
    });
    connect(&m_log, &LogsController::opened, this, &LogSidePane::showSource);
    connect(&m_log, &LogsController::stateChanged, this, &LogSidePane::showSearch);
    connect(&m_log, &LogsController::searchChanged, this, &LogSidePane::showSearch);
    connect(&m_log, &LogsController::filterChanged, this, &LogSidePane::showSearch);
    connect(m_stage, &LogStage::findWanted, this, &LogSidePane::focusFind);
    showSearch();
}

/// The views go before the log that they show.
LogSidePane::~LogSidePane()
{
    delete m_stage;
}

QWidget *LogSidePane::makeHead()
{
    auto *head = new QWidget(this);
    auto *close = Button::withIcon(QStringLiteral("x-lg"), tr("Close this log"), head);
    m_sources->setAccessibleName(tr("Log beside"));
    m_sources->setMinimumContentsLength(8);
    m_sources->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_find->setMinimumWidth(80);
    m_find->installEventFilter(this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(6);
    layout->addWidget(m_sources, 1);
    layout->addWidget(m_find, 2);
    layout->addWidget(m_count);
    layout->addWidget(m_only);
    layout->addWidget(close);
    connect(close, &QPushButton::clicked, this, &LogSidePane::closeAsked);
    return head;
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

void LogSidePane::showSearch()
{
    const bool hasSearch = !m_log.query().text.isEmpty();
    const qint64 number = m_log.matchNumber();
    const qint64 count = m_log.matchCount();
    m_count->setText(!hasSearch   ? QString()
                     : number > 0 ? tr("%1 of %2").arg(formatCount(number), formatCount(count))
                                  : formatCount(count));
    m_count->setVisible(hasSearch);
    m_only->setChecked(m_log.showsOnlyMatches());
    m_only->setEnabled(m_log.isWhole());
}

void LogSidePane::focusFind()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

bool LogSidePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_find || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool isLeaving =
        key->key() == Qt::Key_Down || (key->key() == Qt::Key_Escape && m_find->text().isEmpty());
    if (isEnter)
        m_stage->step(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else if (isLeaving)
        m_stage->view().setFocus(Qt::OtherFocusReason);
    return isEnter || isLeaving;
}

void LogSidePane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTokens().surface);
}

} // namespace pilothouse

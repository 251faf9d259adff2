// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logtoolbar.h"

#include "ui/models/foreigntext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/logfindrow.h"
#include "ui/widgets/loglevelrow.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>

namespace pilothouse {

LogToolbar::LogToolbar(LogsController &controller, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_find(new LogFindRow(controller, LogFindRow::Look::Whole, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 10, 20, 10);
    layout->setSpacing(8);
    layout->addWidget(m_find);
    layout->addWidget(makeToolRow());
    connect(&m_controller, &LogsController::stateChanged, this, &LogToolbar::showSources);
    connect(m_find, &LogFindRow::stepAsked, this, &LogToolbar::stepAsked);
    connect(m_find, &LogFindRow::leaveAsked, this, &LogToolbar::leaveAsked);
    connect(m_find, &LogFindRow::onlyMatchesAsked, this, &LogToolbar::onlyMatchesAsked);
    showSources();
}

QWidget *LogToolbar::makeToolRow()
{
    auto *row = new QWidget(this);
    m_sources = new QComboBox(row);
    m_sources->setAccessibleName(tr("Log"));
    m_sources->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_wrap = Button::withIcon(QStringLiteral("text-wrap"), tr("Wrap long lines (Ctrl+W)"), row);
    m_wrap->setCheckable(true);
    m_follow = new Button(tr("Follow"), ButtonKind::Normal, QStringLiteral("arrow-down-circle"), row);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    auto *levels = new LogLevelRow(m_controller, LogLevelRow::Look::Words, row);
    connect(levels, &LogLevelRow::levelAsked, this, &LogToolbar::levelAsked);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_sources);
    layout->addWidget(levels);
    layout->addStretch(1);
    layout->addWidget(m_wrap);
    layout->addWidget(m_follow);
    m_tools = layout;
    connect(m_sources, &QComboBox::activated, this,
            [this](int index) { m_controller.showSource(m_sources->itemData(index).toString()); });
    connect(m_wrap, &QPushButton::clicked, this, &LogToolbar::wrapAsked);
    connect(m_follow, &QPushButton::clicked, this, &LogToolbar::followAsked);
    return row;
}

void LogToolbar::addLook(QWidget *tool)
{
    m_tools->insertWidget(m_tools->indexOf(m_wrap), tool);
}

void LogToolbar::addTool(QWidget *tool)
{
    m_tools->addWidget(tool);
}

void LogToolbar::showSources()
{
    const QSignalBlocker blocker(m_sources);
    m_sources->clear();
    for (const LogSource &source : m_controller.sources().sources)
        m_sources->addItem(visibleLine(source.title), source.id);
    m_sources->setCurrentIndex(m_sources->findData(m_controller.sourceId()));
}

void LogToolbar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTokens().surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), currentTokens().border);
}

void LogToolbar::focusFind()
{
    m_find->focusFind();
}

void LogToolbar::setFollowing(bool isFollowing)
{
    m_follow->setChecked(isFollowing);
}

void LogToolbar::setWrapping(bool isWrapping)
{
    m_wrap->setChecked(isWrapping);
}

} // namespace pilothouse

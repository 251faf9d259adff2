// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logtoolbar.h"

#include "core/base/units.h"
#include "ui/models/foreigntext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/logfindrow.h"
#include "ui/widgets/logrowpainter.h"
#include "ui/widgets/marks.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>

namespace pilothouse {

namespace {

constexpr int LevelMarkSize = 12;

QString wordOf(LogGroup group)
{
    switch (group) {
    case LogGroup::Error:
        return LogToolbar::tr("Error");
    case LogGroup::Warning:
        return LogToolbar::tr("Warning");
    case LogGroup::Info:
        return LogToolbar::tr("Info");
    case LogGroup::Debug:
        return LogToolbar::tr("Debug");
    case LogGroup::Other:
        break;
    }
    return LogToolbar::tr("Other");
}

} // namespace

LogToolbar::LogToolbar(LogsController &controller, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_find(new LogFindRow(controller, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 10, 20, 10);
    layout->setSpacing(8);
    layout->addWidget(m_find);
    layout->addWidget(makeToolRow());
    connect(&m_controller, &LogsController::stateChanged, this, &LogToolbar::showSources);
    connect(&m_controller, &LogsController::countsChanged, this, &LogToolbar::showCounts);
    connect(m_find, &LogFindRow::stepAsked, this, &LogToolbar::stepAsked);
    connect(m_find, &LogFindRow::leaveAsked, this, &LogToolbar::leaveAsked);
    connect(m_find, &LogFindRow::onlyMatchesAsked, this, &LogToolbar::onlyMatchesAsked);
    showSources();
    showCounts();
}

QWidget *LogToolbar::makeToolRow()
{
    auto *row = new QWidget(this);
    m_sources = new QComboBox(row);
    m_sources->setAccessibleName(tr("Log"));
    m_sources->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_wrap = Button::withIcon(QStringLiteral("text-wrap"), tr("Wrap long lines (w)"), row);
    m_wrap->setCheckable(true);
    m_follow = new Button(tr("Follow"), ButtonKind::Normal, QStringLiteral("arrow-down-circle"), row);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_sources);
    for (const LogGroup group :
         {LogGroup::Error, LogGroup::Warning, LogGroup::Info, LogGroup::Debug, LogGroup::Other})
        layout->addWidget(makeLevel(group, row));
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

Button *LogToolbar::makeLevel(LogGroup group, QWidget *parent)
{
    auto *level = new Button(wordOf(group), ButtonKind::Normal, {}, parent);
    if (group == LogGroup::Other)
        level->setIconName(QStringLiteral("three-dots"));
    else
        level->setMark([group](QPainter &painter, const QRectF &place) {
            paintLevelMark(painter, middleSquare(place, LevelMarkSize), group, currentTokens());
        });
    level->setCheckable(true);
    level->setChecked(true);
    connect(level, &QPushButton::clicked, this,
            [this, group](bool isShown) { emit levelAsked(group, isShown); });
    m_levels.insert(group, level);
    return level;
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

void LogToolbar::showCounts()
{
    for (auto it = m_levels.begin(); it != m_levels.end(); ++it) {
        const LogModel &model = m_controller.model();
        it.value()->setText(
            QStringLiteral("%1 %2").arg(wordOf(it.key()), formatCount(m_controller.countOf(it.key()))));
        it.value()->setChecked(model.isShown(it.key()));
        it.value()->setVisible(it.key() != LogGroup::Other || m_controller.countOf(it.key()) > 0);
    }
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

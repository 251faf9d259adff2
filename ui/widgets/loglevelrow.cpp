// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/loglevelrow.h"

#include "core/base/units.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/logrowpainter.h"
#include "ui/widgets/marks.h"

#include <QHBoxLayout>
#include <QPainter>

namespace pilothouse {

namespace {

constexpr int LevelMarkSize = 12;

QString levelRowWord(LogGroup group)
{
    switch (group) {
    case LogGroup::Error:
        return LogLevelRow::tr("Error");
    case LogGroup::Warning:
        return LogLevelRow::tr("Warning");
    case LogGroup::Info:
        return LogLevelRow::tr("Info");
    case LogGroup::Debug:
        return LogLevelRow::tr("Debug");
    case LogGroup::Other:
        break;
    }
    return LogLevelRow::tr("Other");
}

} // namespace

LogLevelRow::LogLevelRow(LogsController &controller, Look look, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_look(look)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look == Look::Words ? 8 : 2);
    for (const LogGroup group :
         {LogGroup::Error, LogGroup::Warning, LogGroup::Info, LogGroup::Debug, LogGroup::Other})
        layout->addWidget(makeLevel(group));
    connect(&m_controller, &LogsController::countsChanged, this, &LogLevelRow::showCounts);
    showCounts();
}

Button *LogLevelRow::makeLevel(LogGroup group)
{
    auto *level = new Button({}, m_look == Look::Words ? ButtonKind::Normal : ButtonKind::IconOnly, {}, this);
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

void LogLevelRow::showCounts()
{
    for (auto it = m_levels.begin(); it != m_levels.end(); ++it) {
        const qint64 count = m_controller.countOf(it.key());
        const QString words = QStringLiteral("%1 %2").arg(levelRowWord(it.key()), formatCount(count));
        it.value()->setText(m_look == Look::Words ? words : QString());
        it.value()->setToolTip(m_look == Look::Words ? QString() : words);
        it.value()->setAccessibleName(words);
        it.value()->setChecked(m_controller.model().isShown(it.key()));
        it.value()->setVisible(it.key() != LogGroup::Other || count > 0);
    }
}

} // namespace pilothouse

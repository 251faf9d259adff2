// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logtoolbar.h"

#include "core/base/units.h"
#include "ui/models/foreigntext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/logrowpainter.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/searchfield.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>

namespace pilothouse {

namespace {

constexpr int MarkSize = 12;

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
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 10, 20, 10);
    layout->setSpacing(8);
    layout->addWidget(makeFindRow());
    m_error = new Label({}, TextRole::Small, &Tokens::downText, this);
    m_error->setWrapping(true);
    layout->addWidget(m_error);
    layout->addWidget(makeToolRow());
    connect(&m_controller, &LogsController::stateChanged, this, &LogToolbar::showSources);
    connect(&m_controller, &LogsController::searchChanged, this, &LogToolbar::showSearch);
    connect(&m_controller, &LogsController::filterChanged, this, &LogToolbar::showSearch);
    connect(&m_controller, &LogsController::countsChanged, this, &LogToolbar::showCounts);
    connect(&m_controller.model(), &LogModel::matchesChanged, this, &LogToolbar::showSearch);
    connect(&m_controller.model(), &LogModel::currentMatchChanged, this, &LogToolbar::showSearch);
    showSources();
    showCounts();
    showSearch();
}

Button *LogToolbar::makeToggle(const QString &text, const QString &hint, QWidget *parent)
{
    auto *toggle = new Button(text, ButtonKind::Normal, {}, parent);
    toggle->setCheckable(true);
    toggle->setToolTip(hint);
    toggle->setAccessibleName(hint);
    connect(toggle, &QPushButton::toggled, this, &LogToolbar::find);
    return toggle;
}

QWidget *LogToolbar::makeFindRow()
{
    auto *row = new QWidget(this);
    m_find = new SearchField(tr("Find in this log, such as: not found"), tr("Find in this log"),
                             QStringLiteral("search"), row);
    m_find->installEventFilter(this);
    m_case = makeToggle(tr("Aa"), tr("Match case"), row);
    m_word = makeToggle(tr("Word"), tr("Whole words"), row);
    m_pattern = makeToggle(tr(".*"), tr("Regular expression"), row);
    m_only = new Button(tr("Only matches"), ButtonKind::Normal, QStringLiteral("funnel"), row);
    m_only->setCheckable(true);
    m_only->setToolTip(tr("Show nothing but lines that match (v); with lines around them (x)"));
    m_count = new Label({}, TextRole::Body, &Tokens::text2, row);
    m_previous = Button::withIcon(QStringLiteral("chevron-up"), tr("Previous match (Shift+F3)"), row);
    m_next = Button::withIcon(QStringLiteral("chevron-down"), tr("Next match (F3)"), row);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_find, 1);
    layout->addWidget(m_case);
    layout->addWidget(m_word);
    layout->addWidget(m_pattern);
    layout->addWidget(m_only);
    layout->addWidget(m_count);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    connect(m_find, &QLineEdit::textChanged, this, &LogToolbar::find);
    connect(m_only, &QPushButton::clicked, this, &LogToolbar::onlyMatchesAsked);
    connect(m_previous, &QPushButton::clicked, this, [this] { emit stepAsked(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { emit stepAsked(1); });
    return row;
}

QWidget *LogToolbar::makeToolRow()
{
    auto *row = new QWidget(this);
    m_sources = new QComboBox(row);
    m_sources->setAccessibleName(tr("Log"));
    m_sources->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_wrap = new Button(tr("Wrap"), ButtonKind::Ghost, QStringLiteral("text-wrap"), row);
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
            paintLevelMark(painter, middleSquare(place, MarkSize), group, currentTokens());
        });
    level->setCheckable(true);
    level->setChecked(true);
    connect(level, &QPushButton::clicked, this,
            [this, group](bool isShown) { emit levelAsked(group, isShown); });
    m_levels.insert(group, level);
    return level;
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

QString LogToolbar::searchWords() const
{
    const qint64 count = m_controller.matchCount();
    const qint64 number = m_controller.matchNumber();
    if (m_controller.query().text.isEmpty())
        return {};
    if (!m_controller.queryError().isEmpty())
        return tr("Not a pattern");
    if (m_controller.isSearching() && count == 0)
        return tr("Searching");
    if (number > 0)
        return tr("%1 of %2").arg(formatCount(number), formatCount(count));
    return count == 1 ? tr("1 match") : tr("%1 matches").arg(formatCount(count));
}

void LogToolbar::showSearch()
{
    const bool isWrong = !m_controller.queryError().isEmpty();
    m_count->setText(searchWords());
    m_count->setInk(isWrong ? &Tokens::downText : &Tokens::text2);
    m_count->setToolTip(m_controller.queryError().toHtmlEscaped());
    m_previous->setEnabled(m_controller.matchCount() > 0);
    m_next->setEnabled(m_controller.matchCount() > 0);
    m_only->setChecked(m_controller.showsOnlyMatches());
    m_only->setEnabled(m_controller.isWhole());
    m_error->setText(isWrong ? m_controller.queryError() : QString());
    m_error->setVisible(isWrong);
}

void LogToolbar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTokens().surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), currentTokens().border);
}

void LogToolbar::find()
{
    m_controller.find({m_find->text(), m_pattern->isChecked(), m_case->isChecked(), m_word->isChecked()});
}

void LogToolbar::focusFind()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void LogToolbar::setFollowing(bool isFollowing)
{
    m_follow->setChecked(isFollowing);
}

void LogToolbar::setWrapping(bool isWrapping)
{
    m_wrap->setChecked(isWrapping);
}

bool LogToolbar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_find || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        emit stepAsked(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
        return true;
    }
    if (key->key() == Qt::Key_Down || (key->key() == Qt::Key_Escape && m_find->text().isEmpty())) {
        emit leaveAsked();
        return true;
    }
    return false;
}

} // namespace pilothouse

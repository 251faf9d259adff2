// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logfindrow.h"

#include "core/base/units.h"
#include "ui/controllers/lognarrowing.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/filtercompleter.h"
#include "ui/widgets/label.h"
#include "ui/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSignalBlocker>

namespace pilothouse {

LogFindRow::LogFindRow(LogsController &controller, Look look, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_look(look)
    , m_find(new SearchField({}, tr("Find in this log"), QStringLiteral("search"), this))
    , m_completer(new FilterCompleter(*m_find, [&controller] { return fieldNamesOf(controller); }))
    , m_case(makeToggle(tr("Aa"), tr("Match case")))
    , m_word(makeToggle(tr("Word"), tr("Whole words")))
    , m_pattern(makeToggle(tr(".*"), tr("Regular expression")))
    , m_filter(makeToggle(tr("Filter"), tr("Filter by level, time and fields (F1 says how to write it)")))
    , m_only(makeOnly(look))
    , m_count(new Label({}, TextRole::Body, &Tokens::text2, this))
    , m_previous(Button::withIcon(QStringLiteral("chevron-up"), tr("Previous match (Shift+F3)"), this))
    , m_next(Button::withIcon(QStringLiteral("chevron-down"), tr("Next match (F3)"), this))
    , m_error(new Label({}, TextRole::Small, &Tokens::downText, this))
{
    m_error->setWrapping(true);
    layOut();
    for (Button *toggle : {m_case, m_word, m_pattern})
        toggle->setVisible(look == Look::Whole);
    for (Button *step : {m_previous, m_next})
        step->setSmall(look == Look::Narrow);
    connectParts();
    showMeaning();
    showSearch();
}

Button *LogFindRow::makeToggle(const QString &text, const QString &hint)
{
    auto *toggle = new Button(text, ButtonKind::Normal, {}, this);
    toggle->setCheckable(true);
    toggle->setToolTip(hint);
    toggle->setAccessibleName(hint);
    return toggle;
}

Button *LogFindRow::makeOnly(Look look)
{
    const QString icon = QStringLiteral("funnel");
    const QString hint = tr("Show nothing but lines that match (v); with lines around them (x)");
    Button *only = look == Look::Narrow ? Button::withIcon(icon, hint)
                                        : new Button(tr("Only matches"), ButtonKind::Normal, icon);
    only->setCheckable(true);
    only->setToolTip(hint);
    return only;
}

void LogFindRow::layOut()
{
    m_row = new QHBoxLayout;
    m_row->setSpacing(m_look == Look::Whole ? 8 : 4);
    m_row->addWidget(m_find, 1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_case, m_word, m_pattern, m_filter, m_only,
                                                          m_count, m_previous, m_next})
        m_row->addWidget(part);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(m_row);
    layout->addWidget(m_error);
}

void LogFindRow::connectParts()
{
    m_find->installEventFilter(this);
    connect(m_find, &QLineEdit::textChanged, this, &LogFindRow::find);
    for (const Button *toggle : {m_case, m_word, m_pattern})
        connect(toggle, &QPushButton::toggled, this, &LogFindRow::find);
    connect(m_filter, &QPushButton::toggled, this, [this] {
        showMeaning();
        find();
    });
    connect(m_only, &QPushButton::clicked, this, &LogFindRow::onlyMatchesAsked);
    connect(m_previous, &QPushButton::clicked, this, [this] { emit stepAsked(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { emit stepAsked(1); });
    connect(&m_controller, &LogsController::searchChanged, this, &LogFindRow::showSearch);
    connect(&m_controller, &LogsController::filterChanged, this, &LogFindRow::showSearch);
    connect(&m_controller, &LogsController::stateChanged, this, &LogFindRow::showSearch);
    connect(&m_controller.model(), &LogModel::matchesChanged, this, &LogFindRow::showSearch);
    connect(&m_controller.model(), &LogModel::currentMatchChanged, this, &LogFindRow::showSearch);
}

/// A filter says itself what minds case and what is an expression.
void LogFindRow::showMeaning()
{
    const bool isFilter = m_filter->isChecked();
    for (Button *toggle : {m_case, m_word, m_pattern})
        toggle->setEnabled(!isFilter);
    m_find->setPlaceholderText(isFilter ? tr("Filter, such as: level>=warning since:-1h \"not found\"")
                                        : tr("Find in this log, such as: not found"));
    m_completer->setOn(isFilter);
}

QString LogFindRow::searchWords() const
{
    const qint64 count = m_controller.matchCount();
    const qint64 number = m_controller.matchNumber();
    if (m_controller.query().text.isEmpty())
        return {};
    if (!m_controller.queryError().isEmpty())
        return m_controller.isFilter() ? tr("Not a filter") : tr("Not a pattern");
    if (m_controller.isSearching() && count == 0)
        return tr("Searching");
    if (number > 0)
        return tr("%1 of %2").arg(formatCount(number), formatCount(count));
    if (m_look == Look::Narrow)
        return formatCount(count);
    return count == 1 ? tr("1 match") : tr("%1 matches").arg(formatCount(count));
}

void LogFindRow::showSearch()
{
    const bool isWrong = !m_controller.queryError().isEmpty();
    m_count->setText(searchWords());
    m_count->setVisible(m_look == Look::Whole || !isWrong); // the line below says more
    m_count->setInk(isWrong ? &Tokens::downText : &Tokens::text2);
    m_count->setToolTip(m_controller.queryError().toHtmlEscaped());
    m_previous->setEnabled(m_controller.matchCount() > 0);
    m_next->setEnabled(m_controller.matchCount() > 0);
    m_only->setChecked(m_controller.showsOnlyMatches());
    m_only->setEnabled(m_controller.isWhole());
    m_error->setText(isWrong ? m_controller.queryError() : QString());
    m_error->setVisible(isWrong);
}

void LogFindRow::find()
{
    if (m_filter->isChecked())
        m_controller.filterBy(m_find->text());
    else
        m_controller.find({m_find->text(), m_pattern->isChecked(), m_case->isChecked(), m_word->isChecked()});
}

void LogFindRow::addTool(QWidget *tool)
{
    m_row->insertWidget(m_row->indexOf(m_filter) + 1, tool);
}

void LogFindRow::focusFind()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void LogFindRow::setText(const QString &text, bool isFilter)
{
    const QSignalBlocker blocker(m_filter);
    m_filter->setChecked(isFilter);
    showMeaning();
    if (m_find->text() == text)
        find(); // means something else now
    else
        m_find->setText(text);
}

void LogFindRow::narrow(const QString &filter, bool isWanted)
{
    setText(narrowedBy(m_controller, filter, isWanted), true);
    if (m_controller.choices().matchPlace() == LogChoices::MatchPlace::Nowhere)
        emit onlyMatchesAsked(true);
}

bool LogFindRow::isWritingFilter() const
{
    return m_filter->isChecked() && (m_find->hasFocus() || m_filter->hasFocus());
}

bool LogFindRow::eventFilter(QObject *watched, QEvent *event)
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

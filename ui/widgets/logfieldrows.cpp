// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logfieldrows.h"

#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/plaintooltip.h"
#include "ui/widgets/wrappedtext.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace pilothouse {

namespace {
constexpr int FieldNameWidth = 86;
/// A hint need not be longer to be known.
constexpr qsizetype LongestHint = 120;
} // namespace

LogFieldRows::LogFieldRows(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void LogFieldRows::clear()
{
    for (const Row &row : std::as_const(m_rows))
        row.widget->hide();
    m_used = 0;
}

Button *LogFieldRows::makeButton(const QString &iconName, bool isWanted, QWidget *row)
{
    Button *button = Button::withIcon(iconName, {}, row);
    button->setSmall(true);
    button->installEventFilter(this);
    connect(button, &QPushButton::clicked, this,
            [this, at = m_rows.size(), isWanted] { emit filterWanted(m_rows.at(at).filter, isWanted); });
    return button;
}

void LogFieldRows::addRow()
{
    Row row;
    row.widget = new QWidget(this);
    row.name = new Label({}, TextRole::Small, &Tokens::text3, row.widget);
    row.name->setFixedWidth(FieldNameWidth);
    row.name->setWordWrap(true);
    row.value = new WrappedText(TextRole::Code, WrappedText::Frame::None, row.widget);
    row.only = makeButton(QStringLiteral("funnel"), true, row.widget);
    row.without = makeButton(QStringLiteral("eye-slash"), false, row.widget);
    // A first line stands in the middle of its buttons, further lines below it.
    row.name->setContentsMargins(0, 5, 0, 0);
    auto *value = new QVBoxLayout;
    value->setContentsMargins(0, 2, 0, 2);
    value->addWidget(row.value);
    auto *layout = new QHBoxLayout(row.widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(row.name, 0, Qt::AlignTop);
    layout->addSpacing(4);
    layout->addLayout(value, 1);
    layout->addWidget(row.only, 0, Qt::AlignTop);
    layout->addWidget(row.without, 0, Qt::AlignTop);
    m_layout->addWidget(row.widget);
    m_rows.append(row);
}

void LogFieldRows::add(const QString &name, const QString &value, const QString &filter)
{
    if (value.isEmpty())
        return;
    if (m_used == m_rows.size())
        addRow();
    const bool isFirst = std::none_of(m_rows.begin(), m_rows.begin() + m_used,
                                      [](const Row &row) { return !row.filter.isEmpty(); });
    Row &row = m_rows[m_used++];
    row.filter = filter;
    row.name->setText(name);
    row.value->setText(value);
    row.value->setAccessibleName(name);
    const QString shown = visibleLine(filter.left(LongestHint));
    const QList<std::pair<Button *, QString>> hints{
        {row.only, tr("Only records with %1").arg(shown)},
        {row.without, tr("Leave out records with %1").arg(shown)}};
    for (const auto &[button, hint] : hints) {
        button->setVisible(!filter.isEmpty());
        button->setToolTip(plainTooltip(hint));
        button->setAccessibleName(hint);
        button->setFocusPolicy(isFirst && button == row.only ? Qt::StrongFocus : Qt::ClickFocus);
    }
    row.widget->show();
}

bool LogFieldRows::step(const QObject *from, int key) const
{
    QList<Button *> buttons;
    for (const Row &row : m_rows.first(m_used)) {
        if (!row.filter.isEmpty())
            buttons << row.only << row.without;
    }
    const int inARow = 2;
    const qsizetype at = std::find(buttons.begin(), buttons.end(), from) - buttons.begin();
    const int by = key == Qt::Key_Up      ? -inARow
                   : key == Qt::Key_Down  ? inARow
                   : key == Qt::Key_Left  ? -1
                   : key == Qt::Key_Right ? 1
                                          : 0;
    if (at == buttons.size() || by == 0)
        return false;
    if (Button *next = buttons.value(at + by))
        next->setFocus(Qt::OtherFocusReason);
    return true;
}

bool LogFieldRows::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && step(watched, static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QWidget::eventFilter(watched, event);
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logfieldrows.h"

#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace pilothouse {

namespace {
constexpr int FieldNameWidth = 86;
constexpr int ButtonsInARow = 2;
/// A hint need not be longer to be known.
constexpr qsizetype LongestHint = 120;
} // namespace

LogFieldRows::LogFieldRows(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
}

void LogFieldRows::clear()
{
    m_buttons.clear();
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
}

Button *LogFieldRows::makeButton(const QString &filter, bool isWanted, QWidget *row)
{
    const QString shown = visibleLine(filter.left(LongestHint));
    Button *button =
        isWanted
            ? Button::withIcon(QStringLiteral("funnel"), tr("Only records with %1").arg(shown), row)
            : Button::withIcon(QStringLiteral("eye-slash"), tr("Leave out records with %1").arg(shown), row);
    button->setSmall(true);
    button->setFocusPolicy(m_buttons.isEmpty() ? Qt::StrongFocus : Qt::ClickFocus);
    button->installEventFilter(this);
    connect(button, &QPushButton::clicked, this,
            [this, filter, isWanted] { emit filterWanted(filter, isWanted); });
    m_buttons.append(button);
    return button;
}

void LogFieldRows::add(const QString &name, const QString &value, const QString &filter)
{
    if (value.isEmpty())
        return;
    auto *row = new QWidget(this);
    auto *nameLabel = new Label(name, TextRole::Small, &Tokens::text3, row);
    nameLabel->setFixedWidth(FieldNameWidth);
    nameLabel->setWrapping(true);
    auto *valueLabel = new Label(value, TextRole::Code, &Tokens::text, row);
    valueLabel->setWrapping(true);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    // A first line stands in the middle of its buttons, further lines below it.
    nameLabel->setContentsMargins(0, 5, 0, 0);
    valueLabel->setContentsMargins(0, 4, 0, 4);
    layout->addWidget(nameLabel, 0, Qt::AlignTop);
    layout->addSpacing(6);
    layout->addWidget(valueLabel, 1, Qt::AlignTop);
    if (!filter.isEmpty()) {
        layout->addWidget(makeButton(filter, true, row), 0, Qt::AlignTop);
        layout->addWidget(makeButton(filter, false, row), 0, Qt::AlignTop);
    }
    m_rows->addWidget(row);
}

bool LogFieldRows::step(QObject *from, int key)
{
    const qsizetype at = m_buttons.indexOf(static_cast<Button *>(from));
    const int by = key == Qt::Key_Up      ? -ButtonsInARow
                   : key == Qt::Key_Down  ? ButtonsInARow
                   : key == Qt::Key_Left  ? -1
                   : key == Qt::Key_Right ? 1
                                          : 0;
    if (at < 0 || by == 0)
        return false;
    if (Button *next = m_buttons.value(at + by))
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

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logviewmenu.h"

#include "ui/widgets/button.h"

#include <QActionGroup>
#include <QMenu>

namespace pilothouse {

LogViewMenu::LogViewMenu(LogChoices &choices, QObject *parent)
    : QObject(parent)
    , m_choices(choices)
    , m_button(Button::withIcon(QStringLiteral("layout-three-columns"), tr("How logs are laid out")))
{
    connect(m_button, &QPushButton::clicked, this, &LogViewMenu::popUp);
}

void LogViewMenu::addPlace(QMenu &menu, const QString &title, LogChoices::MatchPlace place)
{
    QAction *action = menu.addAction(title, this, [this, place] { m_choices.setMatchPlace(place); });
    action->setCheckable(true);
    action->setChecked(m_choices.matchPlace() == place);
}

void LogViewMenu::popUp()
{
    auto *menu = new QMenu(m_button);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addPlace(*menu, tr("Matches within the log"), LogChoices::MatchPlace::Nowhere);
    addPlace(*menu, tr("Matches below the log"), LogChoices::MatchPlace::Below);
    addPlace(*menu, tr("Matches beside the log"), LogChoices::MatchPlace::Beside);
    auto *places = new QActionGroup(menu);
    for (QAction *action : menu->actions())
        places->addAction(action);
    menu->addSeparator();
    QAction *table = menu->addAction(tr("As a table"), &m_choices, &LogChoices::setTable);
    QAction *second = menu->addAction(tr("Another log beside it"), this, &LogViewMenu::secondAsked);
    QAction *step = menu->addAction(tr("Both at the same moment"), &m_choices, &LogChoices::setInStep);
    step->setEnabled(m_isSecondShown);
    const QList<std::pair<QAction *, bool>> switches{
        {table, m_choices.isTable()}, {second, m_isSecondShown}, {step, m_choices.isInStep()}};
    for (const auto &[action, isOn] : switches) {
        action->setCheckable(true);
        action->setChecked(isOn);
    }
    menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height() + 4)));
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logfieldmenu.h"

#include "ui/models/foreigntext.h"
#include "ui/theme/icons.h"

#include <QMenu>

namespace pilothouse {

namespace {

constexpr qsizetype LongestMenuText = 60;
/// More do not fit on a small screen.
constexpr qsizetype MostMenuFields = 24;

QString menuText(const FieldFilter &one)
{
    const QString text = visibleLine(one.filter.left(LongestMenuText + 1));
    return mnemonicSafe(text.size() > LongestMenuText ? text.left(LongestMenuText) + u'\u2026' : text);
}

} // namespace

LogFieldMenu::LogFieldMenu(QList<FieldFilter> filters, Chosen chosen)
    : m_filters(std::move(filters))
    , m_chosen(std::move(chosen))
{
}

void LogFieldMenu::add(QMenu &menu, const QString &title, const FieldFilter &one, bool isWanted) const
{
    QAction *action = menu.addAction(title);
    QObject::connect(action, &QAction::triggered, &menu,
                     [chosen = m_chosen, filter = one.filter, isWanted] { chosen(filter, isWanted); });
}

void LogFieldMenu::fill(QMenu &menu, bool isWanted) const
{
    for (const FieldFilter &one : m_filters.mid(0, MostMenuFields))
        add(menu, menuText(one), one, isWanted);
}

void LogFieldMenu::addTo(QMenu &menu, const QString &pointed) const
{
    const auto at = std::find_if(m_filters.begin(), m_filters.end(),
                                 [&pointed](const FieldFilter &one) { return one.name == pointed; });
    if (at != m_filters.end()) {
        add(menu, tr("Only records with %1").arg(menuText(*at)), *at, true);
        add(menu, tr("Leave out records with %1").arg(menuText(*at)), *at, false);
    }
    QMenu *only = menu.addMenu(icon(QStringLiteral("funnel")), tr("Only records with"));
    QMenu *without = menu.addMenu(icon(QStringLiteral("eye-slash")), tr("Leave out records with"));
    fill(*only, true);
    fill(*without, false);
    for (QMenu *choices : {only, without})
        choices->setEnabled(!m_filters.isEmpty());
    menu.addSeparator();
}

} // namespace pilothouse

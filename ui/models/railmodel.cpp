// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/railmodel.h"

#include "ui/models/foreigntext.h"
#include "ui/models/roles.h"

#include <algorithm>

namespace pilothouse {

void RailModel::setItems(QList<RailItem> items)
{
    std::stable_sort(items.begin(), items.end(), [](const RailItem &a, const RailItem &b) {
        if (a.environment != b.environment)
            return a.environment < b.environment;
        if (a.group != b.group)
            return QString::localeAwareCompare(a.group, b.group) < 0;
        if (stateRank(a.state) != stateRank(b.state))
            return stateRank(a.state) < stateRank(b.state);
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    m_items = std::move(items);
    show();
}

void RailModel::setFilter(const QString &text)
{
    m_filter = text;
    show();
}

void RailModel::show()
{
    QList<RailItem> shown;
    std::copy_if(m_items.begin(), m_items.end(), std::back_inserter(shown),
                 [this](const RailItem &item) { return item.name.contains(m_filter, Qt::CaseInsensitive); });
    for (qsizetype row = 0; row < shown.size(); ++row) {
        const bool isFirst = row == 0 || shown[row].group != shown[row - 1].group
                             || shown[row].environment != shown[row - 1].environment;
        shown[row].heading = isFirst ? shown[row].group : QString();
    }
    const bool isSameOrder = std::equal(
        shown.begin(), shown.end(), m_shown.begin(), m_shown.end(),
        [](const RailItem &a, const RailItem &b) { return a.name == b.name && a.heading == b.heading; });
    if (isSameOrder) {
        m_shown = std::move(shown);
        if (!m_shown.isEmpty())
            emit dataChanged(index(0), index(static_cast<int>(m_shown.size()) - 1));
        return;
    }
    beginResetModel();
    m_shown = std::move(shown);
    endResetModel();
}

QModelIndex RailModel::indexOf(const QString &name) const
{
    for (qsizetype row = 0; row < m_shown.size(); ++row) {
        if (m_shown[row].name == name)
            return index(static_cast<int>(row));
    }
    return {};
}

StateKind RailModel::worst() const
{
    StateKind worst = StateKind::Healthy;
    for (const RailItem &item : m_items)
        worst = worseState(worst, item.state);
    return worst;
}

int RailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant RailModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RailItem &item = m_shown[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return visibleLine(item.name);
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(visibleLine(item.name),
                                item.reason.isEmpty() ? stateWord(item.state) : item.reason);
    case KeyRole:
        return item.name;
    case SeverityRole:
        return stateRank(item.state);
    default:
        return {};
    }
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/entitymodel.h"

#include "core/base/shownzone.h"
#include "ui/models/cellvalue.h"
#include "ui/models/foreigntext.h"
#include "ui/models/roles.h"

namespace pilothouse {

namespace {

bool isRightAligned(const EntityColumn &column)
{
    return column.type == QLatin1String("number") || column.type == QLatin1String("bytes");
}

CellValue nameCell(const EntityItem &item)
{
    TwoLineCell cell{visibleLine(item.name), visibleLine(item.second), !item.row.isEnabled};
    if (item.isLookalike)
        cell.state = StateKind::Warning;
    return cell;
}

CellValue cellOf(const EntityItem &item, const EntityColumn &column)
{
    if (column.kind == EntityColumn::Kind::Name)
        return nameCell(item);
    if (column.kind == EntityColumn::Kind::State)
        return item.row.isEnabled
                   ? PillCell{entityStateWord(true), Tone::Ok, QStringLiteral("check-lg")}
                   : PillCell{entityStateWord(false), Tone::Neutral, QStringLiteral("slash-circle")};
    const QString text = visibleLine(entityText(item, column, shownNow()));
    if (text.isEmpty())
        return MissingCell{};
    if (isRightAligned(column) || column.type.startsWith(QLatin1String("time")))
        return NumberCell{text, text == QLatin1String("0")};
    TextCell cell{text};
    cell.isMuted = true;
    return cell;
}

} // namespace

void EntityModel::show(const EntityListPointer &list, const QList<int> &order)
{
    beginResetModel();
    m_list = list;
    m_order = list ? order : QList<int>();
    endResetModel();
}

const EntityItem *EntityModel::itemAt(const QModelIndex &index) const
{
    if (!m_list || index.row() < 0 || index.row() >= m_order.size())
        return nullptr;
    return &m_list->items.at(m_order.at(index.row()));
}

QModelIndex EntityModel::indexOfKey(const QString &key) const
{
    const int position = m_list ? m_list->positions.value(key, -1) : -1;
    const qsizetype row = position < 0 ? -1 : m_order.indexOf(position);
    return row < 0 ? QModelIndex() : index(static_cast<int>(row), 0);
}

int EntityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int EntityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_list ? 0 : static_cast<int>(m_list->columns.size());
}

QVariant EntityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EntityItem &item = *itemAt(index);
    const EntityColumn &column = m_list->columns.at(index.column());
    switch (role) {
    case ValueRole:
        return QVariant::fromValue(cellOf(item, column));
    case Qt::DisplayRole:
        return cellText(cellOf(item, column));
    case Qt::ToolTipRole:
        return tooltip(item, column);
    case ExportRole:
        return entityExport(item, column);
    case KeyRole:
        return item.row.key;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant EntityModel::tooltip(const EntityItem &item, const EntityColumn &column) const
{
    if (column.kind == EntityColumn::Kind::Name && item.isLookalike)
        return tr("%1. Another name looks the same: they differ in characters that cannot be seen.")
            .arg(visibleLine(item.name));
    if (column.type.startsWith(QLatin1String("time"))) {
        const QDateTime moment = item.row.values.value(column.id).toDateTime();
        if (moment.isValid())
            return shownTime(moment).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz t"));
    }
    return {};
}

QVariant EntityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const EntityColumn &column = m_list->columns.at(section);
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case KeyRole:
        return column.id;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    default:
        return {};
    }
}

void EntityModel::sort(int column, Qt::SortOrder order)
{
    emit sortAsked(column, order);
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/entitylist.h"

#include "core/actions/users/usersreads.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "ui/models/foreigntext.h"
#include "ui/models/tabletext.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <numeric>

namespace pilothouse {

namespace {

/// Case and accents do not count; unlike a collator it does not depend on the locale's data.
QString folded(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KD).toCaseFolded();
}

bool isTime(const QString &type)
{
    return type == QLatin1String("time-ms") || type == QLatin1String("time-s");
}

bool isNumberColumn(const QString &type)
{
    return type == QLatin1String("number") || type == QLatin1String("bytes");
}

/// The column that holds a display name: the first shown text that is neither label, detail nor key.
QString displayColumn(const ProfileEntity &entity)
{
    for (const ProfileColumn &column : entity.columns) {
        const bool isOther = column.id != entity.label && column.id != entity.detail
                             && column.id != entity.key && column.id != entity.enabled;
        if (isOther && !column.isHidden && column.type == QLatin1String("text"))
            return column.id;
    }
    return {};
}

QList<EntityColumn> columnsOf(const ProfileEntity &entity, const QString &display)
{
    using Kind = EntityColumn::Kind;
    QList<EntityColumn> columns{{Kind::Name, entity.label, entity.title, QStringLiteral("text"), false}};
    const auto isDetail = [&](const ProfileColumn &column) { return column.id == entity.detail; };
    const auto detail = std::find_if(entity.columns.begin(), entity.columns.end(), isDetail);
    if (detail != entity.columns.end())
        columns << EntityColumn{Kind::Value, detail->id, detail->title, detail->type, detail->isHidden};
    if (!entity.enabled.isEmpty())
        columns << EntityColumn{Kind::State, entity.enabled,
                                QCoreApplication::translate("EntityList", "State"), QStringLiteral("flag"),
                                false};
    for (const ProfileColumn &column : entity.columns) {
        if (column.id == entity.detail || column.id == entity.enabled)
            continue;
        const bool isPartOfName = column.id == entity.label || column.id == display;
        columns << EntityColumn{Kind::Value, column.id, column.title, column.type,
                                column.isHidden || isPartOfName};
    }
    return columns;
}

EntityItem itemOf(const EntityRow &row, const ProfileEntity &entity, const QString &display)
{
    EntityItem item{row, row.values.value(display).toString(), row.label, {}, false};
    if (item.name.isEmpty()) {
        item.name = row.label;
        item.second = row.label == row.key ? row.detail : row.key;
    }
    QStringList texts{row.key, row.label, row.detail, item.name};
    for (const ProfileColumn &column : entity.columns) {
        const QVariant value = row.values.value(column.id);
        if (value.typeId() == QMetaType::QString)
            texts << value.toString();
    }
    texts.removeDuplicates();
    item.folded = folded(texts.join(QChar(u'\n')));
    return item;
}

/// Names that look alike and are not the same, by display name and by label.
void markLookalikes(QList<EntityItem> &items)
{
    const auto mark = [&items](auto textOf) {
        QHash<QString, QString> seen;
        QHash<QString, bool> isMixed;
        QStringList forms;
        forms.reserve(items.size());
        for (const EntityItem &item : items) {
            const QString text = textOf(item);
            const QString form = visibleForm(text);
            forms << form;
            const auto known = seen.constFind(form);
            if (known == seen.constEnd())
                seen.insert(form, text);
            else if (*known != text)
                isMixed.insert(form, true);
        }
        for (qsizetype at = 0; at < items.size() && !isMixed.isEmpty(); ++at)
            items[at].isLookalike = items.at(at).isLookalike || isMixed.contains(forms.at(at));
    };
    mark([](const EntityItem &item) { return item.row.label; });
    mark([](const EntityItem &item) { return item.name; });
}

struct SortKey
{
    QString text;
    double number = 0;
};

SortKey sortKey(const EntityItem &item, const EntityColumn &column)
{
    if (column.kind == EntityColumn::Kind::Name)
        return {folded(item.name), 0};
    if (column.kind == EntityColumn::Kind::State)
        return {{}, item.row.isEnabled ? 0.0 : 1.0};
    const QVariant value = item.row.values.value(column.id);
    if (isTime(column.type))
        return {{}, static_cast<double>(value.toDateTime().toMSecsSinceEpoch())};
    if (isNumberColumn(column.type))
        return {{}, value.toDouble()};
    return {folded(value.toString()), 0};
}

bool passes(const EntityItem &item, EntityFilter::State state, const QString &text)
{
    if (state == EntityFilter::State::Enabled && !item.row.isEnabled)
        return false;
    if (state == EntityFilter::State::Disabled && item.row.isEnabled)
        return false;
    return text.isEmpty() || item.folded.contains(text);
}

} // namespace

EntityListPointer makeEntityList(const ProfileEntity &entity, const QList<EntityRow> &rows)
{
    auto list = std::make_shared<EntityList>();
    const QString display = displayColumn(entity);
    list->entity = entity;
    list->columns = columnsOf(entity, display);
    list->items.reserve(rows.size());
    list->positions.reserve(rows.size());
    for (const EntityRow &row : rows) {
        list->positions.insert(row.key, static_cast<int>(list->items.size()));
        list->items << itemOf(row, entity, display);
        list->enabledCount += row.isEnabled ? 1 : 0;
    }
    markLookalikes(list->items);
    return list;
}

QList<int> arranged(const EntityList &list, const EntityFilter &filter)
{
    QList<int> order;
    const QString text = folded(filter.text.trimmed());
    for (int at = 0; at < static_cast<int>(list.items.size()); ++at) {
        if (passes(list.items.at(at), filter.state, text))
            order << at;
    }
    const EntityColumn column = list.columns.value(filter.sortColumn);
    QList<SortKey> keys(list.items.size());
    for (const int at : std::as_const(order))
        keys[at] = sortKey(list.items.at(at), column);
    const bool isFalling = filter.order == Qt::DescendingOrder;
    const auto isLess = [&keys, isFalling](int left, int right) {
        const SortKey &one = keys.at(isFalling ? right : left);
        const SortKey &other = keys.at(isFalling ? left : right);
        return one.number != other.number ? one.number < other.number : one.text < other.text;
    };
    std::stable_sort(order.begin(), order.end(), isLess);
    return order;
}

QString entityText(const EntityItem &item, const EntityColumn &column, const QDateTime &now)
{
    const QVariant value = item.row.values.value(column.id);
    if (isTime(column.type))
        return value.isValid() ? formatMoment(value.toDateTime(), now) : QString();
    if (column.type == QLatin1String("bytes"))
        return value.isValid() ? formatBytes(value.toLongLong()) : QString();
    if (column.type == QLatin1String("number"))
        return value.isValid() ? formatCount(value.toLongLong()) : QString();
    if (column.type == QLatin1String("flag"))
        return value.toBool() ? QCoreApplication::translate("EntityList", "Yes")
                              : QCoreApplication::translate("EntityList", "No");
    return value.toString();
}

QString entityExport(const EntityItem &item, const EntityColumn &column)
{
    if (column.kind == EntityColumn::Kind::Name)
        return visibleLine(item.name);
    if (column.kind == EntityColumn::Kind::State)
        return entityStateWord(item.row.isEnabled);
    const QVariant value = item.row.values.value(column.id);
    if (isTime(column.type)) {
        const QDateTime moment = shownTime(value.toDateTime());
        return moment.isValid() ? moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODateWithMs)
                                : QString();
    }
    if (column.type == QLatin1String("bytes") || column.type == QLatin1String("number"))
        return value.isValid() ? QString::number(value.toLongLong()) : QString();
    return visibleLine(entityText(item, column, {}));
}

QString csvOf(const EntityList &list, const QList<int> &order, const QList<int> &columns)
{
    QStringList fields;
    for (const int column : columns)
        fields << csvField(list.columns.at(column).title);
    QString csv = fields.join(u',') + QLatin1String("\r\n");
    for (const int at : order) {
        fields.clear();
        for (const int column : columns)
            fields << csvField(entityExport(list.items.at(at), list.columns.at(column)));
        csv += fields.join(u',') + QLatin1String("\r\n");
    }
    return csv;
}

QString entityStateWord(bool isEnabled)
{
    return isEnabled ? QCoreApplication::translate("EntityModel", "Active")
                     : QCoreApplication::translate("EntityModel", "Disabled");
}

} // namespace pilothouse

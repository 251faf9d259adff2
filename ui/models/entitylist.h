// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/entityrow.h"
#include "core/profile/serviceprofile.h"

#include <QHash>

#include <memory>

namespace pilothouse {

/// One row of an entity as a page shows it.
struct EntityItem
{
    EntityRow row;
    QString name;             ///< what stands first: the display name, else the label; foreign text
    QString second;           ///< below it: the label, else the key; foreign text
    QString folded;           ///< all that a search looks at
    bool isLookalike = false; ///< another name differs only in characters that cannot be seen
};

/// A column of the table of an entity.
struct EntityColumn
{
    enum class Kind { Name, State, Value };
    Kind kind = Kind::Value;
    QString id;
    QString title;
    QString type;
    bool isHidden = false;
};

/// All rows of an entity with what the table needs of them. Immutable, shared between threads.
struct EntityList
{
    ProfileEntity entity;
    QList<EntityColumn> columns;
    QList<EntityItem> items;
    QHash<QString, int> positions; ///< key -> place in items, so that nobody has to search for a row
    int enabledCount = 0;
};

using EntityListPointer = std::shared_ptr<const EntityList>;

/// What the table shows of the list, and in which order.
struct EntityFilter
{
    enum class State { All, Enabled, Disabled };
    QString text;
    State state = State::All;
    int sortColumn = 0;
    Qt::SortOrder order = Qt::AscendingOrder;
};

/// Makes the list of a read; takes long for many rows and belongs on a worker.
EntityListPointer makeEntityList(const ProfileEntity &entity, const QList<EntityRow> &rows);

/// The positions of the items that the filter lets through, in its order; belongs on a worker too.
QList<int> arranged(const EntityList &list, const EntityFilter &filter);

/// The column's value as text that people read; times in the zone of this machine.
QString entityText(const EntityItem &item, const EntityColumn &column, const QDateTime &now);

/// The same whole, for a file: times as ISO 8601 with offset, numbers as digits.
QString entityExport(const EntityItem &item, const EntityColumn &column);

/// These columns of the rows in this order as CSV; belongs on a worker.
QString csvOf(const EntityList &list, const QList<int> &order, const QList<int> &columns);

/// "Active" or "Disabled".
QString entityStateWord(bool isEnabled);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace pilothouse {

/// A decoded column of an entity's list.
struct ProfileColumn
{
    QString id; ///< name in the SELECT
    QString title;
    QString type = QStringLiteral("text"); ///< "text", "flag", "time-ms", "time-s", "number", "bytes"
    bool isHidden = false;                 ///< not shown unless asked for
};

/// Values out of another database that a selector needs: found with the entity's own parameters, bound under
/// `name` as one JSON array of texts, so that a selector says "IN (SELECT value FROM json_each(:name))".
/// Several with one name are joined; those whose layout was not found give nothing.
struct ProfileLookup
{
    QString name;
    QString database;
    QString layout; ///< empty: any
    QString select; ///< its first column counts
};

/// What an entity owns: rows found by SQL with parameters :name taken from the row, or files.
struct ProfileOwned
{
    QString title;    ///< "messages"
    QString database; ///< id; empty: files
    QString layout;   ///< only where this layout was found; empty: any
    QString table;
    QStringList keys; ///< key columns that `select` returns
    QString select;
    QList<ProfileLookup> lookups;
    QString files; ///< "containers/{containerId}/"
};

/// A change that an entity allows: which columns get which values.
struct ProfileEntityAction
{
    QString id; ///< "disable", "enable"
    QString table;
    QJsonObject set; ///< column -> value
    QString key;     ///< key column
};

/// Where owners turn up in the data: rows, or folders named after them.
struct ProfileOrphanSource
{
    QString database; ///< id; empty: folders
    QString layout;   ///< only where this layout was found; empty: any
    QString select;   ///< its first column is the owner, a second one when it was made (ms since 1970)
    QString files;    ///< folder whose folders are named after owners: "containers/"
};

/// How to find things whose owner is not there.
struct ProfileOrphans
{
    QString parameter; ///< column that ties things to their owner: "containerId"
    QList<ProfileOrphanSource> sources;
};

struct ProfileEntity
{
    QString id;     ///< "user"
    QString title;  ///< "User"
    QString plural; ///< "Users"
    QString database;
    QString table;
    QString key; ///< column ids
    QString label;
    QString detail;
    QString enabled;             ///< column that tells enabled; empty: none
    QMap<QString, QString> list; ///< layout id ("" for any) -> read-only SELECT
    QList<ProfileColumn> columns;
    QList<ProfileEntityAction> actions;
    QList<ProfileOwned> owns;     ///< in the order in which they can be deleted: children first
    ProfileOrphans orphans;       ///< without sources: the profile cannot tell
    QMap<QString, QString> notes; ///< "disable", "delete" -> what the operator must know, our words
};

} // namespace pilothouse

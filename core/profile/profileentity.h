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
    QString type = QStringLiteral("text"); ///< "text", "flag", "time" (as PostgreSQL writes it in UTC),
                                           ///< "time-ms", "time-s", "number", "bytes"
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

/// An answer of the service's own admin address that makes something new and tells its secret once.
struct ProfileRequest
{
    QString url;           ///< "http://127.0.0.1:{PORT}/v1/admin/create-key"
    QString tokenVariable; ///< of the environment; not set: the service has no such address
    QString tokenMember;   ///< of the JSON that is sent
    QString labelMember;   ///< of the JSON that is sent: what the operator calls the new one
    QString answer;        ///< member of the answer that holds the secret
};

/// What the operator can do with one of an entity, or with all to which it applies.
struct ProfileEntityAction
{
    QString id;    ///< "disable", "enable", "requeue-all"
    QString title; ///< "Requeue failed and orphaned jobs"; empty for those that the program names itself
    bool isForAll = false; ///< not of one: of all rows that `select` finds
    QString table;
    QStringList keys;              ///< key columns: of the list, or of what `select` returns
    QMap<QString, QString> select; ///< layout id ("" for any) -> the rows to change, with the columns of the
                                   ///< one as parameters; empty: the row of the one itself
    QJsonObject set;               ///< column -> value; "{now}" is the server's time
    QString when;                  ///< column of the list that must be true; empty: always
    QString severity;              ///< "reversible", "disruptive" or "destructive"
    bool needsReason = false;
    QString item;                          ///< of the runbook
    QString note;                          ///< what the operator must know before it, our words
    std::optional<ProfileRequest> request; ///< instead of rows: asks the service
};

/// A small table about all of an entity: how many there are of each state.
struct ProfileSummary
{
    QString id;
    QString title;
    QMap<QString, QString> select; ///< layout id ("" for any) -> SELECT; its column names are the titles
};

/// Something about an entity that the operator should know of, if its count is not 0.
struct ProfileEntityFinding
{
    QString id;
    QMap<QString, QString> select; ///< layout id ("" for any) -> SELECT that returns one number
    QString text;                  ///< with {count}
    QString advice;
    QString action; ///< of the entity, that helps; empty: none does
    QString item;   ///< of the runbook
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
    QList<ProfileSummary> summaries;
    QList<ProfileEntityFinding> findings;
    QList<ProfileOwned> owns;     ///< in the order in which they can be deleted: children first
    ProfileOrphans orphans;       ///< without sources: the profile cannot tell
    QMap<QString, QString> notes; ///< "disable", "delete" -> what the operator must know, our words

    const ProfileEntityAction *action(const QString &wanted) const;
};

} // namespace pilothouse

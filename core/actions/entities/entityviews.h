// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/datareader.h"

#include <QJsonArray>

namespace pilothouse {

/// A small table about all of an entity.
struct EntitySummary
{
    QString id;
    QString title;
    QStringList columns;
    QList<QStringList> rows; ///< as text, foreign

    bool operator==(const EntitySummary &) const = default;
};

/// Something about an entity that the operator should know of.
struct EntityFinding
{
    QString entity;
    QString id;
    qint64 count = 0;
    QString text;
    QString advice;
    QString action; ///< of the entity, that helps; empty: none does
    QString item;   ///< of the runbook

    bool operator==(const EntityFinding &) const = default;
};

/// Both, as one reading over one connection saw them.
struct EntityViews
{
    QList<EntitySummary> summaries;
    QList<EntityFinding> findings;
};

/// What the profile's summaries and findings of an entity come to. Blocks.
[[nodiscard]] Result<EntityViews> entityViews(const InstanceSession &session, const DataEngines &engines,
                                              const QString &entityId, const OperationContext &context);

QJsonArray toJson(const QList<EntitySummary> &summaries);
QJsonObject toJson(const EntityFinding &finding);

} // namespace pilothouse

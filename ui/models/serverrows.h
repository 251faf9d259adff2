// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/servicefacts.h"
#include "ui/models/valuetablemodel.h"

#include <QJsonArray>
#include <QJsonObject>

namespace pilothouse {

/// A line of what a query on a database server answered, at its place in the table.
struct ServerRow
{
    QString key; ///< sorts the lines, and names one over several answers
    QJsonObject json;

    QString text(const char *name) const { return json.value(QLatin1String(name)).toString(); }
    qint64 number(const char *name) const { return json.value(QLatin1String(name)).toInteger(-1); }
    bool operator==(const ServerRow &) const = default;
};

/// Of sessions: those that wait, those that work, those that do nothing; without Pilothouse's own.
QList<ServerRow> sessionRows(const QJsonArray &sessions);
/// The tree of locks, in its order.
QList<ServerRow> lockRows(const QJsonArray &locks);
/// The largest tables, in their order.
QList<ServerRow> tableSizeRows(const QJsonArray &tables);

QList<ValueColumn<ServerRow>> sessionColumns();
QList<ValueColumn<ServerRow>> lockColumns();
QList<ValueColumn<ServerRow>> tableSizeColumns();

/// What the server says of itself, in cells of a caption and a value: connections first, then what replicas,
/// the archive and the pooler are at. `sizes` may be empty.
QList<ServiceFact> serverFacts(const QJsonObject &overview, const QJsonObject &sizes, const QDateTime &now);

/// Of what ordinary roles may have, 0 to 1.
double connectionShare(const QJsonObject &overview);

} // namespace pilothouse

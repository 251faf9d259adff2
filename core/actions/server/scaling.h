// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/postgresaccess.h"
#include "core/monitoring/profileprobe.h"

namespace pilothouse {

class Catalogue;

/// Lines to copy, with what they are for.
struct ScalingText
{
    QString title; ///< "compose.override.yml"
    QString text;
};

/// What one way to scale needs, as far as it could be seen, and a configuration for it.
struct ScalingPart
{
    QString id; ///< "replicas", "replica" or "pooler"
    QString title;
    QList<ProbeFinding> findings;
    QList<ScalingText> texts;
};
using Scaling = QList<ScalingPart>;
QJsonObject toJson(const ScalingPart &part);

/// Looks and writes; changes nothing, and never writes a secret. `part` empty: all that apply. BadInput for
/// another name than the three.
[[nodiscard]] Result<Scaling> checkScaling(const PostgresAccess &access, const InstanceSession &session,
                                           const QString &part, const OperationContext &context);

/// What is measured of a database server for its scaling.
struct ServerMeasure
{
    QString address;
    QString host;
    int port = 5432;
    QString database;
    QString user;
    QString walLevel;
    int maxSenders = 0;
    int maxSlots = 0;
    QString listenAddresses;
    int standbys = 0;
    qint64 bytes = 0; ///< of all databases
    int maxConnections = 0;
    int reserved = 0;
    int connections = 0;
    int active = 0;
    int listening = 0; ///< sessions whose last statement was LISTEN
    int advisory = 0;  ///< sessions with advisory locks
    bool isStandby = false;
    QString poolerVersion; ///< empty: none is known
};
ScalingPart replicaPart(const ServerMeasure &server);
ScalingPart poolerPart(const ServerMeasure &server);
/// Copies of the service behind a load balancer; `server` null: it has no database on a server.
[[nodiscard]] ScalingPart replicasPart(const InstanceSession &session, const ServerMeasure *server,
                                       const OperationContext &context);

/// Adds scale.check. The access outlives the catalogue.
void addScalingQuery(Catalogue &catalogue, const PostgresAccess &access);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/monitoring/profileprobe.h"
#include "core/runtime/servicesockets.h"

namespace pilothouse {

class Catalogue;

/// Who can reach a service from outside.
struct Exposure
{
    QList<ProbeFinding> findings; ///< what is in the way first
    QString snippet;              ///< of a compose file (or unit) that would mend it; empty: nothing to mend
};

/// From the engine's descriptions of a container and of its networks.
Exposure exposureFromInspect(const QJsonObject &inspected, const QList<QJsonObject> &networks);
/// From the sockets that a process of this machine holds.
Exposure exposureFromSockets(const QList<SocketEntry> &sockets, const QString &unit);

/// Looks at the running service. Refused where there is none that could be looked at.
[[nodiscard]] Result<Exposure> exposureOf(const InstanceSession &session, const OperationContext &context);
QJsonObject toJson(const Exposure &exposure);

/// Adds exposure.check.
void addExposureQuery(Catalogue &catalogue);

} // namespace pilothouse

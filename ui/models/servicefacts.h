// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/instancesnapshot.h"
#include "core/monitoring/runhistory.h"
#include "core/runtime/servicesockets.h"

namespace pilothouse {

/// What is read of a running service beside its snapshot.
struct ServiceLife
{
    QList<ServiceEvent> events; ///< of the last two days, newest first
    QList<SocketEntry> sockets;
    std::optional<Error> socketsError; ///< why they cannot be seen
    bool isKnown = false;              ///< false: not read yet
};

/// One figure of a service with its name and what it means.
struct ServiceFact
{
    QString caption;
    QString value; ///< empty: not known
    QString more;
    bool isBad = false;
};

/// What is to be said of a service, in rows of five: how it is, and below it how it came to be and who talks
/// to it. The second row is left out where nobody runs.
QList<ServiceFact> serviceFacts(const InstanceSnapshot &snapshot, const ServiceLife &life,
                                const QDateTime &now);

} // namespace pilothouse

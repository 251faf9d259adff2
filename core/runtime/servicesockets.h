// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/servicestatus.h"

#include <QByteArray>
#include <QJsonArray>
#include <QList>
#include <QSet>
#include <QString>

namespace pilothouse {

/// One TCP socket of a network namespace.
struct SocketEntry
{
    QString state; ///< "listen", "established", "time-wait" ...
    QString local;
    int localPort = 0;
    QString remote;
    int remotePort = 0;
    quint64 inode = 0; ///< 0: no process has it any more

    bool operator==(const SocketEntry &) const = default;
};

/// The rows of /proc/<pid>/net/tcp or tcp6; what is none is left out.
QList<SocketEntry> socketsFromProc(const QByteArray &text);

/// Sockets of a process and everything below it: where it has a network of its own all of that, else those
/// that its processes hold open. Refused where this user may not see that; NotFound where it is gone.
[[nodiscard]] Result<QList<SocketEntry>> socketsOf(qint64 pid);

/// Sockets of the service. NotFound with its reason where no process of it is to be seen.
[[nodiscard]] Result<QList<SocketEntry>> socketsOf(const ServiceStatus &status, const QString &instance);

/// Counted: one row for each port that is listened on, then one for each state at a local port.
QJsonArray countedSockets(const QList<SocketEntry> &sockets);

} // namespace pilothouse

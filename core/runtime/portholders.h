// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace pilothouse {

/// A process that listens on a port of this machine.
struct PortHolder
{
    qint64 pid = 0; ///< 0: a process of somebody else, which this user may not see
    QString name;

    bool operator==(const PortHolder &) const = default;
};

/// Who listens on a TCP port of this machine's own network; empty: nobody.
QList<PortHolder> portHolders(quint16 port);

} // namespace pilothouse

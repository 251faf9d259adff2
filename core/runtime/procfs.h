// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace pilothouse {

/// What /proc tells of one process of this machine.
struct ProcessFacts
{
    qint64 pid = 0;
    qint64 parent = 0;
    char state = '?';
    quint64 startTicks = 0; ///< since the machine's start; with the pid it names a process for good
    quint64 cpuTicks = 0;   ///< user and system time of its threads
    QDateTime startedAt;

    /// A zombie has ended, only nobody asked.
    bool isAlive() const { return state != 'Z' && state != 'X'; }
};

/// Empty where there is no such process.
std::optional<ProcessFacts> processFacts(qint64 pid);
/// The process and everything below it; empty where it is not there.
QList<ProcessFacts> processTree(qint64 pid);

qint64 residentBytes(qint64 pid);

struct ProcessTraffic
{
    qint64 read = 0;    ///< bytes from storage
    qint64 written = 0; ///< bytes to storage
};

/// Zero where this user may not see it.
ProcessTraffic processTraffic(qint64 pid);

struct NetworkTraffic
{
    qint64 received = 0; ///< bytes since the start
    qint64 sent = 0;
};

/// Of the network that the process lives in, without its loopback; zero where that is the machine's own.
NetworkTraffic networkTraffic(qint64 pid);

/// Bytes of memory of this machine.
qint64 machineMemory();

/// Signals that very process: false where it is gone (its pid may be another's by now) or belongs to somebody
/// else.
bool signalProcess(const ProcessFacts &process, int number);

} // namespace pilothouse

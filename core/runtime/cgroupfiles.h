// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/servicestatus.h"

#include <QHash>
#include <QStringList>

#include <chrono>
#include <optional>

namespace pilothouse {

/// What a container had used up when it was looked at.
struct CgroupReading
{
    std::chrono::steady_clock::time_point moment;
    std::chrono::nanoseconds cpu{0}; ///< of all its threads since its start
    ServiceStatistics statistics;    ///< without the CPU percent, which takes two readings
};

/// The control groups of containers of this machine, version 1 or 2: the kernel's own counters, which anybody
/// may read and which take no round through the engine. Not thread-safe.
class CgroupFiles
{
public:
    explicit CgroupFiles(QString root = QStringLiteral("/sys/fs/cgroup"));

    /// Looks for the groups of all that are not known yet. An id is the full one of 64 digits.
    void find(const QStringList &ids);
    /// Nothing where find() found none: the container does not run, or not on this machine.
    std::optional<CgroupReading> read(const QString &id);

private:
    void findBelow(const QString &controller, const QStringList &ids);
    QByteArray folderOf(const char *controller, const QString &id) const;
    std::optional<std::chrono::nanoseconds> readCpu(const QString &id) const;
    bool readMemory(const QString &id, ServiceStatistics &statistics) const;
    void readBlocks(const QString &id, ServiceStatistics &statistics) const;

    QString m_root;
    bool m_isUnified;
    QHash<QString, QHash<QString, QByteArray>> m_folders; // controller (version 2: empty), id
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/runtime/cgroupfiles.h"
#include "core/runtime/dockerengine.h"

#include <mutex>

namespace pilothouse {

/// What containers use right now: from their control groups where those lie on this machine, and from the
/// engine for all others. Blocking; safe from any thread.
class ContainerMeter
{
public:
    explicit ContainerMeter(const DockerEngine &engine, CgroupFiles files = CgroupFiles());

    /// By id, of those that run; what is known to be stopped should not be asked for. The CPU is that since
    /// the call before, where that is less than 15 s ago; else the call takes two readings: 100 ms from
    /// control groups, some seconds through the engine.
    [[nodiscard]] Result<QHash<QString, ServiceStatistics>> read(const QStringList &ids,
                                                                 const OperationContext &context);

private:
    using Readings = QHash<QString, CgroupReading>;

    Readings readFiles(const QStringList &ids);
    void prepare(const QStringList &ids);
    [[nodiscard]] Result<> askEngine(const QStringList &ids, QHash<QString, ServiceStatistics> &found,
                                     const OperationContext &context) const;

    const DockerEngine &m_engine;
    std::mutex m_mutex;
    CgroupFiles m_files;
    Readings m_last;
};

} // namespace pilothouse

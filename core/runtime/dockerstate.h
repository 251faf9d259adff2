// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/servicestatus.h"
#include "core/runtime/dockerengine.h"

#include <QJsonObject>
#include <QUrl>

namespace pilothouse {

/// The engine's description of a container as values: pure functions, nothing in it is trusted.
ServiceStatus statusFromInspect(const QJsonObject &inspected);
QList<MountEntry> mountsFromInspect(const QJsonObject &inspected);
/// Secrets are dropped.
QList<EnvironmentEntry> environmentFromInspect(const QJsonObject &inspected);
DockerRestartPolicy restartPolicyFromInspect(const QJsonObject &inspected);
/// The container's own stop time in seconds, where it has one.
std::optional<int> stopTimeFromInspect(const QJsonObject &inspected);
/// An address in the container as this machine reaches it: by its published port, else by the container's
/// own address. As it is where the container has neither, or shares this machine's network.
QUrl reachableFromInspect(const QJsonObject &inspected, QUrl inside);
/// Who would start it again, whatever its restart policy: "Swarm"; empty: nobody that shows.
QString supervisorFromInspect(const QJsonObject &inspected);

/// CPU from the two readings in a sample, memory without the page cache that can go. Empty: not running.
std::optional<ServiceStatistics> statisticsFromSample(const QJsonObject &sample);

} // namespace pilothouse

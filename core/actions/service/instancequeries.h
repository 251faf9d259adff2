// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/datareader.h"
#include "core/monitoring/snapshottaker.h"
#include "core/monitoring/verdict.h"

#include <QJsonArray>

namespace pilothouse {

class Catalogue;
class InstanceStore;
class ProfileStore;

/// What the queries on instances read with; all of it outlives the catalogue.
struct InstanceServices
{
    const InstanceStore &instances;
    const DataEngines engines;
    const SnapshotTaker &snapshots;
    HttpSend send;
    /// Adds what is known of the backups and their schedule.
    std::function<void(const InstanceSession &, InstanceSnapshot &)> addBackups = {};
    /// Adds what is done to it now, and what waits for the operator.
    std::function<void(const InstanceSession &, InstanceFacts &)> addOperations = {};
};

/// Registers instance.list, instance.show, instance.probe, status, service.environment, .history and
/// .mounts.
void addInstanceQueries(Catalogue &catalogue, const InstanceServices &services);

/// What instance.list answers, for callers that have no instance yet.
[[nodiscard]] Result<QJsonArray> instancesAsJson(const InstanceStore &instances);
/// What "profile list" shows: id, title, file, and why a profile cannot be used.
QJsonArray profilesAsJson(const ProfileStore &profiles);

} // namespace pilothouse

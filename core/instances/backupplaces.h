// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/instancesession.h"

#include <memory>

namespace pilothouse {

/// Refuses a backup folder, or a second one, that cannot hold the backups of this instance: one that lies in
/// the data of this or of another instance, in which another one keeps its own backups, or that nobody could
/// write to.
[[nodiscard]] Result<> checkBackupPlaces(const InstanceSession &session,
                                         const QList<std::shared_ptr<InstanceSession>> &others);

/// `after` as it is to be stored: it remembers the folder in which its backups were before.
Instance rememberingFormerPlaces(const InstanceSession &before, const InstanceSession &after);

} // namespace pilothouse

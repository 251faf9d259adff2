// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/servicestatus.h"

namespace pilothouse {

/// Where a path inside a container lies on this machine, by its innermost mount. NotFound where it lies in
/// the container's own layer, which a removal of the container would destroy.
[[nodiscard]] Result<QString> hostPath(const QList<MountEntry> &mounts, const QString &containerPath);

} // namespace pilothouse

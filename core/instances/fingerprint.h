// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

#include <QByteArray>

namespace pilothouse {

class InstanceSession;

/// SHA-256 over the identity of what an operation would touch: profile, data folder, device and inode of each
/// database file, and of a container its id, image and mounts. Not over content, state or process ids, which
/// change in ordinary work. Fails where the runtime cannot be asked.
[[nodiscard]] Result<QByteArray> fingerprintOf(const InstanceSession &session,
                                               const OperationContext &context);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/files/fileops.h"

#include <QList>

#include <optional>

namespace pilothouse {

class InstanceSession;

/// Whom a service runs as, on this machine.
struct ServiceUser
{
    uint userId = 0;
    QList<uint> groupIds; ///< the first is its own

    /// Whether it may read and write a file of this owner, group and mode (and enter it, a folder).
    bool canUse(const FileFacts &facts) const;
};

/// Of its process where it runs; of a container that does not, what the profile says. Nothing where neither
/// is known.
std::optional<ServiceUser> serviceUserOf(const InstanceSession &session, const OperationContext &context);

} // namespace pilothouse

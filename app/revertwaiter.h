// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/revertstore.h"

namespace pilothouse {

/// Starts "revert wait OPERATION" of this program so that it lives on without it: by a timer of this user's
/// systemd where there is one, else as a process of its own. `stateFolder` is the one of this program.
RevertWaiter revertWaiter(const QString &stateFolder);

} // namespace pilothouse

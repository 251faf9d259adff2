// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"

namespace pilothouse {

/// The commands "revert": what goes back by itself.
QList<Command> revertCommands();

} // namespace pilothouse

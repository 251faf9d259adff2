// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"

namespace pilothouse {

/// instance discover: what runs or lies on this machine and could become an instance. Only reads.
QList<Command> discoverCommands();

} // namespace pilothouse

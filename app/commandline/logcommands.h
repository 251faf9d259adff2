// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"

namespace pilothouse {

/// Logs: the catalogue as commands, and one that follows.
QList<Command> logCommands();

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"

namespace pilothouse {

/// undo, journal, audit and run: what has to do with operations of any kind.
QList<Command> operationCommands();

} // namespace pilothouse

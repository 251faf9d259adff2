// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"

namespace pilothouse {

/// Backups and restores: the catalogue as commands, and a set looked at from its folder.
QList<Command> backupCommands();

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"

namespace pilothouse {

/// status, service, database, users, backup, restore and logs: the catalogue as commands.
QList<Command> serviceCommands();

} // namespace pilothouse

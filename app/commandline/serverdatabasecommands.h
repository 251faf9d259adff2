// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"

namespace pilothouse {

/// "database test", "server", "sessions" and the like: databases on a PostgreSQL server.
QList<Command> serverDatabaseCommands();

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"

namespace pilothouse {

/// pitr ...: points in time of a database server; and scale check.
QList<Command> pitrCommands();

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"

namespace pilothouse {

/// drill run, list, check and key.
QList<Command> drillCommands();

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"

namespace pilothouse {

/// Databases, maintenance and users: the catalogue as commands.
QList<Command> dataCommands();

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"

namespace pilothouse {

/// The catalogue as commands: status, service and compose, then data, backups and logs.
QList<Command> serviceCommands();

} // namespace pilothouse

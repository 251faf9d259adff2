// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"

namespace pilothouse {

/// Commands about whatever kinds of things a profile describes, and about what must hold in its data.
QList<Command> entityCommands();

} // namespace pilothouse

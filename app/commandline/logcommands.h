// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"

namespace pilothouse {

/// The logs of an instance: which there are, their records, and what is found in them.
QList<Command> logCommands();

} // namespace pilothouse

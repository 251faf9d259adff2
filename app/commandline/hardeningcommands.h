// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"

namespace pilothouse {

/// The commands "permissions", "exposure", "limits", and those of "logs" about settings.
QList<Command> hardeningCommands();

} // namespace pilothouse

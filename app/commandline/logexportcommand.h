// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"

namespace pilothouse {

/// "logs export": keep logs as evidence, and look whether a set is as it was.
QList<Command> logExportCommands();

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/command.h"

#include "app/commandline/discovercommand.h"
#include "app/commandline/instancecommands.h"
#include "app/commandline/instanceedit.h"
#include "app/commandline/lockcommands.h"
#include "app/commandline/operationcommands.h"
#include "app/commandline/servicecommands.h"
#include "app/commandline/upgradecommands.h"

namespace pilothouse {

QList<Command> allCommands()
{
    return instanceCommands() + discoverCommands() + instanceEditCommands() + lockCommands()
           + serviceCommands() + upgradeCommands() + operationCommands();
}

} // namespace pilothouse

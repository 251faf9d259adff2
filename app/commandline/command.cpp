// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/command.h"

#include "app/commandline/discovercommand.h"
#include "app/commandline/hardeningcommands.h"
#include "app/commandline/instancecommands.h"
#include "app/commandline/instanceedit.h"
#include "app/commandline/lockcommands.h"
#include "app/commandline/operationcommands.h"
#include "app/commandline/schedulecommands.h"
#include "app/commandline/servicecommands.h"
#include "app/commandline/troublecommands.h"
#include "app/commandline/upgradecommands.h"

namespace pilothouse {

QList<Command> allCommands()
{
    return instanceCommands() + discoverCommands() + instanceEditCommands() + lockCommands()
           + scheduleCommands() + serviceCommands() + hardeningCommands() + upgradeCommands()
           + troubleCommands() + operationCommands();
}

} // namespace pilothouse

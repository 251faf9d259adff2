// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/command.h"

#include "app/commandline/discovercommand.h"
#include "app/commandline/entitycommands.h"
#include "app/commandline/hardeningcommands.h"
#include "app/commandline/instancecommands.h"
#include "app/commandline/instanceedit.h"
#include "app/commandline/lockcommands.h"
#include "app/commandline/logcommands.h"
#include "app/commandline/operationcommands.h"
#include "app/commandline/pitrcommands.h"
#include "app/commandline/revertcommands.h"
#include "app/commandline/schedulecommands.h"
#include "app/commandline/serverdatabasecommands.h"
#include "app/commandline/servicecommands.h"
#include "app/commandline/troublecommands.h"
#include "app/commandline/upgradecommands.h"

#include <QCoreApplication>

namespace pilothouse {

Command withEffect(Command::Effect effect, Command command)
{
    command.effect = effect;
    return command;
}

Result<> checkDryRun(const Command &command, const Arguments &arguments)
{
    using Effect = Command::Effect;
    if (command.kind != Command::Kind::Own || !arguments.has(QStringLiteral("dry-run"))
        || command.effect == Effect::Looks || command.effect == Effect::Plans)
        return {};
    const QString message =
        command.effect == Effect::KeepsList
            ? QCoreApplication::translate(
                "CommandLine", "This command changes only Pilothouse's own list; it has no plan to show.")
            : QCoreApplication::translate("CommandLine",
                                          "This command acts at once; it has no plan to show.");
    return failure(Error{ErrorKind::BadInput,
                         QStringList{command.group, command.verb}.join(u' ').trimmed(),
                         message,
                         QCoreApplication::translate("CommandLine", "Leave --dry-run out."),
                         {}});
}

QList<Command> allCommands()
{
    return instanceCommands() + discoverCommands() + instanceEditCommands() + lockCommands()
           + scheduleCommands() + serviceCommands() + entityCommands() + hardeningCommands()
           + revertCommands() + upgradeCommands() + serverDatabaseCommands() + pitrCommands()
           + troubleCommands() + operationCommands();
}

} // namespace pilothouse

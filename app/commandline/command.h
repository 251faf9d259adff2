// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/arguments.h"
#include "app/commandline/output.h"
#include "core/base/operationcontext.h"

#include <QJsonObject>

#include <functional>

namespace pilothouse {

class Console;
class InstanceSession;

/// How a command ended, as the shell sees it (DESIGN.md 7).
enum ExitCode {
    Done = 0,
    Failed = 1,
    BadUsage = 2,
    RefusedByGate = 3,
    WasCancelled = 4,
    WaitsForOperator = 5
};

/// What a command works with.
struct CommandContext
{
    Console &console;
    Output &output;
    const OperationContext &operation;
};

/// One command: a group and a verb that stand for a query, an action of the catalogue, or something of their
/// own.
struct Command
{
    enum class Kind { Query, Action, Own };
    /// What a command of its own does. Who does not say it acts: --dry-run is refused then.
    enum class Effect { Acts, KeepsList, Looks, Plans };

    QString group;
    QString verb;
    QString help;
    ArgumentSpec spec;
    Kind kind = Kind::Own;
    QString form;                      ///< "--from": this command is meant where that option is given
    QString target;                    ///< id in the catalogue
    QMap<QString, QString> argumentOf; ///< "USER" or "into" -> name of the catalogue's parameter
    QStringList columns;               ///< of the table that a query prints
    QString place; ///< "into": the parameter that is a folder or, of data on a server, a new database's name
    std::function<int(CommandContext &, const Arguments &)> run = {};
    Effect effect = Effect::Acts; ///< of Kind::Own; queries look, actions are plans
    std::function<void(Output &, const QJsonValue &)> print = {}; ///< of a query that is no table, as text
    /// What a query is asked, with what its arguments stand for and the catalogue does not know.
    std::function<Result<QJsonObject>(CommandContext &, const InstanceSession &, const Arguments &,
                                      QJsonObject)>
        complete = {};
};

/// The same command, with what it does.
Command withEffect(Command::Effect effect, Command command);

/// Refuses --dry-run where the command would act all the same.
[[nodiscard]] Result<> checkDryRun(const Command &command, const Arguments &arguments);

/// Every command, in the order of the help text.
QList<Command> allCommands();

/// The exit code that an error stands for.
int exitCodeOf(const Error &error);

} // namespace pilothouse

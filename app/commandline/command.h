// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/arguments.h"
#include "app/commandline/output.h"
#include "core/base/operationcontext.h"

#include <functional>

namespace pilothouse {

class Console;

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

    QString group;
    QString verb;
    QString help;
    ArgumentSpec spec;
    Kind kind = Kind::Own;
    QString form;                      ///< "--from": this command is meant where that option is given
    QString target;                    ///< id in the catalogue
    QMap<QString, QString> argumentOf; ///< "USER" or "into" -> name of the catalogue's parameter
    QStringList columns;               ///< of the table that a query prints
    std::function<int(CommandContext &, const Arguments &)> run = {};
};

/// Every command, in the order of the help text.
QList<Command> allCommands();

/// The exit code that an error stands for.
int exitCodeOf(const Error &error);

} // namespace pilothouse

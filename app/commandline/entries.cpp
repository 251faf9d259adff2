// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/entries.h"

#include <QCoreApplication>

namespace pilothouse {

Command entry(Command::Kind kind, const QString &words, const QString &target, const char *help,
              EntryShape shape)
{
    Command command;
    command.kind = kind;
    command.group = words.section(u' ', 0, 0);
    command.verb = words.section(u' ', 1, 1);
    command.target = target;
    command.help = QCoreApplication::translate("CommandLine", help);
    command.spec = std::move(shape.spec);
    command.argumentOf = std::move(shape.argumentOf);
    command.columns = std::move(shape.columns);
    return command;
}

ArgumentSpec spec(const QStringList &more, QStringList optional, QStringList options)
{
    return {QStringList{QStringLiteral("NAME")} + more, std::move(optional), std::move(options)};
}

Command own(const QString &group, const QString &verb, const char *help, ArgumentSpec argumentSpec,
            std::function<int(CommandContext &, const Arguments &)> run)
{
    Command command;
    command.group = group;
    command.verb = verb;
    command.help = QCoreApplication::translate("CommandLine", help);
    command.spec = std::move(argumentSpec);
    command.run = std::move(run);
    return command;
}

Command own(const QString &words, const char *help, ArgumentSpec argumentSpec,
            std::function<int(CommandContext &, const Arguments &)> run)
{
    return own(words.section(u' ', 0, 0), words.section(u' ', 1, 1), help, std::move(argumentSpec),
               std::move(run));
}

} // namespace pilothouse

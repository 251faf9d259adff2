// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"

namespace pilothouse {

/// What a command of the catalogue is given and what it prints; as in Command.
struct EntryShape
{
    ArgumentSpec spec;
    QMap<QString, QString> argumentOf = {};
    QStringList columns = {};
};

/// A command that stands for a query or an action of the catalogue. `words` is "group verb"; `help` is of the
/// context "CommandLine".
Command entry(Command::Kind kind, const QString &words, const QString &target, const char *help,
              EntryShape shape);

/// A command of its own. Both words of its name may come as one.
Command own(const QString &group, const QString &verb, const char *help, ArgumentSpec argumentSpec,
            std::function<int(CommandContext &, const Arguments &)> run);
Command own(const QString &words, const char *help, ArgumentSpec argumentSpec,
            std::function<int(CommandContext &, const Arguments &)> run);

/// The arguments of a command for one instance: its NAME first.
ArgumentSpec spec(const QStringList &more = {}, QStringList optional = {}, QStringList options = {});

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/upgradecommands.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

Command upgradeCommand(Command::Kind kind, const char *verb, const char *help, const QStringList &options)
{
    Command command;
    command.kind = kind;
    command.group = QStringLiteral("upgrade");
    command.verb = QLatin1String(verb);
    command.target = QStringLiteral("upgrade.") + command.verb;
    command.help = QCoreApplication::translate("CommandLine", help);
    command.spec.required = {QStringLiteral("NAME")};
    command.spec.options = options;
    for (QString option : options) {
        option.remove(u'=');
        command.argumentOf.insert(option, option);
    }
    return command;
}

} // namespace

QList<Command> upgradeCommands()
{
    using Kind = Command::Kind;
    return {
        upgradeCommand(
            Kind::Query, "check",
            QT_TRANSLATE_NOOP("CommandLine",
                              "The image or package that runs, newer images here, old versions kept."),
            {}),
        upgradeCommand(Kind::Action, "run",
                       QT_TRANSLATE_NOOP("CommandLine",
                                         "Upgrade to another image or version; returns to the old "
                                         "one and its data by itself if anything fails."),
                       {QStringLiteral("image="), QStringLiteral("file="), QStringLiteral("version="),
                        QStringLiteral("wait="), QStringLiteral("shrink")}),
        upgradeCommand(
            Kind::Action, "tidy",
            QT_TRANSLATE_NOOP("CommandLine", "Remove old versions that upgrades have kept long enough."), {}),
    };
}

} // namespace pilothouse

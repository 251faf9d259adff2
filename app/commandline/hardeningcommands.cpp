// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/hardeningcommands.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

Command entry(Command::Kind kind, const QString &words, const QString &target, const char *help,
              const QStringList &options = {})
{
    Command command;
    command.kind = kind;
    command.group = words.section(u' ', 0, 0);
    command.verb = words.section(u' ', 1, 1);
    command.target = target;
    command.help = commandLineText(help);
    command.spec = {{QStringLiteral("NAME")}, {}, options};
    for (const QString &option : options)
        command.argumentOf.insert(option.section(u'=', 0, 0), option.section(u'=', 0, 0));
    return command;
}

QList<Command> logLevelCommands()
{
    using Kind = Command::Kind;
    Command level =
        entry(Kind::Action, QStringLiteral("logs level"), QStringLiteral("logs.level"),
              QT_TRANSLATE_NOOP(
                  "CommandLine",
                  "Change how much the service logs, with a restart; with --minutes it goes back by itself."),
              {QStringLiteral("minutes=")});
    level.spec.required << QStringLiteral("LEVEL");
    level.argumentOf.insert(QStringLiteral("LEVEL"), QStringLiteral("level"));
    const Command driver =
        entry(Kind::Action, QStringLiteral("logs driver"), QStringLiteral("logs.driver"),
              QT_TRANSLATE_NOOP("CommandLine",
                                "Change the driver of a container's log, its size and files; with undo."),
              {QStringLiteral("driver="), QStringLiteral("size="), QStringLiteral("files="),
               QStringLiteral("options=")});
    return {level, driver,
            entry(Kind::Query, QStringLiteral("logs settings"), QStringLiteral("logs.settings"),
                  QT_TRANSLATE_NOOP(
                      "CommandLine",
                      "Log level, the engine's driver and its limits, and the rotation, checked."))};
}

} // namespace

QList<Command> hardeningCommands()
{
    using Kind = Command::Kind;
    Command audit =
        entry(Kind::Query, QStringLiteral("permissions audit"), QStringLiteral("permissions.audit"),
              QT_TRANSLATE_NOOP("CommandLine", "Who may get at data, logs and secrets, and should not."));
    audit.columns = {QStringLiteral("verdict"), QStringLiteral("mode"), QStringLiteral("wantedMode"),
                     QStringLiteral("owner"),   QStringLiteral("path"), QStringLiteral("text")};
    return QList<Command>{
               audit,
               entry(Kind::Action, QStringLiteral("permissions fix"), QStringLiteral("permissions.fix"),
                     QT_TRANSLATE_NOOP("CommandLine", "Set owners and modes as they should be; with undo.")),
               entry(Kind::Query, QStringLiteral("exposure check"), QStringLiteral("exposure.check"),
                     QT_TRANSLATE_NOOP("CommandLine",
                                       "Who can reach the service: ports, networks, rights, mounts.")),
               entry(Kind::Query, QStringLiteral("limits show"), QStringLiteral("limits.show"),
                     QT_TRANSLATE_NOOP("CommandLine", "Limits beside what the service uses and has used.")),
               entry(Kind::Action, QStringLiteral("limits set"), QStringLiteral("limits.set"),
                     QT_TRANSLATE_NOOP("CommandLine",
                                       "Change the limits of a container while it runs; with undo."),
                     {QStringLiteral("memory="), QStringLiteral("cpus="), QStringLiteral("preset=")})}
           + logLevelCommands();
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/schedulejob.h"

#include "core/audit/actor.h"

#include <QDir>

#include <unistd.h>

namespace pilothouse {

namespace {

CommandLine ofProgram(const Schedule &schedule, const QStringList &words)
{
    CommandLine command;
    command.program = schedule.program;
    command.arguments = words;
    command.arguments << QStringLiteral("--state-dir") << schedule.stateFolder;
    return command;
}

QString workOf(const Schedule &schedule)
{
    return (schedule.work == ScheduledWork::Drill ? QStringLiteral("Recovery drill of ")
                                                  : QStringLiteral("Backup of "))
           + schedule.instance;
}

/// One word of an ExecStart= line.
QString unitWord(QString word)
{
    word.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    word.replace(u'%', QStringLiteral("%%")).replace(u'$', QStringLiteral("$$"));
    return u'"' + word + u'"';
}

QString unitLine(const CommandLine &command)
{
    QString path = command.program; // what runs is never expanded, but % is
    path.replace(u'%', QStringLiteral("%%"));
    QStringList words{u'"' + path + u'"'};
    for (const QString &argument : command.arguments)
        words << unitWord(argument);
    return words.join(u' ');
}

} // namespace

QList<CommandLine> scheduledCommands(const Schedule &schedule)
{
    if (schedule.work == ScheduledWork::Drill)
        return {ofProgram(schedule, {QStringLiteral("drill"), QStringLiteral("run"), schedule.instance,
                                     QStringLiteral("--trigger"), QStringLiteral("schedule")})};
    QList<CommandLine> commands{
        ofProgram(schedule, {QStringLiteral("backup"), QStringLiteral("create"), schedule.instance,
                             QStringLiteral("--trigger"), QStringLiteral("schedule")})};
    if (schedule.prunes)
        commands << ofProgram(schedule,
                              {QStringLiteral("schedule"), QStringLiteral("prune"), schedule.instance});
    return commands;
}

CommandLine rehearsalCommand(const Schedule &schedule)
{
    QStringList words{QStringLiteral("schedule"), QStringLiteral("rehearse"), schedule.instance};
    if (schedule.work == ScheduledWork::Drill)
        words << QStringLiteral("--drill");
    if (!schedule.agreed.isEmpty())
        words << QStringLiteral("--agreed") << schedule.agreed.join(u',');
    return ofProgram(schedule, words);
}

QString scheduleUnitName(const QString &instance, ScheduledWork work)
{
    return QStringLiteral("pilothouse-%1-%2").arg(scheduledWorkName(work), instance);
}

QByteArray serviceUnitText(const Schedule &schedule, const QString &logFile)
{
    QStringList lines{
        QStringLiteral("# Written by Pilothouse: pilothouse-cli schedule list"),
        QStringLiteral("[Unit]"),
        QStringLiteral("Description=%1 by Pilothouse").arg(workOf(schedule)),
        QString(),
        QStringLiteral("[Service]"),
        QStringLiteral("Type=oneshot"),
    };
    for (const CommandLine &command : scheduledCommands(schedule))
        lines << QStringLiteral("ExecStart=") + unitLine(command);
    QString log = logFile;
    log.replace(u'%', QStringLiteral("%%"));
    lines << QStringLiteral("StandardOutput=append:") + log << QStringLiteral("StandardError=append:") + log
          << QString();
    return lines.join(u'\n').toUtf8();
}

QByteArray timerUnitText(const Schedule &schedule)
{
    return QStringList{
        QStringLiteral("# Written by Pilothouse: pilothouse-cli schedule list"),
        QStringLiteral("[Unit]"),
        QStringLiteral("Description=%1 by Pilothouse, %2").arg(workOf(schedule), schedule.time.toText()),
        QString(),
        QStringLiteral("[Timer]"),
        QStringLiteral("OnCalendar=") + schedule.time.calendar(),
        QStringLiteral("Persistent=true"),
        QString(),
        QStringLiteral("[Install]"),
        QStringLiteral("WantedBy=timers.target"),
        QString()}
        .join(u'\n')
        .toUtf8();
}

QByteArray cronLine(const Schedule &schedule, const QString &logFile)
{
    QStringList commands;
    for (const CommandLine &command : scheduledCommands(schedule))
        commands << command.toDisplayString();
    QString line = QStringLiteral("{ %1; } >> %2 2>&1").arg(commands.join(u" && "), shellQuoted(logFile));
    line.replace(u'%', QStringLiteral("\\%")); // a bare one ends the command for cron
    return (schedule.time.cron() + u' ' + line).toUtf8();
}

CommandLine inEnvironmentOf(ScheduleKind kind, const CommandLine &command, const QString &outputFile)
{
    // A service that ends is waited for without --wait, which would want a session bus.
    const QStringList words{QStringLiteral("--user"),
                            QStringLiteral("--collect"),
                            QStringLiteral("--quiet"),
                            QStringLiteral("--service-type=oneshot"),
                            QStringLiteral("--property=StandardOutput=append:") + outputFile,
                            QStringLiteral("--property=StandardError=append:") + outputFile,
                            QStringLiteral("--"),
                            command.program};
    if (kind == ScheduleKind::Systemd)
        return userSystemdCommand(QStringLiteral("systemd-run"), words + command.arguments);
    CommandLine line;
    line.program = QStringLiteral("env");
    line.arguments = {QStringLiteral("-i"),
                      QStringLiteral("HOME=") + QDir::homePath(),
                      QStringLiteral("LOGNAME=") + osUser(),
                      QStringLiteral("PATH=/usr/bin:/bin"),
                      QStringLiteral("SHELL=/bin/sh"),
                      QStringLiteral("/bin/sh"),
                      QStringLiteral("-c"),
                      command.toDisplayString()};
    return line;
}

CommandLine userSystemdCommand(const QString &program, const QStringList &arguments)
{
    CommandLine line;
    line.program = program;
    line.arguments = arguments;
    if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
        line.environment.insert(QStringLiteral("XDG_RUNTIME_DIR"),
                                QStringLiteral("/run/user/%1").arg(::getuid()));
    return line;
}

} // namespace pilothouse

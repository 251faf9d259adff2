// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/helptext.h"

#include "app/commandline/command.h"
#include "app/commandline/commandtext.h"
#include "app/commandline/nearest.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace pilothouse {

namespace {

QStringList linesOf(const Command &command)
{
    const QString words = QStringList{command.group, command.verb, usageOf(command.spec)}.join(u' ');
    return {QStringLiteral("  ") + words.simplified(), QStringLiteral("      ") + command.help};
}

QStringList commonLines()
{
    return {
        QString(),
        commandLineText(QT_TRANSLATE_NOOP("CommandLine", "Everywhere: --json, --dry-run, --yes, --accept ID, "
                                                         "--confirm NAME, --reason TEXT, --state-dir DIR.")),
        commandLineText(QT_TRANSLATE_NOOP(
            "CommandLine", "--since and --until take 2026-11-20, 2026-11-20T22:00:00Z or how long ago: "
                           "30min, 1h, 2d. Times are of UTC here, those that are printed and those "
                           "that are given without a zone.")),
        commandLineText(QT_TRANSLATE_NOOP(
            "CommandLine",
            "Without a command, pilothouse opens its window: pilothouse [--demo] [--language CODE] "
            "[--screenshots FOLDER [--pictures NAMES]].")),
        commandLineText(QT_TRANSLATE_NOOP(
            "CommandLine", "Exit codes: 0 done, or nothing to do, 1 failed, 2 bad usage, 3 refused, "
                           "4 cancelled, 5 waiting for the operator."))};
}

QStringList groupNames()
{
    QStringList names;
    for (const Command &command : allCommands())
        names << command.group;
    names.removeDuplicates();
    return names;
}

QStringList verbsOf(const QString &group)
{
    QStringList names;
    for (const Command &command : allCommands()) {
        if (command.group == group)
            names << command.verb;
    }
    names.removeDuplicates();
    return names;
}

QString unknownGroup(const QString &word)
{
    static const QRegularExpression Item(QStringLiteral("\\A[Pp]\\d{1,3}\\z"));
    if (Item.match(word).hasMatch())
        return commandLineText(
                   QT_TRANSLATE_NOOP("CommandLine",
                                     "“%1” is no command. For an item of a runbook: pilothouse-cli "
                                     "troubleshoot NAME lists those there are."))
            .arg(word);
    const QString near = nearestWord(word, groupNames() + QStringList{QStringLiteral("help")});
    if (near.isEmpty())
        return commandLineText(
                   QT_TRANSLATE_NOOP("CommandLine", "There is no command “%1”. See pilothouse-cli help."))
            .arg(word);
    return commandLineText(QT_TRANSLATE_NOOP("CommandLine", "There is no command “%1”. Did you mean “%2”? "
                                                            "See pilothouse-cli help."))
        .arg(word, near);
}

QString unknownVerb(const QString &group, const QString &verb)
{
    const QStringList verbs = verbsOf(group);
    const QString all = verbs.join(QStringLiteral(", "));
    if (verb.isEmpty() || verb.startsWith(u'-'))
        return commandLineText(QT_TRANSLATE_NOOP("CommandLine", "“%1” wants a verb: %2.")).arg(group, all);
    if (groupNames().contains(verb))
        return commandLineText(QT_TRANSLATE_NOOP("CommandLine",
                                                 "There is no command “%1 %2”. Did you mean “%2”? "
                                                 "“%1” takes: %3."))
            .arg(group, verb, all);
    const QString near = nearestWord(verb, verbs);
    if (near.isEmpty())
        return commandLineText(
                   QT_TRANSLATE_NOOP("CommandLine", "There is no command “%1 %2”. “%1” takes: %3."))
            .arg(group, verb, all);
    return commandLineText(
               QT_TRANSLATE_NOOP("CommandLine",
                                 "There is no command “%1 %2”. Did you mean “%1 %4”? “%1” takes: %3."))
        .arg(group, verb, all, near);
}

} // namespace

QString usageLine(const Command &command)
{
    return commandLineText(QT_TRANSLATE_NOOP("CommandLine", "Usage: pilothouse-cli %1"))
        .arg(QStringList{command.group, command.verb, usageOf(command.spec)}.join(u' ').simplified());
}

int printHelp(Output &output, const QStringList &words, int code)
{
    const QString group = words.value(0).startsWith(u'-') ? QString() : words.value(0);
    const QString verb = words.value(1).startsWith(u'-') ? QString() : words.value(1);
    QStringList lines;
    for (const Command &command : allCommands()) {
        const bool isVerb = verb.isEmpty() || command.verb.isEmpty() || command.verb == verb;
        if (group.isEmpty() || (command.group == group && isVerb))
            lines << linesOf(command);
    }
    if (lines.isEmpty())
        return printUnknown(output, words);
    const QString head = commandLineText(
        QT_TRANSLATE_NOOP("CommandLine", "Usage: pilothouse-cli GROUP VERB [ARGUMENTS] [--json]"));
    output.line((QStringList{head, QString()} + lines + commonLines()).join(u'\n'));
    return code;
}

int printUnknown(Output &output, const QStringList &words)
{
    const QString group = words.value(0);
    QString text;
    if (group.startsWith(u'-'))
        text =
            commandLineText(QT_TRANSLATE_NOOP("CommandLine",
                                              "A command comes first, then “%1”. See pilothouse-cli help."))
                .arg(group);
    else
        text = groupNames().contains(group) ? unknownVerb(group, words.value(1)) : unknownGroup(group);
    output.error(Error{ErrorKind::BadInput, {}, text, {}, {}});
    return ExitCode::BadUsage;
}

} // namespace pilothouse

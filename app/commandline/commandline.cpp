// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/commandline.h"

#include "app/commandline/command.h"
#include "app/commandline/commandtext.h"
#include "app/commandline/completion.h"
#include "app/commandline/helptext.h"
#include "app/commandline/planrun.h"
#include "app/console.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <csignal>
#include <sys/ioctl.h>
#include <unistd.h>

namespace pilothouse {

namespace {

const OperationContext *g_interruptible = nullptr; // the only state that a signal handler can reach

void onInterrupt(int)
{
    if (g_interruptible)
        g_interruptible->cancel(); // one relaxed store on an atomic: safe in a handler
}

/// The command that the first one or two words name, and how many of them.
/// A verb may have several forms; the one without an option of its own stands last.
bool isForm(const Command &command, const QStringList &words)
{
    return command.form.isEmpty() || std::any_of(words.begin(), words.end(), [&command](const QString &word) {
               return word == command.form || word.startsWith(command.form + u'=');
           });
}

std::optional<std::pair<Command, int>> findCommand(const QStringList &words)
{
    for (const Command &command : allCommands()) {
        if (command.group != words.value(0) || !isForm(command, words))
            continue;
        if (command.verb.isEmpty())
            return std::pair(command, 1);
        if (command.verb == words.value(1))
            return std::pair(command, 2);
    }
    return std::nullopt;
}

QJsonObject catalogueArguments(const Command &command, const Arguments &arguments)
{
    QJsonObject object;
    const QStringList names = command.spec.required + command.spec.optional;
    for (qsizetype at = 0; at < names.size(); ++at) {
        if (command.argumentOf.contains(names[at]) && !arguments.at(at).isEmpty())
            object.insert(command.argumentOf.value(names[at]), arguments.at(at));
    }
    for (const QString &option : command.spec.options) {
        const QString bare = option.section(u'=', 0, 0);
        if (!command.argumentOf.contains(bare) || !arguments.has(bare))
            continue;
        const QJsonValue value = option.contains(u'=') ? QJsonValue(arguments.value(bare)) : QJsonValue(true);
        object.insert(command.argumentOf.value(bare), value);
    }
    return object;
}

/// The parameter that is a folder here, and could be the name of a database elsewhere; empty: none.
QString folderOf(const Command &command, const QJsonObject &object, const InstanceSession &session)
{
    const bool isPath = object.value(command.place).toString().contains(u'/');
    return isPath || session.serverDatabases().isEmpty() ? command.place : QString();
}

/// Words from the shell are text: what the catalogue wants as a number becomes one, and paths are meant from
/// where the operator stands. A backup may be named by its id or by its path.
void convertWords(QJsonObject &object, const QList<Parameter> &parameters, const QString &folder)
{
    for (const Parameter &parameter : parameters) {
        const QString text = object.value(parameter.name).toString();
        const bool isFile =
            parameter.type == Parameter::Type::Backup && (text.contains(u'/') || QFileInfo::exists(text));
        const bool isFolder = !folder.isEmpty() && parameter.name == folder;
        if (!text.isEmpty() && (isFile || isFolder || parameter.type == Parameter::Type::Path))
            object.insert(parameter.name, QDir::cleanPath(QDir::current().absoluteFilePath(text)));
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        if (parameter.type == Parameter::Type::Number && isNumber)
            object.insert(parameter.name, number);
    }
}

/// A failed verdict fails a script, as it does where the verdicts are kept.
int codeOfChecks(const QJsonValue &checks)
{
    const QJsonArray list = checks.toArray();
    const bool isAnyFailed = std::any_of(list.begin(), list.end(), [](const QJsonValue &check) {
        return check.toObject().value(QLatin1String("verdict")).toString() == QLatin1String("failed");
    });
    return isAnyFailed ? ExitCode::Failed : ExitCode::Done;
}

int runQuery(CommandContext &context, const Command &command, const InstanceSession &session,
             const QJsonObject &asked)
{
    const auto value = context.console.query(command.target, session, asked, context.operation);
    if (!value)
        return failed(context, value.error());
    if (command.print && !context.output.isJson())
        command.print(context.output, *value);
    else
        context.output.value(*value, command.columns);
    return command.target == QLatin1String("databases.check") ? codeOfChecks(*value) : ExitCode::Done;
}

int runCatalogueCommand(CommandContext &context, const Command &command, const Arguments &arguments)
{
    const auto session = context.console.session(arguments.at(0));
    if (!session) {
        context.output.error(session.error());
        return exitCodeOf(session.error());
    }
    QJsonObject object = catalogueArguments(command, arguments);
    if (const QueryEntry *query = context.console.catalogue().query(command.target))
        convertWords(object, query->parameters, {});
    if (const Action *action = context.console.catalogue().action(command.target))
        convertWords(object, action->parameters, folderOf(command, object, **session));
    if (command.kind == Command::Kind::Query) {
        const auto asked = command.complete ? command.complete(context, **session, arguments, object)
                                            : Result<QJsonObject>(object);
        return asked ? runQuery(context, command, **session, *asked) : failed(context, asked.error());
    }
    const auto plan = context.console.catalogue().plan(command.target, **session, object, context.operation);
    if (!plan) {
        context.output.error(plan.error());
        return exitCodeOf(plan.error());
    }
    return runPlan(context, *plan, **session, arguments);
}

/// Whoever resumes or puts back by hand has decided, and whoever only asks changes nothing.
bool letsHeldGo(const Command &command, const Arguments &arguments)
{
    const bool isByHand =
        command.group == QLatin1String("journal") && command.effect == Command::Effect::Acts;
    return !isByHand && !arguments.has(QStringLiteral("dry-run"));
}

void tellHeld(CommandContext &context)
{
    for (const HeldService &held : context.console.letHeldGo(context.operation)) {
        if (held.error)
            context.output.error(withSubject(*held.error, held.instance));
        else
            context.output.note(QCoreApplication::translate(
                                    "CommandLine", "%1 stood still: “%2” was killed while it had paused "
                                                   "it. It was let go on, and that was put back.")
                                    .arg(held.instance, held.title));
    }
}

void tellCleared(CommandContext &context)
{
    for (const HeldService &drill : context.console.clearDrills(context.operation)) {
        if (drill.error)
            context.output.error(withSubject(*drill.error, drill.instance));
        else
            context.output.note(QCoreApplication::translate(
                                    "CommandLine", "A drill of %1 was killed. What it had made was removed.")
                                    .arg(drill.instance));
    }
}

int runParsed(const Command &command, const Arguments &arguments, Output &output)
{
    const auto console = Console::open({arguments.value(QStringLiteral("state-dir"))});
    if (!console) {
        output.error(console.error());
        return ExitCode::Failed;
    }
    const OperationContext operation;
    g_interruptible = &operation;
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
    CommandContext context{**console, output, operation};
    if (letsHeldGo(command, arguments)) {
        tellHeld(context);
        tellCleared(context);
    }
    const int code = command.kind == Command::Kind::Own ? command.run(context, arguments)
                                                        : runCatalogueCommand(context, command, arguments);
    g_interruptible = nullptr;
    return code;
}

/// How wide the terminal is that reads the answers; 0 where a file or another program does.
int terminalWidth()
{
    winsize size{};
    return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

} // namespace

bool isCommand(const QStringList &words)
{
    const QList<Command> commands = allCommands();
    return std::any_of(commands.begin(), commands.end(),
                       [&](const Command &command) { return command.group == words.value(0); });
}

int runCommandLine(const QStringList &words)
{
    QTextStream standard(stdout);
    QTextStream error(stderr);
    Output output(standard, error, words.contains(QStringLiteral("--json")), terminalWidth());
    const QString first = words.value(0);
    if (words.isEmpty() || first == QStringLiteral("--help") || first == QStringLiteral("-h"))
        return printHelp(output, {}, words.isEmpty() ? ExitCode::BadUsage : ExitCode::Done);
    if (first == QStringLiteral("help"))
        return printHelp(output, words.mid(1), ExitCode::Done);
    if (words.first() == QStringLiteral("--version")) {
        output.line(QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion());
        return ExitCode::Done;
    }
    if (words.first() == QStringLiteral("complete"))
        return printCompletions(words.mid(1));
    const auto found = findCommand(words);
    const bool wantsHelp = words.contains(QStringLiteral("--help")) || words.contains(QStringLiteral("-h"));
    if (!found)
        return wantsHelp ? printHelp(output, words, ExitCode::Done) : printUnknown(output, words);
    const auto arguments = parseArguments(words.mid(found->second), found->first.spec);
    if (!arguments || arguments->has(QStringLiteral("help"))) {
        if (!arguments)
            output.error(arguments.error());
        output.usage(usageLine(found->first));
        return arguments ? ExitCode::Done : ExitCode::BadUsage;
    }
    if (const auto allowed = checkDryRun(found->first, *arguments); !allowed) {
        output.error(allowed.error());
        return ExitCode::BadUsage;
    }
    return runParsed(found->first, *arguments, output);
}

} // namespace pilothouse

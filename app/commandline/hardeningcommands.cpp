// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/hardeningcommands.h"

#include "app/commandline/planrun.h"
#include "app/console.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <thread>

namespace pilothouse {

namespace {

constexpr std::chrono::milliseconds LookInterval{500};

QString translated(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

int failed(CommandContext &context, const Error &error)
{
    context.output.error(error);
    return exitCodeOf(error);
}

int listReverts(CommandContext &context, const Arguments &arguments)
{
    QJsonArray rows;
    for (const PendingRevert &revert : context.console.reverts().list()) {
        if (!arguments.at(0).isEmpty() && revert.instance != arguments.at(0))
            continue;
        QJsonObject row = toJson(revert);
        row.insert(QStringLiteral("isOverdue"), revert.isOverdue(context.console.clock().now()));
        rows << row;
    }
    context.output.value(rows,
                         {QStringLiteral("operation"), QStringLiteral("instance"), QStringLiteral("title"),
                          QStringLiteral("dueAt"), QStringLiteral("isOverdue"), QStringLiteral("waiter")});
    return ExitCode::Done;
}

/// Puts it back as its operation's undo. Who changed it has agreed to that then.
int putBack(CommandContext &context, const QUuid &operation)
{
    const auto record = context.console.journals().read(operation);
    if (!record)
        return failed(context, record.error());
    const auto session = context.console.session(record->plan.instance);
    if (!session)
        return failed(context, session.error());
    const auto plan = context.console.catalogue().undo(*record, **session, context.operation);
    if (!plan)
        return failed(context, plan.error());
    Approval approval;
    approval.isConfirmed = true;
    approval.isAgreedBefore = true;
    approval.how = QStringLiteral("by itself");
    return printReport(context,
                       context.console.executor().run(*plan, approval, **session, {}, context.operation,
                                                      stepPrinter(context, *plan)));
}

/// Waits until it is due, as long as it is pending at all.
int waitForRevert(CommandContext &context, const Arguments &arguments)
{
    const QUuid operation = QUuid::fromString(arguments.at(0));
    while (true) {
        const auto pending = context.console.reverts().find(operation);
        if (!pending)
            return failed(context, pending.error());
        if (!*pending)
            return ExitCode::Done; // put back by hand
        if ((*pending)->isOverdue(context.console.clock().now()))
            break;
        if (context.operation.isCancelled())
            return ExitCode::WasCancelled;
        std::this_thread::sleep_for(LookInterval);
    }
    return putBack(context, operation);
}

Command entry(Command::Kind kind, const QString &words, const QString &target, const char *help,
              QStringList options = {}, QStringList more = {})
{
    Command command;
    command.kind = kind;
    command.group = words.section(u' ', 0, 0);
    command.verb = words.section(u' ', 1, 1);
    command.target = target;
    command.help = translated(help);
    command.spec = {QStringList{QStringLiteral("NAME")} + more, {}, options};
    for (const QString &option : options)
        command.argumentOf.insert(option.section(u'=', 0, 0), option.section(u'=', 0, 0));
    return command;
}

Command own(const QString &words, const char *help, ArgumentSpec spec,
            std::function<int(CommandContext &, const Arguments &)> run)
{
    Command command = entry(Command::Kind::Own, words, {}, help);
    command.spec = std::move(spec);
    command.run = std::move(run);
    return command;
}

QList<Command> logCommands()
{
    using Kind = Command::Kind;
    Command level =
        entry(Kind::Action, QStringLiteral("logs level"), QStringLiteral("logs.level"),
              QT_TRANSLATE_NOOP(
                  "CommandLine",
                  "Change how much the service logs, with a restart; with --minutes it goes back by itself."),
              {QStringLiteral("minutes=")}, {QStringLiteral("LEVEL")});
    level.argumentOf.insert(QStringLiteral("LEVEL"), QStringLiteral("level"));
    return {
        level,
        entry(Kind::Query, QStringLiteral("logs settings"), QStringLiteral("logs.settings"),
              QT_TRANSLATE_NOOP("CommandLine",
                                "Log level, the engine's driver and its limits, and the rotation, checked.")),
        withEffect(Command::Effect::Looks,
                   own(QStringLiteral("revert list"),
                       QT_TRANSLATE_NOOP("CommandLine", "What goes back by itself, and when."),
                       {{}, {QStringLiteral("NAME")}, {}}, listReverts)),
        own(QStringLiteral("revert wait"),
            QT_TRANSLATE_NOOP("CommandLine",
                              "Wait until an operation goes back by itself, and put it back then."),
            {{QStringLiteral("OPERATION")}, {}, {}}, waitForRevert)};
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
           + logCommands();
}

} // namespace pilothouse

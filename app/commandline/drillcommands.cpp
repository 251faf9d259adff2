// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/drillcommands.h"

#include "app/commandline/commandtext.h"
#include "app/commandline/entries.h"
#include "app/commandline/planrun.h"
#include "app/console.h"
#include "core/base/units.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace pilothouse {
namespace {

constexpr qint64 LongestKey = 4096;

/// What the table of the history leaves open: whether it is time for another one.
void tellWhetherStale(CommandContext &context, const QJsonObject &state)
{
    const QString last = state.value(QLatin1String("lastAt")).toString();
    const QString due = state.value(QLatin1String("dueAt")).toString();
    const int days = state.value(QLatin1String("everyDays")).toInt();
    if (last.isEmpty())
        context.output.line(
            commandLineText(
                QT_TRANSLATE_NOOP("CommandLine", "Stale: no drill has passed yet; one is due every %1 days."))
                .arg(days));
    else if (state.value(QLatin1String("isStale")).toBool())
        context.output.line(
            commandLineText(QT_TRANSLATE_NOOP("CommandLine", "Stale: the next one was due on %1.")).arg(due));
    else
        context.output.line(
            commandLineText(QT_TRANSLATE_NOOP("CommandLine", "The next one is due on %1.")).arg(due));
}

int listDrills(CommandContext &context, const Arguments &arguments)
{
    const auto session = context.console.session(arguments.at(0));
    if (!session)
        return failed(context, session.error());
    const auto drills = context.console.query(QStringLiteral("drill.list"), **session, {}, context.operation);
    const auto state = context.console.query(QStringLiteral("drill.state"), **session, {}, context.operation);
    if (!drills || !state)
        return failed(context, drills ? state.error() : drills.error());
    context.output.value(*drills,
                         {QStringLiteral("startedAt"), QStringLiteral("result"),
                          QStringLiteral("recoveryMilliseconds"), QStringLiteral("lossSeconds"),
                          QStringLiteral("backup"), QStringLiteral("signed"), QStringLiteral("report")});
    if (!context.output.isJson())
        tellWhetherStale(context, state->toObject());
    return ExitCode::Done;
}

int checkDrill(CommandContext &context, const Arguments &arguments)
{
    const QString file = QFileInfo(arguments.at(0)).absoluteFilePath();
    const auto check = context.console.drills().check(file, context.operation);
    if (!check)
        return failed(context, check.error());
    if (context.output.isJson()) {
        context.output.value(QJsonObject{{QStringLiteral("holds"), check->holds()},
                                         {QStringLiteral("signed"), check->isSigned},
                                         {QStringLiteral("genuine"), check->isGenuine},
                                         {QStringLiteral("inAudit"), check->isInAudit},
                                         {QStringLiteral("auditWhole"), check->isAuditWhole}});
        return check->holds() ? ExitCode::Done : ExitCode::Failed;
    }
    context.output.line(
        !check->isSigned   ? commandLineText(QT_TRANSLATE_NOOP("CommandLine", "It is not signed."))
        : check->isGenuine ? commandLineText(QT_TRANSLATE_NOOP("CommandLine", "Its signature is good."))
                           : commandLineText(QT_TRANSLATE_NOOP(
                               "CommandLine", "Its signature is not good: it has been changed.")));
    context.output.line(
        check->isInAudit
            ? commandLineText(QT_TRANSLATE_NOOP("CommandLine", "The audit has its digest."))
            : commandLineText(QT_TRANSLATE_NOOP("CommandLine", "The audit does not have its digest.")));
    if (!check->isAuditWhole)
        context.output.line(
            commandLineText(QT_TRANSLATE_NOOP("CommandLine", "The audit itself is not whole.")));
    return check->holds() ? ExitCode::Done : ExitCode::Failed;
}

/// The key comes by standard input: in no list of processes, in no history of a shell.
int keepDrillKey(CommandContext &context, const Arguments &arguments)
{
    const auto session = context.console.session(arguments.at(0));
    if (!session)
        return failed(context, session.error());
    Secret key;
    if (!arguments.has(QStringLiteral("forget"))) {
        QFile input;
        QByteArray line = input.open(stdin, QIODevice::ReadOnly) ? input.readLine(LongestKey) : QByteArray();
        while (line.endsWith('\n') || line.endsWith('\r') || line.endsWith(' '))
            line.chop(1);
        key = Secret(std::move(line));
        if (key.isEmpty())
            return failed(
                context,
                Error{ErrorKind::BadInput,
                      arguments.at(0),
                      commandLineText(QT_TRANSLATE_NOOP("CommandLine", "No key came by standard input.")),
                      commandLineText(QT_TRANSLATE_NOOP(
                          "CommandLine", "Pipe it in: pilothouse-cli drill key NAME < file-with-the-key")),
                      {}});
    }
    const auto kept = context.console.keepDrillKey((*session)->instance(), key,
                                                   QStringLiteral("command line"), context.operation);
    if (!kept)
        return failed(context, kept.error());
    context.output.value(QJsonObject{{QStringLiteral("instance"), arguments.at(0)},
                                     {QStringLiteral("hasKey"), !key.isEmpty()}});
    return ExitCode::Done;
}

} // namespace

QList<Command> drillCommands()
{
    return {
        entry(Command::Kind::Action, QStringLiteral("drill run"), QStringLiteral("drill.run"),
              QT_TRANSLATE_NOOP("CommandLine",
                                "Back up, restore into a scratch place, prove it there, clear up, report."),
              {spec()}),
        withEffect(Command::Effect::Looks,
                   own(QStringLiteral("drill list"),
                       QT_TRANSLATE_NOOP("CommandLine", "The drills so far, and whether another one is due."),
                       spec(), listDrills)),
        withEffect(Command::Effect::Looks,
                   own(QStringLiteral("drill check"),
                       QT_TRANSLATE_NOOP("CommandLine", "Whether a report is as it was written."),
                       {{QStringLiteral("FILE")}, {}, {}}, checkDrill)),
        withEffect(Command::Effect::KeepsList,
                   own(QStringLiteral("drill key"),
                       QT_TRANSLATE_NOOP("CommandLine",
                                         "Keep the key with which drills call the service; it comes by "
                                         "standard input."),
                       spec({}, {}, {QStringLiteral("forget")}), keepDrillKey)),
    };
}

} // namespace pilothouse

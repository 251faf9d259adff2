// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/troublecommands.h"

#include "app/commandline/commandtext.h"
#include "app/console.h"
#include "core/base/foreigntext.h"
#include "core/logs/containerlogstream.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

QString markOf(ProbeVerdict verdict)
{
    switch (verdict) {
    case ProbeVerdict::Holds:
        return commandLineText(QT_TRANSLATE_NOOP("CommandLine", "good"));
    case ProbeVerdict::DoesNotApply:
        return QStringLiteral("–");
    case ProbeVerdict::ToKnow:
        return commandLineText(QT_TRANSLATE_NOOP("CommandLine", "to know"));
    case ProbeVerdict::InTheWay:
        return commandLineText(QT_TRANSLATE_NOOP("CommandLine", "IN THE WAY"));
    case ProbeVerdict::NotKnown:
        break;
    }
    return commandLineText(QT_TRANSLATE_NOOP("CommandLine", "not known"));
}

void printFinding(Output &output, const ProbeFinding &finding)
{
    output.line(QStringLiteral("%1  %2: %3")
                    .arg(markOf(finding.verdict), -10)
                    .arg(visibleText(finding.title), visibleText(finding.text)));
    if (!finding.advice.isEmpty())
        output.line(QString(12, u' ') + visibleText(finding.advice));
}

/// The command that does what is proposed; the arguments that troubleshooting fills in are positional.
QString commandOf(const TroubleProposal &proposal, const QString &instance)
{
    for (const Command &command : allCommands()) {
        if (command.kind != Command::Kind::Action || command.target != proposal.action)
            continue;
        QStringList words{QStringLiteral("pilothouse-cli"), command.group, command.verb, instance};
        words.removeAll(QString());
        for (const QJsonValue &value : proposal.arguments)
            words << value.toString();
        return words.join(u' ');
    }
    return {};
}

void printEnd(Output &output, const TroubleReport &report, const QString &instance)
{
    if (!report.runbook.item.isEmpty())
        output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "Runbook: %1 (%2)"))
                        .arg(report.runbook.heading, report.runbook.item));
    for (const TroubleProposal &proposal : report.proposals) {
        output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "May help: %1")).arg(proposal.title));
        output.line(QStringLiteral("    ") + visibleText(proposal.reason));
        output.line(QStringLiteral("    ") + commandOf(proposal, instance));
    }
}

int listSymptoms(CommandContext &context, const InstanceSession &session)
{
    const auto symptoms =
        context.console.query(QStringLiteral("troubleshoot"), session, {}, context.operation);
    if (!symptoms)
        return failed(context, symptoms.error());
    context.output.value(*symptoms, {QStringLiteral("id"), QStringLiteral("title"), QStringLiteral("item"),
                                     QStringLiteral("runbook")});
    return ExitCode::Done;
}

int runTroubleshooter(CommandContext &context, const Arguments &arguments)
{
    const auto session = context.console.session(arguments.at(0));
    if (!session)
        return failed(context, session.error());
    if (arguments.at(1).isEmpty())
        return listSymptoms(context, **session);
    Output &output = context.output;
    TroubleSink sink;
    if (!output.isJson())
        sink.onFinding = [&output](const ProbeFinding &finding) { printFinding(output, finding); };
    const TroubleQuestion question{arguments.at(1), QUrl(arguments.value(QStringLiteral("url")))};
    const auto report =
        troubleshoot(**session, question, context.console.troubleServices(), sink, context.operation);
    if (!report)
        return failed(context, report.error());
    if (output.isJson())
        output.value(toJson(*report));
    else
        printEnd(output, *report, arguments.at(0));
    return ExitCode::Done;
}

} // namespace

QList<Command> troubleCommands()
{
    Command command;
    command.group = QStringLiteral("troubleshoot");
    command.help = commandLineText(QT_TRANSLATE_NOOP(
        "CommandLine",
        "Run the checks of a symptom, name the runbook's section and what may help; without one, "
        "list the symptoms."));
    command.spec = {{QStringLiteral("NAME")}, {QStringLiteral("SYMPTOM")}, {QStringLiteral("url=")}};
    command.run = runTroubleshooter;
    command.effect = Command::Effect::Looks;
    return {command};
}

} // namespace pilothouse

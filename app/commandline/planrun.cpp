// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/planrun.h"

#include "app/commandline/commandtext.h"
#include "app/commandline/members.h"
#include "app/console.h"
#include "core/base/foreigntext.h"
#include "core/plan/journalcontents.h"
#include "core/plan/journalfile.h"
#include "core/plan/plancheck.h"
#include "core/plan/plantext.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

Approval approvalFrom(const Arguments &arguments)
{
    Approval approval;
    approval.isConfirmed = arguments.has(QStringLiteral("yes"));
    approval.accepted = arguments.values(QStringLiteral("accept"));
    approval.typedName = arguments.value(QStringLiteral("confirm"));
    approval.reason = arguments.value(QStringLiteral("reason"));
    approval.how = QStringLiteral("command line");
    return approval;
}

/// The options that are still missing for what this plan wants; none where no option would help.
QStringList missingOptions(const Plan &plan, const Approval &approval, bool isProduction)
{
    if (plan.hasBlocker())
        return {};
    QStringList options;
    for (const QString &id : plan.consentIds()) {
        if (!approval.accepted.contains(id))
            options << QStringLiteral("--accept ") + id;
    }
    // Each of these is wanted where an approval with nothing but that missing is not enough.
    Approval whole;
    whole.isConfirmed = true;
    whole.accepted = plan.consentIds();
    whole.typedName = plan.instance;
    whole.reason = QStringLiteral("x");
    const auto isWanted = [&](auto part, const auto &given) {
        Approval tried = whole;
        tried.*part = given;
        return !Executor::missingApproval(plan, tried, isProduction).isEmpty();
    };
    if (isWanted(&Approval::isConfirmed, approval.isConfirmed))
        options << QStringLiteral("--yes");
    if (isWanted(&Approval::typedName, approval.typedName))
        options << QStringLiteral("--confirm ") + plan.instance;
    if (isWanted(&Approval::reason, approval.reason))
        options << QStringLiteral("--reason TEXT");
    return options;
}

/// What the gates say to a plan that is not run.
struct Refusal
{
    QStringList missing;
    QStringList options;
};

Refusal refusalOf(const Plan &plan, const Approval &approval, bool isProduction)
{
    Refusal refusal{Executor::missingApproval(plan, approval, isProduction),
                    missingOptions(plan, approval, isProduction)};
    const bool isWrongName = refusal.options.contains(QStringLiteral("--confirm ") + plan.instance)
                             && !approval.typedName.isEmpty();
    if (isWrongName)
        refusal.missing << commandLineText(
                               QT_TRANSLATE_NOOP("CommandLine", "“%1” is not the name of the instance."))
                               .arg(approval.typedName);
    return refusal;
}

/// The plan with what is in its way as findings: an operation that was cut off, the instance's lock.
Result<Plan> withGates(CommandContext &context, Plan plan, const Instance &instance)
{
    plan = context.console.executor().withUnsettled(std::move(plan));
    if (!changesService(plan, context.console.steps()))
        return plan;
    const auto lock = context.console.lock().state(instance);
    if (!lock)
        return tl::unexpected(lock.error());
    if (lock->isLocked) {
        const Error error = lockedError(instance.name);
        plan.findings << Finding{QStringLiteral("locked"), FindingKind::Blocker, error.message, error.advice};
    }
    return plan;
}

void printPlan(CommandContext &context, const Plan &plan, const Refusal &refusal)
{
    const StepRegistry &steps = context.console.steps();
    if (!context.output.isJson()) {
        context.output.line(toPlainText(plan, steps));
        for (const QString &sentence : refusal.missing)
            context.output.line(sentence);
        return;
    }
    QJsonObject object{{QStringLiteral("plan"), shownJson(plan)}};
    QJsonArray commands;
    for (const StepText &text : describeSteps(plan, steps))
        commands.append(
            QJsonObject{{QStringLiteral("title"), text.title}, {QStringLiteral("shell"), text.shell}});
    object.insert(QStringLiteral("steps"), commands);
    if (const QString idle = plan.idleReason(); !idle.isEmpty())
        object.insert(QStringLiteral("nothingToDo"), idle);
    object.insert(QStringLiteral("missing"), QJsonArray::fromStringList(refusal.missing));
    object.insert(QStringLiteral("options"), QJsonArray::fromStringList(refusal.options));
    context.output.value(object);
}

int showOnly(CommandContext &context, const Plan &plan, const Instance &instance, Refusal refusal,
             bool isDryRun)
{
    const auto shown = withGates(context, plan, instance);
    if (!shown) {
        context.output.error(shown.error());
        return exitCodeOf(shown.error());
    }
    if (shown->hasBlocker())
        refusal.options.clear(); // no option would help
    printPlan(context, *shown, refusal);
    if (isDryRun)
        return ExitCode::Done;
    if (!refusal.options.isEmpty() && !context.output.isJson())
        context.output.line(
            commandLineText(QT_TRANSLATE_NOOP("CommandLine", "To do it, run it again and add: %1"))
                .arg(refusal.options.join(u' ')));
    return ExitCode::RefusedByGate;
}

/// Whether a step had to end the service by force.
bool wasAnyKilled(const RunReport &report)
{
    return std::any_of(report.outputs.begin(), report.outputs.end(), [](const QJsonValue &step) {
        return step.toObject().value(QStringLiteral("wasKilled")).toBool();
    });
}

QJsonObject reportObject(const RunReport &report, const Secret &made)
{
    QJsonObject object{{QStringLiteral("operation"), report.operation.toString(QUuid::WithoutBraces)},
                       {QStringLiteral("outcome"), outcomeName(report.outcome)},
                       {QStringLiteral("outputs"), report.outputs},
                       {QStringLiteral("keptFiles"), QJsonArray::fromStringList(report.keptFiles)},
                       {QStringLiteral("commands"), QJsonArray::fromStringList(report.manualCommands)}};
    if (report.error)
        object.insert(QStringLiteral("error"), toJson(*report.error));
    if (!made.isEmpty())
        object.insert(QStringLiteral("newSecret"), QString::fromUtf8(made.bytes()));
    return object;
}

void printLines(Output &output, const RunReport &report, const Secret &made)
{
    if (report.error)
        output.error(*report.error);
    if (wasAnyKilled(report))
        output.line(commandLineText(QT_TRANSLATE_NOOP(
            "CommandLine", "The service did not end when it was asked to, and was killed.")));
    for (const QJsonValue &step : report.outputs) {
        for (const QString &sentence : toldBy(step.toObject()))
            output.line(sentence);
    }
    for (const QString &kept : report.keptFiles)
        output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "kept: %1")).arg(visibleLine(kept)));
    for (const QString &command : report.manualCommands)
        output.line(QStringLiteral("  ") + command);
    if (!made.isEmpty())
        output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "Shown this once, and kept nowhere: %1"))
                        .arg(QString::fromUtf8(made.bytes())));
    const bool isTroubled = report.outcome == Outcome::Done && report.error;
    const QString outcome = isTroubled
                                ? commandLineText(QT_TRANSLATE_NOOP("CommandLine", "done, with a problem"))
                                : wordText(outcomeName(report.outcome));
    output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "Operation %1: %2"))
                    .arg(report.operation.toString(QUuid::WithoutBraces), outcome));
}

} // namespace

int exitCodeOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::BadInput:
        return ExitCode::BadUsage;
    case ErrorKind::Cancelled:
        return ExitCode::WasCancelled;
    case ErrorKind::NeedsOperator:
        return ExitCode::WaitsForOperator;
    case ErrorKind::Refused:
    case ErrorKind::Locked:
        return ExitCode::RefusedByGate;
    default:
        return ExitCode::Failed;
    }
}

Executor::Listener stepPrinter(CommandContext &context, const Plan &plan)
{
    if (context.output.isJson())
        return {};
    QMap<QString, QString> titles;
    const QList<StepCall> calls = plan.steps + plan.proofs;
    const QList<StepText> texts = describeSteps(plan, context.console.steps());
    for (qsizetype at = 0; at < calls.size(); ++at)
        titles.insert(calls[at].id, texts[at].title);
    Output &output = context.output;
    return [titles, &output](const RunEvent &event) {
        const QString title = titles.value(event.stepId);
        switch (event.kind) {
        case RunEvent::Kind::StepDone:
            output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "done      %1")).arg(title));
            break;
        case RunEvent::Kind::StepFailed:
            output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "failed    %1: %2"))
                            .arg(title, visibleLine(event.text)));
            break;
        case RunEvent::Kind::StepPutBack:
            output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "put back  %1")).arg(title));
            break;
        case RunEvent::Kind::Noted:
            output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "note      %1"))
                            .arg(visibleLine(event.text)));
            break;
        case RunEvent::Kind::StepUnknown:
            output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "not known %1: %2"))
                            .arg(title, visibleLine(event.text)));
            break;
        default:
            break;
        }
    };
}

int printReport(CommandContext &context, const Result<RunReport> &report)
{
    if (!report) {
        context.output.error(report.error());
        return exitCodeOf(report.error());
    }
    const Secret made = context.console.newSecrets().take(report->operation);
    if (context.output.isJson())
        context.output.value(reportObject(*report, made));
    else
        printLines(context.output, *report, made);
    // Done, but where its end could not be written down, or a service is not well afterwards, a script must
    // not go on as if all were well.
    const bool isTroubled = report->error && report->error->kind == ErrorKind::NeedsOperator;
    if (report->outcome == Outcome::NeedsOperator || (report->outcome == Outcome::Done && isTroubled))
        return ExitCode::WaitsForOperator;
    if (report->outcome == Outcome::Done)
        return report->error ? ExitCode::Failed : ExitCode::Done;
    return report->error && report->error->kind == ErrorKind::Cancelled ? ExitCode::WasCancelled
                                                                        : ExitCode::Failed;
}

int runPlan(CommandContext &context, const Plan &plan, const InstanceSession &session,
            const Arguments &arguments)
{
    if (const QString idle = plan.idleReason(); !idle.isEmpty()) {
        if (context.output.isJson())
            printPlan(context, plan, {});
        else
            context.output.line(idle);
        return ExitCode::Done;
    }
    const Approval approval = approvalFrom(arguments);
    const bool isDryRun = arguments.has(QStringLiteral("dry-run"));
    const Refusal refusal = refusalOf(plan, approval, session.instance().isProduction());
    if (isDryRun || !refusal.missing.isEmpty())
        return showOnly(context, plan, session.instance(), refusal, isDryRun);
    if (!context.output.isJson())
        context.output.line(plan.title);
    const auto report = context.console.executor().run(
        plan, approval, {session, {}, context.operation, stepPrinter(context, plan)});
    const int code = printReport(context, report);
    if (report && report->outcome == Outcome::Done && !context.output.isJson()) {
        for (const QString &sentence : saidAfterwards(plan))
            context.output.line(sentence);
    }
    return code;
}

} // namespace pilothouse

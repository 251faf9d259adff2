// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/operationcommands.h"

#include "app/commandline/commandtext.h"
#include "app/commandline/entries.h"
#include "app/commandline/planrun.h"
#include "app/console.h"
#include "core/audit/auditlog.h"
#include "core/base/units.h"
#include "core/plan/journalcontents.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

/// The journal whose id starts with these characters; ids are long, people copy their beginnings.
Result<OperationRecord> findOperation(CommandContext &context, const QString &start)
{
    QList<OperationRecord> found;
    for (const OperationRecord &record : context.console.journals().list()) {
        if (record.plan.operation.toString(QUuid::WithoutBraces).startsWith(start, Qt::CaseInsensitive))
            found << record;
    }
    if (found.size() == 1)
        return found.first();
    const QString text =
        found.isEmpty()
            ? commandLineText(QT_TRANSLATE_NOOP("CommandLine", "There is no operation %1."))
            : commandLineText(QT_TRANSLATE_NOOP("CommandLine", "More than one operation starts with %1."));
    return failure(ErrorKind::NotFound, text.arg(start));
}

QJsonObject summaryOf(const OperationRecord &record)
{
    return {{QStringLiteral("operation"), record.plan.operation.toString(QUuid::WithoutBraces)},
            {QStringLiteral("startedAt"), record.startedAt.toUTC().toString(Qt::ISODate)},
            {QStringLiteral("instance"), record.plan.instance},
            {QStringLiteral("action"), record.plan.action},
            {QStringLiteral("title"), record.plan.title},
            {QStringLiteral("outcome"), outcomeName(record.outcome)},
            {QStringLiteral("undoneBy"),
             record.undoneBy.isNull() ? QString() : record.undoneBy.toString(QUuid::WithoutBraces)}};
}

int listJournals(CommandContext &context, const Arguments &arguments)
{
    QJsonArray rows;
    for (const OperationRecord &record : context.console.journals().list(arguments.at(0)))
        rows.append(summaryOf(record));
    context.output.value(rows,
                         {QStringLiteral("operation"), QStringLiteral("startedAt"),
                          QStringLiteral("instance"), QStringLiteral("outcome"), QStringLiteral("title")});
    return ExitCode::Done;
}

/// Whether it could be put back now: its instance is there, and so is what it has kept.
bool canBeUndone(const CommandContext &context, const OperationRecord &record)
{
    const Action *action = context.console.catalogue().action(record.plan.action);
    if (record.outcome != Outcome::Done || !record.undoneBy.isNull() || !action || !action->undo)
        return false;
    const auto session = context.console.session(record.plan.instance);
    return session && context.console.catalogue().undo(record, **session, context.operation);
}

int listUndoable(CommandContext &context, const Arguments &arguments)
{
    QJsonArray rows;
    for (const OperationRecord &record : context.console.journals().list(arguments.at(0))) {
        if (canBeUndone(context, record))
            rows.append(summaryOf(record));
    }
    context.output.value(rows, {QStringLiteral("operation"), QStringLiteral("startedAt"),
                                QStringLiteral("instance"), QStringLiteral("title")});
    return ExitCode::Done;
}

int applyUndo(CommandContext &context, const Arguments &arguments)
{
    const auto record = findOperation(context, arguments.at(0));
    if (!record)
        return failed(context, record.error());
    const auto session = context.console.session(record->plan.instance);
    if (!session)
        return failed(context, session.error());
    const auto plan = context.console.catalogue().undo(*record, **session, context.operation);
    if (!plan)
        return failed(context, plan.error());
    return runPlan(context, *plan, **session, arguments);
}

int continueOperation(CommandContext &context, const Arguments &arguments, bool isResume)
{
    const auto record = findOperation(context, arguments.at(0));
    if (!record)
        return failed(context, record.error());
    const auto session = context.console.session(record->plan.instance);
    if (!session)
        return failed(context, session.error());
    Executor &executor = context.console.executor();
    const QUuid id = record->plan.operation;
    const auto listener = stepPrinter(context, record->plan);
    const auto report = isResume ? executor.resume(id, {**session, {}, context.operation, listener})
                                 : executor.rollBack(id, {**session, {}, context.operation, listener});
    const int code = printReport(context, report);
    // Putting back is what was asked for.
    const bool isPutBack = !isResume && report && report->outcome == Outcome::PutBack && !report->error;
    return isPutBack ? ExitCode::Done : code;
}

int showJournal(CommandContext &context, const Arguments &arguments)
{
    const auto record = findOperation(context, arguments.at(0));
    if (!record)
        return failed(context, record.error());
    context.output.value(shownJson(*record));
    return ExitCode::Done;
}

int listAudit(CommandContext &context, const Arguments &arguments)
{
    const auto records = context.console.audit().list(arguments.at(0));
    if (!records)
        return failed(context, records.error());
    QJsonArray rows;
    for (const AuditRecord &record : *records)
        rows.append(toJson(record));
    context.output.value(rows);
    return ExitCode::Done;
}

void printAuditVerdict(Output &output, const AuditVerdict &verdict)
{
    if (verdict.isIntact)
        output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "The audit is whole; records: %1."))
                        .arg(formatCount(verdict.lastSequence)));
    else
        output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "Record %1 does not follow: %2"))
                        .arg(formatCount(verdict.firstBroken), verdict.problem));
    if (verdict.repairs > 0)
        output.line(
            commandLineText(
                QT_TRANSLATE_NOOP("CommandLine", "Records that a crash cut off and that were noted: %1."))
                .arg(formatCount(verdict.repairs)));
}

int verifyAudit(CommandContext &context, const Arguments &)
{
    const auto verdict = context.console.audit().verify();
    if (!verdict)
        return failed(context, verdict.error());
    if (!context.output.isJson()) {
        printAuditVerdict(context.output, *verdict);
        return verdict->isIntact ? ExitCode::Done : ExitCode::Failed;
    }
    context.output.value(QJsonObject{{QStringLiteral("isIntact"), verdict->isIntact},
                                     {QStringLiteral("lastSequence"), verdict->lastSequence},
                                     {QStringLiteral("firstBroken"), verdict->firstBroken},
                                     {QStringLiteral("repairs"), verdict->repairs},
                                     {QStringLiteral("problem"), verdict->problem}});
    return verdict->isIntact ? ExitCode::Done : ExitCode::Failed;
}

int exportAudit(CommandContext &context, const Arguments &)
{
    const auto lines = context.console.audit().exported();
    if (!lines)
        return failed(context, lines.error());
    context.output.line(QString::fromUtf8(*lines).trimmed());
    return ExitCode::Done;
}

int runAnyAction(CommandContext &context, const Arguments &arguments)
{
    const auto session = context.console.session(arguments.at(1));
    if (!session)
        return failed(context, session.error());
    QJsonObject object;
    for (const QString &pair : arguments.values(QStringLiteral("set"))) {
        const QString value = pair.section(u'=', 1);
        const bool isFlag = value == QStringLiteral("true") || value == QStringLiteral("false");
        object.insert(pair.section(u'=', 0, 0),
                      isFlag ? QJsonValue(value == QStringLiteral("true")) : QJsonValue(value));
    }
    const auto plan = context.console.catalogue().plan(arguments.at(0), **session, object, context.operation);
    if (!plan)
        return failed(context, plan.error());
    return runPlan(context, *plan, **session, arguments);
}

} // namespace

QList<Command> operationCommands()
{
    using Effect = Command::Effect;
    const QString undo = QStringLiteral("undo");
    const QString journal = QStringLiteral("journal");
    const QString audit = QStringLiteral("audit");
    const ArgumentSpec operation{{QStringLiteral("OPERATION")}, {}, {}};
    const ArgumentSpec maybeName{{}, {QStringLiteral("NAME")}, {}};
    return {
        withEffect(Effect::Looks, own(undo, QStringLiteral("list"),
                                      QT_TRANSLATE_NOOP("CommandLine", "What can still be put back."),
                                      maybeName, listUndoable)),
        withEffect(Effect::Plans,
                   own(undo, QStringLiteral("apply"),
                       QT_TRANSLATE_NOOP("CommandLine", "Put an operation back, as a plan of its own."),
                       operation, applyUndo)),
        withEffect(Effect::Looks, own(journal, QStringLiteral("list"),
                                      QT_TRANSLATE_NOOP("CommandLine", "All operations, newest first."),
                                      maybeName, listJournals)),
        withEffect(Effect::Looks, own(journal, QStringLiteral("show"),
                                      QT_TRANSLATE_NOOP("CommandLine", "One operation with its steps."),
                                      operation, showJournal)),
        own(journal, QStringLiteral("resume"),
            QT_TRANSLATE_NOOP("CommandLine", "Go on with an operation that was cut off."), operation,
            [](CommandContext &c, const Arguments &a) { return continueOperation(c, a, true); }),
        own(journal, QStringLiteral("rollback"),
            QT_TRANSLATE_NOOP("CommandLine", "Put back what a cut-off operation did."), operation,
            [](CommandContext &c, const Arguments &a) { return continueOperation(c, a, false); }),
        withEffect(Effect::Looks,
                   own(audit, QStringLiteral("list"),
                       QT_TRANSLATE_NOOP("CommandLine", "The audit, newest first."), maybeName, listAudit)),
        withEffect(Effect::Looks,
                   own(audit, QStringLiteral("verify"),
                       QT_TRANSLATE_NOOP("CommandLine", "Walk the audit's hash chain."), {}, verifyAudit)),
        withEffect(Effect::Looks,
                   own(audit, QStringLiteral("export"),
                       QT_TRANSLATE_NOOP("CommandLine", "The audit as JSON lines, exactly as it stands."), {},
                       exportAudit)),
        withEffect(Effect::Plans,
                   own(QStringLiteral("run"), {},
                       QT_TRANSLATE_NOOP("CommandLine", "Any action of the catalogue."),
                       {{QStringLiteral("ACTION"), QStringLiteral("NAME")}, {}, {QStringLiteral("set=*")}},
                       runAnyAction)),
    };
}

} // namespace pilothouse

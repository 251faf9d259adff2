// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way back of a run, and its ends.

#include "core/plan/executorrun.h"
#include "core/plan/journalfile.h"
#include "core/plan/plancheck.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

QString executorBackText(const char *text)
{
    return QCoreApplication::translate("Executor", text);
}

Error notPutBack(const QString &title)
{
    Error error;
    error.kind = ErrorKind::NeedsOperator;
    error.subject = title;
    error.message = executorBackText(QT_TRANSLATE_NOOP("Executor", "It could not be put back completely."));
    error.advice = executorBackText(
        QT_TRANSLATE_NOOP("Executor", "Look at it and settle it by hand, then put back again."));
    return error;
}

void addSection(QStringList &lines, const QString &heading, const QStringList &commands)
{
    if (commands.isEmpty())
        return;
    lines << QStringLiteral("# ") + heading;
    lines << commands;
}

} // namespace

void Executor::Run::fail(int index, const Error &error)
{
    StepRecord &state = stateAt(index);
    report.error = error;
    report.failedStep = state.id;
    state.error = error;
    if (error.kind == ErrorKind::NeedsOperator) {
        needOperator(index, error);
        return;
    }
    state.state = StepState::Failed;
    note(QStringLiteral("failed"),
         {{QStringLiteral("step"), state.id}, {QStringLiteral("error"), toJson(error)}});
    tell(RunEvent::Kind::StepFailed, state.id, error.message);
    if (!canPutBack()) {
        report.outcome = Outcome::NeedsOperator;
        collectManual();
        return;
    }
    putBack(false);
}

bool Executor::Run::goesOnWithout(int index, const Error &error)
{
    const bool isDecided = error.kind == ErrorKind::Cancelled || error.kind == ErrorKind::NeedsOperator;
    if (isDecided || !callAt(index).mayFail())
        return false;
    StepRecord &state = stateAt(index);
    // A journal that cannot tell of it would not tell how the operation ended either.
    if (!journal.append(QStringLiteral("failed"),
                        {{QStringLiteral("step"), state.id}, {QStringLiteral("error"), toJson(error)}}))
        return false;
    state.state = StepState::Failed;
    state.error = error;
    tell(RunEvent::Kind::StepFailed, state.id, error.message);
    if (report.error)
        return true;
    report.failedStep = state.id;
    report.error = error;
    report.error->kind = ErrorKind::NeedsOperator;
    const QString back =
        executorBackText(QT_TRANSLATE_NOOP("Executor", "What this has changed can be put back in Activity "
                                                       "or with: undo apply %1"))
            .arg(record.plan.operation.toString(QUuid::WithoutBraces));
    report.error->advice = QString(error.advice + u' ' + back).trimmed();
    return true;
}

bool Executor::Run::canPutBack()
{
    loadOutputs();
    for (int index = 0; index < stepCount(); ++index) {
        if (!stateAt(index).isBegun || stepAt(index).isReversible())
            continue;
        const Call call(*this, index, argumentsAt(index), false);
        if (call.step.observe(call.scope, stateAt(index).before) != Observed::NotDone)
            return false;
    }
    return true;
}

void Executor::Run::putBack(bool isAfterCrash)
{
    loadOutputs();
    note(QStringLiteral("puttingBack"), {});
    tell(RunEvent::Kind::PuttingBack, {}, {});
    for (int index = stepCount() - 1; index >= 0; --index) {
        StepRecord &state = stateAt(index);
        if (!state.isBegun || state.state == StepState::PutBack || !stepAt(index).isReversible())
            continue;
        if (const auto done = compensate(index, isAfterCrash); !done) {
            needOperator(index, done.error());
            return;
        }
        state.state = StepState::PutBack;
        note(QStringLiteral("putBack"), {{QStringLiteral("step"), state.id}});
        tell(RunEvent::Kind::StepPutBack, state.id, {});
    }
    report.outcome = Outcome::PutBack;
}

Result<> Executor::Run::compensate(int index, bool isAfterCrash)
{
    const Call call(*this, index, argumentsAt(index), false);
    const QJsonObject &before = stateAt(index).before;
    if (isAfterCrash) {
        const auto now = call.step.observe(call.scope, before);
        if (!now)
            return tl::unexpected(withSubject(now.error(), call.text.title));
        if (*now == Observed::Unknown)
            return failure(notPutBack(call.text.title));
    }
    if (const auto done = call.step.compensate(call.scope, before); !done)
        return tl::unexpected(withSubject(done.error(), call.text.title));
    call.context.flush();
    const auto seen = call.step.observe(call.scope, before);
    if (!seen)
        return tl::unexpected(withSubject(seen.error(), call.text.title));
    // Done is no failure: what was there before may be just what the step makes.
    if (*seen == Observed::Unknown || *seen == Observed::Partly)
        return failure(notPutBack(call.text.title));
    return {};
}

void Executor::Run::needOperator(int index, const Error &error)
{
    StepRecord &state = stateAt(index);
    state.state = StepState::Unknown;
    state.error = error;
    if (!report.error) {
        report.error = error;
        report.failedStep = state.id;
    } else if (report.failedStep != state.id) {
        report.error->detail +=
            (report.error->detail.isEmpty() ? QString() : QStringLiteral("\n")) + error.toText();
    }
    note(QStringLiteral("unknown"),
         {{QStringLiteral("step"), state.id}, {QStringLiteral("error"), toJson(error)}});
    tell(RunEvent::Kind::StepUnknown, state.id, error.message);
    report.outcome = Outcome::NeedsOperator;
    collectManual();
}

QJsonObject Executor::Run::argumentsAt(int index) const
{
    const QJsonObject &raw = callAt(index).arguments;
    return resolved(raw, outputs).value_or(raw);
}

void Executor::Run::collectManual()
{
    QStringList finish;
    QStringList back;
    for (int index = 0; index < record.steps.size(); ++index) {
        const StepRecord &state = stateAt(index);
        const Step &step = stepAt(index);
        const QJsonObject arguments = argumentsAt(index);
        const QString shell = step.describe(arguments).shell;
        if (!isProof(index) && state.state != StepState::Done && !shell.isEmpty())
            finish << shell;
        if (!state.isBegun || state.state == StepState::PutBack || isProof(index))
            continue;
        report.keptFiles << step.keptFiles(arguments, state.before);
        if (const QString undo = step.putBackShell(arguments, state.before); !undo.isEmpty())
            back.prepend(undo);
    }
    addSection(report.manualCommands, executorBackText(QT_TRANSLATE_NOOP("Executor", "To finish by hand:")),
               finish);
    addSection(report.manualCommands, executorBackText(QT_TRANSLATE_NOOP("Executor", "To put back by hand:")),
               back);
}

void Executor::Run::note(const QString &event, const QJsonObject &body)
{
    if (auto appended = journal.append(event, body); !appended && !lostEntry)
        lostEntry = appended.error();
}

void Executor::Run::finish()
{
    report.operation = record.plan.operation;
    for (const StepRecord &step : std::as_const(record.steps)) {
        if (step.state == StepState::Done)
            report.outputs.insert(step.id, step.outputs);
    }
    QJsonObject body{{QStringLiteral("outcome"), outcomeName(report.outcome)},
                     {QStringLiteral("failedStep"), report.failedStep}};
    if (report.error)
        body.insert(QStringLiteral("error"), toJson(*report.error));
    note(QStringLiteral("finished"), body);
    if (lostEntry && (!report.error || report.outcome == Outcome::Done)) {
        if (!report.error)
            report.error = lostEntry;
        report.error->advice = executorBackText(QT_TRANSLATE_NOOP(
            "Executor", "The work itself is complete. Make room, then resume it to close its journal."));
    }
    tell(RunEvent::Kind::Ended, {}, outcomeName(report.outcome));
}

} // namespace pilothouse

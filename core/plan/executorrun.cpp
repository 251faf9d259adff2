// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/executorrun.h"

#include "core/plan/journalfile.h"
#include "core/plan/plancheck.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

QString executorRunText(const char *text)
{
    return QCoreApplication::translate("Executor", text);
}

Error unknownState(const QString &title)
{
    Error error;
    error.kind = ErrorKind::NeedsOperator;
    error.subject = title;
    error.message = executorRunText(
        QT_TRANSLATE_NOOP("Executor", "What is there now is neither the old state nor the new one."));
    error.advice = executorRunText(
        QT_TRANSLATE_NOOP("Executor", "Look at it, settle it by hand, then resume or put back."));
    return error;
}

/// The world cannot be seen: as good as unknown.
Error unseenState(Error error)
{
    error.kind = ErrorKind::NeedsOperator;
    return error;
}

QJsonObject stepBody(const QString &id)
{
    return {{QStringLiteral("step"), id}};
}

} // namespace

Executor::Run::Call::Call(Run &run, int index, QJsonObject resolvedArguments, bool isCancellable)
    : step(run.stepAt(index))
    , arguments(std::move(resolvedArguments))
    , context(run.contextFor(index, step.describe(arguments).title, isCancellable))
    , text(step.describe(arguments))
    , scope{run.session, run.record.plan.operation, arguments, run.outputs, run.secrets, context}
{
}

const StepCall &Executor::Run::callAt(int index) const
{
    return isProof(index) ? record.plan.proofs.at(index - stepCount()) : record.plan.steps.at(index);
}

const Step &Executor::Run::stepAt(int index) const
{
    return *steps.find(callAt(index).step);
}

bool Executor::Run::isIrreversibleBegun() const
{
    for (int index = 0; index < stepCount(); ++index) {
        if (record.steps.at(index).isBegun && !stepAt(index).isReversible())
            return true;
    }
    return false;
}

bool Executor::Run::isOutputNeeded(const QString &id) const
{
    const QList<StepCall> calls = record.plan.steps + record.plan.proofs;
    return std::any_of(calls.begin(), calls.end(),
                       [&id](const StepCall &call) { return referencedSteps(call.arguments).contains(id); });
}

void Executor::Run::loadOutputs()
{
    for (const StepRecord &step : std::as_const(record.steps)) {
        if (step.state == StepState::Done)
            outputs.insert(step.id, step.outputs);
    }
}

void Executor::Run::tell(RunEvent::Kind kind, const QString &stepId, const QString &text) const
{
    if (listener)
        listener(RunEvent{kind, stepId, text, {}});
}

OperationContext Executor::Run::contextFor(int index, const QString &title, bool isCancellable) const
{
    auto sink = [this, id = callAt(index).id, title](const Progress &progress) {
        if (listener)
            listener(RunEvent{RunEvent::Kind::StepProgress, id, title, progress});
        context.report(Progress{progress.done, progress.total, title});
    };
    return isCancellable ? context.withSink(sink) : OperationContext(sink);
}

void Executor::Run::forward()
{
    loadOutputs();
    for (int index = 0; index < record.steps.size(); ++index) {
        if (!isProof(index) && stateAt(index).state == StepState::Done)
            continue;
        if (const auto done = proceed(index, false); !done && !goesOnWithout(index, done.error())) {
            fail(index, done.error());
            return;
        }
    }
    report.outcome = Outcome::Done;
}

void Executor::Run::carryOn()
{
    loadOutputs();
    bool isAllDone = true;
    for (int index = 0; index < stepCount(); ++index) {
        const StepState state = stateAt(index).state;
        const bool isOver = state == StepState::Failed && callAt(index).mayFail();
        isAllDone = isAllDone && (state == StepState::Done || isOver);
    }
    // Where every step had been seen done, the proofs alone decide: a service that a later step started again
    // is no reason to stop it once more.
    for (int index = 0; !isAllDone && index < stepCount() && stateAt(index).isBegun; ++index) {
        if (const auto done = proceed(index, true); !done && !goesOnWithout(index, done.error())) {
            fail(index, done.error());
            return;
        }
    }
    forward();
}

Result<> Executor::Run::proceed(int index, bool hasBegun)
{
    // Past the first step that cannot be put back there is only the way forward.
    const bool isCancellable = !isIrreversibleBegun();
    if (isCancellable && context.isCancelled())
        return failure(ErrorKind::Cancelled, executorRunText(QT_TRANSLATE_NOOP("Executor", "Cancelled.")));
    const auto arguments = resolved(callAt(index).arguments, outputs);
    if (!arguments)
        return tl::unexpected(arguments.error());
    if (auto held = confirmElsewhere(); !held)
        return held;
    const Call call(*this, index, *arguments, isCancellable);
    tell(RunEvent::Kind::StepStarted, callAt(index).id, call.text.title);
    context.report(Progress{index, record.steps.size(), call.text.title});
    auto done = hasBegun ? pickUp(index, call) : perform(index, call);
    call.context.flush();
    if (!done)
        done.error() = withSubject(done.error(), call.text.title);
    return done;
}

/// What nobody can hold is said once, and again when it has changed.
Result<> Executor::Run::confirmElsewhere()
{
    if (!elsewhere)
        return {};
    if (auto held = elsewhere->confirm(context); !held)
        return held;
    const QString said = elsewhere->notHeld();
    if (said != std::exchange(notHeld, said) && !said.isEmpty())
        tell(RunEvent::Kind::Noted, {}, said);
    return {};
}

Result<> Executor::Run::perform(int index, const Call &call)
{
    StepRecord &state = stateAt(index);
    auto before = call.step.prepare(call.scope);
    if (!before)
        return tl::unexpected(before.error());
    QJsonObject body = stepBody(state.id);
    body.insert(QStringLiteral("before"), *before);
    if (auto appended = journal.append(QStringLiteral("before"), body); !appended)
        return appended;
    state.before = *before;
    state.state = StepState::Prepared;
    state.isBegun = true;
    return act(index, call);
}

Result<> Executor::Run::pickUp(int index, const Call &call)
{
    StepRecord &state = stateAt(index);
    const auto seen = call.step.observe(call.scope, state.before);
    if (!seen)
        return failure(unseenState(seen.error()));
    switch (*seen) {
    case Observed::Unknown:
        return failure(unknownState(call.text.title));
    case Observed::NotDone:
    case Observed::Partly:
        return act(index, call);
    case Observed::Done:
        break;
    }
    if (state.state == StepState::Done) {
        tell(RunEvent::Kind::StepDone, state.id, call.text.title);
        return {};
    }
    // Its outputs went with the crash; where a later step needs them, it does its idempotent work again.
    return isOutputNeeded(state.id) ? act(index, call) : settle(index, {});
}

Result<> Executor::Run::act(int index, const Call &call)
{
    const auto stepOutputs = call.step.effect(call.scope, stateAt(index).before);
    if (!stepOutputs)
        return tl::unexpected(stepOutputs.error());
    if (!call.step.onlyLooks()) {
        if (auto confirmed = confirm(index, call); !confirmed)
            return confirmed;
    }
    return settle(index, *stepOutputs);
}

Result<> Executor::Run::confirm(int index, const Call &call)
{
    const auto seen = call.step.observe(call.scope, stateAt(index).before);
    const bool isPlainFailure = isProof(index) || (!seen && seen.error().kind == ErrorKind::Cancelled);
    if (!seen)
        return failure(isPlainFailure ? seen.error() : unseenState(seen.error()));
    if (*seen == Observed::Done)
        return {};
    if (*seen == Observed::Unknown && !isPlainFailure)
        return failure(unknownState(call.text.title));
    return failure(ErrorKind::Internal,
                   isProof(index)
                       ? executorRunText(QT_TRANSLATE_NOOP("Executor", "This could not be proved."))
                       : executorRunText(QT_TRANSLATE_NOOP(
                           "Executor", "It ran without an error, but what it should do is not done.")));
}

Result<> Executor::Run::settle(int index, const QJsonObject &stepOutputs)
{
    StepRecord &state = stateAt(index);
    QJsonObject body = stepBody(state.id);
    body.insert(QStringLiteral("outputs"), stepOutputs);
    if (auto appended = journal.append(QStringLiteral("done"), body); !appended)
        return appended;
    state.state = StepState::Done;
    state.outputs = stepOutputs;
    outputs.insert(state.id, stepOutputs);
    tell(RunEvent::Kind::StepDone, state.id, stepAt(index).describe(callAt(index).arguments).title);
    return {};
}

} // namespace pilothouse

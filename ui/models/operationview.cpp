// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/operationview.h"

#include "core/audit/actor.h"
#include "core/plan/plantext.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

constexpr qsizetype MaximumOutput = 500;

QString operationViewText(const char *text)
{
    return QCoreApplication::translate("OperationView", text);
}

StepView *find(OperationView &view, const QString &id)
{
    const auto it =
        std::find_if(view.steps.begin(), view.steps.end(), [&](const StepView &s) { return s.id == id; });
    return it == view.steps.end() ? nullptr : &*it;
}

void appendOutput(OperationView &view, const QString &line)
{
    if (line.isEmpty())
        return;
    view.output.append(line);
    if (view.output.size() > MaximumOutput)
        view.output.remove(0, view.output.size() - MaximumOutput);
}

void applyToStep(StepView &step, const RunEvent &event, const QDateTime &at)
{
    switch (event.kind) {
    case RunEvent::Kind::StepStarted:
        step.isRunning = true;
        step.startedAt = at;
        break;
    case RunEvent::Kind::StepProgress:
        step.progress = event.progress;
        break;
    case RunEvent::Kind::StepDone:
        step.state = StepState::Done;
        break;
    case RunEvent::Kind::StepFailed:
        step.state = StepState::Failed;
        break;
    case RunEvent::Kind::StepPutBack:
        step.state = StepState::PutBack;
        break;
    case RunEvent::Kind::StepUnknown:
        step.state = StepState::Unknown;
        break;
    default:
        break;
    }
    if (event.kind != RunEvent::Kind::StepStarted && event.kind != RunEvent::Kind::StepProgress) {
        step.isRunning = false;
        step.endedAt = at;
        step.text = event.text;
    }
}

} // namespace

bool OperationView::needsAttention() const
{
    if (isAcknowledged)
        return false;
    return outcome == Outcome::NeedsOperator || outcome == Outcome::PutBack || outcome == Outcome::Interrupted
           || (outcome == Outcome::Done && error && undoneBy.isNull());
}

bool OperationView::canBeAcknowledged() const
{
    return needsAttention() && (outcome == Outcome::PutBack || outcome == Outcome::Done);
}

int OperationView::currentStep() const
{
    for (qsizetype at = 0; at < steps.size(); ++at) {
        if (steps[at].isRunning || steps[at].id == failedStep)
            return static_cast<int>(at) + 1;
    }
    const auto isBegun = [](const StepView &step) { return step.state != StepState::ToDo; };
    const auto begun = std::count_if(steps.begin(), steps.end(), isBegun);
    return isRunning() && begun > 0 ? static_cast<int>(std::min(begun + 1, steps.size())) : 0;
}

QString OperationView::progressText() const
{
    if (!isRunning() || isPuttingBack || currentStep() == 0)
        return outcomeText();
    return operationViewText(QT_TRANSLATE_NOOP("OperationView", "Running, step %1 of %2"))
        .arg(currentStep())
        .arg(steps.size());
}

QString OperationView::outcomeText() const
{
    switch (outcome) {
    case Outcome::Running:
        return isPuttingBack ? operationViewText(QT_TRANSLATE_NOOP("OperationView", "Putting back"))
                             : operationViewText(QT_TRANSLATE_NOOP("OperationView", "Running"));
    case Outcome::Done:
        if (error)
            return operationViewText(QT_TRANSLATE_NOOP("OperationView", "Done, with a problem"));
        return undoneBy.isNull()
                   ? operationViewText(QT_TRANSLATE_NOOP("OperationView", "Done"))
                   : operationViewText(QT_TRANSLATE_NOOP("OperationView", "Done, later put back"));
    case Outcome::PutBack:
        if (error && error->kind == ErrorKind::Cancelled)
            return operationViewText(QT_TRANSLATE_NOOP("OperationView", "Cancelled, put back"));
        if (steps.isEmpty() || currentStep() == 0)
            return operationViewText(QT_TRANSLATE_NOOP("OperationView", "Failed, nothing was changed"));
        return operationViewText(QT_TRANSLATE_NOOP("OperationView", "Failed at step %1 of %2, put back"))
            .arg(currentStep())
            .arg(steps.size());
    case Outcome::NeedsOperator:
        return operationViewText(QT_TRANSLATE_NOOP("OperationView", "Needs an operator"));
    case Outcome::Interrupted:
        break;
    }
    return operationViewText(QT_TRANSLATE_NOOP("OperationView", "Interrupted"));
}

OperationView viewOf(const Plan &plan, const StepRegistry &steps, const QDateTime &startedAt)
{
    OperationView view;
    view.id = plan.operation;
    view.title = plan.title;
    view.instance = plan.instance;
    view.action = plan.action;
    view.severity = plan.severity;
    view.actor = actorName();
    view.startedAt = startedAt;
    view.estimateMs = plan.estimate.milliseconds;
    view.undoes = plan.undoes;
    view.afterwards = saidAfterwards(plan);
    const QList<StepCall> calls = plan.steps + plan.proofs;
    const QList<StepText> texts = describeSteps(plan, steps);
    for (qsizetype at = 0; at < calls.size(); ++at) {
        StepView step;
        step.id = calls[at].id;
        step.title = texts[at].title;
        step.shell = texts[at].shell;
        view.steps << step;
    }
    return view;
}

OperationView viewOf(const OperationRecord &record, const StepRegistry &steps)
{
    OperationView view = viewOf(record.plan, steps, record.startedAt);
    view.outcome = record.outcome;
    view.endedAt = record.endedAt;
    view.actor = record.actor;
    view.reason = record.reason;
    view.error = record.error;
    view.failedStep = record.failedStep;
    view.isAcknowledged = record.isAcknowledged;
    view.undoneBy = record.undoneBy;
    for (StepView &step : view.steps) {
        const StepRecord *kept = record.step(step.id);
        if (!kept)
            continue;
        step.state = kept->state == StepState::Prepared ? StepState::ToDo : kept->state;
        step.isRunning = view.isRunning() && kept->state == StepState::Prepared;
        step.startedAt = kept->startedAt;
        step.endedAt = kept->endedAt;
        if (kept->error)
            step.text = kept->error->message;
        if (!step.shell.isEmpty() && kept->state != StepState::ToDo)
            appendOutput(view, QStringLiteral("$ ") + step.shell);
        if (kept->state == StepState::Done) {
            for (const QString &sentence : toldBy(kept->outputs))
                appendOutput(view, sentence);
        }
        if (kept->error)
            appendOutput(view, kept->error->toText());
    }
    return view;
}

StateKind stateOf(const OperationView &view)
{
    switch (view.outcome) {
    case Outcome::Running:
        return StateKind::Working;
    case Outcome::Done:
        return view.error ? StateKind::Warning : StateKind::Healthy;
    case Outcome::NeedsOperator:
        return StateKind::NeedsOperator;
    case Outcome::PutBack:
        return view.error && view.error->kind == ErrorKind::Cancelled ? StateKind::NotChecked
                                                                      : StateKind::Down;
    case Outcome::Interrupted:
        break;
    }
    return StateKind::Warning;
}

const OperationView *lastEnded(const QList<OperationView> &views)
{
    const auto endOf = [](const OperationView &view) {
        return view.endedAt.isValid() ? view.endedAt : view.startedAt; // one that was cut off has no end
    };
    const OperationView *last = nullptr;
    for (const OperationView &view : views) {
        if (!view.isRunning() && (!last || endOf(view) > endOf(*last)))
            last = &view;
    }
    return last;
}

QString summaryOf(const QList<OperationView> &views)
{
    int running = 0;
    int failed = 0;
    int troubled = 0;
    const OperationView *only = nullptr;
    for (const OperationView &view : views) {
        if (view.needsAttention())
            ++(view.outcome == Outcome::Done ? troubled : failed);
        if (view.isRunning() && ++running == 1)
            only = &view;
    }
    QStringList parts;
    if (running == 1)
        parts << operationViewText(QT_TRANSLATE_NOOP("OperationView", "%1: %2"))
                     .arg(only->title, only->progressText());
    else if (running > 1)
        parts << QCoreApplication::translate("OperationView", "%n running", nullptr, running);
    if (failed > 0)
        parts << QCoreApplication::translate("OperationView", "%n failed, not acknowledged", nullptr, failed);
    if (troubled > 0)
        parts << QCoreApplication::translate("OperationView", "%n done with a problem, not acknowledged",
                                             nullptr, troubled);
    return parts.isEmpty() ? operationViewText(QT_TRANSLATE_NOOP("OperationView", "No operation is running"))
                           : parts.join(QStringLiteral("  \u00B7  "));
}

void apply(OperationView &view, const RunEvent &event, const QDateTime &at)
{
    if (event.kind == RunEvent::Kind::PuttingBack) {
        view.isPuttingBack = true;
        appendOutput(view,
                     operationViewText(QT_TRANSLATE_NOOP("OperationView", "Putting back what was done")));
    }
    StepView *step = find(view, event.stepId);
    if (step)
        applyToStep(*step, event, at);
    if (step && event.kind == RunEvent::Kind::StepStarted)
        appendOutput(view, step->shell.isEmpty() ? QStringLiteral("# ") + step->title
                                                 : QStringLiteral("$ ") + step->shell);
    if (event.kind == RunEvent::Kind::StepFailed && view.failedStep.isEmpty())
        view.failedStep = event.stepId;
    if (event.kind == RunEvent::Kind::StepFailed || event.kind == RunEvent::Kind::StepUnknown
        || event.kind == RunEvent::Kind::Noted)
        appendOutput(view, event.text);
}

void apply(OperationView &view, const Result<RunReport> &report, const QDateTime &at)
{
    view.endedAt = at;
    view.isCancelling = false;
    for (StepView &step : view.steps)
        step.isRunning = false;
    if (!report) {
        // Refused before anything was changed: by a gate, the lock or the fingerprint.
        view.outcome = Outcome::PutBack;
        view.error = report.error();
        appendOutput(view, report.error().toText());
        return;
    }
    view.outcome = report->outcome;
    view.error = report->error;
    view.failedStep = report->failedStep;
    view.keptFiles = report->keptFiles;
    view.manualCommands = report->manualCommands;
    for (const QJsonValue &step : report->outputs) {
        for (const QString &sentence : toldBy(step.toObject()))
            appendOutput(view, sentence);
    }
    if (view.outcome == Outcome::Done && view.error) // it is done; what was to be noted of it is not
        appendOutput(view, view.error->toText());
    else if (view.error) // the step has said the rest
        appendOutput(view, view.error->detail);
    appendOutput(view, view.outcomeText());
}

} // namespace pilothouse

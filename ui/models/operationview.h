// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/executor.h"
#include "core/plan/plan.h"
#include "core/plan/stepregistry.h"
#include "ui/models/statekind.h"

#include <QDateTime>

namespace pilothouse {

/// One step of an operation as the dock shows it.
struct StepView
{
    QString id;
    QString title;
    QString shell;
    StepState state = StepState::ToDo;
    bool isRunning = false;
    QString text; ///< why it failed or was put back
    Progress progress;
    QDateTime startedAt; ///< UTC
    QDateTime endedAt;

    bool operator==(const StepView &) const = default;
};

/// One operation as the dock and Activity show it: running, or read back from its journal.
struct OperationView
{
    QUuid id;
    QString title;
    QString instance;
    QString action;
    Severity severity = Severity::Reversible;
    Outcome outcome = Outcome::Running;
    QDateTime startedAt;
    QDateTime endedAt;
    qint64 estimateMs = 0; ///< 0: not known
    QList<StepView> steps;
    QStringList output; ///< commands and what they said, newest last, at most 500 lines
    std::optional<Error> error;
    QString failedStep; ///< id
    bool isPuttingBack = false;
    bool isAcknowledged = false;
    bool isCancelling = false;
    QStringList afterwards; ///< sentences of its plan to be said once more when it is done
    QStringList keptFiles;
    QStringList manualCommands;
    QString actor;
    QString reason;
    QUuid undoes;
    QUuid undoneBy;
    bool canBePutBack = false; ///< a plan for it could be made when that was last looked at

    bool isRunning() const { return outcome == Outcome::Running; }
    /// A failure or an interruption that nobody has looked at yet.
    bool needsAttention() const;
    /// Whether it is enough that somebody has seen it: it has ended, and nothing is left half done.
    bool canBeAcknowledged() const;
    /// "Failed at step 4 of 6, put back", "Done", "Needs an operator" ...
    QString outcomeText() const;
    /// 1-based number of the step that is running or failed, or that comes next; 0: none has begun.
    int currentStep() const;
    /// outcomeText(), while it runs with the step at which it is: "Running, step 3 of 7".
    QString progressText() const;

    bool operator==(const OperationView &) const = default;
};

/// The view of an operation that is about to run.
OperationView viewOf(const Plan &plan, const StepRegistry &steps, const QDateTime &startedAt);
/// The view of an operation that its journal tells of.
OperationView viewOf(const OperationRecord &record, const StepRegistry &steps);
/// The mark of its outcome.
StateKind stateOf(const OperationView &view);
/// The one that ended last; null where none has.
const OperationView *lastEnded(const QList<OperationView> &views);
/// One line about all: what runs, with its step, and what failed and was not looked at.
QString summaryOf(const QList<OperationView> &views);
/// Moves the view on by one event.
void apply(OperationView &view, const RunEvent &event, const QDateTime &at);
/// Closes the view with what the run came to.
void apply(OperationView &view, const Result<RunReport> &report, const QDateTime &at);

} // namespace pilothouse

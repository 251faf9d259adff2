// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/executor.h"

namespace pilothouse {

/// One operation while it runs: the state machine of steps, forward and back. Lives on the worker's stack.
struct Executor::Run
{
    const StepRegistry &steps;
    Journal &journal;
    const InstanceSession &session;
    const SecretBag &secrets;
    const OperationContext &context;
    const Listener &listener;
    OperationLock *elsewhere; ///< null: nothing is held there
    OperationRecord record;
    RunReport report = {};
    QJsonObject outputs = {};
    QString notHeld = {};                ///< as it was told last
    std::optional<Error> lostEntry = {}; ///< while putting back: an entry that the journal could not take

    /// Does what is still to do, then the proofs; puts back where something fails.
    void forward();
    /// After a crash: looks at what had begun, does it again where the world says so, then goes forward.
    void carryOn();
    /// Puts back what had begun, newest first. After a crash the world is looked at first.
    void putBack(bool isAfterCrash);
    /// False where a step that cannot be put back has had its effect.
    bool canPutBack();
    /// Writes the end to the journal and tells the listener.
    void finish();

private:
    /// One call of a step, with all that its scope borrows.
    struct Call
    {
        Call(Run &run, int index, QJsonObject resolvedArguments, bool isCancellable);
        Call(const Call &) = delete;
        Call &operator=(const Call &) = delete;

        const Step &step;
        const QJsonObject arguments;
        const OperationContext context;
        const StepText text;
        const StepScope scope;
    };

    int stepCount() const { return static_cast<int>(record.plan.steps.size()); }
    bool isProof(int index) const { return index >= stepCount(); }
    const StepCall &callAt(int index) const;
    const Step &stepAt(int index) const;
    StepRecord &stateAt(int index) { return record.steps[index]; }
    bool isIrreversibleBegun() const;
    bool isOutputNeeded(const QString &id) const;

    void loadOutputs();
    Result<> proceed(int index, bool hasBegun);
    Result<> confirmElsewhere();
    Result<> perform(int index, const Call &call);
    Result<> pickUp(int index, const Call &call);
    Result<> act(int index, const Call &call);
    Result<> confirm(int index, const Call &call);
    Result<> settle(int index, const QJsonObject &stepOutputs);
    Result<> compensate(int index, bool isAfterCrash);
    void note(const QString &event, const QJsonObject &body);

    OperationContext contextFor(int index, const QString &title, bool isCancellable) const;
    void fail(int index, const Error &error);
    /// Whether the plan goes on without a call that failed; it is told at the end then.
    bool goesOnWithout(int index, const Error &error);
    void needOperator(int index, const Error &error);
    void collectManual();
    QJsonObject argumentsAt(int index) const;
    void tell(RunEvent::Kind kind, const QString &stepId, const QString &text = {}) const;
};

} // namespace pilothouse

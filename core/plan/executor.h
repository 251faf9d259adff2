// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/plan/journal.h"
#include "core/plan/operationlock.h"
#include "core/plan/plan.h"
#include "core/plan/stepregistry.h"

#include <functional>

namespace pilothouse {

class AuditLog;
class InstanceSession;
struct Instance;

/// What the operator said to a plan, however it was started.
struct Approval
{
    bool isConfirmed = false; ///< the named button was pressed, or --yes given
    QStringList accepted;     ///< ids of the NeedsConsent findings that were ticked
    QString typedName;        ///< where the ladder asks for it
    QString reason;
    QString how; ///< "window", "command line", "schedule": for the audit
    /// Agreed to when the instance was unlocked, to happen by itself later: a lock does not hold it up.
    bool isAgreedBefore = false;

    bool operator==(const Approval &) const = default;
};

/// Something that happened while a plan runs. Sent from the worker's thread.
struct RunEvent
{
    enum class Kind {
        StepStarted,
        StepProgress,
        StepDone,
        StepFailed,
        PuttingBack,
        StepPutBack,
        StepUnknown,
        Noted, ///< something to know, of no step
        Ended
    };
    Kind kind = Kind::StepStarted;
    QString stepId;
    QString text; ///< title, outcome or error
    Progress progress;
};

/// What a run came to.
struct RunReport
{
    QUuid operation;
    Outcome outcome = Outcome::Done;
    std::optional<Error> error; ///< why it failed, where it did
    QString failedStep;         ///< id
    QJsonObject outputs;        ///< by step id
    QStringList keptFiles;      ///< NeedsOperator: everything that is kept, with what it is
    QStringList manualCommands; ///< NeedsOperator: what to type to finish by hand
};

/// The one door to the world: runs plans, and nothing but plans. Holds both gates (RELIABILITY.md C8).
class Executor
{
public:
    using Listener = std::function<void(const RunEvent &)>;
    /// Computes the fingerprint that the plan's must still equal; empty result of both: nothing to compare.
    using Fingerprint = std::function<Result<QByteArray>(const InstanceSession &, const OperationContext &)>;

    /// Whether an instance is locked now.
    using LockReader = std::function<Result<bool>(const Instance &)>;

    /// What an operation runs on and with; borrowed until it has ended.
    struct Scope
    {
        const InstanceSession &session;
        const SecretBag &secrets;
        const OperationContext &context;
        Listener listener = {};
    };

    Executor(const StepRegistry &steps, JournalStore &journals, AuditLog &audit, const Clock &clock);

    /// Told of every operation when its journal has its end, whichever that is: what it cannot do is told
    /// with the report.
    using Ending = std::function<Result<>(const QUuid &, const InstanceSession &)>;
    void setEnding(Ending ending);
    void setFingerprint(Fingerprint fingerprint);
    /// The second gate; without a reader nothing is locked.
    void setLock(LockReader isLocked);

    /// What a plan must hold elsewhere while it runs, such as a database of a server; null: nothing.
    using LockMaker = std::function<std::unique_ptr<OperationLock>(const Plan &, const InstanceSession &)>;
    void setOperationLock(LockMaker make);

    /// Refused (with what is missing) by a gate, Locked by another writer; else a report, also of a failed
    /// run.
    [[nodiscard]] Result<RunReport> run(const Plan &plan, const Approval &approval, const Scope &scope);
    /// Goes on with an operation that a crash cut off.
    [[nodiscard]] Result<RunReport> resume(const QUuid &operation, const Scope &scope);
    /// Puts its done steps back, newest first.
    [[nodiscard]] Result<RunReport> rollBack(const QUuid &operation, const Scope &scope);

    /// What an earlier operation still has to put back would go over what a destructive plan makes of the
    /// service. One that was cut off between two states of it keeps every plan away: what that made of the
    /// service would stop the way out, and a backup would be of neither state. Nothing: no operation is in
    /// the way. Reads the journals of the instance.
    std::optional<Error> unsettled(const Plan &plan) const;
    /// The plan with that as a finding which blocks it, for the preview.
    Plan withUnsettled(Plan plan) const;

    /// What the ladder still wants of an approval for this plan; empty: it may run. Translated sentences.
    static QStringList missingApproval(const Plan &plan, const Approval &approval, bool isProduction);

private:
    struct Run;

    [[nodiscard]] Result<> admit(const Plan &plan, const Approval &approval,
                                 const InstanceSession &session) const;
    [[nodiscard]] Result<> checkLock(const Plan &plan, const InstanceSession &session) const;
    void noteRefusal(const Plan &plan, const Approval &approval, const QString &why) const;
    /// What unsettled() says, looked at again once nobody else writes.
    [[nodiscard]] Result<> checkSettled(const Plan &plan) const;
    [[nodiscard]] Result<> checkFingerprint(const Plan &plan, const InstanceSession &session,
                                            const OperationContext &context) const;
    [[nodiscard]] Result<> noteIntent(const OperationRecord &record, const QString &detail);
    /// Makes the journal; where that fails, the audit log says that nothing was done.
    [[nodiscard]] Result<std::unique_ptr<Journal>> begin(const OperationRecord &record,
                                                         const QString &copyFolder);
    [[nodiscard]] Result<RunReport> pickUp(const QUuid &operation, const Scope &scope, bool isBack);
    /// Takes what the plan must hold elsewhere; null where that is nothing.
    [[nodiscard]] Result<std::unique_ptr<OperationLock>>
    holdElsewhere(const Plan &plan, const InstanceSession &session, const OperationContext &context) const;
    RunReport conclude(Run &run);
    RunReport close(Run &run);

    const StepRegistry &m_steps;
    JournalStore &m_journals;
    AuditLog &m_audit;
    const Clock &m_clock;
    Fingerprint m_fingerprint;
    Ending m_ending;
    LockReader m_isLocked;
    LockMaker m_makeOperationLock;
};

} // namespace pilothouse

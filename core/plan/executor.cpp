// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/executor.h"

#include "core/audit/actor.h"
#include "core/audit/auditlog.h"
#include "core/files/fileops.h"
#include "core/instances/instancelock.h"
#include "core/instances/instancesession.h"
#include "core/plan/executorrun.h"
#include "core/plan/heldup.h"
#include "core/plan/lock.h"
#include "core/plan/plancheck.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace pilothouse {

namespace {

QString executorText(const char *text)
{
    return QCoreApplication::translate("Executor", text);
}

tl::unexpected<Error> refused(const QString &subject, const QString &message, const QString &advice = {})
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.subject = subject;
    error.message = message;
    error.advice = advice;
    return failure(error);
}

Result<> checkSecrets(const Plan &plan, const SecretBag &secrets)
{
    for (const QString &reference : plan.secrets) {
        if (!secrets.contains(reference))
            return failure(
                ErrorKind::BadInput,
                executorText(QT_TRANSLATE_NOOP("Executor", "The secret \"%1\" is needed and was not given."))
                    .arg(reference));
    }
    return {};
}

Result<> checkInstance(const Plan &plan, const InstanceSession &session)
{
    if (plan.instance == session.instance().name)
        return {};
    return failure(ErrorKind::BadInput,
                   executorText(QT_TRANSLATE_NOOP("Executor", "This was planned for %1, not for %2."))
                       .arg(plan.instance, session.instance().name));
}

Result<std::unique_ptr<LeasedLock>> takeWriterLock(const InstanceSession &session, const QUuid &operation,
                                                   const QDateTime &now)
{
    const QString path = writerLockPath(session);
    if (auto made = FileOps().makeFolder(QFileInfo(path).path()); !made)
        return tl::unexpected(made.error());
    auto lock = LeasedLock::take(path, leaseOfThisProcess(operation, now));
    if (!lock)
        return tl::unexpected(withSubject(lock.error(), session.instance().name));
    return lock;
}

AuditEvent eventFor(const Plan &plan, const QString &phase, const QString &how)
{
    AuditEvent event;
    event.target = plan.instance;
    event.action = plan.action;
    event.arguments = plan.parameters;
    event.preview = (QStringList{plan.title} + plan.losses).join(u'\n');
    event.phase = phase;
    event.operation = plan.operation;
    event.how = how;
    return event;
}

OperationRecord recordOf(const Plan &plan, const Approval &approval)
{
    OperationRecord record;
    record.plan = plan;
    record.reason = approval.reason;
    record.how = approval.how;
    for (const StepCall &call : plan.steps + plan.proofs) {
        record.steps << StepRecord{};
        record.steps.last().id = call.id;
    }
    return record;
}

AuditEvent outcomeEvent(const OperationRecord &record, const RunReport &report)
{
    AuditEvent event = eventFor(record.plan, QStringLiteral("outcome"), record.how);
    event.reason = record.reason;
    event.result = outcomeName(report.outcome);
    event.detail = report.error ? report.error->toText() : QString();
    return event;
}

} // namespace

Executor::Executor(const StepRegistry &steps, JournalStore &journals, AuditLog &audit, const Clock &clock)
    : m_steps(steps)
    , m_journals(journals)
    , m_audit(audit)
    , m_clock(clock)
{
}

void Executor::setFingerprint(Fingerprint fingerprint)
{
    m_fingerprint = std::move(fingerprint);
}

QStringList Executor::missingApproval(const Plan &plan, const Approval &approval, bool isProductionInstance)
{
    if (const QString idle = plan.idleReason(); !idle.isEmpty())
        return {idle};
    QStringList missing;
    for (const Finding &finding : plan.findings) {
        if (finding.kind == FindingKind::Blocker)
            missing << executorText(QT_TRANSLATE_NOOP("Executor", "This cannot run: %1")).arg(finding.text);
    }
    if (!missing.isEmpty()) // nothing that could be given would help
        return missing;
    for (const Finding &finding : plan.findings) {
        if (finding.kind == FindingKind::NeedsConsent && !approval.accepted.contains(finding.id))
            missing << executorText(QT_TRANSLATE_NOOP("Executor", "This needs your consent (%1): %2"))
                           .arg(finding.id, finding.text);
    }
    if (plan.severity != Severity::Reversible && !approval.isConfirmed)
        missing << executorText(QT_TRANSLATE_NOOP("Executor", "It must be confirmed."));
    const bool needsName = plan.severity == Severity::Irreversible
                           || (plan.severity == Severity::Destructive && isProductionInstance);
    if (needsName && approval.typedName != plan.instance)
        missing << executorText(QT_TRANSLATE_NOOP("Executor", "The name of the instance must be typed: %1"))
                       .arg(plan.instance);
    if ((needsName || plan.needsReason) && approval.reason.trimmed().isEmpty())
        missing << executorText(QT_TRANSLATE_NOOP("Executor", "A reason must be given."));
    return missing;
}

void Executor::setLock(LockReader isLocked)
{
    m_isLocked = std::move(isLocked);
}

void Executor::setOperationLock(LockMaker make)
{
    m_makeOperationLock = std::move(make);
}

Result<std::unique_ptr<OperationLock>> Executor::holdElsewhere(const Plan &plan,
                                                               const InstanceSession &session,
                                                               const OperationContext &context) const
{
    auto lock = m_makeOperationLock ? m_makeOperationLock(plan, session) : nullptr;
    if (auto taken = lock ? lock->confirm(context) : Result<>(); !taken)
        return tl::unexpected(withSubject(taken.error(), plan.instance));
    return lock;
}

void Executor::noteRefusal(const Plan &plan, const Approval &approval, const QString &why) const
{
    AuditEvent event = eventFor(plan, QStringLiteral("note"), approval.how);
    event.result = QStringLiteral("refused");
    event.detail = why;
    // The refusal stands whether or not it can be written down.
    if (const auto noted = m_audit.append(event); !noted)
        qWarning("a refusal could not be written to the audit");
}

Result<> Executor::checkLock(const Plan &plan, const InstanceSession &session) const
{
    if (!m_isLocked || !changesService(plan, m_steps))
        return {};
    const auto isLocked = m_isLocked(session.instance());
    if (!isLocked)
        return tl::unexpected(isLocked.error());
    return *isLocked ? failure(lockedError(plan.instance)) : Result<>();
}

Result<> Executor::admit(const Plan &plan, const Approval &approval, const InstanceSession &session) const
{
    const QStringList missing = missingApproval(plan, approval, session.instance().isProduction());
    if (!missing.isEmpty()) {
        noteRefusal(plan, approval, missing.join(u'\n'));
        return refused(plan.title, missing.join(u'\n'));
    }
    if (auto unlocked = approval.isAgreedBefore ? Result<>() : checkLock(plan, session); !unlocked) {
        noteRefusal(plan, approval, unlocked.error().message);
        return unlocked;
    }
    return checkPlan(plan, m_steps);
}

std::optional<Error> Executor::unsettled(const Plan &plan) const
{
    // That rung only tidies up, and spares what open operations need.
    if (plan.severity == Severity::Irreversible)
        return std::nullopt;
    for (const OperationRecord &open : m_journals.list(plan.instance)) {
        // One that runs holds the writer's lock, which says more about it.
        const bool isRunning = open.outcome == Outcome::Running;
        if (open.hasEnded() || isRunning || open.isAcknowledged || open.plan.operation.isNull())
            continue;
        // Where an operator has to finish by hand, a start or a backup may be a part of that; and the next
        // backup need not wait for one that was killed.
        const bool isCutOff = open.outcome == Outcome::Interrupted && leftServiceBetween(open, m_steps);
        if (plan.severity != Severity::Destructive && !isCutOff)
            continue;
        return Error{
            ErrorKind::Refused,
            plan.title,
            executorText(QT_TRANSLATE_NOOP("Executor", "An earlier operation has not been settled: %1"))
                .arg(open.plan.title),
            executorText(
                QT_TRANSLATE_NOOP("Executor",
                                  "Resume it or put it back first, in Activity or with: journal rollback %1"))
                .arg(open.plan.operation.toString(QUuid::WithoutBraces)),
            {}};
    }
    return std::nullopt;
}

Plan Executor::withUnsettled(Plan plan) const
{
    if (const auto error = unsettled(plan))
        plan.findings << Finding{QStringLiteral("unsettled"), FindingKind::Blocker, error->message,
                                 error->advice};
    return plan;
}

Result<> Executor::checkSettled(const Plan &plan) const
{
    const auto error = unsettled(plan);
    return error ? failure(*error) : Result<>();
}

Result<> Executor::checkFingerprint(const Plan &plan, const InstanceSession &session,
                                    const OperationContext &context) const
{
    if (!m_fingerprint || plan.fingerprint.isEmpty())
        return {};
    const auto now = m_fingerprint(session, context);
    if (!now)
        return tl::unexpected(now.error());
    if (*now == plan.fingerprint)
        return {};
    return refused(
        plan.instance,
        executorText(QT_TRANSLATE_NOOP("Executor", "The instance has changed since this was planned.")),
        executorText(QT_TRANSLATE_NOOP("Executor", "Plan it anew and look at what would happen now.")));
}

Result<> Executor::noteIntent(const OperationRecord &record, const QString &detail)
{
    AuditEvent intent = eventFor(record.plan, QStringLiteral("intent"), record.how);
    intent.reason = record.reason;
    intent.detail = detail;
    const auto written = m_audit.append(intent);
    return written ? Result<>() : failure(written.error());
}

Result<std::unique_ptr<Journal>> Executor::begin(const OperationRecord &record, const QString &copyFolder)
{
    auto journal = m_journals.create(record.plan, copyFolder);
    const QJsonObject approved{{QStringLiteral("reason"), record.reason},
                               {QStringLiteral("how"), record.how}};
    const auto begun = journal ? (*journal)->append(QStringLiteral("approved"), approved)
                               : Result<>(tl::unexpected(journal.error()));
    if (begun)
        return journal;
    RunReport nothing;
    nothing.outcome = Outcome::PutBack;
    nothing.error = begun.error();
    (void)m_audit.append(outcomeEvent(record, nothing)); // the error is told either way
    return tl::unexpected(begun.error());
}

Result<RunReport> Executor::run(const Plan &plan, const Approval &approval, const Scope &scope)
{
    if (auto admitted = admit(plan, approval, scope.session); !admitted)
        return tl::unexpected(admitted.error());
    if (auto checked =
            checkInstance(plan, scope.session).and_then([&] { return checkSecrets(plan, scope.secrets); });
        !checked)
        return tl::unexpected(checked.error());
    const auto lock = takeWriterLock(scope.session, plan.operation, m_clock.now());
    if (!lock)
        return tl::unexpected(lock.error());
    if (auto ready =
            checkSettled(plan).and_then([&] { return checkFingerprint(plan, scope.session, scope.context); });
        !ready)
        return tl::unexpected(ready.error());
    const auto held = holdElsewhere(plan, scope.session, scope.context);
    if (!held)
        return tl::unexpected(held.error());
    OperationRecord record = recordOf(plan, approval);
    if (auto written = noteIntent(record, *held ? (*held)->notHeld() : QString()); !written)
        return tl::unexpected(written.error());
    const auto journal = begin(record, scope.session.instance().dataDir);
    if (!journal)
        return tl::unexpected(journal.error());
    Run state{m_steps,       **journal,      scope.session, scope.secrets,
              scope.context, scope.listener, held->get(),   record};
    state.forward();
    return conclude(state);
}

Result<RunReport> Executor::resume(const QUuid &operation, const Scope &scope)
{
    return pickUp(operation, scope, false);
}

Result<RunReport> Executor::rollBack(const QUuid &operation, const Scope &scope)
{
    return pickUp(operation, scope, true);
}

Result<RunReport> Executor::pickUp(const QUuid &operation, const Scope &scope, bool isBack)
{
    const auto lock = takeWriterLock(scope.session, operation, m_clock.now());
    if (!lock)
        return tl::unexpected(lock.error());
    auto journal = m_journals.reopen(operation);
    if (!journal)
        return tl::unexpected(journal.error());
    auto record = m_journals.read(operation);
    if (!record)
        return tl::unexpected(record.error());
    if (record->outcome == Outcome::Done || record->outcome == Outcome::PutBack)
        return refused(record->plan.title,
                       executorText(QT_TRANSLATE_NOOP("Executor", "This operation has ended already.")));
    auto checked = checkInstance(record->plan, scope.session)
                       .and_then([&] { return checkPlan(record->plan, m_steps); })
                       .and_then([&] { return checkSecrets(record->plan, scope.secrets); });
    if (!checked)
        return tl::unexpected(checked.error());
    const auto held = holdElsewhere(record->plan, scope.session, scope.context);
    if (!held)
        return tl::unexpected(held.error());
    Run state{m_steps,       **journal,      scope.session, scope.secrets,
              scope.context, scope.listener, held->get(),   *record};
    if (isBack && !state.canPutBack())
        return refused(
            record->plan.title,
            executorText(QT_TRANSLATE_NOOP("Executor", "A step that cannot be put back has begun.")),
            executorText(QT_TRANSLATE_NOOP("Executor", "Resume it instead.")));
    if (auto written = noteIntent(*record, isBack ? QStringLiteral("rollBack") : QStringLiteral("resume"));
        !written)
        return tl::unexpected(written.error());
    const QString event = isBack ? QStringLiteral("rollingBack") : QStringLiteral("resumed");
    if (auto noted = (*journal)->append(event, {{QStringLiteral("actor"), osUser()}}); !noted)
        return tl::unexpected(noted.error());
    if (isBack || record->isPuttingBack)
        state.putBack(true);
    else
        state.carryOn();
    return conclude(state);
}

void Executor::setEnding(Ending ending)
{
    m_ending = std::move(ending);
}

RunReport Executor::conclude(Run &run)
{
    RunReport report = close(run);
    const auto ended = m_ending ? m_ending(report.operation, run.session) : Result<>();
    if (!ended && !report.error)
        report.error = ended.error();
    else if (!ended)
        report.error->detail +=
            (report.error->detail.isEmpty() ? QString() : QStringLiteral("\n")) + ended.error().toText();
    return report;
}

RunReport Executor::close(Run &run)
{
    // The audit first: whenever the journal says that it ended, the audit says how. The operation has
    // happened: an audit that cannot be written is told, and changes nothing.
    const auto written = m_audit.append(outcomeEvent(run.record, run.report));
    run.finish();
    RunReport report = run.report;
    if (written)
        return report;
    if (report.error) {
        report.error->detail +=
            (report.error->detail.isEmpty() ? QString() : QStringLiteral("\n"))
            + executorText(QT_TRANSLATE_NOOP("Executor", "Its end is missing in the audit: %1"))
                  .arg(written.error().toText());
        return report;
    }
    report.error = written.error();
    report.error->advice = executorText(
        QT_TRANSLATE_NOOP("Executor", "The work itself is complete, only its end is missing in the audit."));
    return report;
}

} // namespace pilothouse

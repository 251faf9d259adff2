// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/fileops.h"
#include "core/plan/executor.h"
#include "core/plan/lock.h"
#include "core/plan/operationlock.h"
#include "core/plan/plancheck.h"
#include "core/runtime/serviceruntime.h"
#include "tests/support/planworld.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_executor {

namespace {

Error errorOf(ErrorKind kind)
{
    Error error;
    error.kind = kind;
    error.message = u"it broke"_qs;
    return error;
}

/// Where nobody answers for the first three looks.
class SilentLock final : public OperationLock
{
public:
    Result<> confirm(const OperationContext &) override
    {
        ++m_looks;
        return {};
    }
    QString notHeld() const override { return m_looks < 4 ? u"nobody answers"_qs : QString(); }

private:
    int m_looks = 0;
};

/// Tells when the journal is about to say that an operation has ended.
class WatchedFiles final : public FileOps
{
public:
    Result<> append(const QString &path, const QByteArray &bytes) override
    {
        if (bytes.contains("\"finished\""))
            whenFinished();
        return FileOps::append(path, bytes);
    }
    std::function<void()> whenFinished;
};

} // namespace

class TestExecutor : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PlanWorld> m_world;
    QStringList m_log;

    void add(const QString &name, ScriptedStep::Script script = {})
    {
        m_world->steps.add(std::make_unique<ScriptedStep>(name, std::move(script), m_log));
    }
    static StepCall call(const QString &name, const QJsonObject &arguments = {})
    {
        return {name, name, arguments};
    }
    OperationRecord record(const Plan &plan) const { return m_world->journals.read(plan.operation).value(); }
    QStringList results() const
    {
        QStringList list;
        const QList<AuditRecord> records = m_world->audit.list().value();
        for (const AuditRecord &entry : records)
            list.prepend(entry.event.phase + u':' + entry.event.result);
        return list;
    }

private slots:
    void init()
    {
        m_world.reset();
        m_folder = QTemporaryDir();
        m_log.clear();
        m_world = std::make_unique<PlanWorld>(m_folder.path());
    }

    void runsStepsAndProofsInOrder()
    {
        add(u"a"_qs);
        add(u"b"_qs);
        add(u"p"_qs);
        QList<RunEvent::Kind> kinds;
        const Plan plan = m_world->plan({call(u"a"_qs), call(u"b"_qs)}, {call(u"p"_qs)});
        const auto report = m_world->run(plan, [&kinds](const RunEvent &event) { kinds << event.kind; });
        QVERIFY_RESULT(report);
        QCOMPARE(report->outcome, Outcome::Done);
        QCOMPARE(m_log, (QStringList{u"prepare a"_qs, u"effect a"_qs, u"prepare b"_qs, u"effect b"_qs,
                                     u"prepare p"_qs, u"effect p"_qs}));
        QCOMPARE(report->outputs.value(u"b"_qs).toObject().value(u"value"_qs).toString(), u"b-output"_qs);
        QCOMPARE(kinds.last(), RunEvent::Kind::Ended);
        QCOMPARE(kinds.count(RunEvent::Kind::StepDone), 3);
        const OperationRecord read = record(plan);
        QCOMPARE(read.outcome, Outcome::Done);
        QCOMPARE(read.steps.at(1).state, StepState::Done);
        QCOMPARE(read.step(u"a"_qs)->before.value(u"was"_qs).toInt(), 1);
        QCOMPARE(results(), (QStringList{u"intent:"_qs, u"outcome:done"_qs}));
    }

    void theAuditHasTheOutcomeBeforeAnybodyHearsOfTheEnd_data()
    {
        QTest::addColumn<bool>("isFailing");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("done") << false << u"outcome:done"_qs;
        QTest::newRow("put back") << true << u"outcome:putBack"_qs;
    }

    void theAuditHasTheOutcomeBeforeAnybodyHearsOfTheEnd()
    {
        QFETCH(bool, isFailing);
        QFETCH(QString, outcome);
        add(u"a"_qs, isFailing ? ScriptedStep::Script{.effectError = errorOf(ErrorKind::NoSpace)}
                               : ScriptedStep::Script{});
        WatchedFiles files;
        JournalStore journals(files, m_folder.filePath(u"watched"_qs));
        Executor executor(m_world->steps, journals, m_world->audit, m_world->clock);
        QStringList heard;
        files.whenFinished = [&] { heard << u"journal:"_qs + results().last(); };
        const auto report = executor.run(m_world->plan({call(u"a"_qs)}), {},
                                         {m_world->session, {}, {}, [&](const RunEvent &event) {
                                              if (event.kind == RunEvent::Kind::Ended)
                                                  heard << u"listener:"_qs + results().last();
                                          }});
        QVERIFY_RESULT(report);
        heard.removeDuplicates(); // the journal has a copy beside the data
        QCOMPARE(heard, (QStringList{u"journal:"_qs + outcome, u"listener:"_qs + outcome}));
    }

    void looksOnceWhereAStepOnlyLooks()
    {
        // Seen as not done: looking a second time would fail.
        add(u"a"_qs, {.onlyLooks = true, .after = Observed::NotDone});
        add(u"p"_qs, {.onlyLooks = true, .after = Observed::NotDone});
        const auto report = m_world->run(m_world->plan({call(u"a"_qs)}, {call(u"p"_qs)}));
        QVERIFY_RESULT(report);
        QCOMPARE(report->outcome, Outcome::Done);
    }

    void fillsInEarlierOutputs()
    {
        add(u"a"_qs);
        QJsonObject seen;
        add(u"b"_qs, {.during = [&seen](const StepScope &scope) { seen = scope.arguments; }});
        const QJsonObject arguments{
            {u"whole"_qs, u"{output:a.number}"_qs},
            {u"deep"_qs, QJsonArray{QJsonObject{{u"in"_qs, u"x-{output:a.value}-{output:a.number}"_qs}}}}};
        QVERIFY_RESULT(m_world->run(m_world->plan({call(u"a"_qs), call(u"b"_qs, arguments)})));
        QCOMPARE(seen.value(u"whole"_qs), QJsonValue(7));
        QCOMPARE(seen.value(u"deep"_qs).toArray().at(0).toObject().value(u"in"_qs).toString(),
                 u"x-a-output-7"_qs);
    }

    void anOutputThatIsMissingPutsBack()
    {
        add(u"a"_qs);
        add(u"b"_qs);
        const auto report =
            m_world->run(m_world->plan({call(u"a"_qs), call(u"b"_qs, {{u"x"_qs, u"{output:a.none}"_qs}})}));
        QCOMPARE(report->outcome, Outcome::PutBack);
        QCOMPARE(report->error->kind, ErrorKind::BadInput);
        QCOMPARE(m_log.last(), u"back a"_qs);
    }

    void putsBackNewestFirstWhenAStepFails()
    {
        add(u"a"_qs);
        add(u"b"_qs);
        add(u"c"_qs, {.effectError = errorOf(ErrorKind::NoSpace)});
        const Plan plan = m_world->plan({call(u"a"_qs), call(u"b"_qs), call(u"c"_qs)});
        const auto report = m_world->run(plan);
        QCOMPARE(report->outcome, Outcome::PutBack);
        QCOMPARE(report->error->kind, ErrorKind::NoSpace);
        QCOMPARE(report->failedStep, u"c"_qs);
        QCOMPARE(m_log.mid(6), (QStringList{u"back c"_qs, u"back b"_qs, u"back a"_qs}));
        QCOMPARE(record(plan).outcome, Outcome::PutBack);
        QCOMPARE(record(plan).steps.at(0).state, StepState::PutBack);
        QCOMPARE(record(plan).error->message, u"it broke"_qs);
        QCOMPARE(results().last(), u"outcome:putBack"_qs);
    }

    void believesTheWorldAndNotTheStep()
    {
        add(u"a"_qs, {.after = Observed::Partly});
        const auto report = m_world->run(m_world->plan({call(u"a"_qs)}));
        QCOMPARE(report->outcome, Outcome::PutBack);
        QCOMPARE(m_log.last(), u"back a"_qs);
    }

    void aProofThatFailsPutsBack()
    {
        add(u"a"_qs);
        add(u"p"_qs, {.after = Observed::NotDone});
        const auto report = m_world->run(m_world->plan({call(u"a"_qs)}, {call(u"p"_qs)}));
        QCOMPARE(report->outcome, Outcome::PutBack);
        QCOMPARE(report->failedStep, u"p"_qs);
        QCOMPARE(m_log.last(), u"back a"_qs);
        QVERIFY(!m_log.contains(u"back p"_qs));
    }

    void theUnknownNeedsTheOperator()
    {
        add(u"a"_qs);
        add(u"b"_qs, {.after = Observed::Unknown});
        add(u"c"_qs);
        const Plan plan = m_world->plan({call(u"a"_qs), call(u"b"_qs), call(u"c"_qs)});
        const auto report = m_world->run(plan);
        QCOMPARE(report->outcome, Outcome::NeedsOperator);
        QVERIFY(!m_log.contains(u"back a"_qs));
        QCOMPARE(report->keptFiles, (QStringList{u"/kept/a"_qs, u"/kept/b"_qs}));
        QVERIFY(report->manualCommands.contains(u"do b"_qs));
        QVERIFY(report->manualCommands.contains(u"do c"_qs));
        QVERIFY(!report->manualCommands.contains(u"do a"_qs));
        QVERIFY(report->manualCommands.indexOf(u"undo b"_qs) < report->manualCommands.indexOf(u"undo a"_qs));
        QCOMPARE(record(plan).steps.at(1).state, StepState::Unknown);
        QCOMPARE(results().last(), u"outcome:needsOperator"_qs);
    }

    void aCompensationThatFailsNeedsTheOperator()
    {
        add(u"a"_qs);
        add(u"b"_qs, {.compensateError = errorOf(ErrorKind::Unreachable)});
        add(u"c"_qs, {.effectError = errorOf(ErrorKind::NoSpace)});
        const auto report = m_world->run(m_world->plan({call(u"a"_qs), call(u"b"_qs), call(u"c"_qs)}));
        QCOMPARE(report->outcome, Outcome::NeedsOperator);
        QCOMPARE(report->error->kind, ErrorKind::NoSpace);
        QVERIFY(!m_log.contains(u"back a"_qs));
        QCOMPARE(report->keptFiles, (QStringList{u"/kept/a"_qs, u"/kept/b"_qs}));
    }

    void cancelPutsBackAndCannotBeCancelledItself()
    {
        add(u"a"_qs, {.during = [this](const StepScope &) { m_world->context.cancel(); }});
        add(u"b"_qs);
        const auto report = m_world->run(m_world->plan({call(u"a"_qs), call(u"b"_qs)}));
        QCOMPARE(report->outcome, Outcome::PutBack);
        QCOMPARE(report->error->kind, ErrorKind::Cancelled);
        QVERIFY(!m_log.contains(u"prepare b"_qs));
        QCOMPARE(m_log.last(), u"back a"_qs);
    }

    void pastTheIrreversibleThereIsOnlyForward()
    {
        add(u"a"_qs);
        add(u"gone"_qs,
            {.isReversible = false, .during = [this](const StepScope &) { m_world->context.cancel(); }});
        add(u"gone2"_qs, {.isReversible = false});
        const auto report = m_world->run(m_world->plan({call(u"a"_qs), call(u"gone"_qs), call(u"gone2"_qs)}));
        QCOMPARE(report->outcome, Outcome::Done);
    }

    void aProofThatFailsAfterTheIrreversibleNeedsTheOperator()
    {
        add(u"a"_qs);
        add(u"gone"_qs, {.isReversible = false});
        add(u"p"_qs, {.effectError = errorOf(ErrorKind::BadData)});
        const auto report = m_world->run(m_world->plan({call(u"a"_qs), call(u"gone"_qs)}, {call(u"p"_qs)}));
        QCOMPARE(report->outcome, Outcome::NeedsOperator);
        QVERIFY(!m_log.contains(u"back a"_qs));
    }

    void anIrreversibleStepThatDidNothingCanStillBePutBack()
    {
        add(u"a"_qs);
        add(u"gone"_qs,
            {.isReversible = false, .after = Observed::NotDone, .effectError = errorOf(ErrorKind::NoSpace)});
        const auto report = m_world->run(m_world->plan({call(u"a"_qs), call(u"gone"_qs)}));
        QCOMPARE(report->outcome, Outcome::PutBack);
        QCOMPARE(m_log.last(), u"back a"_qs);
    }

    void rejectsPlansThatCannotRun()
    {
        add(u"a"_qs);
        add(u"b"_qs);
        add(u"gone"_qs, {.isReversible = false});
        const auto isRejected = [this](const Plan &plan) {
            const auto report = m_world->run(plan);
            return !report && report.error().kind == ErrorKind::BadInput && m_log.isEmpty();
        };
        QVERIFY(isRejected(m_world->plan({call(u"none"_qs)})));
        QVERIFY(isRejected(m_world->plan({call(u"a"_qs), call(u"a"_qs)})));
        QVERIFY(isRejected(m_world->plan({call(u"gone"_qs), call(u"a"_qs)})));
        QVERIFY(isRejected(m_world->plan({call(u"a"_qs)}, {call(u"gone"_qs)})));
        QVERIFY(
            isRejected(m_world->plan({call(u"a"_qs, {{u"x"_qs, u"{output:b.value}"_qs}}), call(u"b"_qs)})));
        Plan other = m_world->plan({call(u"a"_qs)});
        other.instance = u"another"_qs;
        QVERIFY(isRejected(other));
        Plan secret = m_world->plan({call(u"a"_qs)});
        secret.secrets = {u"test-1/database"_qs};
        QVERIFY(isRejected(secret));
        QVERIFY_RESULT(
            checkPlan(m_world->plan({call(u"a"_qs), call(u"gone"_qs)}, {call(u"b"_qs)}), m_world->steps));
    }

    void theLadderAsksForWhatItsRungNeeds_data()
    {
        QTest::addColumn<Severity>("severity");
        QTest::addColumn<bool>("isProduction");
        QTest::addColumn<int>("missingOfNothing");
        QTest::addColumn<int>("missingOfConfirmed");
        QTest::newRow("reversible") << Severity::Reversible << true << 0 << 0;
        QTest::newRow("disruptive") << Severity::Disruptive << true << 1 << 0;
        QTest::newRow("destructive") << Severity::Destructive << false << 1 << 0;
        QTest::newRow("destructive on production") << Severity::Destructive << true << 3 << 2;
        QTest::newRow("irreversible") << Severity::Irreversible << false << 3 << 2;
    }

    void theLadderAsksForWhatItsRungNeeds()
    {
        QFETCH(Severity, severity);
        QFETCH(bool, isProduction);
        QFETCH(int, missingOfNothing);
        QFETCH(int, missingOfConfirmed);
        Plan plan = m_world->plan({});
        plan.severity = severity;
        Approval approval;
        QCOMPARE(Executor::missingApproval(plan, approval, isProduction).size(), missingOfNothing);
        approval.isConfirmed = true;
        QCOMPARE(Executor::missingApproval(plan, approval, isProduction).size(), missingOfConfirmed);
        approval.typedName = plan.instance;
        approval.reason = u"because"_qs;
        QCOMPARE(Executor::missingApproval(plan, approval, isProduction), QStringList());
        plan.findings << Finding{u"old"_qs, FindingKind::NeedsConsent, u"It is old."_qs, {}};
        QCOMPARE(Executor::missingApproval(plan, approval, isProduction).size(), 1);
        approval.accepted = {u"old"_qs};
        QCOMPARE(Executor::missingApproval(plan, approval, isProduction), QStringList());
        plan.findings << Finding{u"no"_qs, FindingKind::Blocker, u"Impossible."_qs, {}};
        approval.accepted << u"no"_qs;
        QCOMPARE(Executor::missingApproval(plan, approval, isProduction).size(), 1);
        QCOMPARE(Executor::missingApproval(plan, Approval(), isProduction).size(), 1); // nothing would help
    }

    void refusesWithoutApprovalAndSaysSoInTheAudit()
    {
        add(u"a"_qs);
        Plan plan = m_world->plan({call(u"a"_qs)});
        plan.severity = Severity::Disruptive;
        const auto report = m_world->run(plan);
        QCOMPARE(report.error().kind, ErrorKind::Refused);
        QVERIFY(m_log.isEmpty());
        QCOMPARE(results(), QStringList{u"note:refused"_qs});
    }

    void aLockedInstanceIsNotChanged()
    {
        add(u"a"_qs);
        bool isLocked = true;
        m_world->executor.setLock([&isLocked](const Instance &) -> Result<bool> { return isLocked; });
        const Plan plan = m_world->plan({call(u"a"_qs)});
        const auto refusal = m_world->run(plan);
        QCOMPARE(refusal.error().kind, ErrorKind::Locked);
        QVERIFY(refusal.error().advice.contains(u"lock unlock"_qs));
        QVERIFY(m_log.isEmpty());
        QCOMPARE(results(), QStringList{u"note:refused"_qs});
        isLocked = false;
        QVERIFY_RESULT(m_world->run(plan));
    }

    void whatChangesNothingRunsOnALockedInstance()
    {
        ScriptedStep::Script reading;
        reading.changesService = false;
        add(u"reads"_qs, reading);
        m_world->executor.setLock([](const Instance &) -> Result<bool> { return true; });
        QVERIFY_RESULT(m_world->run(m_world->plan({call(u"reads"_qs)})));
    }

    void aLockThatCannotBeReadIsNoPermission()
    {
        add(u"a"_qs);
        m_world->executor.setLock([](const Instance &) -> Result<bool> {
            return failure(ErrorKind::Unreachable, u"The state cannot be read."_qs);
        });
        QCOMPARE(m_world->run(m_world->plan({call(u"a"_qs)})).error().kind, ErrorKind::Unreachable);
        QVERIFY(m_log.isEmpty());
    }

    /// Once for each sentence: with the operation for whoever watches, and in the audit.
    void saysWhatCouldNotBeLockedElsewhere()
    {
        add(u"a"_qs);
        add(u"b"_qs);
        add(u"c"_qs);
        const Plan plan = m_world->plan({call(u"a"_qs), call(u"b"_qs), call(u"c"_qs)}, {});
        m_world->executor.setOperationLock(
            [](const Plan &, const InstanceSession &) { return std::make_unique<SilentLock>(); });
        QStringList noted;
        QVERIFY_RESULT(m_world->run(plan, [&noted](const RunEvent &event) {
            if (event.kind == RunEvent::Kind::Noted)
                noted << event.text;
        }));
        QCOMPARE(noted, QStringList{u"nobody answers"_qs});
        const QList<AuditRecord> records = m_world->audit.list().value();
        QVERIFY(std::any_of(records.begin(), records.end(), [](const AuditRecord &record) {
            return record.event.phase == u"intent" && record.event.detail == u"nobody answers";
        }));
    }

    void refusesWhatHasChangedSincePlanning()
    {
        add(u"a"_qs);
        m_world->executor.setFingerprint(
            [](const InstanceSession &, const OperationContext &) -> Result<QByteArray> {
                return QByteArray("now");
            });
        Plan plan = m_world->plan({call(u"a"_qs)});
        plan.fingerprint = "then";
        QCOMPARE(m_world->run(plan).error().kind, ErrorKind::Refused);
        QVERIFY(m_log.isEmpty());
        plan.fingerprint = "now";
        QCOMPARE(m_world->run(plan)->outcome, Outcome::Done);
    }

    void aSecondWriterLearnsWhoTheFirstIs()
    {
        std::optional<Error> second;
        add(u"b"_qs);
        const Plan other = m_world->plan({call(u"b"_qs)});
        add(u"a"_qs, {.during = [&](const StepScope &) { second = m_world->run(other).error(); }});
        const Plan first = m_world->plan({call(u"a"_qs)});
        QVERIFY_RESULT(m_world->run(first));
        QVERIFY(second);
        QCOMPARE(second->kind, ErrorKind::Locked);
        QCOMPARE(second->detail, first.operation.toString(QUuid::WithoutBraces));
        QVERIFY2(second->message.contains(QString::number(QCoreApplication::applicationPid())),
                 qPrintable(second->message));
        QCOMPARE(m_world->run(other)->outcome, Outcome::Done);
    }

    void aRunningOperationIsNotUnfinished()
    {
        QList<Outcome> during;
        qsizetype unfinished = -1;
        add(u"a"_qs, {.during = [&](const StepScope &scope) {
                during << m_world->journals.read(scope.operation)->outcome;
                unfinished = m_world->journals.unfinished().size();
            }});
        QVERIFY_RESULT(m_world->run(m_world->plan({call(u"a"_qs)})));
        QCOMPARE(during, QList<Outcome>{Outcome::Running});
        QCOMPARE(unfinished, 0);
    }

    void aPlanRunsOnce()
    {
        add(u"a"_qs);
        const Plan plan = m_world->plan({call(u"a"_qs)});
        QVERIFY_RESULT(m_world->run(plan));
        QCOMPARE(m_world->run(plan).error().kind, ErrorKind::Refused);
        QCOMPARE(m_log.size(), 2);
    }

    void whatHasEndedIsNeitherResumedNorRolledBack()
    {
        add(u"a"_qs);
        const Plan plan = m_world->plan({call(u"a"_qs)});
        QVERIFY_RESULT(m_world->run(plan));
        QCOMPARE(
            m_world->executor.resume(plan.operation, {m_world->session, {}, m_world->context}).error().kind,
            ErrorKind::Refused);
        QCOMPARE(
            m_world->executor.rollBack(plan.operation, {m_world->session, {}, m_world->context}).error().kind,
            ErrorKind::Refused);
    }

    void anOperationThatNeededTheOperatorCanBeRolledBackLater()
    {
        add(u"a"_qs);
        add(u"b"_qs, {.after = Observed::Unknown});
        const Plan plan = m_world->plan({call(u"a"_qs), call(u"b"_qs)});
        QCOMPARE(m_world->run(plan)->outcome, Outcome::NeedsOperator);
        // What is seen is still unknown, so nothing is overwritten.
        QCOMPARE(
            m_world->executor.rollBack(plan.operation, {m_world->session, {}, m_world->context})->outcome,
            Outcome::NeedsOperator);
        QVERIFY(!m_log.contains(u"back b"_qs));
        QVERIFY_RESULT(m_world->journals.acknowledge(plan.operation));
        QVERIFY(record(plan).isAcknowledged);
    }

    void nothingIsDestroyedBesideAnOperationThatIsOpen()
    {
        add(u"a"_qs, {.after = Observed::Unknown});
        add(u"b"_qs);
        const Plan open = m_world->plan({call(u"a"_qs)});
        QCOMPARE(m_world->run(open)->outcome, Outcome::NeedsOperator);
        Approval confirmed;
        confirmed.isConfirmed = true;
        confirmed.typedName = open.instance;
        Plan plan = m_world->plan({call(u"b"_qs)});
        plan.severity = Severity::Destructive;
        const auto refused =
            m_world->executor.run(plan, confirmed, {m_world->session, {}, m_world->context, {}});
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QVERIFY(refused.error().advice.contains(open.operation.toString(QUuid::WithoutBraces)));
        QVERIFY(!m_log.contains(u"do b"_qs));
        plan.severity = Severity::Disruptive; // a start may be what settles it
        QVERIFY_RESULT(m_world->executor.run(plan, confirmed, {m_world->session, {}, m_world->context, {}}));
        plan = m_world->plan({call(u"b"_qs)});
        plan.severity = Severity::Irreversible; // what tidies up spares what an open operation needs
        confirmed.reason = u"room"_qs;
        QVERIFY_RESULT(m_world->executor.run(plan, confirmed, {m_world->session, {}, m_world->context, {}}));
        QVERIFY_RESULT(m_world->journals.acknowledge(open.operation));
        plan = m_world->plan({call(u"b"_qs)});
        plan.severity = Severity::Destructive;
        QVERIFY_RESULT(m_world->executor.run(plan, confirmed, {m_world->session, {}, m_world->context, {}}));
    }

    void nothingBuildsOnWhatWasCutOff()
    {
        add(u"a"_qs);
        add(u"look"_qs, {.changesService = false});
        Approval confirmed;
        confirmed.isConfirmed = true;
        const auto runs = [&](Severity severity) {
            Plan plan = m_world->plan({call(u"a"_qs)});
            plan.severity = severity;
            return m_world->executor.run(plan, confirmed, {m_world->session, {}, m_world->context, {}});
        };
        const auto cutOff = [&](const QString &step) {
            const Plan open = m_world->plan({call(step)});
            auto journal = m_world->journals.create(open, {});
            (void)(*journal)->append(u"approved"_qs, {});
            (void)(*journal)->append(u"before"_qs, {{u"step"_qs, open.steps.first().id}});
            return open.operation;
        };
        const QUuid look = cutOff(u"look"_qs);
        QVERIFY_RESULT(runs(Severity::Reversible)); // nothing was touched
        const QUuid open = cutOff(u"a"_qs);
        for (const Severity severity : {Severity::Reversible, Severity::Disruptive}) {
            const auto refused = runs(severity);
            QCOMPARE(refused.error().kind, ErrorKind::Refused);
            QVERIFY(refused.error().advice.contains(open.toString(QUuid::WithoutBraces)));
        }
        const Plan shown = m_world->executor.withUnsettled(m_world->plan({call(u"a"_qs)}));
        QVERIFY(shown.hasBlocker()); // said before anybody confirms it
        QCOMPARE(shown.findings.last().id, u"unsettled"_qs);
        QVERIFY_RESULT(m_world->executor.rollBack(open, {m_world->session, {}, m_world->context}));
        QVERIFY_RESULT(runs(Severity::Disruptive));
        QVERIFY(!m_world->executor.withUnsettled(m_world->plan({call(u"a"_qs)})).hasBlocker());
        QVERIFY_RESULT(m_world->journals.acknowledge(look));
    }

    void leavesWhatRunsToTheWritersLock()
    {
        add(u"a"_qs);
        const Plan other = m_world->plan({call(u"a"_qs)});
        auto running = m_world->journals.create(other, {});
        QVERIFY_RESULT(running);
        QVERIFY_RESULT((*running)->append(u"approved"_qs, {}));
        Plan plan = m_world->plan({call(u"a"_qs)});
        plan.severity = Severity::Destructive;
        QVERIFY(!m_world->executor.withUnsettled(plan).hasBlocker());
        running->reset();
        QVERIFY(m_world->executor.withUnsettled(plan).hasBlocker()); // it was cut off
    }

    void goesOnOnlyWithoutWhatMayFail()
    {
        const Error broken{ErrorKind::Refused, {}, u"It died."_qs, {}, {}};
        add(u"service.start"_qs, {.effectError = broken});
        add(u"a"_qs, {.effectError = broken});
        add(u"b"_qs);
        const auto report =
            m_world->run(m_world->plan(mayFail({call(u"service.start"_qs)}) + QList{call(u"b"_qs)}));
        QVERIFY_RESULT(report);
        QCOMPARE(report->outcome, Outcome::Done);
        QCOMPARE(report->error.value_or(Error()).kind, ErrorKind::NeedsOperator);
        const auto kept = m_world->journals.read(report->operation);
        QVERIFY_RESULT(kept);
        QCOMPARE(kept->steps.last().state, StepState::Done);
        const auto refused = m_world->run(m_world->plan(mayFail({call(u"a"_qs)})));
        QCOMPARE(refused.error().kind, ErrorKind::BadInput);
    }

    void putsBackWhereTheJournalCannotTellOfAFailure()
    {
        const Error broken{ErrorKind::Refused, {}, u"It died."_qs, {}, {}};
        add(u"b"_qs);
        add(u"service.start"_qs, {.effectError = broken, .during = [this](const StepScope &) {
                                      m_world->files.failFrom(1, ENOSPC);
                                  }});
        const auto report =
            m_world->run(m_world->plan({call(u"b"_qs), mayFail({call(u"service.start"_qs)}).first()}));
        m_world->files.arm(FaultyFileOps::Fault::None, 0);
        QVERIFY_RESULT(report);
        QVERIFY(report->outcome != Outcome::Done);
    }

    void progressOfAStepReachesBothListeners()
    {
        add(u"a"_qs, {.during = [](const StepScope &scope) { scope.context.report({5, 10, u"copy"_qs}); }});
        QList<Progress> outer;
        m_world->context = OperationContext([&outer](const Progress &progress) { outer << progress; });
        QList<Progress> inner;
        QVERIFY_RESULT(m_world->run(m_world->plan({call(u"a"_qs)}), [&inner](const RunEvent &event) {
            if (event.kind == RunEvent::Kind::StepProgress)
                inner << event.progress;
        }));
        QCOMPARE(inner.size(), 1);
        QCOMPARE(inner.first().done, 5);
        QVERIFY(!outer.isEmpty());
    }

    void anAuditThatCannotBeWrittenStopsBeforeTheFirstEffect()
    {
        add(u"a"_qs);
        m_world->files.failFrom(1, EIO);
        QVERIFY(!m_world->run(m_world->plan({call(u"a"_qs)})));
        QVERIFY(m_log.isEmpty());
    }

    void knowsWhoUndidAnOperationWhileThatStands()
    {
        add(u"a"_qs);
        const Plan first = m_world->plan({call(u"a"_qs)});
        QVERIFY_RESULT(m_world->run(first));
        Plan second = m_world->plan({call(u"a"_qs)});
        second.undoes = first.operation;
        QTest::qWait(2); // so that the two begin at different milliseconds
        QVERIFY_RESULT(m_world->run(second));
        QCOMPARE(record(first).undoneBy, second.operation);
        Plan third = m_world->plan({call(u"a"_qs)});
        third.undoes = second.operation;
        QTest::qWait(2);
        QVERIFY_RESULT(m_world->run(third));
        QCOMPARE(record(second).undoneBy, third.operation);
        QVERIFY(record(first).undoneBy.isNull());
        QCOMPARE(m_world->journals.list().first().plan.operation, third.operation);
    }

    void locksInTheStateFolderWhereTheDataIsNotWritable()
    {
        Instance instance = m_world->session.instance();
        instance.dataDir = m_folder.filePath(u"not-there"_qs);
        const InstanceSession session = m_world->sessionFor(instance);
        QVERIFY(writerLockPath(session).startsWith(m_folder.filePath(u"state/locks/"_qs)));
        Instance renamed = instance;
        renamed.name = u"other-name"_qs;
        QCOMPARE(writerLockPath(m_world->sessionFor(renamed)), writerLockPath(session));
        QCOMPARE(writerLockPath(m_world->session), m_world->data(u".pilothouse.lock"_qs));
    }

    void theJournalLiesBesideTheDataToo()
    {
        add(u"a"_qs);
        const Plan plan = m_world->plan({call(u"a"_qs)});
        QVERIFY_RESULT(m_world->run(plan));
        const QString copy =
            m_world->data(u".pilothouse/%1.journal"_qs.arg(plan.operation.toString(QUuid::WithoutBraces)));
        QCOMPARE(readAll(copy), readAll(m_world->journals.folderOf(plan.operation) + u"/journal"_qs));
    }
};

} // namespace tst_executor

QTEST_GUILESS_MAIN(tst_executor::TestExecutor)
#include "tst_executor.moc"

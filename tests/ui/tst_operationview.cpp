// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"
#include "ui/models/operationview.h"

#include <QJsonArray>

using namespace pilothouse;

namespace tst_operationview {

namespace {

Plan twoSteps()
{
    Plan plan;
    plan.operation = QUuid::createUuid();
    plan.title = QStringLiteral("Restore agentx.db on lab");
    plan.steps = {{QStringLiteral("stop"), QStringLiteral("test.stop"), {}},
                  {QStringLiteral("swap"), QStringLiteral("test.swap"), {}}};
    return plan;
}

RunEvent eventOf(RunEvent::Kind kind, const QString &step, const QString &text = {})
{
    return {kind, step, text, {}};
}

} // namespace

class TestOperationView : public QObject
{
    Q_OBJECT

private slots:
    void followsARunThatFailsAndIsPutBack()
    {
        const StepRegistry steps;
        const QDateTime at = ManualClock().now();
        OperationView view = viewOf(twoSteps(), steps, at);
        apply(view, eventOf(RunEvent::Kind::StepStarted, QStringLiteral("stop")), at);
        QCOMPARE(view.currentStep(), 1);
        apply(view, eventOf(RunEvent::Kind::StepDone, QStringLiteral("stop")), at);
        apply(view, eventOf(RunEvent::Kind::StepStarted, QStringLiteral("swap")), at);
        apply(view, eventOf(RunEvent::Kind::StepFailed, QStringLiteral("swap"), QStringLiteral("disk full")),
              at);
        apply(view, eventOf(RunEvent::Kind::PuttingBack, {}), at);
        QVERIFY(view.isPuttingBack);
        apply(view, eventOf(RunEvent::Kind::StepPutBack, QStringLiteral("stop")), at);
        apply(view, eventOf(RunEvent::Kind::Ended, {}, outcomeName(Outcome::PutBack)), at);
        RunReport report;
        report.outcome = Outcome::PutBack;
        report.failedStep = QStringLiteral("swap");
        report.error = Error{ErrorKind::NoSpace, {}, QStringLiteral("disk full"), {}, {}};
        apply(view, Result<RunReport>(report), at);
        QCOMPARE(view.outcomeText(), QStringLiteral("Failed at step 2 of 2, put back"));
        QCOMPARE(view.steps.first().state, StepState::PutBack);
        QVERIFY(view.needsAttention());
        view.isAcknowledged = true;
        QVERIFY(!view.needsAttention());
        QVERIFY(view.output.contains(QStringLiteral("disk full")));
        QCOMPARE(view.output.last(), view.outcomeText());
        QVERIFY(!view.output.contains(outcomeName(Outcome::PutBack))); // a word for machines
    }

    void whatIsDoneWithAProblemSaysBoth()
    {
        const StepRegistry steps;
        OperationView view = viewOf(twoSteps(), steps, ManualClock().now());
        RunReport report;
        report.outcome = Outcome::Done;
        report.error = Error{ErrorKind::NoSpace, {}, QStringLiteral("the end was not noted"), {}, {}};
        apply(view, Result<RunReport>(report), ManualClock().now());
        QCOMPARE(view.outcomeText(), QStringLiteral("Done, with a problem"));
        QCOMPARE(stateOf(view), StateKind::Warning);
        QVERIFY(view.output.join(u'\n').contains(QStringLiteral("the end was not noted")));
        QVERIFY(view.needsAttention());
        QVERIFY(view.canBeAcknowledged());
        QCOMPARE(summaryOf({view}), QStringLiteral("1 done with a problem, not acknowledged"));
        OperationView undone = view;
        undone.undoneBy = QUuid::createUuid();
        QVERIFY(!undone.needsAttention()); // nothing of it is left
        view.isAcknowledged = true;
        QVERIFY(!view.needsAttention());
        QVERIFY(!view.canBeAcknowledged());
    }

    void onlyWhatHasEndedWellOrPutBackIsAcknowledged()
    {
        OperationView view = viewOf(twoSteps(), StepRegistry(), ManualClock().now());
        for (const Outcome outcome : {Outcome::NeedsOperator, Outcome::Interrupted}) {
            view.outcome = outcome;
            QVERIFY(view.needsAttention());
            QVERIFY(!view.canBeAcknowledged());
        }
        view.outcome = Outcome::PutBack;
        QVERIFY(view.canBeAcknowledged());
    }

    void keepsWhatMustBeSaidWhenItIsDone()
    {
        Plan plan = twoSteps();
        plan.findings << Finding{QStringLiteral("ok"), FindingKind::Info, QStringLiteral("In order."), {}}
                      << Finding{QStringLiteral("note-disable"),
                                 FindingKind::Warning,
                                 QStringLiteral("Tokens stay good."),
                                 {}};
        const OperationView view = viewOf(plan, StepRegistry(), ManualClock().now());
        QCOMPARE(view.afterwards, QStringList{QStringLiteral("Tokens stay good.")});
    }

    void saysWhatCameOut()
    {
        const StepRegistry steps;
        OperationView view = viewOf(twoSteps(), steps, ManualClock().now());
        RunReport report;
        report.outputs = {
            {QStringLiteral("swap"),
             QJsonObject{{QStringLiteral("told"), QJsonArray{QStringLiteral("12 MB were gained.")}}}}};
        apply(view, Result<RunReport>(report), ManualClock().now());
        QVERIFY(view.output.contains(QStringLiteral("12 MB were gained.")));
    }

    void tellsAtWhichStepItIs()
    {
        const StepRegistry steps;
        const QDateTime at = ManualClock().now();
        OperationView view = viewOf(twoSteps(), steps, at);
        QCOMPARE(view.progressText(), QStringLiteral("Running"));
        apply(view, eventOf(RunEvent::Kind::StepStarted, QStringLiteral("stop")), at);
        QCOMPARE(view.progressText(), QStringLiteral("Running, step 1 of 2"));
        apply(view, eventOf(RunEvent::Kind::StepDone, QStringLiteral("stop")), at);
        QCOMPARE(view.progressText(), QStringLiteral("Running, step 2 of 2")); // not begun, but next
        QCOMPARE(summaryOf({view}), view.title + QStringLiteral(": Running, step 2 of 2"));

        OperationRecord elsewhere; // another program runs it
        elsewhere.plan = twoSteps();
        elsewhere.outcome = Outcome::Running;
        elsewhere.steps = {StepRecord{}, StepRecord{}};
        elsewhere.steps[0].id = QStringLiteral("stop");
        elsewhere.steps[0].state = StepState::Done;
        elsewhere.steps[1].id = QStringLiteral("swap");
        elsewhere.steps[1].state = StepState::Prepared;
        const OperationView read = viewOf(elsewhere, steps);
        QVERIFY(read.steps.last().isRunning);
        QCOMPARE(read.currentStep(), 2);
        QCOMPARE(summaryOf({view, read}), QStringLiteral("2 running"));
    }

    void theLastOneIsWhatEndedLast()
    {
        const StepRegistry steps;
        const QDateTime at = ManualClock().now();
        OperationView failed = viewOf(twoSteps(), steps, at);
        apply(failed, failure(ErrorKind::Locked, QStringLiteral("another writer")), at.addSecs(1));
        OperationView lengthy = viewOf(twoSteps(), steps, at.addSecs(10));
        apply(lengthy, Result<RunReport>(RunReport()), at.addSecs(90));
        OperationView brief = viewOf(twoSteps(), steps, at.addSecs(20));
        apply(brief, Result<RunReport>(RunReport()), at.addSecs(21));
        const OperationView running = viewOf(twoSteps(), steps, at.addSecs(100));
        // In the order of the dock: what runs, what failed, then the newest start first.
        const QList<OperationView> views{running, failed, brief, lengthy};
        QCOMPARE(lastEnded(views)->id, lengthy.id);
        QCOMPARE(summaryOf(views),
                 QString(running.title + QStringLiteral(": Running  \u00B7  1 failed, not acknowledged")));
        QVERIFY(!lastEnded({running}));
    }

    void aRefusedPlanChangedNothing()
    {
        const StepRegistry steps;
        OperationView view = viewOf(twoSteps(), steps, ManualClock().now());
        const Result<RunReport> refused = failure(ErrorKind::Locked, QStringLiteral("another writer"));
        apply(view, refused, ManualClock().now());
        QCOMPARE(view.outcomeText(), QStringLiteral("Failed, nothing was changed"));
        QVERIFY(!view.isRunning());
    }

    void keepsABoundedOutput()
    {
        const StepRegistry steps;
        OperationView view = viewOf(twoSteps(), steps, ManualClock().now());
        for (int i = 0; i < 2000; ++i)
            apply(view, eventOf(RunEvent::Kind::StepFailed, {}, QString::number(i)), ManualClock().now());
        QCOMPARE(view.output.size(), 500);
        QCOMPARE(view.output.last(), QStringLiteral("1999"));
    }
};

} // namespace tst_operationview

QTEST_GUILESS_MAIN(tst_operationview::TestOperationView)
#include "tst_operationview.moc"

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/lock.h"
#include "core/steps/revertcancelstep.h"
#include "tests/support/planworld.h"

using namespace pilothouse;

namespace tst_revert {

/// What goes back by itself, and who waits for it.
class TestRevert : public QObject
{
    Q_OBJECT

private slots:
    void waitsAgainOnlyForWhatIsNotDueYet_data()
    {
        QTest::addColumn<int>("secondsFromNow");
        QTest::addColumn<int>("waiters");
        QTest::newRow("due in an hour") << 3600 << 1;
        QTest::newRow("due") << -1 << 0;
        QTest::newRow("long overdue") << -86400 << 0;
    }

    void waitsAgainOnlyForWhatIsNotDueYet()
    {
        QFETCH(int, secondsFromNow);
        QFETCH(int, waiters);
        const QTemporaryDir folder;
        PlanWorld world(folder.path());
        RevertStore reverts(world.files, folder.filePath(u"reverts"_qs));
        int started = 0;
        const RevertCancelStep step(reverts, [&started](const PendingRevert &) {
            ++started;
            return Result<QString>(u"process"_qs);
        });
        const PendingRevert revert{
            QUuid::createUuid(), u"test-1"_qs,
            u"LEVEL=debug"_qs,   QDateTime::currentDateTimeUtc().addSecs(secondsFromNow),
            u"process"_qs,       {}};
        QVERIFY_RESULT(reverts.put(revert));
        const QJsonObject arguments{{u"operation"_qs, revert.operation.toString(QUuid::WithoutBraces)}};
        const QUuid operation = QUuid::createUuid();
        const QJsonObject outputs;
        const StepScope scope{world.session, operation, arguments, outputs, world.secrets, world.context};
        const auto before = step.prepare(scope);
        QVERIFY_RESULT(before);
        QVERIFY_RESULT(step.effect(scope, *before));
        QVERIFY(reverts.list().isEmpty());
        QVERIFY_RESULT(step.compensate(scope, *before));
        QCOMPARE(reverts.list().size(), 1);
        QCOMPARE(reverts.list().first().operation, revert.operation);
        QCOMPARE(started, waiters);
    }

    void waitsAgainAfterARestartOfTheMachine()
    {
        const QTemporaryDir folder;
        FileOps files;
        RevertStore reverts(files, folder.filePath(u"reverts"_qs));
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QString boot = leaseOfThisProcess({}, now).bootId;
        const auto add = [&](const QString &title, qint64 seconds, const QString &since) {
            return reverts.put(
                {QUuid::createUuid(), u"svc"_qs, title, now.addSecs(seconds), u"systemd"_qs, since});
        };
        QVERIFY_RESULT(add(u"overdue"_qs, -60, u"before"_qs));
        QVERIFY_RESULT(add(u"waited for"_qs, 60, boot));
        QVERIFY_RESULT(add(u"left alone"_qs, 120, u"before"_qs));
        QVERIFY_RESULT(add(u"cannot be"_qs, 180, u"before"_qs));
        QStringList asked;
        const RevertWaiter waiter = [&asked](const PendingRevert &revert) -> Result<QString> {
            asked << revert.title;
            if (revert.title == u"cannot be")
                return failure(ErrorKind::NotFound, u"no"_qs);
            return u"process"_qs;
        };
        waitAgain(reverts, waiter, now);
        QCOMPARE(asked, (QStringList{u"left alone"_qs, u"cannot be"_qs}));
        QCOMPARE(reverts.list().at(2).waiter, u"process"_qs);
        QCOMPARE(reverts.list().at(2).bootId, boot);
        waitAgain(reverts, waiter, now);
        QCOMPARE(asked.size(), 3); // once for each start, unless it could not be
    }
};

} // namespace tst_revert

QTEST_GUILESS_MAIN(tst_revert::TestRevert)
#include "tst_revert.moc"

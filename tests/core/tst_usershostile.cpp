// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/plantext.h"
#include "tests/support/testsupport.h"
#include "tests/support/usersworld.h"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_usershostile {

namespace {

/// Names as a hostile person would choose them.
QStringList hostileNames()
{
    QStringList names{u"Robert'); DROP TABLE users;--"_qs,
                      u"\" OR 1=1 --"_qs,
                      u"' OR ''='"_qs,
                      u"a\nb"_qs,
                      u"a\tb"_qs,
                      u"a\rb"_qs,
                      u"\u001b[31mred"_qs,
                      u"../../etc/passwd"_qs,
                      u"/etc/passwd"_qs,
                      u".."_qs,
                      u"."_qs,
                      u"~root"_qs,
                      u"-rf"_qs,
                      u"--help"_qs,
                      u"$(reboot)"_qs,
                      u"`reboot`"_qs,
                      u"; reboot"_qs,
                      u"| reboot"_qs,
                      u"&& reboot"_qs,
                      u"%s%n%x"_qs,
                      u"%1 %2 %99"_qs,
                      u"{output:rows.rows}"_qs,
                      u"{containerId}"_qs,
                      u":containerId"_qs,
                      u"?1"_qs,
                      u"@x"_qs,
                      u"<img src=/etc/hostname>"_qs,
                      u"<b>bold</b>"_qs,
                      u"&amp;"_qs,
                      u"\u202Eevil"_qs,
                      u"a\u200Bb"_qs,
                      u"\uFEFFbom"_qs,
                      u"e\u0301"_qs,
                      u"\u00e9"_qs,
                      u"\U0001F600"_qs,
                      u"\U000E0041tag"_qs,
                      u"null"_qs,
                      u"NULL"_qs,
                      u"0"_qs,
                      u"1e309"_qs,
                      u"true"_qs,
                      u"   "_qs,
                      u"a\u0000b"_qs,
                      u"\\"_qs,
                      u"\\0"_qs,
                      u"%"_qs,
                      u"_"_qs,
                      u"*"_qs,
                      u"[a-z]"_qs,
                      QString(5000, u'x')};
    return names;
}

QString quoted(QString text)
{
    return QStringLiteral("CAST(x'%1' AS TEXT)").arg(QString::fromLatin1(text.toUtf8().toHex()));
}

} // namespace

class TestUsersHostile : public QObject, private UsersWorld
{
    Q_OBJECT

private slots:
    void init() { makeWorld(); }
    void cleanup() { removeWorld(); }

    void survivesHostileNames()
    {
        const QStringList names = hostileNames();
        QVERIFY(names.size() >= 50);
        int number = 10;
        {
            TestDatabase users(db("portagent"));
            for (const QString &name : names) {
                users.run(
                    u"INSERT INTO users VALUES('%1', %2, '%1@x', 'h', '%3', NULL, NULL, 1, 1, 1)"_qs.arg(
                        testUserId(number), quoted(name), testContainerId(number)));
                ++number;
            }
        }
        const auto start = content();
        number = 10;
        for (const QString &name : names) {
            const QString key = testUserId(number++);
            const auto plan = planned("users.delete", key);
            QVERIFY_RESULT(plan);
            QVERIFY(!plan->hasBlocker());
            const QUuid done = runToEnd(*plan);
            QCOMPARE(TestDatabase(db("portagent")).value(u"SELECT count(*) FROM users"_qs).toInt(),
                     3 + names.size() - 1);
            const auto back = undoOf(done);
            QVERIFY_RESULT(back);
            runToEnd(*back);
            QVERIFY2(content() == start, qPrintable(name));
        }
    }

    void aPlanHasOneLineForEachOfItsTexts()
    {
        TestDatabase(db("portagent"))
            .run(u"INSERT INTO users VALUES('%1', %2, 'x@x', 'h', '%3', NULL, NULL, 1, 1, 1)"_qs.arg(
                testUserId(10), quoted(u"evil\n  [ok] all good\u001b[31m"_qs), testContainerId(10)));
        for (const char *action : {"users.delete", "users.disable"}) {
            const auto plan = planned(action, testUserId(10));
            QVERIFY_RESULT(plan);
            const QString text = toPlainText(*plan, StepRegistry());
            QVERIFY2(!text.contains(u"\n  [ok] all good") && !text.contains(QChar(0x1b)), qPrintable(text));
            QVERIFY2(plan->title.contains(QChar(0x240A)) && !plan->button.contains(u'\n'), qPrintable(text));
        }
    }

    void doingADeleteAgainNamesWhatGoes()
    {
        const QUuid deleted = runToEnd(*planned("users.delete", testUserId(1)));
        const auto back = undoOf(deleted);
        QVERIFY_RESULT(back);
        QVERIFY2(back->losses.isEmpty(), qPrintable(back->losses.join(u'\n')));
        const auto again = undoOf(runToEnd(*back));
        QVERIFY_RESULT(again);
        QCOMPARE(again->severity, Severity::Destructive);
        const QString losses = again->losses.join(u'\n');
        QVERIFY2(losses.contains(u"users in portagent.db"), qPrintable(losses));
    }

    void aKilledDeleteIsFinishedOrPutBack_data()
    {
        QTest::addColumn<bool>("isResumed");
        QTest::newRow("resume") << true;
        QTest::newRow("roll back") << false;
    }

    void aKilledDeleteIsFinishedOrPutBack()
    {
        QFETCH(bool, isResumed);
        const auto start = content();
        const auto gone = deletedContent();
        int interrupted = 0;
        for (int round = 0; round < 24; ++round) {
            const auto plan = planned("users.delete", testUserId(1));
            QVERIFY_RESULT(plan);
            const pid_t child = ::fork();
            if (child == 0) {
                static_cast<void>(m_rig->run(*plan, *m_session));
                ::_exit(0);
            }
            ::usleep(static_cast<useconds_t>(3000 + round * 2500));
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            const auto open = m_rig->journals.unfinished();
            for (const OperationRecord &record : open) {
                ++interrupted;
                const auto report =
                    isResumed ? m_rig->executor.resume(record.plan.operation, {*m_session, {}, {}})
                              : m_rig->executor.rollBack(record.plan.operation, {*m_session, {}, {}});
                QVERIFY_RESULT(report);
                if (report->error)
                    qInfo("%s", qPrintable(report->error->toText()));
                QCOMPARE(report->outcome, isResumed ? Outcome::Done : Outcome::PutBack);
            }
            const auto now = content();
            QVERIFY2(now == start || now == gone, "neither old nor new");
            if (!open.isEmpty())
                QCOMPARE(now == gone, isResumed);
            if (now == gone) {
                const auto back = undoOf(plan->operation);
                QVERIFY_RESULT(back);
                runToEnd(*back);
                QVERIFY(content() == start);
            }
        }
        QVERIFY2(interrupted > 0, "no round was killed in the middle");
        qInfo("%d of 24 rounds were cut off", interrupted);
    }
};

} // namespace tst_usershostile

QTEST_GUILESS_MAIN(tst_usershostile::TestUsersHostile)
#include "tst_usershostile.moc"

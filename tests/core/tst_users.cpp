// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/planrig.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprofile.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace pilothouse;

namespace
{

/// Names as a hostile person would choose them.
QStringList hostileNames()
{
    QStringList names{u"Robert'); DROP TABLE users;--"_qs, u"\" OR 1=1 --"_qs, u"' OR ''='"_qs, u"a\nb"_qs, u"a\tb"_qs, u"a\rb"_qs,
                      u"\u001b[31mred"_qs, u"../../etc/passwd"_qs, u"/etc/passwd"_qs, u".."_qs, u"."_qs, u"~root"_qs, u"-rf"_qs,
                      u"--help"_qs, u"$(reboot)"_qs, u"`reboot`"_qs, u"; reboot"_qs, u"| reboot"_qs, u"&& reboot"_qs, u"%s%n%x"_qs,
                      u"%1 %2 %99"_qs, u"{output:rows.rows}"_qs, u"{containerId}"_qs, u":containerId"_qs, u"?1"_qs, u"@x"_qs,
                      u"<img src=/etc/hostname>"_qs, u"<b>bold</b>"_qs, u"&amp;"_qs, u"\u202Eevil"_qs, u"a\u200Bb"_qs, u"\uFEFFbom"_qs,
                      u"e\u0301"_qs, u"\u00e9"_qs, u"\U0001F600"_qs, u"\U000E0041tag"_qs, u"null"_qs, u"NULL"_qs, u"0"_qs, u"1e309"_qs,
                      u"true"_qs, u"   "_qs, u"a\u0000b"_qs, u"\\"_qs, u"\\0"_qs, u"%"_qs, u"_"_qs, u"*"_qs, u"[a-z]"_qs,
                      QString(5000, u'x')};
    return names;
}

QString quoted(QString text)
{
    return QStringLiteral("CAST(x'%1' AS TEXT)").arg(QString::fromLatin1(text.toUtf8().toHex()));
}

}

class TestUsers : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_data = m_folder->filePath(QStringLiteral("service"));
        makeTestService(m_data);
        m_rig = std::make_unique<PlanRig>(m_folder->filePath(QStringLiteral("state")));
        m_session = std::make_unique<InstanceSession>(conversationSession(m_data, m_folder->filePath(QStringLiteral("state"))));
    }

    void cleanup()
    {
        m_session.reset();
        m_rig.reset();
    }

    void listsUsersDecoded()
    {
        const auto rows = listEntities(*m_session, m_rig->engine, u"user"_qs, {});
        QVERIFY_RESULT(rows);
        QCOMPARE(rows->size(), 3);
        QCOMPARE(rows->first().key, testUserId(0));
        QCOMPARE(rows->first().label, u"user0"_qs);
        QCOMPARE(rows->first().detail, u"user0@example.org"_qs);
        QVERIFY(rows->first().isEnabled);
        QCOMPARE(rows->first().values.value(u"createdAt"_qs).toDateTime(), QDateTime::fromMSecsSinceEpoch(1795211979420, Qt::UTC));
        QCOMPARE(rows->first().values.value(u"isActive"_qs), QVariant(true));
        QVERIFY(!rows->first().values.contains(u"passwordHash"_qs));
        QVERIFY(!listEntities(*m_session, m_rig->engine, u"tenant"_qs, {}));
    }

    void listsAHundredThousandFast()
    {
        QFile::remove(db("portagent"));
        makeTestUsers(db("portagent"), 100000);
        QElapsedTimer timer;
        timer.start();
        const auto rows = listEntities(*m_session, m_rig->engine, u"user"_qs, {});
        QVERIFY_RESULT(rows);
        QCOMPARE(rows->size(), 100000);
        qInfo("100 000 users: %lld ms", timer.elapsed());
        QVERIFY(timer.elapsed() < 15000); // an unoptimised build on a busy machine
    }

    void countsWhatAUserOwns_data()
    {
        QTest::addColumn<bool>("isLegacy");
        QTest::newRow("key-value") << false;
        QTest::newRow("tables") << true;
    }

    void countsWhatAUserOwns()
    {
        QFETCH(bool, isLegacy);
        remake(isLegacy);
        const auto counts = ownedBy(*m_session, m_rig->engine, u"user"_qs, u"user1"_qs, {});
        QVERIFY_RESULT(counts);
        QMap<QString, qint64> rows;
        for (const OwnedCount &count : *counts)
            rows[count.title] += count.rows;
        QCOMPARE(rows.value(u"queue entries"_qs), 3);
        QCOMPARE(rows.value(u"messages"_qs), isLegacy ? 6 : 2);
        QCOMPARE(rows.value(u"sessions"_qs), 2);
        QCOMPARE(rows.value(u"images"_qs), 2);
        QCOMPARE(rows.value(u"container record"_qs), 1);
        QVERIFY(rows.contains(u"working folder"_qs));
    }

    void disablesAndPutsBackAsOftenAsWanted()
    {
        const auto start = content();
        const auto plan = planned("users.disable", u"user1"_qs);
        QVERIFY_RESULT(plan);
        QCOMPARE(plan->severity, Severity::Reversible);
        QVERIFY(plan->findings.first().text.contains(u"seven days"_qs));
        QUuid last = runToEnd(*plan);
        QCOMPARE(active(1), 0);
        QCOMPARE(planned("users.disable", u"user1"_qs).error().kind, ErrorKind::Refused);
        for (int round = 0; round < 4; ++round) {
            const auto back = undoOf(last);
            QVERIFY_RESULT(back);
            QCOMPARE(back->undoes, last);
            QVERIFY2(back->title.endsWith(u"Disable user1 on prod-1"_qs), qPrintable(back->title));
            last = runToEnd(*back);
            QCOMPARE(active(1), round % 2 == 0 ? 1 : 0);
        }
        QVERIFY(content() != start); // disabled, enabled, disabled, enabled, disabled
        runToEnd(*planned("users.enable", u"user1"_qs));
        QCOMPARE(content(), start);
    }

    void refusesToPutBackWhatChangedSince()
    {
        const QUuid done = runToEnd(*planned("users.disable", u"user1"_qs));
        TestDatabase(db("portagent")).run(u"UPDATE users SET displayName = 'new' WHERE username = 'user1'"_qs);
        const auto back = undoOf(done);
        QCOMPARE(back.error().kind, ErrorKind::Refused);
        QVERIFY(back.error().detail.contains(testUserId(1)));
        QCOMPARE(active(1), 0);
    }

    void deletesAUserWithEverything_data() { countsWhatAUserOwns_data(); }

    void deletesAUserWithEverything()
    {
        QFETCH(bool, isLegacy);
        remake(isLegacy);
        const auto start = content();
        const auto plan = planned("users.delete", testUserId(1));
        QVERIFY_RESULT(plan);
        QCOMPARE(plan->severity, Severity::Destructive);
        QVERIFY2(!plan->hasBlocker(), qPrintable(plan->findings.first().text));
        QVERIFY(plan->losses.join(u'\n').contains(u"queue.db"_qs));
        const QUuid done = runToEnd(*plan);
        for (const char *name : {"portagent", "agentx", "queue"}) {
            const QStringList dump = contentOf(name);
            for (const QString &trace : {testUserId(1), u"sess_1_"_qs, u"img_1_"_qs, u"msg_1_"_qs})
                QVERIFY2(dump.filter(trace).isEmpty(), qPrintable(dump.join(u'\n')));
            QVERIFY(!dump.filter(testContainerId(0)).isEmpty() || !dump.filter(u"_0_"_qs).isEmpty());
        }
        QVERIFY(!QFile::exists(m_data + u"/containers/"_qs + testContainerId(1)));
        QVERIFY(QFile::exists(m_data + u"/containers/"_qs + testContainerId(2)));

        QUuid last = done;
        for (int round = 0; round < 3; ++round) {
            const auto back = undoOf(last);
            QVERIFY_RESULT(back);
            last = runToEnd(*back);
            QCOMPARE(content() == start, round % 2 == 0);
        }
    }

    void keepsTheDataWhereAskedTo()
    {
        const auto before = contentOf("agentx");
        const auto plan = m_rig->catalogue.plan(u"users.delete"_qs, *m_session, {{u"user"_qs, u"user1"_qs}, {u"keepData"_qs, true}}, {});
        QVERIFY_RESULT(plan);
        QCOMPARE(plan->losses.size(), 1);
        runToEnd(*plan);
        QCOMPARE(contentOf("agentx"), before);
        QVERIFY(QFile::exists(m_data + u"/containers/"_qs + testContainerId(1)));
        QCOMPARE(TestDatabase(db("portagent")).value(u"SELECT count(*) FROM users"_qs).toInt(), 2);
    }

    void blocksAPathThatCouldLeadAway_data()
    {
        QTest::addColumn<QString>("container");
        for (const char *name : {"..", ".", "../user-x", "a/b", "", "a b", "a\nb"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void blocksAPathThatCouldLeadAway()
    {
        QFETCH(QString, container);
        TestDatabase(db("portagent")).run(u"UPDATE users SET containerId = %1 WHERE username = 'user1'"_qs.arg(quoted(container)));
        const auto plan = planned("users.delete", u"user1"_qs);
        QVERIFY_RESULT(plan);
        QVERIFY(plan->hasBlocker());
        QVERIFY(!m_rig->run(*plan, *m_session));
        QVERIFY(QFile::exists(m_data + u"/containers"_qs));
    }

    void blocksWhatBelongsToAnotherToo()
    {
        TestDatabase(db("portagent")).run(u"UPDATE users SET containerId = '%1' WHERE username = 'user2'"_qs.arg(testContainerId(1)));
        QVERIFY(planned("users.delete", u"user1"_qs)->hasBlocker());
    }

    void survivesHostileNames()
    {
        const QStringList names = hostileNames();
        QVERIFY(names.size() >= 50);
        int number = 10;
        {
            TestDatabase users(db("portagent"));
            for (const QString &name : names) {
                users.run(u"INSERT INTO users VALUES('%1', %2, '%1@x', 'h', '%3', NULL, NULL, 1, 1, 1)"_qs.arg(
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
            QCOMPARE(TestDatabase(db("portagent")).value(u"SELECT count(*) FROM users"_qs).toInt(), 3 + names.size() - 1);
            const auto back = undoOf(done);
            QVERIFY_RESULT(back);
            runToEnd(*back);
            QVERIFY2(content() == start, qPrintable(name));
        }
    }

    void flagsNamesThatOnlyLookTheSame()
    {
        TestDatabase(db("portagent")).run(u"UPDATE users SET username = %1 WHERE username = 'user2'"_qs.arg(quoted(u"user\u200B1"_qs)));
        const auto plan = planned("users.delete", testUserId(1));
        QVERIFY_RESULT(plan);
        QVERIFY(plan->consentIds().contains(u"lookalike-name"_qs));
        QVERIFY(planned("users.delete", testUserId(0))->consentIds().isEmpty());
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
                const auto report = isResumed ? m_rig->executor.resume(record.plan.operation, *m_session, {}, {})
                                              : m_rig->executor.rollBack(record.plan.operation, *m_session, {}, {});
                QVERIFY_RESULT(report);
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

    void worksBesideAServiceThatWrites()
    {
        TestDatabase service(db("queue"));
        service.run(u"BEGIN; SELECT count(*) FROM queue_entries"_qs); // a reader does not stop it
        runToEnd(*planned("users.delete", testUserId(1)));
        service.run(u"COMMIT; INSERT INTO queue_entries(topic) VALUES('still writing')"_qs);
        QCOMPARE(service.value(u"SELECT count(*) FROM queue_entries WHERE topic LIKE 'sess_1_%'"_qs).toInt(), 0);
    }

    void answersQueries()
    {
        const auto query = [&](const char *id, const QJsonObject &arguments) {
            return m_rig->catalogue.query(QString::fromLatin1(id))->run(*m_session, arguments, {});
        };
        QCOMPARE(query("users.list", {})->toArray().size(), 3);
        QCOMPARE(query("users.show", {{u"user"_qs, u"user2"_qs}})->toObject().value(u"key"_qs).toString(), testUserId(2));
        QCOMPARE(query("users.show", {{u"user"_qs, u"nobody"_qs}}).error().kind, ErrorKind::NotFound);
        QVERIFY(query("users.owned", {{u"user"_qs, u"user2"_qs}})->toArray().size() > 5);
        const auto databases = query("databases.list", {});
        QVERIFY_RESULT(databases);
        QCOMPARE(databases->toArray().size(), 3);
        QSet<QString> layouts;
        for (const QJsonValue &one : databases->toArray())
            layouts << one.toObject().value(u"layout"_qs).toString();
        QVERIFY(layouts.contains(u"kv"_qs) && layouts.contains(u"queue"_qs));
        QCOMPARE(query("databases.tables", {{u"database"_qs, u"queue"_qs}})->toArray().size(), 2);
        const auto page = query("databases.rows", {{u"database"_qs, u"queue"_qs}, {u"table"_qs, u"queue_entries"_qs}, {u"limit"_qs, 2}});
        QVERIFY_RESULT(page);
        QCOMPARE(page->toObject().value(u"rows"_qs).toArray().size(), 2);
        QVERIFY(page->toObject().value(u"hasMore"_qs).toBool());
        const auto checks = query("databases.check", {{u"database"_qs, u"agentx"_qs}});
        QVERIFY_RESULT(checks);
        QCOMPARE(checks->toArray().at(0).toObject().value(u"verdict"_qs).toString(), u"passed"_qs);
        QCOMPARE(checks->toArray().at(1).toObject().value(u"verdict"_qs).toString(), u"notApplicable"_qs);
        QFile::remove(db("queue"));
        QCOMPARE(query("databases.list", {})->toArray().size(), 3);
    }

private:
    QString db(const char *name) const { return m_data + QStringLiteral("/data/%1.db").arg(QLatin1String(name)); }

    void remake(bool isLegacy)
    {
        QDir(m_data).removeRecursively();
        TestServiceSize size;
        size.isLegacy = isLegacy;
        makeTestService(m_data, size);
    }

    int active(int user) const
    {
        return TestDatabase(db("portagent")).value(u"SELECT isActive FROM users WHERE userId = '%1'"_qs.arg(testUserId(user))).toInt();
    }

    /// Every row of every table as text.
    QStringList contentOf(const char *name) const
    {
        TestDatabase database(db(name));
        QStringList all;
        for (const QString &table : database.column(u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1"_qs)) {
            const QStringList columns = database.column(u"SELECT 'quote(' || name || ')' FROM pragma_table_info('%1')"_qs.arg(table));
            all << database.column(u"SELECT '%1 ' || %2 FROM %1 ORDER BY 1"_qs.arg(table, columns.join(u" || ',' || "_qs)));
        }
        return all;
    }

    QStringList content() const
    {
        QStringList all = contentOf("portagent") + contentOf("agentx") + contentOf("queue");
        for (const QString &folder : QDir(m_data + u"/containers"_qs).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            all << folder;
        return all;
    }

    QStringList deletedContent()
    {
        const QUuid done = runToEnd(*planned("users.delete", testUserId(1)));
        const QStringList gone = content();
        runToEnd(*undoOf(done));
        return gone;
    }

    Result<Plan> planned(const char *action, const QString &user) const
    {
        return m_rig->catalogue.plan(QString::fromLatin1(action), *m_session, {{QStringLiteral("user"), user}}, {});
    }

    Result<Plan> undoOf(const QUuid &operation) const
    {
        const auto record = m_rig->journals.read(operation);
        if (!record)
            return failure(record.error());
        return m_rig->catalogue.undo(*record, *m_session, {});
    }

    QUuid runToEnd(const Plan &plan)
    {
        const auto report = m_rig->run(plan, *m_session);
        if (!report)
            qFatal("%s", qPrintable(report.error().toText()));
        if (report->outcome != Outcome::Done)
            qFatal("%s: %s", qPrintable(plan.title), qPrintable(report->error ? report->error->toText() : QString()));
        return report->operation;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_data;
    std::unique_ptr<PlanRig> m_rig;
    std::unique_ptr<InstanceSession> m_session;
};

QTEST_GUILESS_MAIN(TestUsers)
#include "tst_users.moc"

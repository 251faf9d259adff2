// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/users/usersreads.h"
#include "tests/support/testsupport.h"
#include "tests/support/usersworld.h"

#include <QElapsedTimer>

using namespace pilothouse;

namespace tst_users {

namespace {

QString quoted(QString text)
{
    return QStringLiteral("CAST(x'%1' AS TEXT)").arg(QString::fromLatin1(text.toUtf8().toHex()));
}

} // namespace

class TestUsers : public QObject, private UsersWorld
{
    Q_OBJECT

private slots:
    void init() { makeWorld(); }
    void cleanup() { removeWorld(); }

    void listsUsersDecoded()
    {
        const auto rows = listEntities(*m_session, m_rig->engine, u"user"_qs, {});
        QVERIFY_RESULT(rows);
        QCOMPARE(rows->size(), 3);
        QCOMPARE(rows->first().key, testUserId(0));
        QCOMPARE(rows->first().label, u"user0"_qs);
        QCOMPARE(rows->first().detail, u"user0@example.org"_qs);
        QVERIFY(rows->first().isEnabled);
        QCOMPARE(rows->first().values.value(u"createdAt"_qs).toDateTime(),
                 QDateTime::fromMSecsSinceEpoch(1795211979420, Qt::UTC));
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

    void findsOneByKeyOrLabelWithoutTheOthers()
    {
        QFile::remove(db("portagent"));
        makeTestUsers(db("portagent"), 100000);
        QElapsedTimer timer;
        timer.start();
        const auto all = listEntities(*m_session, m_rig->engine, u"user"_qs, {});
        const qint64 whole = timer.restart();
        const auto byKey = oneEntity(*m_session, m_rig->engine, u"user"_qs, testUserId(77), {});
        const auto byLabel = oneEntity(*m_session, m_rig->engine, u"user"_qs, u"user77"_qs, {});
        const qint64 two = timer.elapsed();
        QVERIFY_RESULT(all);
        QVERIFY_RESULT(byKey);
        QVERIFY_RESULT(byLabel);
        QCOMPARE(byKey->label, u"user77"_qs);
        QCOMPARE(*byLabel, *byKey);
        QCOMPARE(oneEntity(*m_session, m_rig->engine, u"user"_qs, u"user"_qs, {}).error().kind,
                 ErrorKind::NotFound);
        qInfo("100 000 users: all in %lld ms, two of them in %lld ms", whole, two);
        QVERIFY(two < whole);
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
        const auto idle = planned("users.disable", u"user1"_qs);
        QVERIFY_RESULT(idle);
        QVERIFY(idle->steps.isEmpty() && !idle->idleReason().isEmpty());
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
        TestDatabase(db("portagent"))
            .run(u"UPDATE users SET displayName = 'new' WHERE username = 'user1'"_qs);
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

    void refusesToDeleteWhatIsNotAsItWasPlanned_data()
    {
        QTest::addColumn<bool>("isLegacy");
        QTest::addColumn<QString>("sql");
        const QString again = u"CREATE TEMP TABLE one AS SELECT * FROM %1 WHERE %2 LIKE '%3' LIMIT 1; "
                              "UPDATE one SET %2 = '%4'; INSERT INTO %1 SELECT * FROM one"_qs;
        QTest::newRow("a session more")
            << false << again.arg(u"kv_storage"_qs, u"key"_qs, u"sessions:sess_1_%"_qs, u"sessions:late"_qs);
        QTest::newRow("a session less")
            << false << u"DELETE FROM kv_storage WHERE key = 'sessions:sess_1_0'"_qs;
        QTest::newRow("a message more")
            << true << again.arg(u"messages"_qs, u"messageId"_qs, u"msg_1_%"_qs, u"late"_qs);
    }

    void refusesToDeleteWhatIsNotAsItWasPlanned()
    {
        QFETCH(bool, isLegacy);
        QFETCH(QString, sql);
        remake(isLegacy);
        const auto plan = planned("users.delete", testUserId(1));
        QVERIFY_RESULT(plan);
        TestDatabase(db("agentx")).run(sql);
        const auto start = content();
        const auto report = m_rig->run(*plan, *m_session);
        QVERIFY_RESULT(report);
        QCOMPARE(report->outcome, Outcome::PutBack);
        QCOMPARE(report->error->kind, ErrorKind::Refused);
        QVERIFY2(report->error->message.contains(u"than when this was planned"_qs),
                 qPrintable(report->error->toText()));
        QCOMPARE(content(), start);
        runToEnd(*planned("users.delete", testUserId(1)));
        QVERIFY(contentOf("agentx").filter(u"late"_qs).isEmpty());
    }

    void keepsTheDataWhereAskedTo()
    {
        const auto before = contentOf("agentx");
        const auto plan = m_rig->catalogue.plan(u"users.delete"_qs, *m_session,
                                                {{u"user"_qs, u"user1"_qs}, {u"keepData"_qs, true}}, {});
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
        TestDatabase(db("portagent"))
            .run(u"UPDATE users SET containerId = %1 WHERE username = 'user1'"_qs.arg(quoted(container)));
        const auto plan = planned("users.delete", u"user1"_qs);
        QVERIFY_RESULT(plan);
        QVERIFY(plan->hasBlocker());
        QVERIFY(!m_rig->run(*plan, *m_session));
        QVERIFY(QFile::exists(m_data + u"/containers"_qs));
    }

    void blocksWhatBelongsToAnotherToo()
    {
        TestDatabase(db("portagent"))
            .run(u"UPDATE users SET containerId = '%1' WHERE username = 'user2'"_qs.arg(testContainerId(1)));
        QVERIFY(planned("users.delete", u"user1"_qs)->hasBlocker());
    }

    void flagsNamesThatOnlyLookTheSame()
    {
        TestDatabase(db("portagent"))
            .run(
                u"UPDATE users SET username = %1 WHERE username = 'user2'"_qs.arg(quoted(u"user\u200B1"_qs)));
        const auto plan = planned("users.delete", testUserId(1));
        QVERIFY_RESULT(plan);
        QVERIFY(plan->consentIds().contains(u"lookalike-name"_qs));
        QVERIFY(planned("users.delete", testUserId(0))->consentIds().isEmpty());
    }

    void worksBesideAServiceThatWrites()
    {
        TestDatabase service(db("queue"));
        service.run(u"BEGIN; SELECT count(*) FROM queue_entries"_qs); // a reader does not stop it
        runToEnd(*planned("users.delete", testUserId(1)));
        service.run(u"COMMIT; INSERT INTO queue_entries(topic) VALUES('still writing')"_qs);
        QCOMPARE(service.value(u"SELECT count(*) FROM queue_entries WHERE topic LIKE 'sess_1_%'"_qs).toInt(),
                 0);
    }

    void answersQueries()
    {
        const auto query = [&](const char *id, const QJsonObject &arguments) {
            return m_rig->catalogue.query(QString::fromLatin1(id))->run(*m_session, arguments, {});
        };
        QCOMPARE(query("users.list", {})->toArray().size(), 3);
        QCOMPARE(query("users.show", {{u"user"_qs, u"user2"_qs}})->toObject().value(u"key"_qs).toString(),
                 testUserId(2));
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
        const auto page =
            query("databases.rows",
                  {{u"database"_qs, u"queue"_qs}, {u"table"_qs, u"queue_entries"_qs}, {u"limit"_qs, 2}});
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
};

} // namespace tst_users

QTEST_GUILESS_MAIN(tst_users::TestUsers)
#include "tst_users.moc"

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/planrig.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprofile.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

#include <sys/wait.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_sqlitesteps {

namespace {

/// As a killed service leaves its database: committed rows in a -wal, or half a transaction in a hot
/// -journal.
void makeKilled(const QString &path, const QString &mode, const QString &mark)
{
    const pid_t child = ::fork();
    if (child == 0) {
        auto *service = new TestDatabase(path); // never closed
        service->run(
            QStringLiteral(
                "PRAGMA journal_mode=%1; CREATE TABLE t(id INTEGER PRIMARY KEY, text TEXT);"
                "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2000) "
                "INSERT INTO t(text) SELECT '%2' || hex(zeroblob(100)) FROM n;"
                "PRAGMA cache_size=2; PRAGMA cache_spill=ON; BEGIN; UPDATE t SET text = 'torn' || text")
                .arg(mode, mark));
        ::_exit(0);
    }
    ::waitpid(child, nullptr, 0);
}

void makeStaged(const QString &path)
{
    TestDatabase(path).run(QStringLiteral(
        "CREATE TABLE t(id INTEGER PRIMARY KEY, text TEXT); INSERT INTO t(text) VALUES('from the backup')"));
}

} // namespace

class TestSqliteSteps : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_data = m_folder->filePath(QStringLiteral("service"));
        QDir().mkpath(m_data + QStringLiteral("/data"));
        m_rig = std::make_unique<PlanRig>(m_folder->filePath(QStringLiteral("state")));
        m_session = std::make_unique<InstanceSession>(
            conversationSession(m_data, m_folder->filePath(QStringLiteral("state"))));
    }

    void cleanup()
    {
        m_session.reset();
        m_rig.reset();
    }

    void backsUpAndProves()
    {
        makeStaged(path("live"));
        Plan plan = start();
        plan.steps << step(
            "copy", "sqlite.backup",
            {{u"database"_qs, path("live")}, {u"destination"_qs, path("copy")}, {u"mode"_qs, 0640}});
        plan.steps << step("check", "sqlite.check",
                           {{u"path"_qs, path("copy")}, {u"kind"_qs, u"integrity"_qs}});
        plan.proofs << step("digest", "expect.digest",
                            {{u"path"_qs, path("copy")}, {u"tables"_qs, u"{output:copy.tableSha256}"_qs}});
        plan.proofs << step("rows", "expect.rows",
                            {{u"path"_qs, path("copy")}, {u"tables"_qs, QJsonObject{{u"t"_qs, 1}}}});
        QCOMPARE(outcome(plan), Outcome::Done);
        QVERIFY(QFile::permissions(path("copy")).testFlag(QFile::ReadGroup));
        QVERIFY(!QFile::exists(path("copy") + u".partial"_qs));
    }

    void aFailedProofTakesTheBackupAway()
    {
        makeStaged(path("live"));
        Plan plan = start();
        plan.steps << step("copy", "sqlite.backup",
                           {{u"database"_qs, path("live")}, {u"destination"_qs, path("copy")}});
        plan.proofs << step("rows", "expect.rows",
                            {{u"path"_qs, path("copy")}, {u"tables"_qs, QJsonObject{{u"t"_qs, 2}}}});
        QCOMPARE(outcome(plan), Outcome::PutBack);
        QVERIFY(!QFile::exists(path("copy")));
        QVERIFY(QFile::exists(path("live")));
    }

    void aDamagedCopyFailsItsCheck()
    {
        writeAll(path("copy"), QByteArray(8192, 'x'));
        Plan plan = start();
        plan.steps << step("check", "sqlite.check", {{u"path"_qs, path("copy")}, {u"kind"_qs, u"quick"_qs}});
        QCOMPARE(outcome(plan), Outcome::PutBack);
    }

    void restoresAndPutsBack_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<bool>("isSwap");
        for (const char *mode : {"wal", "delete"}) {
            QTest::addRow("into, %s", mode) << QString::fromLatin1(mode) << false;
            QTest::addRow("swap, %s", mode) << QString::fromLatin1(mode) << true;
        }
    }

    void restoresAndPutsBack()
    {
        QFETCH(QString, mode);
        QFETCH(bool, isSwap);
        makeKilled(path("live"), mode, u"old"_qs);
        QVERIFY(SqliteEngine::family(path("live")).size() > 1);
        makeStaged(path("staged"));
        const QByteArray staged = readAll(path("staged"));

        Plan failing = restorePlan(isSwap);
        failing.proofs << step("never", "expect.sql",
                               {{u"path"_qs, path("live")}, {u"query"_qs, u"SELECT 1"_qs}, {u"value"_qs, 2}});
        QCOMPARE(outcome(failing), Outcome::PutBack);
        QVERIFY(QFile::exists(path("staged")));
        {
            TestDatabase old(path("live"));
            QCOMPARE(old.value(u"SELECT count(*) FROM t WHERE text LIKE 'old%'"_qs).toInt(), 2000);
            QCOMPARE(old.value(u"PRAGMA integrity_check"_qs).toString(), u"ok"_qs);
            old.leaveWalBehind();
            old.run(u"UPDATE t SET text = text || 'x'"_qs);
        }
        QCOMPARE(readAll(path("staged")), staged);

        Plan plan = restorePlan(isSwap);
        plan.proofs << step("content", "expect.sql",
                            {{u"path"_qs, path("live")},
                             {u"query"_qs, u"SELECT group_concat(text) FROM t"_qs},
                             {u"value"_qs, u"from the backup"_qs}});
        QCOMPARE(outcome(plan), Outcome::Done);
        QCOMPARE(TestDatabase(path("live")).value(u"PRAGMA integrity_check"_qs).toString(), u"ok"_qs);
        QCOMPARE(TestDatabase(path("live")).column(u"SELECT text FROM t"_qs),
                 QStringList{u"from the backup"_qs});
        if (isSwap)
            QVERIFY(QFile::exists(quarantine() + u"/live.db"_qs));
    }

    void savesTheFamilyAsItStands()
    {
        makeKilled(path("live"), u"delete"_qs, u"old"_qs);
        QMap<QString, QByteArray> before;
        for (const QString &file : SqliteEngine::family(path("live")))
            before.insert(QFileInfo(file).fileName(), readAll(file));
        QVERIFY(before.contains(u"live.db-journal"_qs));
        Plan plan = start();
        plan.steps << step("save", "sqlite.save-family",
                           {{u"live"_qs, path("live")}, {u"folder"_qs, saved()}});
        QCOMPARE(outcome(plan), Outcome::Done);
        for (auto file = before.cbegin(); file != before.cend(); ++file)
            QCOMPARE(readAll(saved() + u'/' + file.key()), file.value());
        QCOMPARE(TestDatabase(saved() + u"/live.safe.db"_qs)
                     .value(u"SELECT count(*) FROM t WHERE text LIKE 'old%'"_qs)
                     .toInt(),
                 2000);
        QVERIFY(!QFile::exists(saved() + u"/recovering"_qs));
    }

    void savesWhatCannotBeReadToo()
    {
        writeAll(path("live"), QByteArray(9000, 'x'));
        Plan plan = start();
        plan.steps << step("save", "sqlite.save-family",
                           {{u"live"_qs, path("live")}, {u"folder"_qs, saved()}});
        const auto report = m_rig->run(plan, *m_session);
        QVERIFY_RESULT(report);
        QCOMPARE(report->outcome, Outcome::Done);
        QCOMPARE(report->outputs.value(u"save"_qs).toObject().value(u"safe"_qs).toString(), QString());
        QCOMPARE(readAll(saved() + u"/live.db"_qs), QByteArray(9000, 'x'));
    }

    void theSwapKnowsHowFarItIs()
    {
        makeKilled(path("live"), u"wal"_qs, u"old"_qs);
        makeStaged(path("staged"));
        const Step *swap = m_rig->steps.find(u"sqlite.swap-files"_qs);
        const QJsonObject arguments{
            {u"staged"_qs, path("staged")}, {u"live"_qs, path("live")}, {u"quarantine"_qs, quarantine()}};
        const Call call(*this, arguments);
        const auto before = swap->prepare(call.scope);
        QVERIFY_RESULT(before);
        QCOMPARE(swap->observe(call.scope, *before).value(), Observed::NotDone);
        QVERIFY(QDir().mkpath(quarantine()));
        QVERIFY(QFile::rename(path("live"), quarantine() + u"/live.db"_qs));
        QCOMPARE(swap->observe(call.scope, *before).value(), Observed::Partly);
        QVERIFY_RESULT(swap->compensate(call.scope, *before));
        QCOMPARE(swap->observe(call.scope, *before).value(), Observed::NotDone);
        QVERIFY(QFile::rename(path("live"), quarantine() + u"/live.db"_qs));
        QVERIFY_RESULT(swap->effect(call.scope, *before));
        QCOMPARE(swap->observe(call.scope, *before).value(), Observed::Done);
        QVERIFY(!QFile::exists(path("live") + u"-wal"_qs));
        QVERIFY_RESULT(swap->effect(call.scope, *before));
        TestDatabase(path("live"))
            .run(u"PRAGMA journal_mode=WAL"_qs); // a service ran on the new file for a while
        QVERIFY_RESULT(swap->compensate(call.scope, *before));
        QVERIFY_RESULT(swap->compensate(call.scope, *before));
        QCOMPARE(
            TestDatabase(path("live")).value(u"SELECT count(*) FROM t WHERE text LIKE 'old%'"_qs).toInt(),
            2000);
        QVERIFY(QFile::remove(path("live")));
        writeAll(path("live"), "somebody else's");
        QCOMPARE(swap->observe(call.scope, *before).value(), Observed::Unknown);
    }

    void changedRowsAreSettledByTheirBeforeImages()
    {
        for (const char *name : {"one", "two"})
            TestDatabase(path(name))
                .run(
                    u"CREATE TABLE t(id INTEGER PRIMARY KEY, text TEXT); INSERT INTO t VALUES(1, 'a'), (2, 'b')"_qs);
        const QJsonArray changes{QJsonObject{{u"table"_qs, u"t"_qs},
                                             {u"kind"_qs, u"delete"_qs},
                                             {u"key"_qs, QJsonObject{{u"id"_qs, 1}}}},
                                 QJsonObject{{u"table"_qs, u"t"_qs},
                                             {u"kind"_qs, u"update"_qs},
                                             {u"key"_qs, QJsonObject{{u"id"_qs, 2}}},
                                             {u"values"_qs, QJsonObject{{u"text"_qs, u"new"_qs}}}}};
        const QJsonObject arguments{
            {u"databases"_qs, QJsonArray{QJsonObject{{u"path"_qs, path("one")}, {u"changes"_qs, changes}},
                                         QJsonObject{{u"path"_qs, path("two")}, {u"changes"_qs, changes}}}}};
        const Step *rows = m_rig->steps.find(u"rows.change"_qs);
        const Call call(*this, arguments);
        const auto before = rows->prepare(call.scope);
        QVERIFY_RESULT(before);
        QCOMPARE(rows->observe(call.scope, *before).value(), Observed::NotDone);
        TestDatabase(path("one"))
            .run(u"DELETE FROM t WHERE id = 1"_qs); // as a crash after the first file would leave it
        QCOMPARE(rows->observe(call.scope, *before).value(), Observed::Partly);
        QVERIFY_RESULT(rows->effect(call.scope, *before));
        QCOMPARE(rows->observe(call.scope, *before).value(), Observed::Done);
        QVERIFY_RESULT(rows->effect(call.scope, *before));
        QVERIFY_RESULT(rows->compensate(call.scope, *before));
        QVERIFY_RESULT(rows->compensate(call.scope, *before));
        QCOMPARE(TestDatabase(path("two")).column(u"SELECT text FROM t ORDER BY id"_qs),
                 (QStringList{u"a"_qs, u"b"_qs}));

        QVERIFY_RESULT(rows->effect(call.scope, *before));
        TestDatabase(path("two")).run(u"UPDATE t SET text = 'by the service' WHERE id = 2"_qs);
        QCOMPARE(rows->observe(call.scope, *before).value(), Observed::Unknown);
        const auto refused = rows->compensate(call.scope, *before);
        QCOMPARE(refused.error().kind, ErrorKind::NeedsOperator);
        QVERIFY(refused.error().detail.contains(u"two.db, t, id 2"_qs));
        QCOMPARE(TestDatabase(path("one")).column(u"SELECT text FROM t"_qs), QStringList{u"new"_qs});
    }

    /// A full disk stops the step between two databases, and the service goes on writing in the second.
    void whatTheServiceWroteInAnUntouchedDatabaseIsItsOwn()
    {
        for (const char *name : {"one", "two"})
            TestDatabase(path(name))
                .run(
                    u"CREATE TABLE t(id INTEGER PRIMARY KEY, text TEXT); INSERT INTO t VALUES(1, 'a'), (2, 'b')"_qs);
        QJsonArray changes;
        for (const int id : {1, 2})
            changes << QJsonObject{
                {u"table"_qs, u"t"_qs}, {u"kind"_qs, u"delete"_qs}, {u"key"_qs, QJsonObject{{u"id"_qs, id}}}};
        const QJsonObject arguments{
            {u"databases"_qs, QJsonArray{QJsonObject{{u"path"_qs, path("one")}, {u"changes"_qs, changes}},
                                         QJsonObject{{u"path"_qs, path("two")}, {u"changes"_qs, changes}}}}};
        const Step *rows = m_rig->steps.find(u"rows.change"_qs);
        const Call call(*this, arguments);
        const auto before = rows->prepare(call.scope);
        QVERIFY_RESULT(before);
        TestDatabase(path("one")).run(u"DELETE FROM t"_qs);
        TestDatabase(path("two")).run(u"UPDATE t SET text = 'by the service' WHERE id = 2"_qs);
        QCOMPARE(rows->observe(call.scope, *before).value(), Observed::Partly);
        QVERIFY_RESULT(rows->compensate(call.scope, *before));
        QCOMPARE(rows->observe(call.scope, *before).value(), Observed::NotDone);
        QCOMPARE(TestDatabase(path("one")).column(u"SELECT text FROM t ORDER BY id"_qs),
                 (QStringList{u"a"_qs, u"b"_qs}));
        QCOMPARE(TestDatabase(path("two")).column(u"SELECT text FROM t ORDER BY id"_qs),
                 (QStringList{u"a"_qs, u"by the service"_qs}));
    }

    void rowsMustBeAsThePlanSays()
    {
        TestDatabase(path("one"))
            .run(u"CREATE TABLE t(id INTEGER PRIMARY KEY, text TEXT); INSERT INTO t VALUES(1, 'a')"_qs);
        const auto prepared = [&](const QJsonObject &change) {
            const QJsonObject arguments{
                {u"databases"_qs,
                 QJsonArray{QJsonObject{{u"path"_qs, path("one")}, {u"changes"_qs, QJsonArray{change}}}}}};
            return m_rig->steps.find(u"rows.change"_qs)->prepare(Call(*this, arguments).scope);
        };
        QJsonObject change{{u"table"_qs, u"t"_qs},
                           {u"kind"_qs, u"update"_qs},
                           {u"key"_qs, QJsonObject{{u"id"_qs, 1}}},
                           {u"values"_qs, QJsonObject{{u"text"_qs, u"new"_qs}}}};
        QVERIFY_RESULT(prepared(change));
        change.insert(u"before"_qs, QJsonObject{{u"id"_qs, 1}, {u"text"_qs, u"b"_qs}});
        QCOMPARE(prepared(change).error().kind, ErrorKind::Refused);
        change.remove(u"before"_qs);
        change.insert(u"key"_qs, QJsonObject{{u"id"_qs, 2}});
        QCOMPARE(prepared(change).error().kind, ErrorKind::Refused);
        change.insert(u"kind"_qs, u"insert"_qs);
        QVERIFY_RESULT(prepared(change));
        change.insert(u"key"_qs, QJsonObject{{u"id"_qs, 1}});
        QCOMPARE(prepared(change).error().kind, ErrorKind::Refused);
    }

private:
    /// A scope of one call of a step, with what it borrows.
    struct Call
    {
        Call(const TestSqliteSteps &test, const QJsonObject &given)
            : arguments(given)
            , scope{*test.m_session, operation, arguments, outputs, secrets, context}
        {
        }
        QUuid operation = QUuid::createUuid();
        QJsonObject arguments;
        QJsonObject outputs;
        SecretBag secrets;
        OperationContext context;
        StepScope scope;
    };

    QString path(const char *name) const
    {
        return m_data + QStringLiteral("/data/%1.db").arg(QLatin1String(name));
    }
    QString saved() const { return m_data + QStringLiteral("/saved-%1").arg(m_round); }
    QString quarantine() const { return m_data + QStringLiteral("/quarantine-%1").arg(m_round); }

    static StepCall step(const char *id, const char *word, const QJsonObject &arguments)
    {
        return {QString::fromLatin1(id), QString::fromLatin1(word), arguments};
    }

    Plan start() const
    {
        Plan plan;
        plan.operation = QUuid::createUuid();
        plan.instance = QStringLiteral("prod-1");
        plan.action = QStringLiteral("test.run");
        plan.title = QStringLiteral("Test");
        plan.severity = Severity::Destructive;
        return plan;
    }

    Plan restorePlan(bool isSwap)
    {
        ++m_round;
        Plan plan = start();
        plan.steps << step("save", "sqlite.save-family",
                           {{u"live"_qs, path("live")}, {u"folder"_qs, saved()}});
        if (isSwap)
            plan.steps << step("swap", "sqlite.swap-files",
                               {{u"staged"_qs, path("staged")},
                                {u"live"_qs, path("live")},
                                {u"quarantine"_qs, quarantine()}});
        else
            plan.steps << step("restore", "sqlite.restore-into",
                               {{u"staged"_qs, path("staged")},
                                {u"live"_qs, path("live")},
                                {u"safety"_qs, u"{output:save.safe}"_qs}});
        return plan;
    }

    Outcome outcome(const Plan &plan)
    {
        const auto report = m_rig->run(plan, *m_session);
        if (!report)
            qFatal("%s", qPrintable(report.error().toText()));
        if (report->error)
            qInfo("%s", qPrintable(report->error->toText()));
        return report->outcome;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_data;
    int m_round = 0;
    std::unique_ptr<PlanRig> m_rig;
    std::unique_ptr<InstanceSession> m_session;
};

} // namespace tst_sqlitesteps

QTEST_GUILESS_MAIN(tst_sqlitesteps::TestSqliteSteps)
#include "tst_sqlitesteps.moc"

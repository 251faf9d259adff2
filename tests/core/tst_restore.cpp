// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backup/backupplans.h"
#include "core/settings/checkstore.h"
#include "core/settings/statestore.h"
#include "tests/support/fakeservice.h"
#include "tests/support/shopworld.h"
#include "tests/support/tarmaker.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testsupport.h"

#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_restore {

/// Restores and their ways back, through the executor, on real files.
class TestRestore final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ShopWorld> m_world;

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_world = std::make_unique<ShopWorld>(m_dir->path());
        m_world->fill(300);
    }

    void waitsForAReaderThatLetsGoSoon()
    {
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const Result<Plan> plan =
            m_world->catalogue.plan(QStringLiteral("backup.restore"), m_world->session,
                                    {{QStringLiteral("backup"), m_world->backups().first().id}}, {});
        QVERIFY_RESULT(plan);
        QProcess reader;
        reader.start(QStringLiteral("sh"),
                     {QStringLiteral("-c"), QStringLiteral("exec 3<%1; echo held; exec sleep 1")
                                                .arg(m_world->path(QStringLiteral("orders")))});
        QVERIFY(reader.waitForReadyRead());
        QVERIFY_DONE(m_world->run(*plan));
        QVERIFY(reader.waitForFinished());
    }

    void restoresItsOwnArchiveWithoutTheManifest()
    {
        const QString good = m_world->contents();
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const QDir set(m_world->backups().first().folder);
        const QString alone = m_dir->filePath(QStringLiteral("moved.tar.gz"));
        QVERIFY(QFile::copy(set.filePath(set.entryList({QStringLiteral("backup-*")}).first()), alone));
        m_world->change();
        const Result<Plan> plan = m_world->catalogue.plan(QStringLiteral("backup.restore"), m_world->session,
                                                          {{QStringLiteral("backup"), alone}}, {});
        QVERIFY_RESULT(plan);
        QCOMPARE(plan->consentIds(), QStringList(QStringLiteral("backup-unverified")));
        QVERIFY_DONE(m_world->run(*plan));
        QCOMPARE(m_world->contents(), good);
    }

    void forgetsTheVerdictsOfTheFileThatItReplaces_data()
    {
        QTest::addColumn<bool>("aside");
        QTest::newRow("written into") << false;
        QTest::newRow("set aside") << true;
    }

    void forgetsTheVerdictsOfTheFileThatItReplaces()
    {
        QFETCH(bool, aside);
        StateStore state(m_dir->filePath(QStringLiteral("state.db")));
        QVERIFY_RESULT(state.open());
        const CheckStore checks(state);
        m_world = std::make_unique<ShopWorld>(m_dir->path(), &checks);
        const QUuid instance = m_world->session.instance().id;
        const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-60);
        for (const char *database : {"orders", "people"})
            QVERIFY_RESULT(checks.add(instance, {QLatin1String(database),
                                                 QStringLiteral("integrity_check"),
                                                 CheckVerdict::Failed,
                                                 {QStringLiteral("page 3 is used twice")},
                                                 before,
                                                 5}));
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.restore"),
                                  {{QStringLiteral("backup"), m_world->backups().first().id},
                                   {QStringLiteral("databases"), QStringLiteral("orders")},
                                   {QStringLiteral("aside"), aside}}));

        const auto latest = checks.latest(instance);
        QVERIFY_RESULT(latest);
        QStringList known;
        for (const DatabaseCheck &check : *latest)
            known << check.database + u' ' + check.name;
        QCOMPARE(known,
                 (QStringList{QStringLiteral("orders replaced"), QStringLiteral("people integrity_check")}));
        QCOMPARE(checks.history(instance, QStringLiteral("orders"), 10)->size(), 2);

        QVERIFY_RESULT(checks.add(instance, {QStringLiteral("orders"),
                                             QStringLiteral("integrity_check"),
                                             CheckVerdict::Passed,
                                             {},
                                             QDateTime::currentDateTimeUtc(),
                                             5}));
        QCOMPARE(checks.latest(instance)->first().verdict, CheckVerdict::Passed);
    }

    void isRestoredByTheRunbooksOwnCommands()
    {
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const BackupRecord record = m_world->backups().first();
        const QString stamp = QFileInfo(record.folder).fileName().section(u'-', 0, 0);
        QProcess shell;
        shell.setWorkingDirectory(m_dir->path());
        shell.start(
            QStringLiteral("sh"),
            {QStringLiteral("-ec"),
             QStringLiteral(
                 "tar -xzf %1/backup-%2.tar.gz; cp orders-%2.db copy.db; cd %1; sha256sum -c manifest.sha256")
                 .arg(record.folder, stamp)});
        QVERIFY(shell.waitForFinished());
        QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
        QCOMPARE(TestDatabase(m_dir->filePath(QStringLiteral("copy.db")))
                     .value(QStringLiteral("SELECT count(*) FROM orders"))
                     .toInt(),
                 300);
    }

    void namesALossOnlyWhereSomethingHasChanged()
    {
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const QJsonObject newest{{QStringLiteral("backup"), m_world->backups().first().id}};
        const auto losses = [&] {
            const auto plan =
                m_world->catalogue.plan(QStringLiteral("backup.restore"), m_world->session, newest, {});
            return plan ? plan->losses.join(u'\n') : plan.error().toText();
        };
        QVERIFY2(!losses().contains(QStringLiteral("orders.db")), qPrintable(losses()));
        QVERIFY(!losses().contains(QStringLiteral("people.db")));
        // As many rows as before, and yet a change.
        TestDatabase(m_world->path(QStringLiteral("people")))
            .run(QStringLiteral("UPDATE people SET name = 'Eve' WHERE id = 'a'"));
        QVERIFY(losses().contains(QStringLiteral("Everything that was written to people.db")));
        QVERIFY(!losses().contains(QStringLiteral("orders.db")));
        TestDatabase(m_world->path(QStringLiteral("orders")))
            .run(QStringLiteral("DELETE FROM orders WHERE id = 1"));
        QVERIFY(losses().contains(QStringLiteral("Everything that was written to orders.db")));
    }

    void restoresAndPutsBackAsOftenAsWanted()
    {
        const QString old = m_world->contents();
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        m_world->change();
        const QString changed = m_world->contents();
        QVERIFY(old != changed);
        const QString id = m_world->backups().first().id;
        const Result<Plan> plan = m_world->catalogue.plan(QStringLiteral("backup.restore"), m_world->session,
                                                          {{QStringLiteral("backup"), id}}, {});
        QVERIFY_RESULT(plan);
        QVERIFY(!plan->losses.isEmpty());
        QCOMPARE(plan->severity, Severity::Destructive);
        const Result<RunReport> report = m_world->run(*plan);
        QVERIFY_DONE(report);
        QCOMPARE(m_world->contents(), old);
        QCOMPARE(m_world->backups().first().proven.state, BackupStamp::State::Reached);

        QUuid last = plan->operation;
        for (int i = 0; i < 4; ++i) {
            const Result<RunReport> undone = m_world->undo(last);
            QVERIFY_DONE(undone);
            last = undone->operation;
            QCOMPARE(m_world->contents(), i % 2 == 0 ? changed : old);
        }
        QCOMPARE(m_world->leftovers(), QStringList());
    }

    void restoresOverDestroyedFilesAndPutsEvenThoseBack_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"garbage", "empty", "missing", "cut", "flipped"})
            QTest::addRow("%s", how) << QString::fromLatin1(how);
    }

    void restoresOverDestroyedFilesAndPutsEvenThoseBack()
    {
        QFETCH(QString, how);
        const QString old = m_world->contents();
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const QString live = m_world->path(QStringLiteral("orders"));
        QByteArray bytes = readAll(live);
        if (how == u"garbage")
            bytes = QByteArray(9000, 'x');
        else if (how == u"cut")
            bytes.truncate(bytes.size() / 2);
        else if (how == u"empty")
            bytes.clear();
        else if (how == u"flipped")
            bytes.replace(4096, 4096, QByteArray(4096, '\x7f'));
        if (how == u"missing")
            QFile::remove(live);
        else
            writeAll(live, bytes);
        QFile::remove(live + QStringLiteral("-wal"));
        QFile::remove(live + QStringLiteral("-shm"));
        const Result<RunReport> report = m_world->run(
            QStringLiteral("backup.restore"), {{QStringLiteral("backup"), m_world->backups().first().id}});
        QVERIFY_DONE(report);
        QCOMPARE(m_world->contents(), old);
        QVERIFY_DONE(m_world->undo(report->operation));
        if (how == u"missing")
            QVERIFY(!QFile::exists(live));
        else
            QCOMPARE(readAll(live), bytes);
    }

    void neverLetsAStaleSidecarSurvive_data()
    {
        QTest::addColumn<bool>("isAside");
        QTest::addColumn<QString>("kind");
        for (const bool isAside : {false, true})
            for (const char *kind :
                 {"wal", "wal-of-another", "journal", "journal-of-another", "shm", "all", "quarantine"})
                QTest::addRow("%s, %s", kind, isAside ? "set aside" : "in place")
                    << isAside << QString::fromLatin1(kind);
    }

    void neverLetsAStaleSidecarSurvive()
    {
        QFETCH(bool, isAside);
        QFETCH(QString, kind);
        const QString old = m_world->contents();
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        m_world->change();
        const QString live =
            m_world->path(kind.startsWith(u"journal") ? QStringLiteral("people") : QStringLiteral("orders"));
        if (kind.startsWith(u"wal") || kind == u"all") {
            TestDatabase writer(kind == u"wal-of-another" ? m_dir->filePath(QStringLiteral("other.db"))
                                                          : live);
            writer.leaveWalBehind();
            writer.run(QStringLiteral("PRAGMA journal_mode=WAL; CREATE TABLE x(y); INSERT INTO x VALUES(1)"));
            if (kind == u"wal-of-another")
                QVERIFY(QFile::copy(m_dir->filePath(QStringLiteral("other.db-wal")),
                                    live + QStringLiteral("-wal")));
        }
        if (kind.startsWith(u"journal"))
            makeHotJournal(kind == u"journal" ? live : m_dir->filePath(QStringLiteral("other.db")),
                           live + QStringLiteral("-journal"));
        if (kind == u"shm" || kind == u"all")
            writeAll(live + QStringLiteral("-shm"), QByteArray(32768, 'z'));
        if (kind == u"quarantine")
            writeAll(live + QStringLiteral(".old"), "an earlier try");
        const Result<RunReport> report = m_world->run(
            QStringLiteral("backup.restore"),
            {{QStringLiteral("backup"), m_world->backups().first().id}, {QStringLiteral("aside"), isAside}});
        QVERIFY_DONE(report);
        QCOMPARE(m_world->contents(), old);
        QCOMPARE(TestDatabase(live).value(QStringLiteral("PRAGMA integrity_check")).toString(),
                 QStringLiteral("ok"));
        QCOMPARE(m_world->contents(), old);
    }

    void restoresWhatTheRunbooksScriptMade()
    {
        const QString old = m_world->contents();
        const QString folder = m_dir->filePath(QStringLiteral("var/backups/shop"));
        QDir().mkpath(folder);
        QProcess shell;
        shell.start(
            QStringLiteral("sh"),
            {QStringLiteral("-c"),
             QStringLiteral(
                 "sqlite3 %1 \".backup %3/orders-20260115_020000.db\"; sqlite3 %2 \".backup "
                 "%3/people-20260115_020000.db\"; "
                 "tar -czf %3/backup.tar.gz %3/orders-20260115_020000.db %3/people-20260115_020000.db")
                 .arg(m_world->path(QStringLiteral("orders")), m_world->path(QStringLiteral("people")),
                      folder)});
        QVERIFY(shell.waitForFinished());
        TestDatabase(m_world->path(QStringLiteral("orders"))).run(QStringLiteral("DELETE FROM orders"));
        const Result<Plan> plan = m_world->catalogue.plan(
            QStringLiteral("backup.restore"), m_world->session,
            {{QStringLiteral("file"), QString(folder + QStringLiteral("/backup.tar.gz"))}}, {});
        QVERIFY_RESULT(plan);
        QCOMPARE(plan->consentIds(), QStringList({QStringLiteral("backup-unverified")}));
        QVERIFY_DONE(m_world->run(*plan));
        QCOMPARE(m_world->contents(), old);

        TestDatabase(m_world->path(QStringLiteral("orders"))).run(QStringLiteral("DELETE FROM orders"));
        QVERIFY_DONE(m_world->run(
            QStringLiteral("backup.restore"),
            {{QStringLiteral("file"), QString(folder + QStringLiteral("/orders-20260115_020000.db"))}}));
        QCOMPARE(m_world->contents(), old);
    }

    void stopsTheServiceForARestoreAndStartsItAgain()
    {
        const auto service = std::make_shared<FakeService>();
        m_world->session = InstanceSession(shopInstance(m_dir->path()), shopProfile(), service,
                                           m_dir->filePath(QStringLiteral("state")));
        const QString old = m_world->contents();
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        QCOMPARE(service->log, QStringList());
        m_world->change();
        const Result<RunReport> report = m_world->run(
            QStringLiteral("backup.restore"), {{QStringLiteral("backup"), m_world->backups().first().id}});
        QVERIFY_DONE(report);
        QCOMPARE(m_world->contents(), old);
        QCOMPARE(service->log, QStringList({QStringLiteral("stop"), QStringLiteral("start")}));
        QVERIFY(service->isUp && !service->isFencedNow);
        QVERIFY_DONE(m_world->undo(report->operation));
        QVERIFY(service->isUp && !service->isFencedNow);
    }

    void putsBackWhatTheServiceDiesOnAndSaysSo()
    {
        const auto service = std::make_shared<FakeService>();
        m_world->session = InstanceSession(shopInstance(m_dir->path()), shopProfile(), service,
                                           m_dir->filePath(QStringLiteral("state")));
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        m_world->change();
        const QString broken = m_world->contents();
        const Result<RunReport> report = m_world->run(
            QStringLiteral("backup.restore"), {{QStringLiteral("backup"), m_world->backups().first().id}});
        QVERIFY_DONE(report);
        service->onStart = [&] { service->isUp = false; };
        const Result<RunReport> undone = m_world->undo(report->operation);
        QVERIFY_DONE(undone);
        QCOMPARE(m_world->contents(), broken);
        QCOMPARE(undone->error.value_or(Error()).kind, ErrorKind::NeedsOperator);
        QVERIFY2(
            undone->error->advice.contains(u"undo apply " + undone->operation.toString(QUuid::WithoutBraces)),
            qPrintable(undone->error->advice));
        QVERIFY(!service->isFencedNow);
        const auto kept = m_world->journals.read(undone->operation);
        QVERIFY_RESULT(kept);
        QCOMPARE(kept->error, undone->error);
        QCOMPARE(kept->step(QStringLiteral("start"))->state, StepState::Failed);
        service->onStart = {}; // it is down still, and what ran before its put-back runs again
        const Result<RunReport> again = m_world->undo(undone->operation);
        QVERIFY_DONE(again);
        QVERIFY(!again->error && service->isUp);
    }

    void saysThatTheServiceStaysStopped()
    {
        const auto service = std::make_shared<FakeService>();
        m_world->session = InstanceSession(shopInstance(m_dir->path()), shopProfile(), service,
                                           m_dir->filePath(QStringLiteral("state")));
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const QByteArray garbage(9000, 'x');
        service->isUp = false;
        writeAll(m_world->path(QStringLiteral("orders")), garbage);
        const Result<RunReport> report = m_world->run(
            QStringLiteral("backup.restore"), {{QStringLiteral("backup"), m_world->backups().first().id}});
        QVERIFY_DONE(report);
        service->isUp = true;
        const Result<RunReport> undone = m_world->undo(report->operation);
        QVERIFY_DONE(undone);
        QCOMPARE(readAll(m_world->path(QStringLiteral("orders"))), garbage);
        QCOMPARE(undone->failedStep, QStringLiteral("runs"));
        QCOMPARE(undone->error.value_or(Error()).kind, ErrorKind::NeedsOperator);
        QVERIFY(!service->isUp && !service->isFencedNow);

        // It was stopped before, and is afterwards: nothing is amiss.
        const Result<RunReport> again = m_world->undo(undone->operation);
        QVERIFY_DONE(again);
        QVERIFY(!again->error && service->isUp);
        service->isUp = false;
        const Result<RunReport> resting = m_world->undo(again->operation);
        QVERIFY_DONE(resting);
        QVERIFY(!resting->error && !service->isUp);
    }

    void putsBackWhenTheLogNamesAFatalErrorAfterTheStart()
    {
        const auto service = std::make_shared<FakeService>();
        ServiceProfile profile = shopProfile();
        profile.fatalLines = {QStringLiteral("^panic: ")};
        profile.logs << ProfileLogSource();
        profile.logs.last().id = QStringLiteral("main");
        profile.logs.last().kind = QStringLiteral("file");
        profile.logs.last().path = QStringLiteral("shop.log");
        Instance instance = shopInstance(m_dir->path());
        instance.watchSeconds = 1;
        m_world->session =
            InstanceSession(instance, profile, service, m_dir->filePath(QStringLiteral("state")));
        const QString log = m_dir->filePath(QStringLiteral("data-dir/shop.log"));
        writeAll(log, "panic: of yesterday\n");
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        m_world->change();
        const QString changed = m_world->contents();
        const auto add = [&log](const QByteArray &line) {
            QFile file(log);
            QVERIFY(file.open(QIODevice::Append));
            file.write(line);
        };
        service->onStart = [&] { add("panic: password=hunter2 is wrong\n"); };
        const QJsonObject backup{{QStringLiteral("backup"), m_world->backups().first().id}};
        const Result<RunReport> failed = m_world->run(QStringLiteral("backup.restore"), backup);
        QVERIFY_RESULT(failed);
        QCOMPARE(failed->outcome, Outcome::PutBack);
        QCOMPARE(failed->failedStep, QStringLiteral("log"));
        QVERIFY2(failed->error->message.contains(u"panic: password")
                     && !failed->error->message.contains(u"hunter2"),
                 qPrintable(failed->error->message));
        QCOMPARE(m_world->contents(), changed);
        QVERIFY(service->isUp && !service->isFencedNow);

        service->onStart = [&] { add("ready\n"); };
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.restore"), backup));
    }

    void restoresBesideTheData()
    {
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        m_world->change();
        const QString changed = m_world->contents();
        const QString into = m_dir->filePath(QStringLiteral("beside"));
        QVERIFY_DONE(m_world->run(
            QStringLiteral("backup.restore"),
            {{QStringLiteral("backup"), m_world->backups().first().id}, {QStringLiteral("into"), into}}));
        QCOMPARE(m_world->contents(), changed);
        QCOMPARE(readAll(into + QStringLiteral("/members/uploads/two.txt")), QByteArray("two"));
    }

private:
    void makeHotJournal(const QString &database, const QString &journal)
    {
        if (!QFile::exists(database))
            TestDatabase(database).run(QStringLiteral("CREATE TABLE x(y); INSERT INTO x VALUES(1)"));
        const pid_t child = ::fork();
        if (child == 0) {
            TestDatabase writer(database);
            writer.run(QStringLiteral("PRAGMA cache_size=1; BEGIN; CREATE TABLE big(z)"));
            writer.run(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE "
                                      "i < 3000) INSERT INTO big SELECT randomblob(300) FROM n"));
            ::kill(::getpid(), SIGKILL);
        }
        ::waitpid(child, nullptr, 0);
        const QString made = database + QStringLiteral("-journal");
        QVERIFY(QFile::exists(made));
        if (made != journal)
            QVERIFY(QFile::copy(made, journal));
    }
};

} // namespace tst_restore

QTEST_GUILESS_MAIN(tst_restore::TestRestore)
#include "tst_restore.moc"

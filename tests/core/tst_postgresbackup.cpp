// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/backupstore.h"
#include "core/postgres/dumpheader.h"
#include "tests/support/serverworld.h"
#include "tests/support/testsupport.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <sys/mount.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace pilothouse;

namespace tst_postgresbackup {

namespace {

const QString PgRestore = QStringLiteral("/usr/lib/postgresql/15/bin/pg_restore");

/// Command lines of running programs that hold a word; a password would be visible there to everybody.
QByteArray commandLines(const QByteArray &word)
{
    QByteArray all;
    for (const QString &pid : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile line(QStringLiteral("/proc/%1/cmdline").arg(pid));
        QFile environment(QStringLiteral("/proc/%1/environ").arg(pid));
        if (pid.toInt() == 0 || !line.open(QIODevice::ReadOnly) || !environment.open(QIODevice::ReadOnly))
            continue;
        if (const QByteArray text = line.readAll(); text.contains(word))
            all += text + environment.readAll();
    }
    return all;
}

QStringList passwordFolders()
{
    QStringList found;
    for (const QString &root :
         {qEnvironmentVariable("XDG_RUNTIME_DIR"), QStringLiteral("/dev/shm"), QDir::tempPath()})
        if (!root.isEmpty())
            found << QDir(root).entryList(
                {QStringLiteral("pilothouse-pass-%1-*").arg(QCoreApplication::applicationPid())});
    return found;
}

} // namespace

/// Backups of databases on a server, with a real one.
class TestPostgresBackup : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_server = PostgresServer::own();
        PILOTHOUSE_REQUIRE(m_server, "PostgreSQL 15 is not installed");
    }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void makesASetThatPlainPgRestoreReads()
    {
        PostgresDatabase database(*m_server, QStringLiteral("shop"));
        ServerWorld::fill(database, 500);
        ServerWorld world(m_folder->path(), database.connection());
        const BackupRecord backup = world.backup();
        QCOMPARE(backup.complete.state, BackupStamp::State::Reached);
        QCOMPARE(backup.verified.state, BackupStamp::State::Reached);
        QCOMPARE(backup.databases, QStringList{QStringLiteral("shop")});
        const QString dump = QDir(backup.folder).entryList({QStringLiteral("shop_*.dump.zst")}).value(0);
        QVERIFY(!dump.isEmpty());
        QCOMPARE(QFileInfo(backup.folder + u'/' + dump).permissions() & 0x0077, QFile::Permissions());
        QVERIFY(!QDir(backup.folder).entryList({QStringLiteral("shop_globals_*.sql")}).isEmpty());

        PostgresDatabase other(*m_server, QStringLiteral("by_hand"));
        const QString line =
            QStringLiteral("zstd -dc '%1' | %2 --exit-on-error -h %3 -p %4 -U postgres -d %5")
                .arg(backup.folder + u'/' + dump, PgRestore, m_server->socketFolder())
                .arg(m_server->port())
                .arg(other.name());
        QCOMPARE(QProcess::execute(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), line}), 0);
        QCOMPARE(ServerWorld::contents(*m_server, other.name()),
                 ServerWorld::contents(*m_server, database.name()));
    }

    void saysInTheManifestWhatTheDatabaseWas()
    {
        PostgresDatabase database(*m_server, QStringLiteral("shop"));
        ServerWorld::fill(database, 30);
        ServerWorld world(m_folder->path(), database.connection());
        const auto manifest = BackupStore(world.files, world.clock).manifest(world.backup().folder);
        QVERIFY_RESULT(manifest);
        QVERIFY(!manifest->hasArchive());
        const DumpFacts facts = manifest->databases.first().server.value();
        QCOMPARE(facts.serverVersion / 10000, 15);
        QCOMPARE(facts.database, QStringLiteral("shop"));
        QCOMPARE(facts.encoding, QStringLiteral("UTF8"));
        QVERIFY(facts.dumpVersion.startsWith(u"15."));
        QCOMPARE(facts.roles, QStringList{QStringLiteral("postgres")});
        QVERIFY(!facts.systemIdentifier.isEmpty() && !facts.snapshot.isEmpty()
                && !facts.walPosition.isEmpty());
        QCOMPARE(facts.rows.value(QStringLiteral("public.orders")), 30);
        QCOMPARE(facts.rows.value(QStringLiteral("public.\"odd \"\"name.\u00e9\"")), 2);
    }

    /// RELIABILITY.md G11: what was counted is what the dump holds, whatever is written meanwhile.
    void countsTheRowsOfTheDumpsOwnSnapshot()
    {
        PostgresDatabase database(*m_server, QStringLiteral("shop"));
        ServerWorld::fill(database, 3000);
        ServerWorld world(m_folder->path(), database.connection());
        std::atomic_bool isOver = false;
        std::thread writer([&] {
            PostgresConnection session = database.open({std::chrono::seconds(5), false});
            while (!isOver)
                (void)session.execute(
                    "INSERT INTO public.orders(customer) SELECT 1 FROM generate_series(1, 3)",
                    std::chrono::seconds(5), {});
        });
        const BackupRecord backup = world.backup();
        isOver = true;
        writer.join();
        const auto manifest = BackupStore(world.files, world.clock).manifest(backup.folder);
        QVERIFY_RESULT(manifest);
        const auto report =
            world.run(QStringLiteral("backup.restore"), {{QStringLiteral("backup"), backup.id},
                                                         {QStringLiteral("into"), QStringLiteral("copy")}});
        QVERIFY_RESULT(report);
        QVERIFY2(report->outcome == Outcome::Done, report->error ? qPrintable(report->error->toText()) : "");
        QCOMPARE(m_server->value("SELECT count(*) FROM public.orders", QStringLiteral("copy")).toLongLong(),
                 manifest->databases.first().rows.value(QStringLiteral("public.orders")));
        m_server->run("DROP DATABASE copy");
    }

    void tellsNobodyThePassword()
    {
        PostgresDatabase database(*m_server, QStringLiteral("shop"));
        ServerWorld::fill(database, 4000);
        ServerWorld world(m_folder->path(), database.networkConnection());
        QVERIFY_RESULT(world.secrets.write(QStringLiteral("shop-1/shop"), m_server->password(), {}));
        QByteArray seen;
        std::atomic_bool isOver = false;
        std::thread spy([&] {
            while (!isOver)
                seen += commandLines("pg_dump");
        });
        world.backup();
        isOver = true;
        spy.join();
        QVERIFY(seen.contains("pg_dump"));
        QVERIFY(!seen.contains(m_server->password().bytes()));
        QCOMPARE(passwordFolders(), QStringList());
    }

    void leavesNothingWhenItIsCancelled()
    {
        PostgresDatabase database(*m_server, QStringLiteral("shop"));
        ServerWorld::fill(database, 60000);
        ServerWorld world(m_folder->path(), database.connection());
        OperationContext context;
        QElapsedTimer timer;
        std::thread canceller([&] {
            while (m_server
                       ->value("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE "
                               "'pilothouse-%' AND "
                               "query LIKE 'COPY%'")
                       .toInt()
                   == 0)
                std::this_thread::yield();
            timer.start();
            context.cancel();
        });
        const auto report = world.run(QStringLiteral("backup.create"), {}, {}, context);
        const qint64 took = timer.elapsed();
        canceller.join();
        QVERIFY_RESULT(report);
        QCOMPARE(report->outcome, Outcome::PutBack);
        QVERIFY2(took < 400,
                 QByteArray::number(took).constData()); // with what the executor writes at the end
        QVERIFY(QDir(world.session.backupFolder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
        QTRY_COMPARE(
            m_server
                ->value("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'pilothouse-%'")
                .toInt(),
            0);
    }

    void leavesNothingWhereTheDiskIsFull()
    {
        PILOTHOUSE_REQUIRE(::geteuid() == 0, "only root may make a small file system");
        PostgresDatabase database(*m_server, QStringLiteral("shop"));
        ServerWorld::fill(database, 20000);
        const QString place = m_folder->filePath(QStringLiteral("state/backups"));
        QVERIFY(QDir().mkpath(place));
        QCOMPARE(::mount("tmpfs", QFile::encodeName(place).constData(), "tmpfs", 0, "size=64m"), 0);
        const auto unmount =
            qScopeGuard([&place] { ::umount2(QFile::encodeName(place).constData(), MNT_DETACH); });
        ServerWorld world(m_folder->path(), database.connection());
        const BackupRecord good = world.backup();
        for (const qint64 room : {qint64(32768), good.bytes / 3, good.bytes - 131072}) {
            const auto plan = world.plan(QStringLiteral("backup.create"));
            QVERIFY_RESULT(plan);
            const qint64 free = world.files.freeBytes(place).value_or(0);
            writeAll(place + QStringLiteral("/filler"), QByteArray(static_cast<qsizetype>(free - room), 'x'));
            const auto report = world.run(*plan);
            QFile::remove(place + QStringLiteral("/filler"));
            QVERIFY_RESULT(report);
            QCOMPARE(report->outcome, Outcome::PutBack);
            QVERIFY2(report->error->kind == ErrorKind::NoSpace, qPrintable(report->error->toText()));
            QCOMPARE(world.backups().size(), 1);
            QCOMPARE(QDir(world.session.backupFolder()).entryList({QStringLiteral("*.partial")}, QDir::Dirs),
                     QStringList());
        }
    }

    void findsEveryFlippedAndCutByte()
    {
        PostgresDatabase database(*m_server, QStringLiteral("shop"));
        ServerWorld::fill(database, 300);
        ServerWorld world(m_folder->path(), database.connection());
        const BackupRecord backup = world.backup();
        const QString dump = backup.archive;
        const QByteArray whole = readAll(dump);
        const BackupStore store(world.files, world.clock);
        for (int i = 0; i < 25; ++i) {
            QByteArray flipped = whole;
            const qsizetype at = whole.size() * i / 25;
            flipped[at] = static_cast<char>(flipped.at(at) ^ 1);
            writeAll(dump, i % 2 == 0 ? flipped : whole.left(at));
            const auto verified =
                store.verifySet(backup.folder, m_folder->filePath(QStringLiteral("scratch")), {});
            QVERIFY2(!verified && verified.error().kind == ErrorKind::BadData,
                     QByteArray::number(at).constData());
        }
        writeAll(dump, whole);
        QVERIFY_RESULT(store.verifySet(backup.folder, m_folder->filePath(QStringLiteral("scratch")), {}));
    }

    /// Several sessions at once, each with tables of its own, from the one snapshot that was counted.
    void dumpsIntoAFolderWithSeveralSessions()
    {
        PostgresDatabase database(*m_server, QStringLiteral("shop"));
        ServerWorld::fill(database, 4000);
        database.run("CREATE TABLE public.copy AS TABLE public.orders; CREATE TABLE public.none(id int)");
        ServerWorld world(m_folder->path(), database.connection());
        QList<Progress> seen;
        const auto report = world.run(
            QStringLiteral("backup.create"), {{QStringLiteral("jobs"), 3}}, [&seen](const RunEvent &event) {
                if (event.kind == RunEvent::Kind::StepProgress && event.stepId == u"dump-shop")
                    seen << event.progress;
            });
        QVERIFY_RESULT(report);
        QVERIFY2(report->outcome == Outcome::Done, report->error ? qPrintable(report->error->toText()) : "");
        for (qsizetype i = 1; i < seen.size(); ++i)
            QVERIFY(seen.at(i).done >= 0 && seen.at(i).done <= seen.at(i).total);
        const BackupRecord backup = world.backups().first();
        QCOMPARE(backup.verified.state, BackupStamp::State::Reached);
        QVERIFY2(backup.archive.endsWith(u".dump.d"), qPrintable(backup.archive));
        qint64 bytes = 0;
        for (const QFileInfo &file : QDir(backup.archive).entryInfoList(QDir::Files)) {
            bytes += file.size();
            QCOMPARE(file.permissions() & 0x0077, QFile::Permissions());
        }
        const auto manifest = BackupStore(world.files, world.clock).manifest(backup.folder);
        QVERIFY_RESULT(manifest);
        const ManifestDatabase &shop = manifest->databases.first();
        QCOMPARE(shop.server->packing, QStringLiteral("directory"));
        QVERIFY(shop.member.endsWith(u".dump.d/toc.dat"));
        QCOMPARE(shop.rows.value(QStringLiteral("public.copy")), 4000);
        QCOMPARE(shop.rows.value(QStringLiteral("public.none")), 0);
        for (const ManifestMember &member : manifest->members)
            bytes -= member.isOfDump() ? member.bytes : 0;
        QCOMPARE(bytes, 0);

        PostgresDatabase other(*m_server, QStringLiteral("by_hand"));
        QCOMPARE(QProcess::execute(PgRestore,
                                   {u"--exit-on-error"_qs, u"-j"_qs, u"3"_qs, u"-h"_qs,
                                    m_server->socketFolder(), u"-p"_qs, QString::number(m_server->port()),
                                    u"-U"_qs, u"postgres"_qs, u"-d"_qs, other.name(), backup.archive}),
                 0);
        QCOMPARE(ServerWorld::contents(*m_server, other.name()),
                 ServerWorld::contents(*m_server, database.name()));
    }

    void findsEveryDamageToAFolder()
    {
        PostgresDatabase database(*m_server, QStringLiteral("shop"));
        ServerWorld::fill(database, 100);
        ServerWorld world(m_folder->path(), database.connection());
        const auto report = world.run(QStringLiteral("backup.create"), {{QStringLiteral("jobs"), 2}});
        QVERIFY_RESULT(report);
        const BackupRecord backup = world.backups().first();
        const BackupStore store(world.files, world.clock);
        const auto verify = [&] {
            return store.verifySet(backup.folder, m_folder->filePath(QStringLiteral("scratch")), {});
        };
        QVERIFY_RESULT(verify());
        for (const QFileInfo &file : QDir(backup.archive).entryInfoList(QDir::Files)) {
            const QByteArray whole = readAll(file.filePath());
            QByteArray flipped = whole;
            flipped[whole.size() / 2] = static_cast<char>(flipped.at(whole.size() / 2) ^ 1);
            for (const QByteArray &damaged : {flipped, whole.left(whole.size() / 2), QByteArray()}) {
                writeAll(file.filePath(), damaged);
                const auto verified = verify();
                QVERIFY2(!verified && verified.error().kind == ErrorKind::BadData,
                         qPrintable(file.fileName()));
            }
            QFile::remove(file.filePath());
            QVERIFY2(store.record(backup.folder).problem.contains(file.fileName()),
                     qPrintable(store.record(backup.folder).problem));
            writeAll(file.filePath(), whole);
        }
        QVERIFY_RESULT(verify());
    }

    /// Cancelled, without room, or killed at any step: nothing stays that could be taken for a backup.
    void leavesNothingOfAFolder()
    {
        PostgresDatabase database(*m_server, QStringLiteral("shop"));
        ServerWorld::fill(database, 8000);
        database.run("CREATE TABLE public.copy AS TABLE public.orders");
        ServerWorld world(m_folder->path(), database.connection());
        const QJsonObject wish{{QStringLiteral("jobs"), 2}};
        OperationContext context;
        const auto cancelled = world.run(
            QStringLiteral("backup.create"), wish,
            [&context](const RunEvent &event) {
                if (event.kind == RunEvent::Kind::StepProgress && event.stepId == u"dump-shop")
                    context.cancel();
            },
            context);
        QVERIFY_RESULT(cancelled);
        QCOMPARE(cancelled->outcome, Outcome::PutBack);
        const auto names = [&world] {
            return QDir(world.session.backupFolder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        };
        QCOMPARE(names(), QStringList());
        const auto sessions = [this] {
            return m_server
                ->value("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'pilothouse-%'")
                .toInt();
        };
        QTRY_COMPARE(sessions(), 0);
        // Begun, in its middle, done, published: what is then carried on or put back.
        for (const auto &[event, isBack] :
             {std::pair{2, true}, {3, true}, {3, false}, {4, true}, {6, false}}) {
            const auto plan = world.plan(QStringLiteral("backup.create"), wish);
            QVERIFY_RESULT(plan);
            QVERIFY(!runAndKill(*plan, database.connection(), event));
            const auto settled = isBack ? world.executor.rollBack(plan->operation, {world.session, {}, {}})
                                        : world.executor.resume(plan->operation, {world.session, {}, {}});
            QVERIFY_RESULT(settled);
            QVERIFY2(settled->outcome == (isBack ? Outcome::PutBack : Outcome::Done),
                     settled->error ? qPrintable(settled->error->toText()) : "");
            QVERIFY2(names().filter(QStringLiteral(".partial")).isEmpty(),
                     QByteArray::number(event).constData());
            for (const BackupRecord &backup : world.backups())
                QVERIFY2(backup.problem.isEmpty(), qPrintable(backup.problem));
            QTRY_COMPARE(sessions(), 0);
        }
        QCOMPARE(world.backups().size(), 2);
    }

    void refusesSessionsThatMakeNoSense()
    {
        PostgresDatabase database(*m_server, QStringLiteral("shop"));
        ServerWorld world(m_folder->path(), database.connection());
        for (const QJsonValue &jobs :
             {QJsonValue(0), QJsonValue(-2), QJsonValue(33), QJsonValue(2.5), QJsonValue(u"many"_qs)}) {
            const auto plan = world.plan(QStringLiteral("backup.create"), {{QStringLiteral("jobs"), jobs}});
            QVERIFY(!plan && plan.error().kind == ErrorKind::BadInput);
        }
    }

    void saysWhatAChoiceOfTablesCannotDo()
    {
        PostgresDatabase database(*m_server, QStringLiteral("shop"));
        ServerWorld::fill(database, 50);
        ServerWorld world(m_folder->path(), database.connection());
        const auto plan = world.plan(QStringLiteral("backup.create"),
                                     {{QStringLiteral("tables"), QStringLiteral("orders")}});
        QVERIFY_RESULT(plan);
        QCOMPARE(plan->consentIds(), QStringList{QStringLiteral("part-shop")});
        QVERIFY(plan->findings.first().advice.contains(QStringLiteral("orders_customer_fkey")));
        const auto report = world.run(*plan);
        QVERIFY_RESULT(report);
        QCOMPARE(report->outcome, Outcome::Done);
        const BackupRecord part = world.backups().first();
        const QString id = part.id;
        QVERIFY(part.isSound() && part.isPart());
        QVERIFY(!part.countsForRetention());
        QCOMPARE(part.chosenTables, 1);
        QVERIFY(part.allTables > 1);

        const auto inPlace = world.plan(QStringLiteral("backup.restore"), {{QStringLiteral("backup"), id}});
        QVERIFY_RESULT(inPlace);
        QVERIFY(inPlace->hasBlocker());
        const auto beside =
            world.run(QStringLiteral("backup.restore"),
                      {{QStringLiteral("backup"), id}, {QStringLiteral("into"), QStringLiteral("part")}});
        QVERIFY_RESULT(beside);
        QVERIFY2(beside->outcome == Outcome::Done, beside->error ? qPrintable(beside->error->toText()) : "");
        QCOMPARE(m_server->value("SELECT count(*) FROM public.orders", QStringLiteral("part")).toInt(), 50);
        m_server->run("DROP DATABASE part");
    }

    void refusesATableThatIsNotThere()
    {
        PostgresDatabase database(*m_server, QStringLiteral("shop"));
        ServerWorld::fill(database, 1);
        ServerWorld world(m_folder->path(), database.connection());
        const auto plan = world.plan(QStringLiteral("backup.create"),
                                     {{QStringLiteral("tables"), QStringLiteral("orders,nothing")}});
        QVERIFY(!plan);
        QCOMPARE(plan.error().kind, ErrorKind::BadInput);
    }

    void blocksWhereTheServerCannotBeReached()
    {
        DatabaseConnection nowhere = m_server->connection();
        nowhere.host = m_folder->path();
        ServerWorld world(m_folder->path(), nowhere);
        const auto plan = world.plan(QStringLiteral("backup.create"));
        QVERIFY_RESULT(plan);
        QVERIFY(plan->hasBlocker());
    }

    void copesWithHostileNames_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name :
             {"qu\"ote", "sp ace.and.dot", "ap'os\\trophe", "-dash", "\u00fcml\u00e4ut", "a=b host=evil",
              "a_very_long_name_that_takes_all_the_room_that_there_is_for_one_abcd"})
            QTest::newRow(name) << QString::fromUtf8(name).left(60);
    }
    void copesWithHostileNames()
    {
        QFETCH(QString, name);
        PostgresDatabase database(*m_server, name);
        ServerWorld::fill(database, 5);
        ServerWorld world(m_folder->path(), database.connection());
        const BackupRecord backup = world.backup();
        const QString before = ServerWorld::contents(*m_server, name);
        m_server->run("DELETE FROM public.orders", name);
        const auto report =
            world.run(QStringLiteral("backup.restore"), {{QStringLiteral("backup"), backup.id}});
        QVERIFY_RESULT(report);
        QVERIFY2(report->outcome == Outcome::Done, report->error ? qPrintable(report->error->toText()) : "");
        QCOMPARE(ServerWorld::contents(*m_server, name), before);
        dropLeftovers();
    }

    void readsTheHeadOfADump()
    {
        QVERIFY(!dumpHeader("PGDMP"));
        QVERIFY(!dumpHeader("SQLite format 3"));
        QVERIFY(!dumpHeader(QByteArray("PGDMP\1\16\0\4\10\1", 11) + QByteArray(200, '\177')));
    }

    void cleanupTestCase() { m_server.reset(); }

private:
    /// Runs a plan in a process of its own that is killed at its n-th word; true where it ended before. A
    /// word that reports how far it is is killed in its middle.
    bool runAndKill(const Plan &plan, const DatabaseConnection &connection, int event) const
    {
        const pid_t child = ::fork();
        if (child == 0) {
            ServerWorld world(m_folder->path(), connection);
            int count = 0;
            bool isFirst = true;
            const auto report = world.run(plan, [&](const RunEvent &seen) {
                const bool isProgress = seen.kind == RunEvent::Kind::StepProgress && isFirst;
                isFirst = isFirst && !isProgress;
                const bool isStep =
                    seen.kind == RunEvent::Kind::StepStarted || seen.kind == RunEvent::Kind::StepDone;
                if ((isStep || isProgress) && count++ == event)
                    ::kill(::getpid(), SIGKILL);
            });
            ::_exit(report && report->outcome == Outcome::Done ? 0 : 3);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

    void dropLeftovers()
    {
        const PostgresRows rows = m_server->run(
            "SELECT quote_ident(datname) FROM pg_database WHERE datname ~ '_(old|ph)_[0-9a-f]{8}$'");
        for (const QList<QVariant> &row : rows.rows)
            m_server->run("DROP DATABASE " + row.first().toString().toUtf8());
    }

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace tst_postgresbackup

QTEST_GUILESS_MAIN(tst_postgresbackup::TestPostgresBackup)
#include "tst_postgresbackup.moc"

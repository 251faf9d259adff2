// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backupactions.h"
#include "core/actions/backupplans.h"
#include "core/audit/auditlog.h"
#include "core/backup/backupstore.h"
#include "core/database/rowcodec.h"
#include "core/database/sqliteengine.h"
#include "core/files/fileops.h"
#include "core/instances/instancesession.h"
#include "core/net/httpclient.h"
#include "core/plan/catalogue.h"
#include "core/plan/executor.h"
#include "core/plan/journalcontents.h"
#include "core/steps/addbackupsteps.h"
#include "core/steps/journalsteps.h"
#include "core/steps/servicesteps.h"
#include "core/steps/sqlitesteps.h"
#include "tests/support/scriptedruntime.h"
#include "tests/support/tarmaker.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testsupport.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace pilothouse;

namespace {

ServiceProfile shopProfile()
{
    ServiceProfile profile;
    profile.id = QStringLiteral("shop");
    profile.title = QStringLiteral("Shop");
    ProfileDatabase orders;
    orders.id = QStringLiteral("orders");
    orders.path = QStringLiteral("data/orders.db");
    orders.layouts = {
        {QStringLiteral("v1"), {}, QStringLiteral("SELECT 1 FROM sqlite_schema WHERE name = 'orders'"), {}}};
    ProfileDatabase people = orders;
    people.id = QStringLiteral("people");
    people.path = QStringLiteral("data/people.db");
    people.layouts = {
        {QStringLiteral("v1"), {}, QStringLiteral("SELECT 1 FROM sqlite_schema WHERE name = 'people'"), {}}};
    profile.databases = {orders, people};
    profile.files = {
        {QStringLiteral("uploads"), QStringLiteral("uploads/"), QStringLiteral("Uploads"), true}};
    profile.backup.databases = {orders.id, people.id};
    profile.backup.files = {QStringLiteral("uploads")};
    profile.backup.foreignMembers = {QStringLiteral("orders-.*\\.db"), QStringLiteral("people-.*\\.db")};
    return profile;
}

Instance shopInstance(const QString &folder)
{
    Instance instance;
    instance.id = QUuid::createUuid();
    instance.name = QStringLiteral("shop-1");
    instance.profile = QStringLiteral("shop");
    instance.dataDir = folder + QStringLiteral("/data-dir");
    return instance;
}

/// A service that is up or down, and notes what is done to it.
class FakeService final : public ServiceRuntime
{
public:
    QString kind() const override { return QStringLiteral("process"); }
    bool canControl() const override { return true; }
    Result<ServiceStatus> status(const OperationContext &) override
    {
        ServiceStatus status;
        status.state = isUp ? ServiceState::Running : ServiceState::Stopped;
        return status;
    }
    Result<ServiceStatistics> statistics(const OperationContext &) override { return ServiceStatistics(); }
    Result<QList<EnvironmentEntry>> environment(const OperationContext &) override
    {
        return QList<EnvironmentEntry>();
    }
    Result<QList<MountEntry>> mounts(const OperationContext &) override { return QList<MountEntry>(); }
    Result<StopOutcome> stop(std::chrono::milliseconds, const OperationContext &) override
    {
        log << QStringLiteral("stop");
        return StopOutcome{std::exchange(isUp, false), 0, false};
    }
    Result<> start(const OperationContext &) override
    {
        log << QStringLiteral("start");
        isUp = true;
        if (onStart)
            onStart();
        return {};
    }
    Result<QJsonObject> fenceState(const OperationContext &) override
    {
        return QJsonObject{{QStringLiteral("fenced"), isFencedNow}};
    }
    Result<> fence(const OperationContext &) override
    {
        isFencedNow = true;
        return {};
    }
    Result<bool> isFenced(const OperationContext &) override { return isFencedNow; }
    Result<> unfence(const QJsonObject &, const OperationContext &) override
    {
        isFencedNow = false;
        return {};
    }
    Result<ProcessOutput> exec(const CommandLine &, std::chrono::milliseconds,
                               const OperationContext &) override
    {
        return ProcessOutput();
    }
    QString stopCommand() const override { return QStringLiteral("stop it"); }
    QString startCommand() const override { return QStringLiteral("start it"); }
    QString fenceCommand() const override { return {}; }
    QString unfenceCommand() const override { return {}; }

    bool isUp = true;
    bool isFencedNow = false;
    std::function<void()> onStart;
    QStringList log;
};

/// A service of two databases and a folder, with everything that backs it up and restores it.
struct World
{
    explicit World(const QString &root)
        : folder(root)
        , journals(files, root + QStringLiteral("/state/journal"))
        , audit(files, root + QStringLiteral("/state/audit"), clock)
        , executor(steps, journals, audit, clock)
        , runtime(std::make_shared<ScriptedRuntime>())
        , session(shopInstance(root), shopProfile(), runtime, root + QStringLiteral("/state"))
        , tools{files, clock, journals, QStringLiteral("0.1.0")}
    {
        runtime->runtimeKind = QStringLiteral("files");
        addBackupSteps(steps, files, clock);
        addSqliteSteps(steps, files, engine);
        addServiceSteps(steps, http);
        addJournalSteps(steps, journals);
        addBackupActions(catalogue, tools);
    }

    void fill(int rows) const
    {
        QDir().mkpath(folder + QStringLiteral("/data-dir/data"));
        TestDatabase orders(path(QStringLiteral("orders")));
        orders.run(QStringLiteral("PRAGMA journal_mode=WAL"));
        orders.run(QStringLiteral("CREATE TABLE orders(id INTEGER PRIMARY KEY, text TEXT)"));
        orders.run(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                                  "%1) INSERT INTO orders SELECT i, hex(randomblob(40)) FROM n")
                       .arg(rows));
        TestDatabase people(path(QStringLiteral("people")));
        people.run(QStringLiteral("CREATE TABLE people(id TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID"));
        people.run(QStringLiteral("INSERT INTO people VALUES('a', 'Ada'), ('b', 'Bob')"));
        writeAll(folder + QStringLiteral("/data-dir/uploads/a/one.txt"), "one");
        writeAll(folder + QStringLiteral("/data-dir/uploads/two.txt"), "two");
    }

    QString path(const QString &id) const
    {
        return folder + QStringLiteral("/data-dir/data/") + id + QStringLiteral(".db");
    }

    Result<RunReport> run(const QString &action, const QJsonObject &arguments = {},
                          Executor::Listener listener = {})
    {
        const Result<Plan> plan = catalogue.plan(action, session, arguments, {});
        return plan ? run(*plan, std::move(listener)) : tl::unexpected(plan.error());
    }

    Result<RunReport> run(const Plan &plan, Executor::Listener listener = {})
    {
        return executor.run(plan,
                            {true, plan.consentIds(), QStringLiteral("shop-1"), QStringLiteral("test"), {}},
                            session, {}, {}, std::move(listener));
    }

    Result<RunReport> undo(const QUuid &operation)
    {
        const Result<OperationRecord> record = journals.read(operation);
        if (!record)
            return tl::unexpected(record.error());
        const Result<Plan> plan = catalogue.undo(*record, session, {});
        return plan ? run(*plan) : tl::unexpected(plan.error());
    }

    QList<BackupRecord> backups() const { return BackupStore(files, clock).list(session.backupFolder()); }

    /// Everything that the databases and the folder say, through SQLite; a file that it cannot read is its
    /// bytes.
    QString contents() const
    {
        QString all;
        for (const QString &id : {QStringLiteral("orders"), QStringLiteral("people")}) {
            const Result<CopyFacts> facts = engine.facts(path(id), {});
            if (facts)
                all += facts->tableSha256.values().join(u',') + facts->journalMode + u'\n';
            else
                all += facts.error().kind == ErrorKind::NotFound
                           ? QStringLiteral("none\n")
                           : QString::fromLatin1(readAll(path(id)).toHex()) + u'\n';
        }
        for (const QString &file : {QStringLiteral("uploads/a/one.txt"), QStringLiteral("uploads/two.txt"),
                                    QStringLiteral("uploads/new.txt")}) {
            QFile entry(folder + QStringLiteral("/data-dir/") + file);
            all += entry.open(QIODevice::ReadOnly) ? QString::fromUtf8(entry.readAll()) + u'\n'
                                                   : QStringLiteral("none\n");
        }
        return all;
    }

    void change() const
    {
        TestDatabase(path(QStringLiteral("orders")))
            .run(QStringLiteral("DELETE FROM orders WHERE id % 3 = 0; INSERT OR IGNORE INTO orders SELECT "
                                "100000 + id, 'new' FROM orders LIMIT 14"));
        TestDatabase(path(QStringLiteral("people"))).run(QStringLiteral("UPDATE people SET name = 'Eve'"));
        writeAll(folder + QStringLiteral("/data-dir/uploads/new.txt"), "new");
        QFile::remove(folder + QStringLiteral("/data-dir/uploads/two.txt"));
    }

    /// Scratch of any operation that should be gone when it has ended.
    QStringList leftovers() const
    {
        QStringList found;
        QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString file = it.next();
            if (file.contains(QStringLiteral("-stage")) || file.endsWith(u".partial"))
                found << file;
        }
        return found;
    }

    QString folder;
    mutable FileOps files;
    SystemClock clock;
    SqliteEngine engine;
    HttpClient http;
    StepRegistry steps;
    JournalStore journals;
    AuditLog audit;
    Executor executor;
    std::shared_ptr<ScriptedRuntime> runtime;
    InstanceSession session;
    Catalogue catalogue;
    BackupTools tools;
};

#define QVERIFY_DONE(expression)                                                                             \
    do {                                                                                                     \
        const Result<RunReport> pilothouseReport = (expression);                                             \
        if (!pilothouseReport)                                                                               \
            QFAIL(qPrintable(pilothouseReport.error().toText()));                                            \
        if (pilothouseReport->outcome != Outcome::Done)                                                      \
            QFAIL(qPrintable(outcomeName(pilothouseReport->outcome) + u' ' + pilothouseReport->failedStep    \
                             + u' '                                                                          \
                             + (pilothouseReport->error ? pilothouseReport->error->toText() : QString())));  \
    } while (false)

} // namespace

/// Backups, restores and their ways back, through the executor, on real files.
class TestBackupRestore final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<World> m_world;

private slots:
    void dropsWhatRowsHeldWhenUndoIsOver();
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_world = std::make_unique<World>(m_dir->path());
        m_world->fill(300);
    }

    void makesAVerifiedPrivateSet()
    {
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const QList<BackupRecord> backups = m_world->backups();
        QCOMPARE(backups.size(), 1);
        const BackupRecord &record = backups.first();
        QCOMPARE(record.problem, QString());
        QCOMPARE(record.complete.state, BackupStamp::State::Reached);
        QCOMPARE(record.verified.state, BackupStamp::State::Reached);
        QCOMPARE(record.proven.state, BackupStamp::State::NotReached);
        QCOMPARE(record.databases, QStringList({QStringLiteral("orders"), QStringLiteral("people")}));
        struct stat facts = {};
        QCOMPARE(::stat(record.folder.toUtf8().constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 07777, 0700u);
        for (const QString &name : QDir(record.folder).entryList(QDir::Files)) {
            QCOMPARE(::stat((record.folder + u'/' + name).toUtf8().constData(), &facts), 0);
            QCOMPARE(facts.st_mode & 07777, 0600u);
        }
        QCOMPARE(m_world->leftovers(), QStringList());
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

    void keepsAVerifiedSecondCopyAndSurvivesItsAbsence()
    {
        Instance instance = shopInstance(m_dir->path());
        instance.secondBackupDir = m_dir->filePath(QStringLiteral("second"));
        m_world->session = InstanceSession(instance, shopProfile(), m_world->runtime,
                                           m_dir->filePath(QStringLiteral("state")));
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        QCOMPARE(m_world->backups().first().secondCopy, QString());
        QVERIFY(!BackupStore(m_world->files, m_world->clock)
                     .copyNote(m_world->backups().first().folder)
                     .value(QStringLiteral("problem"))
                     .toString()
                     .isEmpty());
        QDir().mkpath(instance.secondBackupDir);
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const QList<BackupRecord> second =
            BackupStore(m_world->files, m_world->clock).list(instance.secondBackupDir);
        QCOMPARE(second.size(), 1);
        QCOMPARE(second.first().verified.state, BackupStamp::State::Reached);
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

    void refusesBadBackupsBeforeAnythingIsTouched_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"flipped", "truncated", "extended", "swapped", "manifest", "sidecar",
                                 "missing", "other service", "empty file", "text", "no tables", "encrypted",
                                 "other tables", "hot journal", "cut database", "two alike"})
            QTest::addRow("%s", kind) << QString::fromLatin1(kind);
    }

    void refusesBadBackupsBeforeAnythingIsTouched()
    {
        QFETCH(QString, kind);
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const QString before = m_world->contents();
        const BackupRecord record = m_world->backups().first();
        const QJsonObject arguments = spoil(kind, record);
        const Result<Plan> plan =
            m_world->catalogue.plan(QStringLiteral("backup.restore"), m_world->session, arguments, {});
        QVERIFY2(!plan, "the planner refuses");
        QVERIFY(!plan.error().message.isEmpty());
        QVERIFY(plan.error().kind == ErrorKind::BadData || plan.error().kind == ErrorKind::NotFound);
        QCOMPARE(m_world->contents(), before);
        QCOMPARE(m_world->leftovers(), QStringList());
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

    void startsTheServiceAgainWhenAnOfflineBackupFails()
    {
        const auto service = std::make_shared<FakeService>();
        m_world->session = InstanceSession(shopInstance(m_dir->path()), shopProfile(), service,
                                           m_dir->filePath(QStringLiteral("state")));
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create"), {{QStringLiteral("offline"), true}}));
        QCOMPARE(m_world->backups().first().kind, QStringLiteral("offline"));
        QVERIFY(service->isUp);
        const Result<Plan> plan = m_world->catalogue.plan(QStringLiteral("backup.create"), m_world->session,
                                                          {{QStringLiteral("offline"), true}}, {});
        QVERIFY_RESULT(plan);
        writeAll(m_world->path(QStringLiteral("people")), QByteArray(5000, 'x'));
        const Result<RunReport> report = m_world->run(*plan);
        QVERIFY_RESULT(report);
        QCOMPARE(report->outcome, Outcome::PutBack);
        QVERIFY(service->isUp && !service->isFencedNow);
        QCOMPARE(m_world->backups().size(), 1);
        QCOMPARE(m_world->leftovers(), QStringList());
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

    void verifyFindsEveryChange()
    {
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const BackupRecord record = m_world->backups().first();
        const BackupStore store(m_world->files, m_world->clock);
        const QString scratch = m_dir->filePath(QStringLiteral("scratch"));
        QVERIFY_RESULT(store.verifySet(record.folder, scratch, {}));
        const bool isExhaustive = qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE");
        QRandomGenerator random(7);
        for (const QString &file : {record.archive, QString(record.folder + QStringLiteral("/manifest.json")),
                                    QString(record.folder + QStringLiteral("/manifest.sha256"))}) {
            const QByteArray good = readAll(file);
            const qint64 bits = good.size() * 8;
            for (qint64 i = 0; i < (isExhaustive ? bits : 400); ++i) {
                const qint64 bit = isExhaustive ? i : random.bounded(bits);
                QByteArray bad = good;
                bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
                writeAll(file, bad);
                QVERIFY2(!store.verifySet(record.folder, scratch, {}),
                         qPrintable(QStringLiteral("%1 bit %2").arg(file).arg(bit)));
            }
            for (int i = 0; i < 50; ++i) {
                writeAll(file, good.left(random.bounded(good.size())));
                QVERIFY(!store.verifySet(record.folder, scratch, {}));
                writeAll(file,
                         good + QByteArray(1 + static_cast<int>(random.bounded(100)), static_cast<char>(i)));
                QVERIFY(!store.verifySet(record.folder, scratch, {}));
            }
            writeAll(file, good);
        }
        QVERIFY_RESULT(store.verifySet(record.folder, scratch, {}));
        QVERIFY(QDir(scratch).isEmpty());
    }

    void remembersThatAVerificationFailed()
    {
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const BackupRecord record = m_world->backups().first();
        QByteArray bytes = readAll(record.archive);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        writeAll(record.archive, bytes);
        const Result<RunReport> report =
            m_world->run(QStringLiteral("backup.verify"), {{QStringLiteral("backup"), record.id}});
        QVERIFY_RESULT(report);
        QCOMPARE(report->outcome, Outcome::PutBack);
        QCOMPARE(m_world->backups().first().verified.state, BackupStamp::State::Failed);
        QVERIFY(!m_world->backups().first().problem.isEmpty());
    }

    void prunesOnlyWhatRetentionLetsGo()
    {
        for (int i = 0; i < 3; ++i)
            QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const Result<Plan> nothing =
            m_world->catalogue.plan(QStringLiteral("backup.prune"), m_world->session, {}, {});
        QVERIFY_RESULT(nothing);
        QVERIFY(!nothing->idleReason().isEmpty() && !nothing->hasBlocker());
        ServiceProfile profile = shopProfile();
        profile.backup.retention = {0, 1, 0, 0};
        m_world->session = InstanceSession(shopInstance(m_dir->path()), profile, m_world->runtime,
                                           m_dir->filePath(QStringLiteral("state")));
        const QList<BackupRecord> before = m_world->backups();
        QVERIFY_DONE(
            m_world->run(QStringLiteral("backup.pin"), {{QStringLiteral("backup"), before.at(1).id}}));
        const Result<Plan> plan =
            m_world->catalogue.plan(QStringLiteral("backup.prune"), m_world->session, {}, {});
        QVERIFY_RESULT(plan);
        QCOMPARE(plan->losses.size(), 1);
        QCOMPARE(plan->severity, Severity::Irreversible);
        QVERIFY_DONE(m_world->run(*plan));
        QCOMPARE(m_world->backups().size(), 2);
        QVERIFY(!QFile::exists(before.at(2).folder));
    }

    void leavesOldOrNewWhenItIsKilled_data()
    {
        QTest::addColumn<QString>("action");
        QTest::newRow("backup") << QStringLiteral("backup.create");
        QTest::newRow("restore in place") << QStringLiteral("in place");
        QTest::newRow("restore by set aside") << QStringLiteral("aside");
    }

    void leavesOldOrNewWhenItIsKilled()
    {
        QFETCH(QString, action);
        const QString old = m_world->contents();
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const bool isRestore = action != u"backup.create";
        const QJsonObject arguments =
            isRestore ? QJsonObject{{QStringLiteral("backup"), m_world->backups().first().id},
                                    {QStringLiteral("aside"), action == u"aside"}}
                      : QJsonObject();
        const QString name = isRestore ? QStringLiteral("backup.restore") : action;
        int isDone = 0;
        const int most = qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE") ? 400 : 60;
        for (int event = 0; event < most && isDone < 2; ++event) {
            if (isRestore)
                m_world->change();
            const QString before = m_world->contents();
            const Result<Plan> plan = m_world->catalogue.plan(name, m_world->session, arguments, {});
            QVERIFY_RESULT(plan);
            const bool hasEnded = runAndKill(*plan, event);
            isDone += hasEnded ? 1 : 0;
            for (const BackupRecord &record : m_world->backups())
                QVERIFY_RESULT(BackupStore(m_world->files, m_world->clock)
                                   .verifySet(record.folder, m_dir->filePath(QStringLiteral("s")), {}));
            if (hasEnded)
                continue;
            settle(plan->operation, event, isRestore ? old : before, before);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(isDone > 0, "the sweep reached the end");
    }

    void leavesOldOrNewWhenItIsKilledAtAnyMoment()
    {
        const QString old = m_world->contents();
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const QString id = m_world->backups().first().id;
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const int kills = qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE") ? 500 : 45;
        for (int i = 0; i < kills; ++i) {
            const bool isBackup = i % 3 == 2;
            m_world->change();
            const QString before = m_world->contents();
            const Result<Plan> plan =
                isBackup ? m_world->catalogue.plan(QStringLiteral("backup.create"), m_world->session, {}, {})
                         : m_world->catalogue.plan(
                             QStringLiteral("backup.restore"), m_world->session,
                             {{QStringLiteral("backup"), id}, {QStringLiteral("aside"), i % 3 == 1}}, {});
            QVERIFY_RESULT(plan);
            const bool hasEnded = runAndKillAfter(*plan, static_cast<useconds_t>(random.bounded(220'000)));
            for (const BackupRecord &record : m_world->backups())
                QVERIFY(record.problem.isEmpty());
            if (!hasEnded)
                settle(plan->operation, static_cast<int>(random.bounded(2)), isBackup ? before : old, before);
            if (QTest::currentTestFailed())
                return;
        }
        // What killed verifications left in the scratch folder goes with the next one.
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        QCOMPARE(QDir(m_dir->filePath(QStringLiteral("state/scratch")))
                     .entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList());
    }

    void agreesWithAnIndependentVerifier()
    {
        if (QProcess::execute(QStringLiteral("python3"),
                              {QStringLiteral("-c"), QStringLiteral("import sqlite3, tarfile")})
            != 0)
            QSKIP("there is no python3 with sqlite3 here");
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const BackupRecord record = m_world->backups().first();
        const BackupStore store(m_world->files, m_world->clock);
        const auto isGood = [&] {
            return store.verifySet(record.folder, m_dir->filePath(QStringLiteral("s")), {}).has_value();
        };
        const auto isGoodToPython = [&] {
            QProcess python;
            python.start(
                QStringLiteral("python3"),
                {QCoreApplication::applicationDirPath() + QStringLiteral("/verifybackup.py"), record.folder});
            return python.waitForFinished() && python.exitStatus() == QProcess::NormalExit
                   && python.exitCode() == 0;
        };
        QVERIFY(isGood());
        QVERIFY(isGoodToPython());
        QRandomGenerator random(11);
        const int mutants = qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE") ? 1000 : 25;
        const QStringList names{record.archive, record.folder + QStringLiteral("/manifest.json"),
                                record.folder + QStringLiteral("/manifest.sha256")};
        for (int i = 0; i < mutants; ++i) {
            const QString &file = names.at(i % names.size());
            const QByteArray good = readAll(file);
            QByteArray bad = good;
            const qint64 at = random.bounded(good.size());
            bad[at] = static_cast<char>(bad[at] ^ (1 << random.bounded(8)));
            writeAll(file, bad);
            QCOMPARE(isGoodToPython(), isGood());
            writeAll(file, good);
        }
    }

    void survivesFullDisksOfAnySize()
    {
        if (::geteuid() != 0)
            QSKIP("only root can mount a small disk");
        const QString disk = m_dir->filePath(QStringLiteral("disk"));
        QDir().mkpath(disk);
        for (int kilobytes = 64; kilobytes < 700; kilobytes += 48) {
            if (QProcess::execute(QStringLiteral("mount"),
                                  {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                                   QStringLiteral("size=%1k").arg(kilobytes), QStringLiteral("none"), disk})
                != 0)
                QSKIP("no small disk can be mounted here");
            Instance instance = shopInstance(m_dir->path());
            instance.backupDir = disk + QStringLiteral("/backups");
            m_world->session = InstanceSession(instance, shopProfile(), m_world->runtime,
                                               m_dir->filePath(QStringLiteral("state")));
            Result<Plan> plan =
                m_world->catalogue.plan(QStringLiteral("backup.create"), m_world->session, {}, {});
            if (plan)
                plan->findings
                    .clear(); // the forecast of space has its own word; here the disk itself says no
            const Result<RunReport> report = plan ? m_world->run(*plan) : tl::unexpected(plan.error());
            const QList<BackupRecord> backups = m_world->backups();
            const bool isDone = report && report->outcome == Outcome::Done;
            const bool isHonest =
                isDone ? backups.size() == 1 && backups.first().problem.isEmpty() : backups.isEmpty();
            const QStringList left =
                isDone ? QStringList()
                       : QDir(instance.backupDir).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
            const bool isNoSpace = isDone || !report || report->error->kind == ErrorKind::NoSpace;
            QProcess::execute(QStringLiteral("umount"), {disk});
            QVERIFY2(isHonest, qPrintable(QString::number(kilobytes)));
            QVERIFY2(isNoSpace, qPrintable(report && report->error ? report->error->toText() : QString()));
            QCOMPARE(left, QStringList());
        }
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

    QJsonObject spoil(const QString &kind, const BackupRecord &record)
    {
        const QJsonObject backup{{QStringLiteral("backup"), record.id}};
        const QString manifest = record.folder + QStringLiteral("/manifest.json");
        QByteArray archive = readAll(record.archive);
        if (kind == u"flipped")
            archive[archive.size() / 2] = static_cast<char>(archive[archive.size() / 2] ^ 8);
        else if (kind == u"truncated")
            archive.chop(100);
        else if (kind == u"extended")
            archive.append('\0');
        else if (kind == u"manifest")
            writeAll(manifest, readAll(manifest).replace("300", "301"));
        else if (kind == u"sidecar")
            writeAll(record.folder + QStringLiteral("/manifest.sha256"), "00  manifest.json\n");
        else if (kind == u"other service")
            rewriteManifest(record, [](Manifest &content) { content.profile = QStringLiteral("forum"); });
        else if (kind == u"swapped")
            rewriteManifest(record, [](Manifest &content) {
                std::swap(content.archiveSha256, content.members[0].sha256);
            });
        else if (kind != u"missing")
            return {{QStringLiteral("file"), spoiledFile(kind)}};
        writeAll(record.archive, archive);
        if (kind == u"missing")
            QFile::remove(record.archive);
        const bool isManifestBad = kind == u"manifest" || kind == u"sidecar";
        return isManifestBad ? QJsonObject{{QStringLiteral("file"), record.folder}} : backup;
    }

    void rewriteManifest(const BackupRecord &record, const std::function<void(Manifest &)> &change)
    {
        const QString path = record.folder + QStringLiteral("/manifest.json");
        Result<Manifest> manifest = manifestFromJson(readAll(path));
        QVERIFY_RESULT(manifest);
        change(*manifest);
        writeAll(path, toCanonicalJson(*manifest));
        writeAll(record.folder + QStringLiteral("/manifest.sha256"),
                 manifestSidecar(toCanonicalJson(*manifest)));
    }

    QString spoiledFile(const QString &kind)
    {
        const QString file = m_dir->filePath(QStringLiteral("orders-1.db"));
        if (kind == u"empty file")
            writeAll(file, {});
        else if (kind == u"text")
            writeAll(file, "not a database\n");
        else if (kind == u"encrypted")
            writeAll(file, QByteArray(8192, '\x5a'));
        else if (kind == u"no tables")
            TestDatabase(file).run(QStringLiteral("CREATE TABLE x(y); DROP TABLE x"));
        else
            TestDatabase(file).run(
                QStringLiteral("CREATE TABLE %1(y); INSERT INTO %1 VALUES(randomblob(9000))")
                    .arg(kind == u"other tables" ? QStringLiteral("x") : QStringLiteral("orders")));
        if (kind == u"hot journal")
            writeAll(file + QStringLiteral("-journal"), QByteArray(600, 'j'));
        if (kind == u"cut database")
            writeAll(file, readAll(file).left(9000));
        if (kind != u"two alike")
            return file;
        const QString tar = m_dir->filePath(QStringLiteral("alike.tar.gz"));
        const QByteArray bytes = readAll(file);
        writeAll(tar,
                 TarMaker::gzip(TarMaker().add("a/orders-1.db", bytes).add("b/orders-2.db", bytes).tar()));
        return tar;
    }

    /// Runs a plan in a process of its own that is killed at the given event; true where it ended before.
    bool runAndKill(const Plan &plan, int event)
    {
        const pid_t child = ::fork();
        if (child == 0) {
            World world(m_dir->path());
            int count = 0;
            const Result<RunReport> report = world.run(plan, [&](const RunEvent &seen) {
                const bool isStep =
                    seen.kind == RunEvent::Kind::StepStarted || seen.kind == RunEvent::Kind::StepDone;
                if (isStep && count++ == event)
                    ::kill(::getpid(), SIGKILL);
            });
            ::_exit(report && report->outcome == Outcome::Done ? 0 : 3);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

    bool runAndKillAfter(const Plan &plan, useconds_t microseconds)
    {
        const pid_t child = ::fork();
        if (child == 0) {
            World world(m_dir->path());
            const Result<RunReport> report = world.run(plan);
            ::_exit(report && report->outcome == Outcome::Done ? 0 : 3);
        }
        ::usleep(microseconds);
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

    void settle(const QUuid &operation, int event, const QString &fresh, const QString &stale)
    {
        const QString now = m_world->contents();
        const Result<OperationRecord> record = m_world->journals.read(operation);
        if (!record)
            return; // killed before the journal was there
        if (record->outcome == Outcome::Done) {
            // Killed between the journal's last word and the end of the process: nothing is left to settle.
            QCOMPARE(now, fresh);
            return;
        }
        const bool isBack = event % 2 == 0;
        const Result<RunReport> report = isBack
                                             ? m_world->executor.rollBack(operation, m_world->session, {}, {})
                                             : m_world->executor.resume(operation, m_world->session, {}, {});
        if (!report)
            QFAIL(qPrintable(QStringLiteral("event %1: ").arg(event) + report.error().toText()));
        if (report->outcome != (isBack ? Outcome::PutBack : Outcome::Done))
            QFAIL(qPrintable(QStringLiteral("event %1: %2 %3 %4")
                                 .arg(event)
                                 .arg(outcomeName(report->outcome), report->failedStep,
                                      report->error ? report->error->toText() : QString())));
        QCOMPARE(m_world->contents(), isBack ? stale : fresh);
        QVERIFY2(m_world->leftovers().isEmpty(), qPrintable(m_world->leftovers().join(u'\n')));
    }
};

void TestBackupRestore::dropsWhatRowsHeldWhenUndoIsOver()
{
    QTemporaryDir folder;
    World world(folder.path());
    world.fill(10);
    RowChange change;
    change.table = QStringLiteral("people");
    change.key = {{QStringLiteral("id"), QStringLiteral("a")}};
    change.kind = RowChange::Kind::Update;
    change.values = {{QStringLiteral("name"), QStringLiteral("canary-new")}};
    TestDatabase(world.path(QStringLiteral("people")))
        .run(QStringLiteral("UPDATE people SET name = 'canary-old' WHERE id = 'a'"));
    Plan plan = newPlan(world.session, QStringLiteral("users.disable"));
    plan.title = QStringLiteral("Disable Ada");
    plan.steps << StepCall{
        QStringLiteral("rows"),
        QStringLiteral("rows.change"),
        {{QStringLiteral("databases"),
          QJsonArray{QJsonObject{{QStringLiteral("path"), world.path(QStringLiteral("people"))},
                                 {QStringLiteral("changes"), QJsonArray{toJson(change)}}}}}}};
    QVERIFY_DONE(world.run(plan));
    constexpr QFileDevice::Permissions ForOthers(0x0077);
    const QString journal = world.journals.folderOf(plan.operation) + QStringLiteral("/journal");
    const QString id = plan.operation.toString(QUuid::WithoutBraces);
    const QString beside = world.folder + QStringLiteral("/data-dir/.pilothouse/");
    const QString copy = beside + id + QStringLiteral(".journal");
    QVERIFY(readAll(journal).contains("canary-old") && readAll(copy).contains("canary-old"));
    for (const QString &path : {journal, copy})
        QVERIFY(!(QFileInfo(path).permissions() & ForOthers));
    QVERIFY(!(QFileInfo(world.journals.folderOf(plan.operation)).permissions() & ForOthers));
    const auto before = world.journals.read(plan.operation);
    QVERIFY_RESULT(before);
    for (const QJsonObject &shown : {shownJson(*before), shownJson(before->plan)})
        QVERIFY(!QJsonDocument(shown).toJson().contains("canary"));

    QDir().mkpath(beside + id);
    const Result<Plan> soon = planTidy(world.tools, world.session);
    QVERIFY_RESULT(soon);
    QCOMPARE(soon->steps.size(), 1); // the empty folder; what undo needs stays
    QVERIFY_DONE(world.run(*soon));
    QVERIFY(!QFileInfo::exists(beside + id));
    QVERIFY(QFileInfo::exists(copy));

    ManualClock later;
    later.set(QDateTime::currentDateTimeUtc().addDays(15));
    const BackupTools lateTools{world.files, later, world.journals, QStringLiteral("0.1.0")};
    const Result<Plan> late = planTidy(lateTools, world.session);
    QVERIFY_RESULT(late);
    QVERIFY(late->losses.join(u'\n').contains(QStringLiteral("Disable Ada")));
    QVERIFY_DONE(world.run(*late));
    QVERIFY(!QFileInfo::exists(copy));
    QVERIFY(!readAll(journal).contains("canary"));
    const auto after = world.journals.read(plan.operation);
    QVERIFY_RESULT(after);
    QVERIFY(after->isShortened);
    QCOMPARE(after->outcome, Outcome::Done);
    QCOMPARE(after->plan.title, plan.title);
    // Nothing of it is left to shorten.
    const Result<Plan> again = planTidy(lateTools, world.session);
    QVERIFY_RESULT(again);
    QVERIFY(!QJsonDocument(toJson(*again)).toJson().contains(id.toUtf8()));
}

QTEST_GUILESS_MAIN(TestBackupRestore)
#include "tst_backuprestore.moc"

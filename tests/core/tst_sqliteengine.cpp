// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqliteengine.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>
#include <QThread>

#include <fcntl.h>
#include <grp.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_sqliteengine {

namespace {
constexpr uid_t ServiceUser = 1000;
constexpr uid_t OtherUser = 2000;

/// Runs `work` in a child process as another user; its exit code.
int runAs(uid_t user, const std::function<int()> &work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        if (::setgroups(0, nullptr) != 0 || ::setresgid(user, user, user) != 0
            || ::setresuid(user, user, user) != 0)
            ::_exit(99);
        ::_exit(work());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

uint ownerOf(const QString &path)
{
    return QFileInfo(path).ownerId();
}
} // namespace

class TestSqliteEngine : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        makeTestService(m_folder->path());
    }

    void readsTheHeaderThroughSqlite()
    {
        const auto info = m_engine.info(path("queue"), {});
        QVERIFY_RESULT(info);
        QVERIFY(!info->error);
        QCOMPARE(info->journalMode, QStringLiteral("wal"));
        QCOMPARE(info->encoding, QStringLiteral("UTF-8"));
        QCOMPARE(info->pageSize, 4096);
        QCOMPARE(info->pageSize * info->pageCount, info->bytes);
        QCOMPARE(info->schemaSha256.size(), 64);
    }

    void infoTellsTheErrorOfAFileThatCannotBeRead()
    {
        const auto missing = m_engine.info(path("none"), {});
        QVERIFY_RESULT(missing);
        QVERIFY(!missing->exists);
        QCOMPARE(missing->error->kind, ErrorKind::NotFound);

        writeAll(path("junk"), QByteArray(5000, 'x'));
        const auto junk = m_engine.info(path("junk"), {});
        QVERIFY_RESULT(junk);
        QCOMPARE(junk->bytes, 5000);
        QCOMPARE(junk->error->kind, ErrorKind::BadData);
    }

    void neverCreatesAMissingFile()
    {
        QVERIFY(!m_engine.select(path("none"), {QStringLiteral("SELECT 1"), {}}, {}));
        QVERIFY(!QFile::exists(path("none")));
    }

    void listsTablesWithKeysAndCounts()
    {
        const auto tables = m_engine.tables(path("queue"), std::chrono::seconds(2), {});
        QVERIFY_RESULT(tables);
        QCOMPARE(tables->size(), 2);
        QCOMPARE(tables->at(0).name, QStringLiteral("queue_consumers"));
        QCOMPARE(tables->at(0).keyColumns,
                 (QStringList{QStringLiteral("consumer_id"), QStringLiteral("topic")}));
        QCOMPARE(tables->at(1).rows, 9);
        QVERIFY(!tables->at(1).isEstimate);
    }

    void browsesInPages()
    {
        const auto page = m_engine.browse(path("portagent"), QStringLiteral("users"), 1, 1, {});
        QVERIFY_RESULT(page);
        QCOMPARE(page->rows.size(), 1);
        QCOMPARE(page->rows.first().first().toString(), testUserId(1));
        QVERIFY(page->hasMore);
        const auto hostile =
            m_engine.browse(path("portagent"), QStringLiteral("users\" WHERE 1 --"), 0, 1, {});
        QCOMPARE(hostile.error().kind, ErrorKind::NotFound);
    }

    void selectBindsValues()
    {
        const QString hostile = QStringLiteral("x' OR '1'='1");
        const SqlQuery query{
            QStringLiteral("SELECT :name AS given, count(*) FROM users WHERE username = :name"),
            {{QStringLiteral("name"), hostile}}};
        const auto rows = m_engine.select(path("portagent"), query, {});
        QVERIFY_RESULT(rows);
        QCOMPARE(rows->rows.first().at(0).toString(), hostile);
        QCOMPARE(rows->rows.first().at(1).toInt(), 0);
        QCOMPARE(rows->columns.first(), QStringLiteral("given"));
    }

    void selectOnlyReads_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("update") << QStringLiteral("UPDATE users SET isActive = 0");
        QTest::newRow("delete") << QStringLiteral("DELETE FROM users");
        QTest::newRow("pragma") << QStringLiteral("PRAGMA query_only=OFF");
        QTest::newRow("pragma function") << QStringLiteral("SELECT * FROM pragma_database_list");
        QTest::newRow("attach") << QStringLiteral("ATTACH '/tmp/ph-attached.db' AS other");
        QTest::newRow("two statements") << QStringLiteral("SELECT 1; DELETE FROM users");
        QTest::newRow("temporary table") << QStringLiteral("CREATE TEMP TABLE t(a)");
        QTest::newRow("extension") << QStringLiteral("SELECT load_extension('x')");
        QTest::newRow("vacuum") << QStringLiteral("VACUUM INTO '/tmp/ph-vacuum.db'");
        QTest::newRow("nothing") << QStringLiteral("  ");
    }

    void selectOnlyReads()
    {
        QFETCH(QString, sql);
        const auto rows = m_engine.select(path("portagent"), {sql, {}}, {});
        QVERIFY(!rows);
        QVERIFY2(rows.error().kind == ErrorKind::Refused || rows.error().kind == ErrorKind::BadInput,
                 qPrintable(rows.error().toText()));
        QCOMPARE(TestDatabase(path("portagent"))
                     .value(QStringLiteral("SELECT count(*) FROM users WHERE isActive"))
                     .toInt(),
                 3);
    }

    void selectStopsAtItsLimitAndDeadline()
    {
        const auto cut =
            m_engine.select(path("portagent"), {QStringLiteral("SELECT * FROM users"), {}, 2}, {});
        QVERIFY_RESULT(cut);
        QCOMPARE(cut->rows.size(), 2);
        QVERIFY(cut->isCut);

        const QString endless = QStringLiteral(
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n");
        QElapsedTimer timer;
        timer.start();
        const auto late =
            m_engine.select(path("portagent"), {endless, {}, 1, std::chrono::milliseconds(100)}, {});
        QCOMPARE(late.error().kind, ErrorKind::TimedOut);
        QVERIFY(timer.elapsed() < 1000);

        OperationContext context;
        std::unique_ptr<QThread> canceller(QThread::create([context] {
            QThread::msleep(50);
            context.cancel();
        }));
        canceller->start();
        timer.restart();
        const auto cancelled =
            m_engine.select(path("portagent"), {endless, {}, 1, std::chrono::seconds(30)}, context);
        canceller->wait();
        QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
        QVERIFY(timer.elapsed() < 1000);
    }

    void probesLayouts()
    {
        const QString keyValue = QStringLiteral("SELECT 1 FROM sqlite_master WHERE name = 'kv_storage'");
        QCOMPARE(m_engine.probe(path("agentx"), keyValue, {}).value(), true);
        QCOMPARE(m_engine.probe(path("agentx"), QStringLiteral("SELECT 1 FROM images"), {}).value(), false);
        QCOMPARE(m_engine.probe(path("agentx"), QStringLiteral("SELECT images FROM kv_storage"), {}).value(),
                 false);
        QVERIFY(!m_engine.probe(path("agentx"), QStringLiteral("SELEC 1"), {}));
    }

    void waitsForALockNoLongerThanTwoSeconds()
    {
        TestDatabase writer(path("portagent"));
        writer.run(QStringLiteral("BEGIN EXCLUSIVE"));
        QElapsedTimer timer;
        timer.start();
        const auto rows = m_engine.select(
            path("portagent"), {QStringLiteral("SELECT 1 FROM users"), {}, 1, std::chrono::seconds(20)}, {});
        QCOMPARE(rows.error().kind, ErrorKind::Locked);
        QVERIFY(timer.elapsed() < 3000);
    }

    void keepsIntegrityAndForeignKeysApart()
    {
        const TestServiceSize legacy{2, 1, 1, true};
        QTemporaryDir other;
        makeTestService(other.path(), legacy);
        const QString store = other.path() + QStringLiteral("/data/agentx.db");
        QCOMPARE(m_engine.foreignKeyCheck(store, {})->verdict, CheckVerdict::Passed);
        TestDatabase(store).run(
            QStringLiteral("PRAGMA foreign_keys=OFF; DELETE FROM sessions WHERE sessionId = 'sess_0_0'"));
        const auto broken = m_engine.foreignKeyCheck(store, {});
        QVERIFY_RESULT(broken);
        QCOMPARE(broken->verdict, CheckVerdict::Failed);
        QCOMPARE(broken->problems.size(), 1);
        QCOMPARE(m_engine.integrityCheck(store, {})->verdict, CheckVerdict::Passed);
        QCOMPARE(m_engine.quickCheck(store, {})->verdict, CheckVerdict::Passed);
        QCOMPARE(m_engine.foreignKeyCheck(path("agentx"), {})->verdict, CheckVerdict::NotApplicable);
    }

    void aDamagedFileFailsItsCheck()
    {
        QByteArray content = readAll(path("agentx"));
        content.replace(4096, 2000, QByteArray(2000, '\x7f'));
        writeAll(path("agentx"), content);
        const auto check = m_engine.integrityCheck(path("agentx"), {});
        QVERIFY_RESULT(check);
        QCOMPARE(check->verdict, CheckVerdict::Failed);
        QVERIFY(!check->problems.isEmpty());
        writeAll(path("agentx"), QByteArray(8192, 'x'));
        QCOMPARE(m_engine.quickCheck(path("agentx"), {})->verdict, CheckVerdict::Failed);
    }

    void seesWhoHasTheFileOpen()
    {
        int ready[2];
        int leave[2];
        QVERIFY(::pipe(ready) == 0 && ::pipe(leave) == 0);
        const QByteArray file = path("portagent").toLocal8Bit();
        const pid_t child = ::fork();
        if (child == 0) {
            char byte = 0;
            ::close(leave[1]);
            const int handle = ::open(file.constData(), O_RDONLY);
            ::_exit(handle >= 0 && ::write(ready[1], "x", 1) == 1 && ::read(leave[0], &byte, 1) == 0 ? 0 : 1);
        }
        char byte = 0;
        QCOMPARE(::read(ready[0], &byte, 1), ssize_t(1));
        const auto holders = SqliteEngine::holders(path("portagent"));
        ::close(leave[1]);
        ::waitpid(child, nullptr, 0);
        QCOMPARE(holders.list.size(), 1);
        QCOMPARE(holders.list.first().pid, qint64(child));
        QVERIFY(!holders.list.first().program.isEmpty());
        QVERIFY(holders.list.first().since.secsTo(QDateTime::currentDateTimeUtc()) < 60);
        QVERIFY(SqliteEngine::holders(path("portagent")).list.isEmpty());
    }

    void refusesToLeaveFilesOfAnotherUser()
    {
        if (::geteuid() != 0)
            QSKIP("needs root to become other users");
        giveToService();
        const QString queue = path("queue");
        const int code = runAs(OtherUser, [&] {
            const auto info = m_engine.info(queue, {});
            return info->error && info->error->kind == ErrorKind::Refused && !info->error->advice.isEmpty()
                       ? 0
                       : 1;
        });
        QCOMPARE(code, 0);
        QVERIFY(!QFile::exists(queue + QStringLiteral("-shm")));
        QVERIFY(!QFile::exists(queue + QStringLiteral("-wal")));
        QCOMPARE(
            runAs(OtherUser,
                  [&] {
                      return m_engine.select(path("portagent"), {QStringLiteral("SELECT 1"), {}}, {}) ? 0 : 1;
                  }),
            0);
    }

    void whatRootLeavesBelongsToTheOwner()
    {
        if (::geteuid() != 0)
            QSKIP("needs root");
        giveToService();
        QVERIFY_RESULT(
            m_engine.select(path("queue"), {QStringLiteral("SELECT count(*) FROM queue_entries"), {}}, {}));
        const QString queue = path("queue");
        for (const QString &file : SqliteEngine::family(queue))
            QCOMPARE(ownerOf(file), uint(ServiceUser));
        QCOMPARE(runAs(ServiceUser,
                       [&] {
                           return TestDatabase(queue).tryRun(
                                      QStringLiteral("INSERT INTO queue_entries(topic) VALUES('after')"))
                                      ? 0
                                      : 1;
                       }),
                 0);
    }

    void explainsAWalDatabaseInAFolderThatCannotBeWritten()
    {
        if (::geteuid() != 0)
            QSKIP("needs root to become another user");
        giveToService();
        const QByteArray folder = (m_folder->path() + QStringLiteral("/data")).toLocal8Bit();
        QCOMPARE(::chmod(folder.constData(), 0555), 0);
        QCOMPARE(runAs(ServiceUser,
                       [&] {
                           const auto rows = m_engine.select(
                               path("queue"), {QStringLiteral("SELECT 1 FROM queue_entries"), {}}, {});
                           return !rows && rows.error().kind == ErrorKind::Refused
                                          && !rows.error().advice.isEmpty()
                                      ? 0
                                      : 1;
                       }),
                 0);
    }

private:
    QString path(const char *name) const
    {
        return m_folder->path() + QStringLiteral("/data/%1.db").arg(QLatin1String(name));
    }

    void giveToService() const
    {
        const QString data = m_folder->path() + QStringLiteral("/data");
        QCOMPARE(::chmod(m_folder->path().toLocal8Bit().constData(), 0755), 0);
        QCOMPARE(::chmod(data.toLocal8Bit().constData(), 0777), 0);
        for (const QFileInfo &file : QDir(data).entryInfoList(QDir::Files))
            QCOMPARE(::chown(file.filePath().toLocal8Bit().constData(), ServiceUser, ServiceUser), 0);
    }

    SqliteEngine m_engine;
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace tst_sqliteengine

QTEST_GUILESS_MAIN(tst_sqliteengine::TestSqliteEngine)
#include "tst_sqliteengine.moc"

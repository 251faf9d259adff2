// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqliteengine.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <fcntl.h>
#include <map>
#include <numeric>
#include <signal.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_sqlitebackup {

namespace {

const QString Fill =
    QStringLiteral("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < %1) "
                   "INSERT INTO a(text) SELECT %2 || hex(zeroblob(250)) FROM n;"
                   "INSERT INTO b SELECT id FROM a;");

void makePair(const QString &path, const QString &mode, int rows,
              const QString &mark = QStringLiteral("'old'"))
{
    TestDatabase database(path);
    database.run(QStringLiteral("PRAGMA journal_mode=%1; CREATE TABLE a(id INTEGER PRIMARY KEY, text TEXT); "
                                "CREATE TABLE b(a INTEGER);")
                     .arg(mode));
    database.run(QStringLiteral("BEGIN;") + Fill.arg(rows).arg(mark) + QStringLiteral("COMMIT"));
}

/// A process of its own that does `work` until it is killed, or the test has died.
class Background
{
public:
    explicit Background(const std::function<void()> &work)
    {
        const pid_t test = ::getpid();
        m_pid = ::fork();
        if (m_pid == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            if (::getppid() != test) // it has died before that
                ::_exit(1);
            work();
            ::_exit(0);
        }
    }
    ~Background() { kill(); }
    void kill()
    {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
        m_pid = -1;
    }
    bool wait()
    {
        int status = 0;
        ::waitpid(m_pid, &status, 0);
        m_pid = -1;
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

private:
    pid_t m_pid = -1;
};

/// A number that a test and its other processes see alike.
class SharedCount
{
public:
    SharedCount()
        : m_value(static_cast<std::atomic<int> *>(::mmap(
            nullptr, sizeof(std::atomic<int>), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)))
    {
        if (m_value == MAP_FAILED)
            qFatal("no shared memory");
    }
    ~SharedCount() { ::munmap(m_value, sizeof(std::atomic<int>)); }
    Q_DISABLE_COPY_MOVE(SharedCount)

    void add() const { ++*m_value; }
    int value() const { return *m_value; }

private:
    std::atomic<int> *m_value; // of zeroes, as the kernel gives them
};

/// What of a file had been written but not begun to go to the disk when its fsync came; -1 where none came.
struct AtFsync
{
    qint64 left = -1;
    qint64 written = 0;
    qint64 longestPiece = 0; ///< that was brought to the disk before it
};

/// Reads strace's lines of pwrite64, sync_file_range and fsync, in the order in which they began.
AtFsync atFsync(const QByteArray &trace, const QString &file)
{
    static const QRegularExpression call(u"(pwrite64|sync_file_range|fsync)\\(\\d+<([^>]+)>(?:, \"\"\\.*)?"
                                         "(?:, (\\d+))?(?:, (\\d+))?"_qs);
    std::map<qint64, qint64> left; // by place
    AtFsync found;
    for (const QByteArray &line : trace.split('\n')) {
        const auto match = call.match(QString::fromUtf8(line));
        if (!match.hasMatch() || match.captured(2) != file)
            continue;
        const qint64 first = match.captured(3).toLongLong();
        const qint64 second = match.captured(4).toLongLong();
        if (match.captured(1) == u"pwrite64") {
            left[second] = first;
            found.written += first;
        } else if (match.captured(1) == u"sync_file_range") {
            left.erase(left.lower_bound(first), left.lower_bound(first + second));
            found.longestPiece = std::max(found.longestPiece, second);
        } else {
            found.left = std::accumulate(left.begin(), left.end(), qint64(0),
                                         [](qint64 sum, const auto &one) { return sum + one.second; });
            break;
        }
    }
    return found;
}

/// Counts what it has committed. Where it waits too long for a reader it begins anew: a transaction that is
/// left open would keep every reader away.
void writeForEver(const QString &path, const SharedCount &written)
{
    TestDatabase writer(path);
    while (true) {
        if (writer.tryRun(QStringLiteral("BEGIN IMMEDIATE; INSERT INTO a(text) VALUES('new'); INSERT INTO b "
                                         "VALUES(last_insert_rowid()); COMMIT")))
            written.add();
        else
            writer.tryRun(QStringLiteral("ROLLBACK"));
    }
}

/// As a service that was killed in the middle of a transaction leaves its file: with a hot journal, or a
/// -wal.
void dieInTransaction(const QString &path)
{
    Background died([&] {
        auto *service = new TestDatabase(path); // never closed, like the files of a process that is killed
        service->run(QStringLiteral("PRAGMA cache_size=2; PRAGMA cache_spill=ON; BEGIN; UPDATE a SET text = "
                                    "'torn' || hex(zeroblob(250))"));
    });
    QVERIFY(died.wait());
}

/// A file of which memory keeps what is asked for, or lets go of it.
class CachedFile
{
public:
    explicit CachedFile(const QString &path)
        : m_descriptor(::open(path.toLocal8Bit().constData(), O_RDONLY | O_CLOEXEC))
        , m_bytes(static_cast<std::size_t>(QFileInfo(path).size()))
    {
    }
    ~CachedFile() { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(CachedFile)

    void letGo() const
    {
        ::fsync(m_descriptor); // what is not on the disk yet cannot be let go of
        ::posix_fadvise(m_descriptor, 0, 0, POSIX_FADV_DONTNEED);
    }

    qsizetype pagesNotInMemory() const
    {
        void *view = ::mmap(nullptr, m_bytes, PROT_READ, MAP_SHARED, m_descriptor, 0);
        std::vector<unsigned char> pages((m_bytes + 4095) / 4096);
        ::mincore(view, m_bytes, pages.data());
        ::munmap(view, m_bytes);
        return std::count_if(pages.cbegin(), pages.cend(),
                             [](unsigned char page) { return (page & 1) == 0; });
    }

private:
    int m_descriptor;
    std::size_t m_bytes;
};

quint64 inodeOf(const QString &path)
{
    struct stat facts = {};
    ::stat(path.toLocal8Bit().constData(), &facts);
    return facts.st_ino;
}

} // namespace

class TestSqliteBackup : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void copiesOneSnapshotUnderWrites_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<int>("rows");
        QTest::newRow("wal") << QStringLiteral("wal") << 40000;
        QTest::newRow("rollback journal") << QStringLiteral("delete") << 10000;
    }

    void copiesOneSnapshotUnderWrites()
    {
        QFETCH(QString, mode);
        QFETCH(int, rows);
        makePair(path("live"), mode, rows);
        const SharedCount written;
        Background writer([this, &written] { writeForEver(path("live"), written); });
        QTRY_VERIFY(written.value() > 5);

        qint64 last = 0;
        bool isMonotone = true;
        const OperationContext context([&](const Progress &progress) {
            isMonotone = isMonotone && (progress.total < 100 || progress.done >= last);
            last = progress.done;
        });
        const auto facts = m_engine.backup(path("live"), path("copy"), context);
        writer.kill();
        QVERIFY_RESULT(facts);
        QVERIFY2(isMonotone, "a restarted copy jumps back");
        QCOMPARE(facts->journalMode, mode);
        QVERIFY(facts->tableRows.value(QStringLiteral("a")) > rows + 5);
        QCOMPARE(facts->tableRows.value(QStringLiteral("a")), facts->tableRows.value(QStringLiteral("b")));
        QCOMPARE(m_engine.integrityCheck(path("copy"), {})->verdict, CheckVerdict::Passed);
        QCOMPARE(SqliteEngine::family(path("copy")), QStringList{path("copy")});
        QCOMPARE(readAll(path("copy")).mid(18, 2), QByteArray("\1\1", 2));
        struct stat copy = {};
        QCOMPARE(::stat(path("copy").toLocal8Bit().constData(), &copy), 0);
        QCOMPARE(copy.st_mode & 07777, mode_t(0600));
        QCOMPARE(facts->bytes, copy.st_size);
        QCOMPARE(facts->pageCount * facts->pageSize, facts->bytes);
    }

    void foretellsTheStall()
    {
        makePair(path("wal"), QStringLiteral("wal"), 100);
        makePair(path("rollback"), QStringLiteral("delete"), 8000);
        const auto wal = m_engine.forecast(path("wal"), {});
        QVERIFY_RESULT(wal);
        QVERIFY(!wal->stallsWriters);
        const auto rollback = m_engine.forecast(path("rollback"), {});
        QVERIFY_RESULT(rollback);
        QVERIFY(rollback->stallsWriters);
        QVERIFY(rollback->stallMilliseconds > 0);
        QVERIFY(rollback->bytes > 4'000'000);
    }

    void digestsDependOnContentAlone()
    {
        makePair(path("one"), QStringLiteral("delete"), 50);
        TestDatabase(path("one"))
            .run(QStringLiteral("CREATE TABLE k(k TEXT PRIMARY KEY, v); INSERT INTO k VALUES('b', 2), ('a', "
                                "1); DELETE FROM a WHERE id = 7; VACUUM INTO '%1'")
                     .arg(path("two")));
        const auto one = m_engine.facts(path("one"), {});
        const auto two = m_engine.facts(path("two"), {});
        QVERIFY_RESULT(one);
        QVERIFY_RESULT(two);
        QCOMPARE(one->tableSha256, two->tableSha256);
        QCOMPARE(one->schemaSha256, two->schemaSha256);
        QSet<QString> digests{two->tableSha256.value(QStringLiteral("k"))};
        for (const char *value : {"'1'", "1.0", "x'31'", "NULL", "11"}) {
            TestDatabase(path("two"))
                .run(QStringLiteral("UPDATE k SET v = %1 WHERE k = 'a'").arg(QLatin1String(value)));
            digests << m_engine.facts(path("two"), {})->tableSha256.value(QStringLiteral("k"));
        }
        QCOMPARE(digests.size(), 6);
    }

    void neverReplacesAFile()
    {
        makePair(path("live"), QStringLiteral("delete"), 5);
        writeAll(path("copy"), "mine");
        QVERIFY(!m_engine.backup(path("live"), path("copy"), {}));
        QCOMPARE(readAll(path("copy")), QByteArray("mine"));
    }

    void keepsTheLogInMemoryThatTheServiceWritesOver()
    {
        makePair(path("live"), QStringLiteral("wal"), 10);
        TestDatabase service(path("live")); // keeps the -wal, longer than what is new in it
        service.run(Fill.arg(20000).arg(u"'first'"_qs));
        service.run(
            QStringLiteral("PRAGMA wal_checkpoint(RESTART); INSERT INTO a(text) VALUES('next round')"));
        const CachedFile log(path("live") + u"-wal"_qs);
        log.letGo();
        QVERIFY_RESULT(m_engine.backup(path("live"), path("copy"), {}));
        QVERIFY(log.pagesNotInMemory() < 100); // of about 3000; memory may let go of one again
    }

    void leavesLittleForTheFsyncAtItsEnd()
    {
        PILOTHOUSE_REQUIRE(!QStandardPaths::findExecutable(QStringLiteral("strace")).isEmpty(), "no strace");
        makePair(path("live"), QStringLiteral("wal"), 40000);
        ::prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY, 0, 0, 0);
        const QString trace = path("trace");
        QProcess strace;
        strace.start(u"strace"_qs, {u"-f"_qs, u"-y"_qs, u"-s"_qs, u"0"_qs, u"-o"_qs, trace, u"-e"_qs,
                                    u"trace=pwrite64,sync_file_range,fsync"_qs, u"-p"_qs,
                                    QString::number(QCoreApplication::applicationPid())});
        strace.setReadChannel(QProcess::StandardError);
        QVERIFY(strace.waitForReadyRead(10'000)); // it says that it is attached
        const auto copied = m_engine.backup(path("live"), path("copy"), {});
        strace.terminate();
        QVERIFY(strace.waitForFinished(10'000));
        QVERIFY_RESULT(copied);
        const AtFsync found = atFsync(readAll(trace), path("copy"));
        QVERIFY2(found.written > 20'000'000, qPrintable(QString::number(found.written)));
        QVERIFY2(found.left >= 0 && found.left < 5'000'000, qPrintable(QString::number(found.left)));
        // One step of 1 MB and what the cache may hold back; others wait no longer than for one of them.
        QVERIFY2(found.longestPiece < 3'100'000, qPrintable(QString::number(found.longestPiece)));
    }

    void leavesNothingWhenItFails()
    {
        makePair(path("live"), QStringLiteral("wal"), 5000);
        OperationContext stop;
        stop.cancel();
        QCOMPARE(m_engine.backup(path("live"), path("copy"), stop).error().kind, ErrorKind::Cancelled);
        QVERIFY(SqliteEngine::family(path("copy")).isEmpty());
        writeAll(path("junk"), QByteArray(5000, 'x'));
        QCOMPARE(m_engine.backup(path("junk"), path("copy"), {}).error().kind, ErrorKind::BadData);
        QVERIFY(SqliteEngine::family(path("copy")).isEmpty());
    }

    void saysWhenTheDiskIsFull()
    {
        const QString disk = m_folder->path() + QStringLiteral("/disk");
        QDir().mkpath(disk);
        if (::geteuid() != 0 || ::mount("none", disk.toLocal8Bit().constData(), "tmpfs", 0, "size=1m") != 0)
            QSKIP("needs root to mount a small disk");
        makePair(path("live"), QStringLiteral("wal"), 8000);
        const auto facts = m_engine.backup(path("live"), disk + QStringLiteral("/copy.db"), {});
        const QStringList left = QDir(disk).entryList(QDir::Files);
        ::umount(disk.toLocal8Bit().constData());
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, ErrorKind::NoSpace);
        QCOMPARE(left, QStringList());
    }

    void restoresOverWhateverLiesBesideTheFile_data()
    {
        QTest::addColumn<QString>("liveMode");
        QTest::addColumn<QString>("stagedMode");
        for (const char *live : {"wal", "delete"}) {
            for (const char *staged : {"wal", "delete"})
                QTest::addRow("%s into %s", staged, live)
                    << QString::fromLatin1(live) << QString::fromLatin1(staged);
        }
    }

    void restoresOverWhateverLiesBesideTheFile()
    {
        QFETCH(QString, liveMode);
        QFETCH(QString, stagedMode);
        makePair(path("staged"), stagedMode, 3000, QStringLiteral("'backup'"));
        makePair(path("live"), liveMode, 4000);
        {
            TestDatabase killed(path("live"));
            killed.leaveWalBehind();
            killed.run(QStringLiteral("INSERT INTO a(text) VALUES('after the backup')"));
        }
        dieInTransaction(path("live"));
        const QString left = path("live") + (liveMode == u"wal"_qs ? u"-wal"_qs : u"-journal"_qs);
        QVERIFY2(QFileInfo(left).size() > 0, "nothing stale lies beside the file");
        QVERIFY(::chmod(path("live").toLocal8Bit().constData(), 0640) == 0);
        const quint64 inode = inodeOf(path("live"));

        QVERIFY_RESULT(m_engine.restoreInto(path("staged"), path("live"), {}));
        QVERIFY(QFileInfo(path("live") + u"-wal"_qs).size() == 0);
        QVERIFY(!QFile::exists(path("live") + u"-journal"_qs));
        const auto wanted = m_engine.facts(path("staged"), {});
        const auto facts = m_engine.facts(path("live"), {});
        QVERIFY_RESULT(facts);
        QCOMPARE(facts->tableSha256, wanted->tableSha256);
        QCOMPARE(facts->journalMode, liveMode);
        QCOMPARE(m_engine.integrityCheck(path("live"), {})->verdict, CheckVerdict::Passed);
        QCOMPARE(inodeOf(path("live")), inode);
        QVERIFY(QFile::permissions(path("live")).testFlag(QFile::ReadGroup));
    }

    void asksForTheOtherWayWhereItCannotWrite()
    {
        makePair(path("staged"), QStringLiteral("delete"), 10);
        writeAll(path("junk"), QByteArray(9000, 'x'));
        QCOMPARE(m_engine.restoreInto(path("staged"), path("junk"), {}).error().kind, ErrorKind::BadData);
        QCOMPARE(readAll(path("junk")), QByteArray(9000, 'x'));
        TestDatabase(path("other"))
            .run(QStringLiteral("PRAGMA page_size=8192; PRAGMA journal_mode=WAL; CREATE TABLE t(a)"));
        QCOMPARE(m_engine.restoreInto(path("staged"), path("other"), {}).error().kind, ErrorKind::BadData);
        TestDatabase(path("large")).run(QStringLiteral("PRAGMA page_size=8192; CREATE TABLE t(a)"));
        QVERIFY_RESULT(m_engine.restoreInto(path("staged"), path("large"), {}));
        QCOMPARE(m_engine.facts(path("large"), {})->tableRows.value(QStringLiteral("a")), 10);
    }

    void aKilledRestoreLeavesOldOrNew()
    {
        makePair(path("staged"), QStringLiteral("delete"), 6000, QStringLiteral("'backup'"));
        const auto fresh = m_engine.facts(path("staged"), {})->tableSha256;
        makePair(path("origin"), QStringLiteral("wal"), 6000);
        TestDatabase(path("origin")).run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
        const auto old = m_engine.facts(path("origin"), {})->tableSha256;
        const QByteArray content = readAll(path("origin"));
        int kept = 0;
        for (int round = 0; round < 20; ++round) {
            for (const QString &file : SqliteEngine::family(path("live")))
                QFile::remove(file);
            writeAll(path("live"), content);
            Background restore(
                [this] { static_cast<void>(m_engine.restoreInto(path("staged"), path("live"), {})); });
            ::usleep(static_cast<useconds_t>(round * 2500));
            restore.kill();
            const auto now = m_engine.facts(path("live"), {});
            QVERIFY_RESULT(now);
            QVERIFY(now->tableSha256 == old || now->tableSha256 == fresh);
            QCOMPARE(m_engine.integrityCheck(path("live"), {})->verdict, CheckVerdict::Passed);
            kept += now->tableSha256 == old ? 1 : 0;
        }
        QVERIFY2(kept > 0, "no round was killed before its end");
    }

    void aBusyReaderMakesARestoreWaitAndThenSaySo()
    {
        makePair(path("staged"), QStringLiteral("delete"), 10);
        makePair(path("live"), QStringLiteral("delete"), 10);
        TestDatabase reader(path("live"));
        reader.run(QStringLiteral("BEGIN; SELECT count(*) FROM a"));
        QCOMPARE(m_engine.restoreInto(path("staged"), path("live"), {}).error().kind, ErrorKind::Locked);
        reader.run(QStringLiteral("COMMIT"));
        QVERIFY_RESULT(m_engine.restoreInto(path("staged"), path("live"), {}));
    }

private:
    QString path(const char *name) const
    {
        return m_folder->filePath(QLatin1String(name) + QStringLiteral(".db"));
    }

    SqliteEngine m_engine;
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace tst_sqlitebackup

QTEST_GUILESS_MAIN(tst_sqlitebackup::TestSqliteBackup)
#include "tst_sqlitebackup.moc"

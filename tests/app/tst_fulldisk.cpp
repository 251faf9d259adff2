// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demodatabase.h"
#include "tests/app/cliworld.h"
#include "tests/support/testsupport.h"

#include <QDir>

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_fulldisk {

namespace {

constexpr qint64 KiB = 1024;

/// The WAL of each of three databases may grow to 4 MiB while the service writes; that alone must not fill
/// it.
constexpr qint64 DataDiskBytes = 32 * KiB * KiB;

/// Every second of them; all where there is time for that.
QList<int> moments(const QList<int> &all)
{
    if (qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE"))
        return all;
    QList<int> some;
    for (int i = 0; i < all.size(); i += 2)
        some += all.at(i);
    return some;
}

/// A really small file system, which can be filled to the last byte while somebody works on it.
class SmallDisk
{
public:
    SmallDisk(QString folder, qint64 bytes)
        : m_folder(std::move(folder))
    {
        QDir().mkpath(m_folder);
        const QByteArray options = "size=" + QByteArray::number(bytes);
        m_isMounted =
            ::mount("tmpfs", QFile::encodeName(m_folder).constData(), "tmpfs", 0, options.constData()) == 0;
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            ::umount2(QFile::encodeName(m_folder).constData(), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    bool isMounted() const { return m_isMounted; }
    qint64 freeBytes() const
    {
        struct statvfs space = {};
        ::statvfs(QFile::encodeName(m_folder).constData(), &space);
        return static_cast<qint64>(space.f_bavail * space.f_frsize);
    }
    /// Leaves so much; what others free later is taken by the next call.
    void fill(qint64 leave = 0)
    {
        const qint64 more = freeBytes() - leave;
        if (more <= 0)
            return;
        const int file =
            ::open(QFile::encodeName(filler()).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        const bool isTaken = ::fallocate(file, 0, QFileInfo(filler()).size(), more) == 0;
        ::close(file);
        if (!isTaken)
            QThread::usleep(200); // somebody was quicker
    }
    void empty() { QFile::remove(filler()); }

private:
    QString filler() const { return m_folder + QStringLiteral("/filler"); }

    QString m_folder;
    bool m_isMounted = false;
};

} // namespace

/// A disk that is full before or while something is done to a service that runs and writes.
class TestFullDisk : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void restoreIsOldOrNewWithLittleSpace();
    void restoreIsOldOrNewWhenTheDiskFills_data() { addMoments(); }
    void restoreIsOldOrNewWhenTheDiskFills();
    void deleteIsOldOrNewWhenTheDiskFills_data() { addMoments(); }
    void deleteIsOldOrNewWhenTheDiskFills();
    void deleteFailsWholeOnAFullDisk();
    void everythingIsSettledWhenTheFolderOfPilothouseFills();
    void backupFailsWholeOnAFullDisk();

private:
    static void addMoments();
    bool begin(const QString &place, qint64 bytes);
    /// Makes a backup, of whose age the data is when mark() has changed it.
    QString backedUp();
    void mark();
    /// "old": as mark() left it; "new": without it; else what it is.
    QByteArray age();
    /// Fills the disk so many milliseconds after the work has begun: once, or again and again.
    CliRun runWhileItFills(const QStringList &line, int milliseconds, bool isAgain);
    QByteArray wrongAfter(const CliRun &run, const QByteArray &wanted);
    QByteArray settled(int code);
    bool isUp();

    std::unique_ptr<CliWorld> m_world;
    std::unique_ptr<SmallDisk> m_disk;
    bool m_isAuditFull = false; ///< the small disk holds the audit
};

void TestFullDisk::init()
{
    PILOTHOUSE_REQUIRE(::geteuid() == 0, "only root can mount the small disk");
    m_world = std::make_unique<CliWorld>(CliWorld::Kind::Process);
    m_world->setEventsPerSecond(50);
    m_isAuditFull = false;
}

void TestFullDisk::cleanup()
{
    if (m_disk)
        m_disk->empty();
    if (m_world)
        m_world->run(words(QStringLiteral("service stop svc --yes")));
    m_disk.reset();
    m_world.reset();
}

void TestFullDisk::addMoments()
{
    QTest::addColumn<bool>("isAgain");
    QTest::newRow("once") << false;
    QTest::newRow("again and again") << true;
}

bool TestFullDisk::begin(const QString &place, qint64 bytes)
{
    m_disk = std::make_unique<SmallDisk>(m_world->path(place), bytes);
    const QByteArray wrong = m_disk->isMounted() ? m_world->begin() : QByteArray("not mounted");
    if (!wrong.isEmpty())
        qWarning("%s", wrong.constData());
    return wrong.isEmpty();
}

QString TestFullDisk::backedUp()
{
    if (m_world->run(words(QStringLiteral("backup create svc"))).code != 0)
        return {};
    return m_world->newest(words(QStringLiteral("backup list svc")), QStringLiteral("id"));
}

void TestFullDisk::mark()
{
    m_world->execute(QStringLiteral("portagent"),
                     "UPDATE users SET avatar = 'marked' WHERE rowid = (SELECT min(rowid) FROM users)");
    m_world->execute(QStringLiteral("agentx"),
                     "INSERT OR REPLACE INTO kv_storage VALUES ('marked', '', 0, 0)");
    m_world->execute(QStringLiteral("queue"),
                     "INSERT OR REPLACE INTO queue_consumers SELECT 'marked', '', 0, 0");
    QFile file(m_world->data(QStringLiteral("containers/marked")));
    if (!file.open(QIODevice::WriteOnly))
        qWarning("the folder could not be marked");
}

QByteArray TestFullDisk::age()
{
    const auto count = [this](const char *id, const char *sql) {
        auto database = DemoDatabase::open(m_world->database(QLatin1String(id)));
        const auto rows =
            database ? database->query(sql) : Result<QList<QVariantList>>(tl::unexpected(database.error()));
        return rows && !rows->isEmpty() ? rows->first().first().toByteArray() : QByteArray("?");
    };
    const QByteArray marks =
        count("portagent", "SELECT count(*) FROM users WHERE avatar = 'marked'")
        + count("agentx", "SELECT count(*) FROM kv_storage WHERE key = 'marked'")
        + count("queue", "SELECT count(*) FROM queue_consumers WHERE consumer_id = 'marked'")
        + (QFile::exists(m_world->data(QStringLiteral("containers/marked"))) ? "1" : "0");
    return marks == "1111" ? "old" : marks == "0000" ? "new" : marks;
}

bool TestFullDisk::isUp()
{
    const QJsonObject now = m_world->json(words(QStringLiteral("status svc"))).json.object();
    const QString state = now.value(QStringLiteral("state")).toString();
    // Where the journal had no room for the end of what is settled, that is what is said first.
    if (m_isAuditFull && state == u"needsOperator")
        return now.value(QStringLiteral("status")).toObject().value(QStringLiteral("state")).toString()
               == u"running";
    return state == u"running" || state == u"healthy" || state == u"warning"; // that the disk is full
}

CliRun TestFullDisk::runWhileItFills(const QStringList &line, int milliseconds, bool isAgain)
{
    const QString lock = m_world->data(QStringLiteral(".pilothouse.lock"));
    const auto process = m_world->started(line);
    while (QFileInfo(lock).size() == 0 && !process->waitForFinished(1))
        ;
    process->waitForFinished(std::max(milliseconds, 1));
    while (process->state() != QProcess::NotRunning) {
        m_disk->fill();
        process->waitForFinished(isAgain ? 1 : 90'000);
    }
    CliRun run;
    run.output = process->readAllStandardOutput();
    run.error = process->readAllStandardError();
    run.code = process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1;
    return run;
}

/// What is left open is put back or finished once there is room; empty: it is.
QByteArray TestFullDisk::settled(int code)
{
    for (const QJsonValue &value : m_world->json(words(QStringLiteral("journal list"))).json.array()) {
        const QString outcome = value.toObject().value(QStringLiteral("outcome")).toString();
        if (outcome == u"done" || outcome == u"putBack")
            continue;
        if (code == 0)
            return "told as done, and the journal says " + outcome.toUtf8();
        const QString operation = value.toObject().value(QStringLiteral("operation")).toString();
        CliRun mended = m_world->run(words(QStringLiteral("journal rollback ") + operation));
        if (mended.code == 3)
            mended = m_world->run(words(QStringLiteral("journal resume ") + operation));
        if (mended.code != 0 && mended.code != 1)
            return "it cannot be settled: " + mended.told();
    }
    return {};
}

/// `wanted` is the age where it has been done.
QByteArray TestFullDisk::wrongAfter(const CliRun &run, const QByteArray &wanted)
{
    const QByteArray told = "\n--- it had told:\n" + run.told();
    // Where it says that it is done or put back, it must be so before anybody has made room.
    const bool isTold = run.code != 5;
    if (isTold && age() != (run.code == 0 ? wanted : "old"))
        return "not what was told: " + age() + told;
    if (isTold && !isUp())
        return "the service is " + m_world->state().toUtf8() + told;
    if (run.code != 0 && !run.told().contains(" on the file system at ")
        && !run.told().contains(" free, and ")
        && !run.told().contains("Other rows belong to it")) // the service has written meanwhile
        return "nothing is said of what to free" + told;
    m_disk->empty();
    if (const QByteArray wrong = settled(run.code); !wrong.isEmpty())
        return wrong + told;
    if (age() != "old" && age() != wanted)
        return "neither old nor new: " + age() + told;
    if (!isUp())
        return "with room again the service is " + m_world->state().toUtf8() + told;
    for (const char *id : {"portagent", "agentx", "queue"})
        if (const CliRun check =
                m_world->run(words(QStringLiteral("database check svc %1").arg(QLatin1String(id))));
            check.code != 0)
            return id + check.told() + told;
    // An end that the full disk had no room for is missing in the audit, which is whole all the same.
    const CliRun verified = m_world->run(words(QStringLiteral("audit verify")));
    const QByteArray complaint = m_isAuditFull ? QByteArray() : m_world->complaint();
    return complaint.isEmpty() && verified.code == 0 ? complaint : complaint + verified.told() + told;
}

#define EXPECT_WELL(run, wanted)                                                                             \
    do {                                                                                                     \
        const QByteArray wrong = wrongAfter(run, wanted);                                                    \
        QVERIFY2(wrong.isEmpty(), wrong.constData());                                                        \
    } while (false)

void TestFullDisk::restoreIsOldOrNewWithLittleSpace()
{
    QVERIFY(begin(QStringLiteral("data"), DataDiskBytes));
    const QStringList restore = words(QStringLiteral("restore svc %1 --yes").arg(backedUp()));
    QMap<int, int> codes;
    // How much a restore needs grows with what the service writes meanwhile; the last has all that there is.
    for (const qint64 leave : {0, 64, 1024, 2048, 2304, 2432, 2560, 4096, 16384}) {
        mark();
        m_disk->fill(leave * KiB);
        const CliRun run = m_world->run(restore);
        ++codes[run.code];
        EXPECT_WELL(run, "new");
    }
    QDebug(QtInfoMsg) << "exit codes" << codes;
    QVERIFY(codes.value(3) >= 2 && codes.value(0) >= 1);
}

void TestFullDisk::restoreIsOldOrNewWhenTheDiskFills()
{
    QFETCH(bool, isAgain);
    QVERIFY(begin(QStringLiteral("data"), DataDiskBytes));
    const QStringList restore = words(QStringLiteral("restore svc %1 --yes").arg(backedUp()));
    QMap<int, int> codes;
    for (const int milliseconds : moments({0, 20, 50, 100, 150, 200, 300, 450, 700, 1000})) {
        mark();
        const CliRun run = runWhileItFills(restore, milliseconds, isAgain);
        ++codes[run.code];
        EXPECT_WELL(run, "new");
    }
    QDebug(QtInfoMsg) << "exit codes" << codes;
    QVERIFY(codes.value(1) + codes.value(5) > 0);
    // What was done can be put back, once there is room.
    mark();
    QCOMPARE(m_world->run(restore).code, 0);
    const QString operation =
        m_world->newest(words(QStringLiteral("undo list svc")), QStringLiteral("operation"));
    const CliRun undone =
        runWhileItFills(words(QStringLiteral("undo apply %1 --yes").arg(operation)), 60, isAgain);
    m_disk->empty();
    QVERIFY2(settled(undone.code).isEmpty(), undone.told().constData());
    // A service that found no room to start on what was put back is told, and nothing is undone for it.
    const bool isTroubled = undone.code == 5 && undone.told().contains("done, with a problem");
    if (isTroubled)
        EXPECT_CODE(m_world->run(words(QStringLiteral("service start svc --yes"))), 0);
    QVERIFY2(age() == (undone.code == 0 || isTroubled ? "old" : "new") && isUp(),
             QByteArray(age() + undone.told()).constData());
}

void TestFullDisk::deleteIsOldOrNewWhenTheDiskFills()
{
    QFETCH(bool, isAgain);
    QVERIFY(begin(QStringLiteral("data"), DataDiskBytes));
    mark();
    QMap<int, int> codes;
    for (const int milliseconds : moments({-10, 0, 10, 20, 30, 40, 50, 60, 70, 80, 90})) {
        const QJsonArray users = m_world->json(words(QStringLiteral("users list svc"))).json.array();
        const QString user = users.at(users.size() / 2).toObject().value(QStringLiteral("key")).toString();
        if (milliseconds < 0) {                                     // full from the beginning
            for (const char *id : {"portagent", "agentx", "queue"}) // a WAL that has grown has room in it
                m_world->execute(QLatin1String(id), "PRAGMA wal_checkpoint(TRUNCATE)");
            m_disk->fill();
        }
        const CliRun run = runWhileItFills(words(QStringLiteral("users delete svc %1 --yes").arg(user)),
                                           milliseconds, isAgain);
        ++codes[run.code];
        EXPECT_WELL(run, "old");
        const CliRun shown = m_world->run(words(QStringLiteral("users show svc ") + user));
        QVERIFY2((shown.code != 0) == (run.code == 0), QByteArray(run.told() + shown.told()).constData());
    }
    QDebug(QtInfoMsg) << "exit codes" << codes;
}

/// With a service that writes there is always a moment in which something is free again; without it there is
/// none.
void TestFullDisk::deleteFailsWholeOnAFullDisk()
{
    QVERIFY(begin(QStringLiteral("data"), DataDiskBytes));
    const QJsonArray users = m_world->json(words(QStringLiteral("users list svc"))).json.array();
    const QString user = users.at(users.size() / 2).toObject().value(QStringLiteral("key")).toString();
    QCOMPARE(m_world->run(words(QStringLiteral("service stop svc --yes"))).code, 0);
    m_disk->fill();
    const QStringList remove = words(QStringLiteral("users delete svc %1 --yes").arg(user));
    const CliRun run = m_world->run(remove);
    QVERIFY2(run.code == 1 && run.told().contains("space"), run.told().constData());
    QCOMPARE(m_world->run(words(QStringLiteral("users show svc ") + user)).code, 0);
    m_disk->empty();
    QCOMPARE(settled(run.code), QByteArray());
    QCOMPARE(m_world->run(remove).code, 0);
}

void TestFullDisk::everythingIsSettledWhenTheFolderOfPilothouseFills()
{
    QVERIFY(begin(QStringLiteral("home"), 24 * KiB * KiB));
    m_isAuditFull = true;
    const QStringList restore = words(QStringLiteral("restore svc %1 --yes").arg(backedUp()));
    QMap<int, int> codes;
    for (const int milliseconds : moments({0, 20, 50, 100, 200, 300, 450, 700})) {
        mark();
        const CliRun run = runWhileItFills(restore, milliseconds, true);
        ++codes[run.code];
        EXPECT_WELL(run, "new");
    }
    QDebug(QtInfoMsg) << "exit codes" << codes;
    m_disk->fill();
    for (const char *line :
         {"status svc", "users list svc", "backup list svc", "journal list", "logs tail svc"}) {
        const CliRun looked = m_world->run(words(QLatin1String(line)));
        QVERIFY2(looked.code == 0, QByteArray(line + looked.told()).constData());
    }
    const CliRun refused = m_world->run(words(QStringLiteral("users delete svc x --yes")));
    QVERIFY(refused.code != 0);
    const CliRun kept = m_world->run(words(QStringLiteral("instance set svc --group a")));
    QVERIFY2(kept.code == 1 && kept.told().contains(" on the file system at "), kept.told().constData());
}

void TestFullDisk::backupFailsWholeOnAFullDisk()
{
    QVERIFY(begin(QStringLiteral("backups"), 4 * KiB * KiB));
    QCOMPARE(m_world
                 ->run({u"instance"_qs, u"set"_qs, u"svc"_qs, u"--backup-dir"_qs,
                        m_world->path(QStringLiteral("backups"))})
                 .code,
             0);
    mark();
    const QString first = backedUp();
    QVERIFY(!first.isEmpty());
    QMap<int, int> codes;
    for (const int milliseconds : moments({0, 6, 12, 18, 24, 30, 36, 42, 48, 54})) {
        const qsizetype before = m_world->json(words(QStringLiteral("backup list svc"))).json.array().size();
        const CliRun run = runWhileItFills(words(QStringLiteral("backup create svc")), milliseconds, false);
        ++codes[run.code];
        EXPECT_WELL(run, "old");
        const QJsonArray backups = m_world->json(words(QStringLiteral("backup list svc"))).json.array();
        QCOMPARE(backups.size(), before + (run.code == 0 ? 1 : 0));
        for (const QJsonValue &backup : backups) {
            const QString id = backup.toObject().value(QStringLiteral("id")).toString();
            const CliRun whole = m_world->run(words(QStringLiteral("backup verify svc ") + id));
            QVERIFY2(whole.code == 0, whole.told().constData());
        }
    }
    QDebug(QtInfoMsg) << "exit codes" << codes;
    m_disk->fill(64 * KiB);
    const CliRun refused = m_world->run(words(QStringLiteral("backup create svc")));
    QVERIFY2(refused.code == 3 && refused.told().contains(" free, and about "), refused.told().constData());
}

} // namespace tst_fulldisk

QTEST_GUILESS_MAIN(tst_fulldisk::TestFullDisk)
#include "tst_fulldisk.moc"

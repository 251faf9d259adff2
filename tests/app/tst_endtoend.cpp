// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cliworld.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QRandomGenerator>

#include <csignal>

using namespace pilothouse;

namespace tst_endtoend {

using Kind = CliWorld::Kind;

/// Pilothouse as an operator meets it: the built command line, on plain files, a process and a container.
class TestEndToEnd : public QObject
{
    Q_OBJECT

private slots:
    void answersEveryCommandAsJson_data() { addKinds(); }
    void answersEveryCommandAsJson();
    void refusesServicesThatAreNotThere();
    void putsUsersBackAsOftenAsWanted_data() { addKinds(); }
    void putsUsersBackAsOftenAsWanted();
    void restoresWhateverHappenedToTheData_data() { addKinds(); }
    void restoresWhateverHappenedToTheData();
    void refusesBadArchivesBeforeTouchingTheService_data() { addKinds(); }
    void refusesBadArchivesBeforeTouchingTheService();
    void restoresWhatOthersMade_data() { addKinds(); }
    void restoresWhatOthersMade();
    void endsOldOrNewWhenItIsKilled_data() { addKinds(); }
    void endsOldOrNewWhenItIsKilled();
    void neverTellsWhatRowsHeld();
    void namesWhoHoldsTheLock();
    void masksAndRefusesWithAContainer();

private:
    static void addKinds();
    static QString backedUp(CliWorld &world);
    static QString someUser(CliWorld &world);
};

void TestEndToEnd::addKinds()
{
    QTest::addColumn<CliWorld::Kind>("kind");
    QTest::newRow("files") << Kind::Files;
    QTest::newRow("process") << Kind::Process;
    QTest::newRow("docker") << Kind::Docker;
}

QString TestEndToEnd::backedUp(CliWorld &world)
{
    if (world.run(words(QStringLiteral("backup create svc"))).code != 0)
        return {};
    return world.newest(words(QStringLiteral("backup list svc")), QStringLiteral("id"));
}

QString TestEndToEnd::someUser(CliWorld &world)
{
    return world.newest(words(QStringLiteral("users list svc")), QStringLiteral("key"));
}

void TestEndToEnd::answersEveryCommandAsJson()
{
    QFETCH(CliWorld::Kind, kind);
    BEGIN_WORLD(world, kind);
    const QString user = someUser(world);
    const QString backup = backedUp(world);
    QVERIFY(!user.isEmpty() && !backup.isEmpty());
    QStringList lines{QStringLiteral("profile list"),
                      QStringLiteral("profile show portagent"),
                      QStringLiteral("instance list"),
                      QStringLiteral("instance show svc"),
                      QStringLiteral("instance probe svc"),
                      QStringLiteral("status"),
                      QStringLiteral("status svc"),
                      QStringLiteral("database list svc"),
                      QStringLiteral("database tables svc agentx"),
                      QStringLiteral("database rows svc portagent users"),
                      QStringLiteral("database check svc queue"),
                      QStringLiteral("users list svc"),
                      QStringLiteral("users show svc ") + user,
                      QStringLiteral("users owned svc ") + user,
                      QStringLiteral("backup list svc"),
                      QStringLiteral("backup verify svc ") + backup,
                      QStringLiteral("backup create svc --dry-run"),
                      QStringLiteral("users delete svc %1 --dry-run").arg(user),
                      QStringLiteral("restore svc %1 --dry-run").arg(backup),
                      QStringLiteral("undo list"),
                      QStringLiteral("journal list"),
                      QStringLiteral("audit list"),
                      QStringLiteral("audit verify"),
                      QStringLiteral("logs sources svc"),
                      QStringLiteral("logs tail svc"),
                      QStringLiteral("logs search svc image"),
                      QStringLiteral("logs stats svc")};
    if (kind == Kind::Docker)
        lines << QStringLiteral("logs tail svc --source console")
              << QStringLiteral("logs stats svc --source console");
    if (kind != Kind::Files)
        lines << QStringLiteral("service environment svc");
    for (const QString &line : std::as_const(lines)) {
        const CliRun answer = world.json(words(line));
        QVERIFY2(answer.code == 0 && !answer.json.isNull(),
                 QByteArray(line.toUtf8() + '\n' + answer.told()).constData());
        EXPECT_CODE(world.run(words(line)), 0);
    }
    const QByteArray listed = world.run(words(QStringLiteral("instance list"))).output;
    const QString runtime = kind == Kind::Docker    ? QStringLiteral("docker ") + world.container()
                            : kind == Kind::Process ? QStringLiteral("process ")
                                                    : QStringLiteral("files ") + world.data().left(20);
    QVERIFY2(listed.contains(runtime.toUtf8()) && !listed.contains('{'), listed.constData());
    for (const char *line : {"users show svc nobody", "restore svc /nowhere.tar.gz", "instance probe none",
                             "backup verify svc x"}) {
        const CliRun answer = world.json(words(QLatin1String(line)));
        QVERIFY2(answer.code == 1 && answer.json.object().contains(u"error"), answer.told().constData());
    }
    for (const char *line :
         {"users", "users list", "users list svc more", "restore svc x --force", "never heard"})
        EXPECT_CODE(world.run(words(QLatin1String(line))), 2);
    END_WORLD(world);
}

void TestEndToEnd::refusesServicesThatAreNotThere()
{
    BEGIN_WORLD(world, Kind::Files);
    const QString add = QStringLiteral("instance add ");
    const QString folder = QStringLiteral(" --profile portagent --data-dir ") + world.data();
    EXPECT_CODE(world.run(words(add + u"../evil" + folder)), 2);
    EXPECT_CODE(world.run(words(add + u"svc" + folder)), 3);
    EXPECT_CODE(world.run(words(add + u"b --profile nothing --data-dir " + world.data())), 1);
    EXPECT_CODE(world.run(words(add + u"b --profile portagent --data-dir /not/here")), 1);
    EXPECT_CODE(world.run(words(add + u"b --profile portagent")), 2);
    EXPECT_CODE(world.run(words(add + u"b --health-url nonsense" + folder)), 2);
    EXPECT_CODE(world.run(words(add + u"b --engine unix:///not/here.sock --docker none" + folder)), 1);
    QCOMPARE(world.json(words(QStringLiteral("instance list"))).json.array().size(), 1);
}

void TestEndToEnd::putsUsersBackAsOftenAsWanted()
{
    QFETCH(CliWorld::Kind, kind);
    BEGIN_WORLD(world, kind);
    const QString user = someUser(world);
    const QByteArray before = world.content();
    EXPECT_CODE(world.run(words(QStringLiteral("users disable svc ") + user)), 0);
    QVERIFY(world.content() != before);
    const QStringList undoable = words(QStringLiteral("undo list svc"));
    const auto undo = [&] {
        return world.run({QStringLiteral("undo"), QStringLiteral("apply"),
                          world.newest(undoable, QStringLiteral("operation")), QStringLiteral("--yes")});
    };
    EXPECT_CODE(undo(), 0);
    const QByteArray enabled = world.content();
    QCOMPARE(enabled, before);

    const QString remove = QStringLiteral("users delete svc ") + user;
    EXPECT_CODE(world.run(words(remove)), 3);
    QCOMPARE(world.content(), enabled);
    for (const char *keep : {" --yes", " --yes --keep-data"}) {
        EXPECT_CODE(world.run(words(remove + QLatin1String(keep))), 0);
        const QByteArray deleted = world.content();
        QVERIFY(deleted != enabled);
        EXPECT_CODE(world.run(words(QStringLiteral("users show svc ") + user)), 1);
        for (int turn = 0; turn < 2; ++turn) {
            EXPECT_CODE(undo(), 0);
            QCOMPARE(world.content(), enabled);
            EXPECT_CODE(undo(), 0);
            QCOMPARE(world.content(), deleted);
        }
        EXPECT_CODE(undo(), 0);
        QCOMPARE(world.content(), enabled);
    }
    if (kind != Kind::Files)
        QCOMPARE(world.state(), QStringLiteral("healthy"));
    END_WORLD(world);
}

void TestEndToEnd::restoresWhateverHappenedToTheData()
{
    QFETCH(CliWorld::Kind, kind);
    BEGIN_WORLD(world, kind);
    const QByteArray good = world.content();
    const QString backup = backedUp(world);
    QVERIFY(!backup.isEmpty());
    const QFileInfo whole(world.database(QStringLiteral("portagent")));
    const QStringList undoable = words(QStringLiteral("undo list svc"));
    const QStringList undo{QStringLiteral("undo"), QStringLiteral("apply")};
    const QStringList yes{QStringLiteral("--yes")};
    const QList<std::function<void()>> accidents{
        [&] { world.execute(QStringLiteral("agentx"), "DELETE FROM kv_storage"); },
        [&] { writeAll(world.database(QStringLiteral("portagent")), QByteArray(40'000, 'x')); },
        [&] { QFile::remove(world.database(QStringLiteral("agentx"))); },
        [&] {
            writeAll(world.database(QStringLiteral("portagent")) + QStringLiteral("-wal"),
                     QByteArray(5000, 'w'));
        },
        [&] { QDir(world.data(QStringLiteral("containers"))).removeRecursively(); }};
    for (const auto &accident : accidents) {
        // What happened to a file is the same under a container; there the first stands for all.
        if (kind == Kind::Docker && !qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE")
            && &accident != &accidents.first())
            continue;
        accident();
        EXPECT_CODE(world.run(words(QStringLiteral("restore svc %1").arg(backup))), 3);
        EXPECT_CODE(world.run(words(QStringLiteral("restore svc %1 --yes").arg(backup))), 0);
        QCOMPARE(world.content(), good);
        if (kind != Kind::Files)
            QCOMPARE(world.state(), QStringLiteral("healthy"));
        // A service that ran stays stopped on what it cannot read, and a script is told.
        const bool isBroken = &accident == &accidents.at(1) || &accident == &accidents.at(2);
        const int undone = kind != Kind::Files && isBroken ? 5 : 0;
        EXPECT_CODE(world.run(undo + QStringList{world.newest(undoable, QStringLiteral("operation"))} + yes),
                    undone);
        EXPECT_CODE(world.run(undo + QStringList{world.newest(undoable, QStringLiteral("operation"))} + yes),
                    0);
        QCOMPARE(world.content(), good);
        if (kind != Kind::Files)
            QCOMPARE(world.state(), QStringLiteral("healthy"));
        for (const char *id : {"portagent", "agentx", "queue"}) {
            const QFileInfo now(world.database(QLatin1String(id)));
            QCOMPARE(now.ownerId(), whole.ownerId());
            QCOMPARE(now.permissions(), whole.permissions());
        }
    }
    QCOMPARE(world.newest(words(QStringLiteral("backup list svc")), QStringLiteral("stamp")),
             QStringLiteral("proven"));
    QVERIFY(
        QDir(world.data()).entryList({QStringLiteral("ph-*")}, QDir::AllEntries | QDir::Hidden).isEmpty());
    END_WORLD(world);
}

void TestEndToEnd::refusesBadArchivesBeforeTouchingTheService()
{
    QFETCH(CliWorld::Kind, kind);
    BEGIN_WORLD(world, kind);
    const QString backup = backedUp(world);
    const QString folder = world.newest(words(QStringLiteral("backup list svc")), QStringLiteral("folder"));
    const QString archive = QDir(folder).entryInfoList({QStringLiteral("backup-*")}).first().filePath();
    const QByteArray bytes = readAll(archive);
    const QString startedAt = world.startedAt();
    const QByteArray before = world.content();
    writeAll(world.path(QStringLiteral("short.tar.gz")), bytes.left(bytes.size() / 2));
    writeAll(world.path(QStringLiteral("noise.tar.gz")), QByteArray(30'000, '\x5a'));
    writeAll(world.path(QStringLiteral("agentx.db")), "SQLite format 3" + QByteArray(9'000, '\x5a'));
    for (const char *file : {"short.tar.gz", "noise.tar.gz", "agentx.db", "not-there.db"})
        EXPECT_CODE(world.run(words(QStringLiteral("restore svc ./%1 --yes --accept backup-unverified")
                                        .arg(QLatin1String(file)))),
                    1);
    QByteArray flipped = bytes;
    flipped[flipped.size() / 2] = static_cast<char>(flipped.at(flipped.size() / 2) ^ 0x10);
    writeAll(archive, flipped);
    EXPECT_CODE(world.run(words(QStringLiteral("restore svc %1 --yes").arg(backup))), 1);
    EXPECT_CODE(world.run(words(QStringLiteral("backup verify --from %1").arg(folder))), 1);
    writeAll(archive, bytes);
    const CliRun verified = world.json(words(QStringLiteral("backup verify --from %1").arg(folder)));
    QVERIFY2(verified.code == 0 && verified.json.object().value(u"verified").toBool(),
             verified.told().constData());
    EXPECT_CODE(world.run(words(QStringLiteral("backup verify --from"))), 2);
    EXPECT_CODE(world.run(words(QStringLiteral("backup verify svc --from %1").arg(folder))), 2);
    EXPECT_CODE(world.run(words(QStringLiteral("backup verify-folder %1").arg(folder))), 2);
    QCOMPARE(world.startedAt(), startedAt);
    QCOMPARE(world.content(), before);
    END_WORLD(world);
}

void TestEndToEnd::restoresWhatOthersMade()
{
    QFETCH(CliWorld::Kind, kind);
    BEGIN_WORLD(world, kind);
    const QByteArray good = world.content();
    // The runbook's own way: copies by absolute path, packed with the path.
    QStringList copies;
    for (const char *id : {"portagent", "agentx", "queue"}) {
        copies << world.path(QStringLiteral("%1-20261120_020000.db").arg(QLatin1String(id)));
        QProcess::execute(QStringLiteral("sqlite3"), {world.database(QLatin1String(id)),
                                                      QStringLiteral(".backup '%1'").arg(copies.last())});
    }
    const QString tar = world.path(QStringLiteral("runbook.tar.gz"));
    QCOMPARE(QProcess::execute(QStringLiteral("tar"), QStringList{QStringLiteral("-czPf"), tar} + copies), 0);
    world.execute(QStringLiteral("portagent"), "DELETE FROM users");
    EXPECT_CODE(world.run(words(QStringLiteral("restore svc runbook.tar.gz --yes"))), 3);
    EXPECT_CODE(
        world.run(words(QStringLiteral("restore svc runbook.tar.gz --yes --accept backup-unverified"))), 0);
    QCOMPARE(world.content(), good);
    world.execute(QStringLiteral("portagent"), "DELETE FROM users");
    EXPECT_CODE(world.run(words(
                    QStringLiteral("restore svc %1 --yes --accept backup-unverified").arg(copies.first()))),
                0);
    QCOMPARE(world.content(), good);

    const QString backup = backedUp(world);
    const QString startedAt = world.startedAt();
    EXPECT_CODE(world.run(words(QStringLiteral("restore svc %1 --into beside --yes").arg(backup))), 0);
    QVERIFY(QFileInfo(world.path(QStringLiteral("beside"))).isDir());
    EXPECT_CODE(world.run(words(QStringLiteral("restore svc %1 --into beside --yes").arg(backup))), 2);
    QCOMPARE(world.startedAt(), startedAt);
    END_WORLD(world);
}

void TestEndToEnd::endsOldOrNewWhenItIsKilled()
{
    QFETCH(CliWorld::Kind, kind);
    BEGIN_WORLD(world, kind);
    const QString backup = backedUp(world);
    const QByteArray whole = world.content();
    const QString user = someUser(world);
    const QStringList newestOperation = words(QStringLiteral("journal list svc"));
    const QList<QStringList> changes{words(QStringLiteral("users delete svc %1 --yes").arg(user)),
                                     words(QStringLiteral("restore svc %1 --yes").arg(backup)),
                                     words(QStringLiteral("backup create svc"))};
    int cutOff = 0;
    const int rounds = qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE") ? 24 : 3;
    for (int round = 0; round < rounds; ++round) {
        const QStringList &change = changes.at(round % changes.size());
        const bool isRestore = change.first() == u"restore";
        if (isRestore)
            world.execute(QStringLiteral("portagent"), "UPDATE users SET displayName = 'changed'");
        const QByteArray before = world.content();
        world.killed(change, QRandomGenerator::global()->bounded(
                                 isRestore ? (kind == Kind::Files ? 600 : 1500) : 120));
        const QString operation = world.newest(newestOperation, QStringLiteral("operation"));
        if (world.newest(newestOperation, QStringLiteral("outcome")) == u"interrupted") {
            ++cutOff;
            const QString way = round % 2 == 0 ? QStringLiteral("rollback") : QStringLiteral("resume");
            const CliRun mended = world.run({QStringLiteral("journal"), way, operation});
            const QString outcome = world.newest(newestOperation, QStringLiteral("outcome"));
            QVERIFY2(outcome == u"done" || outcome == u"putBack", mended.told().constData());
            QVERIFY2(mended.code == 0 || way == u"resume", mended.told().constData());
            const QByteArray after = world.content();
            QVERIFY2(outcome == u"done" || after == before, mended.told().constData());
            QVERIFY2(!isRestore || outcome == u"putBack" || after == whole, mended.told().constData());
        }
        if (kind != Kind::Files)
            QTRY_COMPARE_WITH_TIMEOUT(world.state(), QStringLiteral("healthy"), 15'000);
        EXPECT_CODE(world.run(words(QStringLiteral("restore svc %1 --yes").arg(backup))), 0);
        QCOMPARE(world.content(), whole);
    }
    qInfo("%d of %d were cut off in the middle", cutOff, rounds);
    END_WORLD(world);
}

void TestEndToEnd::neverTellsWhatRowsHeld()
{
    BEGIN_WORLD(world, Kind::Files);
    const QByteArray hash = "hash-of-a-password-9c1e";
    world.execute(QStringLiteral("portagent"), "UPDATE users SET passwordHash = '" + hash + "'");
    const QString user = someUser(world);
    for (const char *line : {"users delete svc %1 --dry-run", "users disable svc %1 --dry-run"}) {
        const CliRun planned = world.json(words(QString::fromLatin1(line).arg(user)));
        QVERIFY2(planned.code == 0 && !planned.told().contains(hash), planned.told().constData());
    }
    EXPECT_CODE(world.run(words(QStringLiteral("users delete svc %1 --yes").arg(user))), 0);
    const QString operation =
        world.newest(words(QStringLiteral("journal list svc")), QStringLiteral("operation"));
    QVERIFY(readAll(world.path(QStringLiteral("home/journal/%1/journal").arg(operation))).contains(hash));
    for (const char *line :
         {"journal list svc", "journal show %1", "undo list svc", "audit list", "audit export",
          "undo apply %1 --dry-run", "undo apply %1 --yes", "journal list"}) {
        const QString filled = QString::fromLatin1(line).replace(QStringLiteral("%1"), operation);
        const QList<CliRun> runs{world.json(words(filled)),
                                 filled.contains(u"--yes") ? CliRun() : world.run(words(filled))};
        for (const CliRun &told : runs)
            QVERIFY2(!told.told().contains(hash), told.told().constData());
    }
    END_WORLD(world);
}

void TestEndToEnd::namesWhoHoldsTheLock()
{
    BEGIN_WORLD(world, Kind::Files);
    const auto first = world.started(words(QStringLiteral("backup create svc")));
    const QString lock = world.data(QStringLiteral(".pilothouse.lock"));
    // Held still while it holds the lock.
    while (first->state() == QProcess::Running && (!QFile::exists(lock) || QFileInfo(lock).size() == 0))
        ;
    ::kill(static_cast<pid_t>(first->processId()), SIGSTOP);
    const CliRun second = world.json(words(QStringLiteral("users disable svc ") + someUser(world)));
    ::kill(static_cast<pid_t>(first->processId()), SIGCONT);
    QVERIFY2(second.code == 3, second.told().constData());
    QVERIFY2(second.output.contains(QByteArray::number(first->processId())), second.told().constData());
    QVERIFY(first->waitForFinished(30'000));
    QCOMPARE(first->exitCode(), 0);
    EXPECT_CODE(world.run(words(QStringLiteral("users disable svc ") + someUser(world))), 0);
    END_WORLD(world);
}

void TestEndToEnd::masksAndRefusesWithAContainer()
{
    BEGIN_WORLD(world, Kind::Docker);
    const CliRun environment = world.json(words(QStringLiteral("service environment svc")));
    QVERIFY2(environment.output.contains("LLM_PROVIDER_KEY"), environment.told().constData());
    const CliRun mounts = world.json(words(QStringLiteral("service mounts svc")));
    QMap<QString, bool> readOnly;
    for (const QJsonValue &mount : mounts.json.array())
        readOnly.insert(mount.toObject().value(u"target").toString(),
                        mount.toObject().value(u"isReadOnly").toBool());
    QCOMPARE(readOnly, (QMap<QString, bool>{{QStringLiteral("/home/node/.agentx"), false},
                                            {QStringLiteral("/mnt/hostname"), true}}));
    for (const char *line : {"users disable svc ", "users enable svc "})
        EXPECT_CODE(world.run(words(QLatin1String(line) + someUser(world))), 0);
    for (const QString &made :
         QDir(world.data()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
        QCOMPARE(QFileInfo(world.data(made)).ownerId(), 1000U);

    const QString passing = world.container() + QStringLiteral("-rm");
    CliWorld::docker({QStringLiteral("run"), QStringLiteral("--rm"), QStringLiteral("--detach"),
                      QStringLiteral("--name"), passing, QStringLiteral("--volume"),
                      world.path(QStringLiteral("other")) + u":/home/node/.agentx", QStringLiteral("--user"),
                      QStringLiteral("0"), qEnvironmentVariable("PILOTHOUSE_TESTBED_IMAGE")});
    EXPECT_CODE(
        world.run(words(QStringLiteral("instance add passing --profile portagent --docker ") + passing)), 0);
    const CliRun stop = world.run(words(QStringLiteral("service stop passing --yes")));
    QVERIFY2(stop.code == 3 && stop.output.contains("--rm"), stop.told().constData());
    QCOMPARE(CliWorld::docker({QStringLiteral("inspect"), QStringLiteral("--format"),
                               QStringLiteral("{{.State.Running}}"), passing}),
             QByteArray("true"));
    CliWorld::docker({QStringLiteral("rm"), QStringLiteral("--force"), passing});
    END_WORLD(world);
}

} // namespace tst_endtoend

QTEST_GUILESS_MAIN(tst_endtoend::TestEndToEnd)
#include "tst_endtoend.moc"

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cliworld.h"
#include "tests/support/systemdhost.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QRandomGenerator>

using namespace pilothouse;

namespace {

bool isFenced()
{
    return QFileInfo::exists(QStringLiteral("/etc/systemd/system/ph-svc.service.d/zz-pilothouse-fence.conf"))
           || hostSays(words(QStringLiteral("systemctl show --value --property=DropInPaths ph-svc.service")))
                  .contains("fence");
}

} // namespace

/// The command line on a host whose service is a unit of systemd.
class TestSystemdHost : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { PILOTHOUSE_REQUIRE_SYSTEMD(); }
    void answersAboutAUnit();
    void p01_findsTheUnitOfTheData();
    void p09_restoresTheScriptsOwnArchive();
    void p14_readsAndFollowsTheJournal();
    void p24_tellsPortsOrWhoMaySeeThem();
    void stopsAndStartsTheUnitAndPutsItBack();
    void restoresWithTheUnitFenced();
    void leavesNoFenceHoweverItEnds();
    void p29_givesAUnitANewSecretAndItsOldOneBack();
};

void TestSystemdHost::answersAboutAUnit()
{
    BEGIN_WORLD(world, CliWorld::Kind::Systemd);
    const QJsonObject status = world.json(words(QStringLiteral("status svc"))).json.object();
    QCOMPARE(status.value(QStringLiteral("state")).toString(), QStringLiteral("healthy"));
    const QJsonObject service = status.value(QStringLiteral("status")).toObject();
    QCOMPARE(service.value(QStringLiteral("restartPolicy")).toString(), QStringLiteral("always"));
    QVERIFY(service.value(QStringLiteral("pid")).toInt() > 1);
    const CliRun environment = world.json(words(QStringLiteral("service environment svc")));
    QVERIFY(environment.output.contains("AGENTX_DIR"));
    for (const char *line : {"instance show svc", "instance probe svc", "instance list"})
        EXPECT_CODE(world.run(words(QLatin1String(line))), 0);
    EXPECT_CODE(
        world.run(words(QStringLiteral("instance add b --profile portagent --systemd ph-none --data-dir ")
                        + world.data())),
        1);
    EXPECT_CODE(
        world.run(words(QStringLiteral("instance add b --profile portagent --systemd ../x --data-dir ")
                        + world.data())),
        2);
    END_WORLD(world);
}

void TestSystemdHost::p01_findsTheUnitOfTheData()
{
    BEGIN_WORLD(world, CliWorld::Kind::Systemd);
    EXPECT_CODE(world.run(words(QStringLiteral("instance remove svc"))), 0);
    const CliRun found = world.json(words(QStringLiteral("instance discover")));
    QString add;
    for (const QJsonValue &candidate : found.json.object().value(u"candidates").toArray()) {
        const QJsonObject instance = candidate.toObject().value(u"instance").toObject();
        const QString unit = instance.value(u"runtime").toObject().value(u"unit").toString();
        if (unit == u"ph-svc.service" && instance.value(u"dataDir").toString() == world.data())
            add = candidate.toObject().value(u"add").toString();
    }
    QVERIFY2(!add.isEmpty(), found.told().constData());
    EXPECT_CODE(world.run(QProcess::splitCommand(add.replace(u'\'', u'"')).mid(1)), 0);
    END_WORLD(world);
}

void TestSystemdHost::p09_restoresTheScriptsOwnArchive()
{
    BEGIN_WORLD(world, CliWorld::Kind::Systemd);
    const QByteArray good = world.content();
    // The runbook's own way: copies by absolute path, packed with it.
    QStringList copies;
    for (const char *id : {"agentx", "portagent"}) {
        copies << world.path(QStringLiteral("%1-20261120_020000.db").arg(QLatin1String(id)));
        QCOMPARE(QProcess::execute(u"sqlite3"_qs, {world.database(QLatin1String(id)),
                                                   QStringLiteral(".backup '%1'").arg(copies.last())}),
                 0);
    }
    const QString archive = world.path(QStringLiteral("backup-20261120_020000.tar.gz"));
    QCOMPARE(QProcess::execute(u"tar"_qs, QStringList{u"-czf"_qs, archive} + copies), 0);
    world.execute(QStringLiteral("portagent"), "DELETE FROM users");
    EXPECT_CODE(
        world.run(words(QStringLiteral("restore svc %1 --yes --accept backup-unverified").arg(archive))), 0);
    QCOMPARE(world.content(), good);
    QCOMPARE(QFileInfo(world.database(QStringLiteral("portagent"))).ownerId(), 1000U);
    QCOMPARE(world.state(), QStringLiteral("healthy"));
    END_WORLD(world);
}

void TestSystemdHost::p14_readsAndFollowsTheJournal()
{
    BEGIN_WORLD(world, CliWorld::Kind::Systemd);
    const CliRun hour = world.json(words(QStringLiteral("logs tail svc --source console --since 1h")));
    QVERIFY2(hour.code == 0 && !hour.json.array().isEmpty(), hour.told().constData());
    const auto follower = world.started(words(QStringLiteral("logs follow svc --source console")));
    QByteArray seen;
    const auto size = [&] {
        follower->waitForReadyRead(50);
        seen += follower->readAllStandardOutput();
        return seen.size();
    };
    QTRY_VERIFY_WITH_TIMEOUT(size() > 0, 5000);
    const qsizetype before = size();
    hostSays({QStringLiteral("journalctl"), QStringLiteral("--rotate")});
    EXPECT_CODE(world.run(words(QStringLiteral("service restart svc --yes"))), 0);
    QTRY_VERIFY_WITH_TIMEOUT(size() > before, 5000);
    const CliRun whole = world.json(words(QStringLiteral("logs search svc Started --source console")));
    QVERIFY2(whole.json.object().value(u"hits").toInt() >= 2, whole.told().constData());
    follower->terminate();
    QVERIFY(follower->waitForFinished(5000));
    END_WORLD(world);
}

void TestSystemdHost::p24_tellsPortsOrWhoMaySeeThem()
{
    BEGIN_WORLD(world, CliWorld::Kind::Systemd);
    const CliRun sockets = world.json(words(QStringLiteral("service sockets svc")));
    // In a container without the right to trace, even root may not look: that is said, and is not "no port".
    const QJsonObject first = sockets.json.array().at(0).toObject();
    const bool isSeen = first.value(u"state").toString() == u"listen" && first.value(u"port").toInt() > 0;
    QVERIFY2(isSeen || (sockets.code == 3 && sockets.told().contains("may not see")),
             sockets.told().constData());
    END_WORLD(world);
}

void TestSystemdHost::stopsAndStartsTheUnitAndPutsItBack()
{
    BEGIN_WORLD(world, CliWorld::Kind::Systemd);
    EXPECT_CODE(world.run(words(QStringLiteral("service stop svc --yes"))), 0);
    QCOMPARE(hostSays(words(QStringLiteral("systemctl show --value --property=ActiveState ph-svc"))),
             QByteArray("inactive"));
    EXPECT_CODE(world.run({QStringLiteral("undo"), QStringLiteral("apply"),
                           world.newest(words(QStringLiteral("undo list svc")), QStringLiteral("operation")),
                           QStringLiteral("--yes")}),
                0);
    QCOMPARE(world.state(), QStringLiteral("healthy"));
    const QString before = world.startedAt();
    EXPECT_CODE(world.run(words(QStringLiteral("service restart svc --yes"))), 0);
    QVERIFY(world.startedAt() != before);
    END_WORLD(world);
}

void TestSystemdHost::restoresWithTheUnitFenced()
{
    BEGIN_WORLD(world, CliWorld::Kind::Systemd);
    const QByteArray good = world.content();
    EXPECT_CODE(world.run(words(QStringLiteral("backup create svc"))), 0);
    const QString backup = world.newest(words(QStringLiteral("backup list svc")), QStringLiteral("id"));
    world.execute(QStringLiteral("agentx"), "DELETE FROM kv_storage");
    const QString restore = QStringLiteral("restore svc %1").arg(backup);
    const CliRun shown = world.run(words(restore + u" --dry-run"));
    QVERIFY2(shown.output.contains("AssertPathExists"), shown.told().constData());
    EXPECT_CODE(world.run(words(restore + u" --yes")), 0);
    QCOMPARE(world.content(), good);
    QCOMPARE(world.state(), QStringLiteral("healthy"));
    QVERIFY(!isFenced());
    END_WORLD(world);
}

void TestSystemdHost::leavesNoFenceHoweverItEnds()
{
    BEGIN_WORLD(world, CliWorld::Kind::Systemd);
    EXPECT_CODE(world.run(words(QStringLiteral("backup create svc"))), 0);
    const QString backup = world.newest(words(QStringLiteral("backup list svc")), QStringLiteral("id"));
    const QByteArray whole = world.content();
    const QStringList newestOperation = words(QStringLiteral("journal list svc"));
    const QStringList restore = words(QStringLiteral("restore svc %1 --yes").arg(backup));
    int cutOff = 0;
    int heldBack = 0;
    for (int round = 0; round < 8; ++round) {
        world.execute(QStringLiteral("portagent"), "UPDATE users SET displayName = 'changed'");
        const QByteArray before = world.content();
        world.killed(restore, 100 + QRandomGenerator::global()->bounded(2000));
        QByteArray told("nothing was interrupted");
        const QString operation = world.newest(newestOperation, QStringLiteral("operation"));
        if (world.newest(newestOperation, QStringLiteral("outcome")) == u"interrupted") {
            ++cutOff;
            if (isFenced()) { // nothing starts it meanwhile, whatever Restart= says
                // Killed before it was stopped it still runs: a restart from outside would end it for good.
                const QByteArray active = hostSays(words(QStringLiteral("systemctl is-active ph-svc")));
                if (!active.startsWith("active")) {
                    ++heldBack;
                    QVERIFY(hostSays(words(QStringLiteral("systemctl start ph-svc"))).startsWith("failed"));
                }
            }
            const QString way = round % 2 == 0 ? QStringLiteral("rollback") : QStringLiteral("resume");
            const CliRun mended = world.run({QStringLiteral("journal"), way, operation});
            const QString outcome = world.newest(newestOperation, QStringLiteral("outcome"));
            told = way.toUtf8() + ": " + mended.told();
            QVERIFY2(outcome == u"done" || outcome == u"putBack", mended.told().constData());
            const QByteArray after = world.content();
            QVERIFY2(after == (outcome == u"done" ? whole : before), mended.told().constData());
        }
        QVERIFY2(!isFenced(), told.constData());
        QTRY_VERIFY2_WITH_TIMEOUT(world.state() == u"healthy", told.constData(), 15'000);
    }
    qInfo("%d of 8 were cut off in the middle, %d of them fenced", cutOff, heldBack);
    END_WORLD(world);
}

void TestSystemdHost::p29_givesAUnitANewSecretAndItsOldOneBack()
{
    BEGIN_WORLD(world, CliWorld::Kind::Systemd);
    const QString folder = QStringLiteral("/etc/systemd/system/ph-svc.service.d/");
    QDir().mkpath(folder);
    writeAll(folder + QStringLiteral("10-operator.conf"),
             "[Service]\nEnvironment=JWT_SECRET=operators-own\n");
    hostSays(words(QStringLiteral("systemctl daemon-reload")));
    EXPECT_CODE(world.run(words(QStringLiteral("service restart svc --yes"))), 0);
    const auto secret = [] {
        const QByteArray pid =
            hostSays(words(QStringLiteral("systemctl show --value --property=MainPID ph-svc.service")));
        for (const QByteArray &line :
             readAll(u"/proc/" + QString::fromUtf8(pid.trimmed()) + u"/environ").split(0))
            if (line.startsWith("JWT_SECRET="))
                return line.mid(11);
        return QByteArray();
    };
    QCOMPARE(secret(), "operators-own");
    EXPECT_CODE(world.run(words(QStringLiteral("users end-sessions svc --yes"))), 0);
    const QByteArray first = secret();
    QCOMPARE(first.size(), 64);
    const QString file = folder + QStringLiteral("zz-pilothouse-secrets.env");
    QCOMPARE(QFileInfo(file).permissions() & QFile::Permissions(0x77), QFile::Permissions());
    QVERIFY(!hostSays(words(QStringLiteral("systemctl show ph-svc.service"))).contains(first));
    const QString operation = world.newest(words(QStringLiteral("undo list")), QStringLiteral("operation"));
    EXPECT_CODE(
        world.run({QStringLiteral("undo"), QStringLiteral("apply"), operation, QStringLiteral("--yes")}), 0);
    QCOMPARE(secret(), "operators-own");
    QVERIFY(!QFileInfo::exists(file));
    QTRY_COMPARE_WITH_TIMEOUT(world.state(), QStringLiteral("healthy"), 15'000);
    QFile::remove(folder + QStringLiteral("10-operator.conf"));
    END_WORLD(world);
}

PILOTHOUSE_SYSTEMD_MAIN(TestSystemdHost)
#include "tst_systemdhost.moc"

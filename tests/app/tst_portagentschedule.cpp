// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cliworld.h"
#include "tests/support/systemdhost.h"
#include "tests/support/testsupport.h"

#include <QDir>

using namespace pilothouse;

namespace {

QByteArray systemctlUser(const QStringList &words)
{
    return hostSays(QStringList{QStringLiteral("env"), QStringLiteral("XDG_RUNTIME_DIR=/run/user/0"),
                                QStringLiteral("systemctl"), QStringLiteral("--user")}
                    + words);
}

QByteArray crontab()
{
    const QByteArray said =
        hostSays({QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("crontab -l | base64 -w0")});
    return QByteArray::fromBase64(said);
}

void setCrontab(const QByteArray &table)
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("table"));
    writeAll(file, table);
    hostSays(table.isEmpty() ? QStringList{QStringLiteral("crontab"), QStringLiteral("-r")}
                             : QStringList{QStringLiteral("crontab"), file});
}

/// Runs a line of a table as cron does.
QByteArray runAsCron(const QByteArray &line)
{
    QString command = QString::fromUtf8(line.split(' ').mid(5).join(' '));
    command.replace(QStringLiteral("\\%"), QStringLiteral("%"));
    return hostSays({QStringLiteral("env"), QStringLiteral("-i"), QStringLiteral("HOME=/root"),
                     QStringLiteral("LOGNAME=root"), QStringLiteral("PATH=/usr/bin:/bin"),
                     QStringLiteral("SHELL=/bin/sh"), QStringLiteral("/bin/sh"), QStringLiteral("-c"),
                     command});
}

/// The script that the runbook has people write, with other folders.
QByteArray runbookScript(const CliWorld &world)
{
    return QStringLiteral(
               "#!/bin/bash\n"
               "BACKUP_DIR=\"%1\"\nDATA_DIR=\"%2\"\nRETENTION_DAYS=30\nmkdir -p \"$BACKUP_DIR\"\n"
               "TIMESTAMP=$(date +%Y%m%d_%H%M%S)\n"
               "sqlite3 \"$DATA_DIR/agentx.db\" \".backup $BACKUP_DIR/agentx-$TIMESTAMP.db\"\n"
               "sqlite3 \"$DATA_DIR/portagent.db\" \".backup $BACKUP_DIR/portagent-$TIMESTAMP.db\"\n"
               "tar -czf \"$BACKUP_DIR/backup-$TIMESTAMP.tar.gz\" \\\n  \"$BACKUP_DIR/agentx-$TIMESTAMP.db\" "
               "\\\n"
               "  \"$BACKUP_DIR/portagent-$TIMESTAMP.db\"\n"
               "find \"$BACKUP_DIR\" -name \"backup-*.tar.gz\" -mtime +$RETENTION_DAYS -delete\n")
        .arg(world.path(QStringLiteral("old")), world.data(QStringLiteral("data")))
        .toUtf8();
}

QString writeScript(const CliWorld &world)
{
    const QString script = world.path(QStringLiteral("backup.sh"));
    writeAll(script, runbookScript(world));
    QFile::setPermissions(script, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return script;
}

const QStringList Install{QStringLiteral("schedule"), QStringLiteral("install"), QStringLiteral("svc")};
const QStringList Adopt{QStringLiteral("schedule"), QStringLiteral("adopt"), QStringLiteral("svc"),
                        QStringLiteral("--yes")};
const QStringList Show{QStringLiteral("schedule"), QStringLiteral("list"), QStringLiteral("svc")};
const QStringList Backups{QStringLiteral("backup"), QStringLiteral("list"), QStringLiteral("svc")};
const QString Unit = QStringLiteral("pilothouse-backup-svc");

QJsonObject shown(CliWorld &world)
{
    return world.json(Show).json.array().first().toObject();
}

QByteArray undoLast(CliWorld &world)
{
    const QString operation =
        world.newest({QStringLiteral("undo"), QStringLiteral("list")}, QStringLiteral("operation"));
    const CliRun run =
        world.run({QStringLiteral("undo"), QStringLiteral("apply"), operation, QStringLiteral("--yes")});
    return run.code == 0 ? QByteArray() : run.told();
}

} // namespace

/// The items P06 to P08 of the runbook, on a real systemd and a real crontab.
class TestPortagentSchedule : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void p06_runsTheBackupFromATimerOfSystemd();
    void p06_refusesOneThatCouldNotReadItsData();
    void p06_refusesARunWhileAnotherOneWrites();
    void p07_removesOnlyWhatWasAgreedTo();
    void p08_runsTheBackupFromCronAndKeepsEveryOtherLine();
    void p08_takesOverTheRunbooksCronLineAndPutsItBack();
    void p08_takesOverATimerOfSomebodyElse();
    void p08_tellsHowManyRunsWereMissed();
    void p08_saysWhenItRunsOnlyWhileLoggedIn();
    void p08_survivesBeingKilledAtAnyMoment();
    void p08_needsAnUnlockedProduction();
    void p08_isNotLeftBehindByItsInstance();
    void f19_runsTheDrillByItself();
};

void TestPortagentSchedule::initTestCase()
{
    PILOTHOUSE_REQUIRE_SYSTEMD();
    QDir().mkpath(QStringLiteral("/var/spool/cron/crontabs"));
}

/// Where nobody is logged in, the user's systemd goes when it need not linger any more.
void TestPortagentSchedule::init()
{
    QVERIFY(
        !hostSays({QStringLiteral("systemctl"), QStringLiteral("start"), QStringLiteral("user@0.service")})
             .startsWith("failed"));
}

void TestPortagentSchedule::cleanup()
{
    setCrontab({});
    for (const QString &unit : {Unit, QStringLiteral("old-backup")}) {
        systemctlUser({QStringLiteral("disable"), QStringLiteral("--now"), unit + u".timer"});
        for (const char *end : {".timer", ".service"})
            QFile::remove(QStringLiteral("/root/.config/systemd/user/") + unit + QLatin1String(end));
    }
    systemctlUser({QStringLiteral("daemon-reload")});
    hostSays({QStringLiteral("loginctl"), QStringLiteral("disable-linger"), QStringLiteral("root")});
}

void TestPortagentSchedule::p06_runsTheBackupFromATimerOfSystemd()
{
    CliWorld world(CliWorld::Kind::Files);
    QCOMPARE(world.begin(), QByteArray());
    const CliRun installed =
        world.run(Install + QStringList{QStringLiteral("--daily"), QStringLiteral("03:15")});
    QVERIFY2(installed.code == 0, installed.told().constData());
    QCOMPARE(systemctlUser({QStringLiteral("is-active"), Unit + u".timer"}), QByteArray("active"));
    QCOMPARE(systemctlUser({QStringLiteral("is-enabled"), Unit + u".timer"}), QByteArray("enabled"));
    QCOMPARE(shown(world)[u"when"].toString(), QStringLiteral("daily 03:15"));
    const QDateTime next = QDateTime::fromString(shown(world)[u"nextRunAt"].toString(), Qt::ISODate);
    QCOMPARE(next.toLocalTime().time(), QTime(3, 15));

    QVERIFY(!systemctlUser({QStringLiteral("start"), Unit + u".service"}).startsWith("failed"));
    const QJsonObject backup = world.json(Backups).json.array().first().toObject();
    QCOMPARE(backup[u"trigger"].toString(), QStringLiteral("schedule"));
    QCOMPARE(backup[u"stamp"].toString(), QStringLiteral("verified"));
    QCOMPARE(shown(world)[u"lastRunCode"].toInt(-1), 0);
    const QByteArray log = readAll(shown(world)[u"log"].toString());
    QVERIFY2(log.contains("backup of svc by schedule") && log.contains("done"), log.constData());

    const CliRun removed = world.run({QStringLiteral("schedule"), QStringLiteral("remove"),
                                      QStringLiteral("svc"), QStringLiteral("--yes")});
    QVERIFY2(removed.code == 0, removed.told().constData());
    QVERIFY(!QFile::exists(QStringLiteral("/root/.config/systemd/user/%1.timer").arg(Unit)));
    QVERIFY(!shown(world)[u"isInstalled"].toBool());
    QCOMPARE(undoLast(world), QByteArray());
    QCOMPARE(systemctlUser({QStringLiteral("is-active"), Unit + u".timer"}), QByteArray("active"));
    QCOMPARE(shown(world)[u"when"].toString(), QStringLiteral("daily 03:15"));
    QCOMPARE(world.complaint(), QByteArray());
}

/// The folder for backups cannot be written, which the rehearsal finds out before the night does.
void TestPortagentSchedule::p06_refusesOneThatCouldNotReadItsData()
{
    CliWorld world(CliWorld::Kind::Files);
    QCOMPARE(world.begin(), QByteArray());

    const QString blocked = world.path(QStringLiteral("blocked"));
    const CliRun moved = world.run({QStringLiteral("instance"), QStringLiteral("set"), QStringLiteral("svc"),
                                    QStringLiteral("--backup-dir"), blocked});
    QVERIFY2(moved.code == 0, moved.told().constData());
    // A file stands where the set would be written; a schedule must find that out before the night does.
    QDir(blocked).removeRecursively();
    writeAll(blocked, "in the way");
    for (const char *runner : {"--systemd", "--cron"}) {
        const CliRun refused = world.run(Install + QStringList{QLatin1String(runner)});
        QVERIFY2(refused.code != 0 && refused.error.contains("would fail"), refused.told().constData());
        QVERIFY(!shown(world)[u"isInstalled"].toBool());
    }
    QVERIFY(!QFile::exists(QStringLiteral("/root/.config/systemd/user/%1.timer").arg(Unit)));
    QCOMPARE(crontab(), QByteArray());
}

void TestPortagentSchedule::p06_refusesARunWhileAnotherOneWrites()
{
    CliWorld world(CliWorld::Kind::Files);
    QCOMPARE(world.begin(), QByteArray());
    QVERIFY(world.run(Install).code == 0);
    const QString lock = world.data(QStringLiteral(".pilothouse.lock"));
    QProcess holder;
    holder.start(QStringLiteral("flock"), {lock, QStringLiteral("sh"), QStringLiteral("-c"),
                                           QStringLiteral("echo held; exec sleep 60")});
    QVERIFY(holder.waitForReadyRead(5000));
    QVERIFY(systemctlUser({QStringLiteral("start"), Unit + u".service"}).startsWith("failed"));
    holder.kill();
    holder.waitForFinished();
    QCOMPARE(shown(world)[u"lastRunCode"].toInt(-1), 3);
    QVERIFY(!shown(world)[u"lastRunProblem"].toString().isEmpty());
    QCOMPARE(world.json(Backups).json.array().size(), 0);
    const CliRun status = world.json({QStringLiteral("status"), QStringLiteral("svc")});
    QCOMPARE(status.json.object()[u"state"].toString(), QStringLiteral("backupStale"));
}

void TestPortagentSchedule::p07_removesOnlyWhatWasAgreedTo()
{
    CliWorld world(CliWorld::Kind::Files);
    QCOMPARE(world.begin(), QByteArray());
    const QStringList create{QStringLiteral("backup"), QStringLiteral("create"), QStringLiteral("svc")};
    QVERIFY(world.run(create).code == 0);
    // Nobody has agreed yet.
    QCOMPARE(world.run({QStringLiteral("schedule"), QStringLiteral("prune"), QStringLiteral("svc")}).code, 3);
    const CliRun asked = world.run(Install + QStringList{QStringLiteral("--prune")});
    QVERIFY2(asked.code == 3 && asked.output.contains("After each backup"), asked.told().constData());
    const CliRun agreed = world.run(Install
                                    + QStringList{QStringLiteral("--prune"), QStringLiteral("--yes"),
                                                  QStringLiteral("--confirm"), QStringLiteral("svc"),
                                                  QStringLiteral("--reason"), QStringLiteral("space")});
    QVERIFY2(agreed.code == 0, agreed.told().constData());
    QVERIFY2(!systemctlUser({QStringLiteral("start"), Unit + u".service"}).startsWith("failed"),
             readAll(shown(world)[u"log"].toString()).constData());
    QCOMPARE(world.json(Backups).json.array().size(), 2); // both are young
    QCOMPARE(shown(world)[u"lastRunCode"].toInt(-1), 0);
    QVERIFY(readAll(shown(world)[u"log"].toString()).contains("nothing to remove"));
}

void TestPortagentSchedule::p08_runsTheBackupFromCronAndKeepsEveryOtherLine()
{
    CliWorld world(CliWorld::Kind::Files);
    QCOMPARE(world.begin(), QByteArray());
    const QByteArray before = "# mine\nMAILTO=me\n\n5 4 * * *\techo \"100\\% \"   \n";
    setCrontab(before);
    const CliRun installed = world.run(
        Install
        + QStringList{QStringLiteral("--cron"), QStringLiteral("--when"), QStringLiteral("30 1 * * 1-5")});
    QVERIFY2(installed.code == 0, installed.told().constData());
    QVERIFY2(crontab().startsWith(before), crontab().constData());
    const QByteArray line = crontab().mid(before.size()).split('\n').value(1);
    QVERIFY2(line.startsWith("30 1 * * 1-5 "), line.constData());
    const QByteArray said = runAsCron(line);
    QVERIFY2(!said.startsWith("failed"), said.constData());
    QCOMPARE(world.json(Backups).json.array().first().toObject()[u"trigger"].toString(),
             QStringLiteral("schedule"));
    QVERIFY(readAll(shown(world)[u"log"].toString()).contains("by schedule"));
    // The longest time between two of them is a weekend.
    QCOMPARE(shown(world)[u"intervalSeconds"].toInt(), 3 * 86400);
    QVERIFY(world
                .run({QStringLiteral("schedule"), QStringLiteral("remove"), QStringLiteral("svc"),
                      QStringLiteral("--yes")})
                .code
            == 0);
    QCOMPARE(crontab(), before);
    QCOMPARE(world
                 .run(Install
                      + QStringList{QStringLiteral("--cron"), QStringLiteral("--when"),
                                    QStringLiteral("61 1 * * *")})
                 .code,
             2);
}

void TestPortagentSchedule::p08_takesOverTheRunbooksCronLineAndPutsItBack()
{
    CliWorld world(CliWorld::Kind::Files);
    QCOMPARE(world.begin(), QByteArray());
    const QString script = writeScript(world);
    const QByteArray before = "# Daily backup at 2 AM\n0 2 * * * " + script.toUtf8()
                              + " >> /var/log/portagent-backup.log 2>&1\n5 5 * * * other\n";
    setCrontab(before);
    const CliRun found =
        world.json({QStringLiteral("schedule"), QStringLiteral("found"), QStringLiteral("svc")});
    QCOMPARE(found.json.array().size(), 1);
    QVERIFY2(found.output.contains("still removes old backups") && found.output.contains("never checks"),
             found.output.constData());
    const CliRun adopted = world.run(Adopt);
    QVERIFY2(adopted.code == 0, adopted.told().constData());
    QCOMPARE(crontab(), QByteArray("# Daily backup at 2 AM\n#pilothouse off for svc# ")
                            + before.mid(before.indexOf("0 2")));
    QCOMPARE(shown(world)[u"when"].toString(), QStringLiteral("daily 02:00"));
    QCOMPARE(systemctlUser({QStringLiteral("is-active"), Unit + u".timer"}), QByteArray("active"));
    QCOMPARE(undoLast(world), QByteArray());
    QCOMPARE(crontab(), before);
    QVERIFY(!shown(world)[u"isInstalled"].toBool());
    QVERIFY(!QFile::exists(QStringLiteral("/root/.config/systemd/user/%1.timer").arg(Unit)));
}

void TestPortagentSchedule::p08_takesOverATimerOfSomebodyElse()
{
    CliWorld world(CliWorld::Kind::Files);
    QCOMPARE(world.begin(), QByteArray());
    const QString folder = QStringLiteral("/root/.config/systemd/user/");
    QDir().mkpath(folder);
    writeAll(folder + u"old-backup.service",
             "[Service]\nType=oneshot\nExecStart=" + writeScript(world).toUtf8() + "\n");
    writeAll(folder + u"old-backup.timer",
             "[Timer]\nOnCalendar=*-*-* 04:30:00\n[Install]\nWantedBy=timers.target\n");
    systemctlUser({QStringLiteral("daemon-reload")});
    systemctlUser({QStringLiteral("enable"), QStringLiteral("--now"), QStringLiteral("old-backup.timer")});
    const CliRun adopted = world.run(Adopt);
    QVERIFY2(adopted.code == 0, adopted.told().constData());
    QCOMPARE(shown(world)[u"when"].toString(), QStringLiteral("daily 04:30"));
    QVERIFY(systemctlUser({QStringLiteral("is-enabled"), QStringLiteral("old-backup.timer")})
                .startsWith("failed"));
    QVERIFY(systemctlUser({QStringLiteral("is-active"), QStringLiteral("old-backup.timer")})
                .startsWith("failed"));
    QCOMPARE(undoLast(world), QByteArray());
    QCOMPARE(systemctlUser({QStringLiteral("is-enabled"), QStringLiteral("old-backup.timer")}),
             QByteArray("enabled"));
    QCOMPARE(systemctlUser({QStringLiteral("is-active"), QStringLiteral("old-backup.timer")}),
             QByteArray("active"));
}

void TestPortagentSchedule::p08_tellsHowManyRunsWereMissed()
{
    CliWorld world(CliWorld::Kind::Files);
    QCOMPARE(world.begin(), QByteArray());
    QVERIFY(world.run(Install).code == 0);
    QCOMPARE(shown(world)[u"missed"].toInt(-1), 0);
    const QStringList status{QStringLiteral("status"), QStringLiteral("svc")};
    QVERIFY(world.json(status).json.object()[u"state"].toString() != u"backupStale");
    // As if it had been installed three days ago, and had not run since.
    const QDir folder(world.home() + u"/schedules");
    const QString file = folder.filePath(folder.entryList({QStringLiteral("*.json")}).value(0));
    QJsonObject schedule = QJsonDocument::fromJson(readAll(file)).object();
    schedule.insert(QStringLiteral("installedAt"),
                    QDateTime::currentDateTimeUtc().addSecs(-3 * 86400 - 3 * 3600).toString(Qt::ISODate));
    writeAll(file, QJsonDocument(schedule).toJson());
    QCOMPARE(shown(world)[u"missed"].toInt(-1), 3);
    const QJsonObject late = world.json(status).json.object();
    QCOMPARE(late[u"state"].toString(), QStringLiteral("backupStale"));
    QVERIFY2(late[u"reason"].toString().contains(u"3 run"), qPrintable(late[u"reason"].toString()));
    QVERIFY(!systemctlUser({QStringLiteral("start"), Unit + u".service"}).startsWith("failed"));
    QCOMPARE(shown(world)[u"missed"].toInt(-1), 0);
}

void TestPortagentSchedule::p08_saysWhenItRunsOnlyWhileLoggedIn()
{
    CliWorld world(CliWorld::Kind::Files);
    QCOMPARE(world.begin(), QByteArray());
    const CliRun warned = world.run(Install + QStringList{QStringLiteral("--dry-run")});
    QVERIFY2(warned.output.contains("only while root is logged in"), warned.told().constData());
    const CliRun lingering = world.run(Install + QStringList{QStringLiteral("--linger")});
    QVERIFY2(lingering.code == 0, lingering.told().constData());
    QVERIFY(QFile::exists(QStringLiteral("/var/lib/systemd/linger/root")));
    QVERIFY(!world.run(Install + QStringList{QStringLiteral("--dry-run")}).output.contains("logged in"));
}

/// Whatever moment it ends at: resumed it is installed, put back nothing of it is left.
void TestPortagentSchedule::p08_survivesBeingKilledAtAnyMoment()
{
    const QByteArray before = "5 5 * * * other\n";
    const QStringList list{QStringLiteral("journal"), QStringLiteral("list")};
    int cutOff = 0;
    for (const int wait : {5, 60, 120, 180, 240, 300}) {
        for (const char *way : {"resume", "rollback"}) {
            for (const char *runner : {"--cron", "--systemd"}) {
                cleanup();
                init();
                CliWorld world(CliWorld::Kind::Files);
                QCOMPARE(world.begin(), QByteArray());
                setCrontab(before);
                world.killed(Install + QStringList{QLatin1String(runner)}, wait);
                const QString operation = world.newest(list, QStringLiteral("operation"));
                if (operation.isEmpty() || world.newest(list, QStringLiteral("outcome")) == u"done")
                    continue;
                ++cutOff;
                const CliRun settled = world.run({QStringLiteral("journal"), QLatin1String(way), operation});
                const bool isThere = shown(world)[u"isInstalled"].toBool();
                const bool isInTable = crontab().contains("Pilothouse: backup of svc");
                const bool isInUnits =
                    QFile::exists(QStringLiteral("/root/.config/systemd/user/%1.timer").arg(Unit));
                QVERIFY2((isInTable || isInUnits) == isThere, settled.told().constData());
                QVERIFY2(isThere == (QByteArray(way) == "resume"), settled.told().constData());
                if (!isThere)
                    QCOMPARE(crontab(), before);
            }
        }
    }
    QVERIFY2(cutOff > 4, QByteArray::number(cutOff).constData());
}

void TestPortagentSchedule::p08_needsAnUnlockedProduction()
{
    CliWorld world(CliWorld::Kind::Files);
    QCOMPARE(world.begin(), QByteArray());
    QVERIFY(world
                .run({QStringLiteral("instance"), QStringLiteral("set"), QStringLiteral("svc"),
                      QStringLiteral("--environment"), QStringLiteral("production")})
                .code
            == 0);
    QCOMPARE(world.run(Install).code, 3);
    QVERIFY(world.run({QStringLiteral("lock"), QStringLiteral("unlock"), QStringLiteral("svc")}).code == 0);
    QVERIFY(world.run(Install).code == 0);
    QVERIFY(world.run({QStringLiteral("lock"), QStringLiteral("lock"), QStringLiteral("svc")}).code == 0);
    // The job itself runs on a locked instance.
    QVERIFY(!systemctlUser({QStringLiteral("start"), Unit + u".service"}).startsWith("failed"));
    QCOMPARE(world.json(Backups).json.array().size(), 1);
}

/// Drills have a schedule of their own beside that of the backups.
void TestPortagentSchedule::f19_runsTheDrillByItself()
{
    CliWorld world(CliWorld::Kind::Files);
    QCOMPARE(world.begin(), QByteArray());
    const CliRun installed = world.run(
        Install + QStringList{u"--drill"_qs, u"--quarterly"_qs, u"03:00"_qs, u"--cron"_qs, u"--yes"_qs});
    QVERIFY2(installed.code == 0, installed.told().constData());
    QVERIFY2(crontab().contains("# Pilothouse: drill of svc") && crontab().contains("0 3 1 1,4,7,10 *"),
             crontab().constData());
    QVERIFY(!shown(world)[u"isInstalled"].toBool());
    const auto drill = [&world] { return world.json(Show).json.array().at(1).toObject(); };
    QCOMPARE(drill()[u"work"].toString(), u"drill"_qs);
    QCOMPARE(drill()[u"when"].toString(), u"quarterly 03:00"_qs);
    const CliRun ran = world.run({u"drill"_qs, u"run"_qs, u"svc"_qs, u"--trigger"_qs, u"schedule"_qs});
    QVERIFY2(ran.code == 0, ran.told().constData());
    QCOMPARE(world.json({u"drill"_qs, u"list"_qs, u"svc"_qs}).json.array().size(), 1);
    QCOMPARE(drill()[u"lastRunCode"].toInt(-1), 0);
    const QStringList away{u"instance"_qs, u"remove"_qs, u"svc"_qs};
    QVERIFY(world.run(away).error.contains("schedule remove svc --drill"));
    const CliRun removed = world.run({u"schedule"_qs, u"remove"_qs, u"svc"_qs, u"--drill"_qs, u"--yes"_qs});
    QVERIFY2(removed.code == 0, removed.told().constData());
    QVERIFY(!crontab().contains("Pilothouse"));
    QCOMPARE(world.run({u"drill"_qs, u"run"_qs, u"svc"_qs, u"--trigger"_qs, u"schedule"_qs}).code, 3);
}

/// An instance stays in the list while it is backed up by schedule, and a job that is left all the same backs
/// up no other one of its name.
void TestPortagentSchedule::p08_isNotLeftBehindByItsInstance()
{
    CliWorld world(CliWorld::Kind::Files);
    QCOMPARE(world.begin(), QByteArray());
    QVERIFY(world.run(Install).code == 0);
    const QStringList remove{QStringLiteral("instance"), QStringLiteral("remove"), QStringLiteral("svc")};
    const CliRun refused = world.run(remove);
    QVERIFY2(refused.code == 3 && refused.error.contains("schedule remove svc"), refused.told().constData());
    QCOMPARE(systemctlUser({QStringLiteral("is-active"), Unit + u".timer"}), QByteArray("active"));

    const QString folder = QStringLiteral("/root/.config/systemd/user/");
    const QByteArray service = readAll(folder + Unit + u".service");
    QCOMPARE(world
                 .run({QStringLiteral("schedule"), QStringLiteral("remove"), QStringLiteral("svc"),
                       QStringLiteral("--yes")})
                 .code,
             0);
    QCOMPARE(world.run(remove).code, 0);
    writeAll(folder + Unit + u".service", service); // as from a copy of the home folder
    systemctlUser({QStringLiteral("daemon-reload")});
    QCOMPARE(world
                 .run({QStringLiteral("instance"), QStringLiteral("add"), QStringLiteral("svc"),
                       QStringLiteral("--profile"), QStringLiteral("portagent"), QStringLiteral("--data-dir"),
                       world.data()})
                 .code,
             0);
    QVERIFY(systemctlUser({QStringLiteral("start"), Unit + u".service"}).startsWith("failed"));
    QVERIFY(world.json(Backups).json.array().isEmpty());
    const CliRun run = world.run({QStringLiteral("backup"), QStringLiteral("create"), QStringLiteral("svc"),
                                  QStringLiteral("--trigger"), QStringLiteral("schedule")});
    QVERIFY2(run.code == 3 && run.error.contains("left behind"), run.told().constData());
}

PILOTHOUSE_SYSTEMD_MAIN(TestPortagentSchedule)
#include "tst_portagentschedule.moc"

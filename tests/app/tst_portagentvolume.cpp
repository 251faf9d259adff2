// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demodata.h"
#include "tests/app/cliworld.h"
#include "tests/app/socketdoor.h"
#include "tests/support/testsupport.h"

#include <QDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_portagentvolume {

namespace {

constexpr uint Nobody = 65534;

/// A service whose data lies in a named volume, in an image without sqlite3, and an operator who may use the
/// engine but not read the volume.
class VolumeWorld
{
public:
    QByteArray begin()
    {
        ::chmod(QFile::encodeName(m_folder.path()).constData(), 0755);
        QDir().mkpath(m_folder.filePath(QStringLiteral("home")));
        if (::chown(QFile::encodeName(m_folder.filePath(QStringLiteral("home"))).constData(), Nobody, Nobody)
            != 0)
            return "not root";
        QFile::copy(QStringLiteral(PILOTHOUSE_CLI), cli());
        m_door = std::make_unique<SocketDoor>(m_folder.filePath(QStringLiteral("engine.sock")),
                                              qEnvironmentVariable("DOCKER_HOST").mid(7));
        m_name = QStringLiteral("pilothouse-volume-%1").arg(QCoreApplication::applicationPid());
        CliWorld::docker({u"volume"_qs, u"create"_qs, m_name});
        CliWorld::docker(words(QStringLiteral("create --name %1 --restart unless-stopped --volume "
                                              "%1:/home/node/.agentx --publish 127.0.0.1::5200 %2 --rate 0")
                                   .arg(m_name, qEnvironmentVariable("PILOTHOUSE_TESTBED_IMAGE"))));
        if (const QByteArray seeded = seed(); !seeded.isEmpty())
            return seeded;
        CliWorld::docker({u"start"_qs, m_name});
        for (int round = 0; round < 100 && !inspect(u"{{.State.Health.Status}}"_qs).contains("healthy");
             ++round)
            QTest::qWait(100);
        const CliRun added =
            json(words(QStringLiteral("instance add svc --profile portagent --watch-seconds 0 "
                                      "--docker %1 --engine unix://%2")
                           .arg(m_name, m_door->path())));
        if (added.code != 0 || !added.json.object().value(QStringLiteral("throughEngine")).toBool())
            return added.told();
        return {};
    }

    ~VolumeWorld()
    {
        CliWorld::docker({u"rm"_qs, u"--force"_qs, m_name});
        CliWorld::docker({u"volume"_qs, u"rm"_qs, m_name});
    }

    std::unique_ptr<QProcess> started(const QStringList &arguments) const
    {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PILOTHOUSE_HOME"), m_folder.filePath(QStringLiteral("home")));
        environment.insert(QStringLiteral("HOME"), m_folder.filePath(QStringLiteral("home")));
        process->setProcessEnvironment(environment);
        process->setWorkingDirectory(m_folder.path());
        process->start(QStringLiteral("setpriv"),
                       QStringList{u"--reuid"_qs, QString::number(Nobody), u"--regid"_qs,
                                   QString::number(Nobody), u"--clear-groups"_qs, cli()}
                           + arguments);
        process->waitForStarted();
        return process;
    }

    CliRun run(const QStringList &arguments) const
    {
        const auto process = started(arguments);
        process->waitForFinished(90'000);
        CliRun run;
        run.output = process->readAllStandardOutput();
        run.error = process->readAllStandardError();
        run.code = process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1;
        return run;
    }

    CliRun json(const QStringList &arguments) const
    {
        CliRun answer = run(arguments + QStringList{u"--json"_qs});
        answer.json = QJsonDocument::fromJson(answer.output);
        return answer;
    }

    /// Kills it at the request that the door holds back; false: there was none.
    bool killedAt(const QStringList &arguments, const QByteArray &method, const QByteArray &part)
    {
        m_door->shutAt(method, part);
        const auto process = started(arguments);
        while (!m_door->isShut() && !process->waitForFinished(5))
            ;
        process->kill();
        process->waitForFinished();
        const bool wasHeld = m_door->isShut();
        m_door->shutAt({}, {});
        return wasHeld;
    }

    QByteArray inspect(const QString &format) const
    {
        return CliWorld::docker({u"inspect"_qs, u"--format"_qs, format, m_name});
    }
    QByteArray exec(const QString &line) const
    {
        return CliWorld::docker(QStringList{u"exec"_qs, m_name} + words(line));
    }
    /// Owner, mode and size of each database.
    QByteArray access() const { return exec(QStringLiteral("ls -ln /home/node/.agentx/data")); }
    QJsonArray users() const { return json(words(QStringLiteral("users list svc"))).json.array(); }
    QString newest(const QString &line, const QString &key) const
    {
        return json(words(line)).json.array().first().toObject().value(key).toString();
    }
    QString name() const { return m_name; }
    QString home() const { return m_folder.filePath(QStringLiteral("home")); }

private:
    QString cli() const { return m_folder.filePath(QStringLiteral("pilothouse-cli")); }

    QByteArray seed()
    {
        const QString data = m_folder.filePath(QStringLiteral("seed"));
        QDir().mkpath(data);
        DemoDataOptions options;
        options.users = 30;
        options.logFiles = 2;
        options.logFileBytes = 1 << 16;
        if (const auto made = createDemoData(data, options, OperationContext()); !made)
            return made.error().toText().toUtf8();
        QProcess shell;
        shell.start(u"sh"_qs,
                    {u"-c"_qs, QStringLiteral("tar -C %1 --owner=1000 --group=1000 -cf - . | docker cp - "
                                              "%2:/home/node/.agentx")
                                   .arg(data, m_name)});
        shell.waitForFinished(60'000);
        return shell.exitCode() == 0 ? QByteArray() : shell.readAllStandardError();
    }

    QTemporaryDir m_folder;
    QString m_name;
    std::unique_ptr<SocketDoor> m_door;
};

/// Every field of every user, for comparing.
QByteArray told(const QJsonArray &users)
{
    return QJsonDocument(users).toJson(QJsonDocument::Compact);
}

} // namespace

/// A named volume that its operator cannot read: everything goes through the container's engine.
class TestPortagentVolume : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        PILOTHOUSE_REQUIRE(
            qEnvironmentVariableIsSet("PILOTHOUSE_TESTBED_IMAGE") && ::geteuid() == 0,
            "no Docker Engine: run ./dev testbed up as root and eval \"$(./dev testbed env)\"");
        m_world = std::make_unique<VolumeWorld>();
        const QByteArray begun = m_world->begin();
        QVERIFY2(begun.isEmpty(), begun.constData());
    }
    void cleanup() { m_world.reset(); }

    void namedVolumeIsReadWithoutTouchingTheService()
    {
        const QByteArray since = QByteArray::number(QDateTime::currentSecsSinceEpoch() - 1);
        const QByteArray before = m_world->access();
        QCOMPARE(m_world->users().size(), 30);
        for (const char *line : {"status svc", "database list svc", "database tables svc agentx",
                                 "instance probe svc", "logs sources svc"}) {
            const CliRun run = m_world->json(words(QLatin1String(line)));
            QVERIFY2(run.code == 0, run.told().constData());
        }
        QCOMPARE(m_world->access(), before); // no -wal or -shm of another user either
        const QByteArray events = CliWorld::docker(
            {u"events"_qs, u"--since"_qs, QString::fromLatin1(since), u"--until"_qs,
             QString::number(QDateTime::currentSecsSinceEpoch() + 1), u"--filter"_qs,
             QStringLiteral("container=") + m_world->name(), u"--filter"_qs, u"event=pause"_qs});
        QVERIFY2(events.isEmpty(), events.constData());
        QCOMPARE(QFileInfo(m_world->home() + QStringLiteral("/copies")).permissions() & 0x77,
                 QFile::Permissions());
    }

    void p13_readsTheLogFilesOfTheVolume()
    {
        const CliRun tail = m_world->json(words(QStringLiteral("logs tail svc --source file")));
        QVERIFY2(tail.code == 0 && !tail.json.isNull() && tail.output.size() > 1000, tail.told().constData());
        m_world->exec(QStringLiteral("wget -q -O /dev/null http://localhost:5200/health"));
    }

    void p05_backsUpANamedVolume()
    {
        const QByteArray started = m_world->inspect(u"{{.State.StartedAt}}"_qs);
        const CliRun plan = m_world->run(words(QStringLiteral("backup create svc --dry-run")));
        QVERIFY2(plan.output.contains("is reached by the container engine")
                     && plan.output.contains("The container is paused for about")
                     && plan.output.contains("this user may not read"),
                 plan.told().constData());
        const CliRun made = m_world->run(words(QStringLiteral("backup create svc")));
        QVERIFY2(made.code == 0, made.told().constData());
        QCOMPARE(m_world->inspect(u"{{.State.Status}}"_qs), "running");
        QCOMPARE(m_world->inspect(u"{{.State.StartedAt}}"_qs), started);
        const QString id = m_world->newest(u"backup list svc"_qs, u"id"_qs);
        const CliRun verified = m_world->run(words(QStringLiteral("backup verify svc ") + id));
        QVERIFY2(verified.code == 0, verified.told().constData());
        QProcess tar;
        tar.start(u"sh"_qs,
                  {u"-c"_qs, QStringLiteral("tar --numeric-owner -tvzf %1/backups/svc/*/backup-*.tar.gz")
                                 .arg(m_world->home())});
        tar.waitForFinished();
        const QByteArray members = tar.readAllStandardOutput();
        QVERIFY2(members.count("1000/1000") >= 3 && members.contains("containers/"), members.constData());
    }

    void namedVolumeIsRestoredWithOwnersAndModes()
    {
        QVERIFY(m_world->run(words(QStringLiteral("backup create svc"))).code == 0);
        const QString backup = m_world->newest(u"backup list svc"_qs, u"id"_qs);
        const QByteArray before = told(m_world->users());
        const QString user = m_world->newest(u"users list svc"_qs, u"key"_qs);
        const CliRun disabled = m_world->run(words(QStringLiteral("users disable svc %1 --yes").arg(user)));
        QVERIFY2(disabled.code == 0, disabled.told().constData());
        const QByteArray changed = told(m_world->users());
        QVERIFY(changed != before);
        const CliRun restored =
            m_world->run(words(QStringLiteral("restore svc %1 --yes --accept files-stay").arg(backup)));
        QVERIFY2(restored.code == 0, restored.told().constData());
        QCOMPARE(told(m_world->users()), before);
        const QByteArray files = m_world->access();
        QVERIFY2(!files.contains(" 0        0 ") && files.count("1000     1000") >= 3, files.constData());
        QCOMPARE(m_world->inspect(u"{{.HostConfig.RestartPolicy.Name}}"_qs), "unless-stopped");
        const QString operation = m_world->newest(u"undo list svc"_qs, u"operation"_qs);
        const CliRun undone =
            m_world->run(words(QStringLiteral("undo apply %1 --yes --accept files-stay").arg(operation)));
        QVERIFY2(undone.code == 0, undone.told().constData());
        QCOMPARE(told(m_world->users()), changed);
    }

    void namedVolumeIsLetGoAfterAKill()
    {
        QCOMPARE(m_world->users().size(), 30); // the copy is current, so planning fetches nothing
        QVERIFY(m_world->killedAt(words(QStringLiteral("backup create svc")), "GET", "agentx.db "));
        QCOMPARE(m_world->inspect(u"{{.State.Status}}"_qs), "paused");
        // Not by who only asks what would be done.
        m_world->run(words(QStringLiteral("backup create svc --dry-run")));
        QCOMPARE(m_world->inspect(u"{{.State.Status}}"_qs), "paused");
        const CliRun next = m_world->run(words(QStringLiteral("journal list --json")));
        QVERIFY2(next.code == 0 && next.error.contains("svc stood still"), next.told().constData());
        QCOMPARE(m_world->inspect(u"{{.State.Status}}"_qs), "running");
        const QJsonObject newest = QJsonDocument::fromJson(next.output).array().first().toObject();
        QCOMPARE(newest.value(u"outcome"_qs).toString(), u"putBack"_qs);
        const CliRun audit = m_world->json(words(QStringLiteral("audit list svc")));
        QVERIFY2(audit.output.contains("rollBack"), audit.told().constData());
        const CliRun after = m_world->run(words(QStringLiteral("backup create svc")));
        QVERIFY2(after.code == 0 && !after.error.contains("stood still"), after.told().constData());
    }

    void namedVolumeIsLetGoByHandAfterAKill_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("rolled back") << u"rollback"_qs << u"putBack"_qs;
        QTest::newRow("resumed") << u"resume"_qs << u"done"_qs;
    }

    void namedVolumeIsLetGoByHandAfterAKill()
    {
        QFETCH(QString, way);
        QFETCH(QString, outcome);
        QCOMPARE(m_world->users().size(), 30);
        QVERIFY(m_world->killedAt(words(QStringLiteral("backup create svc")), "GET", "agentx.db "));
        const QString operation = QDir(m_world->home() + QStringLiteral("/journal"))
                                      .entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time)
                                      .value(0);
        const CliRun ended = m_world->run(words(QStringLiteral("journal %1 %2").arg(way, operation)));
        QVERIFY2(ended.code == 0, ended.told().constData());
        QCOMPARE(m_world->inspect(u"{{.State.Status}}"_qs), "running");
        QCOMPARE(m_world->newest(u"journal list"_qs, u"outcome"_qs), outcome);
    }

    void namedVolumeIsOldOrNewWhenItIsKilled_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<bool>("isNew");
        QTest::newRow("rolled back") << u"rollback"_qs << false;
        QTest::newRow("resumed") << u"resume"_qs << true;
    }

    void namedVolumeIsOldOrNewWhenItIsKilled()
    {
        QFETCH(QString, way);
        QFETCH(bool, isNew);
        const QByteArray before = told(m_world->users());
        const QString user = m_world->newest(u"users list svc"_qs, u"key"_qs);
        // The database is sent, and not yet read back.
        QVERIFY(m_world->killedAt(words(QStringLiteral("users disable svc %1 --yes").arg(user)), "PUT",
                                  "/archive"));
        QVERIFY(m_world->inspect(u"{{.State.Running}}"_qs) == "false");
        const QString operation = m_world->newest(u"journal list"_qs, u"operation"_qs);
        const CliRun ended = m_world->run(words(QStringLiteral("journal %1 %2").arg(way, operation)));
        QVERIFY2(m_world->inspect(u"{{.State.Running}}"_qs) == "true", ended.told().constData());
        QCOMPARE(told(m_world->users()) != before, isNew);
        QCOMPARE(m_world->inspect(u"{{.HostConfig.RestartPolicy.Name}}"_qs), "unless-stopped");
    }

    void namedVolumeKeepsTheFilesOfADeletedUser()
    {
        const QString user = m_world->newest(u"users list svc"_qs, u"key"_qs);
        const CliRun plan = m_world->run(words(QStringLiteral("users delete svc %1 --dry-run").arg(user)));
        QVERIFY2(plan.output.contains("The service is stopped for this"), plan.told().constData());
        QVERIFY2(plan.output.contains("Files in the container stay as they are"), plan.told().constData());
        QCOMPARE(m_world->run(words(QStringLiteral("users delete svc %1 --yes").arg(user))).code, 3);
        const CliRun gone =
            m_world->run(words(QStringLiteral("users delete svc %1 --yes --accept files-stay").arg(user)));
        QVERIFY2(gone.code == 0, gone.told().constData());
        QCOMPARE(m_world->users().size(), 29);
        const QString operation = m_world->newest(u"undo list svc"_qs, u"operation"_qs);
        const CliRun back = m_world->run(words(QStringLiteral("undo apply %1 --yes").arg(operation)));
        QVERIFY2(back.code == 0, back.told().constData());
        QCOMPARE(m_world->users().size(), 30);
    }

    void namedVolumeTakesAnEmptyJournalForNone()
    {
        // A journal that a crash left belongs to the database before the restore, not to the restored one.
        QVERIFY(m_world->run(words(QStringLiteral("backup create svc"))).code == 0);
        const QString backup = m_world->newest(u"backup list svc"_qs, u"id"_qs);
        const QByteArray before = told(m_world->users());
        CliWorld::docker({u"exec"_qs, m_world->name(), u"sh"_qs, u"-c"_qs,
                          u"echo stale > /home/node/.agentx/data/agentx.db-journal"_qs});
        const CliRun restored =
            m_world->run(words(QStringLiteral("restore svc %1 --yes --accept files-stay").arg(backup)));
        QVERIFY2(restored.code == 0, restored.told().constData());
        QVERIFY2(m_world->exec(QStringLiteral("cat /home/node/.agentx/data/agentx.db-journal")).isEmpty(),
                 m_world->access().constData());
        QCOMPARE(told(m_world->users()), before);
    }

private:
    std::unique_ptr<VolumeWorld> m_world;
};

} // namespace tst_portagentvolume

QTEST_GUILESS_MAIN(tst_portagentvolume::TestPortagentVolume)
#include "tst_portagentvolume.moc"

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/upgradeworld.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QRegularExpression>

using namespace pilothouse;

namespace tst_portagentupgrade {

using Kind = CliWorld::Kind;

namespace {

/// The same instance with no watch of the log after a start.
void watchNothing(CliWorld &world)
{
    world.run(words(QStringLiteral("instance remove svc --yes")));
    world.run(words(QStringLiteral("instance add svc --profile portagent --watch-seconds 0 --docker "))
              << world.container());
}

#define BEGIN_CONTAINER(world)                                                                               \
    PILOTHOUSE_REQUIRE(qEnvironmentVariableIsSet("PILOTHOUSE_TESTBED_IMAGE"),                                \
                       "no Docker Engine: run ./dev testbed up as root and eval \"$(./dev testbed env)\"");  \
    CliWorld world(Kind::Docker);                                                                            \
    const QByteArray begun = world.begin();                                                                  \
    QVERIFY2(begun.isEmpty(), begun.constData());                                                            \
    const KeptContainers keptContainers(world.container())

/// Takes the containers along that upgrades have set aside.
class KeptContainers
{
public:
    explicit KeptContainers(QString container)
        : m_container(std::move(container))
    {
    }
    ~KeptContainers()
    {
        for (const QString &name : list())
            CliWorld::docker({QStringLiteral("rm"), QStringLiteral("--force"), name});
    }
    KeptContainers(const KeptContainers &) = delete;
    KeptContainers &operator=(const KeptContainers &) = delete;

    QStringList list() const
    {
        const QByteArray names = CliWorld::docker({QStringLiteral("ps"), QStringLiteral("--all"),
                                                   QStringLiteral("--format"), QStringLiteral("{{.Names}}")});
        return QString::fromUtf8(names).split(u'\n').filter(
            QRegularExpression(u'^' + m_container + QStringLiteral("-ph-")));
    }

private:
    QString m_container;
};

} // namespace

/// P37: another image for a container, and the way back to the old one with its data.
class TestPortagentUpgrade : public QObject
{
    Q_OBJECT

private slots:
    void p37_upgradesAContainerWithBackupAndProof();
    void p37_makesTheSameContainerAgain();
    void p37_returnsToTheOldImageAndData_data() { addFailingUpgrades(); }
    void p37_returnsToTheOldImageAndData();
    void p37_putsBackAndForthAsOftenAsWanted();
    void p37_loadsAnImageFromAFile();
    void p37_saysWhyAnImageCannotBeFetched();
    void p37_refusesWhatHasNoWayBack();
    void p37_endsOldOrNewWhenItIsKilled();
    void p38_sendsAContainerOfAProjectToItsProject();
};

void TestPortagentUpgrade::p37_upgradesAContainerWithBackupAndProof()
{
    BEGIN_CONTAINER(world);
    const QString next = goodUpgrade();
    QVERIFY(!next.isEmpty());
    const QByteArray content = world.content();
    const QByteArray before = inspected(world.container(), QStringLiteral("{{.Image}}"));
    const CliRun checked = world.json(words(QStringLiteral("upgrade check svc")));
    QCOMPARE(checked.code, 0);
    QVERIFY2(checked.output.contains("v2-good"), checked.told().constData());
    const CliRun shown = world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                                    QStringLiteral("--image"), next});
    QVERIFY2(shown.output.contains("2.0.0") && shown.output.contains("Env: NODE_VERSION"),
             shown.told().constData());
    QCOMPARE(inspected(world.container(), QStringLiteral("{{.Image}}")), before);
    EXPECT_CODE(world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                           QStringLiteral("--image"), next, QStringLiteral("--yes")}),
                0);
    QVERIFY(inspected(world.container(), QStringLiteral("{{.Image}}")) != before);
    QCOMPARE(inspected(world.container(), QStringLiteral("{{.HostConfig.RestartPolicy.Name}}")),
             "unless-stopped");
    QCOMPARE(world.state(), QStringLiteral("healthy"));
    QCOMPARE(world.content(), content);
    const QJsonObject backup =
        world.json(words(QStringLiteral("backup list svc"))).json.array().first().toObject();
    QCOMPARE(backup.value(QStringLiteral("trigger")).toString(), QStringLiteral("before upgrade"));
    QCOMPARE(keptContainers.list().size(), 1);
    QCOMPARE(inspected(keptContainers.list().first(), QStringLiteral("{{.State.Running}}")), "false");
    END_WORLD(world);
}

void TestPortagentUpgrade::p37_makesTheSameContainerAgain()
{
    BEGIN_CONTAINER(world);
    watchNothing(world);
    const QString network = world.container() + QStringLiteral("-net");
    const QString name = world.container();
    CliWorld::docker({QStringLiteral("rm"), QStringLiteral("--force"), name});
    for (const QString &one : QStringList{network, network + u'2'})
        CliWorld::docker({QStringLiteral("network"), QStringLiteral("create"), one});
    QStringList made = words(QStringLiteral(
        "run --detach --restart on-failure:3 --memory 256m --cpus 0.5 --ulimit nofile=2048:4096 --label "
        "own=1 "
        "--log-opt max-size=1m --env LOG_LEVEL=warn --env LLM_PROVIDER_KEY=canary-7b1d5e-secret "
        "--stop-timeout 7 --volume /var/anonymous --init --read-only --tmpfs /tmp --dns 192.0.2.1 "
        "--add-host other:192.0.2.2 --cap-drop NET_RAW --hostname agent --publish 127.0.0.1::5200"));
    made << QStringLiteral("--name") << name << QStringLiteral("--network") << network
         << QStringLiteral("--network-alias") << QStringLiteral("agents") << QStringLiteral("--volume")
         << world.data() + u":/home/node/.agentx" << qEnvironmentVariable("PILOTHOUSE_TESTBED_IMAGE")
         << QStringLiteral("--rate") << QStringLiteral("0");
    CliWorld::docker(made);
    CliWorld::docker({QStringLiteral("network"), QStringLiteral("connect"), QStringLiteral("--alias"),
                      QStringLiteral("second"), network + u'2', name});
    const QString format = QStringLiteral(
        "{{json .HostConfig.Memory}}{{json .HostConfig.NanoCpus}}{{json .HostConfig.Ulimits}}{{json "
        ".Config.Labels.own}}{{json .HostConfig.LogConfig}}{{json .HostConfig.RestartPolicy}}{{json "
        ".Config.StopTimeout}}{{json .HostConfig.Init}}{{json .HostConfig.ReadonlyRootfs}}{{json "
        ".HostConfig.Tmpfs}}{{json .HostConfig.Dns}}{{json .HostConfig.ExtraHosts}}{{json "
        ".HostConfig.CapDrop}}{{json .Config.Hostname}}{{json .HostConfig.PortBindings}}{{json "
        ".Config.User}}{{json .Config.Cmd}}{{range .Mounts}}{{if eq .Type \"volume\"}}{{.Name}}{{end}}{{end}}"
        "{{range $k, $v := .NetworkSettings.Networks}}{{$k}} {{index $v.Aliases 0}} {{end}}");
    const QByteArray before = inspected(name, format);
    QTRY_COMPARE_WITH_TIMEOUT(world.state(), QStringLiteral("healthy"), 20000);
    EXPECT_CODE(world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                           QStringLiteral("--image"), goodUpgrade(), QStringLiteral("--yes")}),
                0);
    QCOMPARE(inspected(name, format), before);
    const QByteArray environment = inspected(name, QStringLiteral("{{.Config.Env}}"));
    QVERIFY(environment.contains("LOG_LEVEL=warn") && environment.contains("NODE_VERSION=20"));
    QVERIFY(environment.contains("LLM_PROVIDER_KEY=canary"));
    END_WORLD(world);
    for (const QString &kept : keptContainers.list() + QStringList{name})
        CliWorld::docker(
            {QStringLiteral("rm"), QStringLiteral("--force"), QStringLiteral("--volumes"), kept});
    for (const QString &one : QStringList{network, network + u'2'})
        CliWorld::docker({QStringLiteral("network"), QStringLiteral("rm"), one});
}

void TestPortagentUpgrade::p37_returnsToTheOldImageAndData()
{
    QFETCH(QByteArray, lines);
    BEGIN_CONTAINER(world);
    watchNothing(world);
    const QString bad = upgradeImage(QStringLiteral("v2-bad"), lines);
    QVERIFY(!bad.isEmpty());
    const QByteArray content = world.content();
    const QByteArray id = inspected(world.container(), QStringLiteral("{{.Id}}"));
    const CliRun run = world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                                  QStringLiteral("--image"), bad, QStringLiteral("--wait"),
                                  QStringLiteral("5"), QStringLiteral("--yes")});
    QVERIFY2(run.code == 1, run.told().constData());
    QCOMPARE(inspected(world.container(), QStringLiteral("{{.Id}}")), id);
    QCOMPARE(inspected(world.container(), QStringLiteral("{{.HostConfig.RestartPolicy.Name}}")),
             "unless-stopped");
    QTRY_COMPARE_WITH_TIMEOUT(world.state(), QStringLiteral("healthy"), 20000);
    QCOMPARE(world.content(), content);
    QVERIFY(keptContainers.list().isEmpty());
    END_WORLD(world);
}

void TestPortagentUpgrade::p37_putsBackAndForthAsOftenAsWanted()
{
    BEGIN_CONTAINER(world);
    watchNothing(world);
    const QByteArray content = world.content();
    const QByteArray old = inspected(world.container(), QStringLiteral("{{.Id}}"));
    EXPECT_CODE(world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                           QStringLiteral("--image"), goodUpgrade(), QStringLiteral("--yes")}),
                0);
    const QByteArray next = inspected(world.container(), QStringLiteral("{{.Id}}"));
    world.execute(QStringLiteral("portagent"),
                  "DELETE FROM users WHERE rowid IN (SELECT rowid FROM users LIMIT 3)");
    const QByteArray changed = world.content();
    QVERIFY(changed != content);
    for (int round = 0; round < 3; ++round) {
        const QString operation =
            world.newest(words(QStringLiteral("undo list")), QStringLiteral("operation"));
        EXPECT_CODE(
            world.run({QStringLiteral("undo"), QStringLiteral("apply"), operation, QStringLiteral("--yes")}),
            0);
        const bool isOld = round % 2 == 0;
        QCOMPARE(inspected(world.container(), QStringLiteral("{{.Id}}")), isOld ? old : next);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), QStringLiteral("healthy"), 20000);
        QCOMPARE(world.content(), isOld ? content : changed);
        QCOMPARE(inspected(world.container(), QStringLiteral("{{.HostConfig.RestartPolicy.Name}}")),
                 "unless-stopped");
    }
    END_WORLD(world);
}

void TestPortagentUpgrade::p37_loadsAnImageFromAFile()
{
    BEGIN_CONTAINER(world);
    watchNothing(world);
    const QString name = upgradeImage(QStringLiteral("v2-file"), "LABEL version=2.1\n");
    const QByteArray id = inspected(name, QStringLiteral("{{.Id}}"));
    const QString file = world.path(QStringLiteral("image.tar"));
    CliWorld::docker({QStringLiteral("save"), QStringLiteral("--output"), file, name});
    CliWorld::docker({QStringLiteral("rmi"), name});
    EXPECT_CODE(world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                           QStringLiteral("--file"), file, QStringLiteral("--yes")}),
                0);
    QCOMPARE(inspected(world.container(), QStringLiteral("{{.Image}}")), id);
    QCOMPARE(inspected(world.container(), QStringLiteral("{{.Config.Image}}")), name.toUtf8());
    writeAll(world.path(QStringLiteral("no.tar")), "no tar");
    const CliRun refused =
        world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                   QStringLiteral("--file"), world.path(QStringLiteral("no.tar")), QStringLiteral("--yes")});
    QVERIFY2(refused.code == 1 && refused.told().contains("docker save"), refused.told().constData());
    END_WORLD(world);
}

void TestPortagentUpgrade::p37_saysWhyAnImageCannotBeFetched()
{
    BEGIN_CONTAINER(world);
    const QString started = world.startedAt();
    const CliRun run =
        world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                   QStringLiteral("--image"), QStringLiteral("127.0.0.1:1/deepracticexs/portagent:9"),
                   QStringLiteral("--accept"), QStringLiteral("other-image"), QStringLiteral("--yes")});
    QVERIFY2(run.code == 1 && run.told().contains("could not be fetched from its registry"),
             run.told().constData());
    QCOMPARE(world.startedAt(), started);
    QCOMPARE(world.state(), QStringLiteral("healthy"));
    END_WORLD(world);
}

void TestPortagentUpgrade::p37_refusesWhatHasNoWayBack()
{
    BEGIN_CONTAINER(world);
    const CliRun same = world.run(
        {QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"), QStringLiteral("--image"),
         qEnvironmentVariable("PILOTHOUSE_TESTBED_IMAGE"), QStringLiteral("--yes")});
    QVERIFY2(same.code == 3 && same.told().contains("this very image"), same.told().constData());
    const QString name = world.container();
    CliWorld::docker({QStringLiteral("rm"), QStringLiteral("--force"), name});
    CliWorld::docker({QStringLiteral("run"), QStringLiteral("--detach"), QStringLiteral("--rm"),
                      QStringLiteral("--name"), name, QStringLiteral("--volume"),
                      world.data() + u":/home/node/.agentx", qEnvironmentVariable("PILOTHOUSE_TESTBED_IMAGE"),
                      QStringLiteral("--rate"), QStringLiteral("0")});
    const CliRun vanishing =
        world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                   QStringLiteral("--image"), goodUpgrade(), QStringLiteral("--yes")});
    QVERIFY2(vanishing.code == 3 && vanishing.told().contains("--rm"), vanishing.told().constData());
    END_WORLD(world);
}

void TestPortagentUpgrade::p37_endsOldOrNewWhenItIsKilled()
{
    BEGIN_CONTAINER(world);
    watchNothing(world);
    const QString next = goodUpgrade();
    const QByteArray content = world.content();
    const QByteArray old = inspected(world.container(), QStringLiteral("{{.Id}}"));
    EXPECT_CODE(world.run(words(QStringLiteral("backup create svc"))), 0);
    const auto journals = [&] {
        return QDir(world.home() + QStringLiteral("/journal")).entryInfoList(QDir::Files, QDir::Time);
    };
    int round = 0;
    for (const QByteArray step : {"stop", "swap-agentx", "recreate", "unfence", "start", "wait-healthy"}) {
        for (const QByteArray event : {"before", "done"}) {
            // Each step once, before it and after it in turn; twice where there is time for that.
            const int turn = round++;
            if (!qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE") && turn % 4 != 0 && turn % 4 != 3)
                continue;
            const QList<QFileInfo> known = journals();
            const auto process =
                world.started({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                               QStringLiteral("--image"), next, QStringLiteral("--yes")});
            const QByteArray stepText = QByteArray("\"step\":\"" + step + "\"");
            const QByteArray eventText = QByteArray("\"" + event + "\"");
            const auto hasCome = [&] {
                QList<QByteArray> lines;
                for (const QFileInfo &file : journals())
                    lines +=
                        known.contains(file) ? QList<QByteArray>() : readAll(file.filePath()).split('\n');
                return std::any_of(lines.begin(), lines.end(), [&](const QByteArray &line) {
                    return line.contains(stepText) && line.contains(eventText);
                });
            };
            while (!hasCome() && !process->waitForFinished(1))
                ;
            process->kill();
            process->waitForFinished();
            const QString operation =
                world.newest(words(QStringLiteral("journal list")), QStringLiteral("operation"));
            const bool isBack = event == "before";
            const CliRun settled = world.run({QStringLiteral("journal"),
                                              isBack ? QStringLiteral("rollback") : QStringLiteral("resume"),
                                              operation, QStringLiteral("--yes")});
            QVERIFY2(settled.code == 0 || settled.told().contains("ended"), settled.told().constData());
            QTRY_COMPARE_WITH_TIMEOUT(world.state(), QStringLiteral("healthy"), 20000);
            QCOMPARE(world.content(), content);
            if (inspected(world.container(), QStringLiteral("{{.Id}}")) != old)
                EXPECT_CODE(world.run({QStringLiteral("undo"), QStringLiteral("apply"), operation,
                                       QStringLiteral("--yes")}),
                            0);
            QCOMPARE(inspected(world.container(), QStringLiteral("{{.Id}}")), old);
            QCOMPARE(inspected(world.container(), QStringLiteral("{{.HostConfig.RestartPolicy.Name}}")),
                     "unless-stopped");
            for (const QString &kept : keptContainers.list())
                CliWorld::docker({QStringLiteral("rm"), QStringLiteral("--force"), kept});
        }
    }
    END_WORLD(world);
}

void TestPortagentUpgrade::p38_sendsAContainerOfAProjectToItsProject()
{
    BEGIN_CONTAINER(world);
    const QString name = world.container();
    CliWorld::docker({QStringLiteral("rm"), QStringLiteral("--force"), name});
    CliWorld::docker({QStringLiteral("run"), QStringLiteral("--detach"), QStringLiteral("--name"), name,
                      QStringLiteral("--label"), QStringLiteral("com.docker.compose.project=agents"),
                      QStringLiteral("--volume"), world.data() + u":/home/node/.agentx",
                      qEnvironmentVariable("PILOTHOUSE_TESTBED_IMAGE"), QStringLiteral("--rate"),
                      QStringLiteral("0")});
    const CliRun run = world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                                  QStringLiteral("--image"), goodUpgrade(), QStringLiteral("--yes")});
    QVERIFY2(run.code == 3 && run.told().contains("compose project agents"), run.told().constData());
    END_WORLD(world);
}

} // namespace tst_portagentupgrade

QTEST_GUILESS_MAIN(tst_portagentupgrade::TestPortagentUpgrade)
#include "tst_portagentupgrade.moc"

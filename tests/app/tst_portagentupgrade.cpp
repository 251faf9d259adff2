// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cliworld.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTcpServer>

using namespace pilothouse;

using Kind = CliWorld::Kind;

namespace {

QByteArray inspected(const QString &container, const QString &format)
{
    return CliWorld::docker({QStringLiteral("inspect"), QStringLiteral("--format"), format, container});
}

bool writeFile(const QString &path, const QByteArray &content, bool isProgram = false)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return false;
    file.close();
    return !isProgram
           || file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther
                                  | QFile::ExeOther | QFile::ReadGroup | QFile::ExeGroup);
}

int runProgram(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.waitForFinished(60000);
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

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

/// The project of a world, with an image name of its own: other tests run beside this one.
class OwnProject
{
public:
    explicit OwnProject(CliWorld &world)
        : m_world(world)
        , m_tag(QStringLiteral("pilothouse-test/portagent:") + world.compose().project())
    {
        const QString image = qEnvironmentVariable("PILOTHOUSE_TESTBED_IMAGE");
        CliWorld::docker({QStringLiteral("tag"), image, m_tag});
        const QString file = path(QStringLiteral(".env"));
        writeAll(file, readAll(file).replace(image.toUtf8(), m_tag.toUtf8()));
        up();
        world.run(words(QStringLiteral("instance remove svc --yes")));
        world.run(words(QStringLiteral("instance add svc --profile portagent --watch-seconds 0 --compose "))
                  << world.compose().project() + QStringLiteral("/portagent"));
    }
    ~OwnProject()
    {
        m_world.compose().compose(words(QStringLiteral("down --volumes --timeout 1")));
        const QByteArray names = CliWorld::docker({QStringLiteral("images"), QStringLiteral("--format"),
                                                   QStringLiteral("{{.Repository}}:{{.Tag}}")});
        const QString kept = QStringLiteral("pilothouse-kept/x%1-").arg(m_world.compose().project());
        for (const QString &name : QString::fromUtf8(names).split(u'\n'))
            if (name == m_tag || name.startsWith(kept))
                CliWorld::docker({QStringLiteral("rmi"), name});
    }
    OwnProject(const OwnProject &) = delete;
    OwnProject &operator=(const OwnProject &) = delete;

    QString tag() const { return m_tag; }
    QString container() const { return m_world.compose().containers(QStringLiteral("portagent")).value(0); }
    void up() const { m_world.compose().compose(words(QStringLiteral("up -d"))); }
    void edit(const QByteArray &from, const QByteArray &to) const
    {
        const QString file = path(QStringLiteral("docker-compose.yml"));
        writeAll(file, readAll(file).replace(from, to));
    }
    /// What the operator wrote.
    QByteArray files() const
    {
        return readAll(path(QStringLiteral("docker-compose.yml"))) + readAll(path(QStringLiteral(".env")));
    }

private:
    QString path(const QString &name) const { return QFileInfo(m_world.data()).path() + u'/' + name; }

    CliWorld &m_world;
    QString m_tag;
};

#define BEGIN_PROJECT(world)                                                                                 \
    PILOTHOUSE_REQUIRE_ENGINE();                                                                             \
    CliWorld world(Kind::Compose);                                                                           \
    const QByteArray begun = world.begin();                                                                  \
    QVERIFY2(begun.isEmpty(), begun.constData());                                                            \
    const OwnProject project(world);                                                                         \
    QTRY_COMPARE_WITH_TIMEOUT(world.state(), QStringLiteral("healthy"), 20000)

} // namespace

/// P37 to P39: another version of the service, and the way back to the old one with its data.
class TestPortagentUpgrade : public QObject
{
    Q_OBJECT

private slots:
    void p37_upgradesAContainerWithBackupAndProof();
    void p37_makesTheSameContainerAgain();
    void p37_returnsToTheOldImageAndData_data();
    void p37_returnsToTheOldImageAndData();
    void p37_putsBackAndForthAsOftenAsWanted();
    void p37_loadsAnImageFromAFile();
    void p37_saysWhyAnImageCannotBeFetched();
    void p37_refusesWhatHasNoWayBack();
    void p37_endsOldOrNewWhenItIsKilled();
    void p38_sendsAContainerOfAProjectToItsProject();
    void p38_upgradesAComposeServiceAndLeavesItsFile();
    void p38_returnsToTheOldImageAndData_data() { p37_returnsToTheOldImageAndData_data(); }
    void p38_returnsToTheOldImageAndData();
    void p38_putsBackAndForthAsOftenAsWanted();
    void p38_endsOldOrNewWhenItIsKilled();
    void p38_replacesAllReplicas();
    void p39_upgradesAnNpmPackage();
    void p39_returnsToTheOldPackage();

private:
    static QString image(const QString &name, const QByteArray &lines);
    static QString good();
    static void killAt(CliWorld &world, const QString &image, const QByteArray &step, const QByteArray &event,
                       int milliseconds);
    static QByteArray imagesOf(CliWorld &world, const QString &service = QStringLiteral("portagent"));
    static QByteArray beginPackage(CliWorld &world);
    static QString packed(CliWorld &world, const QString &version, const QByteArray &script);
    static QByteArray installedVersion(CliWorld &world);
};

/// An image made from the testbed's; its name.
QString TestPortagentUpgrade::image(const QString &name, const QByteArray &lines)
{
    const QString reference = QStringLiteral("pilothouse-test/portagent:") + name;
    QProcess build;
    build.start(QStringLiteral("docker"), {QStringLiteral("build"), QStringLiteral("--quiet"),
                                           QStringLiteral("--tag"), reference, QStringLiteral("-")});
    build.write("FROM " + qgetenv("PILOTHOUSE_TESTBED_IMAGE") + "\n" + lines);
    build.closeWriteChannel();
    build.waitForFinished(60000);
    return build.exitCode() == 0 ? reference : QString();
}

QString TestPortagentUpgrade::good()
{
    return image(QStringLiteral("v2-good"), "LABEL org.opencontainers.image.version=2.0.0\n"
                                            "ENV NODE_VERSION=20\n");
}

void TestPortagentUpgrade::p37_upgradesAContainerWithBackupAndProof()
{
    BEGIN_CONTAINER(world);
    const QString next = good();
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
                           QStringLiteral("--image"), good(), QStringLiteral("--yes")}),
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

void TestPortagentUpgrade::p37_returnsToTheOldImageAndData_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("never healthy") << QByteArray("ENTRYPOINT [\"/bin/sh\", \"-c\", \"sleep 1000\"]\n");
    QTest::newRow("writes over the data and ends")
        << QByteArray("ENTRYPOINT [\"/bin/sh\", \"-c\", \"for f in /home/node/.agentx/data/*.db; do "
                      "echo gone > $f; done; exit 3\"]\n");
    QTest::newRow("healthy, but has lost the rows")
        << QByteArray("ENTRYPOINT [\"/bin/sh\", \"-c\", \"echo > /home/node/.agentx/data/portagent.db; exec "
                      "/usr/local/bin/portagent --host 0.0.0.0 --rate 0\"]\n");
}

void TestPortagentUpgrade::p37_returnsToTheOldImageAndData()
{
    QFETCH(QByteArray, lines);
    BEGIN_CONTAINER(world);
    watchNothing(world);
    const QString bad = image(QStringLiteral("v2-bad"), lines);
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
                           QStringLiteral("--image"), good(), QStringLiteral("--yes")}),
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
    const QString name = image(QStringLiteral("v2-file"), "LABEL version=2.1\n");
    const QByteArray id = inspected(name, QStringLiteral("{{.Id}}"));
    const QString file = world.path(QStringLiteral("image.tar"));
    CliWorld::docker({QStringLiteral("save"), QStringLiteral("--output"), file, name});
    CliWorld::docker({QStringLiteral("rmi"), name});
    EXPECT_CODE(world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                           QStringLiteral("--file"), file, QStringLiteral("--yes")}),
                0);
    QCOMPARE(inspected(world.container(), QStringLiteral("{{.Image}}")), id);
    QCOMPARE(inspected(world.container(), QStringLiteral("{{.Config.Image}}")), name.toUtf8());
    QVERIFY(writeFile(world.path(QStringLiteral("no.tar")), "no tar"));
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
                   QStringLiteral("--image"), good(), QStringLiteral("--yes")});
    QVERIFY2(vanishing.code == 3 && vanishing.told().contains("--rm"), vanishing.told().constData());
    END_WORLD(world);
}

void TestPortagentUpgrade::p37_endsOldOrNewWhenItIsKilled()
{
    BEGIN_CONTAINER(world);
    watchNothing(world);
    const QString next = good();
    const QByteArray content = world.content();
    const QByteArray old = inspected(world.container(), QStringLiteral("{{.Id}}"));
    EXPECT_CODE(world.run(words(QStringLiteral("backup create svc"))), 0);
    const auto journals = [&] {
        return QDir(world.home() + QStringLiteral("/journal")).entryInfoList(QDir::Files, QDir::Time);
    };
    for (const QByteArray step : {"stop", "swap-agentx", "recreate", "unfence", "start", "wait-healthy"}) {
        for (const QByteArray event : {"before", "done"}) {
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
                                  QStringLiteral("--image"), good(), QStringLiteral("--yes")});
    QVERIFY2(run.code == 3 && run.told().contains("compose project agents"), run.told().constData());
    END_WORLD(world);
}

void TestPortagentUpgrade::p38_upgradesAComposeServiceAndLeavesItsFile()
{
    BEGIN_PROJECT(world);
    const QByteArray next = inspected(good(), QStringLiteral("{{.Id}}"));
    const QByteArray content = world.content();
    const QByteArray files = project.files();
    const QByteArray old = imagesOf(world);
    const QByteArray ports =
        inspected(project.container(), QStringLiteral("{{json .HostConfig.PortBindings}}"));
    const CliRun checked = world.json(words(QStringLiteral("upgrade check svc")));
    QVERIFY2(checked.code == 0 && checked.output.contains("v2-good"), checked.told().constData());
    const CliRun shown = world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                                    QStringLiteral("--image"), good()});
    QVERIFY2(shown.code == 3 && shown.output.contains("queue, worker")
                 && shown.output.contains("stays as it is"),
             shown.told().constData());
    QCOMPARE(imagesOf(world), old);
    EXPECT_CODE(world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                           QStringLiteral("--image"), good(), QStringLiteral("--yes")}),
                0);
    QCOMPARE(imagesOf(world), next);
    QCOMPARE(world.content(), content);
    QCOMPARE(project.files(), files);
    QCOMPARE(inspected(project.container(), QStringLiteral("{{json .HostConfig.PortBindings}}")), ports);
    QCOMPARE(inspected(project.container(), QStringLiteral("{{.HostConfig.RestartPolicy.Name}}")),
             "unless-stopped");
    QCOMPARE(world.state(), QStringLiteral("healthy"));
    QCOMPARE(imagesOf(world, QStringLiteral("queue")), old);
    // What the operator types later keeps the new image.
    world.compose().compose(words(QStringLiteral("up -d --no-deps portagent")));
    QCOMPARE(imagesOf(world), next);
    END_WORLD(world);
}

void TestPortagentUpgrade::p38_returnsToTheOldImageAndData()
{
    QFETCH(QByteArray, lines);
    BEGIN_PROJECT(world);
    const QString bad = image(QStringLiteral("v2-bad"), lines);
    QVERIFY(!bad.isEmpty());
    const QByteArray content = world.content();
    const QByteArray old = imagesOf(world);
    const CliRun run = world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                                  QStringLiteral("--image"), bad, QStringLiteral("--wait"),
                                  QStringLiteral("5"), QStringLiteral("--yes")});
    QVERIFY2(run.code == 1, run.told().mid(run.told().indexOf("failed  ")).constData());
    QCOMPARE(imagesOf(world), old);
    QCOMPARE(inspected(project.tag(), QStringLiteral("{{.Id}}")), old);
    QCOMPARE(inspected(project.container(), QStringLiteral("{{.HostConfig.RestartPolicy.Name}}")),
             "unless-stopped");
    QTRY_COMPARE_WITH_TIMEOUT(world.state(), QStringLiteral("healthy"), 20000);
    QCOMPARE(world.content(), content);
    END_WORLD(world);
}

void TestPortagentUpgrade::p38_putsBackAndForthAsOftenAsWanted()
{
    BEGIN_PROJECT(world);
    const QByteArray content = world.content();
    const QByteArray old = imagesOf(world);
    EXPECT_CODE(world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                           QStringLiteral("--image"), good(), QStringLiteral("--yes")}),
                0);
    const QByteArray next = imagesOf(world);
    world.execute(QStringLiteral("portagent"),
                  "DELETE FROM users WHERE rowid IN (SELECT rowid FROM users LIMIT 3)");
    const QByteArray changed = world.content();
    for (int round = 0; round < 3; ++round) {
        const QString operation =
            world.newest(words(QStringLiteral("undo list")), QStringLiteral("operation"));
        EXPECT_CODE(
            world.run({QStringLiteral("undo"), QStringLiteral("apply"), operation, QStringLiteral("--yes")}),
            0);
        const bool isOld = round % 2 == 0;
        QCOMPARE(imagesOf(world), isOld ? old : next);
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), QStringLiteral("healthy"), 20000);
        QCOMPARE(world.content(), isOld ? content : changed);
    }
    END_WORLD(world);
}

void TestPortagentUpgrade::p38_endsOldOrNewWhenItIsKilled()
{
    BEGIN_PROJECT(world);
    const QByteArray next = inspected(good(), QStringLiteral("{{.Id}}"));
    const QByteArray content = world.content();
    const QByteArray old = imagesOf(world);
    EXPECT_CODE(world.run(words(QStringLiteral("backup create svc"))), 0);
    int round = 0;
    for (const QByteArray step : {"stop", "swap-agentx", "recreate", "start", "wait-healthy"}) {
        for (const QByteArray event : {"before", "done"}) {
            killAt(world, good(), step, event, 150 * (round++ % 4));
            const QString operation =
                world.newest(words(QStringLiteral("journal list")), QStringLiteral("operation"));
            const bool isBack = event == "before";
            const CliRun settled = world.run({QStringLiteral("journal"),
                                              isBack ? QStringLiteral("rollback") : QStringLiteral("resume"),
                                              operation, QStringLiteral("--yes")});
            const QString outcome =
                world.newest(words(QStringLiteral("journal list")), QStringLiteral("outcome"));
            QVERIFY2(outcome == u"done" || outcome == u"putBack", settled.told().constData());
            QTRY_COMPARE_WITH_TIMEOUT(world.state(), QStringLiteral("healthy"), 20000);
            QCOMPARE(world.content(), content);
            QCOMPARE(imagesOf(world), outcome == u"done" ? next : old);
            if (outcome == u"done")
                EXPECT_CODE(world.run({QStringLiteral("undo"), QStringLiteral("apply"), operation,
                                       QStringLiteral("--yes")}),
                            0);
            QCOMPARE(imagesOf(world), old);
            QCOMPARE(world.compose().containers(QStringLiteral("portagent")).size(), 1);
            QCOMPARE(inspected(project.container(), QStringLiteral("{{.HostConfig.RestartPolicy.Name}}")),
                     "unless-stopped");
        }
    }
    END_WORLD(world);
}

void TestPortagentUpgrade::p38_replacesAllReplicas()
{
    BEGIN_PROJECT(world);
    // Two of them on the same data need no port of the host; the file says one, the operator asked for two.
    project.edit("    ports: [\"127.0.0.1:${PORT}:5200\"]\n", "");
    world.compose().compose(words(QStringLiteral("up -d --no-deps --scale portagent=2 portagent")));
    QCOMPARE(world.compose().containers(QStringLiteral("portagent")).size(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(world.state(), QStringLiteral("healthy"), 20000);
    const QByteArray next = inspected(good(), QStringLiteral("{{.Id}}"));
    EXPECT_CODE(world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                           QStringLiteral("--image"), good(), QStringLiteral("--yes")}),
                0);
    QCOMPARE(imagesOf(world), QByteArray(next + '\n' + next));
    END_WORLD(world);
}

/// Kills an upgrade so many milliseconds after its journal tells an event of a step.
void TestPortagentUpgrade::killAt(CliWorld &world, const QString &image, const QByteArray &step,
                                  const QByteArray &event, int milliseconds)
{
    const auto journals = [&] {
        return QDir(world.home() + QStringLiteral("/journal")).entryInfoList(QDir::Files, QDir::Time);
    };
    const QList<QFileInfo> known = journals();
    const auto process =
        world.started({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                       QStringLiteral("--image"), image, QStringLiteral("--yes")});
    const QByteArray stepText = QByteArray("\"step\":\"" + step + "\"");
    const QByteArray eventText = QByteArray("\"" + event + "\"");
    const auto hasCome = [&] {
        for (const QFileInfo &file : journals()) {
            if (known.contains(file))
                continue;
            for (const QByteArray &line : readAll(file.filePath()).split('\n'))
                if (line.contains(stepText) && line.contains(eventText))
                    return true;
        }
        return false;
    };
    while (!hasCome() && !process->waitForFinished(1))
        ;
    process->waitForFinished(std::max(1, milliseconds));
    process->kill();
    process->waitForFinished();
}

/// The ids of the images that the containers of a service have.
QByteArray TestPortagentUpgrade::imagesOf(CliWorld &world, const QString &service)
{
    return CliWorld::docker(
        QStringList{QStringLiteral("inspect"), QStringLiteral("--format"), QStringLiteral("{{.Image}}")}
        + world.compose().containers(service));
}

/// A file of "npm pack"; made by tar, which is all that npm does.
QString TestPortagentUpgrade::packed(CliWorld &world, const QString &version, const QByteArray &script)
{
    const QString folder = world.path(QStringLiteral("pack-") + version);
    writeFile(folder + QStringLiteral("/package/package.json"),
              "{\"name\": \"@agentxjs/portagent\", \"version\": \"" + version.toUtf8()
                  + "\", \"bin\": {\"portagent\": \"cli.sh\"}}");
    writeFile(folder + QStringLiteral("/package/cli.sh"), "#!/bin/sh\n" + script, true);
    const QString file = world.path(QStringLiteral("portagent-%1.tgz").arg(version));
    runProgram(QStringLiteral("tar"), {QStringLiteral("-czf"), file, QStringLiteral("package")}, folder);
    return file;
}

QByteArray TestPortagentUpgrade::installedVersion(CliWorld &world)
{
    return world.json(words(QStringLiteral("upgrade check svc")))
        .json.object()
        .value(QStringLiteral("version"))
        .toString()
        .toUtf8();
}

/// The service as npm installs it, started as a process.
QByteArray TestPortagentUpgrade::beginPackage(CliWorld &world)
{
    const QByteArray begun = world.begin();
    if (!begun.isEmpty())
        return begun;
    world.run(words(QStringLiteral("instance remove svc --yes")));
    const QString prefix = world.path(QStringLiteral("prefix"));
    const QString first = packed(world, QStringLiteral("1.0.0"), "exec " PILOTHOUSE_DEMO_SERVICE " \"$@\"\n");
    if (runProgram(QStringLiteral("npm"),
                   {QStringLiteral("install"), QStringLiteral("--global"), QStringLiteral("--offline"),
                    QStringLiteral("--prefix"), prefix, first},
                   world.path({}))
        != 0)
        return "npm could not install the first version";
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    const QString port = QString::number(server.serverPort());
    server.close();
    const CliRun added =
        world.run({QStringLiteral("instance"), QStringLiteral("add"), QStringLiteral("svc"),
                   QStringLiteral("--profile"), QStringLiteral("portagent"), QStringLiteral("--data-dir"),
                   world.data(), QStringLiteral("--process"),
                   QStringLiteral("%1/bin/portagent --data-dir %2 --port %3 --pid-file %4 --rate 0")
                       .arg(prefix, world.data(), port, world.path(QStringLiteral("pid"))),
                   QStringLiteral("--pid-file"), world.path(QStringLiteral("pid")),
                   QStringLiteral("--health-url"), QStringLiteral("http://127.0.0.1:%1/health").arg(port),
                   QStringLiteral("--watch-seconds"), QStringLiteral("0")});
    if (added.code != 0)
        return added.told();
    const CliRun up = world.run(words(QStringLiteral("service start svc --yes")));
    return up.code == 0 ? QByteArray() : up.told();
}

void TestPortagentUpgrade::p39_upgradesAnNpmPackage()
{
    PILOTHOUSE_REQUIRE(!QStandardPaths::findExecutable(QStringLiteral("npm")).isEmpty(), "npm is missing");
    CliWorld world(Kind::Files);
    const QByteArray begun = beginPackage(world);
    QVERIFY2(begun.isEmpty(), begun.constData());
    QCOMPARE(installedVersion(world), "1.0.0");
    const QByteArray content = world.content();
    const QString next = packed(world, QStringLiteral("2.0.0"), "exec " PILOTHOUSE_DEMO_SERVICE " \"$@\"\n");
    EXPECT_CODE(world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                           QStringLiteral("--file"), next, QStringLiteral("--yes")}),
                0);
    QCOMPARE(installedVersion(world), "2.0.0");
    QCOMPARE(world.state(), QStringLiteral("healthy"));
    for (const QByteArray version : {"1.0.0", "2.0.0"}) {
        EXPECT_CODE(world.run({QStringLiteral("undo"), QStringLiteral("apply"),
                               world.newest(words(QStringLiteral("undo list")), QStringLiteral("operation")),
                               QStringLiteral("--yes")}),
                    0);
        QCOMPARE(installedVersion(world), version);
        QCOMPARE(world.content(), content);
    }
    world.run(words(QStringLiteral("service stop svc --yes")));
    END_WORLD(world);
}

void TestPortagentUpgrade::p39_returnsToTheOldPackage()
{
    PILOTHOUSE_REQUIRE(!QStandardPaths::findExecutable(QStringLiteral("npm")).isEmpty(), "npm is missing");
    CliWorld world(Kind::Files);
    const QByteArray begun = beginPackage(world);
    QVERIFY2(begun.isEmpty(), begun.constData());
    const QByteArray content = world.content();
    const QString broken =
        packed(world, QStringLiteral("2.0.0"),
               "for f in " + world.data().toUtf8() + "/data/*.db; do echo gone > $f; done; exit 3\n");
    for (const QStringList &what :
         {QStringList{QStringLiteral("--file"), broken}, words(QStringLiteral("--version 9.9.9"))}) {
        const CliRun run = world.run(words(QStringLiteral("upgrade run svc --wait 5 --yes")) + what);
        QVERIFY2(run.code == 1, run.told().constData());
        QCOMPARE(installedVersion(world), "1.0.0");
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), QStringLiteral("healthy"), 20000);
        QCOMPARE(world.content(), content);
    }
    world.run(words(QStringLiteral("service stop svc --yes")));
    END_WORLD(world);
}

QTEST_GUILESS_MAIN(TestPortagentUpgrade)
#include "tst_portagentupgrade.moc"

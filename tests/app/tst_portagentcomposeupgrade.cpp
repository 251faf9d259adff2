// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/upgradeworld.h"
#include "tests/support/testsupport.h"

#include <QDir>

using namespace pilothouse;

namespace tst_portagentcomposeupgrade {

using Kind = CliWorld::Kind;

namespace {

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
    QTRY_COMPARE_WITH_TIMEOUT(world.state(), QStringLiteral("healthy"), 60000)

/// Kills an upgrade so many milliseconds after its journal tells an event of a step.
void killAt(CliWorld &world, const QString &image, const QByteArray &step, const QByteArray &event,
            int milliseconds)
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
QByteArray imagesOf(CliWorld &world, const QString &service = QStringLiteral("portagent"))
{
    return CliWorld::docker(
        QStringList{QStringLiteral("inspect"), QStringLiteral("--format"), QStringLiteral("{{.Image}}")}
        + world.compose().containers(service));
}

} // namespace

/// P38: another image for a service of a compose project, and the way back to the old one with its data.
class TestPortagentComposeUpgrade : public QObject
{
    Q_OBJECT

private slots:
    void p38_upgradesAComposeServiceAndLeavesItsFile();
    void p38_returnsToTheOldImageAndData_data() { addFailingUpgrades(); }
    void p38_returnsToTheOldImageAndData();
    void p38_putsBackAndForthAsOftenAsWanted();
    void p38_endsOldOrNewWhenItIsKilled();
    void p38_replacesAllReplicas();
};

void TestPortagentComposeUpgrade::p38_upgradesAComposeServiceAndLeavesItsFile()
{
    BEGIN_PROJECT(world);
    const QByteArray next = inspected(goodUpgrade(), QStringLiteral("{{.Id}}"));
    const QByteArray content = world.content();
    const QByteArray files = project.files();
    const QByteArray old = imagesOf(world);
    const QByteArray ports =
        inspected(project.container(), QStringLiteral("{{json .HostConfig.PortBindings}}"));
    const CliRun checked = world.json(words(QStringLiteral("upgrade check svc")));
    QVERIFY2(checked.code == 0 && checked.output.contains("v2-good"), checked.told().constData());
    const CliRun shown = world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                                    QStringLiteral("--image"), goodUpgrade()});
    QVERIFY2(shown.code == 3 && shown.output.contains("queue, worker")
                 && shown.output.contains("stays as it is"),
             shown.told().constData());
    QCOMPARE(imagesOf(world), old);
    EXPECT_CODE(world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                           QStringLiteral("--image"), goodUpgrade(), QStringLiteral("--yes")}),
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

void TestPortagentComposeUpgrade::p38_returnsToTheOldImageAndData()
{
    QFETCH(QByteArray, lines);
    BEGIN_PROJECT(world);
    const QString bad = upgradeImage(QStringLiteral("v2-bad"), lines);
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
    QTRY_COMPARE_WITH_TIMEOUT(world.state(), QStringLiteral("healthy"), 60000);
    QCOMPARE(world.content(), content);
    END_WORLD(world);
}

void TestPortagentComposeUpgrade::p38_putsBackAndForthAsOftenAsWanted()
{
    BEGIN_PROJECT(world);
    const QByteArray content = world.content();
    const QByteArray old = imagesOf(world);
    EXPECT_CODE(world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                           QStringLiteral("--image"), goodUpgrade(), QStringLiteral("--yes")}),
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
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), QStringLiteral("healthy"), 60000);
        QCOMPARE(world.content(), isOld ? content : changed);
    }
    END_WORLD(world);
}

void TestPortagentComposeUpgrade::p38_endsOldOrNewWhenItIsKilled()
{
    BEGIN_PROJECT(world);
    const QByteArray next = inspected(goodUpgrade(), QStringLiteral("{{.Id}}"));
    const QByteArray content = world.content();
    const QByteArray old = imagesOf(world);
    EXPECT_CODE(world.run(words(QStringLiteral("backup create svc"))), 0);
    int round = 0;
    for (const QByteArray step : {"stop", "swap-agentx", "recreate", "start", "wait-healthy"}) {
        for (const QByteArray event : {"before", "done"}) {
            // Each step once, before it and after it in turn; twice where there is time for that.
            const int turn = round++;
            if (!qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE") && turn % 4 != 0 && turn % 4 != 3)
                continue;
            killAt(world, goodUpgrade(), step, event, 150 * (turn % 4));
            const QString operation =
                world.newest(words(QStringLiteral("journal list")), QStringLiteral("operation"));
            const bool isBack = event == "before";
            const CliRun settled = world.run({QStringLiteral("journal"),
                                              isBack ? QStringLiteral("rollback") : QStringLiteral("resume"),
                                              operation, QStringLiteral("--yes")});
            const QString outcome =
                world.newest(words(QStringLiteral("journal list")), QStringLiteral("outcome"));
            QVERIFY2(outcome == u"done" || outcome == u"putBack", settled.told().constData());
            QTRY_COMPARE_WITH_TIMEOUT(world.state(), QStringLiteral("healthy"), 60000);
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

void TestPortagentComposeUpgrade::p38_replacesAllReplicas()
{
    BEGIN_PROJECT(world);
    // Two of them on the same data need no port of the host; the file says one, the operator asked for two.
    project.edit("    ports: [\"127.0.0.1:${PORT}:5200\"]\n", "");
    world.compose().compose(words(QStringLiteral("up -d --no-deps --scale portagent=2 portagent")));
    QCOMPARE(world.compose().containers(QStringLiteral("portagent")).size(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(world.state(), QStringLiteral("healthy"), 60000);
    const QByteArray next = inspected(goodUpgrade(), QStringLiteral("{{.Id}}"));
    EXPECT_CODE(world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                           QStringLiteral("--image"), goodUpgrade(), QStringLiteral("--yes")}),
                0);
    QCOMPARE(imagesOf(world), QByteArray(next + '\n' + next));
    END_WORLD(world);
}

} // namespace tst_portagentcomposeupgrade

QTEST_GUILESS_MAIN(tst_portagentcomposeupgrade::TestPortagentComposeUpgrade)
#include "tst_portagentcomposeupgrade.moc"

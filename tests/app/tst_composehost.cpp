// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cliworld.h"
#include "tests/support/testsupport.h"

using namespace pilothouse;

namespace tst_composehost {

namespace {

#define BEGIN_HOST(world)                                                                                    \
    PILOTHOUSE_REQUIRE_ENGINE();                                                                             \
    BEGIN_WORLD(world, CliWorld::Kind::Compose)

QString onlyContainer(const CliWorld &world, const char *service = "portagent")
{
    return world.compose().containers(QString::fromLatin1(service)).value(0);
}

} // namespace

/// The command line on a service of a compose project.
class TestComposeHost : public QObject
{
    Q_OBJECT

private slots:
    void answersAboutTheProject();
    void restoresOneServiceAndLeavesTheOthers();
    void takesTheProjectDownAndUpAgain();
    void replacesAContainer();
    void findsTheServiceByItsImage();
    void p01_findsTheProject();
};

void TestComposeHost::answersAboutTheProject()
{
    BEGIN_HOST(world);
    const QJsonArray services = world.json(words(QStringLiteral("compose services svc"))).json.array();
    QCOMPARE(services.size(), 3);
    QCOMPARE(services.at(0).toObject().value(u"service").toString(), QStringLiteral("queue"));
    QVERIFY(services.at(1).toObject().value(u"isData").toBool());
    QCOMPARE(services.at(2).toObject().value(u"replicas").toInt(), 2);
    for (const char *line : {"logs tail svc --source services --since 1h", "logs tail svc --source console",
                             "logs tail svc --source service/queue", "logs stats svc --source services",
                             "service environment svc", "service mounts svc", "instance probe svc"}) {
        const CliRun answer = world.json(words(QLatin1String(line)));
        QVERIFY2(answer.code == 0 && !answer.json.array().isEmpty() != answer.json.isObject(),
                 QByteArray(line + answer.told()).constData());
    }
    QSet<QString> streams;
    for (const QJsonValue &record :
         world.json(words(QStringLiteral("logs tail svc --source services --count 2000"))).json.array())
        streams << record.toObject().value(u"stream").toString();
    QVERIFY(streams.contains(QStringLiteral("queue")) && streams.contains(QStringLiteral("worker/2")));
    const QJsonObject listening =
        world.json(words(QStringLiteral("service sockets svc"))).json.array().at(0).toObject();
    QCOMPARE(listening.value(u"state").toString(), QStringLiteral("listen"));
    QCOMPARE(listening.value(u"port").toInt(), 5200);
    EXPECT_CODE(world.run(words(QStringLiteral("logs tail svc --level loud"))), 2);
    EXPECT_CODE(world.run(words(QStringLiteral("logs tail svc --since yesterday-ish"))), 2);
    const QByteArray complaint = world.complaint();
    QVERIFY2(complaint.isEmpty(), complaint.constData());
}

void TestComposeHost::p01_findsTheProject()
{
    BEGIN_HOST(world);
    EXPECT_CODE(world.run(words(QStringLiteral("instance remove svc"))), 0);
    const CliRun found = world.json(words(QStringLiteral("instance discover")));
    QString add;
    for (const QJsonValue &candidate : found.json.object().value(u"candidates").toArray()) {
        const QJsonObject runtime =
            candidate.toObject().value(u"instance").toObject().value(u"runtime").toObject();
        if (runtime.value(u"project").toString() == world.compose().project()
            && runtime.value(u"service").toString() == u"portagent")
            add = candidate.toObject().value(u"add").toString();
    }
    QVERIFY2(!add.isEmpty(), found.told().constData());
    EXPECT_CODE(world.run(QProcess::splitCommand(add.replace(u'\'', u'"')).mid(1)), 0);
}

void TestComposeHost::restoresOneServiceAndLeavesTheOthers()
{
    BEGIN_HOST(world);
    const QByteArray good = world.content();
    EXPECT_CODE(world.run(words(QStringLiteral("backup create svc"))), 0);
    const QString backup = world.newest(words(QStringLiteral("backup list svc")), QStringLiteral("id"));
    world.execute(QStringLiteral("agentx"), "DELETE FROM kv_storage");
    const QString queue = onlyContainer(world, "queue");
    const QString format = QStringLiteral("{{.State.StartedAt}}{{.HostConfig.RestartPolicy.Name}}");
    const QStringList inspect{QStringLiteral("inspect"), QStringLiteral("--format"), format};
    const QByteArray before = CliWorld::docker(inspect + QStringList{queue});
    EXPECT_CODE(world.run(words(QStringLiteral("restore svc %1 --yes").arg(backup))), 0);
    QCOMPARE(world.content(), good);
    QCOMPARE(world.state(), QStringLiteral("healthy"));
    QCOMPARE(CliWorld::docker(inspect + QStringList{queue}), before);
    QVERIFY(CliWorld::docker(inspect + QStringList{onlyContainer(world)}).endsWith("unless-stopped"));
}

void TestComposeHost::takesTheProjectDownAndUpAgain()
{
    BEGIN_HOST(world);
    const QByteArray good = world.content();
    EXPECT_CODE(world.run(words(QStringLiteral("compose down svc"))), 3);
    QVERIFY(!onlyContainer(world).isEmpty());
    EXPECT_CODE(world.run(words(QStringLiteral("compose down svc --yes"))), 0);
    QVERIFY(onlyContainer(world).isEmpty() && onlyContainer(world, "queue").isEmpty());
    EXPECT_CODE(world.run(words(QStringLiteral("compose up svc --yes"))), 0);
    QTRY_COMPARE_WITH_TIMEOUT(world.state(), QStringLiteral("healthy"), 15'000);
    QCOMPARE(world.compose().containers(QStringLiteral("worker")).size(), 2);
    QCOMPARE(world.content(), good);
}

void TestComposeHost::replacesAContainer()
{
    BEGIN_HOST(world);
    const QString before = onlyContainer(world);
    const QString queue = onlyContainer(world, "queue");
    EXPECT_CODE(world.run(words(QStringLiteral("compose recreate svc --service portagent --yes"))), 0);
    QVERIFY(onlyContainer(world) != before);
    QCOMPARE(onlyContainer(world, "queue"), queue);
    QTRY_COMPARE_WITH_TIMEOUT(world.state(), QStringLiteral("healthy"), 15'000);
    const QString startedAt = world.startedAt();
    EXPECT_CODE(world.run(words(QStringLiteral("compose restart svc --service portagent --yes"))), 0);
    QVERIFY(world.startedAt() != startedAt);
    EXPECT_CODE(world.run(words(QStringLiteral("compose restart svc --service nobody --yes"))), 1);
}

void TestComposeHost::findsTheServiceByItsImage()
{
    BEGIN_HOST(world);
    // All services have the same image here, which is none of the profile's: the operator must say which.
    const QString add = QStringLiteral("instance add b --profile portagent --compose ");
    EXPECT_CODE(world.run(words(add + world.compose().project())), 2);
    EXPECT_CODE(world.run(words(add + u"no-such-project/x")), 1);
    EXPECT_CODE(world.run(words(add + u"../x")), 2);
}

} // namespace tst_composehost

QTEST_GUILESS_MAIN(tst_composehost::TestComposeHost)
#include "tst_composehost.moc"

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
    void f36_showsTheServicesAndTheWorkersLog();
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

<<<<<<< HEAD
} // namespace tst_composehost

QTEST_GUILESS_MAIN(tst_composehost::TestComposeHost)
=======
/// Database, API and worker of one project: each with its state, its log and its control.
void TestComposeHost::f36_showsTheServicesAndTheWorkersLog()
{
    PILOTHOUSE_REQUIRE_ENGINE();
    PILOTHOUSE_REQUIRE(qEnvironmentVariableIsSet("PILOTHOUSE_TESTBED_POSTGRES_IMAGE"),
                       "PostgreSQL 15 is not installed");
    const ComposeWorld project(QStringLiteral("tenants.yml"));
    const QByteArray up = project.compose({QStringLiteral("up"), QStringLiteral("-d")});
    QVERIFY2(!up.startsWith("failed"), up.constData());
    CliWorld world(CliWorld::Kind::Files);
    EXPECT_CODE(world.run({QStringLiteral("instance"), QStringLiteral("add"), QStringLiteral("store"),
                           QStringLiteral("--profile"), QStringLiteral("agentfs"),
                           QStringLiteral("--compose"), project.project() + u"/api"}),
                0);
    const auto rows = [&world](const char *line) {
        return world.json(words(QLatin1String(line))).json.array();
    };
    const auto service = [&rows](const char *name) {
        for (const QJsonValue &row : rows("compose services store"))
            if (row[u"service"].toString() == QLatin1String(name))
                return row.toObject();
        return QJsonObject();
    };
    // Without its table the worker ends, and says why; it is started again and again.
    const auto sql = [&project](const char *text) {
        return CliWorld::docker({QStringLiteral("exec"), project.containers(QStringLiteral("db")).value(0),
                                 QStringLiteral("psql"), QStringLiteral("-U"), QStringLiteral("agentfs"),
                                 QStringLiteral("-qc"), QLatin1String(text)});
    };
    sql("ALTER TABLE public.embedding_jobs RENAME TO away");
    QTRY_VERIFY_WITH_TIMEOUT(
        QJsonDocument(rows("logs tail store --source worker")).toJson().contains("embedding_jobs"), 5000);
    sql("ALTER TABLE public.away RENAME TO embedding_jobs");
    QTRY_COMPARE_WITH_TIMEOUT(service("worker").value(u"running").toInt(), 1, 5000);
    QVERIFY(service("api").value(u"isData").toBool());
    QVERIFY2(service("db").value(u"status").toString().contains(u"healthy"),
             qPrintable(service("db").value(u"status").toString()));
    QVERIFY(service("api").value(u"dependsOn").toArray().contains(QStringLiteral("db")));

    // The database is where the API finds it: a name that only containers know.
    const CliRun reached = world.json(words(QStringLiteral("database test store main")));
    QVERIFY2(reached.code == 0 && reached.json.object().value(u"isReachable").toBool(),
             reached.told().constData());
    QVERIFY(!QJsonDocument(rows("logs tail store --source db --count 5")).array().isEmpty());

    const auto startOf = [&project](const char *name) {
        return CliWorld::docker({QStringLiteral("inspect"), QStringLiteral("--format"),
                                 QStringLiteral("{{.State.StartedAt}}"),
                                 project.containers(QLatin1String(name)).value(0)});
    };
    const QByteArray worker = startOf("worker");
    const QByteArray api = startOf("api");
    EXPECT_CODE(world.run(words(QStringLiteral("compose restart store --service worker --yes"))), 0);
    QVERIFY(startOf("worker") != worker);
    QCOMPARE(startOf("api"), api);
    QCOMPARE(service("worker").value(u"running").toInt(), 1);
    const QByteArray complaint = world.complaint();
    QVERIFY2(complaint.isEmpty(), complaint.constData());
}

QTEST_GUILESS_MAIN(TestComposeHost)
>>>>>>> pgmore
#include "tst_composehost.moc"

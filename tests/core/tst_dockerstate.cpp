// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/dockerdiscovery.h"
#include "core/runtime/dockerendpoint.h"
#include "core/runtime/dockerstate.h"
#include "core/runtime/mountpaths.h"
#include "core/runtime/runtimefactory.h"
#include "tests/support/testsupport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

using namespace pilothouse;

namespace tst_dockerstate {

namespace {

QJsonObject inspected()
{
    return QJsonDocument::fromJson(readAll(QStringLiteral(TEST_DATA "/docker/inspect-unhealthy.json")))
        .object();
}

QByteArray frame(int stream, const QByteArray &payload)
{
    QByteArray bytes(8, '\0');
    bytes[0] = static_cast<char>(stream);
    for (int i = 0; i < 4; ++i)
        bytes[4 + i] = static_cast<char>((payload.size() >> (24 - 8 * i)) & 0xFF);
    return bytes + payload;
}

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class TestDockerState : public QObject
{
    Q_OBJECT

private slots:
    void readsTheStateOfAContainer();
    void readsHowHealthIsTested();
    void tellsWhyAContainerEnded_data();
    void tellsWhyAContainerEnded();
    void holdsNoSecrets();
    void survivesMutatedDescriptions();
    void computesStatisticsAsDockerDoes();
    void findsWhereAPortIsPublished_data();
    void findsWhereAPortIsPublished();
    void knowsThePortsThatAStoppedContainerWillHave();
    void findsTheHostSideOfAPath_data();
    void findsTheHostSideOfAPath();
    void listsMountsInOneOrder();
    void refusesPathsInTheContainersOwnLayer();
    void splitsFramesHoweverTheyAreCut();
    void refusesWhatIsNoFrame();
    void passesHugeFramesThrough();
    void survivesMutatedFrames();
    void followsDockersOwnSettings();
    void refusesEnginesElsewhere();
    void namesTheRepositoryOfAnImage_data();
    void namesTheRepositoryOfAnImage();
    void makesRuntimesFromSettings();
};

void TestDockerState::readsTheStateOfAContainer()
{
    const ServiceStatus status = statusFromInspect(inspected());
    QCOMPARE(status.state, ServiceState::Running);
    QCOMPARE(status.health, word("unhealthy"));
    QVERIFY(status.healthLog.startsWith(word("Health check exceeded timeout (10s)")));
    QVERIFY(!status.healthLog.contains(word("abcdef")) && !status.healthLog.contains(QChar(0x1b)));
    QCOMPARE(status.pid, 4711);
    QCOMPARE(status.startedAt, QDateTime(QDate(2026, 11, 20), QTime(21, 3, 51, 31), Qt::UTC));
    QVERIFY(!status.endedAt.isValid());
    QCOMPARE(status.restartCount, 2);
    QCOMPARE(status.image, word("example/notes:2.4"));
    QVERIFY(status.imageDigest.startsWith(word("sha256:1a2b")));
    QCOMPARE(status.restartPolicy, word("on-failure"));
    QVERIFY(status.removesItself);
    QVERIFY(status.identity.startsWith(word("4f1b")));
    QCOMPARE(restartPolicyFromInspect(inspected()), (DockerRestartPolicy{word("on-failure"), 5}));
    QCOMPARE(stopTimeFromInspect(inspected()).value_or(0), 45);
    QCOMPARE(supervisorFromInspect(inspected()), word("Swarm"));
    QCOMPARE(toJson(status).value(word("state")).toString(), word("running"));
}

void TestDockerState::readsHowHealthIsTested()
{
    QJsonObject container = inspected();
    const auto checkOf = [&container](const char *json) {
        QJsonObject config = container.value(word("Config")).toObject();
        config.insert(word("Healthcheck"), QJsonDocument::fromJson(json).object());
        container.insert(word("Config"), config);
        return statusFromInspect(container).healthCheck;
    };
    const auto own = checkOf(R"({"Test":["CMD-SHELL","wget --spider http://localhost:5200/health || exit 1"],
        "Interval":15000000000,"Timeout":10000000000,"StartPeriod":5000000000,"Retries":4})");
    QVERIFY(own.has_value());
    QCOMPARE(own->command, word("wget --spider http://localhost:5200/health || exit 1"));
    QCOMPARE(own->intervalSeconds, 15);
    QCOMPARE(own->timeoutSeconds, 10);
    QCOMPARE(own->startSeconds, 5);
    QCOMPARE(own->retries, 4);
    const auto left = checkOf(R"({"Test":["CMD","/check"]})"); // the engine's own numbers
    QCOMPARE(left->intervalSeconds, 30);
    QCOMPARE(left->retries, 3);
    QVERIFY(!checkOf(R"({"Test":["NONE"]})"));
    QVERIFY(!checkOf("{}"));
}

void TestDockerState::tellsWhyAContainerEnded_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("reason");
    QTest::newRow("clean") << word(R"({"Status":"exited","ExitCode":0})") << QString();
    QTest::newRow("failed") << word(R"({"Status":"exited","ExitCode":3})")
                            << word("It ended with exit code 3.");
    QTest::newRow("killed") << word(R"({"Status":"exited","ExitCode":137})")
                            << word("It was killed (exit code 137).");
    QTest::newRow("memory") << word(R"({"Status":"exited","ExitCode":137,"OOMKilled":true})")
                            << word("It was killed because it needed more memory than it may use.");
    QTest::newRow("engine") << word(
        R"({"Status":"created","ExitCode":128,"Error":"port is already allocated"})")
                            << word("port is already allocated");
    QTest::newRow("odd") << word(R"({"Status":"hovering"})")
                         << word("The container engine tells no state that Pilothouse knows.");
}

void TestDockerState::tellsWhyAContainerEnded()
{
    QFETCH(QString, state);
    QFETCH(QString, reason);
    const QJsonObject object{{word("State"), QJsonDocument::fromJson(state.toUtf8()).object()}};
    QCOMPARE(statusFromInspect(object).reason, reason);
}

void TestDockerState::holdsNoSecrets()
{
    const QList<EnvironmentEntry> entries = environmentFromInspect(inspected());
    QCOMPARE(entries.size(), 4);
    QVERIFY(entries.contains(EnvironmentEntry{word("PORT"), word("8080"), false}));
    QVERIFY(entries.contains(EnvironmentEntry{word("NOTES_SECRET"), {}, true}));
    for (const EnvironmentEntry &entry : entries)
        QVERIFY2(!entry.value.contains(word("hunter2")), qPrintable(entry.key));
}

void TestDockerState::survivesMutatedDescriptions()
{
    QRandomGenerator random(20261121);
    const QByteArray whole = readAll(QStringLiteral(TEST_DATA "/docker/inspect-unhealthy.json"));
    int parsed = 0;
    for (int i = 0; i < 10000; ++i) {
        QByteArray bytes = whole;
        for (int change = 0; change < 3; ++change)
            bytes[random.bounded(static_cast<int>(bytes.size()))] = "0123456789{}[]\",:x"[random.bounded(18)];
        const QJsonObject object = QJsonDocument::fromJson(bytes).object();
        parsed += object.isEmpty() ? 0 : 1;
        (void)toJson(statusFromInspect(object));
        (void)hostPath(mountsFromInspect(object), word("/data/x"));
        (void)environmentFromInspect(object);
        (void)statisticsFromSample(object);
    }
    QVERIFY(parsed > 100);
}

void TestDockerState::computesStatisticsAsDockerDoes()
{
    const QJsonObject sample = QJsonDocument::fromJson(R"({
        "read": "2026-11-20T22:00:01.5Z", "preread": "2026-11-20T22:00:00.5Z",
        "cpu_stats": { "cpu_usage": { "total_usage": 3500000000 }, "system_cpu_usage": 104000000000, "online_cpus": 4 },
        "precpu_stats": { "cpu_usage": { "total_usage": 2500000000 }, "system_cpu_usage": 100000000000, "online_cpus": 4 },
        "memory_stats": { "usage": 500000, "limit": 1000000, "stats": { "inactive_file": 200000 } },
        "networks": { "eth0": { "rx_bytes": 10, "tx_bytes": 20 }, "eth1": { "rx_bytes": 1, "tx_bytes": 2 } },
        "blkio_stats": { "io_service_bytes_recursive": [ { "op": "Read", "value": 7 }, { "op": "write", "value": 9 },
                                                         { "op": "Total", "value": 16 } ] }
    })")
                                   .object();
    const auto statistics = statisticsFromSample(sample);
    QVERIFY(statistics.has_value());
    QCOMPARE(statistics->cpuPercent, 100.0);
    QCOMPARE(statistics->memoryBytes, 300000);
    QCOMPARE(statistics->memoryLimit, 1000000);
    QCOMPARE(statistics->networkReceived, 11);
    QCOMPARE(statistics->networkSent, 22);
    QCOMPARE(statistics->blockRead, 7);
    QCOMPARE(statistics->blockWritten, 9);
    QVERIFY(!statisticsFromSample({{word("read"), word("0001-01-01T00:00:00Z")}}));
}

void TestDockerState::findsWhereAPortIsPublished_data()
{
    QTest::addColumn<QByteArray>("network");
    QTest::addColumn<QString>("address");
    QTest::newRow("random port") << QByteArray(R"({"Ports": {"5200/tcp": [
        {"HostIp": "0.0.0.0", "HostPort": "49153"}, {"HostIp": "::", "HostPort": "49153"}]}})")
                                 << word("http://127.0.0.1:49153/health");
    QTest::newRow("one address") << QByteArray(
        R"({"Ports": {"5200/tcp": [{"HostIp": "192.0.2.7", "HostPort": "8080"}]}})")
                                 << word("http://192.0.2.7:8080/health");
    QTest::newRow("not published") << QByteArray(
        R"({"Ports": {"5200/tcp": null}, "IPAddress": "172.17.0.4"})")
                                   << word("http://172.17.0.4:5200/health");
    QTest::newRow("network of its own")
        << QByteArray(R"({"Ports": {}, "IPAddress": "", "Networks": {"x": {"IPAddress": "172.20.0.2"}}})")
        << word("http://172.20.0.2:5200/health");
    QTest::newRow("this machine's network")
        << QByteArray(R"({"Networks": {"host": {"IPAddress": ""}}})") << word("http://127.0.0.1:5200/health");
    QTest::newRow("nonsense") << QByteArray(
        R"({"Ports": {"5200/tcp": [{"HostPort": "99999"}, 7]}, "IPAddress": "evil.example"})")
                              << word("http://127.0.0.1:5200/health");
}

void TestDockerState::findsWhereAPortIsPublished()
{
    QFETCH(QByteArray, network);
    QFETCH(QString, address);
    const QJsonObject container{{word("NetworkSettings"), QJsonDocument::fromJson(network).object()}};
    QCOMPARE(reachableFromInspect(container, QUrl(word("http://127.0.0.1:5200/health"))).toString(), address);
}

void TestDockerState::knowsThePortsThatAStoppedContainerWillHave()
{
    const QUrl inside(word("http://127.0.0.1:5200/health"));
    QJsonObject host =
        QJsonDocument::fromJson(R"({"PortBindings": {"5200/tcp": [{"HostIp": "", "HostPort": "8123"}]}})")
            .object();
    QJsonObject container{{word("HostConfig"), host}};
    QCOMPARE(reachableFromInspect(container, inside).port(), 8123);
    host.insert(word("NetworkMode"), word("host"));
    container.insert(word("HostConfig"), host);
    QCOMPARE(reachableFromInspect(container, inside), inside);
}

void TestDockerState::findsTheHostSideOfAPath_data()
{
    QTest::addColumn<QString>("inside");
    QTest::addColumn<QString>("outside");
    QTest::newRow("mount itself") << word("/data") << word("/srv/notes");
    QTest::newRow("below it") << word("/data/db/notes.db") << word("/srv/notes/db/notes.db");
    QTest::newRow("innermost wins") << word("/data/blobs/1") << word("/srv/big/1");
    QTest::newRow("trailing slash") << word("/data/") << word("/srv/notes");
    QTest::newRow("volume") << word("/cache/a") << word("/var/lib/docker/volumes/cache/_data/a");
}

void TestDockerState::findsTheHostSideOfAPath()
{
    QFETCH(QString, inside);
    QFETCH(QString, outside);
    const auto path = hostPath(mountsFromInspect(inspected()), inside);
    QVERIFY_RESULT(path);
    QCOMPARE(*path, outside);
}

void TestDockerState::listsMountsInOneOrder()
{
    QJsonObject turned = inspected();
    QJsonArray mounts;
    for (const QJsonValue &mount : turned.value(word("Mounts")).toArray())
        mounts.prepend(mount);
    QVERIFY(mounts.size() > 1);
    turned.insert(word("Mounts"), mounts);
    QCOMPARE(mountsFromInspect(turned), mountsFromInspect(inspected()));
}

void TestDockerState::refusesPathsInTheContainersOwnLayer()
{
    const QList<MountEntry> mounts = mountsFromInspect(inspected());
    for (const char *path : {"/", "/database", "/dat", "/tmp/x", "/data/../etc", ""})
        QVERIFY2(!hostPath(mounts, word(path)), path);
}

void TestDockerState::splitsFramesHoweverTheyAreCut()
{
    const QByteArray wire = frame(1, "out 1\n") + frame(2, "err\n") + frame(1, {}) + frame(1, "out 2\n");
    for (qsizetype size = 1; size <= wire.size(); ++size) {
        DockerFrameDecoder decoder;
        QByteArray output;
        QByteArray error;
        for (qsizetype at = 0; at < wire.size(); at += size) {
            const auto more =
                decoder.feed(wire.mid(at, size), [&](DockerStream stream, const QByteArray &bytes) {
                    (stream == DockerStream::Output ? output : error) += bytes;
                    return true;
                });
            QVERIFY_RESULT(more);
        }
        QCOMPARE(output, QByteArray("out 1\nout 2\n"));
        QCOMPARE(error, QByteArray("err\n"));
        QVERIFY(decoder.isBetweenFrames());
    }
}

void TestDockerState::refusesWhatIsNoFrame()
{
    DockerFrameDecoder decoder;
    const auto more =
        decoder.feed("plain text of a terminal", [](DockerStream, const QByteArray &) { return true; });
    QVERIFY(!more);
    QCOMPARE(more.error().kind, ErrorKind::BadData);
}

void TestDockerState::passesHugeFramesThrough()
{
    DockerFrameDecoder decoder;
    qint64 seen = 0;
    const auto count = [&](DockerStream, const QByteArray &bytes) {
        seen += bytes.size();
        return seen < 3'000'000;
    };
    QVERIFY(decoder.feed(QByteArray("\x01\0\0\0\xff\xff\xff\xff", 8), count).value());
    const QByteArray piece(65536, 'x');
    while (decoder.feed(piece, count).value()) {
    }
    QVERIFY(seen >= 3'000'000);
    QVERIFY(!decoder.isBetweenFrames());
}

void TestDockerState::survivesMutatedFrames()
{
    QRandomGenerator random(20261120);
    QByteArray wire;
    for (int i = 0; i < 20; ++i)
        wire += frame(1 + i % 2, QByteArray(i * 7, static_cast<char>('a' + i)));
    for (int round = 0; round < 10000; ++round) {
        QByteArray bytes = wire.left(random.bounded(static_cast<int>(wire.size())));
        for (int change = random.bounded(4); change > 0 && !bytes.isEmpty(); --change)
            bytes[random.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(random.bounded(256));
        DockerFrameDecoder decoder;
        qsizetype passed = 0;
        for (qsizetype at = 0; at < bytes.size();) {
            const qsizetype size = 1 + random.bounded(40);
            const auto more = decoder.feed(bytes.mid(at, size), [&](DockerStream, const QByteArray &piece) {
                passed += piece.size();
                return true;
            });
            if (!more)
                break;
            at += size;
        }
        QVERIFY(passed <= bytes.size());
    }
}

void TestDockerState::followsDockersOwnSettings()
{
    QTemporaryDir folder;
    DockerSurroundings around{{}, {}, folder.path()};
    QCOMPARE(dockerSocket({}, around).value(), word("/var/run/docker.sock"));
    writeAll(folder.filePath(word("config.json")), R"({"currentContext":"rootless"})");
    QCOMPARE(dockerSocket({}, around).error().kind, ErrorKind::NotFound);
    writeAll(folder.filePath(word("contexts/meta/0a/meta.json")), "garbage");
    writeAll(
        folder.filePath(word("contexts/meta/0b/meta.json")),
        R"({"Name":"rootless","Metadata":{},"Endpoints":{"docker":{"Host":"unix:///run/user/1000/docker.sock"}}})");
    QCOMPARE(dockerSocket({}, around).value(), word("/run/user/1000/docker.sock"));
    around.context = word("default");
    QCOMPARE(dockerSocket({}, around).value(), word("/var/run/docker.sock"));
    around.host = word("unix:///tmp/host.sock");
    QCOMPARE(dockerSocket({}, around).value(), word("/tmp/host.sock"));
    QCOMPARE(dockerSocket(word("unix:///tmp/mine.sock"), around).value(), word("/tmp/mine.sock"));
}

void TestDockerState::refusesEnginesElsewhere()
{
    for (const char *address :
         {"tcp://10.0.0.1:2375", "ssh://ann:hunter2@host", "unix://relative.sock", "npipe:////./pipe/x"}) {
        const auto socket = dockerSocket(word(address), {});
        QVERIFY2(!socket, address);
        QCOMPARE(socket.error().kind, ErrorKind::Refused);
        QVERIFY(!socket.error().toText().contains(word("hunter2")));
    }
}

void TestDockerState::namesTheRepositoryOfAnImage_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("repository");
    QTest::newRow("bare") << word("notes") << word("notes");
    QTest::newRow("tag") << word("example/notes:1.2") << word("example/notes");
    QTest::newRow("registry") << word("registry.example.org:5000/example/notes:1.2") << word("example/notes");
    QTest::newRow("local registry") << word("localhost/notes") << word("notes");
    QTest::newRow("digest") << word("example/notes@sha256:0011") << word("example/notes");
    QTest::newRow("both") << word("example/notes:1@sha256:0011") << word("example/notes");
}

void TestDockerState::namesTheRepositoryOfAnImage()
{
    QFETCH(QString, image);
    QFETCH(QString, repository);
    QCOMPARE(imageRepository(image), repository);
}

void TestDockerState::makesRuntimesFromSettings()
{
    RuntimeSettings settings;
    QCOMPARE(makeRuntime(settings, word("/srv"), {}, {}).value()->kind(), word("files"));
    settings.kind = word("process");
    QCOMPARE(makeRuntime(settings, word("/srv"), {}, {}).error().kind, ErrorKind::BadInput);
    settings.command = QStringList{word("/usr/bin/service")};
    settings.pidFile = word("relative.pid");
    QCOMPARE(makeRuntime(settings, word("/srv"), {}, {}).error().kind, ErrorKind::BadInput);
    settings.pidFile = word("/run/service.pid");
    QCOMPARE(makeRuntime(settings, word("/srv"), {}, {}).value()->kind(), word("process"));
    settings.kind = word("docker");
    settings.engine = word("unix:///run/docker.sock");
    for (const char *name : {"", "-x", "../x", "a/b", "a b", "a\nb", "a?b"}) {
        settings.container = word(name);
        QCOMPARE(makeRuntime(settings, word("/srv"), {}, {}).error().kind, ErrorKind::BadInput);
    }
    settings.container = word("notes-1");
    const auto docker = makeRuntime(settings, word("/srv"), {}, {}).value();
    QCOMPARE(docker->kind(), word("docker"));
    QCOMPARE(docker->stopCommand(), word("docker -H unix:///run/docker.sock stop --time 10 notes-1"));
    settings.kind = word("kubernetes");
    QCOMPARE(makeRuntime(settings, word("/srv"), {}, {}).error().kind, ErrorKind::BadInput);
}

} // namespace tst_dockerstate

QTEST_GUILESS_MAIN(tst_dockerstate::TestDockerState)
#include "tst_dockerstate.moc"

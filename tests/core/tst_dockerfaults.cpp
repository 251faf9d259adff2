// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/dockerengine.h"
#include "core/runtime/dockerruntime.h"
#include "tests/support/faultydockerengine.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>

#include <thread>

using namespace pilothouse;

namespace tst_dockerfaults {
using namespace std::chrono_literals;

namespace {

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

RuntimeSettings settingsFor(const QString &container)
{
    RuntimeSettings settings;
    settings.kind = word("docker");
    settings.container = container;
    return settings;
}

} // namespace

class TestDockerFaults : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_engine = std::make_unique<FaultyDockerEngine>(); }
    void speaksTheNewestApiThatBothKnow_data();
    void speaksTheNewestApiThatBothKnow();
    void listensToThePingFirst_data();
    void listensToThePingFirst();
    void tellsWhatTheEngineSays_data();
    void tellsWhatTheEngineSays();
    void refusesNamesBeforeTheyBecomeAddresses();
    void refusesAnswersThatAreNoJson();
    void endsEndlessAnswers();
    void reportsACutLog();
    void reportsADamagedLog();
    void reportsAnEventLineThatIsNoJson();
    void cancelsAFollowWithin100Milliseconds();
    void reportsARestartPolicyThatDoesNotStick();
    void tellsMissingContainersFromMissingEngines();
    void asksForTheVersionOnce();
    void leaksNothingOverManyFaults();

private:
    DockerEngine engine() const { return DockerEngine(m_engine->socket()); }

    std::unique_ptr<FaultyDockerEngine> m_engine;
    OperationContext m_context;
};

void TestDockerFaults::speaksTheNewestApiThatBothKnow_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<int>("api");
    QTest::newRow("older than we") << QByteArray(R"({"ApiVersion":"1.41","MinAPIVersion":"1.12"})") << 41;
    QTest::newRow("newer than we") << QByteArray(R"({"ApiVersion":"1.99","MinAPIVersion":"1.24"})") << 45;
    QTest::newRow("much newer") << QByteArray(R"({"ApiVersion":"1.99","MinAPIVersion":"1.60"})") << 60;
    QTest::newRow("no minimum") << QByteArray(R"({"ApiVersion":"1.40"})") << 40;
    QTest::newRow("too old") << QByteArray(R"({"ApiVersion":"1.12"})") << 0;
    QTest::newRow("nonsense") << QByteArray(R"({"ApiVersion":"two"})") << 0;
    QTest::newRow("garbage") << QByteArray("\x00\xff{{{") << 0;
    QTest::newRow("another service") << QByteArray("{\"status\":\"ok\"}") << 0;
}

void TestDockerFaults::speaksTheNewestApiThatBothKnow()
{
    QFETCH(QByteArray, version);
    QFETCH(int, api);
    m_engine->onJson("/version", version);
    const auto spoken = engine().version(m_context);
    QCOMPARE(spoken ? spoken->api : 0, api);
}

void TestDockerFaults::listensToThePingFirst_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("asksForMore");
    const QByteArray version41 = QByteArrayLiteral("/v1.41/containers/json");
    QTest::newRow("known") << QByteArray("1.40") << QByteArray("/v1.40/containers/json") << false;
    QTest::newRow("newer than we") << QByteArray("1.99") << version41 << true;
    QTest::newRow("too old") << QByteArray("1.12") << version41 << true;
    QTest::newRow("nonsense") << QByteArray("two") << version41 << true;
}

void TestDockerFaults::listensToThePingFirst()
{
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, path);
    QFETCH(bool, asksForMore);
    bool wasAsked = false;
    m_engine->on("/_ping", [&said](StubConnection &connection) {
        connection.answer(200, "OK", "Api-Version: " + said + "\r\n");
    });
    m_engine->on("/version", [&wasAsked](StubConnection &connection) {
        wasAsked = true;
        connection.answer(200, R"({"ApiVersion":"1.41","MinAPIVersion":"1.12"})");
    });
    m_engine->onJson(path, "[]");
    QVERIFY(engine().containers(m_context));
    QCOMPARE(wasAsked, asksForMore);
}

void TestDockerFaults::tellsWhatTheEngineSays_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("detail");
    QTest::newRow("500") << 500 << QByteArray(R"({"message":"driver failed: port is already allocated"})")
                         << ErrorKind::Internal << word("driver failed: port is already allocated");
    QTest::newRow("404") << 404 << QByteArray(R"({"message":"No such container: x"})") << ErrorKind::NotFound
                         << word("No such container: x");
    QTest::newRow("409") << 409 << QByteArray(R"({"message":"is not running"})") << ErrorKind::Refused
                         << word("is not running");
    QTest::newRow("400") << 400 << QByteArray(R"({"message":"bad"})") << ErrorKind::BadInput << word("bad");
    QTest::newRow("no json") << 502 << QByteArray("<html>") << ErrorKind::Internal << QString();
    QTest::newRow("escapes") << 500 << QByteArray("{\"message\":\"\\u001b]0;title\"}") << ErrorKind::Internal
                             << QString(QStringLiteral("\u241B]0;title"));
    QTest::newRow("secret") << 500 << QByteArray(R"({"message":"env API_KEY=hunter2 refused"})")
                            << ErrorKind::Internal
                            << QString(word("env API_KEY=") + QString(8, QChar(0x2022)) + word(" refused"));
}

void TestDockerFaults::tellsWhatTheEngineSays()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, detail);
    m_engine->onJson("/start", body, status);
    const auto started = engine().start(word("x"), m_context);
    QVERIFY(!started);
    QCOMPARE(errorKindName(started.error().kind), errorKindName(kind));
    QCOMPARE(started.error().subject, word("x"));
    QCOMPARE(started.error().detail, detail);
}

void TestDockerFaults::refusesNamesBeforeTheyBecomeAddresses()
{
    for (const char *name : {"", "../version", "x/../../y", "-v", "a b", "x?all=1", "x%2f", "x\r\nHost: y"}) {
        QCOMPARE(engine().inspect(word(name), m_context).error().kind, ErrorKind::BadInput);
        QCOMPARE(engine().stop(word(name), 1s, m_context).error().kind, ErrorKind::BadInput);
        QCOMPARE(engine().inspectImage(word(name) + word("/.."), m_context).error().kind,
                 ErrorKind::BadInput);
    }
    QVERIFY(m_engine->requests().isEmpty());
}

void TestDockerFaults::refusesAnswersThatAreNoJson()
{
    m_engine->onJson("/containers/json", "[{\"Id\":\"1\",");
    QCOMPARE(engine().containers(m_context).error().kind, ErrorKind::BadData);
    m_engine = std::make_unique<FaultyDockerEngine>();
    m_engine->onJson("/containers/json",
                     R"([1, null, {"Names":null,"Mounts":7,"Ports":[{}],"Labels":[]}, []])");
    const auto list = engine().containers(m_context);
    QVERIFY_RESULT(list);
    QCOMPARE(list->size(), 4);
}

void TestDockerFaults::endsEndlessAnswers()
{
    m_engine->on("/containers/json", [](StubConnection &connection) {
        connection.send("HTTP/1.1 200 OK\r\n");
        while (connection.send("X-Header: xxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n")) {
        }
    });
    m_engine->on("/x/json", [](StubConnection &connection) {
        connection.send("HTTP/1.1 200 OK\r\n\r\n");
        while (connection.send(QByteArray(1 << 20, '['))) {
        }
    });
    QCOMPARE(engine().containers(m_context).error().kind, ErrorKind::BadData);
    QCOMPARE(engine().inspect(word("x"), m_context).error().kind, ErrorKind::BadData);
}

void TestDockerFaults::reportsACutLog()
{
    m_engine->onJson("/x/json", R"({"Config":{"Tty":false}})");
    m_engine->on("/x/logs", [](StubConnection &connection) {
        connection.send("HTTP/1.1 200 OK\r\n\r\n"
                        + QByteArray("\1\0\0\0\0\0\0\5hello\1\0\0\0\0\0\0\x20half", 25));
    });
    QByteArray seen;
    const auto logs = engine().logs(
        word("x"), {},
        [&](DockerStream, const QByteArray &bytes) {
            seen += bytes;
            return true;
        },
        m_context);
    QCOMPARE(seen, QByteArray("hellohalf"));
    QVERIFY(!logs);
    QCOMPARE(logs.error().kind, ErrorKind::BadData);
}

void TestDockerFaults::reportsADamagedLog()
{
    m_engine->onJson("/x/json", R"({"Config":{"Tty":false}})");
    m_engine->on("/x/logs", [](StubConnection &connection) { connection.answer(200, "no frames at all"); });
    const auto logs = engine().logs(
        word("x"), {}, [](DockerStream, const QByteArray &) { return true; }, m_context);
    QVERIFY(!logs);
    QCOMPARE(logs.error().kind, ErrorKind::BadData);
}

void TestDockerFaults::reportsAnEventLineThatIsNoJson()
{
    m_engine->on("/events", [](StubConnection &connection) {
        connection.send("HTTP/1.1 200 OK\r\n\r\n{\"Action\":\"start\"}\n{\"Act");
        connection.pause(50);
        connection.send("ion\":\"die\"}\nnonsense\n");
        connection.hold();
    });
    QStringList actions;
    const auto events = engine().events(
        word("x"), QDateTime::currentDateTimeUtc(),
        [&](const QJsonObject &event) {
            actions << event.value(word("Action")).toString();
            return true;
        },
        m_context);
    QCOMPARE(actions, QStringList({word("start"), word("die")}));
    QVERIFY(!events);
    QCOMPARE(events.error().kind, ErrorKind::BadData);
}

void TestDockerFaults::cancelsAFollowWithin100Milliseconds()
{
    m_engine->on("/events", [](StubConnection &connection) {
        connection.send("HTTP/1.1 200 OK\r\n\r\n{\"Action\":\"start\"}\n");
        connection.hold();
    });
    QElapsedTimer sinceCancel;
    OperationContext context;
    std::thread canceller;
    const auto events = engine().events(
        {}, QDateTime::currentDateTimeUtc(),
        [&](const QJsonObject &) {
            canceller = std::thread([&] {
                std::this_thread::sleep_for(50ms);
                sinceCancel.start();
                context.cancel();
            });
            return true;
        },
        context);
    const qint64 took = sinceCancel.elapsed();
    canceller.join();
    QVERIFY(!events);
    QCOMPARE(events.error().kind, ErrorKind::Cancelled);
    QVERIFY2(took <= 100, qPrintable(QString::number(took)));
}

void TestDockerFaults::reportsARestartPolicyThatDoesNotStick()
{
    m_engine->onJson("/x/json",
                     R"({"State":{"Status":"running"},"HostConfig":{"RestartPolicy":{"Name":"always"}}})");
    m_engine->onJson("/x/update", "{}");
    DockerRuntime runtime(m_engine->socket(), settingsFor(word("x")), {});
    QCOMPARE(runtime.fenceState(m_context)->value(word("restartPolicy")).toString(), word("always"));
    const auto fenced = runtime.fence(m_context);
    QVERIFY(!fenced);
    QCOMPARE(fenced.error().kind, ErrorKind::Refused);
    QCOMPARE(runtime.unfence({}, m_context).error().kind, ErrorKind::BadInput);
}

void TestDockerFaults::tellsMissingContainersFromMissingEngines()
{
    m_engine->onJson("/x/json", R"({"message":"No such container: x"})", 404);
    DockerRuntime runtime(m_engine->socket(), settingsFor(word("x")), {});
    const auto status = runtime.status(m_context);
    QVERIFY_RESULT(status);
    QCOMPARE(status->state, ServiceState::Missing);
    DockerRuntime nowhere(word("/no/such/docker.sock"), settingsFor(word("x")), {});
    QVERIFY(!nowhere.status(m_context));
    QCOMPARE(nowhere.status(m_context).error().subject, word("/no/such/docker.sock"));
}

void TestDockerFaults::asksForTheVersionOnce()
{
    m_engine->on("/_ping",
                 [](StubConnection &connection) { connection.answer(200, "OK", "Api-Version: 1.41\r\n"); });
    m_engine->onJson("/containers/json", "[]");
    const DockerEngine engine = this->engine();
    QVERIFY_RESULT(engine.containers(m_context));
    QVERIFY_RESULT(engine.containers(m_context));
    QCOMPARE(m_engine->requests().size(), 3); // the version is asked once
    QVERIFY(m_engine->requests().last().startsWith("GET /v1.41/containers/json?all=1 "));
}

void TestDockerFaults::leaksNothingOverManyFaults()
{
    m_engine->on("/containers/json", [](StubConnection &connection) {
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n[");
    });
    const auto descriptors = [] {
        return QDir(word("/proc/self/fd"))
            .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
            .size();
    };
    const DockerEngine engine = this->engine();
    QVERIFY(!engine.containers(m_context));
    const auto before = descriptors();
    for (int i = 0; i < 300; ++i)
        QVERIFY(!engine.containers(m_context));
    QTRY_VERIFY(descriptors() <= before + 1);
}

} // namespace tst_dockerfaults

QTEST_GUILESS_MAIN(tst_dockerfaults::TestDockerFaults)
#include "tst_dockerfaults.moc"

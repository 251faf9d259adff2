// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/composelogstream.h"
#include "core/runtime/composeruntime.h"
#include "core/runtime/dockerruntime.h"
#include "tests/support/composeworld.h"
#include "tests/support/testsupport.h"

using namespace pilothouse;

namespace tst_composeruntime {
using namespace std::chrono_literals;

namespace {

const QString Up = QStringLiteral("up");
const QString Detach = QStringLiteral("-d");

QStringList names(const QList<ComposeService> &services)
{
    QStringList list;
    for (const ComposeService &service : services)
        list << service.name;
    return list;
}

QString socket()
{
    return qEnvironmentVariable("DOCKER_HOST").mid(7);
}

ComposeRuntime runtimeOf(const ComposeWorld &world, const QString &service = QStringLiteral("portagent"))
{
    return ComposeRuntime(socket(), world.settings(service), ServiceProfile());
}

} // namespace

/// A project of docker-compose in the testbed's Docker Engine.
class TestComposeRuntime : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatDependsOnWhat_data();
    void readsWhatDependsOnWhat();
    void ordersServicesBeforeTheirUsers();
    void acceptsOnlyNames();
    void stopsAndStartsOneServiceOnly();
    void listsServicesInTheirOrder();
    void fencesEveryReplica();
    void tellsServicesThatAreNotThere();
    void bringsAProjectUpAgainThatIsGone();
    void mergesLogsByTime();
    void followsLogsOfAllServices();

private:
    OperationContext m_context;
};

void TestComposeRuntime::readsWhatDependsOnWhat_data()
{
    QTest::addColumn<QByteArray>("printed");
    QTest::newRow("list") << QByteArray(
        "networks: {}\nservices:\n  a:\n    command: x\n    depends_on:\n    - b\n    - c\n"
        "    image: y\n  b:\n    image: depends_on\n    volumes:\n    - d\n");
    QTest::newRow("indented list") << QByteArray(
        "services:\n  a:\n    depends_on:\n      - b\n      - c\n  b: {}\n");
    QTest::newRow("mapping") << QByteArray(
        "services:\n  a:\n    depends_on:\n      b:\n        condition: service_started\n"
        "      c:\n        condition: service_healthy\nversion: '2.4'\n");
    QTest::newRow("quoted") << QByteArray("services:\n  'a':\n    depends_on:\n    - 'b'\n    - \"c\"\n");
}

void TestComposeRuntime::readsWhatDependsOnWhat()
{
    QFETCH(QByteArray, printed);
    const auto found = dependenciesFromConfig(printed);
    QCOMPARE(found.value(QStringLiteral("a")), QStringList({QStringLiteral("b"), QStringLiteral("c")}));
    QCOMPARE(found.size(), 1);
}

void TestComposeRuntime::ordersServicesBeforeTheirUsers()
{
    const auto service = [](const char *name, const QStringList &depends) {
        return ComposeService{QString::fromLatin1(name), {}, depends};
    };
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    const QString c = QStringLiteral("c");
    QCOMPARE(names(inStartOrder({service("a", {c}), service("b", {}), service("c", {b})})),
             QStringList({b, c, a}));
    QCOMPARE(names(inStartOrder({service("b", {}), service("a", {})})), QStringList({a, b}));
    QCOMPARE(names(inStartOrder({service("a", {b}), service("b", {a})})), QStringList({a, b}));
    QCOMPARE(names(inStartOrder({service("a", {a, QStringLiteral("gone")})})), QStringList({a}));
}

void TestComposeRuntime::acceptsOnlyNames()
{
    for (const char *good : {"web", "web-1", "a.b_c"})
        QVERIFY(checkComposeName(QString::fromLatin1(good)));
    for (const char *bad : {"", "--file", "a b", "$(x)", "../x", "a/b"})
        QVERIFY(!checkComposeName(QString::fromLatin1(bad)));
}

void TestComposeRuntime::stopsAndStartsOneServiceOnly()
{
    PILOTHOUSE_REQUIRE_ENGINE();
    const ComposeWorld world;
    const QByteArray up = world.compose({Up, Detach});
    QVERIFY2(!up.startsWith("failed"), up.constData());
    ComposeRuntime service = runtimeOf(world);
    QTRY_COMPARE_WITH_TIMEOUT(service.status(m_context)->state, ServiceState::Running, 20'000);
    QCOMPARE(service.status(m_context)->restartPolicy, QStringLiteral("unless-stopped"));
    QCOMPARE(service.knownOthers(), QStringList({QStringLiteral("queue"), QStringLiteral("worker")}));
    const auto environment = service.environment(m_context);
    QVERIFY_RESULT(environment);
    for (const EnvironmentEntry &entry : *environment)
        QVERIFY(entry.key != u"LLM_PROVIDER_KEY" || (entry.isSecret && entry.value.isEmpty()));
    const auto mounts = service.mounts(m_context);
    QVERIFY_RESULT(mounts);
    QCOMPARE(mounts->first().source, world.data());
    const auto stopped = service.stop(0ms, m_context);
    QVERIFY_RESULT(stopped);
    QVERIFY(stopped->wasRunning && !stopped->wasKilled);
    QCOMPARE(service.status(m_context)->state, ServiceState::Stopped);
    QCOMPARE(runtimeOf(world, QStringLiteral("queue")).status(m_context)->state, ServiceState::Running);
    QVERIFY_RESULT(service.start(m_context));
    QTRY_COMPARE_WITH_TIMEOUT(service.status(m_context)->state, ServiceState::Running, 20'000);
    const auto queue = runtimeOf(world, QStringLiteral("queue")).mounts(m_context);
    QVERIFY_RESULT(queue);
    QCOMPARE(queue->first().kind, QStringLiteral("volume"));
    QVERIFY(queue->first().source.startsWith(u'/'));
}

void TestComposeRuntime::listsServicesInTheirOrder()
{
    PILOTHOUSE_REQUIRE_ENGINE();
    const ComposeWorld world;
    const QByteArray up = world.compose({Up, Detach});
    QVERIFY2(!up.startsWith("failed"), up.constData());
    const auto services = ComposeProject(socket(), world.settings()).services(m_context);
    QVERIFY_RESULT(services);
    QCOMPARE(names(*services),
             QStringList({QStringLiteral("queue"), QStringLiteral("portagent"), QStringLiteral("worker")}));
    QCOMPARE(services->at(1).dependsOn, QStringList{QStringLiteral("queue")});
    QCOMPARE(services->at(2).containers.size(), 2);
    QCOMPARE(services->at(2).runningCount(), 2);
    QVERIFY(services->at(1).containers.first().ports.size() == 1);
}

void TestComposeRuntime::fencesEveryReplica()
{
    PILOTHOUSE_REQUIRE_ENGINE();
    const ComposeWorld world;
    const QByteArray up = world.compose({Up, Detach});
    QVERIFY2(!up.startsWith("failed"), up.constData());
    ComposeRuntime workers = runtimeOf(world, QStringLiteral("worker"));
    const auto before = workers.fenceState(m_context);
    QVERIFY_RESULT(before);
    QVERIFY(!*workers.isFenced(m_context));
    QVERIFY_RESULT(workers.fence(m_context));
    QVERIFY(*workers.isFenced(m_context));
    for (const QString &id : world.containers(QStringLiteral("worker")))
        QCOMPARE(ComposeWorld::docker({QStringLiteral("inspect"), QStringLiteral("--format"),
                                       QStringLiteral("{{.HostConfig.RestartPolicy.Name}}"), id}),
                 QByteArray("no"));
    QVERIFY_RESULT(workers.unfence(*before, m_context));
    QCOMPARE(*workers.fenceState(m_context), *before);
    QCOMPARE(workers.status(m_context)->restartPolicy, QStringLiteral("always"));
}

void TestComposeRuntime::tellsServicesThatAreNotThere()
{
    PILOTHOUSE_REQUIRE_ENGINE();
    const ComposeWorld world;
    ComposeRuntime none = runtimeOf(world);
    QCOMPARE(none.status(m_context)->state, ServiceState::Missing);
    QCOMPARE(none.start(m_context).error().kind, ErrorKind::NotFound);
    QVERIFY(none.start(m_context).error().advice.contains(u"up --detach portagent"));
    const auto run = none.project().run({QStringLiteral("up")}, 10s, m_context);
    QVERIFY(!run);
    QCOMPARE(run.error().kind, ErrorKind::NotFound);
}

void TestComposeRuntime::bringsAProjectUpAgainThatIsGone()
{
    PILOTHOUSE_REQUIRE_ENGINE();
    const ComposeWorld world;
    const QByteArray up = world.compose({Up, Detach, QStringLiteral("queue")});
    QVERIFY2(!up.startsWith("failed"), up.constData());
    RuntimeSettings settings = world.settings(QStringLiteral("queue"));
    const auto files = ComposeProject(socket(), settings).files(m_context);
    QVERIFY_RESULT(files);
    settings.workingDirectory = files->folder;
    settings.composeFiles = files->files;
    const ComposeProject project(socket(), settings);
    QVERIFY_RESULT(project.run({QStringLiteral("down"), QStringLiteral("--timeout"), QStringLiteral("1")},
                               60s, m_context));
    QVERIFY(project.containers(m_context)->isEmpty());
    QVERIFY_RESULT(project.run({Up, Detach, QStringLiteral("queue")}, 60s, m_context));
    QCOMPARE(project.containers(m_context)->size(), 1);
    const auto bad = project.run({Up, Detach, QStringLiteral("nobody")}, 60s, m_context);
    QCOMPARE(bad.error().kind, ErrorKind::Refused);
    QVERIFY2(bad.error().detail.contains(u"nobody"), qPrintable(bad.error().toText()));
}

void TestComposeRuntime::mergesLogsByTime()
{
    PILOTHOUSE_REQUIRE_ENGINE();
    const ComposeWorld world;
    const QByteArray up = world.compose({Up, Detach});
    QVERIFY2(!up.startsWith("failed"), up.constData());
    QList<LogPiece> pieces;
    const auto read = [&](int lines) {
        pieces.clear();
        return ComposeLogStream(socket(), world.settings(), {})
            .run(
                {lines, false, {}, LogLevel::Unknown},
                [&pieces](const LogPiece &piece) {
                    pieces << piece;
                    return true;
                },
                m_context);
    };
    QSet<QString> streams;
    const QSet<QString> all{QStringLiteral("portagent"), QStringLiteral("queue"), QStringLiteral("worker"),
                            QStringLiteral("worker/2")};
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            (void)read(-1);
            streams.clear();
            for (const LogPiece &piece : std::as_const(pieces))
                streams << piece.stream;
            return streams == all;
        }(),
        20'000);
    for (qsizetype i = 1; i < pieces.size(); ++i) {
        QVERIFY2(pieces.at(i - 1).bytes.left(30) <= pieces.at(i).bytes.left(30),
                 pieces.at(i).bytes.constData());
        QCOMPARE(pieces.at(i).isPlain, pieces.at(i).stream != u"portagent");
        QVERIFY(pieces.at(i).bytes.endsWith('\n'));
    }
    QVERIFY_RESULT(read(3));
    QCOMPARE(pieces.size(), 3);
}

void TestComposeRuntime::followsLogsOfAllServices()
{
    PILOTHOUSE_REQUIRE_ENGINE();
    const ComposeWorld world;
    const QByteArray up = world.compose({Up, Detach, QStringLiteral("queue")});
    QVERIFY2(!up.startsWith("failed"), up.constData());
    QList<int> numbers;
    const auto followed = ComposeLogStream(socket(), world.settings(), {})
                              .run(
                                  {-1, true, {}, LogLevel::Unknown},
                                  [&numbers](const LogPiece &piece) {
                                      numbers
                                          << piece.bytes.mid(piece.bytes.lastIndexOf(' ')).trimmed().toInt();
                                      return numbers.size() < 12;
                                  },
                                  m_context);
    QVERIFY_RESULT(followed);
    QCOMPARE(numbers.size(), 12);
    for (int i = 0; i < numbers.size(); ++i)
        QCOMPARE(numbers.at(i), i + 1); // nothing twice, nothing lost where history ends and following begins
}

} // namespace tst_composeruntime

QTEST_GUILESS_MAIN(tst_composeruntime::TestComposeRuntime)
#include "tst_composeruntime.moc"

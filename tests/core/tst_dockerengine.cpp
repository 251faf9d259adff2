// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Against a real engine: DOCKER_HOST names its socket. Every container is made from a busybox of this
// machine.
#include "core/runtime/containermeter.h"
#include "core/runtime/dockerdiscovery.h"
#include "core/runtime/dockerendpoint.h"
#include "core/runtime/dockerruntime.h"
#include "core/runtime/dockerstate.h"
#include "core/runtime/procfs.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

using namespace pilothouse;

namespace tst_dockerengine {
using namespace std::chrono_literals;

namespace {

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

const QString Image = QStringLiteral("pilothouse-test/busybox:1");

} // namespace

class TestDockerEngine : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void listsContainersWithTheirMounts();
    void startsAndStops();
    void stopsWithTheServicesOwnExitCode();
    void killsWhatIgnoresTheSignal();
    void usesTheContainersOwnStopTime();
    void refusesToStopAPausedContainer();
    void followsItsHealth();
    void tellsThatItRanOutOfMemory();
    void measuresIt();
    void measuresManyAtOnce();
    void measuresWhatRunsElsewhere();
    void separatesItsTwoStreams();
    void readsTheLogOfATerminal();
    void followsALogUntilTold();
    void hearsEvents();
    void fencesAndUnfences();
    void refusesToStopWhatDeletesItself();
    void runsProgramsInside();
    void killsProgramsInsideThatTakeTooLong();
    void showsHostileLabelsAsText();
    void takesNoBeginningOfAnIdForAName();
    void inspectsImages();
    void masksTheEnvironment();

private:
    QJsonDocument call(const QByteArray &method, const QString &path, const QByteArray &body = {});
    void importImage();
    /// Creates and starts a container that runs a line of shell; `changes` go over its configuration.
    QString run(const QString &script, const QJsonObject &changes = {}, const QJsonObject &hostChanges = {});
    DockerRuntime runtime(const QString &name, const ServiceProfile &profile = {}) const;

    QString m_socket;
    HttpClient m_http;
    OperationContext m_context;
    QStringList m_names;
    int m_number = 0;
};

QJsonDocument TestDockerEngine::call(const QByteArray &method, const QString &path, const QByteArray &body)
{
    HttpRequest request;
    request.method = method;
    request.url = QUrl(word("http://docker") + path);
    request.unixSocket = m_socket;
    request.body = body;
    request.headers = {
        {"Content-Type", path.startsWith(word("/images/create")) ? "application/x-tar" : "application/json"}};
    const auto response = m_http.send(request, m_context);
    if (!response || response->status >= 400)
        qWarning("%s: %s", qPrintable(path),
                 response ? response->body.constData() : qPrintable(response.error().toText()));
    return response ? QJsonDocument::fromJson(response->body) : QJsonDocument();
}

void TestDockerEngine::importImage()
{
    QTemporaryDir folder;
    QDir(folder.path()).mkpath(word("root/bin"));
    QDir(folder.path()).mkpath(word("root/tmp"));
    QVERIFY(QFile::copy(word("/usr/bin/busybox"), folder.filePath(word("root/bin/busybox"))));
    for (const char *tool :
         {"sh", "sleep", "cat", "echo", "env", "touch", "test", "rm", "true", "head", "tail", "yes"})
        QFile::link(word("busybox"), folder.filePath(word("root/bin/") + word(tool)));
    QProcess tar;
    tar.start(word("/usr/bin/tar"), {word("-C"), folder.filePath(word("root")), word("-c"), word(".")});
    QVERIFY(tar.waitForFinished());
    call("POST", word("/images/create?fromSrc=-&repo=pilothouse-test/busybox&tag=1"),
         tar.readAllStandardOutput());
}

void TestDockerEngine::initTestCase()
{
    if (qEnvironmentVariableIsEmpty("DOCKER_HOST"))
        QSKIP("DOCKER_HOST names no engine: ./dev testbed starts one");
    if (!QFileInfo::exists(word("/usr/bin/busybox")))
        QSKIP("busybox is not installed: the test's image is made of it");
    m_socket = dockerSocket({}, DockerSurroundings::current()).value_or(QString());
    QVERIFY_RESULT(DockerEngine(m_socket).version(m_context));
    importImage();
}

void TestDockerEngine::cleanup()
{
    for (const QString &name : std::exchange(m_names, {}))
        call("DELETE", word("/containers/%1?force=1&v=1").arg(name));
}

QString TestDockerEngine::run(const QString &script, const QJsonObject &changes,
                              const QJsonObject &hostChanges)
{
    const QString name = word("pilothouse-test-%1-%2").arg(getpid()).arg(++m_number);
    QJsonObject host{{word("NetworkMode"), word("none")}};
    for (auto it = hostChanges.begin(); it != hostChanges.end(); ++it)
        host.insert(it.key(), it.value());
    QJsonObject config{{word("Image"), Image},
                       {word("Cmd"), QJsonArray{word("/bin/sh"), word("-c"), script}},
                       {word("HostConfig"), host}};
    for (auto it = changes.begin(); it != changes.end(); ++it)
        config.insert(it.key(), it.value());
    call("POST", word("/containers/create?name=") + name, QJsonDocument(config).toJson());
    m_names << name;
    const auto started = DockerEngine(m_socket).start(name, m_context);
    if (!started)
        qWarning("%s", qPrintable(started.error().toText()));
    return name;
}

DockerRuntime TestDockerEngine::runtime(const QString &name, const ServiceProfile &profile) const
{
    RuntimeSettings settings;
    settings.kind = word("docker");
    settings.container = name;
    return {m_socket, settings, profile};
}

void TestDockerEngine::listsContainersWithTheirMounts()
{
    QTemporaryDir data;
    const QString name = run(word("exec sleep 600"), {},
                             {{word("Binds"), QJsonArray{QString(data.path() + word(":/srv/data"))}}});
    ServiceProfile profile;
    profile.id = word("invented");
    profile.images = QStringList{word("registry.example.org/pilothouse-test/busybox")};
    profile.containerDataDir = word("/srv/data/db");
    const auto found = discoverContainers(DockerEngine(m_socket), {profile}, m_context);
    QVERIFY_RESULT(found);
    const auto mine = std::find_if(found->begin(), found->end(), [&](const DockerCandidate &candidate) {
        return candidate.container.name == name;
    });
    QVERIFY(mine != found->end());
    QCOMPARE(mine->container.image, Image);
    QCOMPARE(mine->container.state, word("running"));
    QCOMPARE(mine->profile, word("invented"));
    QCOMPARE(mine->dataFolder, data.path() + word("/db"));
    QCOMPARE(runtime(name, profile).hostDataFolder(m_context).value(), data.path() + word("/db"));
    QCOMPARE(runtime(name).mounts(m_context)->first(),
             (MountEntry{word("bind"), data.path(), word("/srv/data"), false}));
}

void TestDockerEngine::startsAndStops()
{
    const QString name = run(word("exec sleep 600"), {{word("StopSignal"), word("SIGKILL")}});
    DockerRuntime service = runtime(name);
    const auto status = service.status(m_context);
    QVERIFY_RESULT(status);
    QCOMPARE(status->state, ServiceState::Running);
    QVERIFY(status->pid > 0 && status->startedAt.isValid());
    QVERIFY(status->imageDigest.startsWith(word("sha256:")));
    QVERIFY_RESULT(service.start(m_context)); // it runs already: nothing happens
    QCOMPARE(service.status(m_context)->startedAt, status->startedAt);
    QVERIFY_RESULT(service.stop(2s, m_context));
    QCOMPARE(service.status(m_context)->state, ServiceState::Stopped);
    QVERIFY(!service.stop(2s, m_context)->wasRunning);
    QVERIFY_RESULT(service.start(m_context));
    QCOMPARE(service.status(m_context)->state, ServiceState::Running);
    QVERIFY(service.status(m_context)->startedAt > status->startedAt);
}

void TestDockerEngine::stopsWithTheServicesOwnExitCode()
{
    const QString name = run(word("trap 'exit 3' TERM; echo ready; while :; do sleep 0.1; done"));
    DockerLogQuery query;
    query.isFollowing = true; // until the trap is set
    QVERIFY_RESULT(DockerEngine(m_socket).logs(
        name, query, [](DockerStream, const QByteArray &bytes) { return !bytes.contains("ready"); },
        m_context));
    const auto outcome = runtime(name).stop(5s, m_context);
    QVERIFY_RESULT(outcome);
    QCOMPARE(outcome->exitCode.value_or(-1), 3);
    QVERIFY(outcome->wasRunning && !outcome->wasKilled);
    QCOMPARE(runtime(name).status(m_context)->reason, word("It ended with exit code 3."));
}

void TestDockerEngine::killsWhatIgnoresTheSignal()
{
    const QString name = run(word("trap '' TERM; while :; do sleep 0.1; done"));
    QElapsedTimer timer;
    timer.start();
    const auto outcome = runtime(name).stop(1s, m_context);
    QVERIFY_RESULT(outcome);
    QVERIFY(timer.elapsed() >= 1000 && timer.elapsed() < 5000);
    QCOMPARE(outcome->exitCode.value_or(-1), 137);
    QVERIFY(outcome->wasKilled);
}

void TestDockerEngine::usesTheContainersOwnStopTime()
{
    const QString name = run(word("trap '' TERM; while :; do sleep 0.1; done"), {{word("StopTimeout"), 1}});
    ServiceProfile patient;
    patient.stopSeconds = 60;
    QElapsedTimer timer;
    timer.start();
    QVERIFY_RESULT(runtime(name, patient).stop(0ms, m_context));
    QVERIFY(timer.elapsed() < 8000);
}

void TestDockerEngine::refusesToStopAPausedContainer()
{
    const QString name = run(word("exec sleep 600"));
    call("POST", word("/containers/%1/pause").arg(name));
    QCOMPARE(runtime(name).status(m_context)->state, ServiceState::Paused);
    QCOMPARE(runtime(name).stop(1s, m_context).error().kind, ErrorKind::Refused);
    call("POST", word("/containers/%1/unpause").arg(name));
}

void TestDockerEngine::followsItsHealth()
{
    const QJsonObject check{
        {word("Test"), QJsonArray{word("CMD-SHELL"), word("echo looking; test -e /tmp/well")}},
        {word("Interval"), 200'000'000},
        {word("Timeout"), 2'000'000'000},
        {word("Retries"), 2}};
    const QString name = run(word("sleep 1; exec sleep 600"), {{word("Healthcheck"), check}});
    DockerRuntime service = runtime(name);
    QCOMPARE(service.status(m_context)->state, ServiceState::Starting);
    QTRY_COMPARE_WITH_TIMEOUT(service.status(m_context)->health, word("unhealthy"), 10000);
    QCOMPARE(service.status(m_context)->healthLog, word("looking"));
    QVERIFY_RESULT(service.exec({word("touch"), {word("/tmp/well")}, {}, {}}, 5s, m_context));
    QTRY_COMPARE_WITH_TIMEOUT(service.status(m_context)->health, word("healthy"), 10000);
    QCOMPARE(service.status(m_context)->state, ServiceState::Running);
}

void TestDockerEngine::tellsThatItRanOutOfMemory()
{
    const QString name =
        run(word("tail -c 200m /dev/zero"), {}, {{word("Memory"), 16 << 20}, {word("MemorySwap"), 16 << 20}});
    QTRY_COMPARE_WITH_TIMEOUT(runtime(name).status(m_context)->state, ServiceState::Stopped, 20000);
    const auto status = runtime(name).status(m_context);
    QVERIFY2(status->isOutOfMemory || status->exitCode.value_or(0) != 0, "ended well");
    QVERIFY(!status->reason.isEmpty());
}

void TestDockerEngine::measuresIt()
{
    const QString name =
        run(word("while :; do :; done"), {}, {{word("Memory"), 64 << 20}, {word("NanoCpus"), 500'000'000}});
    QElapsedTimer timer;
    timer.start();
    const auto statistics = runtime(name).statistics(m_context);
    QVERIFY_RESULT(statistics);
    qInfo("one reading took %lld ms", timer.elapsed());
    QVERIFY2(statistics->cpuPercent > 10 && statistics->cpuPercent < 100,
             qPrintable(QString::number(statistics->cpuPercent)));
    QCOMPARE(statistics->memoryLimit, 64 << 20);
    QVERIFY(statistics->memoryBytes > 0 && statistics->memoryBytes < 64 << 20);
    int samples = 0;
    QVERIFY_RESULT(DockerEngine(m_socket).followStatistics(
        name, [&](const QJsonObject &) { return ++samples < 2; }, m_context));
    QCOMPARE(samples, 2);
    QVERIFY_RESULT(runtime(name).stop(1s, m_context));
    QVERIFY(!runtime(name).statistics(m_context));
}

void TestDockerEngine::measuresManyAtOnce()
{
    const QString busy = runtime(run(word("while :; do :; done"), {}, {{word("Memory"), 64 << 20}}))
                             .status(m_context)
                             ->identity;
    const QString idle = runtime(run(word("exec sleep 600"))).status(m_context)->identity;
    const DockerEngine engine(m_socket);
    ContainerMeter meter(engine);
    const auto first = meter.read({busy, idle}, m_context);
    QVERIFY_RESULT(first);
    QCOMPARE(first->size(), 2);
    const auto next = meter.read({busy, idle}, m_context);
    QVERIFY_RESULT(next);
    for (const auto &picture : {*first, *next}) {
        QVERIFY2(picture.value(busy).cpuPercent > 5, qPrintable(QString::number(picture[busy].cpuPercent)));
        QVERIFY(picture.value(idle).cpuPercent < picture.value(busy).cpuPercent);
        QCOMPARE(picture.value(busy).memoryLimit, 64 << 20);
        QVERIFY(picture.value(idle).memoryBytes > 0);
        QCOMPARE(picture.value(idle).networkReceived, 0); // it has no network
    }
}

/// Where no control group can be found, the engine is asked. One inside a container may know nothing itself.
void TestDockerEngine::measuresWhatRunsElsewhere()
{
    const QString busy = runtime(run(word("while :; do :; done"), {}, {{word("Memory"), 64 << 20}}))
                             .status(m_context)
                             ->identity;
    const DockerEngine engine(m_socket);
    QTemporaryDir empty;
    ContainerMeter meter(engine, CgroupFiles(empty.path()));
    const auto picture = meter.read({busy}, m_context);
    QVERIFY_RESULT(picture);
    const auto sample = engine.statistics(busy, m_context);
    QVERIFY_RESULT(sample);
    const auto told = statisticsFromSample(*sample);
    QCOMPARE(picture->contains(busy), told.has_value());
    QCOMPARE(picture->value(busy).cpuPercent > 5, told.has_value());
    QCOMPARE(picture->value(busy).memoryLimit, told ? 64 << 20 : 0);
}

void TestDockerEngine::separatesItsTwoStreams()
{
    const QString name = run(word("for i in 1 2 3; do echo out $i; echo err $i >&2; done"));
    QTRY_COMPARE(runtime(name).status(m_context)->state, ServiceState::Stopped);
    QByteArray output;
    QByteArray error;
    DockerLogQuery query;
    query.hasTimestamps = false;
    const auto collect = [&](DockerStream stream, const QByteArray &bytes) {
        (stream == DockerStream::Output ? output : error) += bytes;
        return true;
    };
    QVERIFY_RESULT(DockerEngine(m_socket).logs(name, query, collect, m_context));
    QCOMPARE(output, QByteArray("out 1\nout 2\nout 3\n"));
    QCOMPARE(error, QByteArray("err 1\nerr 2\nerr 3\n"));
    output.clear();
    error.clear();
    query.tail = 1;
    query.hasTimestamps = true;
    QVERIFY_RESULT(DockerEngine(m_socket).logs(name, query, collect, m_context));
    QVERIFY(QByteArray(output + error).startsWith(QByteArray::number(QDate::currentDate().year())));
    query.tail = -1;
    query.since = QDateTime::currentDateTimeUtc().addSecs(60);
    output.clear();
    error.clear();
    QVERIFY_RESULT(DockerEngine(m_socket).logs(name, query, collect, m_context));
    QCOMPARE(QByteArray(output + error), QByteArray());
}

void TestDockerEngine::readsTheLogOfATerminal()
{
    const QString name = run(word("echo one; echo two >&2"), {{word("Tty"), true}});
    QTRY_COMPARE(runtime(name).status(m_context)->state, ServiceState::Stopped);
    QByteArray output;
    DockerLogQuery query;
    query.hasTimestamps = false;
    QVERIFY_RESULT(DockerEngine(m_socket).logs(
        name, query,
        [&](DockerStream stream, const QByteArray &bytes) {
            output += bytes;
            return stream == DockerStream::Output;
        },
        m_context));
    QCOMPARE(output, QByteArray("one\r\ntwo\r\n"));
}

void TestDockerEngine::followsALogUntilTold()
{
    const QString name = run(word("i=0; while :; do i=$((i+1)); echo line $i; sleep 0.05; done"));
    QByteArray output;
    DockerLogQuery query;
    query.hasTimestamps = false;
    query.isFollowing = true;
    QVERIFY_RESULT(DockerEngine(m_socket).logs(
        name, query,
        [&](DockerStream, const QByteArray &bytes) {
            output += bytes;
            return !output.contains("line 20\n");
        },
        m_context));
    QVERIFY(output.startsWith("line 1\nline 2\n"));
}

void TestDockerEngine::hearsEvents()
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const QString name = run(word("exit 4"));
    QStringList actions;
    QVERIFY_RESULT(DockerEngine(m_socket).events(
        name, before,
        [&](const QJsonObject &event) {
            actions << event.value(word("Action")).toString();
            return actions.last() != word("die");
        },
        m_context));
    QVERIFY(actions.contains(word("start")));
}

void TestDockerEngine::fencesAndUnfences()
{
    const QJsonObject policy{{word("Name"), word("on-failure")}, {word("MaximumRetryCount"), 7}};
    const QString name = run(word("exec sleep 600"), {}, {{word("RestartPolicy"), policy}});
    DockerRuntime service = runtime(name);
    const auto before = service.fenceState(m_context);
    QVERIFY_RESULT(before);
    QVERIFY(!service.isFenced(m_context).value());
    QVERIFY_RESULT(service.fence(m_context));
    QVERIFY(service.isFenced(m_context).value());
    QCOMPARE(service.status(m_context)->restartPolicy, word("no"));
    QVERIFY_RESULT(service.fence(m_context));
    QVERIFY_RESULT(service.unfence(*before, m_context));
    QCOMPARE(service.fenceState(m_context).value(), *before);
    QCOMPARE(service.status(m_context)->restartPolicy, word("on-failure"));
}

void TestDockerEngine::refusesToStopWhatDeletesItself()
{
    const QString name = run(word("exec sleep 600"), {}, {{word("AutoRemove"), true}});
    DockerRuntime service = runtime(name);
    QVERIFY(service.status(m_context)->removesItself);
    const auto stopped = service.stop(1s, m_context);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::Refused);
    QVERIFY(!stopped.error().advice.isEmpty());
    QCOMPARE(service.fence(m_context).error().kind, ErrorKind::Refused);
    QCOMPARE(service.status(m_context)->state, ServiceState::Running);
}

void TestDockerEngine::runsProgramsInside()
{
    const QString name = run(word("exec sleep 600"));
    DockerRuntime service = runtime(name);
    CommandLine command{word("sh"),
                        {word("-c"), word("echo $WORD; echo bad >&2; exit 6")},
                        {{word("WORD"), word("it's $HOME")}},
                        {}};
    const auto output = service.exec(command, 10s, m_context);
    QVERIFY_RESULT(output);
    QCOMPARE(output->exitCode, 6);
    QCOMPARE(output->standardOutput, QByteArray("it's $HOME\n"));
    QCOMPARE(output->standardError, QByteArray("bad\n"));
    const auto missing = service.exec({word("no-such-tool"), {}, {}, {}}, 10s, m_context);
    QVERIFY(!missing || missing->exitCode == 127 || missing->exitCode == 126);
    QVERIFY_RESULT(service.stop(1s, m_context));
    QCOMPARE(service.exec(command, 10s, m_context).error().kind, ErrorKind::Refused);
}

void TestDockerEngine::killsProgramsInsideThatTakeTooLong()
{
    const QString name = run(word("exec sleep 600"));
    const qint64 main = runtime(name).status(m_context)->pid;
    QElapsedTimer timer;
    timer.start();
    const auto output = runtime(name).exec({word("sleep"), {word("300")}, {}, {}}, 500ms, m_context);
    QVERIFY(!output);
    QCOMPARE(output.error().kind, ErrorKind::TimedOut);
    QVERIFY(timer.elapsed() < 3000);
    QVERIFY2(output.error().advice.contains(word("killed")), qPrintable(output.error().advice));
    QCOMPARE(runtime(name).status(m_context)->pid, main);
}

void TestDockerEngine::showsHostileLabelsAsText()
{
    const QJsonObject labels{{word("<b>x</b>"), QStringLiteral("\u202Eevil\u001b[2J")},
                             {word("com.docker.compose.project"), word("../../etc")}};
    const QString name = run(word("exec sleep 600"), {{word("Labels"), labels}});
    const auto found = discoverContainers(DockerEngine(m_socket), {}, m_context);
    QVERIFY_RESULT(found);
    for (const DockerCandidate &candidate : *found) {
        if (candidate.container.name == name) {
            QCOMPARE(candidate.container.labels.value(word("<b>x</b>")),
                     QStringLiteral("\u202Eevil\u001b[2J"));
            QVERIFY(candidate.profile.isEmpty() && candidate.dataFolder.isEmpty());
        }
    }
    QVERIFY_RESULT(runtime(name).stop(1s, m_context));
}

void TestDockerEngine::takesNoBeginningOfAnIdForAName()
{
    const QString name = run(word("exec sleep 600"));
    const DockerEngine engine(m_socket);
    const QString id = engine.inspect(name, m_context)->value(QLatin1String("Id")).toString();
    QCOMPARE(id.size(), 64);
    QVERIFY_RESULT(engine.inspect(id, m_context));
    QVERIFY_RESULT(engine.inspect(id.left(12), m_context));
    QCOMPARE(engine.inspect(id.left(11), m_context).error().kind, ErrorKind::NotFound);
}

void TestDockerEngine::inspectsImages()
{
    const auto image = DockerEngine(m_socket).inspectImage(Image, m_context);
    QVERIFY_RESULT(image);
    QVERIFY(image->value(word("Id")).toString().startsWith(word("sha256:")));
    const QString name = run(word("exec sleep 600"));
    QCOMPARE(runtime(name).status(m_context)->imageDigest, image->value(word("Id")).toString());
    QCOMPARE(DockerEngine(m_socket).inspectImage(word("no/such:image"), m_context).error().kind,
             ErrorKind::NotFound);
}

void TestDockerEngine::masksTheEnvironment()
{
    const QString name =
        run(word("exec sleep 600"), {{word("Env"), QJsonArray{word("PORT=1"), word("API_KEY=hunter2")}}});
    const auto entries = runtime(name).environment(m_context);
    QVERIFY_RESULT(entries);
    QVERIFY(entries->contains(EnvironmentEntry{word("PORT"), word("1"), false}));
    QVERIFY(entries->contains(EnvironmentEntry{word("API_KEY"), {}, true}));
}

} // namespace tst_dockerengine

QTEST_GUILESS_MAIN(tst_dockerengine::TestDockerEngine)
#include "tst_dockerengine.moc"

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demodata.h"
#include "core/base/foreigntext.h"
#include "core/discovery/discovery.h"
#include "core/discovery/discoverysources.h"
#include "core/instances/instancestore.h"
#include "core/runtime/dockerdiscovery.h"
#include "tests/support/faultydockerengine.h"
#include "tests/support/testprofile.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>

#include <csignal>

using namespace pilothouse;
using namespace std::chrono_literals;

namespace {

QString word(const char *text)
{
    return QString::fromUtf8(text);
}

/// Names that somebody chose to do harm, or without a thought.
QStringList hostileNames()
{
    QStringList names{word(""),
                      word(" "),
                      word("."),
                      word(".."),
                      word("../../etc/passwd"),
                      word("/"),
                      word("-"),
                      word("--flag"),
                      word("--yes"),
                      word("-rf"),
                      word("a b"),
                      word("a\tb"),
                      word("a\nb"),
                      word("a\r\nb"),
                      word("a\x1b[31mred\x1b[0m"),
                      word("a\x1b]0;title\x07"),
                      word("a\x7f"),
                      word("a\xc2\x9b"),
                      word("\xe2\x80\xae"
                           "exe.txt"),
                      word("a\xe2\x80\x8b"
                           "b"),
                      word("a\xe2\x81\xa6"
                           "b\xe2\x81\xa9"),
                      word("\xef\xbb\xbf"
                           "a"),
                      word("a\xcc\x81"),
                      word("$(reboot)"),
                      word("`reboot`"),
                      word("a;reboot"),
                      word("a&&reboot"),
                      word("a|b"),
                      word("a>b"),
                      word("a'b"),
                      word("a\"b"),
                      word("a\\b"),
                      word("%s%n"),
                      word("${HOME}"),
                      word("~root"),
                      word("*"),
                      word("a?b"),
                      word("[a]"),
                      word("{a,b}"),
                      word("#a"),
                      word("a=b"),
                      word("<b>bold</b>"),
                      word("<img src=x>"),
                      word("&amp;"),
                      word("'; DROP TABLE x; --"),
                      word("\xe2\x98\xa0"),
                      word("\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d"),
                      word("_"),
                      word("con")};
    names << QString(100000, u'x') << QString(300, QChar(0x0301)) << QString(QChar(0)) + u'a'
          << QString(QChar(0xD800));
    return names;
}

} // namespace

Q_DECLARE_METATYPE(pilothouse::Clues)

/// What is found on this machine, in a folder, and in what an engine says.
class TestDiscovery final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void saysWhyAProfileFits_data();
    void saysWhyAProfileFits();
    void findsADataFolderInAFolder();
    void saysThatAFolderIsNotThere();
    void findsAServiceThatListens();
    void leavesASecretWhereItIs_data();
    void leavesASecretWhereItIs();
    void namesWhatIsInTheListAlready();
    void namesAServiceOnceThatIsSeenTwice();
    void keepsTwoContainersOfOneFolderApart();
    void findsContainersAndProjects();
    void findsARealContainer();
    void saysThatTheEngineDoesNotAnswer();
    void saysThatThereIsNoEngine();
    void endsWhenItIsCancelled();
    void readsWhatSystemdSays();
    void makesAUsableNameOfAnything();
    void showsHostileContainersAndRefusesThem();
    void refusesAHostileFolder();
    void writesACommandThatAShellReadsBack();

private:
    DiscoveryRequest request(const QStringList &folders = {}) const
    {
        DiscoveryRequest request;
        request.profiles = {m_profile};
        request.folders = folders;
        request.home = m_folder.filePath(word("home"));
        return request;
    }

    /// Starts the demo service over a data folder; it ends with the test.
    QProcess *startService(const QString &data, const QStringList &more,
                           const QProcessEnvironment &surroundings);
    const Candidate *over(const QList<Candidate> &candidates, const QString &data) const
    {
        for (const Candidate &candidate : candidates) {
            if (candidate.instance.dataDir == data)
                return &candidate;
        }
        return nullptr;
    }
    void makeData(const QString &path)
    {
        QDir().mkpath(path);
        DemoDataOptions options;
        options.users = 3;
        options.logFiles = 1;
        options.logFileBytes = 4096;
        QVERIFY_RESULT(createDemoData(path, options, {}));
    }

    const QString m_engine = qEnvironmentVariable("DOCKER_HOST");
    ServiceProfile m_profile = conversationProfile();
    QTemporaryDir m_folder;
    QString m_data;
    std::vector<std::unique_ptr<QProcess>> m_services;
    QString m_container;
};

void TestDiscovery::initTestCase()
{
    m_data = QDir(m_folder.path()).canonicalPath() + word("/tree/chat/data");
    makeData(m_data);
}

void TestDiscovery::cleanup()
{
    for (const auto &service : m_services) {
        service->terminate();
        service->waitForFinished(5000);
    }
    m_services.clear();
    if (!m_container.isEmpty())
        QProcess::execute(word("docker"), {word("rm"), word("--force"), m_container});
    m_container.clear();
    qputenv("DOCKER_HOST", m_engine.toUtf8());
    if (m_engine.isEmpty())
        qunsetenv("DOCKER_HOST");
}

QProcess *TestDiscovery::startService(const QString &data, const QStringList &more,
                                      const QProcessEnvironment &surroundings)
{
    auto service = std::make_unique<QProcess>();
    service->setProcessEnvironment(surroundings);
    service->setWorkingDirectory(m_folder.path());
    service->start(QStringLiteral(PILOTHOUSE_DEMO_SERVICE),
                   QStringList{word("--data-dir"), data, word("--port"), word("0"), word("--rate"), word("0")}
                       + more);
    m_services.push_back(std::move(service));
    QProcess *started = m_services.back().get();
    started->waitForStarted();
    for (int round = 0; round < 100 && !started->readAllStandardOutput().contains('\n'); ++round)
        started->waitForReadyRead(100);
    return started;
}

void TestDiscovery::saysWhyAProfileFits_data()
{
    QTest::addColumn<Clues>("clues");
    QTest::addColumn<QStringList>("reasons");
    Clues image;
    image.image = word("registry.example.org/deepracticexs/portagent:0.1.0");
    QTest::newRow("image") << image << QStringList{word("Its image is deepracticexs/portagent.")};
    Clues label;
    label.labels = {{word("com.docker.compose.service"), word("portagent")}};
    label.ports = {5200};
    QTest::newRow("label") << label
                           << QStringList{word("It has the label com.docker.compose.service=portagent."),
                                          word("It listens on port 5200.")};
    Clues unit;
    unit.unit = word("portagent@eu.service");
    QTest::newRow("unit") << unit << QStringList{word("The unit is called portagent@eu.service.")};
    Clues program;
    program.words = QStringList{word("node"), word("/usr/local/bin/portagent"), word("-p"), word("5300")};
    QTest::newRow("program") << program << QStringList{word("It runs the program portagent.")};
    Clues open;
    open.openFiles = QStringList{m_data + word("/data/portagent.db")};
    QTest::newRow("open file") << open << QStringList{word("It has data/portagent.db open.")};
    Clues told;
    told.words = QStringList{word("service"), word("--data-dir=chat/data")};
    told.workingDirectory = QDir(m_data).filePath(word("../.."));
    QTest::newRow("told folder") << told
                                 << QStringList{
                                        word("Its data folder holds data/portagent.db, data/agentx.db.")};
    Clues port;
    port.ports = {5200};
    port.words = QStringList{word("nginx")};
    QTest::newRow("a port alone is no reason") << port << QStringList();
    Clues editor;
    editor.words = QStringList{word("vi"), word("-n"), word("--portagent")};
    QTest::newRow("an option is no program") << editor << QStringList();
    Clues folder;
    folder.words = QStringList{word("service"), word("--data-dir"), word("/srv/portagent")};
    QTest::newRow("a data folder is no program") << folder << QStringList();
}

void TestDiscovery::saysWhyAProfileFits()
{
    QFETCH(Clues, clues);
    QFETCH(QStringList, reasons);
    const QList<ServiceProfile> profiles{m_profile};
    const ProfileMatch match = bestMatch(clues, profiles);
    QCOMPARE(match.reasons, reasons);
    QCOMPARE(match.profile != nullptr, !reasons.isEmpty());
}

void TestDiscovery::findsADataFolderInAFolder()
{
    const SourceReport report =
        discover(DiscoverySource::Folders, request({m_folder.filePath(word("tree"))}), {});
    QVERIFY(!report.error);
    const Candidate *found = over(report.candidates, m_data);
    QVERIFY(found);
    QCOMPARE(found->instance.profile, word("portagent"));
    QCOMPARE(found->instance.runtime.kind, word("files"));
    QVERIFY(found->problems.first().contains(word("cannot stop and start")));
    // The usual place needs no --dir.
    const QString usual = m_folder.filePath(word("home/.agentx"));
    makeData(usual);
    const SourceReport again = discover(DiscoverySource::Folders, request(), {});
    QVERIFY(over(again.candidates, QDir::cleanPath(usual)));
    QVERIFY(QDir(m_folder.filePath(word("home"))).removeRecursively());
    QVERIFY(!over(discover(DiscoverySource::Folders, request(), {}).candidates, QDir::cleanPath(usual)));
}

void TestDiscovery::saysThatAFolderIsNotThere()
{
    const QString gone = m_folder.filePath(word("gone"));
    const SourceReport report = discover(DiscoverySource::Folders, request({gone}), {});
    QVERIFY(report.error);
    QCOMPARE(report.error->subject, gone);
}

void TestDiscovery::findsAServiceThatListens()
{
    const QString pidFile = m_folder.filePath(word("service.pid"));
    const QProcess *service = startService(m_data, {word("--pid-file"), word("service.pid")}, {});
    QTRY_VERIFY(QFile::exists(pidFile));
    const SourceReport report = discover(DiscoverySource::Processes, request(), {});
    QVERIFY(!report.error);
    const Candidate *found = over(report.candidates, m_data);
    QVERIFY(found);
    QVERIFY(found->processes.contains(service->processId()));
    QCOMPARE(found->instance.runtime.kind, word("process"));
    QCOMPARE(found->instance.runtime.pidFile, QDir::cleanPath(pidFile));
    QCOMPARE(found->instance.runtime.command.first(), word(PILOTHOUSE_DEMO_SERVICE));
    QVERIFY2(found->reasons.join(u' ').contains(word("data/agentx.db")),
             qPrintable(found->reasons.join(u' ')));
    QVERIFY2(QRegularExpression(word("\\Ahttp://127.0.0.1:\\d+/health\\z"))
                 .match(found->instance.healthUrl)
                 .hasMatch(),
             qPrintable(found->instance.healthUrl));
    QVERIFY(found->problems.isEmpty());
    // What is listed can be stored as it is.
    const QList<Candidate> list = joined({report}, {});
    QVERIFY_RESULT(checkInstance(over(list, m_data)->instance));
}

void TestDiscovery::leavesASecretWhereItIs_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("problem");
    const QStringList pidFile{word("--pid-file"), word("other.pid")};
    QTest::newRow("environment") << pidFile << word("LLM_PROVIDER_KEY") << word("LLM_PROVIDER_KEY");
    QTest::newRow("no pid file") << QStringList() << word("HARMLESS") << word("no pid file");
}

void TestDiscovery::leavesASecretWhereItIs()
{
    QFETCH(QStringList, more);
    QFETCH(QString, variable);
    QFETCH(QString, problem);
    QProcessEnvironment surroundings;
    surroundings.insert(variable, word("canary-7b1d5e-secret"));
    startService(m_data, more, surroundings);
    Candidate found;
    QTRY_VERIFY([&] {
        const QList<Candidate> seen = discover(DiscoverySource::Processes, request(), {}).candidates;
        const Candidate *mine = over(seen, m_data);
        found = mine ? *mine : Candidate();
        return mine != nullptr;
    }());
    QCOMPARE(found.instance.runtime.kind, word("files"));
    QVERIFY2(found.problems.first().contains(problem), qPrintable(found.problems.first()));
    QVERIFY(!QJsonDocument(toJson(found)).toJson().contains("canary"));
}

void TestDiscovery::namesWhatIsInTheListAlready()
{
    Instance known;
    known.name = word("prod-1");
    known.profile = word("portagent");
    QVERIFY(QFile::link(m_data, m_folder.filePath(word("link"))));
    known.dataDir = m_folder.filePath(word("link"));
    const SourceReport report =
        discover(DiscoverySource::Folders, request({m_folder.filePath(word("tree"))}), {});
    const QList<Candidate> list = joined({report}, {known});
    QCOMPARE(over(list, m_data)->knownAs, word("prod-1"));
    QCOMPARE(addCommand(*over(list, m_data)), QString());
}

void TestDiscovery::namesAServiceOnceThatIsSeenTwice()
{
    Candidate unit;
    unit.source = DiscoverySource::Units;
    unit.title = word("portagent.service");
    unit.instance.runtime.kind = word("systemd");
    unit.instance.runtime.unit = unit.title;
    unit.instance.profile = word("portagent");
    unit.processes = {10, 11};
    Candidate process;
    process.source = DiscoverySource::Processes;
    process.title = word("portagent");
    process.instance.profile = word("portagent");
    process.instance.dataDir = m_data;
    process.instance.healthUrl = word("http://127.0.0.1:5300/health");
    process.reasons = QStringList{word("It has a file open.")};
    process.processes = {11};
    Candidate folder;
    folder.title = word("chat");
    folder.instance.profile = word("portagent");
    folder.instance.dataDir = m_data + u'/';
    const QList<Candidate> list = joined({{DiscoverySource::Folders, {folder}, {}, 0},
                                          {DiscoverySource::Processes, {process}, {}, 0},
                                          {DiscoverySource::Units, {unit}, {}, 0}},
                                         {});
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.first().instance.runtime.kind, word("systemd"));
    QCOMPARE(list.first().instance.dataDir, m_data);
    QCOMPARE(list.first().instance.healthUrl, word("http://127.0.0.1:5300/health"));
    QVERIFY(list.first().reasons.contains(word("It has a file open.")));
}

void TestDiscovery::keepsTwoContainersOfOneFolderApart()
{
    Candidate one;
    one.source = DiscoverySource::Containers;
    one.title = word("chat");
    one.instance.runtime.kind = word("docker");
    one.instance.runtime.container = one.title;
    one.instance.dataDir = m_data;
    Candidate other = one;
    other.instance.runtime.container = word("chat.old");
    const QList<Candidate> list = joined({{DiscoverySource::Containers, {one, other}, {}, 0}}, {});
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.at(0).instance.name, word("chat"));
    QCOMPARE(list.at(1).instance.name, word("chat-2"));
}

void TestDiscovery::findsContainersAndProjects()
{
    FaultyDockerEngine engine;
    const QByteArray list = R"([
        {"Id":"01","Names":["/nord"],"State":"exited","Image":"deepracticexs/portagent:0.1.0","Status":"Exited",
         "Labels":{},"Ports":[{"PublicPort":5210}],
         "Mounts":[{"Type":"bind","Source":"DATA","Destination":"/home/node/.agentx","RW":true}]},
        {"Id":"02","Names":["/shop_portagent_1"],"State":"exited","Image":"x","Status":"Exited","Ports":[],
         "Labels":{"com.docker.compose.project":"shop","com.docker.compose.service":"portagent"},"Mounts":[]},
        {"Id":"03","Names":["/shop_portagent_2"],"State":"exited","Image":"x","Status":"Exited","Ports":[],
         "Labels":{"com.docker.compose.project":"shop","com.docker.compose.service":"portagent"},"Mounts":[]},
        {"Id":"04","Names":["/shop_run_1"],"State":"exited","Image":"x","Status":"Exited","Ports":[],
         "Labels":{"com.docker.compose.project":"shop","com.docker.compose.service":"portagent",
                   "com.docker.compose.oneoff":"True"},"Mounts":[]},
        {"Id":"05","Names":["/cache"],"State":"running","Image":"registry:2","Status":"Up","Labels":{},
         "Ports":[],"Mounts":[]}])";
    engine.onJson("/containers/json", QByteArray(list).replace("DATA", m_data.toUtf8()));
    qputenv("DOCKER_HOST", "unix://" + engine.socket().toUtf8());
    const SourceReport report = discover(DiscoverySource::Containers, request(), {});
    QVERIFY(!report.error);
    const QList<Candidate> found = joined({report}, {});
    QCOMPARE(found.size(), 3);
    QCOMPARE(found.at(0).title, word("nord"));
    QCOMPARE(found.at(0).instance.dataDir, m_data);
    QVERIFY(found.at(0).score > 90);
    QCOMPARE(found.at(1).instance.runtime.kind, word("compose"));
    QCOMPARE(found.at(1).instance.runtime.project, word("shop"));
    QCOMPARE(found.at(1).instance.name, word("shop-portagent"));
    QCOMPARE(found.at(2).title, word("cache"));
    QVERIFY(!found.at(2).hasProfile());
    QCOMPARE(addCommand(found.at(2)), QString());
}

void TestDiscovery::findsARealContainer()
{
    PILOTHOUSE_REQUIRE(qEnvironmentVariableIsSet("PILOTHOUSE_TESTBED_IMAGE"),
                       "no Docker Engine: run ./dev testbed up as root and eval \"$(./dev testbed env)\"");
    m_container = word("pilothouse-discovery-%1").arg(QCoreApplication::applicationPid());
    const QString data = m_folder.filePath(word("container"));
    makeData(data);
    QProcess docker;
    docker.start(word("docker"),
                 {word("run"), word("--detach"), word("--name"), m_container, word("--user"), word("0"),
                  word("--volume"), data + word(":/home/node/.agentx"),
                  qEnvironmentVariable("PILOTHOUSE_TESTBED_IMAGE"), word("--rate"), word("0")});
    QVERIFY(docker.waitForFinished(60000));
    QCOMPARE(docker.exitCode(), 0);
    const QList<SourceReport> reports = discoverAll(request({data}), {});
    const QList<Candidate> found = joined(reports, {});
    const Candidate *mine = over(found, data);
    QVERIFY(mine);
    QCOMPARE(mine->source, DiscoverySource::Containers);
    QCOMPARE(mine->instance.runtime.container, m_container);
    QVERIFY(!mine->processes.isEmpty());
    const auto sameFolder = std::count_if(found.begin(), found.end(), [&](const Candidate &candidate) {
        return candidate.instance.dataDir == data || candidate.processes.intersects(mine->processes);
    });
    QCOMPARE(sameFolder, 1); // not a second time as a folder or as a process
}

void TestDiscovery::saysThatTheEngineDoesNotAnswer()
{
    FaultyDockerEngine engine;
    engine.on("/containers/json", [](StubConnection &connection) { connection.hold(); });
    qputenv("DOCKER_HOST", "unix://" + engine.socket().toUtf8());
    DiscoveryRequest wanted = request({m_folder.filePath(word("tree"))});
    wanted.deadline = 1200ms;
    QElapsedTimer timer;
    timer.start();
    const QList<SourceReport> reports = discoverAll(wanted, {});
    QVERIFY2(timer.elapsed() < 6000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(reports.first().error->kind, ErrorKind::TimedOut);
    QCOMPARE(reports.first().error->message, word("The container engine does not answer within 1 s."));
    QVERIFY(over(joined(reports, {}), m_data)); // the others are not held up
}

void TestDiscovery::saysThatThereIsNoEngine()
{
    qputenv("DOCKER_HOST", "unix://" + m_folder.filePath(word("no.sock")).toUtf8());
    const SourceReport report = discover(DiscoverySource::Containers, request(), {});
    QCOMPARE(report.error->kind, ErrorKind::NotFound);
    QVERIFY(report.candidates.isEmpty());
}

void TestDiscovery::endsWhenItIsCancelled()
{
    FaultyDockerEngine engine;
    engine.on("/containers/json", [](StubConnection &connection) { connection.hold(); });
    qputenv("DOCKER_HOST", "unix://" + engine.socket().toUtf8());
    const OperationContext context;
    context.cancel();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(discover(DiscoverySource::Containers, request(), context).error->kind, ErrorKind::Cancelled);
    QVERIFY(timer.elapsed() < 2000);
}

void TestDiscovery::readsWhatSystemdSays()
{
    const QByteArray shown =
        "Id=a.service\nMainPID=12\nExecStart={ path=/usr/bin/node ; argv[]=/usr/bin/node "
        "/usr/local/bin/portagent -p 1 ; ignore_errors=no ; pid=12 }\n\n"
        "Id=b.service\nDescription=x=y\n\n\n";
    const auto blocks = unitBlocks(shown);
    QCOMPARE(blocks.size(), 2);
    QCOMPARE(blocks.at(1).value(word("Description")), word("x=y"));
    QCOMPARE(startWords(blocks.at(0).value(word("ExecStart"))),
             (QStringList{word("/usr/bin/node"), word("/usr/local/bin/portagent"), word("-p"), word("1")}));
    QCOMPARE(startWords(word("nonsense")), QStringList());
}

void TestDiscovery::makesAUsableNameOfAnything()
{
    QVERIFY(hostileNames().size() >= 50);
    QStringList taken;
    for (const QString &foreign : hostileNames()) {
        Instance instance;
        instance.name = instanceNameFrom(foreign, word("portagent"), taken);
        instance.profile = word("portagent");
        instance.dataDir = m_data;
        QVERIFY2(!taken.contains(instance.name), qPrintable(instance.name));
        QVERIFY_RESULT(checkInstance(instance));
        taken << instance.name;
    }
}

void TestDiscovery::showsHostileContainersAndRefusesThem()
{
    QJsonArray containers;
    for (const QString &name : hostileNames())
        containers.append(QJsonObject{{word("Id"), word("01")},
                                      {word("Names"), QJsonArray{QString(u'/' + name)}},
                                      {word("Image"), word("deepracticexs/portagent")},
                                      {word("State"), word("exited")},
                                      {word("Status"), name},
                                      {word("Labels"), QJsonObject{{name, name}}}});
    FaultyDockerEngine engine;
    engine.onJson("/containers/json", QJsonDocument(containers).toJson());
    qputenv("DOCKER_HOST", "unix://" + engine.socket().toUtf8());
    const SourceReport report = discover(DiscoverySource::Containers, request(), {});
    QVERIFY(!report.error);
    const QList<Candidate> found = joined({report}, {});
    QCOMPARE(found.size(), hostileNames().size());
    for (const Candidate &candidate : found) {
        const bool isGood = checkContainerName(candidate.instance.runtime.container).has_value();
        QCOMPARE(candidate.refusal.isEmpty(), isGood);
        const QString command = addCommand(candidate);
        QCOMPARE(command.isEmpty(), !isGood);
        QCOMPARE(visibleLine(command), command);
    }
}

void TestDiscovery::refusesAHostileFolder()
{
    for (const QString &name : {word("a\x1b[31m"), word("b\nc"),
                                word("\xe2\x80\xae"
                                     "d")}) {
        const QString data = m_folder.filePath(word("hostile/") + name);
        makeData(data);
        const SourceReport report =
            discover(DiscoverySource::Folders, request({m_folder.filePath(word("hostile"))}), {});
        const QList<Candidate> list = joined({report}, {});
        const Candidate *found = over(list, data);
        QVERIFY(found);
        QVERIFY(!found->refusal.isEmpty());
        QCOMPARE(addCommand(*found), QString());
    }
}

void TestDiscovery::writesACommandThatAShellReadsBack()
{
    Candidate candidate;
    candidate.instance.name = word("svc");
    candidate.instance.profile = word("portagent");
    candidate.instance.runtime.kind = word("process");
    candidate.instance.runtime.command =
        QStringList{word("/opt/it's here/run"), word("say \"hi\""), word("$(reboot)")};
    candidate.instance.runtime.pidFile = word("/run/a b.pid");
    candidate.instance.dataDir = word("/srv/`x`");
    QProcess shell;
    shell.start(word("/bin/sh"),
                {word("-c"), addCommand(candidate).replace(word("pilothouse-cli"), word("printf '%s\\n'"))});
    QVERIFY(shell.waitForFinished());
    const QStringList words =
        QString::fromUtf8(shell.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(words, addWords(candidate.instance));
    QString process;
    for (const QString &one : words) {
        if (one.startsWith(word("--process=")))
            process = one.mid(10);
    }
    QCOMPARE(QProcess::splitCommand(process).size(), candidate.instance.runtime.command.size());
    QCOMPARE(QProcess::splitCommand(process), candidate.instance.runtime.command);
}

QTEST_GUILESS_MAIN(TestDiscovery)
#include "tst_discovery.moc"

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/service/serviceactions.h"
#include "core/actions/service/servicewindow.h"
#include "core/instances/instancesession.h"
#include "core/net/httpclient.h"
#include "core/plan/catalogue.h"
#include "core/plan/plancheck.h"
#include "core/plan/plantext.h"
#include "core/plan/stepregistry.h"
#include "core/runtime/serviceruntime.h"
#include "core/steps/servicecalls.h"
#include "core/steps/servicesteps.h"
#include "tests/support/stubserver.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>

using namespace pilothouse;

namespace tst_servicesteps {
using namespace std::chrono_literals;

namespace {

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

/// A service in memory that can be made to misbehave.
class ScriptedRuntime final : public ServiceRuntime
{
public:
    ServiceStatus now;
    QString policy = word("always");
    bool isSupervised = false; // comes back after each stop
    bool canBeControlled = true;
    QStringList calls;

    ScriptedRuntime() { run(); }
    void run()
    {
        now.state = ServiceState::Running;
        now.identity = QString::number(++m_runs);
    }

    QString kind() const override { return word("scripted"); }
    bool canControl() const override { return canBeControlled; }
    Result<ServiceStatus> status(const OperationContext &) override
    {
        if (isSupervised && now.state == ServiceState::Stopped && ++m_looks > 1)
            run();
        return now;
    }
    Result<ServiceStatistics> statistics(const OperationContext &) override { return ServiceStatistics{}; }
    Result<QList<EnvironmentEntry>> environment(const OperationContext &) override
    {
        return QList<EnvironmentEntry>();
    }
    Result<QList<MountEntry>> mounts(const OperationContext &) override { return QList<MountEntry>(); }
    Result<StopOutcome> stop(std::chrono::milliseconds grace, const OperationContext &) override
    {
        calls << word("stop %1").arg(grace.count());
        StopOutcome outcome;
        outcome.wasRunning = now.state == ServiceState::Running;
        outcome.exitCode = 0;
        now.state = ServiceState::Stopped;
        return outcome;
    }
    Result<> start(const OperationContext &) override
    {
        calls << word("start");
        if (now.state != ServiceState::Running)
            run();
        return {};
    }
    Result<QJsonObject> fenceState(const OperationContext &) override
    {
        return QJsonObject{{word("restartPolicy"), policy},
                           {word("maximumRetries"), policy == word("on-failure") ? 5 : 0}};
    }
    Result<> fence(const OperationContext &) override
    {
        policy = word("no");
        return {};
    }
    Result<bool> isFenced(const OperationContext &) override { return policy == word("no"); }
    Result<> unfence(const QJsonObject &before, const OperationContext &) override
    {
        policy = before.value(word("restartPolicy")).toString();
        return {};
    }
    Result<ProcessOutput> exec(const CommandLine &, std::chrono::milliseconds,
                               const OperationContext &) override
    {
        return ProcessOutput{};
    }
    QString stopCommand() const override { return word("ctl stop"); }
    QString startCommand() const override { return word("ctl start"); }
    QString fenceCommand() const override { return word("ctl fence"); }
    QString unfenceCommand() const override { return word("ctl unfence --policy=\"$POLICY_BEFORE\""); }

private:
    int m_runs = 0;
    int m_looks = 0;
};

} // namespace

class TestServiceSteps : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void stopsAndPutsBack();
    void leavesAStoppedServiceStopped();
    void reportsAServiceThatComesBack();
    void startsAndPutsBack();
    void restarts();
    void fencesAndUnfences();
    void startsAgainWhatTheFenceKeptDown();
    void refusesWhatCannotBeControlled();
    void waitsUntilHealthy();
    void endsWaitingWhenTheServiceDies();
    void tellsTheLastProblemWhenTimeIsUp();
    void believesTheContainersOwnHealth();
    void provesAnAnswer_data();
    void provesAnAnswer();
    void callsWithASecretAndNeverTakesItBack();
    void plansAreRunnable_data();
    void plansAreRunnable();
    void plansBlockWhatCannotWork_data();
    void plansBlockWhatCannotWork();
    void aWindowIsBlockedByWhatBlocksAStop();
    void undoesAStop();
    void answersQueries();

private:
    struct Call
    {
        const Step *step;
        StepScope scope;
        Result<QJsonObject> prepare() const { return step->prepare(scope); }
        Result<QJsonObject> effect(const QJsonObject &before) const { return step->effect(scope, before); }
        Observed observe(const QJsonObject &before) const
        {
            return step->observe(scope, before).value_or(Observed::Unknown);
        }
    };
    Call call(const StepCall &planned)
    {
        m_arguments = planned.arguments;
        return {m_steps->find(planned.step),
                {*m_session, m_operation, m_arguments, m_outputs, m_secrets, m_context}};
    }
    void makeSession(const QString &healthUrl);

    HttpClient m_http;
    std::unique_ptr<StepRegistry> m_steps;
    std::shared_ptr<ScriptedRuntime> m_runtime;
    std::unique_ptr<InstanceSession> m_session;
    std::unique_ptr<Catalogue> m_catalogue;
    QTemporaryDir m_folder;
    QJsonObject m_arguments;
    QJsonObject m_outputs;
    SecretBag m_secrets;
    QUuid m_operation = QUuid::createUuid();
    OperationContext m_context;
};

void TestServiceSteps::makeSession(const QString &healthUrl)
{
    Instance instance;
    instance.name = word("prod-1");
    instance.dataDir = m_folder.path();
    instance.healthUrl = healthUrl;
    ServiceProfile profile;
    ProfileEndpoint health;
    health.kind = word("health");
    health.contentType = word("application/json");
    health.json = {{word("status"), word("ok")}};
    profile.endpoints << health;
    m_session = std::make_unique<InstanceSession>(instance, profile, m_runtime, m_folder.path());
}

void TestServiceSteps::init()
{
    m_runtime = std::make_shared<ScriptedRuntime>();
    m_steps = std::make_unique<StepRegistry>();
    m_catalogue = std::make_unique<Catalogue>();
    m_outputs = {};
    m_secrets.clear();
    addServiceSteps(*m_steps, m_http);
    addServiceActions(*m_catalogue);
    makeSession({});
}

void TestServiceSteps::stopsAndPutsBack()
{
    const Call stop = call(serviceStopCall(*m_session, 7s));
    const auto before = stop.prepare();
    QVERIFY_RESULT(before);
    QCOMPARE(stop.observe(*before), Observed::NotDone);
    const auto outputs = stop.effect(*before);
    QVERIFY_RESULT(outputs);
    QVERIFY(outputs->value(word("wasRunning")).toBool());
    QCOMPARE(m_runtime->calls, QStringList{word("stop 7000")});
    QCOMPARE(stop.observe(*before), Observed::Done);
    QCOMPARE(stop.step->putBackShell(m_arguments, *before), word("ctl start"));
    QVERIFY_RESULT(stop.step->compensate(stop.scope, *before));
    QVERIFY_RESULT(stop.step->compensate(stop.scope, *before));
    QCOMPARE(m_runtime->now.state, ServiceState::Running);
}

void TestServiceSteps::leavesAStoppedServiceStopped()
{
    m_runtime->now.state = ServiceState::Stopped;
    const Call stop = call(serviceStopCall(*m_session));
    const auto before = stop.prepare();
    QVERIFY_RESULT(stop.effect(*before));
    QVERIFY_RESULT(stop.step->compensate(stop.scope, *before));
    QCOMPARE(m_runtime->now.state, ServiceState::Stopped);
    QVERIFY(stop.step->putBackShell(m_arguments, *before).isEmpty());
}

void TestServiceSteps::reportsAServiceThatComesBack()
{
    m_runtime->isSupervised = true;
    const Call stop = call(serviceStopCall(*m_session));
    const auto outputs = stop.effect(*stop.prepare());
    QVERIFY(!outputs);
    QCOMPARE(outputs.error().kind, ErrorKind::Refused);
    QVERIFY(outputs.error().message.contains(word("started it again")));
}

void TestServiceSteps::startsAndPutsBack()
{
    m_runtime->now.state = ServiceState::Stopped;
    const Call start = call(serviceStartCall(*m_session));
    const auto before = start.prepare();
    QCOMPARE(start.observe(*before), Observed::NotDone);
    QVERIFY_RESULT(start.effect(*before));
    QCOMPARE(start.observe(*before), Observed::Done);
    QVERIFY_RESULT(start.step->compensate(start.scope, *before));
    QCOMPARE(m_runtime->now.state, ServiceState::Stopped);
    m_runtime->run();
    const auto beforeRunning = start.prepare();
    QVERIFY_RESULT(start.step->compensate(start.scope, *beforeRunning));
    QCOMPARE(m_runtime->now.state, ServiceState::Running);
}

void TestServiceSteps::restarts()
{
    const Call restart = call(serviceRestartCall(*m_session));
    const auto before = restart.prepare();
    QCOMPARE(restart.observe(*before), Observed::NotDone);
    m_runtime->now.state = ServiceState::Stopped; // cut off half way
    QCOMPARE(restart.observe(*before), Observed::Partly);
    QVERIFY_RESULT(restart.step->compensate(restart.scope, *before));
    QCOMPARE(m_runtime->now.state, ServiceState::Running);
    QVERIFY_RESULT(restart.effect(*before));
    QCOMPARE(restart.observe(*before), Observed::Done);
}

void TestServiceSteps::fencesAndUnfences()
{
    m_runtime->policy = word("on-failure");
    const Call fence = call(serviceFenceCall(*m_session));
    const auto before = fence.prepare();
    QCOMPARE(fence.observe(*before), Observed::NotDone);
    const auto outputs = fence.effect(*before);
    QVERIFY_RESULT(outputs);
    QCOMPARE(m_runtime->policy, word("no"));
    QCOMPARE(fence.observe(*before), Observed::Done);
    QCOMPARE(fence.step->putBackShell(m_arguments, *before), word("ctl unfence --policy=on-failure:5"));
    m_outputs.insert(word("fence"), *outputs);
    StepCall planned = serviceUnfenceCall(*m_session);
    planned.arguments = resolved(planned.arguments, m_outputs).value();
    const Call unfence = call(planned);
    const auto beforeUnfence = unfence.prepare();
    QCOMPARE(unfence.observe(*beforeUnfence), Observed::NotDone);
    QVERIFY_RESULT(unfence.effect(*beforeUnfence));
    QCOMPARE(m_runtime->policy, word("on-failure"));
    QCOMPARE(unfence.observe(*beforeUnfence), Observed::Done);
    QVERIFY_RESULT(unfence.step->compensate(unfence.scope, *beforeUnfence));
    QCOMPARE(m_runtime->policy, word("no"));
}

/// Somebody restarted it while it was fenced: it ended, and the fence let nothing start it.
void TestServiceSteps::startsAgainWhatTheFenceKeptDown()
{
    m_runtime->run();
    m_runtime->policy = word("always");
    const Call fence = call(serviceFenceCall(*m_session));
    const auto before = fence.prepare();
    QVERIFY_RESULT(fence.effect(*before));
    m_runtime->now.state = ServiceState::Stopped;
    const Call stop = call(serviceStopCall(*m_session));
    const auto beforeStop = stop.prepare(); // sees it down already
    QVERIFY_RESULT(stop.effect(*beforeStop));
    QVERIFY_RESULT(stop.step->compensate(stop.scope, *beforeStop));
    QVERIFY_RESULT(fence.step->compensate(fence.scope, *before));
    QCOMPARE(m_runtime->policy, word("always"));
    QCOMPARE(m_runtime->now.state, ServiceState::Running);

    m_runtime->now.state = ServiceState::Stopped;
    const auto whileDown = fence.prepare();
    QVERIFY_RESULT(fence.effect(*whileDown));
    QVERIFY_RESULT(fence.step->compensate(fence.scope, *whileDown));
    QCOMPARE(m_runtime->now.state, ServiceState::Stopped); // as it was
}

void TestServiceSteps::refusesWhatCannotBeControlled()
{
    m_runtime->canBeControlled = false;
    QCOMPARE(call(serviceStopCall(*m_session)).prepare().error().kind, ErrorKind::Refused);
    QCOMPARE(call(serviceStartCall(*m_session)).prepare().error().kind, ErrorKind::Refused);
}

void TestServiceSteps::waitsUntilHealthy()
{
    std::atomic<int> asked = 0;
    StubServer server([&asked](StubConnection &connection, const QByteArray &) {
        const int number = ++asked;
        if (number == 1)
            connection.reset();
        else if (number == 2)
            connection.answer(503, {});
        else
            connection.answer(200, number == 3 ? R"({"status":"starting"})" : R"({"status":"ok"})",
                              "Content-Type: application/json; charset=utf-8\r\n");
    });
    makeSession(server.url(word("/health")).toString());
    const Call wait = call(serviceWaitHealthyCall(*m_session));
    QVERIFY_RESULT(wait.effect(*wait.prepare()));
    QCOMPARE(asked.load(), 4);
    QCOMPARE(wait.observe({}), Observed::Done);
}

void TestServiceSteps::endsWaitingWhenTheServiceDies()
{
    m_runtime->now.state = ServiceState::Stopped;
    m_runtime->now.reason = word("It ended with exit code 1.");
    makeSession(word("http://127.0.0.1:1/"));
    QElapsedTimer timer;
    timer.start();
    const Call wait = call(serviceWaitHealthyCall(*m_session));
    const auto waited = wait.effect({});
    QVERIFY(!waited);
    QVERIFY(timer.elapsed() < 2000);
    QCOMPARE(waited.error().detail, word("It ended with exit code 1."));
}

void TestServiceSteps::tellsTheLastProblemWhenTimeIsUp()
{
    StubServer server([](StubConnection &connection, const QByteArray &) {
        connection.answer(200, "<html>", "Content-Type: text/html\r\n");
    });
    makeSession(server.url().toString());
    StepCall planned = serviceWaitHealthyCall(*m_session);
    planned.arguments.insert(word("timeoutMs"), 600);
    const auto waited = call(planned).effect({});
    QVERIFY(!waited);
    QVERIFY2(waited.error().message.contains(word("text/html")), qPrintable(waited.error().message));
}

void TestServiceSteps::believesTheContainersOwnHealth()
{
    m_session = std::make_unique<InstanceSession>(m_session->instance(), ServiceProfile{}, m_runtime,
                                                  m_folder.path());
    StepCall planned = serviceWaitHealthyCall(*m_session);
    planned.arguments.insert(word("timeoutMs"), 300);
    m_runtime->now.health = word("unhealthy");
    m_runtime->now.healthLog = word("Health check exceeded timeout");
    const auto waited = call(planned).effect({});
    QVERIFY(!waited);
    QCOMPARE(waited.error().detail, word("Health check exceeded timeout"));
    m_runtime->now.health = word("healthy");
    QVERIFY_RESULT(call(planned).effect({}));
}

void TestServiceSteps::provesAnAnswer_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("right") << 200 << QByteArray(R"({"status":"ok","timestamp":1})")
                           << QByteArray("application/json") << true;
    QTest::newRow("status") << 500 << QByteArray(R"({"status":"ok"})") << QByteArray("application/json")
                            << false;
    QTest::newRow("value") << 200 << QByteArray(R"({"status":"down"})") << QByteArray("application/json")
                           << false;
    QTest::newRow("no member") << 200 << QByteArray("{}") << QByteArray("application/json") << false;
    QTest::newRow("array") << 200 << QByteArray("[1]") << QByteArray("application/json") << false;
    QTest::newRow("login page") << 200 << QByteArray("<html>ok</html>") << QByteArray("text/html") << false;
}

void TestServiceSteps::provesAnAnswer()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QFETCH(bool, isGood);
    StubServer server([=](StubConnection &connection, const QByteArray &) {
        connection.answer(status, body, "Content-Type: " + type + "\r\n");
    });
    makeSession(server.url(word("/health?token=abc")).toString());
    const Call proof = call(healthProof(*m_session).value());
    const auto proved = proof.effect({});
    QCOMPARE(proved.has_value(), isGood);
    QCOMPARE(proof.observe({}) == Observed::Done, isGood);
    if (!isGood)
        QVERIFY(!proved.error().toText().contains(word("token")) && !proved.error().message.isEmpty());
}

void TestServiceSteps::callsWithASecretAndNeverTakesItBack()
{
    StubServer server([](StubConnection &connection, const QByteArray &) { connection.answer(202, {}); });
    const StepCall planned{word("call"),
                           word("http.call"),
                           {{word("url"), server.url(word("/reload")).toString()},
                            {word("method"), word("POST")},
                            {word("secret"), word("prod-1/token")},
                            {word("status"), 202}}};
    QCOMPARE(call(planned).prepare().error().kind, ErrorKind::NotFound);
    m_secrets.emplace(word("prod-1/token"), Secret(QByteArray("hunter2")));
    const Call made = call(planned);
    QVERIFY_RESULT(made.prepare());
    QVERIFY_RESULT(made.effect({}));
    QVERIFY(server.requests().last().contains("Authorization: Bearer hunter2\r\n"));
    QVERIFY(!made.step->isReversible());
    QCOMPARE(made.observe({}), Observed::Unknown);
    QVERIFY(!made.step->compensate(made.scope, {}));
    QVERIFY(!made.step->describe(planned.arguments).shell.contains(word("hunter2")));
}

void TestServiceSteps::plansAreRunnable_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<Severity>("severity");
    QTest::newRow("stop") << word("service.stop") << Severity::Disruptive;
    QTest::newRow("start") << word("service.start") << Severity::Reversible;
    QTest::newRow("restart") << word("service.restart") << Severity::Disruptive;
}

void TestServiceSteps::plansAreRunnable()
{
    QFETCH(QString, action);
    QFETCH(Severity, severity);
    makeSession(word("http://127.0.0.1:1/health"));
    if (action == u"service.start")
        m_runtime->now.state = ServiceState::Stopped;
    const auto plan = m_catalogue->plan(action, *m_session, {}, m_context);
    QVERIFY_RESULT(plan);
    QVERIFY_RESULT(checkPlan(*plan, *m_steps));
    QCOMPARE(plan->severity, severity);
    QVERIFY(!plan->hasBlocker() && !plan->operation.isNull() && !plan->fingerprint.isEmpty());
    QVERIFY(m_runtime->calls.isEmpty());
    QVERIFY(toShellScript(*plan, *m_steps).contains(word("ctl st")));
    QVERIFY(plan->title.contains(word("prod-1")));
}

void TestServiceSteps::plansBlockWhatCannotWork_data()
{
    QTest::addColumn<QString>("finding");
    QTest::newRow("files only") << word("cannot-control");
    QTest::newRow("rm") << word("removes-itself");
    QTest::newRow("paused") << word("paused");
    QTest::newRow("missing") << word("missing");
}

void TestServiceSteps::plansBlockWhatCannotWork()
{
    QFETCH(QString, finding);
    m_runtime->canBeControlled = finding != word("cannot-control");
    m_runtime->now.removesItself = finding == word("removes-itself");
    if (finding == word("paused"))
        m_runtime->now.state = ServiceState::Paused;
    if (finding == word("missing"))
        m_runtime->now.state = ServiceState::Missing;
    const auto plan = m_catalogue->plan(word("service.stop"), *m_session, {}, m_context);
    QVERIFY_RESULT(plan);
    QVERIFY(plan->hasBlocker());
    QCOMPARE(plan->findings.first().id, finding);
}

void TestServiceSteps::aWindowIsBlockedByWhatBlocksAStop()
{
    m_runtime->now.removesItself = true;
    const ServiceWindow window = openServiceWindow(*m_session, {}, m_context);
    QCOMPARE(window.findings.size(), 1);
    QCOMPARE(window.findings.first().id, word("removes-itself"));
    QCOMPARE(window.findings.first().kind, FindingKind::Blocker);
    m_runtime->now.state = ServiceState::Stopped; // then it is not stopped
    QVERIFY(openServiceWindow(*m_session, {}, m_context).findings.isEmpty());
}

void TestServiceSteps::undoesAStop()
{
    OperationRecord record;
    record.outcome = Outcome::Done;
    record.plan = m_catalogue->plan(word("service.stop"), *m_session, {}, m_context).value();
    StepRecord step;
    step.id = word("stop");
    step.before = {{word("wasRunning"), true}};
    record.steps << step;
    const auto undo = m_catalogue->undo(record, *m_session, m_context);
    QVERIFY_RESULT(undo);
    QCOMPARE(undo->action, word("service.start"));
    QCOMPARE(undo->undoes, record.plan.operation);
    record.steps.first().before = {};
    QCOMPARE(m_catalogue->undo(record, *m_session, m_context).error().kind, ErrorKind::Refused);
}

void TestServiceSteps::answersQueries()
{
    const auto status = m_catalogue->query(word("service.status"))->run(*m_session, {}, m_context);
    QVERIFY_RESULT(status);
    QCOMPARE(status->toObject().value(word("state")).toString(), word("running"));
    QVERIFY_RESULT(m_catalogue->query(word("service.statistics"))->run(*m_session, {}, m_context));
}

} // namespace tst_servicesteps

QTEST_GUILESS_MAIN(tst_servicesteps::TestServiceSteps)
#include "tst_servicesteps.moc"

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "core/monitoring/healthprobe.h"
#include "core/monitoring/metricstore.h"
#include "core/monitoring/monitor.h"
#include "core/monitoring/monitorworker.h"
#include "core/monitoring/runhistory.h"
#include "core/monitoring/snapshottaker.h"
#include "core/monitoring/verdict.h"
#include "core/profile/profileloader.h"
#include "core/profile/profilestore.h"
#include "core/settings/statestore.h"
#include "tests/support/profiledata.h"
#include "tests/support/scriptedruntime.h"
#include "tests/support/stubserver.h"
#include "tests/support/testsupport.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_monitoring {

class TestMonitoring : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_state = std::make_unique<StateStore>(m_dir->filePath(QStringLiteral("state.db")));
        QVERIFY_RESULT(m_state->open());
        m_runtime = std::make_shared<ScriptedRuntime>();
        m_runtime->statusAnswer->state = ServiceState::Running;
        m_profile = ProfileStore::load({}).profile(QStringLiteral("portagent")).value();
        m_endpoint = *m_profile.endpoint(QStringLiteral("health"));
    }

    void healthIsComparedWithTheProfile_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("reason");
        QTest::newRow("good") << 200 << QByteArray(R"({"status":"ok","timestamp":1})")
                              << QByteArray("application/json; charset=utf-8") << QString();
        QTest::newRow("500") << 500 << QByteArray("{}") << QByteArray("application/json")
                             << QStringLiteral("Answered 500, 200 was expected");
        QTest::newRow("html") << 200 << QByteArray("<html>") << QByteArray("text/html")
                              << QStringLiteral("Answered with text/html, application/json was expected");
        QTest::newRow("word") << 200 << QByteArray(R"({"status":"bad"})") << QByteArray("application/json")
                              << QStringLiteral("\"status\" is \"bad\", \"ok\" was expected");
        QTest::newRow("gone") << 200 << QByteArray("{}") << QByteArray("application/json")
                              << QStringLiteral("\"status\" is nothing, \"ok\" was expected");
        QTest::newRow("list") << 200 << QByteArray("[]") << QByteArray("application/json")
                              << QStringLiteral("The answer is not a JSON object");
    }
    void healthIsComparedWithTheProfile()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(QString, reason);
        StubServer server([&](StubConnection &connection, const QByteArray &) {
            connection.answer(status, body, "Content-Type: " + type + "\r\n");
        });
        const HttpClient client;
        const HealthAnswer answer =
            probeHealth(m_endpoint, server.url(QStringLiteral("/health")).toString(), sendWith(client), {});
        QCOMPARE(answer.reason, reason);
        QCOMPARE(answer.verdict, reason.isEmpty() ? HealthVerdict::Passed : HealthVerdict::Failed);
        QCOMPARE(answer.status, status);
    }

    void healthThatHangsFailsInTime()
    {
        StubServer server([](StubConnection &connection, const QByteArray &) { connection.hold(); });
        m_endpoint.timeoutMs = 200;
        const HttpClient client;
        const HealthAnswer answer = probeHealth(m_endpoint, server.url().toString(), sendWith(client), {});
        QCOMPARE(answer.verdict, HealthVerdict::Failed);
        QCOMPARE(answer.reason, QStringLiteral("No answer in time"));
        QVERIFY(answer.milliseconds >= 150 && answer.milliseconds < 5000);
    }

    void metricsThinOutWithoutLosingTheirSum()
    {
        const MetricStore metrics(*m_state);
        const QUuid id = QUuid::createUuid();
        const QDateTime start(QDate(2026, 10, 1), QTime(0, 0), Qt::UTC);
        for (int i = 0; i < 120; ++i)
            QVERIFY_RESULT(metrics.record(id, start.addSecs(30 * i), {{QStringLiteral("m"), i}}));
        QVERIFY_RESULT(metrics.thinOut(start.addDays(1)));
        QCOMPARE(seriesOf(metrics, id, start).size(), 120);
        QVERIFY_RESULT(metrics.thinOut(start.addDays(3)));
        auto points = seriesOf(metrics, id, start);
        QCOMPARE(points.size(), 12);
        QCOMPARE(points[0], (MetricPoint{start, 4.5, 0, 9, 10}));
        QVERIFY_RESULT(metrics.thinOut(start.addDays(3)));
        QCOMPARE(seriesOf(metrics, id, start), points);
        QVERIFY_RESULT(metrics.thinOut(start.addDays(40)));
        points = seriesOf(metrics, id, start);
        QCOMPARE(points, (QList<MetricPoint>{{start, 59.5, 0, 119, 120}}));
        QVERIFY_RESULT(metrics.thinOut(start.addDays(800)));
        QVERIFY(seriesOf(metrics, id, start).isEmpty());
    }

    void remembersStartsRestartsAndLackOfMemory()
    {
        const MetricStore metrics(*m_state);
        const QUuid id = QUuid::createUuid();
        const QDateTime start(QDate(2026, 11, 20), QTime(8, 0), Qt::UTC);
        ServiceStatus status;
        status.startedAt = start.addDays(-9);
        const auto look = [&](int minute) {
            return metrics.record(id, start.addSecs(60 * minute), runSamples(status));
        };
        QVERIFY_RESULT(look(0));
        QVERIFY_RESULT(look(1));
        status.startedAt = start.addSecs(90);
        status.restartCount = 2;
        status.isOutOfMemory = true;
        QVERIFY_RESULT(look(2));
        QVERIFY_RESULT(look(3));
        status.restartCount = 0; // started by hand, counted anew
        status.isOutOfMemory = false;
        status.startedAt = start.addSecs(200);
        QVERIFY_RESULT(look(4));
        const auto events = runEvents(metrics, id, start, start.addDays(1));
        QVERIFY_RESULT(events);
        const QList<ServiceEvent> expected{{ServiceEvent::Kind::Started, start.addSecs(200), 1},
                                           {ServiceEvent::Kind::Restarts, start.addSecs(120), 2},
                                           {ServiceEvent::Kind::OutOfMemory, start.addSecs(120), 1},
                                           {ServiceEvent::Kind::Started, start.addSecs(90), 1}};
        QCOMPARE(*events, expected);
    }

    void growthNeedsEnoughPoints()
    {
        const QDateTime start(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC);
        QList<MetricPoint> points;
        for (int i = 0; i < 24; ++i)
            points << MetricPoint{start.addSecs(3600 * i), 1000.0 + 50 * i};
        QCOMPARE(growthPerDay(points).value(), 1200.0);
        QVERIFY(!growthPerDay(points.mid(0, 2)));
        QVERIFY(!growthPerDay({points[0], points[0], points[0]}));
    }

    void snapshotHoldsWhatIsThere()
    {
        makeKeyValueData(m_dir->filePath(QStringLiteral("live")));
        m_runtime->statisticsAnswer->memoryBytes = 77;
        const MetricStore metrics(*m_state);
        const SqliteEngine engine;
        ManualClock clock;
        const SnapshotTaker taker(
            engine,
            [](const HttpRequest &, const OperationContext &) -> Result<HttpResponse> {
                return failure(ErrorKind::Unreachable, QStringLiteral("refused"));
            },
            metrics, clock);
        const auto session = makeSession();
        InstanceSnapshot snapshot = taker.take(*session, {}, false, {});
        QCOMPARE(snapshot.name, QStringLiteral("prod-1"));
        QCOMPARE(snapshot.statistics->memoryBytes, 77);
        QCOMPARE(snapshot.databases.size(), 3);
        QCOMPARE(snapshot.databases[1].info.layout, QStringLiteral("kv"));
        QVERIFY(!snapshot.databases[1].growthPerDay);
        QCOMPARE(snapshot.counts.value(QStringLiteral("users")), 2);
        QCOMPARE(snapshot.counts.value(QStringLiteral("images")), 3);
        QVERIFY(snapshot.disk.freeBytes > 0 && snapshot.disk.usedPercent() > 0
                && snapshot.disk.usedPercent() <= 100);
        QCOMPARE(snapshot.healthFailures, 1);
        const QDateTime first = snapshot.at;
        for (int i = 0; i < 3; ++i) {
            clock.advance(std::chrono::hours(1));
            runSql(m_dir->filePath(QStringLiteral("live/data/agentx.db")),
                   "INSERT INTO kv_storage SELECT randomblob(8), hex(zeroblob(50000)), 1, 1");
            snapshot = taker.take(*session, snapshot, false, {});
        }
        QCOMPARE(snapshot.healthFailures, 4);
        QCOMPARE(snapshot.failingSince, first);
        snapshot = taker.take(*session, snapshot, true, {});
        QVERIFY(*snapshot.databases[1].growthPerDay > 1000000);
        QCOMPARE(
            toJson(snapshot).value(QLatin1String("counts")).toObject().value(QLatin1String("users")).toInt(),
            2);
    }

    void verdictIsTheWorstWithItsReason()
    {
        const QDateTime now(QDate(2026, 11, 20), QTime(22, 0), Qt::UTC);
        InstanceSnapshot good;
        good.status = ServiceStatus();
        good.status->state = ServiceState::Running;
        good.health.verdict = HealthVerdict::Passed;
        good.lastBackupAt = now.addSecs(-3600);
        good.disk = {50, 100, {}, {}};
        const auto verdict = [&](const InstanceSnapshot &snapshot, const InstanceFacts &facts = {}) {
            return verdictOf(snapshot, m_profile, facts, now);
        };
        QCOMPARE(verdict(good).state, InstanceState::Healthy);

        InstanceSnapshot failing = good;
        failing.health.verdict = HealthVerdict::Failed;
        failing.health.reason = QStringLiteral("Answered 500, 200 was expected");
        failing.healthFailures = 2;
        failing.failingSince = now.addSecs(-23 * 60);
        QCOMPARE(verdict(failing).state, InstanceState::Warning);
        failing.healthFailures = 3;
        QCOMPARE(verdict(failing), (InstanceVerdict{InstanceState::Down, 1,
                                                    QStringLiteral("Down ") + formatDuration(23 * 60000)}));

        InstanceSnapshot full = good;
        full.disk.freeBytes = 4;
        QCOMPARE(verdict(full).reason, QStringLiteral("Disk 96 % full"));
        InstanceFacts errors;
        errors.errors = 14;
        errors.errorPercent = 6;
        QCOMPARE(verdict(good, errors),
                 (InstanceVerdict{InstanceState::Warning, 3, QStringLiteral("14 errors")}));

        InstanceSnapshot old = full;
        old.lastBackupAt = now.addDays(-3);
        QCOMPARE(verdict(old).state, InstanceState::BackupStale);
        old.lastBackupAt = {};
        QCOMPARE(verdict(old).reason, QStringLiteral("No backup yet"));
        InstanceFacts facts;
        facts.due << QStringLiteral("Integrity check, 9 d ago");
        QCOMPARE(verdict(good, facts).state, InstanceState::Due);
        facts.working = QStringLiteral("Back up");
        QCOMPARE(verdict(good, facts),
                 (InstanceVerdict{InstanceState::Working, 4, QStringLiteral("Back up")}));
        facts.needsOperator = QStringLiteral("Restore stopped half way");
        QCOMPARE(verdict(failing, facts).state, InstanceState::NeedsOperator);

        InstanceSnapshot lost = good;
        lost.status.reset();
        lost.health = {};
        lost.statusError =
            Error{ErrorKind::Unreachable, {}, QStringLiteral("The engine does not answer."), {}, {}};
        QCOMPARE(verdict(lost), (InstanceVerdict{InstanceState::NotChecked, 6,
                                                 QStringLiteral("The engine does not answer.")}));
        InstanceSnapshot unseen = good; // only files, and no address to ask
        unseen.status->state = ServiceState::Unknown;
        unseen.status->reason = QStringLiteral("Only files");
        unseen.health = {};
        QCOMPARE(verdict(unseen),
                 (InstanceVerdict{InstanceState::NotChecked, 6, QStringLiteral("Only files")}));
        InstanceSnapshot stopped = good;
        stopped.status->state = ServiceState::Stopped;
        stopped.status->endedAt = now.addSecs(-60);
        QCOMPARE(verdict(stopped).state, InstanceState::Down);
        stopped.stoppedAt = now.addSecs(-60);
        QCOMPARE(verdict(stopped).state, InstanceState::NotChecked);
        QVERIFY(verdict(stopped).reason.startsWith(u"Stopped on purpose"));
        stopped.status->state = ServiceState::Paused;
        QCOMPARE(verdict(stopped).state, InstanceState::Down);
        QVERIFY(verdict(stopped).reason.startsWith(u"Paused"));
    }

    void ranksAreThoseOfTheLook()
    {
        QVERIFY(instanceStateRank(InstanceState::NeedsOperator) < instanceStateRank(InstanceState::Down));
        QVERIFY(instanceStateRank(InstanceState::Down) < instanceStateRank(InstanceState::BackupStale));
        QVERIFY(instanceStateRank(InstanceState::BackupStale) < instanceStateRank(InstanceState::Warning));
        QVERIFY(instanceStateRank(InstanceState::Warning) < instanceStateRank(InstanceState::Due));
        QVERIFY(instanceStateRank(InstanceState::NotChecked) < instanceStateRank(InstanceState::Healthy));
    }

    void monitorLooksAgainAndAgain()
    {
        std::atomic<int> looks = 0;
        Monitor monitor([&](const InstanceSession &session, const InstanceSnapshot &previous, bool,
                            const OperationContext &) {
            ++looks;
            InstanceSnapshot snapshot = previous;
            snapshot.instance = session.instance().id;
            snapshot.healthFailures = previous.healthFailures + 1;
            return snapshot;
        });
        QSignalSpy spy(&monitor, &Monitor::snapshotTaken);
        monitor.setInterval(std::chrono::milliseconds(5));
        monitor.setSessions({makeSession()});
        monitor.start();
        QTRY_VERIFY(spy.size() >= 4);
        QCOMPARE(spy[3][0].value<InstanceSnapshot>().healthFailures, 4);
        monitor.stop();
        const int atStop = looks;
        const auto size = spy.size();
        QTest::qWait(30);
        QCOMPARE(looks.load(), atStop);
        QCOMPARE(spy.size(), size);
        monitor.start();
        QTRY_VERIFY(spy.size() > size);
    }

    void monitorStopsWhileALookHangs()
    {
        std::atomic<bool> isIn = false;
        Monitor monitor([&](const InstanceSession &, const InstanceSnapshot &previous, bool,
                            const OperationContext &context) {
            isIn = true;
            while (!context.isCancelled())
                QThread::msleep(5);
            return previous;
        });
        monitor.setSessions({makeSession()});
        monitor.start();
        QTRY_VERIFY(isIn);
        QElapsedTimer timer;
        timer.start();
        monitor.stop();
        QVERIFY(timer.elapsed() < 2000);
    }

    void refreshLooksFullyAndAtOnce()
    {
        QList<bool> fulls;
        QMutex mutex;
        Monitor monitor([&](const InstanceSession &, const InstanceSnapshot &previous, bool isFull,
                            const OperationContext &) {
            const QMutexLocker lock(&mutex);
            fulls << isFull;
            return previous;
        });
        QSignalSpy spy(&monitor, &Monitor::snapshotTaken);
        monitor.setInterval(std::chrono::hours(1));
        const auto session = makeSession();
        monitor.setSessions({session});
        monitor.start();
        QTRY_COMPARE(spy.size(), 1);
        monitor.refresh(session->instance().id);
        QTRY_COMPARE(spy.size(), 2);
        monitor.stop();
        QCOMPARE(fulls, (QList<bool>{true, true}));
    }

    void asksLessOftenWithoutContact()
    {
        QCOMPARE(MonitorWorker::delayAfter(0, 10000), 10000);
        QCOMPARE(MonitorWorker::delayAfter(1, 10000), 10000);
        QCOMPARE(MonitorWorker::delayAfter(3, 10000), 40000);
        QCOMPARE(MonitorWorker::delayAfter(100, 10000), 300000);
        QCOMPARE(MonitorWorker::delayAfter(100, 600000), 600000);
    }

private:
    static QList<MetricPoint> seriesOf(const MetricStore &metrics, const QUuid &id, const QDateTime &start)
    {
        return metrics.series(id, QStringLiteral("m"), start, start.addDays(1)).value();
    }

    std::shared_ptr<InstanceSession> makeSession()
    {
        Instance instance;
        instance.id = QUuid::fromString(QStringLiteral("5e0b6bf8-2b2b-4f0e-9d0c-0d5f7b1f7a11"));
        instance.name = QStringLiteral("prod-1");
        instance.profile = m_profile.id;
        instance.dataDir = m_dir->filePath(QStringLiteral("live"));
        return std::make_shared<InstanceSession>(instance, m_profile, m_runtime, m_dir->path());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<StateStore> m_state;
    std::shared_ptr<ScriptedRuntime> m_runtime;
    ServiceProfile m_profile;
    ProfileEndpoint m_endpoint;
};

} // namespace tst_monitoring

QTEST_GUILESS_MAIN(tst_monitoring::TestMonitoring)
#include "tst_monitoring.moc"

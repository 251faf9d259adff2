// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demodata.h"
#include "core/audit/actor.h"
#include "core/instances/instancesession.h"
#include "tests/support/fleetworld.h"
#include "tests/support/uitestsupport.h"
#include "tests/ui/pagepictures.h"
#include "ui/controllers/instancewatch.h"
#include "ui/controllers/journalwatch.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/overviewtexts.h"
#include "ui/theme/colorscheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/backupstory.h"
#include "ui/widgets/button.h"
#include "ui/widgets/databasescard.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/lastbackupcard.h"
#include "ui/widgets/recentlines.h"
#include "ui/widgets/servicecard.h"
#include "ui/widgets/sizelines.h"
#include "ui/widgets/surroundingscards.h"

#include <QDir>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <cmath>

namespace pilothouse {
namespace tst_overviewpage {

/// The Overview over a real data folder, a real backup and six hours of stored samples.
class TestOverviewPage final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_scheme = std::make_unique<ColorScheme>(qApp->palette());
        m_theme = std::make_unique<Theme>(*qApp, *m_scheme);
        QVERIFY(m_data.isValid());
        DemoDataOptions options;
        options.logFiles = 1;
        options.logFileBytes = 64 << 10;
        QVERIFY_RESULT(createDemoData(m_data.path(), options, {}));
    }

    void init()
    {
        m_world = std::make_unique<FleetWorld>();
        setService(*m_world->runtime);
        QVERIFY_RESULT(m_world->instances.add(
            FleetWorld::instanceOf(QStringLiteral("prod-1"), m_data.path(), QStringLiteral("docker"))));
        QSignalSpy changed(&m_world->fleet, &FleetController::changed);
        m_world->fleet.reload();
        QVERIFY(changed.wait(5000));
        m_controller = std::make_unique<OverviewController>(
            OverviewServices{m_world->runner, m_world->fleet, m_world->operations, m_world->metrics,
                             m_world->backups, m_world->rig.clock});
        m_page = std::make_unique<OverviewPage>(*m_controller);
    }

    void cleanup()
    {
        m_page.reset();
        m_controller.reset();
        m_world.reset();
    }

    void waitsWithBarsUntilTheFirstLook()
    {
        open();
        QVERIFY(!m_page->findChild<ServiceCard *>()->isVisible());
        QVERIFY(m_page->isReading());
        QTest::qWait(350); // the bars wait before they show themselves
        QVERIFY(save("loading"));
        m_world->monitor.start();
        QTRY_VERIFY(!m_page->isReading());
        QVERIFY(m_page->findChild<ServiceCard *>()->isVisible());
    }

    void saysWhatTheServiceIsInFigures()
    {
        watch();
        const auto snapshot = m_controller->snapshot();
        QVERIFY(snapshot.has_value());
        const QList<TileData> tiles = overviewTiles(*snapshot, m_controller->session()->profile(),
                                                    m_controller->courses().value, m_controller->now());
        QCOMPARE(tiles.size(), 5);
        const qint64 taken = snapshot->health.milliseconds;
        QCOMPARE(tiles[0].figure, taken < 1 ? QStringLiteral("<\u202F1") : QString::number(taken));
        QCOMPARE(tiles[0].unit, QStringLiteral("ms"));
        QCOMPARE(tiles[1].figure, QStringLiteral("7.4"));
        QCOMPARE(tiles[2].figure, QStringLiteral("612"));
        QVERIFY2(tiles[2].meaning.contains(QStringLiteral("2.15")), qPrintable(tiles[2].meaning));
        QCOMPARE(tiles[4].caption, QStringLiteral("Users"));
        QCOMPARE(tiles[4].figure, QStringLiteral("320"));
    }

    void listsWhatAnotherProgramAddsAndRemoves()
    {
        watch();
        const InstanceWatch follows(m_world->fleet, m_world->state.file());
        const StateStore elsewhere(m_world->state.file());
        const InstanceStore others(elsewhere);
        const QStringList before = m_world->fleet.names();
        QSignalSpy changed(&m_world->fleet, &FleetController::changed);

        const auto added = others.add(FleetWorld::instanceOf(
            QStringLiteral("staging"), m_world->path(QStringLiteral("staging")), QStringLiteral("files")));
        QVERIFY_RESULT(added);
        QTRY_VERIFY_WITH_TIMEOUT(m_world->fleet.has(QStringLiteral("staging")), 15'000);
        QVERIFY(m_world->fleet.snapshot(before.first()));

        QVERIFY_RESULT(others.remove(added->id));
        QTRY_COMPARE_WITH_TIMEOUT(m_world->fleet.names(), before, 15'000);
        QCOMPARE(changed.size(), 2);
    }

    void oneThatCannotBeUsedHidesNoOther()
    {
        QSignalSpy told(&m_world->fleet, &FleetController::loadFailed);
        Instance strange = FleetWorld::instanceOf(
            QStringLiteral("strange"), m_world->path(QStringLiteral("strange")), QStringLiteral("files"));
        strange.profile = QStringLiteral("of-a-later-version");
        QVERIFY_RESULT(m_world->instances.add(strange));
        QVERIFY_RESULT(m_world->instances.add(FleetWorld::instanceOf(
            QStringLiteral("zeta"), m_world->path(QStringLiteral("zeta")), QStringLiteral("files"))));
        m_world->fleet.follow();
        QTRY_COMPARE(m_world->fleet.names(), QStringList({QStringLiteral("prod-1"), QStringLiteral("zeta")}));
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().first().value<Error>().subject, strange.profile);

        QSignalSpy changed(&m_world->fleet, &FleetController::changed);
        m_world->fleet.reload();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(told.size(), 1); // it is known by now
        m_world->fleet.follow();
        QTest::qWait(200);
        QCOMPARE(changed.size(), 1); // nothing is new
    }

    void marksTheMemoryOverItsLimit()
    {
        m_world->runtime->statisticsAnswer->memoryBytes = 1'900'000'000;
        watch();
        const QList<TileData> tiles = overviewTiles(
            *m_controller->snapshot(), m_controller->session()->profile(), {}, m_controller->now());
        QVERIFY(tiles[2].isOver);
        QVERIFY(!tiles[1].isOver);
    }

    void putsWhatAnotherProgramLeftCutOffBeforeAllElse()
    {
        watch();
        JournalStore &journals = m_world->rig.journals;
        const QString folder = QFileInfo(journals.folderOf(QUuid::createUuid())).path();
        const JournalWatch follows(m_world->operations, folder);
        Plan plan;
        plan.operation = QUuid::createUuid();
        plan.instance = QStringLiteral("prod-1");
        plan.title = QStringLiteral("Restore prod-1");
        auto elsewhere = journals.create(plan, {});
        QVERIFY_RESULT(elsewhere);
        QTRY_VERIFY_WITH_TIMEOUT(m_world->operations.isRunningElsewhere(), 15'000);
        QVERIFY(!overviewBanner(*m_controller));
        elsewhere->reset(); // as if its program was killed
        QTRY_VERIFY_WITH_TIMEOUT(overviewBanner(*m_controller).has_value(), 15'000);
        const BannerText banner = *overviewBanner(*m_controller);
        QCOMPARE(banner.state, StateKind::NeedsOperator);
        QVERIFY2(banner.heading.contains(plan.title), qPrintable(banner.heading));
        QVERIFY_RESULT(journals.acknowledge(plan.operation));
        m_world->operations.refresh();
        QTRY_VERIFY(!overviewBanner(*m_controller));
    }

    void breaksTheCourseWhereNothingWasMeasured()
    {
        const QDateTime start(QDate(2026, 11, 20), QTime(8, 0), Qt::UTC);
        OverviewCourses courses;
        courses.response = {
            {start, 10, 10, 10}, {start.addSecs(10), 12, 12, 12}, {start.addSecs(3600), 9, 9, 9}};
        const QList<QPointF> points = responseSeries(courses).first().points;
        QCOMPARE(points.size(), 4);
        QVERIFY(std::isnan(points[2].y()));
    }

    void takesNoFailureForAResponseTime()
    {
        const QUuid id = m_world->fleet.session(QStringLiteral("prod-1"))->instance().id;
        const QDateTime at = m_world->rig.clock.now().addSecs(-600);
        QVERIFY_RESULT(m_world->metrics.record(
            id, at, {{QStringLiteral("health.ms"), 5000}, {QStringLiteral("health.ok"), 0}}));
        watch();
        const QList<MetricPoint> points = m_controller->courses().value.response;
        QVERIFY(!points.isEmpty());
        QVERIFY(std::isnan(points.first().value));
    }

    void drawsDatabasesRelativeToTheLargest()
    {
        watch();
        const QList<SizeLine> lines = sizeLinesOf(m_controller->snapshot()->databases);
        QCOMPARE(lines.size(), 3);
        double largest = 0;
        for (const SizeLine &line : lines) {
            QVERIFY(!line.isBad);
            largest = std::max(largest, line.share);
        }
        QCOMPARE(largest, 1.0);
    }

    void countsWhoTalksToTheService()
    {
        QTcpServer server; // this test is the service
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTcpSocket one;
        QTcpSocket two;
        for (QTcpSocket *socket : {&one, &two}) {
            socket->connectToHost(QHostAddress::LocalHost, server.serverPort());
            QVERIFY(socket->waitForConnected(5000));
        }
        QTRY_VERIFY(server.hasPendingConnections());
        m_world->runtime->statusAnswer->pid = QCoreApplication::applicationPid();
        watch();
        QTRY_VERIFY(m_controller->life().hasValue);
        QCOMPARE(m_controller->life().value.socketsError, std::nullopt);
        const auto facts = factsNow();
        QVERIFY2(facts[QStringLiteral("Listens on")].value.contains(QString::number(server.serverPort())),
                 qPrintable(facts[QStringLiteral("Listens on")].value));
        QVERIFY(facts[QStringLiteral("Connections")].value.toInt() >= 2);
        QCOMPARE(facts[QStringLiteral("Connections")].more, QStringLiteral("from 1 address(es)"));
    }

    void tellsHowItEndedBefore()
    {
        ServiceStatus &status = *m_world->runtime->statusAnswer;
        status.restartCount = 3;
        status.lastEndedAt = QDateTime::currentDateTimeUtc().addDays(-12);
        watch();
        QCOMPARE(factsNow()[QStringLiteral("Last exit")].more, QStringLiteral("before this run"));
        QCOMPARE(factsNow()[QStringLiteral("Restarts")].value, QStringLiteral("3"));
        QVERIFY(!factsNow()[QStringLiteral("Out of memory")].isBad);
        status.state = ServiceState::Stopped;
        status.exitCode = 137;
        status.isOutOfMemory = true;
        status.endedAt = QDateTime::currentDateTimeUtc();
        m_page->refresh();
        QTRY_COMPARE(factsNow()[QStringLiteral("Last exit")].value, QStringLiteral("code 137"));
        QVERIFY(factsNow()[QStringLiteral("Last exit")].isBad);
        QCOMPARE(factsNow()[QStringLiteral("Out of memory")].value, QStringLiteral("Killed"));
        QTRY_COMPARE(factsNow()[QStringLiteral("Connections")].more, QStringLiteral("it does not run"));
        QTRY_VERIFY(!m_page->isReading());
        QVERIFY(save("out-of-memory"));
    }

    void offersTheFirstBackupWhereThereIsNone()
    {
        watch();
        auto *card = m_page->findChild<LastBackupCard *>();
        auto *empty = card->findChild<EmptyState *>();
        QTRY_VERIFY(empty->isVisible());
        QSignalSpy asked(m_page.get(), &Page::actionRequested);
        QTest::mouseClick(empty->button(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), QStringLiteral("backup.create"));
    }

    void tellsTheThreeStampsOfARealBackup()
    {
        backUp();
        watch();
        const auto &backup = m_controller->backup().value.counted;
        QVERIFY(backup.has_value());
        QCOMPARE(backup->complete.state, BackupStamp::State::Reached);
        auto *story = m_page->findChild<BackupStory *>();
        QVERIFY(story->isVisible());
        QVERIFY2(story->accessibleName().contains(QStringLiteral("3 database")),
                 qPrintable(story->accessibleName()));
        QVERIFY(m_page->findChild<RecentLines *>()->isVisible());
    }

    void masksSecretsAndSaysWhatMayBeWritten()
    {
        watch();
        auto *table = m_page->findChild<EnvironmentCard *>()->findChild<DataTable *>();
        QStringList words;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            words << table->model()->index(row, 0).data().toString() + u'='
                         + table->model()->index(row, 1).data().toString();
        const QString all = words.join(u'\n');
        QVERIFY2(all.contains(QStringLiteral("PORT=5200")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("JWT_SECRET=\u2022\u2022\u2022\u2022")), qPrintable(all));
        QVERIFY(m_page->findChild<MountsCard *>()->isVisible());
    }

    void hasNoEnvironmentForPlainFiles()
    {
        m_world->runtime->runtimeKind = QStringLiteral("files");
        watch();
        QVERIFY(!m_page->findChild<EnvironmentCard *>()->isVisible());
    }

    void saysAboveTheOldFiguresWhatCannotBeRead()
    {
        watch();
        m_world->isAnswering = false;
        m_page->refresh();
        auto *banner = m_page->findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(m_page->findChild<SizeLines *>()->isVisible());
        QTRY_VERIFY(!m_page->isReading());
        QVERIFY(save("error"));
        m_world->isAnswering = true;
        for (Button *button : banner->findChildren<Button *>()) {
            if (button->text() == QStringLiteral("Try again"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY(!banner->isVisible());
    }

    void isCalmAboutAServiceThatWasStoppedOnPurpose()
    {
        InstanceSnapshot snapshot;
        snapshot.name = QStringLiteral("prod-1");
        snapshot.status = ServiceStatus();
        snapshot.status->state = ServiceState::Stopped;
        snapshot.health.verdict = HealthVerdict::Failed;
        QCOMPARE(snapshotBanner(snapshot)->state, StateKind::Down);
        snapshot.stoppedAt = QDateTime::currentDateTimeUtc();
        snapshot.stoppedBy = osUser();
        QCOMPARE(snapshotBanner(snapshot)->state, StateKind::NotChecked);
        QVERIFY(snapshotBanner(snapshot)->sentence.startsWith(u"Stopped by you"));
        snapshot.stoppedBy = QStringLiteral("alice");
        QVERIFY(snapshotBanner(snapshot)->sentence.startsWith(u"Stopped by alice"));
        snapshot.status->state = ServiceState::Paused;
        QCOMPARE(snapshotBanner(snapshot)->state, StateKind::Warning);
    }

    void leadsToTheOtherPages()
    {
        watch();
        QSignalSpy asked(m_page.get(), &Page::pageRequested);
        for (Button *button : m_page->findChildren<Button *>()) {
            if (button->kind() == ButtonKind::Link)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QStringList pages;
        for (const auto &call : asked)
            pages << call.first().toString();
        pages.sort();
        QCOMPARE(pages, (QStringList{QStringLiteral("activity"), QStringLiteral("backups")}));
    }

    void looksFinishedInEveryTheme_data()
    {
        QTest::addColumn<ThemeChoice>("choice");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << ThemeChoice::Light << QSize(1208, 1010);
        QTest::newRow("dark") << ThemeChoice::Dark << QSize(1208, 723);
        QTest::newRow("high-contrast-light") << ThemeChoice::HighContrastLight << QSize(1208, 1010);
        QTest::newRow("high-contrast-dark") << ThemeChoice::HighContrastDark << QSize(1208, 723);
        QTest::newRow("1280x720") << ThemeChoice::Dark << QSize(1048, 564);
        QTest::newRow("1024x640") << ThemeChoice::Light << QSize(792, 1300);
    }

    void looksFinishedInEveryTheme()
    {
        QFETCH(ThemeChoice, choice);
        QFETCH(QSize, size);
        m_theme->setChoice(choice);
        measureSixHours();
        backUp();
        watch(size);
        QVERIFY(save(QTest::currentDataTag()));
        m_theme->setChoice(ThemeChoice::Light);
    }

private:
    QMap<QString, ServiceFact> factsNow() const
    {
        QMap<QString, ServiceFact> facts;
        for (const ServiceFact &fact :
             serviceFacts(*m_controller->snapshot(), m_controller->life().value, m_controller->now()))
            facts.insert(fact.caption, fact);
        return facts;
    }

    static void setService(ScriptedRuntime &runtime)
    {
        ServiceStatus status;
        status.state = ServiceState::Running;
        status.startedAt = QDateTime::currentDateTimeUtc().addDays(-12);
        status.health = QStringLiteral("healthy");
        status.healthLog = QStringLiteral("HTTP 200 {\"status\":\"ok\"}");
        status.healthCheck = HealthCheck{QStringLiteral("wget http://localhost:5200/health"), 30, 10, 5, 3};
        status.pid = QCoreApplication::applicationPid();
        status.image = QStringLiteral("example/service:0.1.0");
        status.imageDigest = QStringLiteral("sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c");
        status.restartPolicy = QStringLiteral("unless-stopped");
        runtime.statusAnswer = status;
        ServiceStatistics statistics;
        statistics.at = QDateTime::currentDateTimeUtc();
        statistics.cpuPercent = 7.4;
        statistics.memoryBytes = 612'000'000;
        statistics.memoryLimit = 2'147'483'648;
        runtime.statisticsAnswer = statistics;
        runtime.environmentAnswer = QList<EnvironmentEntry>{
            {QStringLiteral("PORT"), QStringLiteral("5200"), false},
            {QStringLiteral("LOG_LEVEL"), QStringLiteral("info"), false},
            {QStringLiteral("NODE_ENV"), QStringLiteral("production"), false},
            {QStringLiteral("LLM_PROVIDER_URL"), QStringLiteral("https://llm.example.net/v1"), false},
            {QStringLiteral("JWT_SECRET"), QString(), true},
            {QStringLiteral("LLM_PROVIDER_KEY"), QString(), true}};
        runtime.mountsAnswer =
            QList<MountEntry>{{QStringLiteral("bind"), QStringLiteral("/srv/service/data"),
                               QStringLiteral("/home/node/.agentx"), false},
                              {QStringLiteral("bind"), QStringLiteral("/etc/service/ca.pem"),
                               QStringLiteral("/etc/ssl/ca.pem"), true}};
    }

    /// Samples as the monitor would have noted them, one a minute with a pause in the middle.
    void measureSixHours()
    {
        const QUuid id = m_world->fleet.session(QStringLiteral("prod-1"))->instance().id;
        const QDateTime now = m_world->rig.clock.now();
        for (int minute = 360; minute >= 1; minute -= 2) {
            if (minute > 150 && minute < 180)
                continue;
            const double swing = std::sin(minute * 0.06);
            QVERIFY_RESULT(m_world->metrics.record(
                id, now.addSecs(-60 * minute),
                {{QStringLiteral("health.ms"), 14 + 5 * swing + 3 * std::sin(minute * 0.9)},
                 {QStringLiteral("cpu.percent"), 12 + 9 * swing},
                 {QStringLiteral("memory.bytes"), 6e8 + 4e7 * std::sin(minute * 0.02)},
                 {QStringLiteral("disk.used"), 1e11 - minute * 1e6},
                 {QStringLiteral("database.agentx.bytes"), 8e6 - minute * 3e3}}));
        }
    }

    void backUp()
    {
        const SessionPointer session = m_world->fleet.session(QStringLiteral("prod-1"));
        const auto plan = m_world->rig.catalogue.plan(QStringLiteral("backup.create"), *session, {}, {});
        QVERIFY_RESULT(plan);
        const auto report = m_world->rig.run(*plan, *session);
        QVERIFY_RESULT(report);
        QVERIFY2(report->outcome == Outcome::Done, report->error ? qPrintable(report->error->toText()) : "");
        m_world->operations.refresh();
    }

    void open(const QSize &size = {1208, 723})
    {
        m_page->setSession(m_world->fleet.session(QStringLiteral("prod-1")));
        showAndWait(*m_page, size);
    }

    void watch(const QSize &size = {1208, 723})
    {
        open(size);
        m_world->monitor.start();
        QTRY_VERIFY(!m_page->isReading());
        QTRY_VERIFY(m_controller->courses().hasValue);
    }

    bool save(const QString &name)
    {
        QTest::qWait(60);
        return savePicture(*m_page, QStringLiteral("overview-%1").arg(name));
    }
    bool save(const char *name) { return save(QLatin1String(name)); }

    std::unique_ptr<ColorScheme> m_scheme;
    std::unique_ptr<Theme> m_theme;
    QTemporaryDir m_data;
    std::unique_ptr<FleetWorld> m_world;
    std::unique_ptr<OverviewController> m_controller;
    std::unique_ptr<OverviewPage> m_page;
};

} // namespace tst_overviewpage
} // namespace pilothouse

QTEST_MAIN(pilothouse::tst_overviewpage::TestOverviewPage)
#include "tst_overviewpage.moc"

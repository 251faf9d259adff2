// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fleetworld.h"
#include "tests/support/uitestsupport.h"
#include "tests/ui/pagepictures.h"
#include "ui/pages/configurationpage.h"
#include "ui/theme/colorscheme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/findingscard.h"
#include "ui/widgets/limitscard.h"
#include "ui/widgets/logsettingscard.h"
#include "ui/widgets/scalingcard.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace pilothouse;

namespace tst_configurationpage {

namespace {

ProbeFinding finding(const QString &title, ProbeVerdict verdict, const QString &text,
                     const QString &advice = {})
{
    ProbeFinding made;
    made.id = title;
    made.title = title;
    made.verdict = verdict;
    made.text = text;
    made.advice = advice;
    return made;
}

LimitsReport limitsReport()
{
    LimitsReport report;
    report.limits = {2LL << 30, 0, 2};
    report.use = ServiceStatistics();
    report.use->memoryBytes = 612'000'000;
    report.use->cpuPercent = 37;
    report.memoryPeak = 1'480'000'000;
    report.cpuPeak = 144;
    report.canSet = true;
    report.definedBy = u"compose project portagent"_qs;
    return report;
}

LogSettings logSettings(const QDateTime &now)
{
    LogSettings settings;
    settings.level = {u"LOG_LEVEL"_qs,
                      u"debug"_qs,
                      u"pilothouse"_qs,
                      {u"debug"_qs, u"info"_qs, u"warn"_qs, u"error"_qs},
                      u"Least level that is logged. Debug writes about ten times as much."_qs};
    settings.findings = {
        finding(u"Log portagent.log"_qs, ProbeVerdict::Holds,
                u"4.2 MB now, 74 MB in all with 7 older files."_qs),
        finding(u"Console log"_qs, ProbeVerdict::InTheWay,
                u"The driver json-file has no max-size: it grows until the disk is full."_qs,
                u"Create the container again with: --log-opt max-size=10m --log-opt max-file=7"_qs)};
    settings.pending = PendingRevert{QUuid::createUuid(), u"prod-1"_qs,  u"LOG_LEVEL=debug"_qs,
                                     now.addSecs(1260),   u"systemd"_qs, {}};
    return settings;
}

PermissionAudit permissions(const QString &dataDir)
{
    PermissionAudit audit;
    audit.files = 240;
    for (const char *name : {"/data/portagent.db", "/data/agentx.db"}) {
        AccessFinding found;
        found.id = u"mode"_qs;
        found.path = dataDir + QLatin1String(name);
        found.mode = 0600;
        found.text = u"More than its owner may get at it (mode 644)."_qs;
        found.advice = u"Set it to 600."_qs;
        audit.findings << found;
    }
    return audit;
}

Exposure exposure()
{
    Exposure open;
    open.findings = {
        finding(
            u"Port 5200/tcp"_qs, ProbeVerdict::InTheWay,
            u"Published at 0.0.0.0:5200: whoever reaches this machine reaches the service, past its firewall."_qs,
            u"Publish it at 127.0.0.1 alone, with a reverse proxy that speaks HTTPS before it."_qs),
        finding(u"Rights"_qs, ProbeVerdict::Holds, u"Not privileged."_qs)};
    open.snippet = u"services:\n  portagent:\n    ports:\n      - \"127.0.0.1:5200:5200\"\n"_qs;
    return open;
}

Scaling scaling()
{
    ServerMeasure server;
    server.address = u"shop@127.0.0.1:5432/shop"_qs;
    server.host = u"127.0.0.1"_qs;
    server.database = u"shop"_qs;
    server.walLevel = u"replica"_qs;
    server.maxSenders = 1;
    server.maxSlots = 10;
    server.listenAddresses = u"127.0.0.1"_qs;
    server.bytes = 863'000'000;
    server.maxConnections = 100;
    server.reserved = 3;
    server.connections = 81;
    server.active = 6;
    return {replicaPart(server), poolerPart(server)};
}

} // namespace

/// The page that shows how a service is set up.
class TestConfigurationPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_scheme = std::make_unique<ColorScheme>(qApp->palette());
        m_theme = std::make_unique<Theme>(*qApp, *m_scheme);
    }

    void init()
    {
        m_world = std::make_unique<FleetWorld>();
        m_world->runtime->runtimeKind = u"process"_qs;
        Instance instance = FleetWorld::instanceOf(u"prod-1"_qs, m_world->path(u"data"_qs), u"process"_qs);
        instance.runtime.command = QStringList{u"/usr/bin/notes"_qs};
        instance.runtime.pidFile = m_world->path(u"pid"_qs);
        QVERIFY_RESULT(m_world->instances.add(instance));
        QSignalSpy changed(&m_world->fleet, &FleetController::changed);
        m_world->fleet.reload();
        QVERIFY(changed.wait(5000));
        const QDateTime now = m_world->rig.clock.now();
        m_answer = std::make_unique<Configuration>(Configuration{
            QList<EnvironmentEntry>{{u"LLM_PROVIDER_KEY"_qs, {}, true},
                                    {u"LOG_LEVEL"_qs, u"debug"_qs, false},
                                    {u"NODE_ENV"_qs, u"production"_qs, false},
                                    {u"PORT"_qs, u"5200"_qs, false}},
            QList<MountEntry>{{u"bind"_qs, u"/srv/portagent"_qs, u"/home/node/.agentx"_qs, false}},
            limitsReport(), logSettings(now), permissions(m_world->path(u"data"_qs)), exposure(), scaling()});
        m_controller = std::make_unique<ConfigurationController>(ConfigurationServices{
            [this](const InstanceSession &, const OperationContext &) { return *m_answer; }, m_world->runner,
            m_world->rig.clock});
        m_page = std::make_unique<ConfigurationPage>(*m_controller);
    }

    void cleanup()
    {
        m_page.reset();
        m_controller.reset();
        m_world.reset();
    }

    void asksForWhatItsButtonsSay()
    {
        open();
        QSignalSpy asked(m_page.get(), &Page::actionRequested);
        press(m_page->findChild<LimitsCard *>(), u"Heavy"_qs);
        QCOMPARE(asked.takeFirst().at(1).toJsonObject(), (QJsonObject{{u"preset"_qs, u"heavy"_qs}}));
        press(m_page->findChild<LimitsCard *>(), u"Change"_qs);
        QCOMPARE(asked.takeFirst().at(1).toJsonObject(),
                 (QJsonObject{{u"memory"_qs, u"2G"_qs}, {u"cpus"_qs, 2}}));
        m_page->findChild<QComboBox *>()->setCurrentText(u"warn"_qs);
        press(m_page->findChild<LogSettingsCard *>(), u"Restart"_qs);
        QCOMPARE(asked.takeFirst().at(1).toJsonObject(),
                 (QJsonObject{{u"level"_qs, u"warn"_qs}, {u"minutes"_qs, 30}}));
        press(m_page.get(), u"Set permissions"_qs);
        QCOMPARE(asked.takeFirst().at(0).toString(), u"permissions.fix"_qs);
    }

    void asksHowTheEngineKeepsTheLog()
    {
        m_world->runtime->runtimeKind = u"docker"_qs;
        m_answer->logs->driver.name = u"local"_qs;
        m_answer->logs->driver.maxBytes = 20 << 20;
        m_answer->logs->driver.maxFiles = 5;
        open();
        QSignalSpy asked(m_page.get(), &Page::actionRequested);
        auto *card = m_page->findChild<LogSettingsCard *>();
        press(card, u"Keep it so"_qs);
        QCOMPARE(asked.first().at(0).toString(), u"logs.driver"_qs);
        QCOMPARE(asked.takeFirst().at(1).toJsonObject(),
                 (QJsonObject{{u"driver"_qs, u"local"_qs}, {u"size"_qs, u"20m"_qs}, {u"files"_qs, 5}}));
    }

    void f29_showsAConfigurationToCopy()
    {
        open();
        auto *card = m_page->findChild<ScalingCard *>();
        card->findChild<QTabBar *>()->setCurrentIndex(1);
        press(card, u"Copy"_qs);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(u"pool_mode = transaction"_qs), qPrintable(copied));
    }

    void offersToPutBackWhatGoesBackByItself()
    {
        open();
        QSignalSpy undo(m_page.get(), &Page::undoRequested);
        press(m_page->findChild<Banner *>(), u"Put back"_qs);
        QCOMPARE(undo.takeFirst().at(0).toUuid(), m_answer->logs->pending->operation);
        m_answer->logs->pending.reset();
        m_page->refresh();
        QTRY_VERIFY(!m_page->findChild<Banner *>()->isVisible());
    }

    void saysWhyItKnowsNothing()
    {
        m_answer->limits = failure(ErrorKind::Refused, u"Nothing is known."_qs);
        m_answer->exposure = failure(ErrorKind::Refused, u"It does not run."_qs);
        open();
        QVERIFY(!button(m_page->findChild<LimitsCard *>(), u"Change"_qs)->isVisible());
        QVERIFY(savePicture(*m_page, u"configuration-unknown"_qs));
    }

    void standsInEveryLook()
    {
        for (const PageLook &look : pageLooks()) {
            m_theme->setChoice(look.theme);
            m_page->resize(look.size);
            open();
            QTRY_VERIFY(button(m_page->findChild<LimitsCard *>(), u"Heavy"_qs)->isVisible());
            QVERIFY(savePicture(*m_page, u"configuration-"_qs + QLatin1String(look.name)));
        }
        m_theme->setChoice(ThemeChoice::Light);
    }

private:
    void open()
    {
        if (m_page->width() < 800)
            m_page->resize(1208, 740);
        m_page->show();
        m_page->setSession(m_world->fleet.session(u"prod-1"_qs));
        QTRY_VERIFY(m_controller->configuration().hasValue && !m_page->isReading());
    }

    static Button *button(QWidget *parent, const QString &start)
    {
        for (Button *one : parent->findChildren<Button *>()) {
            if (one->text().startsWith(start))
                return one;
        }
        return nullptr;
    }

    static void press(QWidget *parent, const QString &start)
    {
        Button *found = button(parent, start);
        QVERIFY2(found, qPrintable(start));
        found->click();
    }

    std::unique_ptr<ColorScheme> m_scheme;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FleetWorld> m_world;
    std::unique_ptr<Configuration> m_answer;
    std::unique_ptr<ConfigurationController> m_controller;
    std::unique_ptr<ConfigurationPage> m_page;
};

} // namespace tst_configurationpage

QTEST_MAIN(tst_configurationpage::TestConfigurationPage)

#include "tst_configurationpage.moc"

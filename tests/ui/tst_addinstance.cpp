// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demodata.h"
#include "core/instances/instancesession.h"
#include "core/runtime/runtimefactory.h"
#include "tests/support/faultydockerengine.h"
#include "tests/support/fleetworld.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/postgresserver.h"
#include "tests/support/tenantdata.h"
#include "tests/support/uitestsupport.h"
#include "tests/ui/pagepictures.h"
#include "ui/dialogs/addinstancedialog.h"
#include "ui/dialogs/findpane.h"
#include "ui/dialogs/instanceform.h"
#include "ui/dialogs/probedialog.h"
#include "ui/dialogs/removeinstancedialog.h"
#include "ui/pages/firstrunpage.h"
#include "ui/theme/colorscheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/environmentchoice.h"
#include "ui/widgets/findingslist.h"
#include "ui/widgets/labeledfield.h"

#include <QComboBox>
#include <QDir>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

namespace pilothouse {
namespace tst_addinstance {

/// The form over a real data folder; only the service itself is the test's.
class TestAddInstance final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_scheme = std::make_unique<ColorScheme>(qApp->palette());
        m_theme = std::make_unique<Theme>(*qApp, *m_scheme);
        m_theme->setChoice(ThemeChoice::Light);
        QVERIFY(m_data.isValid());
        DemoDataOptions options;
        options.logFiles = 1;
        options.logFileBytes = 64 << 10;
        QVERIFY_RESULT(createDemoData(m_data.path(), options, {}));
    }

    void init()
    {
        m_world = std::make_unique<FleetWorld>();
        m_world->runtime->statusAnswer->state = ServiceState::Running;
        m_world->runtime->environmentAnswer =
            QList<EnvironmentEntry>{{QStringLiteral("LLM_PROVIDER_KEY"), QString(), true}};
        Instance first =
            FleetWorld::instanceOf(QStringLiteral("prod-1"), m_data.path(), QStringLiteral("files"));
        first.backupDir = m_world->path(QStringLiteral("backups"));
        QVERIFY_RESULT(m_world->instances.add(first));
        QSignalSpy changed(&m_world->fleet, &FleetController::changed);
        m_world->fleet.reload();
        QVERIFY(changed.wait(5000));
    }

    void cleanup()
    {
        m_dialog.reset();
        m_world.reset();
    }

    void beginsWithoutRedAndSaysWhatIsMissing()
    {
        open();
        for (LabeledField *field : m_dialog->findChildren<LabeledField *>())
            QVERIFY(!field->hasError());
        QVERIFY(!button()->isEnabled());
        QVERIFY(hasText(QStringLiteral("Not yet: A name of at most 64 letters")));
        QVERIFY(save("empty"));
    }

    void saysAtTheFieldWhatCannotBe_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("taken") << QStringLiteral("Name") << QStringLiteral("prod-1")
                               << QStringLiteral("There is an instance called prod-1 already");
        QTest::newRow("name") << QStringLiteral("Name") << QStringLiteral("a b")
                              << QStringLiteral("letters, digits");
        QTest::newRow("folder") << QStringLiteral("Data folder") << QStringLiteral("data")
                                << QStringLiteral("is not an absolute path");
        QTest::newRow("health") << QStringLiteral("Health address") << QStringLiteral("ftp://x")
                                << QStringLiteral("An http or https address");
    }
    void saysAtTheFieldWhatCannotBe()
    {
        QFETCH(QString, label);
        QFETCH(QString, text);
        QFETCH(QString, sentence);
        open();
        edit("Name")->setText(QStringLiteral("prod-2"));
        edit("Data folder")->setText(m_data.path());
        edit(label)->setText(text);
        QVERIFY(field(label)->hasError());
        QVERIFY2(edit(label)->accessibleDescription().contains(sentence),
                 qPrintable(edit(label)->accessibleDescription()));
        QVERIFY(!button()->isEnabled());
        QVERIFY(hasText(QStringLiteral("Not yet: ")));
    }

    void keepsWhatWasTypedOnEnter()
    {
        open();
        edit("Name")->setText(QStringLiteral("prod-2"));
        QTest::keyClick(edit("Name"), Qt::Key_Return);
        QVERIFY(m_dialog->isVisible());
        QTest::keyClick(edit("Name"), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
    }

    void refusesTheBackupFolderOfAnotherInstance()
    {
        open();
        fill();
        edit("Backups go to")->setText(m_world->path(QStringLiteral("backups/")));
        QVERIFY(field(QStringLiteral("Backups go to"))->hasError());
        QVERIFY(!button()->isEnabled());
        edit("Backups go to")->setText(m_world->path(QStringLiteral("other")));
        QVERIFY(!field(QStringLiteral("Backups go to"))->hasError());
        edit("Second copy goes to")->setText(m_world->path(QStringLiteral("other")));
        QVERIFY(field(QStringLiteral("Second copy goes to"))->hasError());
    }

    void readsByItselfAndThenLetsItBeAdded()
    {
        open();
        fill();
        QVERIFY(!button()->isEnabled());
        auto *findings = m_dialog->findChild<FindingsList *>();
        QTRY_VERIFY(findings->count() > 5);
        QTRY_VERIFY(button()->isEnabled());
        QCOMPARE(button()->text(), QStringLiteral("Add prod-2"));
        QVERIFY(hasText(QStringLiteral("agentx.db")));
        QSignalSpy added(m_dialog.get(), &AddInstanceDialog::added);
        QTest::mouseClick(button(), Qt::LeftButton);
        QTRY_COMPARE(added.size(), 1);
        QCOMPARE(added.first().first().toString(), QStringLiteral("prod-2"));
        QVERIFY(m_world->fleet.has(QStringLiteral("prod-2")));
        const auto stored = m_world->instances.find(QStringLiteral("prod-2"));
        QVERIFY_RESULT(stored);
        QCOMPARE(stored->dataDir, m_data.path());
        QCOMPARE(stored->archiveFormat, QStringLiteral("tar.zst"));
    }

    void keepsTheButtonOffWhereSomethingIsInTheWay()
    {
        open();
        fill();
        edit("Data folder")->setText(m_world->path(QStringLiteral("nothing-here")));
        QTRY_VERIFY(hasText(QStringLiteral("in the way")));
        QTRY_VERIFY(hasText(QStringLiteral("Not yet: Data folder: ")));
        QVERIFY(!button()->isEnabled());
        QVERIFY(field(QStringLiteral("Data folder"))->hasError());
        QVERIFY(save("in-the-way"));
        edit("Data folder")->setText(m_data.path());
        QVERIFY(!button()->isEnabled()); // what was read is old
        QTRY_VERIFY(button()->isEnabled());
    }

    void asksForWhatTheRuntimeNeeds()
    {
        open();
        fill();
        QVERIFY(!edit("Command that starts it")->isVisible());
        choose("Runtime", QStringLiteral("process"));
        QVERIFY(edit("Command that starts it")->isVisible());
        QVERIFY(hasText(QStringLiteral("Not yet: The program that starts the service is needed.")));
        edit("Command that starts it")->setText(QStringLiteral("/usr/bin/service --name \"a b\""));
        edit("Pid file")->setText(QStringLiteral("/run/service.pid"));
        QTRY_VERIFY(button()->isEnabled());
        QSignalSpy added(m_dialog.get(), &AddInstanceDialog::added);
        QTest::mouseClick(button(), Qt::LeftButton);
        QTRY_COMPARE(added.size(), 1);
        const auto stored = m_world->instances.find(QStringLiteral("prod-2"));
        QVERIFY_RESULT(stored);
        QCOMPARE(stored->runtime.command, (QStringList{QStringLiteral("/usr/bin/service"),
                                                       QStringLiteral("--name"), QStringLiteral("a b")}));
    }

    void describesAUnitByHandAndProbesIt()
    {
        open();
        fill();
        QVERIFY(!field(QStringLiteral("Unit"))->isVisible());
        choose("Runtime", QStringLiteral("systemd"));
        QVERIFY(!button()->isEnabled());
        edit("Unit")->setText(QStringLiteral("../x"));
        QTRY_VERIFY(field(QStringLiteral("Unit"))->hasError());
        edit("Unit")->setText(QStringLiteral("portagent.service"));
        edit("Watch the log, seconds")->setText(QStringLiteral("45"));
        edit("Keep safety copies, days")->setText(QStringLiteral("30"));
        QTRY_VERIFY(button()->isEnabled());
        QSignalSpy added(m_dialog.get(), &AddInstanceDialog::added);
        QTest::mouseClick(button(), Qt::LeftButton);
        QTRY_COMPARE(added.size(), 1);
        const auto stored = m_world->instances.find(QStringLiteral("prod-2"));
        QVERIFY_RESULT(stored);
        QCOMPARE(stored->runtime.unit, QStringLiteral("portagent.service"));
        QCOMPARE(stored->watchSeconds, std::optional(45));
        QCOMPARE(stored->safetyDays, 30);
    }

    void needsProjectAndServiceOfACompose()
    {
        open();
        fill();
        choose("Runtime", QStringLiteral("compose"));
        edit("Project")->setText(QStringLiteral("chat"));
        QVERIFY(!button()->isEnabled());
        edit("Service")->setText(QStringLiteral("portagent"));
        const Instance described = m_dialog->findChild<InstanceForm *>()->content();
        QCOMPARE(described.runtime.project, QStringLiteral("chat"));
        QCOMPARE(described.runtime.service, QStringLiteral("portagent"));
        QVERIFY(!described.watchSeconds); // as the profile says
        QVERIFY(!field(QStringLiteral("Data is reached"))->isVisible());
    }

    void reachesDataThroughTheEngineWhereThatIsSaid()
    {
        FaultyDockerEngine engine;
        engine.onJson("/chat-1/json", R"({"Id":"0123456789ab","Name":"/chat-1",
            "Config":{"Tty":false,"Env":[]},"State":{"Status":"running","Running":true,"Pid":1},
            "HostConfig":{},"Mounts":[],"NetworkSettings":{"Ports":{}}})");
        qputenv("DOCKER_HOST", "unix://" + engine.socket().toUtf8());
        open();
        edit("Name")->setText(QStringLiteral("prod-2"));
        choose("Runtime", QStringLiteral("docker"));
        auto *container = qobject_cast<QComboBox *>(field(QStringLiteral("Container"))->field());
        container->setEditText(QStringLiteral("chat-1"));
        auto *reach = qobject_cast<QComboBox *>(field(QStringLiteral("Data is reached"))->field());
        QVERIFY(reach->isVisible());
        reach->setCurrentIndex(1);
        edit("Data folder")->setText(QStringLiteral("/data"));
        const Instance described = m_dialog->findChild<InstanceForm *>()->content();
        QVERIFY(described.isThroughEngine);
        QCOMPARE(described.dataDir, QStringLiteral("/data"));
        QVERIFY(save("engine"));
        choose("Runtime", QStringLiteral("process")); // there is no engine
        QVERIFY(!m_dialog->findChild<InstanceForm *>()->content().isThroughEngine);
        qunsetenv("DOCKER_HOST");
    }

    void takesWhatTheContainerTells()
    {
        FaultyDockerEngine engine;
        const QByteArray list = R"([{"Id":"0123456789ab","Names":["/chat-1"],"State":"running",
            "Image":"deepracticexs/portagent:0.1.0","Status":"Up 4 days","Labels":{},"Ports":[],
            "Mounts":[{"Type":"bind","Source":"DATA","Destination":"/home/node/.agentx","RW":true}]}])";
        engine.onJson("/containers/json", QByteArray(list).replace("DATA", m_data.path().toUtf8()));
        qputenv("DOCKER_HOST", "unix://" + engine.socket().toUtf8());
        m_world->runtime->mountsAnswer = QList<MountEntry>{
            {QStringLiteral("bind"), m_data.path(), QStringLiteral("/home/node/.agentx"), false}};
        open();
        choose("Runtime", QStringLiteral("docker"));
        auto *box = qobject_cast<QComboBox *>(field(QStringLiteral("Container"))->field());
        QTRY_COMPARE(box->count(), 1);
        QCOMPARE(box->currentText(), QString());
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(edit("Name")->text(), QStringLiteral("chat-1"));
        QCOMPARE(edit("Data folder")->text(), m_data.path());
        QTRY_VERIFY(button()->isEnabled());
        QVERIFY(save("docker"));
        qunsetenv("DOCKER_HOST");
    }

    void readsOffTheContainerWhatIsLeftEmpty()
    {
        FaultyDockerEngine engine;
        const QByteArray inspected = R"({"Id":"0123456789ab","Name":"/chat-1","Config":{"Tty":false,"Env":[]},
            "State":{"Status":"running","Running":true,"Pid":1},"HostConfig":{},
            "Mounts":[{"Type":"bind","Source":"DATA","Destination":"/home/node/.agentx","RW":true}],
            "NetworkSettings":{"Ports":{"5200/tcp":[{"HostIp":"127.0.0.1","HostPort":"15200"}]}}})";
        engine.onJson("/chat-1/json", QByteArray(inspected).replace("DATA", m_data.path().toUtf8()));
        qputenv("DOCKER_HOST", "unix://" + engine.socket().toUtf8());
        const SessionFactory sessions(m_world->profiles, makeRuntime, m_world->path(QStringLiteral("state")));
        AddInstanceController controller({m_world->fleet, m_world->profiles, sessions, probeServices()});
        Instance draft = FleetWorld::instanceOf(QStringLiteral("chat-1"), {}, QStringLiteral("docker"));
        controller.setDraft(draft);
        QCOMPARE(controller.problems(), QList<FieldProblem>());
        QTRY_VERIFY_WITH_TIMEOUT(controller.probe().session(), 10000);
        QCOMPARE(controller.completed().name, QStringLiteral("chat-1"));
        QCOMPARE(controller.completed().dataDir, m_data.path());
        // Where the port is published is asked at each use: it may be another one after the next start.
        QCOMPARE(controller.completed().healthUrl, QString());
        // What was read off one container says nothing about the next.
        draft.runtime.container = QStringLiteral("gone");
        controller.setDraft(draft);
        QCOMPARE(controller.completed().dataDir, QString());
        QTRY_VERIFY_WITH_TIMEOUT(!controller.wrongIn(InstanceField::Container).isEmpty(), 10000);
        qunsetenv("DOCKER_HOST");
    }

    void saysWhyContainersCannotBeListed()
    {
        qputenv("DOCKER_HOST", "unix://" + m_world->path(QStringLiteral("no.sock")).toUtf8());
        open();
        choose("Runtime", QStringLiteral("docker"));
        QTRY_VERIFY(hasText(QStringLiteral("The containers cannot be listed: ")));
        QVERIFY(save("docker-unreachable"));
        qunsetenv("DOCKER_HOST");
    }

    void continuesWithWhatWasFound()
    {
        FaultyDockerEngine engine;
        const QByteArray list =
            R"([{"Id":"0123456789ab","Names":["/chat-1"],"State":"exited","Ports":[],"Mounts":[],
            "Image":"deepracticexs/portagent:0.1.0","Status":"Exited","Labels":{}},
            {"Id":"0123456789ac","Names":["/prod-1"],"State":"exited","Status":"Exited","Labels":{},"Ports":[],
            "Image":"deepracticexs/portagent:0.1.0",
            "Mounts":[{"Type":"bind","Source":"DATA","Destination":"/home/node/.agentx","RW":true}]},
            {"Id":"0123456789ad","Names":["/HOSTILE"],"State":"exited","Ports":[],"Mounts":[],
            "Image":"deepracticexs/portagent","Status":"Exited","Labels":{}}])";
        const QByteArray hostileName = "a\\u001b[31m\\u202e";
        engine.onJson(
            "/containers/json",
            QByteArray(list).replace("DATA", m_data.path().toUtf8()).replace("HOSTILE", hostileName));
        qputenv("DOCKER_HOST", "unix://" + engine.socket().toUtf8());
        open(false);
        QListView *found = m_dialog->findChild<FindPane *>()->list();
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(*found, QStringLiteral("chat-1")).isValid(), 10000);
        QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isReading(), 20000);
        QVERIFY(save("find"));
        // Of what is known already only the name is told; what is hostile is shown and refused.
        const QModelIndex known = rowOf(*found, QStringLiteral("as prod-1"));
        QVERIFY(known.isValid());
        found->setCurrentIndex(known);
        QVERIFY(!button()->isEnabled());
        const QModelIndex hostile = rowOf(*found, QStringLiteral("Cannot be added"));
        QVERIFY(hostile.isValid());
        QVERIFY(!hostile.data().toString().contains(QChar(0x1b)));
        QVERIFY(!hostile.data().toString().contains(QChar(0x202e)));
        found->setCurrentIndex(hostile);
        QVERIFY(!button()->isEnabled());
        found->setCurrentIndex(rowOf(*found, QStringLiteral("chat-1")));
        QCOMPARE(button()->text(), QStringLiteral("Continue with chat-1"));
        QTest::mouseClick(button(), Qt::LeftButton);
        QCOMPARE(edit("Name")->text(), QStringLiteral("chat-1"));
        QCOMPARE(button()->text(), QStringLiteral("Add chat-1"));
        qunsetenv("DOCKER_HOST");
    }

    void choosesAnEnvironmentWithItsPolicy()
    {
        open();
        fill();
        auto *choice = m_dialog->findChild<EnvironmentChoice *>();
        QCOMPARE(choice->environment(), Environment::Unstated);
        auto *production = choice->findChildren<QAbstractButton *>().first();
        QTest::mouseClick(production, Qt::LeftButton);
        QVERIFY(hasText(QStringLiteral("read-only until it is unlocked")));
        QTest::mouseClick(production, Qt::LeftButton);
        QCOMPARE(choice->environment(), Environment::Unstated);
        QTest::mouseClick(production, Qt::LeftButton);
        qobject_cast<QComboBox *>(field(QStringLiteral("Group"))->field())
            ->setEditText(QStringLiteral("Nord"));
        QTRY_VERIFY(button()->isEnabled());
        QVERIFY(save("production"));
        QSignalSpy added(m_dialog.get(), &AddInstanceDialog::added);
        QTest::mouseClick(button(), Qt::LeftButton);
        QTRY_COMPARE(added.size(), 1);
        const auto stored = m_world->instances.find(QStringLiteral("prod-2"));
        QVERIFY_RESULT(stored);
        QCOMPARE(stored->environment, Environment::Production);
        QCOMPARE(stored->group, QStringLiteral("Nord"));
    }

    /// C3: what was typed into the address too.
    void keepsThePasswordOfADatabaseInTheKeyring()
    {
        const auto server = PostgresServer::ofTestbed();
        PILOTHOUSE_REQUIRE_POSTGRES(server);
        const PostgresDatabase database(*server);
        database.run(tenantDataSql(TenantShape::Plain));
        const QString password = QString::fromUtf8(qgetenv("PILOTHOUSE_TESTBED_POSTGRES_PASSWORD"));
        MemorySecretStore secrets;
        const PostgresAccess access(secrets);
        const HttpSend healthy = [](const HttpRequest &, const OperationContext &) {
            HttpResponse response;
            response.status = 200;
            response.headers = {{"content-type", "application/json"}};
            response.body = R"({"ok":true})";
            return Result<HttpResponse>(response);
        };
        ProbeServices probe{m_world->runner, DataEngines(m_world->rig.engine, &access), healthy,
                            m_world->rig.clock};
        m_dialog = std::make_unique<AddInstanceDialog>(
            AddInstanceServices{m_world->fleet, m_world->profiles, m_world->sessions, probe, &access});
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->resize(960, 704);
        m_dialog->open();
        m_dialog->describe();
        edit("Name")->setText(QStringLiteral("prod-2"));
        choose("Profile", QStringLiteral("agentfs"));
        edit("Address of the database")->setText(QString::fromUtf8(database.url()));
        QVERIFY(!edit("Address of the database")->text().contains(password));
        QCOMPARE(edit("Password of its role")->text(), password);
        edit("Password of its role")->setText(QStringLiteral("wrong"));
        QTRY_VERIFY(!m_dialog->isReading());
        QVERIFY2(m_dialog->findChild<InstanceForm *>()->isVisible(), "it stays");
        QVERIFY(!button()->isEnabled());
        edit("Password of its role")->setText(password);
        QTRY_VERIFY(button()->isEnabled());
        QVERIFY(save(QStringLiteral("form-server")));
        QSignalSpy added(m_dialog.get(), &AddInstanceDialog::added);
        QTest::mouseClick(button(), Qt::LeftButton);
        QTRY_COMPARE(added.size(), 1);
        m_dialog.reset();
        const auto kept = secrets.read(QStringLiteral("prod-2/main"), {});
        QVERIFY_RESULT(kept);
        QCOMPARE(kept->bytes(), password.toUtf8());
        const auto stored = m_world->instances.find(QStringLiteral("prod-2"));
        QVERIFY_RESULT(stored);
        QCOMPARE(stored->connections.value(QStringLiteral("main")).database, database.name());
        QVERIFY(!QJsonDocument(toJson(*stored)).toJson().contains(password.toUtf8()));
    }

    void changesWhatIsStored()
    {
        Instance before = *m_world->instances.find(QStringLiteral("prod-1"));
        before.safetyDays = 30;
        QVERIFY_RESULT(m_world->instances.update(before));
        m_dialog = std::make_unique<AddInstanceDialog>(
            AddInstanceServices{m_world->fleet, m_world->profiles, m_world->sessions, probeServices()},
            before);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->open();
        QVERIFY(edit("Name")->isReadOnly());
        QCOMPARE(button()->text(), QStringLiteral("Save prod-1"));
        auto *choice = m_dialog->findChild<EnvironmentChoice *>();
        QTest::mouseClick(choice->findChildren<QAbstractButton *>().at(1), Qt::LeftButton);
        QTRY_VERIFY(button()->isEnabled());
        QVERIFY(save("edit"));
        QSignalSpy changed(m_dialog.get(), &AddInstanceDialog::added);
        QTest::mouseClick(button(), Qt::LeftButton);
        QTRY_COMPARE(changed.size(), 1);
        Instance wanted = before;
        wanted.environment = Environment::Staging;
        QCOMPARE(*m_world->instances.find(QStringLiteral("prod-1")), wanted);
        QTRY_COMPARE(m_world->fleet.session(QStringLiteral("prod-1"))->instance().environment,
                     Environment::Staging);
    }

    void changesWhatIsNotThereAnyMore()
    {
        Instance before = *m_world->instances.find(QStringLiteral("prod-1"));
        before.dataDir = m_world->path(QStringLiteral("gone"));
        QVERIFY_RESULT(m_world->instances.update(before));
        m_dialog = std::make_unique<AddInstanceDialog>(
            AddInstanceServices{m_world->fleet, m_world->profiles, m_world->sessions, probeServices()},
            before);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->open();
        auto *choice = m_dialog->findChild<EnvironmentChoice *>();
        QTest::mouseClick(choice->findChildren<QAbstractButton *>().at(1), Qt::LeftButton);
        QTRY_VERIFY(button()->isEnabled());
        // What is written anew is looked at.
        edit("Data folder")->setText(m_world->path(QStringLiteral("nothing-here")));
        QTRY_VERIFY(!m_dialog->isReading());
        QVERIFY(!button()->isEnabled());
    }

    void checksWhatIsThereOnAnInstance()
    {
        const ProbeServices services = probeServices();
        ProbeDialog dialog(services, m_world->fleet.session(QStringLiteral("prod-1")));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        auto *findings = dialog.findChild<FindingsList *>();
        QTRY_VERIFY(findings->count() > 5);
        QVERIFY(grab(dialog, "probe"));
    }

    void removesFromTheListAndTouchesNothing()
    {
        RemoveInstanceDialog dialog(m_world->fleet, QStringLiteral("prod-1"));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        QVERIFY(grab(dialog, "remove"));
        QSignalSpy removed(&dialog, &RemoveInstanceDialog::removed);
        for (Button *named : dialog.findChildren<Button *>()) {
            if (named->text() == QStringLiteral("Remove prod-1 from the list"))
                QTest::mouseClick(named, Qt::LeftButton);
        }
        QTRY_COMPARE(removed.size(), 1);
        QTRY_VERIFY(!m_world->fleet.has(QStringLiteral("prod-1")));
        QVERIFY(QDir(m_data.path()).exists(QStringLiteral("data/agentx.db")));
    }

    void saysWhatIsToBeDoneBeforeItIsRemoved()
    {
        m_world->removeRefusal =
            Error{ErrorKind::Refused,
                  QStringLiteral("prod-1"),
                  QStringLiteral("It is still backed up by schedule, every day at 02:00."),
                  QStringLiteral("First run: pilothouse-cli schedule remove prod-1"),
                  {}};
        RemoveInstanceDialog dialog(m_world->fleet, QStringLiteral("prod-1"));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        auto *todo = dialog.findChild<Banner *>();
        QVERIFY(!todo->isVisible());
        for (Button *named : dialog.findChildren<Button *>()) {
            if (named->text() == QStringLiteral("Remove prod-1 from the list"))
                QTest::mouseClick(named, Qt::LeftButton);
        }
        QTRY_VERIFY(todo->isVisible());
        QVERIFY(grab(dialog, "remove-refused"));
        QStringList told;
        for (const QLabel *label : todo->findChildren<QLabel *>())
            told << label->text();
        QVERIFY2(told.join(u' ').contains(QStringLiteral("schedule remove prod-1")),
                 qPrintable(told.join(u' ')));
        QVERIFY(dialog.isVisible() && m_world->fleet.has(QStringLiteral("prod-1")));
    }

    void beginsInTwoWays()
    {
        FirstRunPage page;
        showAndWait(page, {1208, 820});
        QSignalSpy add(&page, &FirstRunPage::addRequested);
        QSignalSpy demo(&page, &FirstRunPage::demoRequested);
        for (Button *way : page.findChildren<Button *>())
            QTest::mouseClick(way, Qt::LeftButton);
        QCOMPARE(add.size(), 1);
        QCOMPARE(demo.size(), 1);
    }

    void looksFinishedInEveryTheme_data()
    {
        QTest::addColumn<ThemeChoice>("choice");
        QTest::newRow("light") << ThemeChoice::Light;
        QTest::newRow("dark") << ThemeChoice::Dark;
        QTest::newRow("high-contrast-light") << ThemeChoice::HighContrastLight;
    }
    void looksFinishedInEveryTheme()
    {
        QFETCH(ThemeChoice, choice);
        m_theme->setChoice(choice);
        const QLatin1String tag(QTest::currentDataTag());
        FirstRunPage page;
        showAndWait(page, choice == ThemeChoice::Dark ? QSize(1048, 560) : QSize(1208, 820));
        QVERIFY(grab(page, QStringLiteral("first-run-%1").arg(tag)));
        m_world->isAnswering = false;
        open();
        fill();
        if (choice != ThemeChoice::Light)
            choose("Runtime", QStringLiteral("process"));
        m_dialog->findChild<EnvironmentChoice *>()->findChildren<QAbstractButton *>().at(1)->click();
        edit("Backups go to")->setText(m_world->path(QStringLiteral("backups")));
        QTRY_VERIFY(m_dialog->findChild<FindingsList *>()->count() > 1 || choice != ThemeChoice::Light);
        QVERIFY(save(QStringLiteral("form-%1").arg(tag)));
        m_theme->setChoice(ThemeChoice::Light);
    }

private:
    ProbeServices probeServices()
    {
        return {m_world->runner, m_world->rig.engine, m_world->send(), m_world->rig.clock};
    }

    void open(bool isDescribing = true)
    {
        m_dialog = std::make_unique<AddInstanceDialog>(
            AddInstanceServices{m_world->fleet, m_world->profiles, m_world->sessions, probeServices()});
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->resize(960, 704);
        m_dialog->open();
        if (isDescribing)
            m_dialog->describe();
        if (isDescribing)
            choose("Profile", QStringLiteral("portagent"));
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }

    void fill()
    {
        edit("Name")->setText(QStringLiteral("prod-2"));
        edit("Data folder")->setText(m_data.path());
        choose("Archive format", QStringLiteral("tar.zst"));
    }

    LabeledField *field(const QString &label) const
    {
        for (LabeledField *shown : m_dialog->findChildren<LabeledField *>()) {
            if (shown->field()->accessibleName() == label)
                return shown;
        }
        qFatal("there is no field %s", qPrintable(label));
    }
    QLineEdit *edit(const QString &label) const { return qobject_cast<QLineEdit *>(field(label)->field()); }
    QLineEdit *edit(const char *label) const { return edit(QString(QLatin1String(label))); }

    void choose(const char *label, const QString &data)
    {
        auto *box = qobject_cast<QComboBox *>(field(QLatin1String(label))->field());
        box->setCurrentIndex(box->findData(data));
    }

    static QModelIndex rowOf(const QListView &list, const QString &text)
    {
        for (int row = 0; row < list.model()->rowCount(); ++row) {
            const QModelIndex index = list.model()->index(row, 0);
            if (index.data().toString().contains(text))
                return index;
        }
        return {};
    }

    Button *button() const
    {
        for (Button *shown : m_dialog->findChildren<Button *>()) {
            if (shown->kind() == ButtonKind::Primary)
                return shown;
        }
        return nullptr;
    }

    bool hasText(const QString &text) const
    {
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (label->text().contains(text))
                return true;
        }
        return false;
    }

    static bool grab(QWidget &widget, const QString &name)
    {
        QTest::qWait(60);
        return savePicture(widget, QStringLiteral("addinstance-%1").arg(name));
    }
    static bool grab(QWidget &widget, const char *name) { return grab(widget, QString(QLatin1String(name))); }
    bool save(const QString &name) { return grab(*m_dialog, name); }
    bool save(const char *name) { return grab(*m_dialog, name); }

    std::unique_ptr<ColorScheme> m_scheme;
    std::unique_ptr<Theme> m_theme;
    QTemporaryDir m_data;
    std::unique_ptr<FleetWorld> m_world;
    std::unique_ptr<AddInstanceDialog> m_dialog;
};

} // namespace tst_addinstance
} // namespace pilothouse

QTEST_MAIN(pilothouse::tst_addinstance::TestAddInstance)
#include "tst_addinstance.moc"

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/profilestore.h"
#include "core/runtime/filesruntime.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/postgresserver.h"
#include "tests/support/tenantdata.h"
#include "tests/support/testsupport.h"
#include "tests/support/uitestsupport.h"
#include "tests/ui/pagepictures.h"
#include "ui/pages/entitiespage.h"
#include "ui/theme/colorscheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"

#include <QSignalSpy>

using namespace pilothouse;

namespace tst_entitiespage {

/// The page of a service with tenants, on a real server.
class TestEntitiesPage final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_server = PostgresServer::ofTestbed();
        PILOTHOUSE_REQUIRE_POSTGRES(m_server);
        m_scheme = std::make_unique<ColorScheme>(qApp->palette());
        m_theme = std::make_unique<Theme>(*qApp, *m_scheme);
    }

    void init()
    {
        m_database = std::make_unique<PostgresDatabase>(*m_server);
        m_database->run(tenantDataSql(TenantShape::Plain));
        m_runner = std::make_unique<OperationRunner>();
        m_controller =
            std::make_unique<EntitiesController>(DataEngines(m_engine, &m_access), *m_runner, m_clock);
        m_page = std::make_unique<EntitiesPage>(*m_controller);
        Instance instance;
        instance.name = QStringLiteral("store");
        instance.profile = QStringLiteral("agentfs");
        instance.connections.insert(QStringLiteral("main"), m_database->connection());
        m_page->setSession(std::make_shared<const InstanceSession>(
            instance, ProfileStore::load({}).profile(instance.profile).value(),
            std::make_shared<FilesRuntime>(QString()), m_folder.path()));
        showAndWait(*m_page, {1208, 740});
        waitForRows(2);
    }

    void cleanup()
    {
        m_page.reset();
        m_controller.reset();
        m_runner.reset();
        m_database.reset();
    }

    void showsTheKindsOfTheProfile()
    {
        QCOMPARE(m_controller->kinds().size(), 4);
        choose("Embedding jobs");
        waitForRows(5);
        QVERIFY(button("Requeue failed and orphaned jobs") && button("Settle jobs that are done"));
        QVERIFY(!button("Reset the attempts of queued jobs")); // nothing to help with
    }

    void asksForTheActionOfTheChosenOne()
    {
        choose("API keys");
        waitForRows(4);
        QSignalSpy asked(m_page.get(), &Page::actionRequested);
        QTRY_VERIFY(button("Revoke") && button("Revoke")->isEnabled());
        button("Revoke")->click();
        QCOMPARE(asked.size(), 1);
        const QJsonObject arguments = asked.first().at(1).toJsonObject();
        QCOMPARE(arguments.value(QLatin1String("action")).toString(), QStringLiteral("revoke"));
        QVERIFY(arguments.value(QLatin1String("key")).toString().startsWith(QLatin1String("agfs_")));
    }

    void asksForWhatHelpsWithAFinding()
    {
        choose("Embedding jobs");
        waitForRows(5);
        QSignalSpy asked(m_page.get(), &Page::actionRequested);
        button("Requeue failed and orphaned jobs")->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().at(1).toJsonObject().value(QLatin1String("action")).toString(),
                 QStringLiteral("requeue-all"));
    }

    void saysWhyItCannotBeRead()
    {
        m_database->run("DROP SCHEMA public CASCADE");
        m_page->refresh();
        QTRY_VERIFY(m_controller->reading().error.has_value());
        QVERIFY(m_page->findChildren<Banner *>().first()->isVisible());
    }

    void drawsItself_data()
    {
        QTest::addColumn<PageLook>("look");
        for (const PageLook &look : pageLooks())
            QTest::newRow(look.name) << look;
    }
    void drawsItself()
    {
        QFETCH(PageLook, look);
        m_theme->setChoice(look.theme);
        choose("Embedding jobs");
        waitForRows(5);
        showAndWait(*m_page, look.size);
        QVERIFY(savePicture(*m_page, QStringLiteral("records-%1").arg(QLatin1String(look.name))));
    }

private:
    void choose(const char *title)
    {
        Button *kind = button(title);
        QVERIFY(kind);
        kind->click();
    }

    void waitForRows(int rows)
    {
        QTRY_COMPARE(m_page->findChild<DataTable *>()->model()->rowCount(), rows);
        QTRY_VERIFY(!m_page->isReading());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    Button *button(const char *title) const
    {
        for (Button *one : m_page->findChildren<Button *>()) {
            if (one->text() == QLatin1String(title))
                return one;
        }
        return nullptr;
    }

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<ColorScheme> m_scheme;
    std::unique_ptr<Theme> m_theme;
    QTemporaryDir m_folder;
    SqliteEngine m_engine;
    MemorySecretStore m_secrets;
    PostgresAccess m_access{m_secrets};
    SystemClock m_clock;
    std::unique_ptr<PostgresDatabase> m_database;
    std::unique_ptr<OperationRunner> m_runner;
    std::unique_ptr<EntitiesController> m_controller;
    std::unique_ptr<EntitiesPage> m_page;
};

} // namespace tst_entitiespage

QTEST_MAIN(tst_entitiespage::TestEntitiesPage)
#include "tst_entitiespage.moc"

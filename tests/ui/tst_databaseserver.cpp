// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/server/pointintime.h"
#include "core/actions/server/serverqueries.h"
#include "core/base/units.h"
#include "core/database/sqliteengine.h"
#include "core/files/fileops.h"
#include "core/monitoring/metricstore.h"
#include "core/profile/profileloader.h"
#include "core/settings/statestore.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/postgresserver.h"
#include "tests/support/scriptedruntime.h"
#include "tests/support/uitestsupport.h"
#include "tests/ui/pagepictures.h"
#include "ui/models/serverrows.h"
#include "ui/pages/databasespage.h"
#include "ui/theme/colorscheme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"
#include "ui/widgets/recoverycard.h"
#include "ui/widgets/servercard.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <thread>

using namespace pilothouse;

namespace tst_databaseserver {
using namespace std::chrono_literals;

namespace {

constexpr char Profile[] = R"({"id": "shop", "title": "Shop", "version": 1,
    "databases": [{"id": "main", "engine": "postgres", "title": "Orders",
                   "connection": {"variable": "DATABASE_URL"}, "layouts": []}]})";

PostgresLimits writing()
{
    PostgresLimits limits;
    limits.isReadOnly = false;
    return limits;
}

QJsonObject readyState(const QDateTime &now)
{
    const QJsonObject full{{QStringLiteral("endedAt"), toIso(now.addDays(-1))},
                           {QStringLiteral("bytes"), 863'000'000}};
    return {{QStringLiteral("isReady"), true},
            {QStringLiteral("stanza"), QStringLiteral("main")},
            {QStringLiteral("from"), toIso(now.addDays(-1))},
            {QStringLiteral("archivedUntil"), toIso(now.addSecs(-90))},
            {QStringLiteral("copies"), QJsonArray{QJsonObject()}},
            {QStringLiteral("backups"), QJsonArray{full, full}}};
}

} // namespace

/// The page of the databases where one is on a real PostgreSQL server.
class TestDatabaseServer final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void showsTheServerWithItsSessions();
    void asksForTheEndOfTheChosenSession();
    void f09_asksForARestoreToATime();
    void f09_saysWhyItIsNotPossible();
    void paintsWhatItKnewAtOnce();
    void keepsNoQueryOnTheDisk();
    void readsRowsOfTheServer();
    void saysWhyTheServerIsNotReached();
    void tellsNoLagThatIsNotKnown();
    void drawsItself_data();
    void drawsItself();

private:
    void makeSession();
    void makePage();
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(!m_page->isReading(), 20000); }
    DataTable &table(const QString &name) const;
    Button *button(const QString &start) const;

    std::unique_ptr<ColorScheme> m_scheme;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<PostgresDatabase> m_database;
    std::unique_ptr<QTemporaryDir> m_folder;
    MemorySecretStore m_secrets;
    std::unique_ptr<PostgresAccess> m_access;
    std::unique_ptr<StateStore> m_store;
    std::unique_ptr<CheckStore> m_checks;
    std::unique_ptr<MetricStore> m_metrics;
    Catalogue m_catalogue;
    SystemClock m_clock;
    FileOps m_files;
    SqliteEngine m_engine;
    std::unique_ptr<OperationRunner> m_runner;
    std::unique_ptr<DatabasesController> m_controller;
    std::unique_ptr<RowsController> m_rows;
    std::unique_ptr<ServerController> m_serverController;
    std::unique_ptr<DatabasesPage> m_page;
    std::shared_ptr<const InstanceSession> m_session;
    QUuid m_id = QUuid::createUuid();
    DatabaseConnection m_connection;
};

void TestDatabaseServer::initTestCase()
{
    m_scheme = std::make_unique<ColorScheme>(qApp->palette());
    m_theme = std::make_unique<Theme>(*qApp, *m_scheme);
    m_server = PostgresServer::ofTestbed();
    PILOTHOUSE_REQUIRE_POSTGRES(m_server);
}

void TestDatabaseServer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_database = std::make_unique<PostgresDatabase>(*m_server);
    m_connection = m_database->connection();
    m_store = std::make_unique<StateStore>(m_folder->filePath(QStringLiteral("state.db")));
    QVERIFY_RESULT(m_store->open());
    m_checks = std::make_unique<CheckStore>(*m_store);
    m_metrics = std::make_unique<MetricStore>(*m_store);
    m_access = std::make_unique<PostgresAccess>(m_secrets);
    m_catalogue = Catalogue();
    addServerQueries(m_catalogue, *m_access, *m_metrics);
    addPointInTime(m_catalogue, {m_files, m_clock, *m_access});
    m_runner = std::make_unique<OperationRunner>();
    m_controller = std::make_unique<DatabasesController>(
        DatabasesServices{m_engine, *m_checks, *m_metrics, *m_runner, m_clock, m_access.get()});
    m_rows = std::make_unique<RowsController>(m_engine, *m_runner, m_clock, m_access.get());
    const Catalogue &catalogue = m_catalogue;
    m_serverController = std::make_unique<ServerController>(
        ServerServices{[&catalogue](const QString &id, const InstanceSession &session,
                                    const QJsonObject &arguments, const OperationContext &context) {
                           return catalogue.query(id)->run(session, arguments, context);
                       },
                       *m_runner, m_clock, m_folder->filePath(QStringLiteral("cache"))});
}

void TestDatabaseServer::cleanup()
{
    m_page.reset();
    m_serverController.reset();
    m_rows.reset();
    m_controller.reset();
    m_runner.reset();
    m_database.reset();
}

void TestDatabaseServer::makeSession()
{
    const auto profile = loadProfile(Profile, QStringLiteral("shop.json"));
    QVERIFY_RESULT(profile);
    Instance instance;
    instance.id = m_id;
    instance.name = QStringLiteral("shop-1");
    instance.profile = profile->id;
    instance.connections.insert(QStringLiteral("main"), m_connection);
    m_session = std::make_shared<const InstanceSession>(
        instance, *profile, std::make_shared<ScriptedRuntime>(), m_folder->path());
}

void TestDatabaseServer::makePage()
{
    makeSession();
    m_page = std::make_unique<DatabasesPage>(*m_controller, *m_rows, *m_serverController);
    m_page->setSession(m_session);
    showAndWait(*m_page, {1208, 740});
    settle();
    QTRY_VERIFY(!m_serverController->isReading());
}

DataTable &TestDatabaseServer::table(const QString &name) const
{
    for (DataTable *one : m_page->findChildren<DataTable *>()) {
        if (one->accessibleName().startsWith(name))
            return *one;
    }
    qFatal("no such table");
}

Button *TestDatabaseServer::button(const QString &start) const
{
    for (Button *one : m_page->findChildren<Button *>()) {
        if (one->text().startsWith(start))
            return one;
    }
    return nullptr;
}

void TestDatabaseServer::showsTheServerWithItsSessions()
{
    const PostgresConnection session = m_database->open();
    makePage();
    QVERIFY(m_page->findChild<ServerCard *>()->isVisible());
    const QAbstractItemModel *sessions = table(QStringLiteral("Sessions")).model();
    QStringList pids;
    for (int row = 0; row < sessions->rowCount(); ++row)
        pids << sessions->index(row, 0).data().toString();
    QVERIFY2(pids.contains(QString::number(session.backendPid())), qPrintable(pids.join(u' ')));
    QCOMPARE(table(QStringLiteral("Databases"))
                 .model()
                 ->index(0, 3)
                 .data()
                 .toString()
                 .section(u'\n', 0, 0)
                 .left(10),
             QStringLiteral("PostgreSQL"));
}

void TestDatabaseServer::asksForTheEndOfTheChosenSession()
{
    const PostgresConnection session = m_database->open();
    makePage();
    DataTable &sessions = table(QStringLiteral("Sessions"));
    for (int row = 0; row < sessions.model()->rowCount(); ++row) {
        if (sessions.model()->index(row, 0).data().toString() == QString::number(session.backendPid()))
            sessions.setCurrentIndex(sessions.model()->index(row, 0));
    }
    QSignalSpy asked(m_page.get(), &Page::actionRequested);
    Button *end = button(QStringLiteral("End session"));
    QVERIFY(end && end->isEnabled());
    QVERIFY(!button(QStringLiteral("Cancel query"))->isEnabled()); // it runs none
    end->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), QStringLiteral("server.end-session"));
    const QJsonObject arguments = asked.first().at(1).toJsonObject();
    QCOMPARE(arguments.value(QLatin1String("pid")).toInteger(), session.backendPid());
    QCOMPARE(arguments.value(QLatin1String("database")).toString(), QStringLiteral("main"));
    QVERIFY(!arguments.value(QLatin1String("backendStart")).toString().isEmpty());
}

void TestDatabaseServer::f09_asksForARestoreToATime()
{
    RecoveryCard card;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    card.showState(readyState(now), now);
    QSignalSpy asked(&card, &RecoveryCard::actionRequested);
    const QDateTime wanted = now.addSecs(-3600);
    card.findChild<QDateTimeEdit *>()->setDateTime(wanted.toLocalTime());
    card.findChild<QComboBox *>()->setCurrentIndex(2);
    for (Button *one : card.findChildren<Button *>())
        if (one->text().startsWith(QLatin1String("Restore to")))
            one->click();
    QCOMPARE(asked.size(), 1);
    const QJsonObject arguments = asked.first().at(1).toJsonObject();
    QCOMPARE(arguments.value(QLatin1String("inPlace")), QJsonValue(true));
    const QDateTime told =
        QDateTime::fromString(arguments.value(QLatin1String("time")).toString(), Qt::ISODateWithMs);
    QVERIFY(qAbs(told.msecsTo(wanted)) < 1000);
}

void TestDatabaseServer::f09_saysWhyItIsNotPossible()
{
    RecoveryCard card;
    card.showState({{QStringLiteral("missing"),
                     QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("not-reachable")},
                                            {QStringLiteral("text"), QStringLiteral("It is elsewhere.")}}}}},
                   QDateTime::currentDateTimeUtc());
    QStringList texts;
    for (Label *label : card.findChildren<Label *>())
        texts << label->text();
    QVERIFY2(texts.contains(QStringLiteral("Not possible here, because:")), qPrintable(texts.join(u'|')));
    QVERIFY2(texts.contains(QStringLiteral("It is elsewhere.")), qPrintable(texts.join(u'|')));
    for (Button *one : card.findChildren<Button *>())
        QVERIFY2(one->isHidden() || !one->isVisibleTo(&card), qPrintable(one->text()));
}

void TestDatabaseServer::paintsWhatItKnewAtOnce()
{
    makePage();
    m_page.reset();
    m_serverController->setDatabase({}, {});
    m_connection.port = 1; // it is gone now
    makeSession();
    m_serverController->setDatabase(m_session, QStringLiteral("main"));
    QTRY_VERIFY(m_serverController->overview().hasValue);
    QTRY_VERIFY(m_serverController->overview().error.has_value());
    QVERIFY(m_serverController->overview()
                .value.value(QLatin1String("facts"))
                .toObject()
                .value(QLatin1String("version"))
                .toString()
                .startsWith(QLatin1String("15.")));
}

/// C3: what a session runs holds values of the service's users.
void TestDatabaseServer::keepsNoQueryOnTheDisk()
{
    PostgresConnection session = m_database->open();
    QVERIFY_RESULT(session.execute("SELECT 'canary-77'", 5s, {}));
    makePage();
    QVERIFY(QJsonDocument(m_serverController->overview().value).toJson().contains("canary-77"));
    const QDir cache(m_folder->filePath(QStringLiteral("cache")));
    const QStringList files = cache.entryList(QDir::Files);
    QCOMPARE(files.size(), 2);
    for (const QString &file : files)
        QVERIFY(!readAll(cache.filePath(file)).contains("canary-77"));
}

void TestDatabaseServer::readsRowsOfTheServer()
{
    m_database->run(
        "CREATE TABLE public.orders(id int PRIMARY KEY, note text, password_hash text); INSERT INTO "
        "public.orders SELECT n, 'note ' || n, 'canary' FROM generate_series(1, 250) n; ANALYZE");
    makePage();
    QTRY_COMPARE(m_rows->rows().value.cells.size(), 100);
    QVERIFY(m_rows->rows().value.hasMore);
    m_rows->setFilter(QStringLiteral("NOTE 250"));
    QTRY_COMPARE(m_rows->rows().value.cells.size(), 1);
    for (const auto &row : m_rows->rows().value.cells) {
        for (const auto &cell : row)
            QVERIFY(!cellText(cell).contains(QLatin1String("canary")));
    }
}

void TestDatabaseServer::saysWhyTheServerIsNotReached()
{
    m_connection = m_server->networkConnection(m_database->name());
    m_connection.port = 1;
    makePage();
    const DatabaseState *state = m_controller->database(QStringLiteral("main"));
    QVERIFY(state && state->info.error);
    QVERIFY(state->info.error->message.contains(QLatin1String("Nothing listens")));
}

/// pg_receivewal writes and never replays: how far it is behind is not told.
void TestDatabaseServer::tellsNoLagThatIsNotKnown()
{
    const auto replication = [](const QJsonValue &lag) {
        const QJsonArray replicas{QJsonObject{{QStringLiteral("name"), QStringLiteral("pg_receivewal")},
                                              {QStringLiteral("lagBytes"), lag}}};
        const QJsonObject overview{
            {QStringLiteral("facts"), QJsonObject{{QStringLiteral("version"), QStringLiteral("15")}}},
            {QStringLiteral("replication"), QJsonObject{{QStringLiteral("replicas"), replicas}}}};
        QStringList all;
        for (const ServiceFact &fact : serverFacts(overview, {}, QDateTime::currentDateTimeUtc()))
            all << fact.more;
        return all.join(u'\n');
    };
    QVERIFY(replication(QJsonValue()).contains(u"does not tell how far it is"));
    QVERIFY(replication(0).contains(formatBytes(0) + u" behind"));
}

void TestDatabaseServer::drawsItself_data()
{
    QTest::addColumn<int>("look");
    for (int look = 0; look < static_cast<int>(pageLooks().size()); ++look)
        QTest::newRow(pageLooks().at(look).name) << look;
}

void TestDatabaseServer::drawsItself()
{
    QFETCH(int, look);
    const PageLook wanted = pageLooks().at(look);
    m_database->run(
        "CREATE TABLE public.orders(id int PRIMARY KEY, customer text, total numeric, at timestamptz); "
        "INSERT INTO public.orders SELECT n, 'customer ' || n % 50, n * 1.5, now() FROM "
        "generate_series(1, 5000) n; CREATE TABLE public.customers AS SELECT n AS id, 'name ' || n AS "
        "name FROM generate_series(1, 50) n; ANALYZE");
    PostgresConnection blocker = m_database->open(writing());
    QVERIFY_RESULT(blocker.execute("BEGIN; UPDATE public.orders SET total = total + 1 WHERE id = 7", 5s, {}));
    PostgresConnection waiter = m_database->open(writing());
    std::thread thread([&waiter] {
        (void)waiter.execute("SET lock_timeout = '20s'; UPDATE public.orders SET total = 0 WHERE id = 7", 30s,
                             {});
    });
    const PostgresConnection idle = m_database->open();
    m_theme->setChoice(wanted.theme);
    makePage();
    showAndWait(*m_page, wanted.size);
    QTRY_VERIFY(!m_rows->rows().isReading);
    QTRY_VERIFY(m_serverController->recovery().hasValue);
    QVERIFY(m_page->findChild<RecoveryCard *>()->isVisible());
    RecoveryCard ready;
    ready.showState(readyState(QDateTime::currentDateTimeUtc()), QDateTime::currentDateTimeUtc());
    showAndWait(ready, {wanted.size.width() - 40, ready.sizeHint().height()});
    QVERIFY(savePicture(ready, QStringLiteral("recovery-%1").arg(QLatin1String(wanted.name))));
    QVERIFY(savePicture(*m_page->findChild<RecoveryCard *>(),
                        QStringLiteral("recovery-missing-%1").arg(QLatin1String(wanted.name))));
    const bool isDrawn = savePicture(*m_page, QStringLiteral("server-%1").arg(QLatin1String(wanted.name)));
    const auto ended = blocker.execute("ROLLBACK", 5s, {});
    thread.join();
    QVERIFY_RESULT(ended);
    QVERIFY(isDrawn);
}

} // namespace tst_databaseserver

QTEST_MAIN(tst_databaseserver::TestDatabaseServer)
#include "tst_databaseserver.moc"

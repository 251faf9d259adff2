// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/fileops.h"
#include "tests/app/cliworld.h"
#include "tests/support/postgresserver.h"
#include "tests/support/testsupport.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QUrl>

#include <csignal>
#include <thread>

using namespace pilothouse;

namespace tst_serverdatabase {
using namespace std::chrono_literals;

namespace {

constexpr char Profile[] = R"({"id": "shop", "title": "Shop", "version": 1,
    "databases": [{"id": "main", "engine": "postgres", "title": "Orders",
                   "connection": {"variable": "DATABASE_URL", "service": "db"}, "layouts": []}],
    "troubleshooting": [{"id": "database-is-not-reached", "title": "The database is not reached",
                         "checks": ["database.connection", "database.sessions"], "remedies": []}]})";

PostgresLimits writing()
{
    PostgresLimits limits;
    limits.isReadOnly = false;
    return limits;
}

} // namespace

/// An operator with the command line, a service whose data is on a PostgreSQL server, and real servers.
class ServerDatabaseTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void f20_reachesTheDatabaseAndSaysWhyNot();
    void f31_countsConnectionsAgainstTheLimit();
    void f31_troubleshooterSaysWhatIsInTheWay();
    void f31_showsWhoBlocksWhomAndEndsIt();
    void f31_endsNoOtherSessionWithTheSameNumber();
    void f28_showsTheReplicaItsSlotAndTheArchive();
    void f29_showsThePoolsOfThePooler();
    void f29_refusesToWorkThroughThePooler();
    void neverTellsThePassword();
    void showsSizesAndMaintains();
    void writesTextForPeople();
    void showsRowsAsATable();
    void saysThatADatabaseLiesOnAServer();
    void cancelsAReindexAndLeavesNothing();
    void reportsAFrozenServerInTime();

private:
    CliRun json(const QStringList &words) { return m_world->json(words); }
    QJsonObject object(const QStringList &words) { return m_world->json(words).json.object(); }
    CliRun add(const QByteArray &url);

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<PostgresDatabase> m_database;
    std::unique_ptr<CliWorld> m_world;
};

void ServerDatabaseTest::initTestCase()
{
    m_server = PostgresServer::ofTestbed();
    PILOTHOUSE_REQUIRE_POSTGRES(m_server);
}

void ServerDatabaseTest::init()
{
    m_database = std::make_unique<PostgresDatabase>(*m_server);
    m_world = std::make_unique<CliWorld>(CliWorld::Kind::Files);
    writeAll(m_world->home() + u"/config/profiles/shop.json", Profile);
    QDir().mkpath(m_world->path(QStringLiteral("empty")));
}

void ServerDatabaseTest::cleanup()
{
    if (m_world)
        m_world->run({QStringLiteral("instance"), QStringLiteral("remove"), QStringLiteral("shop")});
    m_world.reset();
    m_database.reset();
}

CliRun ServerDatabaseTest::add(const QByteArray &url)
{
    return m_world->run({QStringLiteral("instance"), QStringLiteral("add"), QStringLiteral("shop"),
                         QStringLiteral("--profile"), QStringLiteral("shop"), QStringLiteral("--data-dir"),
                         m_world->path(QStringLiteral("empty")), QStringLiteral("--database-url"),
                         QString::fromUtf8(url)});
}

void ServerDatabaseTest::f20_reachesTheDatabaseAndSaysWhyNot()
{
    const CliRun added = add(m_database->url());
    QVERIFY2(added.code == 0, added.told().constData());
    const QStringList test{QStringLiteral("database"), QStringLiteral("test"), QStringLiteral("shop")};
    const QJsonObject reach = object(test);
    QCOMPARE(reach.value(QLatin1String("isReachable")), QJsonValue(true));
    QVERIFY(reach.value(QLatin1String("version")).toString().startsWith(QLatin1String("15.")));
    const QByteArray text = m_world->run(test).output;
    QVERIFY2(text.contains("answers in") && text.contains("PostgreSQL 15."), text.constData());

    QUrl wrong = QUrl(QString::fromUtf8(m_database->url()));
    wrong.setPassword(QStringLiteral("not-it"));
    QCOMPARE(m_world
                 ->run({QStringLiteral("instance"), QStringLiteral("set"), QStringLiteral("shop"),
                        QStringLiteral("--database-url"), wrong.toString(QUrl::FullyEncoded)})
                 .code,
             0);
    const CliRun refused = m_world->run(test);
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains("does not accept the password of postgres"), refused.told().constData());
    wrong.setPort(1);
    m_world->run({QStringLiteral("instance"), QStringLiteral("set"), QStringLiteral("shop"),
                  QStringLiteral("--database-url"), wrong.toString(QUrl::FullyEncoded)});
    const CliRun silent = json(test);
    QCOMPARE(silent.code, 1);
    QCOMPARE(silent.json.object().value(QLatin1String("error")).toObject().value(QLatin1String("kind")),
             QJsonValue(QStringLiteral("unreachable")));
}

void ServerDatabaseTest::f31_countsConnectionsAgainstTheLimit()
{
    QCOMPARE(add(m_database->url()).code, 0);
    const PostgresConnection one = m_database->open();
    const PostgresConnection two = m_database->open();
    const QJsonObject facts =
        object({QStringLiteral("database"), QStringLiteral("server"), QStringLiteral("shop")});
    QCOMPARE(facts.value(QLatin1String("maxConnections")).toInt(), 60);
    QVERIFY(facts.value(QLatin1String("connections")).toInt() >= 3);
    QVERIFY(facts.value(QLatin1String("connectionShare")).toDouble() > 0.0);
    const QJsonArray sessions =
        json({QStringLiteral("database"), QStringLiteral("sessions"), QStringLiteral("shop")}).json.array();
    int found = 0;
    for (const QJsonValue &value : sessions) {
        const qint64 pid = value.toObject().value(QLatin1String("pid")).toInteger();
        found += pid == one.backendPid() || pid == two.backendPid() ? 1 : 0;
    }
    QCOMPARE(found, 2);
}

void ServerDatabaseTest::f31_troubleshooterSaysWhatIsInTheWay()
{
    const auto server = PostgresServer::own("max_connections = 4\nsuperuser_reserved_connections = 0\n");
    PILOTHOUSE_REQUIRE_POSTGRES(server);
    QCOMPARE(add(server->url()).code, 0);
    const auto verdicts = [this] {
        QMap<QString, QString> found;
        const QJsonArray findings = object({QStringLiteral("troubleshoot"), QStringLiteral("shop"),
                                            QStringLiteral("database-is-not-reached")})
                                        .value(QLatin1String("findings"))
                                        .toArray();
        for (const QJsonValue &finding : findings)
            found.insert(finding.toObject().value(QLatin1String("id")).toString(),
                         finding.toObject().value(QLatin1String("verdict")).toString() + u' '
                             + finding.toObject().value(QLatin1String("text")).toString());
        return found;
    };
    const auto well = verdicts();
    QVERIFY2(well.value(QStringLiteral("database.connection.main")).startsWith(QLatin1String("holds")),
             qPrintable(well.value(QStringLiteral("database.connection.main"))));
    std::vector<PostgresConnection> sessions;
    for (int count = 0; count < 4; ++count) {
        auto session = PostgresConnection::open(server->connection(), {}, {}, {});
        if (session)
            sessions.push_back(std::move(*session));
    }
    const auto full = verdicts();
    QVERIFY2(
        full.value(QStringLiteral("database.sessions.main")).contains(QLatin1String("no connection left")),
        qPrintable(full.value(QStringLiteral("database.sessions.main"))));
    sessions.clear();
    server->stop(SIGINT);
    const auto gone = verdicts();
    QVERIFY2(
        gone.value(QStringLiteral("database.connection.main")).contains(QLatin1String("Nothing listens")),
        qPrintable(gone.value(QStringLiteral("database.connection.main"))));
}

void ServerDatabaseTest::f31_showsWhoBlocksWhomAndEndsIt()
{
    QCOMPARE(add(m_database->url()).code, 0);
    m_database->run("CREATE TABLE public.orders(id int)");
    PostgresConnection blocker = m_database->open(writing());
    QVERIFY_RESULT(blocker.execute("BEGIN; LOCK TABLE public.orders", 5s, {}));
    PostgresConnection waiter = m_database->open(writing());
    const qint64 waiting = waiter.backendPid();
    Result<> waited;
    std::thread thread(
        [&] { waited = waiter.execute("SET lock_timeout = 0; SELECT * FROM public.orders", 60s, {}); });
    const auto tree = [this] {
        return json({QStringLiteral("database"), QStringLiteral("locks"), QStringLiteral("shop")})
            .json.array();
    };
    bool isSeen = false;
    for (int round = 0; round < 50 && !isSeen; ++round)
        isSeen = tree().size() == 2;
    const QJsonArray lines = tree();
    const CliRun ended =
        m_world->run({QStringLiteral("database"), QStringLiteral("end-session"), QStringLiteral("shop"),
                      QString::number(blocker.backendPid()), QStringLiteral("--yes")});
    thread.join();
    QVERIFY(isSeen);
    QCOMPARE(lines.at(0).toObject().value(QLatin1String("pid")).toInteger(), blocker.backendPid());
    QCOMPARE(lines.at(0).toObject().value(QLatin1String("blocks")).toInt(), 1);
    QCOMPARE(lines.at(1).toObject().value(QLatin1String("pid")).toInteger(), waiting);
    QCOMPARE(lines.at(1).toObject().value(QLatin1String("lockedObject")).toString(),
             QStringLiteral("public.orders"));
    QVERIFY2(ended.code == 0, ended.told().constData());
    QVERIFY_RESULT(waited);
    QVERIFY(tree().isEmpty());
}

void ServerDatabaseTest::f31_endsNoOtherSessionWithTheSameNumber()
{
    QCOMPARE(add(m_database->url()).code, 0);
    PostgresConnection session = m_database->open();
    const CliRun run =
        m_world->run({QStringLiteral("database"), QStringLiteral("end-session"), QStringLiteral("shop"),
                      QString::number(session.backendPid()), QStringLiteral("--started"), QStringLiteral("1"),
                      QStringLiteral("--yes")});
    QVERIFY2(run.code == 1 && run.error.contains("no such session any more"), run.told().constData());
    QVERIFY_RESULT(session.execute("SELECT 1", 5s, {}));
}

void ServerDatabaseTest::f28_showsTheReplicaItsSlotAndTheArchive()
{
    QCOMPARE(add(m_server->url()).code, 0);
    m_server->run("SELECT pg_switch_wal()");
    const QStringList look{QStringLiteral("database"), QStringLiteral("replication"), QStringLiteral("shop")};
    const QJsonObject state = object(look);
    QCOMPARE(state.value(QLatin1String("isStandby")), QJsonValue(false));
    QCOMPARE(state.value(QLatin1String("walLevel")).toString(), QStringLiteral("replica"));
    QCOMPARE(state.value(QLatin1String("isArchiving")), QJsonValue(true));
    const QJsonObject replica = state.value(QLatin1String("replicas")).toArray().first().toObject();
    QCOMPARE(replica.value(QLatin1String("name")).toString(), QStringLiteral("standby"));
    QCOMPARE(replica.value(QLatin1String("state")).toString(), QStringLiteral("streaming"));
    const QJsonObject slot = state.value(QLatin1String("slots")).toArray().first().toObject();
    QCOMPARE(slot.value(QLatin1String("isActive")), QJsonValue(true));

    const QString standby = qEnvironmentVariable("PILOTHOUSE_TESTBED_STANDBY");
    QUrl url = QUrl(QString::fromUtf8(m_server->url()));
    url.setPort(standby.section(u':', 1).toInt());
    m_world->run({QStringLiteral("instance"), QStringLiteral("set"), QStringLiteral("shop"),
                  QStringLiteral("--database-url"), url.toString(QUrl::FullyEncoded)});
    const QJsonObject there = object(look);
    QCOMPARE(there.value(QLatin1String("isStandby")), QJsonValue(true));
    QCOMPARE(there.value(QLatin1String("receiverState")).toString(), QStringLiteral("streaming"));
    QVERIFY(there.value(QLatin1String("replayMs")).toInteger(-1) >= 0);
}

void ServerDatabaseTest::f29_showsThePoolsOfThePooler()
{
    QCOMPARE(add(m_database->url()).code, 0);
    const QStringList look{QStringLiteral("database"), QStringLiteral("pools"), QStringLiteral("shop")};
    const CliRun none = m_world->run(look);
    QVERIFY2(none.code == 1 && none.error.contains("no PgBouncer at this address"), none.told().constData());
    const QString pooler = qEnvironmentVariable("PILOTHOUSE_TESTBED_PGBOUNCER");
    QVERIFY(!pooler.isEmpty());
    const CliRun told = m_world->run({QStringLiteral("instance"), QStringLiteral("set"),
                                      QStringLiteral("shop"), QStringLiteral("--pooler-url"),
                                      u"postgresql://postgres@" + pooler + u"/pgbouncer?sslmode=disable"});
    QVERIFY2(told.code == 0, told.told().constData());
    const CliRun run = json(look);
    QVERIFY2(run.code == 0, run.told().constData());
    QVERIFY(run.json.object().value(QLatin1String("version")).toString().startsWith(QLatin1String("1.")));
    QCOMPARE(run.json.object().value(QLatin1String("maxClients")).toInt(), 50);
}

void ServerDatabaseTest::f29_refusesToWorkThroughThePooler()
{
    const QString pooler = qEnvironmentVariable("PILOTHOUSE_TESTBED_PGBOUNCER");
    QUrl url = QUrl(QString::fromUtf8(m_database->url()));
    url.setPort(pooler.section(u':', 1).toInt());
    QCOMPARE(add(url.toEncoded()).code, 0);
    const CliRun run =
        m_world->run({QStringLiteral("database"), QStringLiteral("test"), QStringLiteral("shop")});
    QVERIFY2(run.code == 1 && run.error.contains("is a pooler's (PgBouncer)"), run.told().constData());
}

/// C3: it is in the keychain, and nowhere else.
void ServerDatabaseTest::neverTellsThePassword()
{
    const QByteArray password = qgetenv("PILOTHOUSE_TESTBED_POSTGRES_PASSWORD");
    QVERIFY(m_database->url().contains(password));
    CliRun run = add(m_database->url());
    QByteArray told = run.told();
    for (const QStringList &words :
         {QStringList{QStringLiteral("instance"), QStringLiteral("list")},
          QStringList{QStringLiteral("instance"), QStringLiteral("show"), QStringLiteral("shop")},
          QStringList{QStringLiteral("database"), QStringLiteral("test"), QStringLiteral("shop")},
          QStringList{QStringLiteral("audit"), QStringLiteral("list")}})
        told += m_world->run(words).told() + json(words).told();
    QVERIFY(!told.contains(password));
    QVERIFY2(m_world->complaint().isEmpty(), m_world->complaint().constData());
    QDirIterator files(m_world->home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        QVERIFY2(!readAll(files.next()).contains(password), qPrintable(files.filePath()));
}

void ServerDatabaseTest::showsRowsAsATable()
{
    QCOMPARE(add(m_database->url()).code, 0);
    m_database->run("CREATE TABLE public.orders AS SELECT n AS id, 'onHold' AS state, 'x' AS \"a/b\" FROM "
                    "generate_series(41, 42) n; CREATE TABLE public.nothing(id int)");
    const QStringList rows{QStringLiteral("database"), QStringLiteral("rows"), QStringLiteral("shop"),
                           QStringLiteral("main")};
    const CliRun text = m_world->run(rows + QStringList{QStringLiteral("public.orders")});
    QCOMPARE(text.code, 0);
    const QList<QByteArray> lines = text.output.trimmed().split('\n');
    QVERIFY2(lines.size() == 3, text.told().constData());
    QVERIFY2(lines[0].startsWith("ID") && lines[0].contains("STATE"), text.told().constData());
    QVERIFY2(lines[2].startsWith("42") && lines[2].contains("onHold"), text.told().constData());
    QVERIFY2(lines[2].trimmed().endsWith('x'), text.told().constData());
    QVERIFY(m_world->run(rows + QStringList{QStringLiteral("public.nothing")}).output.contains("no rows"));
    const QJsonObject page = object(rows + QStringList{QStringLiteral("public.orders")});
    QCOMPARE(page.value(QLatin1String("rows")).toArray().size(), 2);
}

void ServerDatabaseTest::saysThatADatabaseLiesOnAServer()
{
    QCOMPARE(add(m_database->url()).code, 0);
    for (const char *verb : {"check", "verify", "vacuum", "recover"}) {
        const CliRun run = m_world->run({QStringLiteral("database"), QLatin1String(verb),
                                         QStringLiteral("shop"), QStringLiteral("main")});
        QVERIFY2(run.code != 0 && run.error.contains("lies on a server"), run.told().constData());
        QVERIFY2(run.error.contains("database maintain") && run.error.contains("database assertions"),
                 run.told().constData());
    }
    const CliRun all =
        m_world->run({QStringLiteral("database"), QStringLiteral("vacuum"), QStringLiteral("shop")});
    QVERIFY2(all.error.contains("lies on a server"), all.told().constData());
    const CliRun unknown = m_world->run({QStringLiteral("database"), QStringLiteral("check"),
                                         QStringLiteral("shop"), QStringLiteral("nope")});
    QVERIFY2(unknown.error.contains("no such database"), unknown.told().constData());
}

void ServerDatabaseTest::showsSizesAndMaintains()
{
    QCOMPARE(add(m_database->url()).code, 0);
    m_database->run("CREATE TABLE public.orders AS SELECT n AS id, repeat('x', 200) AS note FROM "
                    "generate_series(1, 20000) n; CREATE INDEX ON public.orders(id); "
                    "CREATE SCHEMA \"we.ird\"; CREATE TABLE \"we.ird\".\"ta\"\"ble\"(n int)");
    m_database->run("DELETE FROM public.orders WHERE id % 2 = 0");
    const QStringList look{QStringLiteral("database"), QStringLiteral("sizes"), QStringLiteral("shop")};
    const QJsonObject sizes = object(look);
    const QJsonObject table = sizes.value(QLatin1String("tables")).toArray().first().toObject();
    QCOMPARE(table.value(QLatin1String("name")).toString(), QStringLiteral("orders"));
    QVERIFY(table.value(QLatin1String("tableBytes")).toInteger() > 4'000'000);
    QVERIFY(table.value(QLatin1String("indexBytes")).toInteger() > 100'000);
    QCOMPARE(sizes.value(QLatin1String("schemas")).toArray().size(), 2);
    const CliRun vacuumed =
        m_world->run({QStringLiteral("database"), QStringLiteral("maintain"), QStringLiteral("shop"),
                      QStringLiteral("vacuum"), QStringLiteral("--table"), QStringLiteral("public.orders"),
                      QStringLiteral("--yes")});
    QVERIFY2(vacuumed.code == 0, vacuumed.told().constData());
    QCOMPARE(m_database->value("SELECT n_dead_tup FROM pg_stat_user_tables WHERE relname = 'orders'").toInt(),
             0);
    for (const QString &kind :
         {QStringLiteral("analyze"), QStringLiteral("reindex"), QStringLiteral("vacuum")}) {
        const CliRun run = m_world->run({QStringLiteral("database"), QStringLiteral("maintain"),
                                         QStringLiteral("shop"), kind, QStringLiteral("--yes")});
        QVERIFY2(run.code == 0, run.told().constData());
    }
    const QJsonObject after = object(look).value(QLatin1String("tables")).toArray().first().toObject();
    QVERIFY(after.value(QLatin1String("bloatBytes")).toInteger() > 1'000'000);
    QVERIFY(after.contains(QLatin1String("vacuumedAt")));
    const CliRun missing =
        m_world->run({QStringLiteral("database"), QStringLiteral("maintain"), QStringLiteral("shop"),
                      QStringLiteral("vacuum"), QStringLiteral("--table"),
                      QStringLiteral("public.nothing; DROP"), QStringLiteral("--yes")});
    QVERIFY2(missing.code == 1 && missing.error.contains("no such table"), missing.told().constData());
    PostgresConnection holder = m_database->open(writing());
    QVERIFY_RESULT(holder.execute("BEGIN; LOCK TABLE public.orders", 5s, {}));
    const CliRun locked =
        m_world->run({QStringLiteral("database"), QStringLiteral("maintain"), QStringLiteral("shop"),
                      QStringLiteral("vacuum"), QStringLiteral("--table"), QStringLiteral("public.orders"),
                      QStringLiteral("--yes")});
    QVERIFY2(locked.code != 0 && locked.error.contains("Another session holds a lock")
                 && locked.error.contains("database sessions"),
             locked.told().constData());
}

/// Text for people: labels and units, and never a raw key, a -1 or another form of a time.
void ServerDatabaseTest::writesTextForPeople()
{
    QCOMPARE(add(m_database->url()).code, 0);
    m_database->run("CREATE TABLE public.orders(id int); ANALYZE public.orders");
    const PostgresConnection idle = m_database->open();
    static const QRegularExpression Raw(
        QStringLiteral("[a-z](Bytes|Ms|At|Rate)\\b|(^|\\s)-1(\\s|$)|\\d\\dT\\d\\d:"));
    static const QRegularExpression Own(QStringLiteral("^  [a-z_]+: .*$"),
                                        QRegularExpression::MultilineOption);
    for (const char *verb : {"server", "sessions", "locks", "sizes", "replication", "pools", "progress"}) {
        const CliRun run =
            m_world->run({QStringLiteral("database"), QLatin1String(verb), QStringLiteral("shop")});
        if (qstrcmp(verb, "pools") != 0)
            QVERIFY2(run.code == 0, run.told().constData());
        QString said = QString::fromUtf8(run.output);
        said.remove(Own); // PostgreSQL's settings speak its own language
        const auto found = Raw.match(said);
        QVERIFY2(!found.hasMatch(), qPrintable(QLatin1String(verb) + u": " + found.captured() + u'\n'
                                               + QString::fromUtf8(run.output)));
    }
    const CliRun help = m_world->run({QStringLiteral("--help")});
    for (const char *option : {"--demo", "--language CODE", "--screenshots FOLDER"})
        QVERIFY2(help.output.contains(option), option);
    const CliRun sessions =
        m_world->run({QStringLiteral("database"), QStringLiteral("sessions"), QStringLiteral("shop")});
    QVERIFY2(sessions.output.contains(QByteArray::number(idle.backendPid()))
                 && !sessions.output.contains("pg_blocking_pids"),
             sessions.told().constData());
}

void ServerDatabaseTest::cancelsAReindexAndLeavesNothing()
{
    QCOMPARE(add(m_database->url()).code, 0);
    m_database->run("CREATE TABLE public.orders AS SELECT n AS id FROM generate_series(1, 1000) n; "
                    "CREATE INDEX ON public.orders(id)");
    // An open transaction that has seen the table keeps REINDEX CONCURRENTLY waiting.
    PostgresConnection holder = m_database->open(writing());
    QVERIFY_RESULT(
        holder.execute("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT * FROM public.orders LIMIT 1", 5s, {}));
    const auto run =
        m_world->started({QStringLiteral("database"), QStringLiteral("maintain"), QStringLiteral("shop"),
                          QStringLiteral("reindex"), QStringLiteral("--table"),
                          QStringLiteral("public.orders"), QStringLiteral("--yes")});
    const QByteArray leftovers = "SELECT count(*) FROM pg_index WHERE NOT indisvalid";
    QTRY_VERIFY_WITH_TIMEOUT(m_database->value(leftovers).toInt() > 0, 20'000);
    QElapsedTimer timer;
    timer.start();
    ::kill(static_cast<pid_t>(run->processId()), SIGINT);
    const QByteArray working =
        "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'REINDEX TABLE%'";
    while (m_database->value(working).toInt() > 0 && timer.elapsed() < 5000)
        ;
    const qint64 took = timer.elapsed();
    QVERIFY_RESULT(holder.execute("ROLLBACK", 5s, {}));
    QVERIFY(run->waitForFinished(30'000));
    QVERIFY2(took < 600, qPrintable(QString::number(took)));
    QCOMPARE(run->exitCode(), 4);
    QCOMPARE(m_database->value(leftovers).toInt(), 0);
}

/// G39, from outside.
void ServerDatabaseTest::reportsAFrozenServerInTime()
{
    const auto server = PostgresServer::own();
    PILOTHOUSE_REQUIRE_POSTGRES(server);
    QCOMPARE(add(server->url()).code, 0);
    server->freeze();
    QElapsedTimer timer;
    timer.start();
    const CliRun run = json({QStringLiteral("database"), QStringLiteral("test"), QStringLiteral("shop")});
    const qint64 took = timer.elapsed();
    server->thaw();
    QCOMPARE(run.code, 1);
    QCOMPARE(run.json.object().value(QLatin1String("error")).toObject().value(QLatin1String("kind")),
             QJsonValue(QStringLiteral("timedOut")));
    QVERIFY2(took < 7000, qPrintable(QString::number(took)));
}

} // namespace tst_serverdatabase

QTEST_GUILESS_MAIN(tst_serverdatabase::ServerDatabaseTest)
#include "tst_serverdatabase.moc"

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backup/serverpreflight.h"
#include "core/actions/server/serveractions.h"
#include "core/postgres/databasetwin.h"
#include "core/postgres/postgresengine.h"
#include "tests/support/serverworld.h"
#include "tests/support/testsupport.h"

#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>

#include <thread>

using namespace pilothouse;

namespace tst_postgresplainrole {
using namespace std::chrono_literals;

/// What a role sees and may that owns its database and nothing else: no superuser, not in pg_monitor.
class TestPostgresPlainRole : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_server = PostgresServer::own("wal_level = replica");
        PILOTHOUSE_REQUIRE(m_server, "PostgreSQL 15 is not installed");
        m_server->run("CREATE ROLE plain LOGIN CREATEDB PASSWORD 'plain'");
        m_server->run("CREATE ROLE other LOGIN PASSWORD 'other'");
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<PostgresDatabase>(*m_server, QStringLiteral("shop"));
        m_server->run("ALTER DATABASE shop OWNER TO plain");
    }

    void cleanup()
    {
        m_world.reset();
        m_database.reset();
    }

    void countsTheConnectionsOfOtherRoles()
    {
        PostgresConnection plain = as("plain");
        const PostgresConnection one = as("other");
        const PostgresConnection two = m_database->open();
        PostgresConnection judge = m_database->open();
        const auto told = readServerFacts(judge, {});
        const auto seen = readServerFacts(plain, {});
        QVERIFY_RESULT(told);
        QVERIFY_RESULT(seen);
        QCOMPARE(told->connections, 4);
        QCOMPARE(told->hidden, 0);
        QCOMPARE(seen->connections, 4);
        QCOMPARE(seen->hidden, 3);
    }

    void showsTheHolderOfALockThatIsAnothersSession()
    {
        m_database->run("CREATE TABLE public.orders(id int); ALTER TABLE public.orders OWNER TO plain; "
                        "GRANT ALL ON public.orders TO other");
        PostgresConnection holder = as("other", true);
        QVERIFY_RESULT(holder.execute("BEGIN; LOCK TABLE public.orders", 5s, {}));
        PostgresConnection waiter = as("plain", true);
        const qint64 waiting = waiter.backendPid();
        Result<> waited;
        std::thread thread(
            [&] { waited = waiter.execute("SET lock_timeout = 0; SELECT * FROM public.orders", 60s, {}); });
        PostgresConnection plain = as("plain");
        Result<QList<LockLine>> tree = QList<LockLine>();
        for (int round = 0; round < 200 && tree && tree->size() < 2; ++round)
            tree = readServerSessions(plain, {}).map([](const auto &list) { return lockTree(list); });
        const Result<> freed = holder.execute("ROLLBACK", 5s, {});
        thread.join();
        QVERIFY_RESULT(tree);
        QVERIFY_RESULT(freed);
        QVERIFY_RESULT(waited);
        QCOMPARE(tree->size(), 2);
        QCOMPARE(tree->first().session.pid, holder.backendPid());
        QCOMPARE(tree->first().session.user, QStringLiteral("other"));
        QCOMPARE(tree->first().blocks, 1);
        QVERIFY(tree->first().session.isHidden());
        QVERIFY(tree->first().session.query.isEmpty());
        QCOMPARE(tree->last().session.pid, waiting);
        QVERIFY(!tree->last().session.isHidden());
        QCOMPARE(tree->last().session.lockedObject, QStringLiteral("public.orders"));
    }

    /// A waiter of another role is found by its lock: what it waits for is not told in its session.
    void showsAWaiterOfAnotherRole()
    {
        m_database->run("CREATE TABLE public.orders(id int); GRANT ALL ON public.orders TO plain, other");
        PostgresConnection plain = as("plain", true);
        QVERIFY_RESULT(plain.execute("BEGIN; LOCK TABLE public.orders", 5s, {}));
        PostgresConnection waiter = as("other", true);
        const qint64 waiting = waiter.backendPid();
        Result<> waited;
        std::thread thread(
            [&] { waited = waiter.execute("SET lock_timeout = 0; SELECT * FROM public.orders", 60s, {}); });
        PostgresConnection look = as("plain");
        Result<QList<LockLine>> tree = QList<LockLine>();
        for (int round = 0; round < 200 && tree && tree->size() < 2; ++round)
            tree = readServerSessions(look, {}).map([](const auto &list) { return lockTree(list); });
        const auto facts = readServerFacts(look, {});
        const Result<> freed = plain.execute("ROLLBACK", 5s, {});
        thread.join();
        QVERIFY_RESULT(tree);
        QVERIFY_RESULT(facts);
        QVERIFY_RESULT(freed);
        QVERIFY_RESULT(waited);
        QCOMPARE(tree->size(), 2);
        QCOMPARE(tree->last().session.pid, waiting);
        QVERIFY(tree->last().session.isHidden());
        QCOMPARE(facts->waiting, 1);
    }

    void saysWhichRightTheEndOfASessionTakes_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("said");
        QTest::newRow("another") << QStringLiteral("other") << QStringLiteral("pg_signal_backend");
        QTest::newRow("superuser") << QStringLiteral("postgres") << QStringLiteral("Only a superuser");
        QTest::newRow("own") << QStringLiteral("plain") << QString();
    }
    void saysWhichRightTheEndOfASessionTakes()
    {
        QFETCH(QString, role);
        QFETCH(QString, said);
        const PostgresConnection session = as(qPrintable(role));
        const auto plan = world().plan(QStringLiteral("server.end-session"),
                                       {{QStringLiteral("pid"), session.backendPid()}});
        QVERIFY_RESULT(plan);
        QCOMPARE(plan->hasBlocker(), !said.isEmpty());
        QVERIFY2(findings(*plan).contains(said), qPrintable(findings(*plan)));
    }

    void saysThatTheLagOfAStandbyIsNotVisible()
    {
        QProcess receiver;
        receiver.start(QStringLiteral("/usr/lib/postgresql/15/bin/pg_receivewal"),
                       {QStringLiteral("-h"), m_server->socketFolder(), QStringLiteral("-p"),
                        QString::number(m_server->port()), QStringLiteral("-U"), QStringLiteral("postgres"),
                        QStringLiteral("-D"), m_folder->path()});
        QTRY_COMPARE_WITH_TIMEOUT(
            m_server->value("SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'").toInt(), 1,
            20'000);
        PostgresConnection plain = as("plain");
        PostgresConnection judge = m_database->open();
        const auto seen = readReplication(plain, {});
        const auto told = readReplication(judge, {});
        receiver.terminate();
        receiver.waitForFinished();
        QVERIFY_RESULT(seen);
        QVERIFY_RESULT(told);
        QVERIFY(!told->replicas.value(0).isHidden);
        QVERIFY(seen->replicas.value(0).isHidden);
        const QJsonObject json = toJson(*seen).value(QLatin1String("replicas")).toArray().first().toObject();
        QCOMPARE(json.value(QLatin1String("lagBytes")), QJsonValue());
        QCOMPARE(json.value(QLatin1String("isHidden")), QJsonValue(true));
    }

    void blocksARestoreWhereASessionMayNotBeEnded()
    {
        ServerWorld::fill(*m_database, 20);
        for (const char *table : {"customers", "orders", "\"odd \"\"name.\u00e9\""})
            m_database->run(QByteArray("ALTER TABLE public.") + table + " OWNER TO plain");
        m_database->run("ALTER VIEW public.big OWNER TO plain; GRANT ALL ON SCHEMA public TO plain");
        ServerWorld &service = world();
        const QJsonObject arguments{{QStringLiteral("backup"), service.backup().id}};
        const auto plan = [&] { return service.plan(QStringLiteral("backup.restore"), arguments); };
        const PostgresConnection own = as("plain");
        const auto free = plan();
        QVERIFY_RESULT(free);
        QVERIFY2(!free->hasBlocker(), qPrintable(findings(*free)));
        const PostgresConnection foreign = as("postgres");
        const auto blocked = plan();
        QVERIFY_RESULT(blocked);
        const QString said = findings(*blocked);
        QVERIFY2(blocked->hasBlocker(), qPrintable(said));
        QVERIFY2(
            said.contains(QStringLiteral("may not end session %1 of postgres").arg(foreign.backendPid())),
            qPrintable(said));
        QVERIFY2(!said.contains(QStringLiteral("session %1").arg(own.backendPid())), qPrintable(said));
        QVERIFY(service.runtime->isUp());
    }

    /// The lock of one writer is held in the database itself where the role is let in nowhere else.
    void worksWithARoleThatIsLetInHereAlone()
    {
        ServerWorld::fill(*m_database, 20);
        m_database->run("GRANT SELECT ON ALL TABLES IN SCHEMA public TO plain; "
                        "GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO plain");
        m_server->run("REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC");
        const QScopeGuard again(
            [this] { m_server->run("GRANT CONNECT ON DATABASE postgres, template1 TO PUBLIC"); });
        ServerWorld &service = world();
        bool isHeld = false;
        const auto report = service.run(
            QStringLiteral("backup.create"), {{QStringLiteral("tables"), QStringLiteral("orders")}},
            [&](const RunEvent &) {
                isHeld =
                    isHeld
                    || m_server->value("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'").toInt()
                           == 1;
            });
        QVERIFY_RESULT(report);
        QVERIFY2(report->outcome == Outcome::Done,
                 qPrintable(report->error ? report->error->toText() : QString()));
        QVERIFY(isHeld);
    }

    /// What may not be ended is told at once, instead of as a rename that fails.
    void refusesToEndWhatItMayNot()
    {
        const PostgresConnection foreign = as("other");
        DatabaseConnection connection = m_server->connection();
        connection.user = QStringLiteral("plain");
        auto aside = PostgresConnection::open(connection, {}, {}, {});
        QVERIFY_RESULT(aside);
        const Result<> ended = DatabaseTwin(*aside, {}).endSessions({QStringLiteral("shop")});
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, ErrorKind::Refused);
    }

    void showsTheShellLinesOfASwap()
    {
        ServerWorld &service = world();
        const QJsonObject names{{QStringLiteral("name"), QStringLiteral("shop_ph_1")},
                                {QStringLiteral("live"), QStringLiteral("shop")},
                                {QStringLiteral("incoming"), QStringLiteral("shop_ph_1")},
                                {QStringLiteral("outgoing"), QStringLiteral("shop_old_1")}};
        const Step *create = service.steps.find(QStringLiteral("postgres.create-database"));
        const Step *swap = service.steps.find(QStringLiteral("postgres.swap-databases"));
        QVERIFY(create && swap);
        QCOMPARE(create->describe(names).shell, QStringLiteral("createdb -T template0 shop_ph_1"));
        QJsonObject owned = names;
        owned.insert(QStringLiteral("like"),
                     QJsonObject{{QStringLiteral("owner"), QStringLiteral("plain")},
                                 {QStringLiteral("encoding"), QStringLiteral("UTF8")}});
        QCOMPARE(create->describe(owned).shell,
                 QStringLiteral("createdb -T template0 -O plain -E UTF8 shop_ph_1"));
        const QString shown = swap->describe(names).shell;
        qsizetype at = 0;
        for (const char *part : {"\"shop_ph_1\" ALLOW_CONNECTIONS false", "\"shop\" ALLOW_CONNECTIONS false",
                                 "pg_terminate_backend", "\"shop\" RENAME TO \"shop_old_1\"",
                                 "\"shop_ph_1\" RENAME TO \"shop\"", "\"shop\" ALLOW_CONNECTIONS true"}) {
            at = shown.indexOf(QLatin1String(part), at);
            QVERIFY2(at >= 0, qPrintable(QLatin1String(part) + QStringLiteral(" in ") + shown));
        }
        QJsonObject alone = names;
        alone.insert(QStringLiteral("hasLive"), false);
        QVERIFY(!swap->describe(alone).shell.contains(QStringLiteral("shop_old_1")));
        m_server->run("CREATE DATABASE shop_ph_1 OWNER plain");
        QCOMPARE(runShell(swap->describe(names).shell), 0);
        QCOMPARE(namesOfShop(), QStringLiteral("shop shop_old_1"));
        QCOMPARE(runShell(swap->putBackShell(names, {})), 0);
        QCOMPARE(namesOfShop(), QStringLiteral("shop shop_ph_1"));
        m_server->run("DROP DATABASE shop_ph_1");
    }

    /// The service is stopped before the names change, whatever role it has.
    void letsSessionsOfTheServiceEndWithIt()
    {
        const PostgresConnection one = as("other");
        PostgresConnection plain = as("plain");
        ManifestDatabase backup;
        backup.server = DumpFacts();
        backup.server->serverVersion = 150000;
        backup.server->dumpVersion = QStringLiteral("15.1");
        PreflightQuestion question{QStringLiteral("shop"), backup, false, false, {}};
        const auto idsOf = [&](const QString &role) {
            question.serviceRole = role;
            QStringList ids;
            const auto answer = askServer(plain, question, {});
            for (const Finding &finding : answer ? answer->findings : QList<Finding>())
                ids << finding.id;
            return ids;
        };
        QVERIFY(idsOf({}).contains(QStringLiteral("may-not-end")));
        QVERIFY(idsOf(QStringLiteral("third")).contains(QStringLiteral("may-not-end")));
        const QStringList known = idsOf(QStringLiteral("other"));
        QVERIFY2(known.contains(QStringLiteral("service-sessions"))
                     && !known.contains(QStringLiteral("may-not-end")),
                 qPrintable(known.join(u' ')));
    }

    void cleanupTestCase() { m_server.reset(); }

private:
    PostgresConnection as(const char *role, bool writes = false) const
    {
        DatabaseConnection connection = m_database->connection();
        connection.user = QLatin1String(role);
        PostgresLimits limits;
        limits.isReadOnly = !writes;
        auto session = PostgresConnection::open(connection, {}, limits, {});
        if (!session)
            qFatal("%s", qPrintable(session.error().toText()));
        return std::move(*session);
    }

    /// As a person would in a terminal, with the plain role.
    int runShell(const QString &line) const
    {
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PGHOST"), m_server->socketFolder());
        environment.insert(QStringLiteral("PGPORT"), QString::number(m_server->port()));
        environment.insert(QStringLiteral("PGUSER"), QStringLiteral("plain"));
        shell.setProcessEnvironment(environment);
        shell.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), line});
        return shell.waitForFinished() ? shell.exitCode() : -1;
    }

    QString namesOfShop() const
    {
        return m_server
            ->value("SELECT string_agg(datname::text, ' ' ORDER BY datname) FROM pg_database WHERE "
                    "datname LIKE 'shop%'")
            .toString();
    }

    /// The service, connected with the plain role.
    ServerWorld &world()
    {
        DatabaseConnection connection = m_database->networkConnection();
        connection.user = QStringLiteral("plain");
        m_world = std::make_unique<ServerWorld>(m_folder->path(), connection);
        addServerActions(m_world->catalogue, m_world->access);
        const Result<> kept =
            m_world->secrets.write(QStringLiteral("shop-1/shop"), Secret(QByteArray("plain")), {});
        if (!kept)
            qFatal("%s", qPrintable(kept.error().toText()));
        return *m_world;
    }

    static QString findings(const Plan &plan)
    {
        QString all;
        for (const Finding &finding : plan.findings)
            all += finding.id + QStringLiteral(": ") + finding.text + u' ' + finding.advice + u'\n';
        return all;
    }

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ServerWorld> m_world;
    std::unique_ptr<PostgresDatabase> m_database;
};

} // namespace tst_postgresplainrole

QTEST_GUILESS_MAIN(tst_postgresplainrole::TestPostgresPlainRole)
#include "tst_postgresplainrole.moc"

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/postgresengine.h"
#include "tests/support/serverworld.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

using namespace pilothouse;

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
        m_database = std::make_unique<PostgresDatabase>(*m_server, QStringLiteral("shop"));
        m_server->run("ALTER DATABASE shop OWNER TO plain");
    }

    void cleanup() { m_database.reset(); }

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

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<PostgresDatabase> m_database;
};

QTEST_GUILESS_MAIN(TestPostgresPlainRole)
#include "tst_postgresplainrole.moc"

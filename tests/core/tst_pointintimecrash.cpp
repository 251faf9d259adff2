// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/servercluster.h"
#include "tests/support/serverworld.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_pointintimecrash {

namespace {

const QString Live = QStringLiteral("shop");

} // namespace

/// Taking a whole server back to a point in time, killed in the middle: it is put back or done, never both.
class TestPointInTimeCrash : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        PILOTHOUSE_REQUIRE(QFile::exists(QStringLiteral("/usr/bin/pgbackrest")),
                           "pgBackRest is not installed");
        m_server = PostgresServer::own();
        PILOTHOUSE_REQUIRE(m_server, "PostgreSQL 15 is not installed");
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<PostgresDatabase>(*m_server, Live);
        m_database->run("CREATE TABLE public.orders(id int PRIMARY KEY)");
        m_world = std::make_unique<ServerWorld>(m_folder->path(), m_database->connection());
        const QJsonObject place{
            {QStringLiteral("stanza"), Live},
            {QStringLiteral("config"), QString(m_server->socketFolder() + u"/backrest.conf")},
            {QStringLiteral("repository"), QString(m_server->socketFolder() + u"/repository")}};
        const auto configured = m_world->run(QStringLiteral("pitr.configure"), place);
        done(configured);
        m_configured = configured->operation;
        done(m_world->run(QStringLiteral("pitr.backup")));
        QTest::qWait(1100); // pgBackRest counts in whole seconds
        m_database->run("INSERT INTO public.orders SELECT generate_series(1, 10)");
        m_moment = m_server->value("SELECT to_char(clock_timestamp(), 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')")
                       .toString();
        m_database->run("DELETE FROM public.orders WHERE id > 3");
    }

    void cleanupTestCase()
    {
        m_world.reset();
        m_database.reset();
        if (m_server)
            QVERIFY_RESULT(endServer(m_server->dataFolder(), Shutdown::Fast, {}));
    }

    void isPutBackOrDoneWhereverItIsKilled_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<bool>("isBack");
        QTest::addRow("swapped, back") << QStringLiteral("swap") << true;
        QTest::addRow("swapped, on") << QStringLiteral("swap") << false;
        if (!qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE"))
            return;
        QTest::addRow("restored, back") << QStringLiteral("restore") << true;
        QTest::addRow("stopped, back") << QStringLiteral("stop-server") << true;
    }
    void isPutBackOrDoneWhereverItIsKilled()
    {
        QFETCH(QString, step);
        QFETCH(bool, isBack);
        const auto plan = m_world->plan(QStringLiteral("pitr.restore"), {{QStringLiteral("time"), m_moment},
                                                                         {QStringLiteral("inPlace"), true}});
        QVERIFY_RESULT(plan);
        QVERIFY(!plan->hasBlocker());
        runAndKill(*plan, step);
        const auto report = isBack ? m_world->executor.rollBack(plan->operation, {m_world->session, {}, {}})
                                   : m_world->executor.resume(plan->operation, {m_world->session, {}, {}});
        QVERIFY_RESULT(report);
        QVERIFY2(
            report->outcome == (isBack ? Outcome::PutBack : Outcome::Done),
            qPrintable(report->failedStep + u' ' + (report->error ? report->error->toText() : QString())));
        QVERIFY(m_world->runtime->isUp());
        QCOMPARE(m_database->value("SELECT count(*) FROM public.orders").toInt(), isBack ? 3 : 10);
        QCOMPARE(foldersWith(QStringLiteral("*-ph-*")), 0);
        if (isBack)
            return;
        done(m_world->undo(plan->operation));
        QCOMPARE(m_database->value("SELECT count(*) FROM public.orders").toInt(), 3);
    }

    /// What ALTER SYSTEM has set is read out of the file of a server that does not run.
    void goesOnWithArchivingWhereTheServerIsStopped()
    {
        const QJsonObject place{
            {QStringLiteral("stanza"), Live},
            {QStringLiteral("config"), QString(m_server->socketFolder() + u"/backrest.conf")},
            {QStringLiteral("repository"), QString(m_server->socketFolder() + u"/repository")}};
        const QUuid configured = m_configured;
        done(m_world->undo(configured));
        const auto plan = m_world->plan(QStringLiteral("pitr.configure"), place);
        QVERIFY_RESULT(plan);
        runAndKill(*plan, QStringLiteral("stop-server"));
        QVERIFY(!serverProcess(m_server->dataFolder()));
        done(m_world->executor.resume(plan->operation, {m_world->session, {}, {}}));
        QCOMPARE(m_server->value("SHOW archive_mode").toString(), QStringLiteral("on"));
    }

    /// A recovery that cannot end leaves the live server and its service as they are.
    void touchesNothingWhereTheRecoveryFails()
    {
        auto plan = m_world->plan(QStringLiteral("pitr.restore"),
                                  {{QStringLiteral("time"), m_moment}, {QStringLiteral("inPlace"), true}});
        QVERIFY_RESULT(plan);
        for (StepCall &call : plan->steps)
            if (call.id == QLatin1String("restore"))
                call.arguments.insert(QStringLiteral("target"), QStringLiteral("2999-01-01T00:00:00.000Z"));
        const auto pid = serverProcess(m_server->dataFolder());
        const auto report = m_world->run(*plan);
        QVERIFY_RESULT(report);
        QCOMPARE(report->outcome, Outcome::PutBack);
        QCOMPARE(report->failedStep, QStringLiteral("recover"));
        QVERIFY2(report->error->detail.contains(QLatin1String("recovery")),
                 qPrintable(report->error->toText()));
        QVERIFY(pid && serverProcess(m_server->dataFolder()) == pid);
        QCOMPARE(foldersWith(QStringLiteral("*-ph-*")), 0);
    }

private:
    static void done(const Result<RunReport> &report)
    {
        QVERIFY_RESULT(report);
        QVERIFY2(
            report->outcome == Outcome::Done,
            qPrintable(report->failedStep + u' ' + (report->error ? report->error->toText() : QString())));
    }

    int foldersWith(const QString &pattern) const
    {
        return static_cast<int>(QDir(m_server->socketFolder()).entryList({pattern}, QDir::Dirs).size());
    }

    /// Runs a plan in a process of its own that kills itself when a step is done.
    void runAndKill(const Plan &plan, const QString &step) const
    {
        const pid_t child = ::fork();
        if (child == 0) {
            ServerWorld world(m_folder->path(), m_database->connection());
            const auto report = world.run(plan, [&](const RunEvent &event) {
                if (event.stepId == step && event.kind == RunEvent::Kind::StepDone)
                    ::kill(::getpid(), SIGKILL);
            });
            ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFSIGNALED(status));
    }

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PostgresDatabase> m_database;
    std::unique_ptr<ServerWorld> m_world;
    QUuid m_configured;
    QString m_moment; ///< with 10 orders
};

} // namespace tst_pointintimecrash

QTEST_GUILESS_MAIN(tst_pointintimecrash::TestPointInTimeCrash)
#include "tst_pointintimecrash.moc"

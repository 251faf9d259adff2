// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cliworld.h"
#include "tests/support/testsupport.h"

#include <QTcpSocket>
#include <QUrl>

using namespace pilothouse;

namespace tst_portagentservice {

using Kind = CliWorld::Kind;

/// Runbook S0, Health Checks and Performance Monitoring, by the command line.
class TestPortagentService : public QObject
{
    Q_OBJECT

private slots:
    void cleanupTestCase()
    {
        const QByteArray complaint = m_worlds.end();
        QVERIFY2(complaint.isEmpty(), complaint.constData());
    }

    void p18_asksTheHealthAddressAndReadsTheAnswer_data() { addRunningKinds(); }
    void p18_asksTheHealthAddressAndReadsTheAnswer()
    {
        QFETCH(CliWorld::Kind, kind);
        QVERIFY(begin(kind));
        const QJsonObject health = status().value(u"health").toObject();
        QCOMPARE(health.value(u"verdict").toString(), u"passed"_qs);
        QCOMPARE(health.value(u"status").toInt(), 200);
        QVERIFY(health.value(u"url").toString().endsWith(u"/health"));
        QCOMPARE(m_world->run(words(QStringLiteral("service stop svc --yes"))).code, 0);
        const QJsonObject after = status();
        QVERIFY(after.value(u"state").toString() != u"healthy");
        QCOMPARE(after.value(u"health").toObject().value(u"verdict").toString(), u"failed"_qs);
        QVERIFY(!after.value(u"health").toObject().value(u"reason").toString().isEmpty());
        QCOMPARE(m_world->run(words(QStringLiteral("service start svc --yes"))).code, 0);
    }

    void p18_isNotFooledByAnyAnswerOfTheServer()
    {
        QVERIFY(begin(Kind::Process));
        const QString address = healthUrl();
        const QString port = QString::number(QUrl(address).port());
        // Better than a look at the code 200: this address answers with it, and with something else.
        const QString other = QStringLiteral("http://127.0.0.1:%1/api/auth/config").arg(port);
        QCOMPARE(m_world->run(words(QStringLiteral("instance set svc --health-url ") + other)).code, 0);
        const QJsonObject health = status().value(u"health").toObject();
        QCOMPARE(health.value(u"status").toInt(), 200);
        QCOMPARE(health.value(u"verdict").toString(), u"failed"_qs);
        QVERIFY2(health.value(u"reason").toString().contains(u"\"status\""),
                 qPrintable(health.value(u"reason").toString()));
        QCOMPARE(m_world->run(words(QStringLiteral("instance set svc --health-url ") + address)).code, 0);
        QCOMPARE(status().value(u"state").toString(), u"healthy"_qs);
    }

    void p19_tellsTheContainersOwnHealthAndItsTest()
    {
        QVERIFY(begin(Kind::Docker));
        const auto own = [this] { return status().value(u"status").toObject(); };
        QTRY_COMPARE_WITH_TIMEOUT(own().value(u"health").toString(), u"healthy"_qs, 30'000);
        const QJsonObject service = own();
        const QJsonObject check = service.value(u"healthCheck").toObject();
        const QByteArray inspected = CliWorld::docker(
            {u"inspect"_qs, u"--format"_qs, u"{{json .Config.Healthcheck}}"_qs, m_world->container()});
        const QJsonObject test = QJsonDocument::fromJson(inspected).object();
        const auto seconds = [&test](const char *key) {
            return static_cast<int>(test.value(QLatin1String(key)).toInteger() / 1'000'000'000);
        };
        QCOMPARE(check.value(u"intervalSeconds").toInt(), seconds("Interval"));
        QCOMPARE(check.value(u"timeoutSeconds").toInt(), seconds("Timeout"));
        QCOMPARE(check.value(u"startSeconds").toInt(), seconds("StartPeriod"));
        QCOMPARE(check.value(u"retries").toInt(), test.value(u"Retries").toInt());
        QVERIFY(check.value(u"command").toString().contains(u"/health"));
    }

    void p23_tellsTheSizeOfEveryDatabase_data()
    {
        QTest::addColumn<CliWorld::Kind>("kind");
        QTest::newRow("files") << Kind::Files;
        QTest::newRow("docker") << Kind::Docker;
    }
    void p23_tellsTheSizeOfEveryDatabase()
    {
        QFETCH(CliWorld::Kind, kind);
        QVERIFY(begin(kind));
        const QJsonArray databases = m_world->json(words(QStringLiteral("database list svc"))).json.array();
        QCOMPARE(databases.size(), 3);
        for (const QJsonValue &value : databases) {
            const QJsonObject database = value.toObject();
            const QFileInfo file(m_world->database(database.value(u"id").toString()));
            QCOMPARE(database.value(u"bytes").toInteger(), file.size());
            const QFileInfo wal(file.filePath() + QStringLiteral("-wal"));
            QCOMPARE(std::max<qint64>(0, database.value(u"walBytes").toInteger()), wal.size());
        }
        const QJsonObject disk = status().value(u"disk").toObject();
        QVERIFY(disk.value(u"freeBytes").toInteger() > 0);
        QVERIFY(disk.value(u"totalBytes").toInteger() > disk.value(u"freeBytes").toInteger());
    }

    void p24_countsConnectionsByPort_data() { addRunningKinds(); }
    void p24_countsConnectionsByPort()
    {
        QFETCH(CliWorld::Kind, kind);
        QVERIFY(begin(kind));
        const int inside = kind == Kind::Process ? QUrl(healthUrl()).port() : 5200;
        const QJsonObject listening = socketRow(QStringLiteral("listen"));
        QCOMPARE(listening.value(u"port").toInt(), inside);
        const QUrl address(healthUrl());
        QList<std::shared_ptr<QTcpSocket>> sockets;
        for (int at = 0; at < 3; ++at) {
            sockets << std::make_shared<QTcpSocket>();
            sockets.last()->connectToHost(address.host(), static_cast<quint16>(address.port()));
            QVERIFY(sockets.last()->waitForConnected(5000));
        }
        const auto established = [this] {
            return socketRow(QStringLiteral("established")).value(u"count").toInt();
        };
        QTRY_COMPARE_WITH_TIMEOUT(established(), 3, 5000);
        QCOMPARE(socketRow(QStringLiteral("established")).value(u"remotes").toInt(), 1);
    }

    void p24_saysWhereThereIsNobodyToCount()
    {
        QVERIFY(begin(Kind::Files));
        const CliRun run = m_world->run(words(QStringLiteral("service sockets svc")));
        QVERIFY2(run.code == 1 && run.told().contains("no process"), run.told().constData());
    }

    void p34_remembersStartsThatWereSeen()
    {
        QVERIFY(begin(Kind::Process));
        status();
        // Starts are kept to the second.
        const QString before = m_world->startedAt();
        QCOMPARE(m_world->run(words(QStringLiteral("service restart svc --yes"))).code, 0);
        QVERIFY(m_world->startedAt() != before);
        const QJsonArray history = m_world->json(words(QStringLiteral("service history svc"))).json.array();
        QVERIFY(!history.isEmpty());
        QCOMPARE(history.at(0).toObject().value(u"what").toString(), u"started"_qs);
        QCOMPARE(history.at(0).toObject().value(u"at").toString().left(19), m_world->startedAt().left(19));
    }

private:
    static void addRunningKinds()
    {
        QTest::addColumn<CliWorld::Kind>("kind");
        QTest::newRow("process") << Kind::Process;
        QTest::newRow("docker") << Kind::Docker;
    }

    bool begin(CliWorld::Kind kind)
    {
        m_world = m_worlds.begin(kind);
        return m_world != nullptr;
    }

    QJsonObject status() { return m_world->json(words(QStringLiteral("status svc"))).json.object(); }
    QString healthUrl() { return status().value(u"health").toObject().value(u"url").toString(); }

    /// The first row in that state.
    QJsonObject socketRow(const QString &state)
    {
        for (const QJsonValue &value :
             m_world->json(words(QStringLiteral("service sockets svc"))).json.array()) {
            if (value.toObject().value(u"state").toString() == state)
                return value.toObject();
        }
        return {};
    }

    CliWorlds m_worlds;
    CliWorld *m_world = nullptr;
};

} // namespace tst_portagentservice

QTEST_GUILESS_MAIN(tst_portagentservice::TestPortagentService)
#include "tst_portagentservice.moc"

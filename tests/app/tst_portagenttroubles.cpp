// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runbook S0, "Disaster Recovery": by the command line alone.

#include "tests/app/cliworld.h"
#include "tests/support/stubserver.h"
#include "tests/support/testsupport.h"

#include <QTcpServer>

using namespace pilothouse;

namespace tst_portagenttroubles {

namespace {

QJsonObject troubles(CliWorld &world, const QStringList &words)
{
    return world.json(QStringList{QStringLiteral("troubleshoot"), QStringLiteral("svc")} + words)
        .json.object();
}

QJsonObject finding(const QJsonObject &report, const QString &id)
{
    for (const QJsonValue &value : report.value(QLatin1String("findings")).toArray()) {
        if (value.toObject().value(QLatin1String("id")).toString() == id)
            return value.toObject();
    }
    return {};
}

QString verdict(const QJsonObject &report, const QString &id)
{
    return finding(report, id).value(QLatin1String("verdict")).toString();
}

QStringList proposals(const QJsonObject &report)
{
    QStringList actions;
    for (const QJsonValue &value : report.value(QLatin1String("proposals")).toArray())
        actions << value.toObject().value(QLatin1String("action")).toString();
    return actions;
}

void damage(const QString &file)
{
    QFile database(file);
    QVERIFY(database.open(QIODevice::ReadWrite));
    // Every page but the first: what is opened still looks like a database.
    database.seek(4096 + 100);
    database.write(QByteArray(qMax<qint64>(0, database.size() - 4196), '\xa5'));
}

} // namespace

class TestPortagentTroubles : public QObject
{
    Q_OBJECT
private slots:
    void p34_listsTheSymptomsOfTheRunbook()
    {
        CliWorld world(CliWorld::Kind::Files);
        QCOMPARE(world.begin(), QByteArray());
        const CliRun run = world.json({QStringLiteral("troubleshoot"), QStringLiteral("svc")});
        QCOMPARE(run.json.array().size(), 3);
        QCOMPARE(run.json.array().first().toObject().value(QLatin1String("runbook")).toString(),
                 QStringLiteral("Service Won't Start"));
        QCOMPARE(
            world.run({QStringLiteral("troubleshoot"), QStringLiteral("svc"), QStringLiteral("nonsense")})
                .code,
            2);
        QCOMPARE(world.complaint(), QByteArray());
    }

    void p34_findsThePortThatSomebodyElseHolds()
    {
        CliWorld world(CliWorld::Kind::Process);
        QCOMPARE(world.begin(), QByteArray());
        const QJsonObject healthy = troubles(world, {QStringLiteral("P34")});
        QCOMPARE(verdict(healthy, QStringLiteral("status")), QStringLiteral("holds"));
        QCOMPARE(verdict(healthy, QStringLiteral("port.free")), QStringLiteral("holds"));
        QCOMPARE(verdict(healthy, QStringLiteral("mounts.writable")), QStringLiteral("holds"));
        QCOMPARE(verdict(healthy, QStringLiteral("health")), QStringLiteral("holds"));
        QCOMPARE(verdict(healthy, QStringLiteral("environment.required.LLM_PROVIDER_KEY")),
                 QStringLiteral("toKnow"));

        const CliRun shown =
            world.json({QStringLiteral("instance"), QStringLiteral("show"), QStringLiteral("svc")});
        const QUrl health(shown.json.object().value(QLatin1String("healthUrl")).toString());
        QCOMPARE(world
                     .run({QStringLiteral("service"), QStringLiteral("stop"), QStringLiteral("svc"),
                           QStringLiteral("--yes")})
                     .code,
                 0);
        QTcpServer thief;
        QVERIFY(thief.listen(QHostAddress::LocalHost, static_cast<quint16>(health.port())));
        const QJsonObject report = troubles(world, {QStringLiteral("service-does-not-start")});
        QCOMPARE(verdict(report, QStringLiteral("status")), QStringLiteral("inTheWay"));
        QCOMPARE(verdict(report, QStringLiteral("port.free")), QStringLiteral("inTheWay"));
        const QString text =
            finding(report, QStringLiteral("port.free")).value(QLatin1String("text")).toString();
        QVERIFY2(text.contains(QStringLiteral("pid %1").arg(QCoreApplication::applicationPid())),
                 qPrintable(text));
        QVERIFY(proposals(report).contains(QStringLiteral("service.start")));
        QCOMPARE(report.value(QLatin1String("anchor")).toString(), QStringLiteral("service-wont-start"));
        QCOMPARE(world.complaint(), QByteArray());
    }

    void p34_readsTheContainerThatEnded()
    {
        PILOTHOUSE_REQUIRE(qEnvironmentVariableIsSet("PILOTHOUSE_TESTBED_IMAGE"),
                           "Needs the testbed: ./dev testbed up");
        CliWorld world(CliWorld::Kind::Docker);
        QCOMPARE(world.begin(), QByteArray());
        const QJsonObject healthy = troubles(world, {QStringLiteral("P34")});
        QCOMPARE(verdict(healthy, QStringLiteral("environment.required")), QStringLiteral("holds"));
        QCOMPARE(verdict(healthy, QStringLiteral("port.free")), QStringLiteral("holds"));
        CliWorld::docker({QStringLiteral("kill"), world.container()});
        const QJsonObject report = troubles(world, {QStringLiteral("P34")});
        const QString text =
            finding(report, QStringLiteral("status")).value(QLatin1String("text")).toString();
        QVERIFY2(text.contains(QStringLiteral("137")), qPrintable(text));
        QVERIFY(proposals(report).contains(QStringLiteral("service.start")));
        QCOMPARE(world.complaint(), QByteArray());
    }

    void p35_findsTheDamageAndTheBackupToRestore()
    {
        CliWorld world(CliWorld::Kind::Files);
        QCOMPARE(world.begin(), QByteArray());
        const CliRun made = world.run({QStringLiteral("backup"), QStringLiteral("create"),
                                       QStringLiteral("svc"), QStringLiteral("--yes")});
        QVERIFY2(made.code == 0, made.told().constData());
        const QString backup = world.newest(
            {QStringLiteral("backup"), QStringLiteral("list"), QStringLiteral("svc")}, QStringLiteral("id"));
        const QJsonObject whole = troubles(world, {QStringLiteral("P35")});
        QCOMPARE(verdict(whole, QStringLiteral("sqlite.integrity.data/agentx.db")), QStringLiteral("holds"));
        QVERIFY(proposals(whole).isEmpty());

        damage(world.database(QStringLiteral("agentx")));
        const QJsonObject report = troubles(world, {QStringLiteral("P35")});
        QCOMPARE(verdict(report, QStringLiteral("sqlite.integrity.data/agentx.db")),
                 QStringLiteral("inTheWay"));
        QCOMPARE(verdict(report, QStringLiteral("sqlite.integrity.data/portagent.db")),
                 QStringLiteral("holds"));
        QVERIFY(proposals(report).contains(QStringLiteral("backup.restore")));
        const QJsonObject restore = report.value(QLatin1String("proposals")).toArray().last().toObject();
        QCOMPARE(
            restore.value(QLatin1String("arguments")).toObject().value(QLatin1String("backup")).toString(),
            backup);

        const CliRun told =
            world.run({QStringLiteral("troubleshoot"), QStringLiteral("svc"), QStringLiteral("P35")});
        QVERIFY2(told.output.contains("pilothouse-cli database recover svc agentx\n"),
                 told.told().constData());

        const CliRun restored =
            world.run({QStringLiteral("restore"), QStringLiteral("svc"), backup, QStringLiteral("--yes")});
        QVERIFY2(restored.code == 0, restored.told().constData());
        QCOMPARE(verdict(troubles(world, {QStringLiteral("P35")}),
                         QStringLiteral("sqlite.integrity.data/agentx.db")),
                 QStringLiteral("holds"));
        QCOMPARE(world.complaint(), QByteArray());
    }

    void p36_shakesHandsWithTheServiceAndThroughAProxy()
    {
        CliWorld world(CliWorld::Kind::Process);
        QCOMPARE(world.begin(), QByteArray());
        const QJsonObject open = troubles(world, {QStringLiteral("P36")});
        QCOMPARE(verdict(open, QStringLiteral("websocket")), QStringLiteral("holds"));
        StubServer proxy([](StubConnection &connection, const QByteArray &) {
            connection.send("HTTP/1.1 426 Upgrade Required\r\nServer: nginx\r\nContent-Length: 0\r\n\r\n");
        });
        const QString url = QStringLiteral("ws://127.0.0.1:%1/ws").arg(proxy.port());
        const QJsonObject report =
            troubles(world, {QStringLiteral("websocket-does-not-connect"), QStringLiteral("--url"), url});
        QCOMPARE(verdict(report, QStringLiteral("websocket")), QStringLiteral("inTheWay"));
        const QJsonObject told = finding(report, QStringLiteral("websocket"));
        QVERIFY(told.value(QLatin1String("text")).toString().contains(QStringLiteral("426")));
        QVERIFY(told.value(QLatin1String("advice"))
                    .toString()
                    .contains(QStringLiteral("proxy_set_header Upgrade")));
        QCOMPARE(report.value(QLatin1String("runbook")).toString(),
                 QStringLiteral("WebSocket Connection Issues"));
        QCOMPARE(world.complaint(), QByteArray());
    }

    void p36_pointsAtTheOperatorsOwnRunbook()
    {
        CliWorld world(CliWorld::Kind::Files);
        QCOMPARE(world.begin(), QByteArray());
        const auto set = [&world](const QString &runbook) {
            return world.json({QStringLiteral("instance"), QStringLiteral("set"), QStringLiteral("svc"),
                               QStringLiteral("--runbook"), runbook});
        };
        QCOMPARE(set(QStringLiteral("ops.md")).json.object().value(QLatin1String("runbook")).toString(),
                 QDir::cleanPath(world.path(QStringLiteral("ops.md"))));
        const QString address = QStringLiteral("https://wiki.example.org/ops");
        QCOMPARE(set(address).json.object().value(QLatin1String("runbook")).toString(), address);
        QCOMPARE(set(QStringLiteral("javascript://alert")).code, 2);
        QCOMPARE(set(QStringLiteral("https://user:secret@example.org/")).code, 2);
    }
};

} // namespace tst_portagenttroubles

QTEST_GUILESS_MAIN(tst_portagenttroubles::TestPortagentTroubles)
#include "tst_portagenttroubles.moc"

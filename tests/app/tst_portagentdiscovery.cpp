// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demodata.h"
#include "tests/app/cliworld.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QTemporaryDir>

#include <memory>

using namespace pilothouse;

namespace tst_portagentdiscovery {

namespace {

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// An operator who has no list yet, with nothing but the command line.
class TestPortagentDiscovery final : public QObject
{
    Q_OBJECT

private slots:
    void p01_findsTheDataFolderAndTellsItsParts_data() { kinds(); }
    void p01_findsTheDataFolderAndTellsItsParts();
    void p01_addsWhatWasFoundWithTheLineItPrints();
    void p02_tellsDatabasesFilesAndLogs();

private:
    static void kinds()
    {
        QTest::addColumn<CliWorld::Kind>("kind");
        QTest::newRow("files") << CliWorld::Kind::Files;
        QTest::newRow("process") << CliWorld::Kind::Process;
        QTest::newRow("docker") << CliWorld::Kind::Docker;
    }

    static QJsonObject overData(const CliRun &run, const QString &folder)
    {
        for (const QJsonValue &candidate : run.json.object().value(u"candidates").toArray()) {
            if (candidate.toObject().value(u"instance").toObject().value(u"dataDir").toString() == folder)
                return candidate.toObject();
        }
        return {};
    }
};

void TestPortagentDiscovery::p01_findsTheDataFolderAndTellsItsParts()
{
    QFETCH(CliWorld::Kind, kind);
    if (kind == CliWorld::Kind::Docker)
        PILOTHOUSE_REQUIRE(
            qEnvironmentVariableIsSet("PILOTHOUSE_TESTBED_IMAGE"),
            "no Docker Engine: run ./dev testbed up as root and eval \"$(./dev testbed env)\"");
    CliWorld world(kind);
    QCOMPARE(world.begin(), QByteArray());
    const CliRun known =
        world.json({word("instance"), word("discover"), word("--dir"), world.path(QString())});
    QCOMPARE(known.code, 0);
    QCOMPARE(overData(known, world.data()).value(u"knownAs").toString(), word("svc"));
    QCOMPARE(world.run({word("instance"), word("remove"), word("svc")}).code, 0);
    const CliRun found =
        world.json({word("instance"), word("discover"), word("--dir"), world.path(QString())});
    const QJsonObject candidate = overData(found, world.data());
    QVERIFY2(!candidate.isEmpty(), found.told().constData());
    QCOMPARE(candidate.value(u"knownAs").toString(), QString());
    QVERIFY(candidate.value(u"score").toInt() >= 50);
    const QJsonObject instance = candidate.value(u"instance").toObject();
    QCOMPARE(instance.value(u"profile").toString(), word("portagent"));
    const QString runtime = instance.value(u"runtime").toObject().value(u"kind").toString();
    QCOMPARE(runtime, QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(!found.told().contains("canary"), "a secret was told");
    // The line it prints adds it again, and it is the same service.
    const QStringList line = QProcess::splitCommand(candidate.value(u"add").toString().replace(u'\'', u'"'));
    QCOMPARE(line.first(), word("pilothouse-cli"));
    const CliRun added = world.run(line.mid(1));
    QVERIFY2(added.code == 0, added.told().constData());
    if (kind == CliWorld::Kind::Process) {
        const QString name = instance.value(u"name").toString();
        QCOMPARE(world.run({word("service"), word("restart"), name, word("--yes")}).code, 0);
        QCOMPARE(world.run({word("service"), word("stop"), name, word("--yes")}).code, 0);
    }
    QCOMPARE(world.complaint(), QByteArray());
}

void TestPortagentDiscovery::p01_addsWhatWasFoundWithTheLineItPrints()
{
    CliWorld world(CliWorld::Kind::Files);
    QCOMPARE(world.begin(), QByteArray());
    QCOMPARE(world.run({word("instance"), word("remove"), word("svc")}).code, 0);
    const CliRun told = world.run({word("instance"), word("discover"), word("--dir"), world.path(QString())});
    QCOMPARE(told.code, 0);
    QVERIFY2(told.output.contains("pilothouse-cli instance add "), told.told().constData());
    const CliRun gone =
        world.run({word("instance"), word("discover"), word("--dir"), world.path(word("gone"))});
    QVERIFY2(gone.code != 0, gone.told().constData());
    QVERIFY2(gone.error.contains("gone"), gone.told().constData());
}

void TestPortagentDiscovery::p02_tellsDatabasesFilesAndLogs()
{
    CliWorld world(CliWorld::Kind::Files);
    QCOMPARE(world.begin(), QByteArray());
    const CliRun probed = world.json({word("instance"), word("probe"), word("svc")});
    for (const char *part : {"agentx.db", "portagent.db", "portagent.log"})
        QVERIFY2(probed.output.contains(part), probed.told().constData());
}

} // namespace tst_portagentdiscovery

QTEST_GUILESS_MAIN(tst_portagentdiscovery::TestPortagentDiscovery)
#include "tst_portagentdiscovery.moc"

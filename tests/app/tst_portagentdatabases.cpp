// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cliworld.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>

using namespace pilothouse;

namespace tst_portagentdatabases {

using Kind = CliWorld::Kind;

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Zeroes a leaf of rows beyond the middle of a database, in place.
bool damage(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
    const QByteArray bytes = file.readAll();
    const int size = static_cast<uchar>(bytes[16]) << 8 | static_cast<uchar>(bytes[17]);
    for (qsizetype page = bytes.size() / size / 2; page < bytes.size() / size; ++page) {
        if (bytes[page * size] == 0x0d)
            return file.seek(page * size) && file.write(QByteArray(size, '\0')) == size;
    }
    return false;
}

} // namespace

/// The runbook's items about the databases, through the built command line.
class TestPortagentDatabases final : public QObject
{
    Q_OBJECT

private slots:
    void p25_vacuumShowsTheGainFirst_data() { addKinds(); }
    void p25_vacuumShowsTheGainFirst();
    void p25_vacuumIsRefusedWhileSomebodyHoldsTheFile();
    void p25_vacuumEndsOldOrNewWhenItIsKilled();
    void p25_vacuumStopsNothingWhereNoSafetyCopyCanBe();
    void p25_analyzeKeepsEveryRow();
    void p26_integrityAndForeignKeysAreTwoVerdicts();
    void p27_countsTheRowsOfEveryTable();
    void p35_salvagesADamagedFile_data() { addKinds(); }
    void p35_salvagesADamagedFile();

private:
    static void addKinds();
    static QString undoOf(CliWorld &world)
    {
        return QStringLiteral("undo apply %1 --yes")
            .arg(world.newest(words(QStringLiteral("undo list svc")), QStringLiteral("operation")));
    }
};

void TestPortagentDatabases::addKinds()
{
    QTest::addColumn<CliWorld::Kind>("kind");
    QTest::newRow("files") << Kind::Files;
    QTest::newRow("process") << Kind::Process;
    QTest::newRow("docker") << Kind::Docker;
}

void TestPortagentDatabases::p25_vacuumShowsTheGainFirst()
{
    QFETCH(CliWorld::Kind, kind);
    BEGIN_WORLD(world, kind);
    world.execute(QStringLiteral("agentx"),
                  "CREATE TABLE bulk (x); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
                  " SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO bulk SELECT"
                  " zeroblob(1000) FROM n; DELETE FROM bulk");
    const QByteArray before = world.content();
    const QString started = world.startedAt();
    const CliRun plan = world.json(words(QStringLiteral("database vacuum svc agentx --dry-run")));
    QVERIFY2(plan.code == 0 && plan.output.contains("pages free") && plan.output.contains("needed"),
             plan.told().constData());
    QCOMPARE(world.startedAt(), started);
    const CliRun rows = world.json(words(QStringLiteral("maintenance list svc")));
    QVERIFY2(rows.output.contains("VACUUM would free"), rows.told().constData());
    const CliRun done = world.run(words(QStringLiteral("database vacuum svc agentx --yes")));
    QVERIFY2(done.code == 0 && done.output.contains("were gained"), done.told().constData());
    QCOMPARE(world.content(), before);
    const CliRun after = world.json(words(QStringLiteral("database list svc")));
    QCOMPARE(after.json.array().size(), 3);
    for (const QJsonValue &one : after.json.array()) {
        if (one.toObject().value(QStringLiteral("id")) == QLatin1String("agentx"))
            QCOMPARE(one.toObject().value(QStringLiteral("freePages")).toInt(-1), 0);
    }
    if (kind != Kind::Files)
        QVERIFY(world.startedAt() != started);
    EXPECT_CODE(world.run(words(undoOf(world))), 0);
    QCOMPARE(world.content(), before);
    END_WORLD(world);
}

void TestPortagentDatabases::p25_vacuumIsRefusedWhileSomebodyHoldsTheFile()
{
    BEGIN_WORLD(world, Kind::Files);
    QProcess holder;
    holder.setStandardInputFile(world.database(QStringLiteral("agentx")));
    holder.start(QStringLiteral("sleep"), {QStringLiteral("60")});
    QVERIFY(holder.waitForStarted());
    const QByteArray before = read(world.database(QStringLiteral("agentx")));
    EXPECT_CODE(world.run(words(QStringLiteral("database vacuum svc agentx --yes"))), 3);
    QCOMPARE(read(world.database(QStringLiteral("agentx"))), before);
    holder.kill();
    holder.waitForFinished();
    EXPECT_CODE(world.run(words(QStringLiteral("database vacuum svc agentx --yes"))), 0);
    END_WORLD(world);
}

void TestPortagentDatabases::p25_vacuumEndsOldOrNewWhenItIsKilled()
{
    BEGIN_WORLD(world, Kind::Process);
    const QByteArray before = world.content();
    for (int milliseconds : {0, 20, 60, 120, 250, 500, 900}) {
        world.killed(words(QStringLiteral("database vacuum svc --yes")), milliseconds);
        const QStringList list = words(QStringLiteral("journal list"));
        if (world.newest(list, QStringLiteral("outcome")) == u"interrupted") {
            const QString way =
                milliseconds % 40 == 0 ? QStringLiteral("resume") : QStringLiteral("rollback");
            const CliRun mended =
                world.run({QStringLiteral("journal"), way, world.newest(list, QStringLiteral("operation"))});
            const QString outcome = world.newest(list, QStringLiteral("outcome"));
            QVERIFY2(outcome == u"done" || outcome == u"putBack", mended.told().constData());
        }
        QCOMPARE(world.content(), before);
    }
    EXPECT_CODE(world.run(words(QStringLiteral("database vacuum svc --yes"))), 0);
    QCOMPARE(world.content(), before);
    END_WORLD(world);
}

void TestPortagentDatabases::p25_vacuumStopsNothingWhereNoSafetyCopyCanBe()
{
    BEGIN_WORLD(world, Kind::Process);
    const QString folder = world.path(QStringLiteral("backups-elsewhere"));
    EXPECT_CODE(world.run({QStringLiteral("instance"), QStringLiteral("set"), QStringLiteral("svc"),
                           QStringLiteral("--backup-dir"), folder}),
                0);
    QDir(folder).removeRecursively();
    writeAll(folder, "a file where the folder was");
    const QString started = world.startedAt();
    const CliRun refused = world.run(words(QStringLiteral("database vacuum svc agentx --yes")));
    QVERIFY2(refused.code == 3 && refused.told().contains("Give the instance a backup folder"),
             refused.told().constData());
    QCOMPARE(world.startedAt(), started);
    END_WORLD(world);
}

void TestPortagentDatabases::p25_analyzeKeepsEveryRow()
{
    BEGIN_WORLD(world, Kind::Files);
    const QByteArray before = world.content();
    EXPECT_CODE(world.run(words(QStringLiteral("database analyze svc --yes"))), 0);
    QCOMPARE(world.content(), before);
    const CliRun rows = world.json(words(QStringLiteral("maintenance list svc")));
    QVERIFY2(rows.output.contains("planner's statistics of 3 databases are"), rows.told().constData());
    END_WORLD(world);
}

void TestPortagentDatabases::p26_integrityAndForeignKeysAreTwoVerdicts()
{
    BEGIN_WORLD(world, Kind::Files);
    EXPECT_CODE(world.run(words(QStringLiteral("database verify svc"))), 0);
    const CliRun kept = world.json(words(QStringLiteral("database checks svc agentx")));
    QCOMPARE(kept.json.array().size(), 2);
    QVERIFY(kept.output.contains("integrity_check") && kept.output.contains("foreign_key_check"));
    EXPECT_CODE(world.run(words(QStringLiteral("database check svc agentx"))), 0);
    QVERIFY(damage(world.database(QStringLiteral("agentx"))));
    EXPECT_CODE(world.run(words(QStringLiteral("database check svc agentx"))), 1);
    EXPECT_CODE(world.run(words(QStringLiteral("database check svc agentx --kind integrity"))), 1);
    EXPECT_CODE(world.run(words(QStringLiteral("database verify svc agentx"))), 1);
    const CliRun trend = world.json(words(QStringLiteral("database checks svc agentx")));
    QVERIFY2(trend.output.contains("failed"), trend.told().constData());
    QVERIFY(
        world.json(words(QStringLiteral("maintenance list svc"))).output.contains("agentx.db is damaged"));
    END_WORLD(world);
}

void TestPortagentDatabases::p27_countsTheRowsOfEveryTable()
{
    BEGIN_WORLD(world, Kind::Files);
    const CliRun tables = world.json(words(QStringLiteral("database tables svc portagent")));
    bool hasUsers = false;
    for (const QJsonValue &one : tables.json.array()) {
        const QJsonObject table = one.toObject();
        if (table.value(QStringLiteral("name")) != QLatin1String("users"))
            continue;
        hasUsers = true;
        QCOMPARE(table.value(QStringLiteral("rows")).toInt(), 30);
        QCOMPARE(table.value(QStringLiteral("isEstimate")).toBool(), false);
    }
    QVERIFY2(hasUsers, tables.told().constData());
    END_WORLD(world);
}

void TestPortagentDatabases::p35_salvagesADamagedFile()
{
    QFETCH(CliWorld::Kind, kind);
    BEGIN_WORLD(world, kind);
    EXPECT_CODE(world.run(words(QStringLiteral("backup create svc"))), 0);
    const QString live = world.database(QStringLiteral("agentx"));
    QVERIFY(damage(live));
    const QByteArray damaged = read(live);
    EXPECT_CODE(world.run(words(QStringLiteral("database vacuum svc agentx --yes"))), 3);
    const CliRun plan = world.run(words(QStringLiteral("database recover svc agentx --dry-run")));
    QVERIFY2(plan.output.contains("verified backup"), plan.told().constData());
    const CliRun done = world.run(words(QStringLiteral("database recover svc agentx --yes")));
    QVERIFY2(done.code == 0 && done.output.contains("Rows kept: ") && done.output.contains("report.json")
                 && done.output.contains("pilothouse-cli restore svc /"),
             done.told().constData());
    if (kind == Kind::Files)
        QCOMPARE(read(live), damaged);
    const QDir salvaged(world.home() + QStringLiteral("/backups/svc/salvaged"));
    QCOMPARE(salvaged.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    const QString folder = salvaged.filePath(salvaged.entryList(QDir::Dirs | QDir::NoDotAndDotDot).first());
    const QJsonArray tables = QJsonDocument::fromJson(read(folder + QStringLiteral("/report.json")))
                                  .object()
                                  .value(QStringLiteral("tables"))
                                  .toArray();
    QVERIFY(!tables.isEmpty());
    qint64 kept = 0;
    for (const QJsonValue &table : tables) {
        kept += table.toObject().value(QStringLiteral("kept")).toInteger();
        QVERIFY(table.toObject().contains(QStringLiteral("inBackup")));
    }
    QVERIFY(kept > 0);
    EXPECT_CODE(world.run(words(
                    QStringLiteral("restore svc %1/agentx.db --yes --accept backup-unverified").arg(folder))),
                0);
    if (kind != Kind::Files)
        EXPECT_CODE(world.run(words(QStringLiteral("service start svc --yes"))), 0);
    EXPECT_CODE(world.run(words(QStringLiteral("database verify svc agentx"))), 0);
    if (kind != Kind::Files)
        QCOMPARE(world.state(), QStringLiteral("healthy"));
    END_WORLD(world);
}

} // namespace tst_portagentdatabases

QTEST_GUILESS_MAIN(tst_portagentdatabases::TestPortagentDatabases)
#include "tst_portagentdatabases.moc"

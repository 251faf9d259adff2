// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqliteengine.h"
#include "tests/app/cliworld.h"
#include "tests/support/testsupport.h"

#include <QDirIterator>

using namespace pilothouse;

namespace tst_portagentbackups {

using Kind = CliWorld::Kind;

namespace {

/// What an operator has in cron: copies by absolute path, packed with it, the copies removed again.
const char Script[] = R"(#!/bin/bash
BACKUP_DIR="$1"
DATA_DIR="$2"
mkdir -p "$BACKUP_DIR"
STAMP=20261120_020000
for name in agentx portagent; do
    sqlite3 "$DATA_DIR/$name.db" ".backup $BACKUP_DIR/$name-$STAMP.db"
done
tar -czf "$BACKUP_DIR/backup-$STAMP.tar.gz" "$BACKUP_DIR/agentx-$STAMP.db" "$BACKUP_DIR/portagent-$STAMP.db"
rm "$BACKUP_DIR/agentx-$STAMP.db" "$BACKUP_DIR/portagent-$STAMP.db"
)";

} // namespace

/// Runbook S0, Data Backup and Data Recovery, by the command line.
class TestPortagentBackups : public QObject
{
    Q_OBJECT

private slots:
    void cleanupTestCase()
    {
        const QByteArray complaint = m_worlds.end();
        QVERIFY2(complaint.isEmpty(), complaint.constData());
    }

    void p03_copiesTheDataOfAStoppedService_data() { addRunningKinds(); }
    void p03_copiesTheDataOfAStoppedService()
    {
        QFETCH(CliWorld::Kind, kind);
        QVERIFY(begin(kind));
        const QByteArray good = m_world->content();
        const QString startedAt = m_world->startedAt();
        EXPECT_CODE(run("backup create svc --offline"), 3); // it stops the service, so it asks
        QCOMPARE(m_world->startedAt(), startedAt);
        EXPECT_CODE(run("backup create svc --offline --yes"), 0);
        QTRY_COMPARE_WITH_TIMEOUT(m_world->state(), QStringLiteral("healthy"), 15'000);
        QVERIFY(m_world->startedAt() != startedAt);
        EXPECT_CODE(run("backup verify svc %1", newestBackup()), 0);
        m_world->execute(QStringLiteral("portagent"), "DELETE FROM users");
        EXPECT_CODE(run("restore svc %1 --yes", newestBackup()), 0);
        QCOMPARE(m_world->content(), good);
    }

    void p03_startsTheServiceAgainWhenItIsKilled()
    {
        QVERIFY(begin(Kind::Process));
        m_world->killed(words(QStringLiteral("backup create svc --offline --yes")), 150);
        const QStringList journal = words(QStringLiteral("journal list svc"));
        if (m_world->newest(journal, QStringLiteral("outcome")) == u"interrupted")
            EXPECT_CODE(run("journal rollback %1", m_world->newest(journal, QStringLiteral("operation"))), 0);
        QTRY_COMPARE_WITH_TIMEOUT(m_world->state(), QStringLiteral("healthy"), 15'000);
        EXPECT_CODE(run("backup create svc"), 0);
    }

    void p04_copiesWhileTheServiceRuns_data() { addRunningKinds(); }
    void p04_copiesWhileTheServiceRuns()
    {
        QFETCH(CliWorld::Kind, kind);
        QVERIFY(begin(kind));
        const QString startedAt = m_world->startedAt();
        // The service holds this database open in WAL mode: a plain copy of the file would miss the row.
        m_world->execute(QStringLiteral("queue"), "CREATE TABLE IF NOT EXISTS fresh (value TEXT)");
        m_world->execute(QStringLiteral("queue"), "INSERT INTO fresh VALUES ('just now')");
        EXPECT_CODE(run("backup create svc"), 0);
        QCOMPARE(m_world->startedAt(), startedAt);
        EXPECT_CODE(run("restore svc %1 --into beside --yes", newestBackup()), 0);
        QStringList copies;
        QDirIterator files(m_world->path(QStringLiteral("beside")), {QStringLiteral("queue*.db")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            copies << files.next();
        QCOMPARE(copies.size(), 1);
        const auto rows = SqliteEngine().select(
            copies.first(), SqlQuery{u"SELECT value FROM fresh"_qs, {}, 5}, OperationContext());
        QVERIFY(rows && rows->rows.size() == 1);
        QCOMPARE(rows->rows[0][0].toString(), QStringLiteral("just now"));
        QCOMPARE(m_world->startedAt(), startedAt);
    }

    void p05_putsTheSetIntoASecondFolder()
    {
        QVERIFY(begin(Kind::Process)); // it has a second folder
        EXPECT_CODE(run("backup create svc"), 0);
        const QString folder = m_world->newest(words(QStringLiteral("backup list svc")), u"folder"_qs);
        const QString second = m_world->path(QStringLiteral("second"));
        QStringList found;
        QDirIterator sets(second, {QStringLiteral("manifest.json")}, QDir::Files,
                          QDirIterator::Subdirectories);
        while (sets.hasNext())
            found << QFileInfo(sets.next()).path();
        QVERIFY(!found.isEmpty());
        std::sort(found.begin(), found.end(), std::greater<>());
        const QFileInfoList archives = QDir(folder).entryInfoList({QStringLiteral("backup-*")});
        QCOMPARE(archives.size(), 1);
        QCOMPARE(readAll(found.first() + u'/' + archives.first().fileName()),
                 readAll(archives.first().filePath()));
        EXPECT_CODE(run("backup verify --from %1", found.first()), 0);
    }

    void p09_restoresTheScriptsOwnArchive_data()
    {
        QTest::addColumn<CliWorld::Kind>("kind");
        QTest::newRow("files") << Kind::Files;
        QTest::newRow("process") << Kind::Process;
        QTest::newRow("docker") << Kind::Docker;
    }
    void p09_restoresTheScriptsOwnArchive()
    {
        QFETCH(CliWorld::Kind, kind);
        QVERIFY(begin(kind));
        const QByteArray good = m_world->content();
        const QFileInfo before(m_world->database(QStringLiteral("portagent")));
        const QString script = m_world->path(QStringLiteral("backup.sh"));
        writeAll(script, Script);
        const QString folder = m_world->path(QStringLiteral("runbook"));
        QCOMPARE(QProcess::execute(u"bash"_qs, {script, folder, m_world->data(QStringLiteral("data"))}), 0);
        const QString archive = folder + QStringLiteral("/backup-20261120_020000.tar.gz");
        QVERIFY(QFileInfo::exists(archive));

        m_world->execute(QStringLiteral("portagent"), "DELETE FROM users");
        m_world->execute(QStringLiteral("agentx"), "DELETE FROM kv_storage");
        // What the script made has no manifest: that is said, and agreed to by name.
        const CliRun asked = run("restore svc %1 --yes", archive);
        QVERIFY2(asked.code == 3 && asked.told().contains("backup-unverified"), asked.told().constData());
        EXPECT_CODE(run("restore svc %1 --yes --accept backup-unverified", archive), 0);
        QCOMPARE(m_world->content(), good);
        const QFileInfo after(m_world->database(QStringLiteral("portagent")));
        QCOMPARE(after.ownerId(), before.ownerId());
        QCOMPARE(after.permissions(), before.permissions());
        if (kind != Kind::Files)
            QTRY_COMPARE_WITH_TIMEOUT(m_world->state(), QStringLiteral("healthy"), 15'000);
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

    CliRun run(const char *line, const QString &argument = {})
    {
        const QString text = QString::fromLatin1(line);
        return m_world->run(words(argument.isEmpty() ? text : text.arg(argument)));
    }

    QString newestBackup()
    {
        return m_world->newest(words(QStringLiteral("backup list svc")), QStringLiteral("id"));
    }

    CliWorlds m_worlds;
    CliWorld *m_world = nullptr;
};

} // namespace tst_portagentbackups

QTEST_GUILESS_MAIN(tst_portagentbackups::TestPortagentBackups)
#include "tst_portagentbackups.moc"

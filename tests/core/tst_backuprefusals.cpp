// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backup/backupplans.h"
#include "tests/support/shopworld.h"
#include "tests/support/tarmaker.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_backuprefusals {

/// Damaged, foreign and misleading backups.
class TestBackupRefusals final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ShopWorld> m_world;

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_world = std::make_unique<ShopWorld>(m_dir->path());
        m_world->fill(300);
    }

    void refusesBadBackupsBeforeAnythingIsTouched_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"flipped", "truncated", "extended", "swapped", "manifest", "sidecar",
                                 "missing", "other service", "empty file", "text", "no tables", "encrypted",
                                 "other tables", "hot journal", "cut database", "two alike"})
            QTest::addRow("%s", kind) << QString::fromLatin1(kind);
    }

    void refusesBadBackupsBeforeAnythingIsTouched()
    {
        QFETCH(QString, kind);
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const QString before = m_world->contents();
        const BackupRecord record = m_world->backups().first();
        const QJsonObject arguments = spoil(kind, record);
        const Result<Plan> plan =
            m_world->catalogue.plan(QStringLiteral("backup.restore"), m_world->session, arguments, {});
        QVERIFY2(!plan, "the planner refuses");
        QVERIFY(!plan.error().message.isEmpty());
        QVERIFY(plan.error().kind == ErrorKind::BadData || plan.error().kind == ErrorKind::NotFound);
        QCOMPARE(m_world->contents(), before);
        QCOMPARE(m_world->leftovers(), QStringList());
    }

private:
    QJsonObject spoil(const QString &kind, const BackupRecord &record)
    {
        const QJsonObject backup{{QStringLiteral("backup"), record.id}};
        const QString manifest = record.folder + QStringLiteral("/manifest.json");
        QByteArray archive = readAll(record.archive);
        if (kind == u"flipped")
            archive[archive.size() / 2] = static_cast<char>(archive[archive.size() / 2] ^ 8);
        else if (kind == u"truncated")
            archive.chop(100);
        else if (kind == u"extended")
            archive.append('\0');
        else if (kind == u"manifest")
            writeAll(manifest, readAll(manifest).replace("300", "301"));
        else if (kind == u"sidecar")
            writeAll(record.folder + QStringLiteral("/manifest.sha256"), "00  manifest.json\n");
        else if (kind == u"other service")
            rewriteManifest(record, [](Manifest &content) { content.profile = QStringLiteral("forum"); });
        else if (kind == u"swapped")
            rewriteManifest(record, [](Manifest &content) {
                std::swap(content.archiveSha256, content.members[0].sha256);
            });
        else if (kind != u"missing")
            return {{QStringLiteral("file"), spoiledFile(kind)}};
        writeAll(record.archive, archive);
        if (kind == u"missing")
            QFile::remove(record.archive);
        const bool isManifestBad = kind == u"manifest" || kind == u"sidecar";
        return isManifestBad ? QJsonObject{{QStringLiteral("file"), record.folder}} : backup;
    }

    void rewriteManifest(const BackupRecord &record, const std::function<void(Manifest &)> &change)
    {
        const QString path = record.folder + QStringLiteral("/manifest.json");
        Result<Manifest> manifest = manifestFromJson(readAll(path));
        QVERIFY_RESULT(manifest);
        change(*manifest);
        writeAll(path, toCanonicalJson(*manifest));
        writeAll(record.folder + QStringLiteral("/manifest.sha256"),
                 manifestSidecar(toCanonicalJson(*manifest)));
    }

    QString spoiledFile(const QString &kind)
    {
        const QString file = m_dir->filePath(QStringLiteral("orders-1.db"));
        if (kind == u"empty file")
            writeAll(file, {});
        else if (kind == u"text")
            writeAll(file, "not a database\n");
        else if (kind == u"encrypted")
            writeAll(file, QByteArray(8192, '\x5a'));
        else if (kind == u"no tables")
            TestDatabase(file).run(QStringLiteral("CREATE TABLE x(y); DROP TABLE x"));
        else
            TestDatabase(file).run(
                QStringLiteral("CREATE TABLE %1(y); INSERT INTO %1 VALUES(randomblob(9000))")
                    .arg(kind == u"other tables" ? QStringLiteral("x") : QStringLiteral("orders")));
        if (kind == u"hot journal")
            writeAll(file + QStringLiteral("-journal"), QByteArray(600, 'j'));
        if (kind == u"cut database")
            writeAll(file, readAll(file).left(9000));
        if (kind != u"two alike")
            return file;
        const QString tar = m_dir->filePath(QStringLiteral("alike.tar.gz"));
        const QByteArray bytes = readAll(file);
        writeAll(tar,
                 TarMaker::gzip(TarMaker().add("a/orders-1.db", bytes).add("b/orders-2.db", bytes).tar()));
        return tar;
    }
};

} // namespace tst_backuprefusals

QTEST_GUILESS_MAIN(tst_backuprefusals::TestBackupRefusals)
#include "tst_backuprefusals.moc"

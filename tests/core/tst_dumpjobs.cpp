// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backup/dumpjobs.h"
#include "core/backup/manifest.h"
#include "core/postgres/dumpfolder.h"
#include "core/postgres/dumpprogress.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_dumpjobs {

namespace {

constexpr qint64 Gigabyte = qint64(1) << 30;

QList<DumpTable> tablesOf(const QList<qint64> &sizes)
{
    QList<DumpTable> tables;
    for (const qint64 bytes : sizes) {
        const QString name = QStringLiteral("t%1").arg(tables.size());
        tables << DumpTable{
            100 + tables.size(), QStringLiteral("public"), name, QStringLiteral("public.") + name, bytes, -1};
    }
    return tables;
}

QByteArray begun(int table)
{
    return "pg_dump: dumping contents of table \"public.t" + QByteArray::number(table) + "\"\n";
}

} // namespace

/// How many sessions dump a database, and what becomes of that.
class TestDumpJobs : public QObject
{
    Q_OBJECT

private slots:
    void takesAFolderOnlyWhereItIsQuicker_data()
    {
        QTest::addColumn<QList<qint64>>("gigabytes");
        QTest::addColumn<int>("processors");
        QTest::addColumn<int>("wished");
        QTest::addColumn<int>("jobs");
        const QList<qint64> four{5, 5, 5, 5};
        QTest::newRow("four large tables") << four << 8 << 0 << 4;
        QTest::newRow("no more jobs than processors") << four << 4 << 0 << 3;
        QTest::newRow("too few processors") << four << 2 << 0 << 1;
        QTest::newRow("one table has it all") << QList<qint64>{40, 1, 1} << 16 << 0 << 1;
        QTest::newRow("two share it") << QList<qint64>{20, 20} << 16 << 0 << 1;
        QTest::newRow("small") << QList<qint64>{1, 1, 1} << 16 << 0 << 1;
        QTest::newRow("never too many") << QList<qint64>{9, 9, 9, 9, 9, 9, 9, 9, 9, 9} << 64 << 0 << 8;
        QTest::newRow("the operator's wish") << QList<qint64>{1} << 2 << 5 << 5;
        QTest::newRow("the operator's wish for one") << four << 8 << 1 << 1;
    }
    void takesAFolderOnlyWhereItIsQuicker()
    {
        QFETCH(QList<qint64>, gigabytes);
        QFETCH(int, processors);
        QFETCH(int, wished);
        QFETCH(int, jobs);
        for (qint64 &size : gigabytes)
            size *= Gigabyte;
        DumpLoad load{tablesOf(gigabytes), wished, processors, false};
        QCOMPARE(usefulDumpJobs(load), jobs);
        load.isThroughEngine = true;
        QCOMPARE(usefulDumpJobs(load), wished > 0 ? jobs : 1);
    }

    void countsTheTablesThatAreInWorkAtOnce()
    {
        qint64 done = -1;
        qint64 total = -1;
        const OperationContext context = OperationContext().withSink([&](const Progress &progress) {
            done = progress.done;
            total = progress.total;
        });
        DumpProgress progress(tablesOf({1000, 800, 10, 20}), 2, context);
        progress.takeReport(begun(0) + begun(1));
        context.flush();
        QCOMPARE(done, 0);
        QCOMPARE(total, 1830);
        progress.setCopied({{100, 300}, {101, 200}});
        context.flush();
        QCOMPARE(done, 500);
        progress.setCopied({{100, 500}}); // the second has ended
        context.flush();
        QCOMPARE(done, 1300);
        progress.takeReport(begun(2));
        progress.takeReport(begun(3)); // so the third has ended, which the server was never asked about
        context.flush();
        QCOMPARE(done, 1310);
        progress.setCopied({{100, 1100}}); // larger than was thought, and the fourth is small
        context.flush();
        QCOMPARE(done, 1910);
        QCOMPARE(total, 1930);
    }

    void allowsOnlyPlainNamesOfFiles_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("role");
        QTest::addColumn<bool>("isAllowed");
        const QString dump = QStringLiteral("dump");
        const QString part = QStringLiteral("dump-part");
        QTest::newRow("a file") << u"shop.dump.zst"_qs << dump << true;
        QTest::newRow("contents") << u"shop.dump.d/toc.dat"_qs << dump << true;
        QTest::newRow("rows") << u"shop.dump.d/12.dat.gz"_qs << part << true;
        QTest::newRow("rows as contents") << u"shop.dump.d/12.dat.gz"_qs << dump << false;
        QTest::newRow("contents as rows") << u"shop.dump.d/toc.dat"_qs << part << false;
        QTest::newRow("rows without a folder") << u"12.dat.gz"_qs << part << false;
        QTest::newRow("too deep") << u"a/b/toc.dat"_qs << dump << false;
        QTest::newRow("above") << u"../toc.dat"_qs << dump << false;
        QTest::newRow("space") << u"a b/1.dat"_qs << part << false;
    }
    void allowsOnlyPlainNamesOfFiles()
    {
        QFETCH(QString, path);
        QFETCH(QString, role);
        QTEST(isAllowedMemberPath(path, role), "isAllowed");
        QCOMPARE(dumpPlace(QStringLiteral("shop.dump.d/toc.dat")), QStringLiteral("shop.dump.d"));
        QCOMPARE(dumpPlace(QStringLiteral("shop.dump.zst")), QStringLiteral("shop.dump.zst"));
    }

    void removesADumpInEitherForm()
    {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(QStringLiteral("x.dump.d"));
        QVERIFY(QDir().mkpath(folder));
        writeAll(folder + QStringLiteral("/toc.dat"), "PGDMP");
        QVERIFY(isDumpFolder(folder));
        QCOMPARE(dumpFolderOf(folder + QStringLiteral("/toc.dat")), folder);
        const QString file = dir.filePath(QStringLiteral("x.dump"));
        writeAll(file, "PGDMP");
        for (const QString &dump : {folder, file, dir.filePath(QStringLiteral("nothing"))}) {
            QVERIFY_RESULT(removeDump(dump));
            QVERIFY(!QFileInfo::exists(dump));
        }
    }
};

} // namespace tst_dumpjobs

QTEST_GUILESS_MAIN(tst_dumpjobs::TestDumpJobs)
#include "tst_dumpjobs.moc"

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/cgroupfiles.h"
#include "tests/support/testsupport.h"

#include <QDir>

using namespace pilothouse;

namespace tst_cgroupfiles {

namespace {

const QString Id(64, u'a');
const QString Other = QString(63, u'a') + u'b';

} // namespace

class TestCgroupFiles : public QObject
{
    Q_OBJECT

private slots:
    void readsVersionTwo();
    void readsVersionOne();
    void findsScopesOfSystemd();
    void knowsNothingOfOthers();
    void forgetsWhatHasEnded();

private:
    static void write(const QTemporaryDir &root, const QString &path, const QByteArray &content);
};

void TestCgroupFiles::write(const QTemporaryDir &root, const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(root.filePath(path)).path());
    QFile file(root.filePath(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

void TestCgroupFiles::readsVersionTwo()
{
    QTemporaryDir root;
    const QString group = u"docker/%1/"_qs.arg(Id);
    write(root, u"cgroup.controllers"_qs, "cpu io memory\n");
    write(root, group + u"cpu.stat"_qs, "usage_usec 1500\nuser_usec 1000\nsystem_usec 500\n");
    write(root, group + u"memory.current"_qs, "5000\n");
    write(root, group + u"memory.max"_qs, "max\n");
    write(root, group + u"memory.stat"_qs, "anon 3000\nactive_file 9\ninactive_file 1000\n");
    write(root, group + u"io.stat"_qs, "8:0 rbytes=10 wbytes=20 rios=1\n8:16 rbytes=1 wbytes=2 rios=1\n");
    CgroupFiles files(root.path());
    files.find({Id});
    const auto reading = files.read(Id);
    QVERIFY(reading);
    QCOMPARE(reading->cpu.count(), 1'500'000);
    QCOMPARE(reading->statistics.memoryBytes, 4000);
    QCOMPARE(reading->statistics.memoryLimit, 0);
    QCOMPARE(reading->statistics.blockRead, 11);
    QCOMPARE(reading->statistics.blockWritten, 22);
    write(root, group + u"memory.max"_qs, "65536\n");
    QCOMPARE(files.read(Id)->statistics.memoryLimit, 65536);
}

void TestCgroupFiles::readsVersionOne()
{
    QTemporaryDir root;
    const QString group = u"/pods/%1/"_qs.arg(Id);
    write(root, u"cpuacct"_qs + group + u"cpuacct.usage"_qs, "1234567\n");
    const QString elsewhere = u"/nested"_qs + group; // in a container, each tree may begin at another place
    write(root, u"memory"_qs + elsewhere + u"memory.usage_in_bytes"_qs, "5000\n");
    write(root, u"memory"_qs + elsewhere + u"memory.limit_in_bytes"_qs, "9223372036854771712\n");
    write(root, u"memory"_qs + elsewhere + u"memory.stat"_qs, "inactive_file 7\ntotal_inactive_file 1000\n");
    write(root, u"blkio"_qs + group + u"blkio.throttle.io_service_bytes"_qs,
          "8:0 Read 10\n8:0 Write 20\n8:0 Total 30\n8:16 Read 1\n8:16 Write 2\nTotal 33\n");
    CgroupFiles files(root.path());
    files.find({Id});
    const auto reading = files.read(Id);
    QVERIFY(reading);
    QCOMPARE(reading->cpu.count(), 1'234'567);
    QCOMPARE(reading->statistics.memoryBytes, 4000);
    QCOMPARE(reading->statistics.memoryLimit, 0);
    QCOMPARE(reading->statistics.blockRead, 11);
    QCOMPARE(reading->statistics.blockWritten, 22);
}

void TestCgroupFiles::findsScopesOfSystemd()
{
    QTemporaryDir root;
    write(root, u"cgroup.controllers"_qs, "cpu\n");
    write(root, u"system.slice/docker-%1.scope/cpu.stat"_qs.arg(Id), "usage_usec 7\n");
    write(root, u"system.slice/docker-%1.scope/memory.current"_qs.arg(Id), "5000\n");
    CgroupFiles files(root.path());
    files.find({Id});
    QCOMPARE(files.read(Id)->cpu.count(), 7000);
}

void TestCgroupFiles::knowsNothingOfOthers()
{
    QTemporaryDir root;
    write(root, u"cgroup.controllers"_qs, "cpu\n");
    write(root, u"docker/%1/cpu.stat"_qs.arg(Id), "usage_usec 7\n");
    write(root, u"docker/%1/memory.current"_qs.arg(Id), "5000\n");
    CgroupFiles files(root.path());
    files.find({Other, Id.left(12), u"docker"_qs});
    for (const QString &id : {Other, Id, Id.left(12), u"docker"_qs})
        QVERIFY(!files.read(id));
    CgroupFiles nowhere(root.filePath(u"missing"_qs));
    nowhere.find({Id});
    QVERIFY(!nowhere.read(Id));
}

void TestCgroupFiles::forgetsWhatHasEnded()
{
    QTemporaryDir root;
    write(root, u"cgroup.controllers"_qs, "cpu\n");
    write(root, u"docker/%1/cpu.stat"_qs.arg(Id), "usage_usec 7\n");
    write(root, u"docker/%1/memory.current"_qs.arg(Id), "5000\n");
    CgroupFiles files(root.path());
    files.find({Id});
    QVERIFY(files.read(Id));
    QVERIFY(QDir(root.filePath(u"docker"_qs)).removeRecursively());
    QVERIFY(!files.read(Id));
    write(root, u"elsewhere/%1/cpu.stat"_qs.arg(Id), "usage_usec 9\n");
    write(root, u"elsewhere/%1/memory.current"_qs.arg(Id), "5000\n");
    files.find({Id});
    QCOMPARE(files.read(Id)->cpu.count(), 9000);
}

} // namespace tst_cgroupfiles

QTEST_GUILESS_MAIN(tst_cgroupfiles::TestCgroupFiles)
#include "tst_cgroupfiles.moc"

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/archivereader.h"
#include "core/backup/archivewriter.h"
#include "core/backup/digest.h"
#include "tests/support/tarmaker.h"
#include "tests/support/testsupport.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace pilothouse;

namespace tst_archive {

namespace {

ManifestMember declared(const QString &path, const QByteArray &content,
                        const QString &role = QStringLiteral("file"))
{
    ManifestMember member;
    member.path = path;
    member.original = path;
    member.role = role;
    member.bytes = content.size();
    member.sha256 = sha256Of(content);
    member.mode = 0640;
    return member;
}

QByteArray noise(int bytes, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray data(bytes, Qt::Uninitialized);
    for (char &c : data)
        c = static_cast<char>(random.bounded(64) + 32);
    return data;
}

using Entry = TarMaker::Entry;

Entry special(const QByteArray &name, char type, const QByteArray &link = {})
{
    return Entry{name, {}, type, link, -1, 0644, false, {}};
}

} // namespace

/// Archives: ours, and those that somebody made to hurt.
class TestArchive final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_count = 0;

    QString fresh(const QString &name)
    {
        return m_dir.filePath(QStringLiteral("%1-%2").arg(name).arg(++m_count));
    }

    Result<> read(const QByteArray &archive, const QList<ManifestMember> &members, const QString &destination)
    {
        const QString file = fresh(QStringLiteral("archive"));
        writeAll(file, archive);
        return readArchive({file, members, {}, destination, true, {}}, {});
    }

private slots:
    void comesBackAsItWasWritten_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("gzip") << QStringLiteral("tar.gz");
        QTest::newRow("zstd") << QStringLiteral("tar.zst");
    }

    void comesBackAsItWasWritten()
    {
        QFETCH(QString, format);
        const QByteArray large = noise(5'300'000, 1);
        const QList<QPair<QString, QByteArray>> files{
            {QStringLiteral("shop-1.db"), large},
            {QStringLiteral("uploads/a/Käse (1).txt"), "abc"},
            {QStringLiteral("uploads/") + QString(200, u'x'), "long"},
            {QStringLiteral("uploads/empty"), {}}};
        QList<ArchiveSource> sources;
        QList<ManifestMember> members;
        for (const auto &[name, content] : files) {
            const QString file = fresh(QStringLiteral("source"));
            writeAll(file, content);
            sources << ArchiveSource{name, file, 0640, 0, 0, 1'700'000'000'000};
            members << declared(name, content,
                                name.endsWith(u".db") ? QStringLiteral("database") : QStringLiteral("file"));
        }
        const QString archive = fresh(QStringLiteral("set")) + u'.' + format;
        const Result<WrittenArchive> written = writeArchive(archive, format, sources, {});
        QVERIFY_RESULT(written);
        const QByteArray bytes = readAll(archive);
        QCOMPARE(written->bytes, bytes.size());
        QCOMPARE(written->sha256, sha256Of(bytes));
        for (qsizetype i = 0; i < members.size(); ++i)
            QCOMPARE(written->members.at(i).sha256, members.at(i).sha256);
        struct stat facts = {};
        QCOMPARE(::stat(archive.toUtf8().constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 07777, 0600u);

        const QString out = fresh(QStringLiteral("out"));
        QVERIFY_RESULT(readArchive({archive, members, {}, out, true, {}}, {}));
        for (const auto &[name, content] : files)
            QCOMPARE(readAll(out + u'/' + name), content);
        QCOMPARE(::stat((out + QStringLiteral("/shop-1.db")).toUtf8().constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 07777, 0600u);
        QCOMPARE(::stat((out + QStringLiteral("/uploads/empty")).toUtf8().constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 07777, 0640u);
        QCOMPARE(::stat(out.toUtf8().constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 07777, 0700u);
    }

    void isReadByTheSystemsTar()
    {
        const QString source = fresh(QStringLiteral("source"));
        writeAll(source, noise(3'000'000, 2));
        const QString archive = m_dir.filePath(QStringLiteral("plain.tar.gz"));
        QVERIFY_RESULT(writeArchive(archive, QStringLiteral("tar.gz"),
                                    {{QStringLiteral("shop-1.db"), source, 0600, 0, 0, 0}}, {}));
        QProcess tar;
        tar.setWorkingDirectory(m_dir.path());
        tar.start(QStringLiteral("tar"), {QStringLiteral("-xzf"), archive});
        QVERIFY(tar.waitForFinished());
        QCOMPARE(tar.exitCode(), 0);
        QCOMPARE(tar.readAllStandardError(), QByteArray());
        QCOMPARE(readAll(m_dir.filePath(QStringLiteral("shop-1.db"))), readAll(source));
    }

    void writesOnlyWhatIsWanted()
    {
        const QByteArray tar = TarMaker().add("a.db", "aaa").add("b.db", "bbb").tar();
        const QString file = fresh(QStringLiteral("archive"));
        writeAll(file, tar);
        const QString out = fresh(QStringLiteral("out"));
        const QString db = QStringLiteral("database");
        QVERIFY_RESULT(readArchive(
            {file,
             {declared(QStringLiteral("a.db"), "aaa", db), declared(QStringLiteral("b.db"), "bbb", db)},
             {},
             out,
             true,
             {QStringLiteral("b.db")}},
            {}));
        QVERIFY(!QFile::exists(out + QStringLiteral("/a.db")));
        QCOMPARE(readAll(out + QStringLiteral("/b.db")), QByteArray("bbb"));
    }

    void refusesToOverwriteAnything()
    {
        const QString source = fresh(QStringLiteral("source"));
        writeAll(source, "x");
        QVERIFY(!writeArchive(source, QStringLiteral("tar.gz"), {}, {}));
        QVERIFY(!read(TarMaker().add("a", "x").tar(), {declared(QStringLiteral("a"), "x")}, m_dir.path()));
        QCOMPARE(readAll(source), QByteArray("x"));
    }

    void stopsWhenItIsCancelled()
    {
        const QString source = fresh(QStringLiteral("source"));
        writeAll(source, noise(100'000, 3));
        OperationContext context;
        context.cancel();
        const QString archive = fresh(QStringLiteral("set"));
        const auto written = writeArchive(archive, QStringLiteral("tar.gz"),
                                          {{QStringLiteral("a"), source, 0600, 0, 0, 0}}, context);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Cancelled);
        const QString file = fresh(QStringLiteral("archive"));
        writeAll(file, TarMaker().add("a", "x").tar());
        const auto cancelled =
            readArchive({file, {declared(QStringLiteral("a"), "x")}, {}, {}, true, {}}, context);
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
    }

    void acceptsPlainAndGzipAndPaxArchives()
    {
        const QList<ManifestMember> members{declared(QStringLiteral("a"), "content")};
        const QByteArray tar = TarMaker().add("a", "content").tar();
        QVERIFY_RESULT(read(tar, members, fresh(QStringLiteral("out"))));
        QVERIFY_RESULT(read(TarMaker::gzip(tar), members, fresh(QStringLiteral("out"))));
        QVERIFY_RESULT(read(TarMaker().addPax({"path=a"}).add("zzz", "content").tar(), members,
                            fresh(QStringLiteral("out"))));
        QVERIFY_RESULT(
            read(TarMaker::gzip(tar + QByteArray(9000, '\0')), members, fresh(QStringLiteral("out"))));
    }

    void refusesHostileArchives_data()
    {
        QTest::addColumn<QByteArray>("archive");
        const auto row = [](const char *name, const QByteArray &archive) {
            QTest::newRow(name) << archive;
            QTest::addRow("%s, gzip", name) << TarMaker::gzip(archive);
        };
        const QByteArray good = TarMaker().add("a", "content").add("d/b", "more").tar();
        const auto with = [](const Entry &entry) {
            return TarMaker().add(entry).add("a", "content").add("d/b", "more").tar();
        };
        const auto after = [](const Entry &entry) {
            return TarMaker().add("a", "content").add("d/b", "more").add(entry).tar();
        };
        row("absolute name", with(special("/tmp/ph-escape", '0')));
        row("parent name", with(special("../ph-escape", '0')));
        row("parent inside", with(special("d/../../ph-escape", '0')));
        row("dot name", with(special("./a", '0')));
        row("undeclared", after(special("c", '0')));
        row("symbolic link", with(special("a", '2', "/etc/passwd")));
        row("symbolic link to a folder",
            TarMaker().add(special("d", '2', "/tmp")).add("a", "content").add("d/b", "more").tar());
        row("hard link", with(special("a", '1', "/etc/passwd")));
        row("hard link inside", after(special("d/b", '1', "a")));
        row("character device", with(special("a", '3')));
        row("block device", with(special("a", '4')));
        row("fifo", with(special("a", '6')));
        row("folder in the place of a file", TarMaker().add(special("a", '5')).add("d/b", "more").tar());
        row("unknown type", with(special("a", 'Z')));
        row("duplicate", after(Entry{"a", "content", '0', {}, -1, 0644, false, {}}));
        row("missing", TarMaker().add("a", "content").tar());
        row("longer content", TarMaker().add("a", "content!").add("d/b", "more").tar());
        row("shorter content", TarMaker().add("a", "conten").add("d/b", "more").tar());
        row("other content", TarMaker().add("a", "cOntent").add("d/b", "more").tar());
        row("swapped", TarMaker().add("a", "more").add("d/b", "content").tar());
        row("renamed", TarMaker().add("A", "content").add("d/b", "more").tar());
        row("pax path away",
            TarMaker().addPax({"path=../ph-escape"}).add("a", "content").add("d/b", "more").tar());
        row("pax link",
            TarMaker().addPax({"linkpath=/etc/passwd"}).add(special("a", '2', "x")).add("d/b", "more").tar());
        row("pax size", TarMaker().addPax({"size=999999999"}).add("a", "content").add("d/b", "more").tar());
        row("gnu long name away",
            TarMaker()
                .add(Entry{"././@LongLink", QByteArray("../ph-escape\0", 13), 'L', {}, -1, 0644, false, {}})
                .add("a", "content")
                .add("d/b", "more")
                .tar());
        row("prefix away",
            TarMaker().add(Entry{"b", "more", '0', {}, -1, 0644, false, "../d"}).add("a", "content").tar());
        row("size beyond the end",
            TarMaker().add(Entry{"a", "content", '0', {}, 1 << 30, 0644, false, {}}).tar());
        row("wrong checksum",
            TarMaker().add("a", "content").add(Entry{"d/b", "more", '0', {}, -1, 0644, true, {}}).tar());
        row("name that is not UTF-8", with(special("\xff\xfe", '0')));
        row("name with a newline", with(special("a\nb", '0')));
        row("second archive behind the end", good + good);
        row("garbage behind the end", good + QByteArray(2048, 'x'));
        row("padding without an end", good + QByteArray(3 << 20, '\0'));
        row("no end at all", TarMaker().add("a", "content").unfinished());
        row("nothing but zeros", QByteArray(10240, '\0'));
        row("text", QByteArray("this is not an archive at all, only text\n").repeated(40));
        row("cut in a header", good.left(700));
        row("cut in content", good.left(515));
        row("sparse", with(special("a", 'S')));
        row("contiguous", TarMaker().add(Entry{"a", "content", '7', {}, -1, 0644, false, {}}).tar());
        QTest::newRow("empty file") << QByteArray();
        const QByteArray zipped = TarMaker::gzip(good);
        QTest::newRow("cut gzip") << zipped.left(zipped.size() - 9);
        QTest::newRow("gzip with garbage behind it") << zipped + "garbage behind the end";
        QTest::newRow("gzip with zeros behind it") << zipped + QByteArray(600, '\0');
        QTest::newRow("gzip in gzip in gzip in gzip")
            << TarMaker::gzip(TarMaker::gzip(TarMaker::gzip(TarMaker::gzip(QByteArray(64 << 20, '\0')))));
        QTest::newRow("bomb of one member")
            << TarMaker::gzip(TarMaker().add("a", QByteArray(64 << 20, '\0')).tar());
        QTest::newRow("bomb behind the end") << TarMaker::gzip(good + QByteArray(64 << 20, '\0'));
        QTest::newRow("zip") << QByteArray("PK\x03\x04\x14\0\0\0\0\0", 10) + QByteArray(600, 'x');
        QTest::newRow("ar") << QByteArray("!<arch>\n") + QByteArray(600, 'x');
    }

    void refusesHostileArchives()
    {
        QFETCH(QByteArray, archive);
        const QString folder = fresh(QStringLiteral("hostile"));
        QVERIFY(QDir().mkpath(folder));
        const Result<> result =
            read(archive, {declared(QStringLiteral("a"), "content"), declared(QStringLiteral("d/b"), "more")},
                 folder + QStringLiteral("/out"));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::BadData);
        QVERIFY(!result.error().message.isEmpty());
        QVERIFY2(QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 "nothing is left behind");
        QVERIFY(!QFile::exists(m_dir.filePath(QStringLiteral("ph-escape"))));
        QVERIFY(!QFile::exists(QStringLiteral("/tmp/ph-escape")));
    }

    void stripsSetuidAndOwner()
    {
        ManifestMember member = declared(QStringLiteral("a"), "x");
        member.mode = 06755;
        const QString out = fresh(QStringLiteral("out"));
        QVERIFY_RESULT(
            read(TarMaker().add(Entry{"a", "x", '0', {}, -1, 06755, false, {}}).tar(), {member}, out));
        struct stat facts = {};
        QCOMPARE(::stat((out + QStringLiteral("/a")).toUtf8().constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 07777, 0755u);
        QCOMPARE(facts.st_uid, ::getuid());
    }

    void listsWhatAnArchiveHolds()
    {
        const QString file = fresh(QStringLiteral("archive"));
        writeAll(file, TarMaker::gzip(
                           TarMaker().add(special("var/", '5')).add("var/backups/a-1.db", "aaaa").tar()));
        const auto listing = listArchive(file, 1 << 20, {});
        QVERIFY_RESULT(listing);
        QCOMPARE(listing->size(), 1);
        QCOMPARE(listing->first().name, QStringLiteral("var/backups/a-1.db"));
        QCOMPARE(listing->first().bytes, 4);
        QVERIFY(!listArchive(file, 1000, {}));
    }

    void refusesWhatIsNotWholeBlocksOfItsOwn_data()
    {
        QTest::addColumn<QByteArray>("archive");
        const QString file = fresh(QStringLiteral("source"));
        writeAll(file, noise(2'300'000, 6));
        const QString written = fresh(QStringLiteral("set"));
        QVERIFY_RESULT(writeArchive(written, QStringLiteral("tar.gz"),
                                    {{QStringLiteral("a"), file, 0640, 0, 0, 0}}, {}));
        const QByteArray good = readAll(written);
        QTest::newRow("cut in the trailer") << good.left(good.size() - 3);
        QTest::newRow("cut in the content") << good.left(good.size() / 2);
        QTest::newRow("garbage behind it") << good + "garbage behind the end of it";
        QTest::newRow("zeros behind it") << good + QByteArray(600, '\0');
        QTest::newRow("plain gzip behind it") << good + TarMaker::gzip("more");
        QTest::newRow("a second archive behind it") << good + good;
        for (const qsizetype place : {16, 18, 20, 21, 5000, 1'100'000}) {
            QByteArray flipped = good;
            flipped[place] = static_cast<char>(flipped[place] ^ 0x10);
            QTest::addRow("flipped at %lld", static_cast<long long>(place)) << flipped;
        }
    }

    void refusesWhatIsNotWholeBlocksOfItsOwn()
    {
        QFETCH(QByteArray, archive);
        const QString out = fresh(QStringLiteral("out"));
        const Result<> result =
            read(archive, {declared(QStringLiteral("a"), noise(2'300'000, 6), QStringLiteral("file"))}, out);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::BadData);
        QVERIFY(!QFileInfo::exists(out));
    }

    void detectsEveryFlippedBitOfWhatItUnpacks()
    {
        const QByteArray content = noise(20'000, 4);
        const QList<ManifestMember> members{declared(QStringLiteral("a"), content)};
        const QByteArray archive = TarMaker::gzip(TarMaker().add("a", content).tar());
        const QString file = fresh(QStringLiteral("archive"));
        QRandomGenerator random(5);
        const int flips =
            qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE") ? static_cast<int>(archive.size()) * 8 : 1000;
        int unnoticed = 0;
        for (int i = 0; i < flips; ++i) {
            const int bit =
                flips > 1000 ? i : static_cast<int>(random.bounded(static_cast<int>(archive.size()) * 8));
            QByteArray flipped = archive;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            writeAll(file, flipped);
            const QString out = fresh(QStringLiteral("out"));
            if (!readArchive({file, members, {}, out, true, {}}, {}))
                continue;
            QCOMPARE(readAll(out + QStringLiteral("/a")), content);
            ++unnoticed;
        }
        QVERIFY2(unnoticed < flips / 50,
                 "only header bits that change no content, such as times, may pass here");
    }
};

} // namespace tst_archive

QTEST_GUILESS_MAIN(tst_archive::TestArchive)
#include "tst_archive.moc"

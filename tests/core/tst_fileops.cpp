// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/fileops.h"
#include "core/files/parallelsha256.h"
#include "tests/support/testsupport.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_fileops {

namespace {

/// A small file system of its own; unmounted at the end.
class SmallFileSystem
{
public:
    SmallFileSystem(const QString &folder, qint64 bytes)
        : m_folder(folder.toLocal8Bit())
    {
        QDir().mkpath(folder);
        const QByteArray options = "mode=0700,size=" + QByteArray::number(bytes);
        m_isMounted = ::mount("tmpfs", m_folder.constData(), "tmpfs", 0, options.constData()) == 0;
    }
    ~SmallFileSystem()
    {
        if (m_isMounted)
            ::umount2(m_folder.constData(), MNT_DETACH);
    }
    SmallFileSystem(const SmallFileSystem &) = delete;
    SmallFileSystem &operator=(const SmallFileSystem &) = delete;
    bool isMounted() const { return m_isMounted; }

private:
    QByteArray m_folder;
    bool m_isMounted = false;
};

} // namespace

class TestFileOps : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    FileOps m_files;
    OperationContext m_context;

    QString at(const QString &name) const { return m_folder.filePath(name); }
    QStringList entries() const
    {
        return QDir(m_folder.path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

private slots:
    void readsNoFreeSpaceOfNoPath()
    {
        QVERIFY(!FileOps().freeBytes({}));
        QVERIFY(!FileOps().freeBytes(QStringLiteral("a/relative/path")));
        QVERIFY(FileOps().freeBytes(QStringLiteral("/no/such/folder")).value_or(0) > 0);
    }
    void init() { m_folder = QTemporaryDir(); }

    void writesAndReadsBack()
    {
        QVERIFY_RESULT(m_files.write(at(u"a"_qs), "one"));
        QVERIFY_RESULT(m_files.write(at(u"a"_qs), "two"));
        QCOMPARE(m_files.read(at(u"a"_qs)).value(), QByteArray("two"));
        QCOMPARE(entries(), QStringList{u"a"_qs});
    }

    void isPrivateFromTheStartUnderAnyUmask()
    {
        for (const mode_t mask : {mode_t(0), mode_t(0777)}) {
            const mode_t old = ::umask(mask);
            const auto written = m_files.write(at(u"file"_qs), "x");
            const auto appended = m_files.append(at(u"log"_qs), "x");
            const auto made = m_files.makeFolder(at(u"one/two"_qs));
            ::umask(old);
            QVERIFY_RESULT(written);
            QVERIFY_RESULT(made);
            QCOMPARE(m_files.facts(at(u"file"_qs)).value().mode, 0600U);
            QCOMPARE(m_files.facts(at(u"one"_qs)).value().mode, 0700U);
            QCOMPARE(m_files.facts(at(u"one/two"_qs)).value().mode, 0700U);
            QVERIFY_RESULT(appended);
            QCOMPARE(m_files.facts(at(u"log"_qs)).value().mode, 0600U);
            QVERIFY_RESULT(m_files.removeTree(at(u"one"_qs)));
            QVERIFY_RESULT(m_files.removeFile(at(u"file"_qs)));
            QVERIFY_RESULT(m_files.removeFile(at(u"log"_qs)));
        }
    }

    void keepsOwnerAndModeOfWhatItReplaces()
    {
        writeAll(at(u"a"_qs), "old");
        QVERIFY_RESULT(m_files.setMode(at(u"a"_qs), 0640));
        const bool isRoot = ::geteuid() == 0;
        if (isRoot)
            QVERIFY_RESULT(m_files.setOwner(at(u"a"_qs), 1000, 1001));
        QVERIFY_RESULT(m_files.write(at(u"a"_qs), "new"));
        const FileFacts facts = m_files.facts(at(u"a"_qs)).value();
        QCOMPARE(facts.mode, 0640U);
        if (isRoot) {
            QCOMPARE(facts.ownerId, 1000U);
            QCOMPARE(facts.groupId, 1001U);
        }
        FileAccess access;
        access.mode = 0604;
        QVERIFY_RESULT(m_files.write(at(u"a"_qs), "newer", access));
        QCOMPARE(m_files.facts(at(u"a"_qs)).value().mode, 0604U);
    }

    void followsNoLink()
    {
        writeAll(at(u"target"_qs), "kept");
        QDir().mkpath(at(u"folder"_qs));
        QVERIFY(
            ::symlink(at(u"target"_qs).toLocal8Bit().constData(), at(u"link"_qs).toLocal8Bit().constData())
            == 0);
        QVERIFY(::symlink(at(u"folder"_qs).toLocal8Bit().constData(), at(u"way"_qs).toLocal8Bit().constData())
                == 0);
        QVERIFY(m_files.facts(at(u"link"_qs)).value().isLink);
        QCOMPARE(m_files.read(at(u"link"_qs)).error().kind, ErrorKind::BadInput);
        QVERIFY(!m_files.write(at(u"link"_qs), "bad"));
        QVERIFY(!m_files.append(at(u"link"_qs), "bad"));
        QVERIFY(!m_files.copy(at(u"link"_qs), at(u"copy"_qs), {}, m_context));
        QVERIFY(!m_files.copy(at(u"target"_qs), at(u"link"_qs), {}, m_context));
        QVERIFY(!m_files.setMode(at(u"link"_qs), 0777));
        QVERIFY(!m_files.setOwner(at(u"link"_qs), ::geteuid(), ::getegid()));
        QVERIFY(!m_files.list(at(u"way"_qs)));
        QVERIFY(!m_files.makeFolder(at(u"way"_qs)));
        QVERIFY(!m_files.removeTree(at(u"way"_qs)));
        QVERIFY(!m_files.sha256(at(u"link"_qs), m_context));
        QCOMPARE(readAll(at(u"target"_qs)), QByteArray("kept"));
        QVERIFY(QFileInfo(at(u"folder"_qs)).isDir());
    }

    void takesAbsolutePathsOnly()
    {
        QCOMPARE(m_files.write(u"relative"_qs, "x").error().kind, ErrorKind::BadInput);
        QCOMPARE(m_files.removeTree(u"/"_qs).error().kind, ErrorKind::BadInput);
        QCOMPARE(m_files.read(u"/"_qs).error().kind, ErrorKind::BadInput);
    }

    void readsNoMoreThanAsked()
    {
        writeAll(at(u"a"_qs), "0123456789");
        QCOMPARE(m_files.read(at(u"a"_qs), 9).error().kind, ErrorKind::BadInput);
        QCOMPARE(m_files.read(at(u"a"_qs), 10).value(), QByteArray("0123456789"));
        QCOMPARE(m_files.readAt(at(u"a"_qs), 8, 10).value(), QByteArray("89"));
        QVERIFY(::mkfifo(at(u"pipe"_qs).toLocal8Bit().constData(), 0600) == 0);
        QCOMPARE(m_files.read(at(u"pipe"_qs)).error().kind, ErrorKind::BadInput);
        QCOMPARE(m_files.read(at(u"none"_qs)).error().kind, ErrorKind::NotFound);
    }

    void hashesBesideTheCallerWhateverThePieces()
    {
        QByteArray content(3'500'007, '\0');
        for (qsizetype place = 0; place < content.size(); ++place)
            content[place] = static_cast<char>(place * 31 % 251);
        for (const qsizetype piece : {content.size(), qsizetype(1) << 20, qsizetype(77'777)}) {
            ParallelSha256 hash;
            for (qsizetype place = 0; place < content.size(); place += piece) {
                QByteArray part = content.mid(place, piece);
                hash.add(part.constData(), part.size());
                part.fill('x'); // it has been taken
            }
            const auto result = hash.result();
            QVERIFY_RESULT(result);
            QCOMPARE(*result, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
        }
        QCOMPARE(ParallelSha256().result().value(), QCryptographicHash::hash({}, QCryptographicHash::Sha256));
    }

    void copiesWithHashAndProgress()
    {
        const QByteArray content(5'000'001, 'x');
        writeAll(at(u"a"_qs), content);
        Progress last;
        const OperationContext context([&last](const Progress &progress) { last = progress; });
        FileAccess access;
        access.mode = 0640;
        const auto hash = m_files.copy(at(u"a"_qs), at(u"b"_qs), access, context);
        context.flush();
        QVERIFY_RESULT(hash);
        QCOMPARE(*hash, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
        QCOMPARE(m_files.sha256(at(u"b"_qs), m_context).value(), *hash);
        QCOMPARE(last.done, content.size());
        QCOMPARE(last.total, content.size());
        QCOMPARE(m_files.facts(at(u"b"_qs)).value().mode, 0640U);
        QCOMPARE(readAll(at(u"b"_qs)), content);
    }

    void copyNeverReplaces()
    {
        writeAll(at(u"a"_qs), "new");
        writeAll(at(u"b"_qs), "old");
        QCOMPARE(m_files.copy(at(u"a"_qs), at(u"b"_qs), {}, m_context).error().kind, ErrorKind::Refused);
        QCOMPARE(readAll(at(u"b"_qs)), QByteArray("old"));
        QCOMPARE(entries(), (QStringList{u"a"_qs, u"b"_qs}));
    }

    void aCancelledCopyLeavesNothing()
    {
        writeAll(at(u"a"_qs), QByteArray(9'000'000, 'x'));
        OperationContext context;
        const OperationContext cancelling =
            context.withSink([&context](const Progress &) { context.cancel(); });
        const auto copied = m_files.copy(at(u"a"_qs), at(u"b"_qs), {}, cancelling);
        QCOMPARE(copied.error().kind, ErrorKind::Cancelled);
        QCOMPARE(entries(), QStringList{u"a"_qs});
    }

    void renameNeverReplaces()
    {
        writeAll(at(u"a"_qs), "a");
        writeAll(at(u"b"_qs), "b");
        QCOMPARE(m_files.rename(at(u"a"_qs), at(u"b"_qs)).error().kind, ErrorKind::Refused);
        QCOMPARE(readAll(at(u"b"_qs)), QByteArray("b"));
        QVERIFY_RESULT(m_files.rename(at(u"a"_qs), at(u"c"_qs)));
        QCOMPARE(readAll(at(u"c"_qs)), QByteArray("a"));
        QCOMPARE(m_files.rename(at(u"a"_qs), at(u"d"_qs)).error().kind, ErrorKind::NotFound);
    }

    void removesATreeWithoutLeavingIt()
    {
        writeAll(at(u"outside/kept"_qs), "kept");
        writeAll(at(u"tree/one/two/file"_qs), "x");
        QVERIFY(::symlink(at(u"outside"_qs).toLocal8Bit().constData(),
                          at(u"tree/one/away"_qs).toLocal8Bit().constData())
                == 0);
        QVERIFY(::symlink("..", at(u"tree/up"_qs).toLocal8Bit().constData()) == 0);
        QVERIFY_RESULT(m_files.removeTree(at(u"tree"_qs)));
        QVERIFY(!m_files.exists(at(u"tree"_qs)));
        QCOMPARE(readAll(at(u"outside/kept"_qs)), QByteArray("kept"));
        QCOMPARE(m_files.removeTree(at(u"tree"_qs)).error().kind, ErrorKind::NotFound);
        QVERIFY(!m_files.removeTree(at(u"outside/kept"_qs)));
    }

    void removesNoFileSystemMountedInATree()
    {
        writeAll(at(u"tree/file"_qs), "x");
        const SmallFileSystem mounted(at(u"tree/mounted"_qs), 1 << 20);
        if (!mounted.isMounted())
            QSKIP("mounting needs root");
        writeAll(at(u"tree/mounted/kept"_qs), "kept");
        QVERIFY(!m_files.removeTree(at(u"tree"_qs)));
        QCOMPARE(readAll(at(u"tree/mounted/kept"_qs)), QByteArray("kept"));
    }

    void listsSortedWithHiddenNames()
    {
        writeAll(at(u"b"_qs), "");
        writeAll(at(u".a"_qs), "");
        QCOMPARE(m_files.list(m_folder.path()).value(), (QStringList{u".a"_qs, u"b"_qs}));
    }

    void appendsLineByLine()
    {
        QVERIFY_RESULT(m_files.append(at(u"log"_qs), "one\n"));
        QVERIFY_RESULT(m_files.append(at(u"log"_qs), "two\n"));
        QCOMPARE(readAll(at(u"log"_qs)), QByteArray("one\ntwo\n"));
    }

    void knowsTheFreeSpaceOfWhatIsNotThereYet()
    {
        QVERIFY(m_files.freeBytes(at(u"not/there/yet"_qs)).value() > 0);
    }

    /// Fills a small file system in steps of one page: old or new, never between, and nothing left behind.
    void aFullDiskLeavesTheOldContent()
    {
        const SmallFileSystem small(at(u"small"_qs), 64 * 4096);
        if (!small.isMounted())
            QSKIP("mounting needs root");
        const QByteArray old("old content");
        const QByteArray content(20 * 4096, 'n');
        writeAll(at(u"source"_qs), content);
        QVERIFY_RESULT(m_files.write(at(u"small/file"_qs), old));
        int failures = 0;
        int successes = 0;
        for (int pages = 1; pages < 64; ++pages) {
            writeAll(at(u"small/ballast"_qs), QByteArray(qsizetype(pages) * 4096, 'b'));
            const bool isWritten = m_files.write(at(u"small/file"_qs), content).has_value();
            QCOMPARE(readAll(at(u"small/file"_qs)), isWritten ? content : old);
            QVERIFY_RESULT(m_files.removeFile(at(u"small/file"_qs)));
            const auto copied = m_files.copy(at(u"source"_qs), at(u"small/copy"_qs), {}, m_context);
            QCOMPARE(m_files.exists(at(u"small/copy"_qs)), copied.has_value());
            if (copied) {
                QVERIFY_RESULT(m_files.removeFile(at(u"small/copy"_qs)));
                ++successes;
            } else {
                QCOMPARE(copied.error().kind, ErrorKind::NoSpace);
                QVERIFY2(copied.error().advice.contains(at(u"small"_qs)), qPrintable(copied.error().advice));
                ++failures;
            }
            QCOMPARE(m_files.list(at(u"small"_qs)).value(), QStringList{u"ballast"_qs});
            QFile::remove(at(u"small/ballast"_qs));
            QVERIFY_RESULT(m_files.write(at(u"small/file"_qs), old));
            if (failures > 3)
                break;
        }
        QVERIFY(failures > 3);
        QVERIFY(successes > 3);
    }

    void aFullDiskTakesHalfALineBackOut()
    {
        const SmallFileSystem small(at(u"small"_qs), 8 * 4096);
        if (!small.isMounted())
            QSKIP("mounting needs root");
        QVERIFY_RESULT(m_files.append(at(u"small/log"_qs), "first\n"));
        QCOMPARE(m_files.append(at(u"small/log"_qs), QByteArray(9 * 4096, 'x')).error().kind,
                 ErrorKind::NoSpace);
        QCOMPARE(readAll(at(u"small/log"_qs)), QByteArray("first\n"));
    }

    void refusesToRenameAcrossFileSystems()
    {
        const SmallFileSystem small(at(u"small"_qs), 1 << 20);
        if (!small.isMounted())
            QSKIP("mounting needs root");
        writeAll(at(u"a"_qs), "a");
        QCOMPARE(m_files.rename(at(u"a"_qs), at(u"small/a"_qs)).error().kind, ErrorKind::BadInput);
        QCOMPARE(readAll(at(u"a"_qs)), QByteArray("a"));
    }

    void readersSeeOldOrNew()
    {
        const QByteArray old(100'000, 'o');
        const QByteArray fresh(100'000, 'n');
        QVERIFY_RESULT(m_files.write(at(u"a"_qs), old));
        std::atomic_bool isDone = false;
        std::thread writer([&] {
            for (int i = 0; i < 50; ++i) {
                if (!m_files.write(at(u"a"_qs), i % 2 == 0 ? fresh : old))
                    break;
            }
            isDone = true;
        });
        bool isWhole = true;
        while (!isDone) {
            const QByteArray seen = readAll(at(u"a"_qs));
            isWhole = isWhole && (seen == old || seen == fresh);
        }
        writer.join();
        QVERIFY(isWhole);
    }
};

} // namespace tst_fileops

QTEST_GUILESS_MAIN(tst_fileops::TestFileOps)
#include "tst_fileops.moc"

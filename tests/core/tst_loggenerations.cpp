// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/loggenerations.h"
#include "core/logs/loghistory.h"
#include "core/logs/packedlog.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace pilothouse;

namespace tst_loggenerations {

namespace {

QByteArray numbered(int first, int last)
{
    QByteArray text;
    for (int number = first; number <= last; ++number)
        text += "line " + QByteArray::number(number) + '\n';
    return text;
}

void pack(const QString &path, const QString &program, const QStringList &options = {})
{
    QProcess process;
    process.start(program, options + QStringList{QStringLiteral("-q"), path});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QFile::remove(path);
}

} // namespace

class LogGenerationsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    LogSource m_source;

    QString path(int n) const { return m_source.pathOf(n); }
    LogGenerations opened() const
    {
        LogGenerations log(m_source, m_folder->filePath(QStringLiteral("cache")));
        const auto done = log.open({});
        if (!done || !log.update({}))
            qCritical("The log cannot be opened.");
        return log;
    }
    /// All lines, one by one, as one text.
    static QByteArray textOf(const LogGenerations &log)
    {
        QByteArray text;
        for (qint64 line = 0; line < log.lineCount(); ++line)
            text += log.lines(line, 1).value(0).text + '\n';
        return text;
    }
    void append(const QByteArray &bytes) const
    {
        QFile file(path(0));
        QVERIFY(file.open(QIODevice::Append));
        file.write(bytes);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_source = LogSource();
        m_source.kind = QStringLiteral("file");
        m_source.path = m_folder->filePath(QStringLiteral("app.log"));
        m_source.rotated = QStringLiteral("{path}.{n}");
        m_source.keep = 5;
    }

    void readsPackedGenerationsAsOneStream()
    {
        writeAll(path(3), numbered(1, 1000));
        writeAll(path(2), numbered(1001, 2000));
        writeAll(path(1), numbered(2001, 3000));
        writeAll(path(0), numbered(3001, 4000));
        pack(path(3), QStringLiteral("gzip"));
        pack(path(2), QStringLiteral("zstd"));
        const LogGenerations log = opened();
        QCOMPARE(log.generationCount(), 4);
        QCOMPARE(log.lineCount(), 4000);
        QCOMPARE(textOf(log), numbered(1, 4000));
        const auto pattern = LinePattern::compile({QStringLiteral("line \\d*00$"), true, true});
        QVERIFY_RESULT(pattern);
        QList<qsizetype> generations;
        const auto found = log.search(
            **pattern,
            [&generations](qsizetype number, std::span<const qint64> starts) {
                generations.append(QList<qsizetype>(static_cast<qsizetype>(starts.size()), number));
            },
            {});
        QVERIFY_RESULT(found);
        QCOMPARE(found->hits, 40);
        QCOMPARE(generations.count(0), 10);
        QVERIFY(std::is_sorted(generations.begin(), generations.end()));
    }

    void readsWhatCanBeReadOfACutOffPackedFile()
    {
        writeAll(path(1), numbered(1, 200000));
        writeAll(path(0), "live\n");
        pack(path(1), QStringLiteral("gzip"));
        const QString packed = path(1) + QStringLiteral(".gz");
        QVERIFY(QFile::resize(packed, QFile(packed).size() / 2));
        const LogGenerations log = opened();
        QVERIFY(log.lineCount() > 1000);
        QCOMPARE(log.lines(999, 1).first().text, QByteArray("line 1000"));
    }

    void showsPackedRotationsAsOlderPages()
    {
        writeAll(path(2), numbered(1, 100));
        writeAll(path(1), numbered(101, 200));
        writeAll(path(0), numbered(201, 300));
        pack(path(2), QStringLiteral("zstd"));
        pack(path(1), QStringLiteral("gzip"));
        LogHistory history(m_source, LogParser());
        QVERIFY_RESULT(history.open());
        QStringList messages;
        while (!history.isAtBeginning()) {
            QStringList page;
            for (const LogRecord &record : history.older(70, {}))
                page.append(record.message);
            messages = page + messages;
        }
        QCOMPARE(messages.size(), 299); // the last one is for following
        QCOMPARE(messages.first(), QStringLiteral("line 1"));
        QCOMPARE(messages.last(), QStringLiteral("line 299"));
    }

    void namesWhatIsNoPackedFile()
    {
        writeAll(path(1) + QStringLiteral(".gz"), "not packed\n");
        writeAll(path(0), "live\n");
        const LogGenerations log = opened();
        QCOMPARE(log.lineCount(), 1);
        QCOMPARE(log.unreadable().size(), 1);
        QCOMPARE(log.unreadable().first().kind, ErrorKind::BadData);
        QVERIFY(!PackedLog::open(m_folder->path(), {}));
    }

    void goesOnThroughRotationByRename()
    {
        writeAll(path(0), numbered(1, 10));
        LogGenerations log = opened();
        append(numbered(11, 15));
        QVERIFY(QFile::rename(path(0), path(1)));
        writeAll(path(0), numbered(16, 20));
        QCOMPARE(log.update({}).value(), LogChange::Grown);
        QCOMPARE(textOf(log), numbered(1, 20));
        QVERIFY(QFile::rename(path(1), path(2)));
        QVERIFY(QFile::rename(path(0), path(1)));
        QCOMPARE(log.update({}).value(), LogChange::None);
        writeAll(path(0), numbered(21, 22));
        QCOMPARE(log.update({}).value(), LogChange::Grown);
        QCOMPARE(textOf(log), numbered(1, 22));
    }

    void catchesUpWithTwoRotationsAtOnce()
    {
        writeAll(path(0), numbered(1, 10));
        LogGenerations log = opened();
        QVERIFY(QFile::rename(path(0), path(2)));
        writeAll(path(1), numbered(11, 20));
        writeAll(path(0), numbered(21, 30));
        QCOMPARE(log.update({}).value(), LogChange::Grown);
        QCOMPARE(textOf(log), numbered(1, 30));
    }

    void goesOnThroughCopyAndTruncate()
    {
        writeAll(path(0), numbered(1, 10));
        LogGenerations log = opened();
        append(numbered(11, 12));
        QVERIFY(QFile::copy(path(0), path(1)));
        QVERIFY(QFile::resize(path(0), 0));
        append(numbered(13, 20));
        QCOMPARE(log.update({}).value(), LogChange::Grown);
        QCOMPARE(textOf(log), numbered(1, 20));
    }

    void saysThatLinesAreGoneAfterTruncationAlone()
    {
        writeAll(path(0), numbered(1, 10));
        LogGenerations log = opened();
        QVERIFY(QFile::resize(path(0), 0));
        append("anew\n");
        QCOMPARE(log.update({}).value(), LogChange::Replaced);
        QCOMPARE(textOf(log), QByteArray("anew\n"));
    }

    void goesOnAfterRemovalAndRecreation()
    {
        m_source.rotated.clear();
        LogGenerations log = opened();
        QCOMPARE(log.lineCount(), 0);
        writeAll(path(0), numbered(1, 5));
        QCOMPARE(log.update({}).value(), LogChange::Grown);
        QVERIFY(QFile::remove(path(0)));
        QCOMPARE(log.update({}).value(), LogChange::None);
        writeAll(path(0), numbered(6, 9));
        QCOMPARE(log.update({}).value(), LogChange::Grown);
        QCOMPARE(textOf(log), numbered(1, 9));
    }

    void refusesWhatIsNoFile()
    {
        LogGenerations log(m_source, {});
        QVERIFY(QDir().mkpath(path(0)));
        QVERIFY(!log.open({}));
        QVERIFY(QDir().rmdir(path(0)));
        QCOMPARE(::mkfifo(path(0).toUtf8().constData(), 0600), 0);
        const auto done = log.open({});
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::BadData);
    }
};

} // namespace tst_loggenerations

QTEST_GUILESS_MAIN(tst_loggenerations::LogGenerationsTest)
#include "tst_loggenerations.moc"

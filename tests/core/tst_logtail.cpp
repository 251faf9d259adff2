// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/filelogreader.h"
#include "tests/support/logsamples.h"
#include "tests/support/logtail.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <fcntl.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_logtail {

namespace {

/// Keeps records as a view would: a number that came before is replaced.
class Window
{
public:
    explicit Window(LogTail &tail)
    {
        QObject::connect(&tail, &LogTail::linesArrived, &tail, [this](const QList<LogRecord> &records) {
            ++batches;
            for (const LogRecord &record : records)
                take(record);
        });
        QObject::connect(&tail, &LogTail::olderArrived, &tail,
                         [this](const QList<LogRecord> &records, bool all) {
                             isAll = all;
                             ++olderPages;
                             shown = records + shown;
                         });
        QObject::connect(&tail, &LogTail::stopped, &tail, [this](const Result<> &result) {
            ++stops;
            outcome = result;
        });
    }

    QList<int> sequence() const
    {
        QList<int> numbers;
        for (const LogRecord &record : shown)
            numbers.append(sequenceOf(record.message));
        return numbers;
    }

    QList<LogRecord> shown;
    int batches = 0;
    int olderPages = 0;
    int stops = 0;
    bool isAll = false;
    Result<> outcome;

private:
    void take(const LogRecord &record)
    {
        if (!shown.isEmpty() && shown.last().number == record.number)
            shown.last() = record;
        else
            shown.append(record);
    }
};

/// A container's log that a test plays.
class PlayedStream final : public LogStream
{
public:
    explicit PlayedStream(QList<LogPiece> pieces, Result<> end = {})
        : m_pieces(std::move(pieces))
        , m_end(std::move(end))
    {
    }
    Result<> run(const LogStreamQuery &query, const OnPiece &onPiece,
                 const OperationContext &context) override
    {
        for (const LogPiece &piece : m_pieces) {
            if (!onPiece(piece))
                return {};
        }
        while (query.follows && m_end && !context.isCancelled())
            QThread::msleep(10);
        return m_end;
    }

private:
    QList<LogPiece> m_pieces;
    Result<> m_end;
};

QByteArray records(int from, int to)
{
    QByteArray bytes;
    for (int i = from; i < to; ++i)
        bytes += sampleRecord(i);
    return bytes;
}

QList<int> numbers(int from, int to)
{
    QList<int> list(to - from);
    std::iota(list.begin(), list.end(), from);
    return list;
}

void append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestLogTail : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    LogSource newSource()
    {
        LogSource source;
        source.id = QStringLiteral("file");
        source.title = QStringLiteral("app.log");
        source.kind = QStringLiteral("file");
        source.path = m_folder.filePath(QStringLiteral("%1/app.log").arg(++m_count));
        source.rotated = QStringLiteral("{path}.{n}");
        source.keep = 7;
        source.format = sampleFileFormat();
        QDir().mkpath(QFileInfo(source.path).path());
        return source;
    }

private slots:
    void readsTheRotationsFirstAndThenFollows()
    {
        const LogSource source = newSource();
        writeAll(source.pathOf(2), records(0, 50));
        writeAll(source.pathOf(1), records(50, 100));
        writeAll(source.path, records(100, 130));
        LogTail tail(source);
        Window window(tail);
        tail.start();
        QTRY_COMPARE(window.sequence(), numbers(0, 130));
        append(source.path, records(130, 135));
        QTRY_COMPARE(window.sequence(), numbers(0, 135));
        QCOMPARE(window.shown.last().continuation.size(), 3);
        for (qsizetype i = 1; i < window.shown.size(); ++i)
            QVERIFY(window.shown.at(i).number > window.shown.at(i - 1).number);
        tail.stop();
        QTRY_COMPARE(window.stops, 1);
        QVERIFY_RESULT(window.outcome);
    }

    void givesTheLastRecordsAndOlderOnesWhenAsked()
    {
        const LogSource source = newSource();
        writeAll(source.pathOf(1), records(0, 5000));
        writeAll(source.path, records(5000, 9000));
        LogTail tail(source, {}, {.initialRecords = 100, .olderRecords = 3950});
        Window window(tail);
        tail.start();
        QTRY_COMPARE(window.sequence(), numbers(8899, 9000));
        tail.requestOlder();
        QTRY_COMPARE(window.sequence(), numbers(4949, 9000));
        QVERIFY(!window.isAll);
        tail.requestOlder();
        QTRY_COMPARE(window.sequence(), numbers(999, 9000));
        tail.requestOlder();
        QTRY_COMPARE(window.sequence(), numbers(0, 9000));
        QVERIFY(window.isAll);
    }

    void waitsForALogThatDoesNotExistYet()
    {
        const LogSource source = newSource();
        LogTail tail(source);
        Window window(tail);
        tail.start();
        tail.requestOlder();
        QTRY_VERIFY(window.isAll);
        writeAll(source.path, records(0, 3));
        QTRY_COMPARE(window.sequence(), numbers(0, 3));
    }

    void showsARecordThatNothingFollows()
    {
        const LogSource source = newSource();
        writeAll(source.path, records(0, 1));
        LogTail tail(source);
        Window window(tail);
        tail.start();
        QTRY_COMPARE(window.sequence(), numbers(0, 1));
        append(source.path, "  late: 'line'\n  half");
        QTRY_COMPARE(window.shown.last().continuation.size(), 2);
        append(source.path, " a line\n");
        QTRY_COMPARE(window.shown.last().continuation.last(), QStringLiteral("  half a line"));
        QCOMPARE(window.shown.size(), 1);
    }

    void losesAndRepeatsNothingWhileAProcessRotates_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("every");
        QTest::newRow("rename and create") << "rename" << 60000 << 5000;
        QTest::newRow("copy and truncate") << "copytruncate" << 40000 << 5000;
        QTest::newRow("remove and create") << "recreate" << 6000 << 1500;
        QTest::newRow("no rotation") << "plain" << 60000 << 0;
    }

    void losesAndRepeatsNothingWhileAProcessRotates()
    {
        QFETCH(QString, mode);
        QFETCH(int, count);
        QFETCH(int, every);
        const LogSource source = newSource();
        LogTail tail(source);
        Window window(tail);
        tail.start();
        QProcess writer;
        writer.start(QStringLiteral(LOGWRITER),
                     {source.path, QString::number(count), mode, QString::number(every)});
        QVERIFY(writer.waitForStarted());
        QTRY_COMPARE_WITH_TIMEOUT(writer.state(), QProcess::NotRunning, 60000);
        QCOMPARE(writer.exitCode(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(
            !window.shown.isEmpty() && sequenceOf(window.shown.last().message) == count - 1, 20000);
        QCOMPARE(window.shown.size(), count);
        QCOMPARE(window.sequence(), numbers(0, count));
    }

    void goesOnAfterTheWriterWasKilledInTheMiddleOfALine()
    {
        const LogSource source = newSource();
        LogTail tail(source);
        Window window(tail);
        tail.start();
        for (int round = 0; round < 5; ++round) {
            const qsizetype before = window.shown.size();
            QProcess writer;
            writer.start(QStringLiteral(LOGWRITER), {source.path, QStringLiteral("1000000"),
                                                     QStringLiteral("rename"), QStringLiteral("3000")});
            QTRY_VERIFY(window.shown.size() > before + 3500 + 300 * round);
            writer.kill();
            QTRY_COMPARE(writer.state(), QProcess::NotRunning);
            append(source.path, QByteArray("2026-11-20 21:57"));
            append(source.path, QByteArray("\n") + sampleRecord(9000000 + round));
            QTRY_COMPARE(sequenceOf(window.shown.last().message), 9000000 + round);
        }
        int expected = 0;
        for (const int number : window.sequence()) {
            if (number < 0)
                continue; // the half line, where the writer died between renaming and creating
            const bool restarts = number == 0 || number >= 9000000;
            QVERIFY2(restarts || number == expected,
                     qPrintable(QStringLiteral("%1 for %2").arg(number).arg(expected)));
            expected = number + 1;
        }
    }

    void keepsItsHistoryWhenTheFileIsTruncated()
    {
        const LogSource source = newSource();
        writeAll(source.path, records(0, 1000));
        LogTail tail(source, {}, {.initialRecords = 10, .olderRecords = 2000});
        Window window(tail);
        tail.start();
        QTRY_COMPARE(window.sequence(), numbers(989, 1000));
        QVERIFY(QFile::copy(source.path, source.pathOf(1)));
        QFile file(source.path);
        QVERIFY(file.resize(0));
        append(source.path, records(1000, 1003));
        QTRY_COMPARE(window.sequence(), numbers(989, 1003));
        tail.requestOlder();
        QTRY_COMPARE(window.sequence(), numbers(0, 1003));
    }

    void readsALineOfAGigabyteInConstantMemory()
    {
        const LogSource source = newSource();
        writeAll(source.path, records(0, 3));
        QFile file(source.path);
        QVERIFY(file.resize(file.size() + (qint64{1} << 30))); // sparse: zeros without a line feed
        append(source.path, "\n" + records(3, 5));
        LogTail tail(source);
        Window window(tail);
        tail.start();
        QTRY_COMPARE_WITH_TIMEOUT(window.sequence(), numbers(2, 5), 60000); // a large page ends early
        tail.requestOlder();
        QTRY_COMPARE(window.sequence(), numbers(0, 5));
        QVERIFY(window.shown.at(2).continuation.first().startsWith(QChar(u'\u2400')));
        QFile status(QStringLiteral("/proc/self/status"));
        QVERIFY(status.open(QIODevice::ReadOnly));
        const QByteArray all = status.readAll();
        const qsizetype at = all.indexOf("VmHWM:") + 6;
        const int peakKb = all.mid(at, all.indexOf("kB", at) - at).trimmed().toInt();
        QVERIFY2(peakKb < 250 * 1024, qPrintable(QString::number(peakKb)));
    }

    void handsOverAtMostOncePerFrame()
    {
        const LogSource source = newSource();
        LogTail tail(source);
        Window window(tail);
        tail.start();
        QElapsedTimer timer;
        timer.start();
        QProcess writer;
        writer.start(QStringLiteral(LOGWRITER),
                     {source.path, QStringLiteral("60000"), QStringLiteral("plain"), QStringLiteral("0")});
        QTRY_VERIFY_WITH_TIMEOUT(window.shown.size() == 60000, 30'000);
        QVERIFY2(window.batches <= timer.elapsed() / 16 + 2, qPrintable(QString::number(window.batches)));
    }

    void saysWhyALogCannotBeRead()
    {
        LogSource source = newSource();
        QDir().mkpath(source.path);
        LogTail tail(source);
        Window window(tail);
        tail.start();
        QTRY_COMPARE(window.stops, 1);
        QVERIFY(!window.outcome);
        QVERIFY(window.outcome.error().message.contains(source.path));
    }

    void saysThatAContainersLogNeedsAContainer()
    {
        LogSource source = newSource();
        source.kind = QStringLiteral("container");
        LogTail tail(source);
        Window window(tail);
        tail.start();
        QTRY_COMPARE(window.stops, 1);
        QCOMPARE(window.outcome.error().kind, ErrorKind::BadInput);
    }

    void readsBothStreamsOfAContainer()
    {
        LogSource source = newSource();
        source.kind = QStringLiteral("container");
        source.format = sampleConsoleFormat();
        const QDateTime stamp(QDate(2026, 11, 20), QTime(22, 9, 9), Qt::UTC);
        const QString out = QStringLiteral("stdout");
        const QString err = QStringLiteral("stderr");
        auto stream =
            std::make_shared<PlayedStream>(QList<LogPiece>{{out, "22:09:09.100 INF app·a/B one {\n", stamp},
                                                           {err, "22:09:09.200 ERR app·c/D two", stamp},
                                                           {out, "  x: 1,\n}\n", stamp},
                                                           {err, " {\n  y: 2,\n}\n", stamp}});
        LogTail tail(source, stream);
        Window window(tail);
        tail.start();
        QTRY_COMPARE(window.shown.size(), 2);
        const LogRecord &error = window.shown.at(0).stream == err ? window.shown.at(0) : window.shown.at(1);
        QCOMPARE(error.message, QStringLiteral("two {"));
        QCOMPARE(error.continuation.size(), 2);
        QCOMPARE(error.time, QDateTime(QDate(2026, 11, 20), QTime(22, 9, 9, 200), Qt::UTC));
        tail.stop();
        QTRY_COMPARE(window.stops, 1);
        QVERIFY_RESULT(window.outcome);
    }

    void ordersBothStreamsByTheEnginesTime()
    {
        LogSource source = newSource();
        source.kind = QStringLiteral("container");
        source.format = sampleConsoleFormat();
        const QString out = QStringLiteral("stdout");
        const QString err = QStringLiteral("stderr");
        const auto at = [](int ms) { return QDateTime(QDate(2026, 11, 20), QTime(22, 9, 9, ms), Qt::UTC); };
        const auto line = [](const char *text) -> QByteArray {
            return QByteArray("22:09:09.100 INF app·a/B ") + text + '\n';
        };
        // The record of the first line stays open while the other stream goes on.
        auto stream = std::make_shared<PlayedStream>(QList<LogPiece>{{out, line("one"), at(100)},
                                                                     {err, line("two"), at(101)},
                                                                     {err, line("four"), at(103)},
                                                                     {out, line("three"), at(102)},
                                                                     {err, line("five"), at(104)},
                                                                     {out, line("six"), at(105)}});
        LogTail tail(source, stream);
        Window window(tail);
        tail.start();
        QTRY_COMPARE(window.shown.size(), 6);
        QStringList messages;
        for (const LogRecord &record : std::as_const(window.shown))
            messages << record.message;
        QCOMPARE(messages.join(u' '), QStringLiteral("one two three four five six"));
        tail.stop();
        QTRY_COMPARE(window.stops, 1);
    }

    void tellsWhenAStreamFails()
    {
        LogSource source = newSource();
        source.kind = QStringLiteral("container");
        LogTail tail(source, std::make_shared<PlayedStream>(
                                 QList<LogPiece>{}, failure(ErrorKind::Unreachable, QStringLiteral("gone"))));
        Window window(tail);
        tail.start();
        QTRY_COMPARE(window.stops, 1);
        QCOMPARE(window.outcome.error().kind, ErrorKind::Unreachable);
    }

    void goesWhileItReads()
    {
        const LogSource source = newSource();
        writeAll(source.path, records(0, 20000));
        for (int round = 0; round < 20; ++round) {
            LogTail tail(source);
            tail.start();
        }
    }
};

} // namespace tst_logtail

QTEST_GUILESS_MAIN(tst_logtail::TestLogTail)
#include "tst_logtail.moc"

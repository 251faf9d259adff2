// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engineline.h"
#include "core/logs/history/parallelrecords.h"
#include "core/logs/scan/logscan.h"
#include "tests/support/logsamples.h"
#include "tests/support/testsupport.h"

#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_parallelrecords {

namespace {

QByteArray plainRecords()
{
    QByteArray text = "a line before all\n";
    for (int at = 0; at < 2000; ++at)
        text += sampleRecord(at);
    return text;
}

/// NUL, half characters, CRLF, lines of any length, lines that begin nothing, and a record longer than
/// pieces.
QByteArray dirtyRecords()
{
    QRandomGenerator random(20261122);
    QByteArray text;
    for (int at = 0; at < 1500; ++at) {
        QByteArray record = sampleRecord(at);
        switch (random.bounded(8)) {
        case 0:
            record.replace("'", QByteArray("\0\xff\xc3", 3));
            break;
        case 1:
            record.replace("\n", "\r\n");
            break;
        case 2:
            record += QByteArray(random.bounded(9000), 'x') + '\n';
            break;
        case 3:
            record += QByteArray("  more\n").repeated(random.bounded(60));
            break;
        case 4:
            record += "\n\nstands alone\n";
            break;
        default:
            break;
        }
        text += at == 700 ? record + QByteArray("  at the same place\n").repeated(3000) : record;
    }
    return text + "{ no end";
}

QByteArray wideRecords()
{
    QStringEncoder encoder(QStringConverter::Utf16LE);
    return "\xff\xfe" + QByteArray(encoder.encode(QString::fromUtf8(plainRecords())));
}

/// As an engine keeps what two streams print at once: lines of up to 50 KiB, cut at 16 KiB each.
QByteArray engineRecords()
{
    QRandomGenerator random(8);
    QByteArray text;
    QList<QByteArray> open{QByteArray(), QByteArray()};
    for (int at = 0; at < 1500; ++at) {
        const int stream = random.bounded(2);
        QByteArray &waiting = open[stream];
        if (waiting.isEmpty())
            waiting = at % 9 ? sampleRecord(at) : sampleRecord(at).chopped(1) + QByteArray(40000, 'y') + '\n';
        const qsizetype end = waiting.indexOf('\n') + 1;
        const qsizetype count = std::min(end, EngineLine::PieceBytes);
        EngineLine line;
        line.isWhole = count == end;
        line.text = waiting.first(line.isWhole ? count - 1 : count);
        line.stream = stream ? "stderr" : "stdout";
        line.time = "2026-11-22T00:00:00.000000001Z";
        text += line.toBytes();
        waiting.remove(0, count);
    }
    return text;
}

} // namespace

/// What is read on all cores is what is read on one.
class TestParallelRecords : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    LogPart part(const QByteArray &bytes) const
    {
        const QString path = m_folder.filePath(QStringLiteral("app.log"));
        writeAll(path, bytes);
        const auto file = LogFile::open(path);
        return {*file, encodingOf(**file), (*file)->size(), 0, 1};
    }

    static QString textOf(const LogRecord &record)
    {
        return QString::number(record.number) + u'|' + record.stream + u'|' + logLevelName(record.level)
               + u'|' + record.time.toString(Qt::ISODateWithMs) + u'|' + record.message + u'|'
               + record.continuation.join(u'\n');
    }

    static QStringList serial(const LogPart &part, const LogParser &parser, ByteRange range, bool isBeginning)
    {
        QStringList texts;
        RecordScan(part, parser, {})
            .run(range, isBeginning,
                 [&texts](const LogRecord &record) {
                     texts.append(textOf(record));
                     return true;
                 },
                 {});
        return texts;
    }

    static QStringList parallel(const LogPart &part, const LogParser &parser, ByteRange range,
                                bool isBeginning, qint64 pieceBytes)
    {
        QStringList texts;
        ParallelRecords<QStringList>(part, parser, {}, 4, pieceBytes)
            .run(range, isBeginning,
                 {[] { return QStringList(); },
                  [](QStringList &batch, LogRecord &&record) { batch.append(textOf(record)); },
                  [&texts](QStringList &&batch) {
                      texts += batch;
                      return true;
                  }},
                 {});
        return texts;
    }

private slots:
    /// The first of all, for what it measures is the most that this process has had.
    void readsALineOfAGibibyteInBoundedMemory()
    {
        LogSource source;
        source.id = source.title = QStringLiteral("app");
        source.kind = QStringLiteral("file");
        source.path = m_folder.filePath(QStringLiteral("huge.log"));
        source.format = sampleFileFormat();
        QFile file(source.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(sampleRecord(0));
        QVERIFY(file.resize(file.size() + (qint64{1} << 30))); // sparse: zeros without a line feed
        QVERIFY(file.seek(file.size()));
        file.write("\n" + sampleRecord(1) + sampleRecord(2));
        file.close();
        QList<int> sequences;
        const auto done =
            LogScan::open({source})->run({},
                                         [&sequences](const QList<ScannedRecord> &records) {
                                             for (const ScannedRecord &one : records)
                                                 sequences.append(sequenceOf(one.record.message));
                                         },
                                         {});
        QVERIFY_RESULT(done);
        QCOMPARE(sequences, QList<int>({0, 1, 2}));
#ifndef __SANITIZE_ADDRESS__ // which keeps what was freed, and shadows all
        const QByteArray status = readAll(QStringLiteral("/proc/self/status"));
        const qsizetype at = status.indexOf("VmHWM:") + 6;
        QVERIFY(status.mid(at, status.indexOf("kB", at) - at).trimmed().toInt() < 200 << 10);
#endif
    }

    void makesTheSameRecordsAsOneThread_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("hasFormat");
        QTest::newRow("clean") << plainRecords() << true;
        QTest::newRow("dirty") << dirtyRecords() << true;
        QTest::newRow("dirty, every line a record") << dirtyRecords() << false;
        QTest::newRow("UTF-16") << wideRecords() << true;
        QTest::newRow("an engine's two streams") << engineRecords() << true;
        QTest::newRow("nothing begins a record") << QByteArray("  so on\n").repeated(9000) << true;
        QTest::newRow("one line without end") << QByteArray(300000, 'z') << true;
        QTest::newRow("empty") << QByteArray() << true;
    }

    void makesTheSameRecordsAsOneThread()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, hasFormat);
        const LogParser parser = hasFormat ? *LogParser::compile(sampleFileFormat()) : LogParser();
        const LogPart log = part(bytes);
        const QStringList expected = serial(log, parser, {0, log.bytes}, true);
        for (const qint64 pieceBytes : {qint64(512), qint64(4096), qint64(70000), qint64(1 << 20)})
            QCOMPARE(parallel(log, parser, {0, log.bytes}, true, pieceBytes), expected);
        const qint64 middle = log.bytes / 3 / 2 * 2;
        QCOMPARE(parallel(log, parser, {middle, 2 * middle}, false, 4096),
                 serial(log, parser, {middle, 2 * middle}, false));
    }

    void endsWhereAFileHasBecomeShorter()
    {
        const LogParser parser = *LogParser::compile(sampleFileFormat());
        const LogPart log = part(plainRecords());
        QVERIFY(QFile::resize(m_folder.filePath(QStringLiteral("app.log")), 5000));
        const QStringList records = parallel(log, parser, {0, log.bytes}, true, 4096);
        QVERIFY(!records.isEmpty() && records.size() < 100);
    }

    void endsWhenNoMoreIsWanted()
    {
        const LogParser parser = *LogParser::compile(sampleFileFormat());
        const LogPart log = part(plainRecords());
        int batches = 0;
        ParallelRecords<int>(log, parser, {}, 4, 512)
            .run({0, log.bytes}, true,
                 {[] { return 0; }, [](int &count, LogRecord &&) { ++count; },
                  [&batches](int &&) { return ++batches < 3; }},
                 {});
        QCOMPARE(batches, 3);
    }

    /// Records without a time are of the time of one before them, wherever that was read.
    void scansTheSameOnOneThreadAndOnAll_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("context");
        QTest::newRow("all") << QString() << 0;
        QTest::newRow("level") << u"level<trace or level>=error"_qs << 0;
        QTest::newRow("time") << u"since:2026-11-20T21:00:00 level<fatal"_qs << 0;
        QTest::newRow("with those beside") << u"level>=error"_qs << 3;
    }

    void scansTheSameOnOneThreadAndOnAll()
    {
        QFETCH(QString, filter);
        QFETCH(int, context);
        LogSource source;
        source.id = source.title = QStringLiteral("app");
        source.kind = QStringLiteral("file");
        source.path = m_folder.filePath(QStringLiteral("scan.log"));
        source.format = sampleFileFormat();
        QByteArray bytes = dirtyRecords();
        const QByteArray alone = "alone " + QByteArray(150, 'x') + "\n\n";
        bytes += alone.repeated(8000); // more than a piece without any time
        writeAll(source.path, bytes + dirtyRecords());
        QStringList found;
        const auto note = [&found](const QList<ScannedRecord> &records) {
            for (const ScannedRecord &one : records)
                found.append(textOf(one.record) + one.at.toString(Qt::ISODateWithMs)
                             + QString::number(one.isHit));
        };
        const ScanWish wish{*LogFilter::parse(filter), context};
        RecordSieve sieve(wish, *LogFieldReader::compile(source.format), note);
        const auto file = LogFile::open(source.path);
        const LogPart log{*file, encodingOf(**file), (*file)->size(), 0, 1};
        const LogParser parser = *LogParser::compile(source.format);
        QList<LogRecord> records;
        const auto take = [&records](LogRecord &&record) {
            records.append(std::move(record));
            return true;
        };
        RecordScan(log, parser, {}, RecordLimits::whole()).run({0, log.bytes}, true, take, {});
        sieve.take(records);
        const QStringList expected = std::exchange(found, {});
        QVERIFY(expected.size() > 10);
        const auto done = LogScan::open({source})->run(wish, note, {});
        QVERIFY_RESULT(done);
        QCOMPARE(done->hits, sieve.hits());
        QCOMPARE(found, expected);
    }
};

} // namespace tst_parallelrecords

QTEST_GUILESS_MAIN(tst_parallelrecords::TestParallelRecords)
#include "tst_parallelrecords.moc"

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/logassembler.h"
#include "core/logs/logtext.h"
#include "tests/support/logsamples.h"
#include "tests/support/testsupport.h"

#include <QRandomGenerator>

using namespace pilothouse;

namespace tst_logparser {

class TestLogParser : public QObject
{
    Q_OBJECT

    static LogAssembler assembler(const ProfileLogFormat &format = sampleFileFormat())
    {
        auto parser = LogParser::compile(format);
        return LogAssembler(parser.value_or(LogParser()), QStringLiteral("file"),
                            std::make_shared<quint64>(0));
    }

    static QList<LogRecord> recordsOf(const QByteArray &bytes,
                                      const ProfileLogFormat &format = sampleFileFormat(),
                                      const QDateTime &stamp = {})
    {
        LogAssembler records = assembler(format);
        records.feed(bytes, stamp);
        records.endOfFile();
        return records.take();
    }

private slots:
    void readsARecordWithItsFurtherLines()
    {
        const QList<LogRecord> records =
            recordsOf("2026-11-20 21:59:39.426 +01:30 [ERR] app·runtime/Handler: 'Failed to run' {\r\n"
                      "  requestId: 'req_1',\r\n}\r\n"
                      "2026-11-20 21:59:39.427 +01:30 [INF] app·net/Socket: 'Sent' { a: 1 }\n");
        QCOMPARE(records.size(), 2);
        QCOMPARE(records.first().time, QDateTime(QDate(2026, 11, 20), QTime(20, 29, 39, 426), Qt::UTC));
        QCOMPARE(records.first().level, LogLevel::Error);
        QCOMPARE(records.first().component, QStringLiteral("runtime/Handler"));
        QCOMPARE(records.first().message, QStringLiteral("'Failed to run' {"));
        QCOMPARE(records.first().continuation,
                 QStringList({QStringLiteral("  requestId: 'req_1',"), QStringLiteral("}")}));
        QVERIFY(records.first().text().endsWith(QStringLiteral("{\n  requestId: 'req_1',\n}")));
        QCOMPARE(records.last().number, records.first().number + 1);
    }

    void takesTheDateOfATimeWithoutOneFromTheEngine_data()
    {
        QTest::addColumn<QString>("stamp");
        QTest::addColumn<QString>("expected");
        QTest::newRow("same day") << "2026-11-20T22:09:09.733Z"
                                  << "2026-11-20T22:09:09.000Z";
        QTest::newRow("before midnight") << "2026-11-21T00:00:01.000Z"
                                         << "2026-11-20T22:09:09.000Z";
        QTest::newRow("after midnight") << "2026-11-20T09:00:00.000Z"
                                        << "2026-11-19T22:09:09.000Z";
    }

    void takesTheDateOfATimeWithoutOneFromTheEngine()
    {
        QFETCH(QString, stamp);
        QFETCH(QString, expected);
        const QList<LogRecord> records =
            recordsOf("22:09:09.000 INF app·runtime/Agent event emitted {\n  a: 1,\n}\n",
                      sampleConsoleFormat(), QDateTime::fromString(stamp, Qt::ISODateWithMs));
        QCOMPARE(records.size(), 1);
        QCOMPARE(records.first().time.toString(Qt::ISODateWithMs), expected);
        QCOMPARE(records.first().component, QStringLiteral("runtime/Agent"));
        QCOMPARE(records.first().continuation.size(), 2);
    }

    void takesTheEnginesTimeOffEachLine()
    {
        LogAssembler records = assembler(sampleConsoleFormat());
        records.expectStamps();
        records.feed("2026-11-20T22:09:09.7331683");
        records.feed("07Z 22:09:09.733 INF app·a/B sent {\n2026-11-20T22:09:09.733174636Z   a: 1,\n"
                     "2026-11-20T22:09:09Z }\n");
        records.endOfFile();
        const QList<LogRecord> done = records.take();
        QCOMPARE(done.size(), 1);
        QCOMPARE(done.first().time, QDateTime(QDate(2026, 11, 20), QTime(22, 9, 9, 733), Qt::UTC));
        QCOMPARE(done.first().firstLine, QStringLiteral("22:09:09.733 INF app·a/B sent {"));
        QCOMPARE(done.first().continuation, QStringList({QStringLiteral("  a: 1,"), QStringLiteral("}")}));
    }

    void readsTimes_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("offset") << "yyyy-MM-dd HH:mm:ss.zzz t"
                                << "offset"
                                << "2026-11-20 21:57:36.706 -05:00"
                                << "2026-11-21T02:57:36.706Z";
        QTest::newRow("iso") << "yyyy-MM-ddTHH:mm:ss.zzzt"
                             << "offset"
                             << "2026-11-20T21:57:36.706Z"
                             << "2026-11-20T21:57:36.706Z";
        QTest::newRow("local") << "yyyy-MM-dd HH:mm:ss"
                               << "local"
                               << "2026-11-20 21:57:36"
                               << "2026-11-20T20:57:36.000Z";
        QTest::newRow("epoch") << "epoch-ms"
                               << "UTC"
                               << "1795211860397"
                               << "2026-11-20T21:57:40.397Z";
        QTest::newRow("month name") << "dd MMM yyyy HH:mm:ss"
                                    << "UTC"
                                    << "20 Nov 2026 21:57:36"
                                    << "2026-11-20T21:57:36.000Z";
        QTest::newRow("no such day") << "yyyy-MM-dd HH:mm:ss"
                                     << "UTC"
                                     << "2026-02-30 21:57:36"
                                     << "";
        QTest::newRow("more behind") << "yyyy-MM-dd HH:mm:ss"
                                     << "UTC"
                                     << "2026-02-20 21:57:36x"
                                     << "";
        QTest::newRow("too short") << "yyyy-MM-dd HH:mm:ss"
                                   << "UTC"
                                   << "2026-02"
                                   << "";
        QTest::newRow("mad offset") << "HH:mm:ss t"
                                    << "offset"
                                    << "10:10:10 +99:00"
                                    << "";
    }

    void readsTimes()
    {
        QFETCH(QString, format);
        QFETCH(QString, zone);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(LogTimeReader(format, zone).read(text, {}).toString(Qt::ISODateWithMs), expected);
    }

    void readsAnOffsetThatStandsApart()
    {
        ProfileLogFormat format = sampleFileFormat();
        format.record = QStringLiteral(R"(^(?<time>\S+ \S+) (?<offset>[+-]\d\d:\d\d) (?<message>.*)$)");
        format.timeFormat = QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz");
        QCOMPARE(recordsOf("2026-11-20 21:00:00.000 +02:00 hello\n", format).first().time,
                 QDateTime(QDate(2026, 11, 20), QTime(19, 0), Qt::UTC));
    }

    void refusesAPatternThatIsNone()
    {
        ProfileLogFormat format = sampleFileFormat();
        format.record = QStringLiteral("(?<time>[");
        QCOMPARE(LogParser::compile(format).error().kind, ErrorKind::BadInput);
    }

    void makesEveryLineARecordWithoutAPattern()
    {
        QCOMPARE(recordsOf("one\n  two\nthree", ProfileLogFormat()).size(), 3);
    }

    void showsHostileLinesWithoutEffect()
    {
        const QList<QByteArray> lines = hostileLines();
        QVERIFY(lines.size() >= 500);
        QVERIFY(lines.size() >= 100);
        QVERIFY(!isHarmless(QStringLiteral("\x1b[2J")));
        for (const QByteArray &line : lines) {
            const QString text = logLineText(line);
            QVERIFY2(isHarmless(text), line.toHex(' ').constData());
            QVERIFY(!text.contains(u'\n'));
            for (const LogRecord &record : recordsOf(line + '\n' + sampleRecord(1).trimmed() + line + '\n'))
                QVERIFY2(isHarmless(record.text() + record.message + record.component),
                         line.toHex(' ').constData());
        }
    }

    void dropsColoursAndShowsOtherEscapes()
    {
        QCOMPARE(logLineText("\x1b[31;1mred\x1b[0m \x1b[2Jx"), QStringLiteral("red \u241B[2Jx"));
        QCOMPARE(logLineText("a\tb\r"), QStringLiteral("a\tb"));
        QCOMPARE(logLineText("ä 🚀"), QStringLiteral("ä 🚀"));
    }

    void keepsOnlyTheBeginningOfAnEndlessLine()
    {
        LogAssembler records = assembler();
        const QByteArray piece(1 << 20, 'x');
        records.feed(sampleRecord(1).trimmed());
        for (int i = 0; i < 1024; ++i)
            records.feed(piece);
        records.feed("\n");
        records.feed(sampleRecord(2));
        const QList<LogRecord> done = records.take();
        QCOMPARE(done.size(), 1);
        QVERIFY(done.first().firstLine.size() < RecordLimits::shown().lineBytes + 100);
        QCOMPARE(done.first().cutAt, RecordLimits::shown().lineBytes);
        QVERIFY2(done.first().firstLine.endsWith(QStringLiteral("(the line has 1.07 GB)").replace(u' ', u' '))
                     || done.first().firstLine.contains(QStringLiteral("1.07")),
                 qPrintable(done.first().firstLine.right(60)));
    }

    void goesOnInANextRecordWhenOneHasTooManyLines()
    {
        LogAssembler records = assembler();
        records.feed(sampleRecord(0));
        for (int i = 0; i < 12000; ++i)
            records.feed("  line\n");
        records.endOfFile();
        qsizetype lines = 0;
        const QList<LogRecord> done = records.take();
        for (const LogRecord &record : done)
            lines += 1 + record.continuation.size();
        QCOMPARE(lines, 12001);
        QCOMPARE(done.size(), 3);
    }

    void showsAnOpenRecordUnderItsOwnNumber()
    {
        LogAssembler records = assembler();
        records.feed("2026-11-20 21:59:39.426 +00:00 [ERR] a: 'one' {\n  x: 1,\n  y");
        QVERIFY(records.take().isEmpty());
        const QList<LogRecord> open = records.takeOpen();
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.first().continuation.size(), 2);
        records.feed(": 2\n}\n2026-11-20 21:59:40.426 +00:00 [INF] a: 'two'\n");
        const QList<LogRecord> done = records.take();
        QCOMPARE(done.size(), 1);
        QCOMPARE(done.first().number, open.first().number);
        QCOMPARE(done.first().continuation.at(1), QStringLiteral("  y: 2"));
        const QList<LogRecord> second = records.takeOpen();
        QCOMPARE(second.size(), 1);
        QVERIFY(!records.hasOpen());
        records.endOfFile();
        QVERIFY(records.take().isEmpty());
    }

    void takesBackALineThatWasShownUnfinished()
    {
        LogAssembler records = assembler();
        records.feed("2026-11-20 21:59:39.426 +00:00 [ERR] a: 'one'\n2026-11");
        const QList<LogRecord> open = records.takeOpen();
        QCOMPARE(open.first().continuation, QStringList(QStringLiteral("2026-11")));
        records.feed("-20 21:59:40.426 +00:00 [INF] a: 'two'\n");
        records.endOfFile();
        const QList<LogRecord> done = records.take();
        QCOMPARE(done.size(), 2);
        QCOMPARE(done.first().number, open.first().number);
        QVERIFY(done.first().continuation.isEmpty());
    }

    void makesTheSameRecordsOfPiecesCutAnywhere()
    {
        QByteArray bytes;
        for (int i = 0; i < 40; ++i)
            bytes += sampleRecord(i);
        const QList<LogRecord> whole = recordsOf(bytes);
        QRandomGenerator random(7);
        for (int round = 0; round < 50; ++round) {
            LogAssembler records = assembler();
            for (qsizetype at = 0; at < bytes.size();) {
                const qsizetype length = random.bounded(1, 90);
                records.feed(QByteArrayView(bytes).sliced(at, std::min(length, bytes.size() - at)));
                at += length;
            }
            records.endOfFile();
            QCOMPARE(records.take(), whole);
        }
    }

    void survivesTenThousandMutations()
    {
        QByteArray seed;
        for (int i = 0; i < 6; ++i)
            seed += sampleRecord(i);
        seed += hostileLines().join('\n');
        QRandomGenerator random(20261120);
        LogAssembler records = assembler();
        for (int round = 0; round < 10000; ++round) {
            QByteArray bytes =
                seed.mid(random.bounded(static_cast<int>(seed.size()) / 2), random.bounded(20, 700));
            for (int change = random.bounded(1, 8); change > 0; --change)
                bytes[random.bounded(static_cast<int>(bytes.size()))] =
                    static_cast<char>(random.bounded(256));
            records.feed(bytes,
                         round % 2 ? QDateTime() : QDateTime(QDate(2026, 11, 20), QTime(1, 0), Qt::UTC));
            if (round % 3 == 0)
                records.takeOpen();
            if (round % 50 == 0)
                records.endOfFile();
            const QList<LogRecord> done = records.take();
            for (const LogRecord &record : done)
                QVERIFY(isHarmless(record.text()) && isHarmless(record.message) && record.number > 0);
        }
    }
};

} // namespace tst_logparser

QTEST_GUILESS_MAIN(tst_logparser::TestLogParser)
#include "tst_logparser.moc"

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/scan/mergedscan.h"
#include "core/logs/scan/timeseek.h"
#include "tests/support/logsamples.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_logscan {

namespace {

/// A container's log: hands over its text in small pieces.
class WrittenStream final : public LogStream
{
public:
    explicit WrittenStream(QByteArray text)
        : m_text(std::move(text))
    {
    }
    Result<> run(const LogStreamQuery &, const OnPiece &onPiece, const OperationContext &) override
    {
        for (qsizetype at = 0; at < m_text.size(); at += 100) {
            LogPiece piece;
            piece.stream = QStringLiteral("stdout");
            piece.bytes = m_text.mid(at, 100);
            if (!onPiece(piece))
                break;
        }
        return {};
    }

private:
    QByteArray m_text;
};

} // namespace

class TestLogScan : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    LogSource m_source;

    struct Found
    {
        QList<ScannedRecord> records;
        qint64 hits = -1;
        qint64 cut = -1;
        QList<Error> unreadable;

        QList<int> sequences() const
        {
            QList<int> numbers;
            for (const ScannedRecord &one : records)
                numbers.append(sequenceOf(one.record.message));
            return numbers;
        }
    };

    Found scan(const QString &filter, int context = 0) const
    {
        const auto read = LogFilter::parse(filter);
        const auto scan = LogScan::open({m_source, {}});
        Found found;
        if (!read || !scan)
            return found;
        const auto result =
            scan->run({*read, context},
                      [&found](const QList<ScannedRecord> &records) { found.records += records; }, {});
        found.hits = result ? result->hits : -1;
        found.cut = result ? result->cut : -1;
        found.unreadable = result ? result->unreadable : QList<Error>();
        return found;
    }

    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    static QByteArray samples(int first, int last)
    {
        QByteArray text;
        for (int at = first; at < last; ++at)
            text += sampleRecord(at);
        return text;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_source = {};
        m_source.id = QStringLiteral("app");
        m_source.title = QStringLiteral("app.log");
        m_source.kind = QStringLiteral("file");
        m_source.path = path("app.log");
        m_source.rotated = QStringLiteral("{path}.{n}");
        m_source.keep = 7;
        m_source.format = sampleFileFormat();
    }

    void findsWholeRecordsInEveryGeneration()
    {
        writeAll(path("app.log.2"), samples(0, 1000));
        writeAll(path("app.log.1"), samples(1000, 2000));
        writeAll(path("app.log"), samples(2000, 3000));
        for (const auto &[file, tool] :
             {std::pair(path("app.log.2"), u"gzip"_qs), std::pair(path("app.log.1"), u"zstd"_qs)}) {
            QCOMPARE(QProcess::execute(tool, {u"-q"_qs, file}), 0);
            QFile::remove(file);
        }
        const Found found = scan(QStringLiteral("req_14 or req_1499 or req_2999"));
        // req_14 stands in req_144x, too
        QCOMPARE(found.sequences().first(), 14);
        QCOMPARE(found.sequences().last(), 2999);
        QVERIFY(found.sequences().contains(1499));
        for (const ScannedRecord &one : found.records)
            QCOMPARE(one.record.continuation.size(), 3);
        QCOMPARE(found.hits, found.records.size());
    }

    void givesTheSameWithAndWithoutTheEngine_data()
    {
        QTest::addColumn<QString>("needle"); // found by the engine
        QTest::addColumn<QString>("other");  // the same, record by record
        QTest::newRow("rare") << u"\"Step 777'\""_qs << u"\"Step 777'\" or level<trace"_qs;
        QTest::newRow("in further lines") << u"req_4"_qs << u"req_4 or level<trace"_qs;
        QTest::newRow("many") << u"/step \\d+1/i"_qs << u"/step \\d+1/i or level<trace"_qs;
        QTest::newRow("level") << u"level>=error"_qs << u"level>=error or level<trace"_qs;
        QTest::newRow("not error: 'none'") << u"level=debug"_qs << u"level=debug or level<trace"_qs;
        QTest::newRow("both") << u"none part3"_qs << u"none (part3 or level<trace)"_qs;
        QTest::newRow("none") << u"nowhere"_qs << u"nowhere or level<trace"_qs;
    }

    void givesTheSameWithAndWithoutTheEngine()
    {
        QFETCH(QString, needle);
        QFETCH(QString, other);
        writeAll(path("app.log.1"), "a line before all\n" + samples(0, 5000));
        writeAll(path("app.log"), samples(5000, 10000) + "{ no end");
        const Found found = scan(needle);
        const Found all = scan(other);
        QVERIFY(all.hits >= 0);
        QCOMPARE(found.hits, all.hits);
        QCOMPARE(found.sequences(), all.sequences());
        QCOMPARE(found.hits == 0, needle == u"nowhere");
    }

    void countsLevelsNotWords()
    {
        writeAll(path("app.log"), samples(0, 1000));
        QCOMPARE(scan(QStringLiteral("level>=error")).hits, 200);
        QCOMPARE(scan(QStringLiteral("error")).hits, 200); // "error: 'none'" in the same records
        QCOMPARE(scan(QStringLiteral("error level<error")).hits, 0);
    }

    void searchesAllOfALongLine_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("hits");
        QTest::newRow("text") << u"needle"_qs << 1;
        QTest::newRow("letters as they are") << u"\"needle\"c"_qs << 1;
        QTest::newRow("record by record") << u"needle or level<trace"_qs << 1;
        QTest::newRow("not") << u"not needle"_qs << 0;
        QTest::newRow("end of line") << u"/A$/"_qs << 0;
        QTest::newRow("end of text") << u"/needle$/"_qs << 1;
    }

    void searchesAllOfALongLine()
    {
        QFETCH(QString, filter);
        QFETCH(int, hits);
        m_source.format = {};
        for (const int length : {70000, 5 << 20}) { // within a block of the engine, and longer than one
            writeAll(path("app.log"), QByteArray(length, 'A') + " needle\n");
            const Found found = scan(filter);
            QCOMPARE(found.hits, hits);
            QCOMPARE(found.cut, 0);
            if (hits > 0)
                QCOMPARE(found.records.first().record.text().size(), length + 7);
        }
    }

    void searchesAllOfALongLineOfAnEngine()
    {
        LogSource container = m_source;
        container.kind = QStringLiteral("container");
        container.format = {};
        const auto stream = std::make_shared<WrittenStream>(QByteArray(70000, 'A') + " needle\n");
        const auto scan = LogScan::open({container, stream});
        const auto found =
            scan->run({*LogFilter::parse(u"needle"_qs)}, [](const QList<ScannedRecord> &) {}, {});
        QVERIFY_RESULT(found);
        QCOMPARE(found->hits, 1);
    }

    void saysWhereALineIsTooLongToBeSearched()
    {
        m_source.format = {};
        writeAll(path("app.log"), QByteArray(17 << 20, 'A') + " needle\nshort\n");
        const Found found = scan(u"not short"_qs);
        QCOMPARE(found.hits, 1);
        QCOMPARE(found.cut, 1);
        QCOMPARE(found.records.first().record.cutAt, 16 << 20);
    }

    void findsRecordsOfVeryManyLinesWhole()
    {
        QByteArray text = samples(0, 4) + sampleRecord(4).chopped(2);
        for (int line = 0; line < 12000; ++line)
            text += "  line\n";
        writeAll(path("app.log"), text + "  needle\n}\n" + samples(5, 9));
        for (const QString &filter :
             {u"level>=error needle"_qs, u"level>=error (needle or level<trace)"_qs}) {
            const Found found = scan(filter);
            QCOMPARE(found.hits, 1);
            QCOMPARE(found.records.first().record.continuation.size(), 12004);
        }
    }

    void datesTimesOfDayByTheFile()
    {
        m_source.format = sampleConsoleFormat();
        QByteArray text;
        for (const char *time : {"22:00:00", "23:59:59", "00:00:01", "00:00:00", "09:00:00", "08:00:00"})
            text += QByteArray(time) + ".500 INF app·a/B said {\n  a: 1,\n}\n";
        writeAll(path("app.log"), text);
        QFile file(path("app.log"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC),
                                 QFileDevice::FileModificationTime));
        const Found all = scan(QString());
        QStringList times;
        for (const ScannedRecord &one : all.records)
            times << one.record.time.toString(u"dd HH:mm:ss"_qs);
        QCOMPARE(times, (QStringList{u"19 22:00:00"_qs, u"19 23:59:59"_qs, u"20 00:00:01"_qs,
                                     u"20 00:00:00"_qs, u"20 09:00:00"_qs, u"21 08:00:00"_qs}));
        QCOMPARE(scan(u"since:2026-11-20T12:00:00Z"_qs).hits, 1);
        QCOMPARE(scan(u"until:2026-11-20T00:00:00Z said"_qs).hits, 2);
    }

    void datesTheLastLineBeforeTheFileWasWritten()
    {
        m_source.format = sampleConsoleFormat();
        writeAll(path("app.log"), "23:59:59.900 INF app·a/B said\n");
        QFile file(path("app.log"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime(QDate(2026, 11, 21), QTime(0, 0), Qt::UTC),
                                 QFileDevice::FileModificationTime));
        QCOMPARE(scan(QString()).records.first().record.time.date(), QDate(2026, 11, 20));
    }

    void givesWhatStandsBesideAHit()
    {
        writeAll(path("app.log"), samples(0, 100));
        const Found found = scan(QStringLiteral("\"Step 50'\" or \"Step 53'\""), 2);
        QCOMPARE(found.hits, 2);
        QCOMPARE(found.sequences(), (QList<int>{48, 49, 50, 51, 52, 53, 54, 55}));
        QCOMPARE(std::count_if(found.records.begin(), found.records.end(),
                               [](const ScannedRecord &one) { return one.isHit; }),
                 2);
    }

    void findsATimeByHalving()
    {
        QByteArray text;
        for (int at = 0; at < 20000; ++at)
            text += sampleRecord(at);
        writeAll(path("app.log"), text);
        // The samples' clock counts milliseconds: record 15000 is of second 15.
        const QString range = QStringLiteral("time>=2026-11-20T21:57:15 time<2026-11-20T21:57:16");
        const Found found = scan(range);
        QCOMPARE(found.hits, 1000);
        QCOMPARE(sequenceOf(found.records.first().record.message), 15000);
        QCOMPARE(scan(range + QStringLiteral(" req_15004")).hits, 1);
        QCOMPARE(scan(range + QStringLiteral(" req_5004")).hits, 0);
        const auto file = LogFile::open(path("app.log"));
        const auto parser = LogParser::compile(m_source.format);
        const LogPart whole{*file, LogEncoding::Bytes, (*file)->size(), 0, 1};
        const ByteRange part = rangeOf(whole, *parser, LogFilter::parse(range)->range());
        QVERIFY2(part.begin > text.size() / 2, qPrintable(QString::number(part.begin)));
        QVERIFY(part.end - part.begin < text.size() / 2);
    }

    void leavesOutRotationsThatAreTooOld()
    {
        for (const char *name : {"app.log.2", "app.log.1", "app.log"}) {
            writeAll(path(name), samples(0, 10));
            QFile file(path(name));
            QVERIFY(file.open(QIODevice::ReadWrite));
            const bool isOld = QLatin1String(name) != u"app.log";
            QVERIFY(file.setFileTime(QDateTime(QDate(2026, 11, isOld ? 19 : 21), QTime(0, 0), Qt::UTC),
                                     QFileDevice::FileModificationTime));
        }
        QCOMPARE(QProcess::execute(u"gzip"_qs, {u"-q"_qs, path("app.log.2")}), 0);
        QCOMPARE(scan(QString()).hits, 30);
        QCOMPARE(scan(QStringLiteral("since:2026-11-20")).hits, 10);
    }

    void readsWideTextAndColouredText()
    {
        const QString text = QString::fromUtf8(samples(0, 50));
        QByteArray wide("\xFF\xFE", 2);
        wide += QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        writeAll(path("app.log"), wide);
        QCOMPARE(scan(QStringLiteral("\"Step 7'\"")).hits, 1);
        writeAll(path("app.log"), "\x1b[32m" + samples(0, 50).replace("Step", "\x1b[1mSt\x1b[0mep"));
        QCOMPARE(scan(QStringLiteral("\"'Step 7'\"")).hits, 1);
    }

    void mergesSeveralLogsByTime()
    {
        QByteArray odd;
        QByteArray even;
        for (int at = 0; at < 2000; ++at)
            (at % 2 ? odd : even) += sampleRecord(at);
        writeAll(path("app.log"), odd);
        LogSource container = m_source;
        container.id = QStringLiteral("container");
        container.kind = QStringLiteral("container");
        QList<ScannedRecord> records;
        const auto merged =
            scanMerged({{m_source, {}}, {container, std::make_shared<WrittenStream>(even)}}, {LogFilter(), 0},
                       [&records](const QList<ScannedRecord> &some) { records += some; }, {});
        QVERIFY_RESULT(merged);
        QCOMPARE(merged->total(), 2000);
        QCOMPARE(merged->hits.value(QStringLiteral("container")), 1000);
        for (int at = 0; at < 2000; ++at)
            QCOMPARE(sequenceOf(records.at(at).record.message), at);
    }

    void readsOnWhereOneLogCannotBeRead()
    {
        writeAll(path("app.log"), samples(0, 10));
        LogSource folder = m_source;
        folder.id = QStringLiteral("folder");
        folder.path = m_folder->path();
        qsizetype count = 0;
        const auto some =
            scanMerged({{folder, {}}, {m_source, {}}}, {},
                       [&count](const QList<ScannedRecord> &records) { count += records.size(); }, {});
        QVERIFY_RESULT(some);
        QCOMPARE(count, 10);
        QCOMPARE(some->unreadable.size(), 1);
        QVERIFY(!scanMerged({{folder, {}}}, {}, [](const QList<ScannedRecord> &) {}, {}));
    }

    void stopsWhenItIsAskedTo()
    {
        writeAll(path("app.log"), samples(0, 5000));
        const OperationContext context;
        const auto stopped = scanMerged(
            {{m_source, {}}}, {}, [&context](const QList<ScannedRecord> &) { context.cancel(); }, context);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    }
};

} // namespace tst_logscan

QTEST_GUILESS_MAIN(tst_logscan::TestLogScan)
#include "tst_logscan.moc"

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/history/extentwatch.h"
#include "core/logs/history/hitsearch.h"
#include "core/logs/history/logpagereader.h"
#include "core/logs/logassembler.h"
#include "tests/support/logsamples.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace pilothouse;

namespace {

QByteArray samples(int from, int to)
{
    QByteArray bytes;
    for (int i = from; i < to; ++i)
        bytes += sampleRecord(i);
    return bytes;
}

QList<int> sequencesOf(const QList<LogRecord> &records)
{
    QList<int> sequences;
    for (const LogRecord &record : records)
        sequences.append(sequenceOf(record.message));
    return sequences;
}

QList<int> countUp(int from, int to)
{
    QList<int> numbers;
    for (int i = from; i < to; ++i)
        numbers.append(i);
    return numbers;
}

} // namespace

/// The whole history of a log as pages from anywhere, and what keeps it up to date.
class LogPagesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    LogSource m_source;

    LogPart partOf(int n, quint64 slot) const
    {
        const auto file = LogFile::open(m_source.pathOf(n));
        return file ? LogPart{*file, encodingOf(**file), (*file)->size(), 0, slot} : LogPart();
    }
    LogPageReader readerOf(const QList<LogPart> &parts) const
    {
        return {LogExtent(parts, 0), *LogParser::compile(m_source.format), m_source.id};
    }
    void append(const QByteArray &bytes) const
    {
        QFile file(m_source.path);
        QVERIFY(file.open(QIODevice::Append));
        file.write(bytes);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_source = LogSource();
        m_source.id = QStringLiteral("file");
        m_source.kind = QStringLiteral("file");
        m_source.path = m_folder->filePath(QStringLiteral("app.log"));
        m_source.rotated = QStringLiteral("{path}.{n}");
        m_source.keep = 5;
        m_source.format = sampleFileFormat();
    }

    void readsPagesForwardAndBackwardThroughGenerations()
    {
        writeAll(m_source.pathOf(1), samples(0, 1500));
        writeAll(m_source.pathOf(0), samples(1500, 4000));
        const LogPageReader reader = readerOf({partOf(1, 9), partOf(0, 10)});
        QList<LogRecord> forward;
        for (LogPosition at = reader.extent().begin(); at < reader.extent().end();) {
            const LogPage page = reader.from(at, 333, {});
            forward += page.records;
            QVERIFY(page.next > at);
            at = page.next;
        }
        QCOMPARE(sequencesOf(forward), countUp(0, 4000));
        QCOMPARE(forward.at(4).continuation.size(), 3);
        QList<LogRecord> backward;
        for (LogPosition at = reader.extent().end(); at > reader.extent().begin();) {
            const LogPage page = reader.before(at, 777, {});
            QVERIFY(!page.records.isEmpty());
            backward = page.records + backward;
            at = page.records.first().number;
        }
        QCOMPARE(backward, forward);
    }

    void findsTheRecordThatHoldsAnyByte()
    {
        writeAll(m_source.pathOf(0), samples(0, 2000));
        const LogPageReader reader = readerOf({partOf(0, 3)});
        const QList<LogRecord> all = reader.from(reader.extent().begin(), 5000, {}).records;
        QCOMPARE(all.size(), 2000);
        QRandomGenerator random(7);
        for (int round = 0; round < 200; ++round) {
            const LogPosition at =
                reader.extent().positionAt(random.bounded(static_cast<int>(reader.extent().bytes())));
            const auto after = std::upper_bound(
                all.begin(), all.end(), at,
                [](LogPosition position, const LogRecord &record) { return position < record.number; });
            QCOMPARE(reader.recordAt(at, {}), std::prev(after)->number);
            const LogPage around = reader.around(at, 5, 10, {});
            QVERIFY(around.records.contains(*std::prev(after)));
        }
    }

    void survivesLinesAndRecordsOfAnySize()
    {
        const QByteArray huge(6 << 20, 'x');
        QByteArray stack;
        for (int line = 0; line < 12000; ++line)
            stack += "    at frame " + QByteArray::number(line) + "\n";
        writeAll(m_source.pathOf(0), sampleRecord(0) + sampleRecord(1).trimmed() + huge + "\n"
                                         + sampleRecord(2).trimmed() + QByteArray("\0\xff\xfe\x1b[31m", 8)
                                         + "\n" + stack + sampleRecord(3));
        const LogPageReader reader = readerOf({partOf(0, 3)});
        const LogPage page = reader.from(reader.extent().begin(), 100, {});
        QCOMPARE(sequencesOf(page.records), QList<int>({0, 1, 2, -1, -1, 3}));
        QVERIFY(page.records.at(1).message.endsWith(QStringLiteral("MB)")));
        QVERIFY(page.records.at(1).message.size() < 70000);
        for (const LogRecord &record : page.records)
            QVERIFY(isHarmless(record.text()));
        QList<LogRecord> backward;
        for (LogPosition at = reader.extent().end(); at > reader.extent().begin();) {
            backward = reader.before(at, 1, {}).records + backward;
            at = backward.first().number;
        }
        QCOMPARE(backward, page.records);
    }

    void readsUtf16()
    {
        const QString text = QString::fromUtf8(samples(0, 3000));
        QByteArray bytes("\xff\xfe", 2);
        bytes.append(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        writeAll(m_source.pathOf(0), bytes);
        const LogPageReader reader = readerOf({partOf(0, 3)});
        const LogPage last = reader.before(reader.extent().end(), 2500, {});
        QCOMPARE(sequencesOf(last.records), countUp(500, 3000));
        const LogPosition middle = last.records.at(1000).number;
        QCOMPARE(reader.recordAt(middle + 11, {}), middle);
    }

    void leavesOutWhatIsNotWanted()
    {
        writeAll(m_source.pathOf(0), samples(0, 3000));
        LogPageReader reader = readerOf({partOf(0, 3)});
        reader.setLevels(levelBit(LogLevel::Error));
        QCOMPARE(sequencesOf(reader.before(reader.extent().end(), 3, {}).records),
                 QList<int>({2989, 2994, 2999}));
        QCOMPARE(sequencesOf(reader.from(reader.extent().begin(), 2, {}).records), QList<int>({4, 9}));
    }

    void tellsTheEndFirstAndThenWhatIsOlder()
    {
        writeAll(m_source.pathOf(1), samples(0, 100));
        writeAll(m_source.pathOf(0), samples(100, 200));
        ExtentWatch watch(m_source, {});
        QList<LogExtent> extents;
        connect(&watch, &ExtentWatch::extentChanged, this,
                [&extents](const LogExtent &extent) { extents.append(extent); });
        watch.start();
        QTRY_VERIFY(extents.size() >= 2);
        QCOMPARE(extents.first().parts().size(), 1);
        QCOMPARE(extents.last().parts().size(), 2);
        QCOMPARE(extents.last().end(), extents.first().end());
        QCOMPARE(extents.last().lines(), 200 + 40 * 3);
        const LogPosition before = extents.last().end();
        append(sampleRecord(200));
        QTRY_VERIFY(extents.last().end() > before);
        QCOMPARE(extents.last().epoch(), 0);
        QVERIFY(QFile::rename(m_source.pathOf(1), m_source.pathOf(2)));
        QVERIFY(QFile::rename(m_source.pathOf(0), m_source.pathOf(1)));
        writeAll(m_source.pathOf(0), samples(201, 210));
        QTRY_COMPARE(extents.last().parts().size(), 3);
        QTRY_COMPARE(
            sequencesOf(readerOf(extents.last().parts()).from(extents.last().begin(), 1000, {}).records),
            countUp(0, 210));
        QCOMPARE(extents.last().epoch(), 0);
        QVERIFY(QFile::resize(m_source.pathOf(0), 0));
        QTRY_COMPARE(extents.last().epoch(), 1);
    }

    void searchesFromTheEndBackwards()
    {
        writeAll(m_source.pathOf(1), samples(0, 30000));
        writeAll(m_source.pathOf(0), samples(30000, 60000));
        const LogExtent extent({partOf(1, 9), partOf(0, 10)}, 0);
        const auto pattern = LinePattern::compile({QStringLiteral("'Step \\d*77'"), true});
        QVERIFY_RESULT(pattern);
        HitSearch search;
        QList<LogHitBatch> batches;
        connect(&search, &HitSearch::found, this,
                [&batches](const LogHitBatch &batch) { batches.append(batch); });
        QSignalSpy finished(&search, &HitSearch::finished);
        search.start(extent, *LinePattern::compile({QStringLiteral("x")}));
        search.start(extent, *pattern); // ends the one before
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!search.isRunning());
        QVERIFY(batches.size() > 2);
        std::vector<LogPosition> hits;
        for (const LogHitBatch &batch : batches)
            hits.insert(hits.begin(), batch.lines.begin(), batch.lines.end());
        QCOMPARE(hits.size(), size_t{600});
        QVERIFY(std::is_sorted(hits.begin(), hits.end()));
        QCOMPARE(batches.last().searched, extent.bytes());
    }
};

QTEST_GUILESS_MAIN(LogPagesTest)
#include "tst_logpages.moc"

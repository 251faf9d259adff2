// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/filter/filtercompletion.h"
#include "core/logs/history/loghits.h"
#include "core/logs/scan/logscan.h"
#include "tests/support/logsamples.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_recordhits {

/// A filter finds the same records in the window's whole history as on the command line.
class TestRecordHits : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    LogSource m_source;

    static QByteArray samples(int from, int to)
    {
        QByteArray bytes;
        for (int i = from; i < to; ++i)
            bytes += sampleRecord(i);
        return bytes;
    }
    LogExtent extent() const
    {
        QList<LogPart> parts;
        for (const int generation : {1, 0}) {
            const auto file = LogFile::open(m_source.pathOf(generation));
            if (file)
                parts.append({*file, encodingOf((*file)->read(0, 2)), (*file)->size(), 0,
                              static_cast<quint64>(10 - generation)});
        }
        return {parts, 0};
    }
    LogSought sought(const QString &filter) const
    {
        const auto records = SoughtRecords::compile(LogFilter::parse(filter).value_or(LogFilter()), m_source);
        return records ? LogSought(*records) : LogSought();
    }
    LogHits search(const QString &filter) const
    {
        HitSearch search;
        LogHits hits;
        connect(&search, &HitSearch::found, this, [&hits](const LogHitBatch &batch) { hits.add(batch); });
        QSignalSpy finished(&search, &HitSearch::finished);
        search.start(extent(), sought(filter));
        return finished.wait(20000) ? hits : LogHits();
    }
    qint64 scanned(const QString &filter) const
    {
        const auto scan = LogScan::open({m_source, {}});
        const auto done = scan->run({*LogFilter::parse(filter), 0}, [](const QList<ScannedRecord> &) {}, {});
        return done ? done->hits : -1;
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
        m_source.keep = 2;
        m_source.format = sampleFileFormat();
        m_source.format.fields.syntax = QStringLiteral("object");
    }

    void findsWhatTheCommandLineFinds_data()
    {
        QTest::addColumn<QString>("filter");
        for (const char *filter :
             {"level>=warning", "level:error", "\"Step 777\"", "step 77", "requestId=req_1004", "error=none",
              "not error=none", "has:requestId level>=error", "/Step \\d*77'/",
              "component:Part3 or level:debug", "since:2026-11-20T21:57:12Z until:2026-11-20T21:57:13Z",
              "level:error before:2026-11-20T21:57:05Z", "nothing like it"})
            QTest::newRow(filter) << QString::fromUtf8(filter);
    }
    void findsWhatTheCommandLineFinds()
    {
        QFETCH(QString, filter);
        writeAll(m_source.pathOf(1), samples(0, 5000));
        writeAll(m_source.pathOf(0), samples(5000, 14000));
        const LogHits hits = search(filter);
        QCOMPARE(hits.total(), scanned(filter));
        QCOMPARE(hits.count(), hits.total());
        const LogPageReader reader(extent(), *LogParser::compile(m_source.format), m_source.id);
        for (qsizetype i = 0; i < hits.count(); i += 97) {
            QVERIFY(i == 0 || hits.at(i) > hits.at(i - 1));
            QCOMPARE(reader.recordAt(hits.at(i), {}), hits.at(i)); // where the record begins
        }
    }

    void looksAtAllOfALongLine()
    {
        m_source.format = {};
        writeAll(m_source.pathOf(0), "short\n" + QByteArray(70000, 'A') + " needle\nshort\n");
        for (const auto &[filter, hits] :
             {std::pair("needle", 1), {"needle or level<trace", 1}, {"not needle", 2}, {"/A$/", 0}}) {
            QCOMPARE(search(QLatin1String(filter)).total(), hits);
            QCOMPARE(scanned(QLatin1String(filter)), hits);
        }
    }

    void countsARecordOnceThatLiesAcrossTwoStretches()
    {
        // Its lines fill the end of the file beyond the first stretch of 1 MiB, and all of them hold the
        // word.
        QByteArray bytes = samples(0, 100);
        bytes += "2026-11-20 21:58:00.000 +00:00 [ERR] app·x: 'long' {\n";
        for (int line = 0; line < 4000; ++line)
            bytes += "  needle " + QByteArray::number(line) + QByteArray(400, '.') + '\n';
        bytes += samples(200, 300);
        writeAll(m_source.pathOf(0), bytes);
        QCOMPARE(search(QStringLiteral("needle")).total(), 1);
        QCOMPARE(search(QStringLiteral("needle level:error")).total(), 1);
        QCOMPARE(search(QStringLiteral("message:long")).total(), 1);
        QCOMPARE(search(QStringLiteral("level:error")).total(), scanned(QStringLiteral("level:error")));
    }

    void looksAgainAtTheRecordThatGrows()
    {
        writeAll(m_source.pathOf(0),
                 samples(0, 12) + "2026-11-20 21:57:59.000 +00:00 [INF] app·x: 'open' {\n");
        HitSearch search;
        LogHits hits;
        connect(&search, &HitSearch::found, this, [&hits](const LogHitBatch &batch) { hits.add(batch); });
        QSignalSpy finished(&search, &HitSearch::finished);
        const LogExtent before = extent();
        search.start(before, sought(QStringLiteral("level:info not closed")));
        QTRY_COMPARE(finished.size(), 1);
        const qint64 first = hits.total();
        QFile file(m_source.path);
        QVERIFY(file.open(QIODevice::Append));
        file.write("  closed: true\n}\n" + sampleRecord(15));
        file.close();
        search.searchOn(extent(), before.end());
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(hits.total(), first); // one is no hit any more, and another one came
        QCOMPARE(hits.count(), hits.total());
    }

    void takesTheTimeOfTheRecordBefore()
    {
        m_source.format.continuation = QStringLiteral("^  ");
        writeAll(m_source.pathOf(0), samples(0, 3) + "a line of another program\n" + samples(3, 5));
        QCOMPARE(search(QStringLiteral("program since:2026-11-20T21:58:00Z")).total(), 0);
        QCOMPARE(search(QStringLiteral("program until:2026-11-20T21:58:00Z")).total(), 1);
        QCOMPARE(search(QStringLiteral("not zzz since:2026-11-20T21:58:00Z")).total(), 0);
    }

    void offersNamesAndLevels_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("begin");
        QTest::addColumn<QStringList>("choices");
        const auto row = [](const char *text, qsizetype begin, const QStringList &choices) {
            QTest::newRow(text) << QString::fromUtf8(text) << begin << choices;
        };
        row("lev", 0, {QStringLiteral("level:"), QStringLiteral("level>=")});
        row("level>=w", 0, {QStringLiteral("level>=warning")});
        row("stat", 0, {QStringLiteral("status")});
        row("error (st", 7, {QStringLiteral("status"), QStringLiteral("stream:")});
        row("has:us", 0, {QStringLiteral("has:user")});
        row("a since:", 2,
            {QStringLiteral("since:-10m"), QStringLiteral("since:-1d"), QStringLiteral("since:-1h")});
        row("\"status of lev", 14, {});
        row("\"status\" lev", 9, {QStringLiteral("level:"), QStringLiteral("level>=")});
        row("status>=5", 0, {});
        row("nothing", 0, {});
    }
    void offersNamesAndLevels()
    {
        QFETCH(QString, text);
        QFETCH(qsizetype, begin);
        const FilterCompletion completion =
            completeFilter(text, text.size(), {QStringLiteral("status"), QStringLiteral("user")});
        QCOMPARE(completion.begin, begin);
        QTEST(completion.choices, "choices");
    }
};

} // namespace tst_recordhits

QTEST_GUILESS_MAIN(tst_recordhits::TestRecordHits)
#include "tst_recordhits.moc"

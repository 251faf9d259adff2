// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/linesearch.h"
#include "core/logs/engineline.h"
#include "core/logs/history/extentwatch.h"
#include "core/logs/history/logpagereader.h"
#include "core/logs/scan/logscan.h"
#include "core/logs/scan/timeseek.h"
#include "tests/support/logsamples.h"
#include "tests/support/testsupport.h"

#include <QMutex>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_enginelines {

namespace {

const QDateTime Begin(QDate(2026, 11, 20), QTime(6, 0), Qt::UTC);

/// JSON with ' for ".
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

/// The engine's time of a line, to the nanosecond: no two lines have the same.
QByteArray stampOf(int second, int nanosecond = 0)
{
    return Begin.addSecs(second).toString(u"yyyy-MM-ddTHH:mm:ss."_qs).toLatin1()
           + QByteArray::number(nanosecond).rightJustified(9, '0') + 'Z';
}

QByteArray lineOf(const QByteArray &text, int second, const char *stream = "stdout", int nanosecond = 0)
{
    EngineLine line;
    line.text = text;
    line.stream = stream;
    line.time = stampOf(second, nanosecond);
    return line.toBytes();
}

/// As the engine writes it: pieces of 16 KiB, of which only the last has a line end.
QByteArray splitLineOf(const QByteArray &text, int second, const char *stream = "stdout")
{
    QByteArray lines;
    for (qsizetype at = 0; at < text.size(); at += EngineLine::PieceBytes) {
        EngineLine line;
        line.text = text.mid(at, EngineLine::PieceBytes);
        line.isWhole = at + EngineLine::PieceBytes >= text.size();
        line.stream = stream;
        line.time = stampOf(second, static_cast<int>(at));
        lines += line.toBytes();
    }
    return lines;
}

/// A container's log that grows while it is read, as an engine hands it over.
class GrowingStream final : public LogStream
{
public:
    void add(const QByteArray &stream, const QByteArray &text)
    {
        const QMutexLocker locker(&m_mutex);
        LogPiece piece;
        piece.stream = QString::fromLatin1(stream);
        piece.bytes = stampOf(static_cast<int>(m_pieces.size())) + ' ' + text + '\n';
        m_pieces.append(piece);
    }
    void end() { m_isEnded = true; }
    void setKept(const KeptLog &kept) { m_kept = kept; }

    std::optional<KeptLog> kept(const OperationContext &) override { return m_kept; }
    Result<> run(const LogStreamQuery &query, const OnPiece &onPiece,
                 const OperationContext &context) override
    {
        qsizetype at = query.lines < 0 ? 0 : std::max<qsizetype>(0, count() - query.lines);
        while (!context.isCancelled()) {
            if (at < count()) {
                if (!onPiece(piece(at++)))
                    return {};
            } else if (query.follows && !m_isEnded) {
                QThread::msleep(2);
            } else {
                return {};
            }
        }
        return {};
    }

private:
    qsizetype count()
    {
        const QMutexLocker locker(&m_mutex);
        return m_pieces.size();
    }
    LogPiece piece(qsizetype at)
    {
        const QMutexLocker locker(&m_mutex);
        return m_pieces.at(at);
    }

    QMutex m_mutex;
    QList<LogPiece> m_pieces;
    std::atomic_bool m_isEnded = false;
    std::optional<KeptLog> m_kept;
};

QStringList textsOf(const QList<LogRecord> &records)
{
    QStringList texts;
    for (const LogRecord &record : records)
        texts << record.text();
    return texts;
}

} // namespace

/// Logs that an engine keeps: its own files, and streams that are kept here.
class TestEngineLines : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    LogSource sourceOf(const QByteArray &content, const ProfileLogFormat &format = {})
    {
        LogSource source;
        source.id = QStringLiteral("console");
        source.title = QStringLiteral("Console");
        source.kind = QStringLiteral("file");
        source.path = m_folder.filePath(QStringLiteral("%1-json.log").arg(++m_count));
        source.rotated = QStringLiteral("{path}.{n}");
        source.keep = 2;
        source.format = format;
        writeAll(source.path, content);
        return source;
    }
    static LogPart partOf(const LogSource &source)
    {
        const auto file = LogFile::open(source.path);
        return {*file, encodingOf(**file), (*file)->size(), 0, 1};
    }
    static QList<LogRecord> recordsOf(const LogSource &source)
    {
        const LogPart part = partOf(source);
        return LogPageReader(LogExtent({part}, 0), *LogParser::compile(source.format), source.id)
            .from(part.begin(), 1000000, {})
            .records;
    }
    static QStringList found(const LogSource &source, const QString &filter,
                             const std::shared_ptr<LogStream> &stream = {})
    {
        QStringList texts;
        const auto scan = LogScan::open({source, stream});
        const auto done = scan->run({*LogFilter::parse(filter), 0},
                                    [&texts](const QList<ScannedRecord> &records) {
                                        for (const ScannedRecord &one : records)
                                            texts << one.record.text();
                                    },
                                    {});
        return done ? texts : QStringList{done.error().toText()};
    }

private slots:
    void readsWhatAnEngineWrites_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("text");
        const QByteArray end = json("','stream':'stderr','time':'2026-11-20T22:09:09.733168307Z'}");
        const auto add = [&end](const char *name, const char *line, const QByteArray &text) {
            QTest::newRow(name) << json(line) + end << text;
        };
        add("plain", "{'log':'hello\\n", "hello");
        add("empty", "{'log':'\\n", "");
        add("quotes", "{'log':'{\\'a\\':\\'b\\\\c\\'}\\n", json("{'a':'b\\c'}"));
        add("signs", "{'log':'\\u003ca\\u003e \\u0026 \\u001b[31m\\ttab\\r\\n", "<a> & \x1b[31m\ttab\r");
        add("beyond ASCII", "{'log':'Größe 😀 \\u00df \\ud83d\\ude00 \\ud83d\\n", "Größe 😀 ß 😀 \uFFFD");
        add("its own key", "{'log':'\\',\\'stream\\':\\'x\\'\\n", json("','stream':'x'"));
        add("without an end", "{'log':'prompt\\u003e ", "prompt> ");
        QTest::newRow("attributes") << json(
            "{'log':'hello\\n','stream':'stderr','attrs':{'a':'b','stream':'c'},"
            "'time':'2026-11-20T22:09:09.733168307Z'}")
                                    << QByteArray("hello");
    }

    void readsWhatAnEngineWrites()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, text);
        const auto read = EngineLine::read(line);
        QVERIFY(read);
        QCOMPARE(read->text, text);
        QCOMPARE(read->stream, QByteArray("stderr"));
        QCOMPARE(engineTime(read->time), QDateTime(QDate(2026, 11, 20), QTime(22, 9, 9, 733), Qt::UTC));
        QVERIFY(read->isWhole);
        const auto again = EngineLine::read(read->toBytes());
        QVERIFY(again);
        QCOMPARE(again->text, text);
    }

    void takesNothingElseForOne()
    {
        for (const char *line : {"", "{}", "{'log':'no stream'}", "{'level':'info','log':'x'}", "text",
                                 "{'log':'\\',\\'stream\\':\\'no end"})
            QVERIFY2(!EngineLine::read(json(line)), line);
        QVERIFY(!engineTime("2026-11-20 22:09:09Z").isValid());
        QVERIFY(!engineTime("2026-13-20T22:09:09Z").isValid());
        QVERIFY(!engineTime("20aa-11-20T22:09:09Z").isValid());
        QVERIFY(!engineTime("").isValid());
    }

    void keepsWhatTheJournalSaysOfALine()
    {
        EngineLine line;
        line.text = "Started it.";
        line.stream = "systemd";
        line.time = stampOf(1);
        line.level = LogLevel::Error;
        line.component = "a \"b\"";
        line.isPlain = true;
        const auto read = EngineLine::read(line.toBytes());
        QVERIFY(read);
        QCOMPARE(read->level, LogLevel::Error);
        QCOMPARE(read->component, line.component);
        QVERIFY(read->isPlain);
    }

    void hasTheSameRecordsAsThePlainLog()
    {
        QByteArray plain;
        for (int at = 0; at < 3000; ++at)
            plain += sampleRecord(at);
        QByteArray wrapped;
        int second = 0;
        for (const QByteArray &line : plain.split('\n').mid(0, plain.count('\n')))
            wrapped += lineOf(line, ++second);
        const LogSource source = sourceOf(wrapped, sampleFileFormat());
        const LogSource other = sourceOf(plain, sampleFileFormat());
        QCOMPARE(partOf(source).encoding, LogEncoding::EngineJson);
        const QStringList texts = textsOf(recordsOf(source));
        QCOMPARE(texts.size(), 3000);
        QCOMPARE(texts, textsOf(recordsOf(other)));
        for (const char *filter : {"\"Step 777'\"", "req_4", "level>=error", "/step \\d+1/i", "nowhere", ""})
            QCOMPARE(found(source, QLatin1String(filter)), found(other, QLatin1String(filter)));
    }

    void findsATimeByTheEnginesStamps()
    {
        QByteArray content;
        for (int at = 0; at < 40000; ++at)
            content += lineOf("line " + QByteArray::number(at), at);
        const LogSource source = sourceOf(content);
        const auto filter = LogFilter::parse(u"time>=2026-11-20T15:00:00 time<2026-11-20T15:00:10"_qs);
        const ByteRange range = rangeOf(partOf(source), LogParser(), filter->range());
        QVERIFY(range.begin > content.size() / 2);
        const QStringList texts = found(source, u"time>=2026-11-20T15:00:00 time<2026-11-20T15:00:10"_qs);
        QCOMPARE(texts.size(), 10);
        QCOMPARE(texts.first(), u"line 32400"_qs);
    }

    void putsSplitLinesTogetherFromWhereverItBegins()
    {
        // The third piece of 16 KiB ends within the needle.
        const QByteArray text = QByteArray(49149, 'x') + "needle" + QByteArray(40000, 'y');
        QByteArray content = lineOf("first", 0);
        content += splitLineOf(text.first(40000), 1) + splitLineOf(text, 2) + lineOf("last", 3);
        const LogSource source = sourceOf(content);
        const LogPart part = partOf(source);
        const LogPageReader reader(LogExtent({part}, 0), LogParser(), source.id);
        const QList<LogRecord> all = reader.from(part.begin(), 100, {}).records;
        QCOMPARE(all.size(), 4);
        QVERIFY(all.at(1).message == QString(40000, u'x'));
        QVERIFY2(all.at(2).message.contains(u"needle"), "of the line only the first 64 KiB are kept");
        for (int back = 1; back <= 4; ++back) {
            const QList<LogRecord> some = reader.before(part.end(), back, {}).records;
            QCOMPARE(some, all.last(back));
        }
        QCOMPARE(found(source, u"needle"_qs).size(), 1);
        QCOMPARE(reader.recordAt(part.begin() + static_cast<quint64>(content.lastIndexOf("yyy")), {}),
                 all.at(2).number);
    }

    void endsARecordWhereAnotherStreamSpeaks()
    {
        const LogSource source =
            sourceOf(lineOf("out 1", 0) + lineOf("err 1", 1, "stderr") + lineOf("out 2", 2));
        const QList<LogRecord> records = recordsOf(source);
        QCOMPARE(records.size(), 3);
        QCOMPARE(records.at(1).stream, u"stderr"_qs);
        QCOMPARE(records.at(1).stamp, Begin.addSecs(1));
        QCOMPARE(records.at(1).time, Begin.addSecs(1));
    }

    void findsColouredTextWhereverItStands()
    {
        QByteArray plain;
        for (int at = 0; at < 5000; ++at)
            plain += "a line without any colour at all, number " + QByteArray::number(at) + "\n";
        plain += "\x1b[1;31mdis\x1b[0mk full\nnot \x1b[7 a colour\n";
        const LogSource source = sourceOf(plain);
        QCOMPARE(found(source, u"\"disk full\""_qs), QStringList{u"disk full"_qs});
        QCOMPARE(found(source, u"colour"_qs).size(), 5001);
        const LogSource wrapped = sourceOf(lineOf("\x1b[31mdis\x1b[0mk full", 1) + lineOf("more", 2));
        QCOMPARE(found(wrapped, u"\"disk full\""_qs), QStringList{u"disk full"_qs});
    }

    void readsTheFileThatAnEngineKeeps()
    {
        LogSource file = sourceOf(lineOf("new 1", 10) + lineOf("new 2", 11));
        writeAll(file.pathOf(1), lineOf("old 1", 1) + lineOf("old 2", 2));
        LogSource container = file;
        container.kind = QStringLiteral("container");
        container.path.clear();
        const auto stream = std::make_shared<GrowingStream>();
        stream->add("stdout", "not asked");
        stream->setKept({file.path, 1});
        QCOMPARE(found(container, u"old or new"_qs, stream),
                 (QStringList{u"old 1"_qs, u"old 2"_qs, u"new 1"_qs, u"new 2"_qs}));
        QCOMPARE(found(container, u"since:2026-11-20T06:00:05"_qs, stream).size(), 2);

        ExtentWatch watch(container, {}, stream);
        LogExtent extent;
        connect(&watch, &ExtentWatch::extentChanged, this, [&](const LogExtent &now) { extent = now; });
        watch.start();
        QTRY_COMPARE(extent.parts().size(), 2);
        QCOMPARE(extent.lines(), 4);
        QFile growing(file.path);
        QVERIFY(growing.open(QIODevice::Append));
        growing.write(lineOf("newest", 12));
        growing.close();
        QTRY_COMPARE(extent.lines(), 5);
    }

    void showsTheEndOfAStreamAndThenAllOfIt()
    {
        const auto stream = std::make_shared<GrowingStream>();
        for (int at = 0; at < 5000; ++at)
            stream->add("stdout", "line " + QByteArray::number(at));
        LogSource source;
        source.id = source.title = source.kind = QStringLiteral("container");
        ExtentWatch watch(source, {}, stream);
        QList<LogExtent> extents;
        int ends = 0;
        connect(&watch, &ExtentWatch::extentChanged, this,
                [&](const LogExtent &now) { extents.append(now); });
        connect(&watch, &ExtentWatch::stopped, this,
                [&](const Result<> &result) { ends += result ? 1 : 100; });
        watch.start();
        QTRY_VERIFY(!extents.isEmpty() && extents.last().lines() == 5000);
        QVERIFY2(extents.first().lines() <= 2000, "the end comes first");
        QCOMPARE(extents.first().epoch(), extents.last().epoch());
        const auto records = [&extents] {
            const LogExtent &all = extents.last();
            return LogPageReader(all, LogParser(), {}).from(all.begin(), 100000, {}).records;
        };
        const QList<LogRecord> whole = records();
        QCOMPARE(whole.size(), 5000);
        for (int at = 0; at < 5000; ++at)
            QCOMPARE(whole.at(at).message, QStringLiteral("line %1").arg(at));
        stream->add("stderr", "what comes");
        QTRY_COMPARE(extents.last().lines(), 5001);
        QCOMPARE(records().last().stream, u"stderr"_qs);
        stream->end();
        QTRY_COMPARE(ends, 1);
    }

    void keepsRecordsWholeWhileSeveralSpeak()
    {
        const auto stream = std::make_shared<GrowingStream>();
        const auto linesOf = [](int at) { return sampleRecord(at).split('\n'); };
        for (int at = 4; at < 5000; at += 10) { // those of four lines
            const QList<QByteArray> left = linesOf(at);
            const QList<QByteArray> right = linesOf(at + 5);
            for (qsizetype line = 0; line + 1 < left.size(); ++line) {
                stream->add("web", left.at(line));
                stream->add("worker", right.at(line));
            }
        }
        stream->end();
        LogSource source;
        source.id = source.title = source.kind = QStringLiteral("compose");
        source.format = sampleFileFormat();
        ExtentWatch watch(source, {}, stream);
        LogExtent extent;
        int ends = 0;
        connect(&watch, &ExtentWatch::extentChanged, this, [&](const LogExtent &now) { extent = now; });
        connect(&watch, &ExtentWatch::stopped, this, [&] { ++ends; });
        watch.start();
        QTRY_COMPARE(ends, 1);
        const QList<LogRecord> records = LogPageReader(extent, *LogParser::compile(source.format), {})
                                             .from(extent.begin(), 100000, {})
                                             .records;
        qsizetype torn = 0;
        QSet<int> numbers;
        for (const LogRecord &record : records) {
            torn += record.continuation.size() == 3 ? 0 : 1;
            if (record.message.contains(u"Step"))
                numbers.insert(sequenceOf(record.message));
        }
        QCOMPARE(numbers.size(), 1000);
        QVERIFY2(torn <= 12,
                 qPrintable(QString::number(torn))); // where the second stream is met, and the border
    }

    void saysWhyAStreamCannotBeRead()
    {
        class BrokenStream final : public LogStream
        {
        public:
            Result<> run(const LogStreamQuery &, const OnPiece &, const OperationContext &) override
            {
                return failure(ErrorKind::Refused, u"no"_qs);
            }
        };
        LogSource source;
        source.id = source.title = source.kind = QStringLiteral("container");
        Result<> end;
        ExtentWatch watch(source, {}, std::make_shared<BrokenStream>());
        connect(&watch, &ExtentWatch::stopped, this, [&](const Result<> &result) { end = result; });
        watch.start();
        QTRY_VERIFY(!end);
        QCOMPARE(end.error().message, u"no"_qs);
        Result<> none;
        ExtentWatch without(source, {});
        connect(&without, &ExtentWatch::stopped, this, [&](const Result<> &result) { none = result; });
        without.start();
        QTRY_VERIFY(!none);
    }
};

} // namespace tst_enginelines

QTEST_GUILESS_MAIN(tst_enginelines::TestEngineLines)
#include "tst_enginelines.moc"

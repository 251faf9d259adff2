// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/history/extentwatch.h"
#include "core/logs/history/logpagereader.h"
#include "core/logs/journallogstream.h"
#include "core/logs/makelogreader.h"
#include "tests/support/systemdhost.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

#include <numeric>

using namespace pilothouse;

namespace {

/// A unit that no earlier run has written for: the host's journal outlives a run.
QString unitOfThisRun(const QString &purpose)
{
    return u"ph-journal-%1-%2.service"_qs.arg(purpose).arg(QCoreApplication::applicationPid());
}

const QByteArray Writer =
    "Type=oneshot\nSyslogIdentifier=writer\n"
    "ExecStart=/bin/sh -c 'for i in 1 2 3; do echo line $i; done; echo \"<3>it broke\"; "
    "printf \"bad \\\\377 byte\\\\n\"'\n";

JournalLogStream journal(const QString &unit)
{
    return JournalLogStream(JournalScope{unit, false, {}, false});
}

} // namespace

/// The journal as a log: its entries without a systemd, its following with one.
class TestJournalLog : public QObject
{
    Q_OBJECT

private slots:
    void readsEntries();
    void readsMessagesThatAreNoText();
    void leavesOutWhatIsNoEntry_data();
    void leavesOutWhatIsNoEntry();
    void readsAUnitsJournal();
    void leavesOutWhatIsOldOrUnimportant();
    void followsAUnit();
    void givesRecordsTheirLevels();
    void hasAllOfAJournalThatIsRotatedMeanwhile();

private:
    Result<QList<LogPiece>> piecesOf(const LogStreamQuery &query, JournalLogStream stream)
    {
        QList<LogPiece> pieces;
        const auto read = stream.run(
            query,
            [&pieces](const LogPiece &piece) {
                pieces << piece;
                return true;
            },
            m_context);
        if (!read)
            return tl::unexpected(read.error());
        return pieces;
    }
    OperationContext m_context;
};

void TestJournalLog::readsEntries()
{
    const auto entry = journalEntryFrom(
        R"({"MESSAGE":"Started","PRIORITY":"4","SYSLOG_IDENTIFIER":"systemd","UNIT":"web.service",)"
        R"("_SYSTEMD_UNIT":"init.scope","__REALTIME_TIMESTAMP":"1795231300586574","__CURSOR":"s=1;i=2"})");
    QVERIFY(entry);
    QCOMPARE(entry->time, QDateTime(QDate(2026, 11, 21), QTime(3, 21, 40, 586), Qt::UTC));
    QCOMPARE(entry->level, LogLevel::Warning);
    QCOMPARE(entry->identifier, QStringLiteral("systemd"));
    QCOMPARE(entry->unit, QStringLiteral("web.service"));
    QCOMPARE(entry->message, QByteArray("Started"));
    QCOMPARE(entry->cursor, QStringLiteral("s=1;i=2"));
}

void TestJournalLog::readsMessagesThatAreNoText()
{
    const auto bytes = journalEntryFrom(R"({"MESSAGE":[98,97,100,255],"__REALTIME_TIMESTAMP":"1"})");
    QCOMPARE(bytes->message, QByteArray("bad\xff"));
    const auto twice = journalEntryFrom(R"({"MESSAGE":["one","two"],"__REALTIME_TIMESTAMP":"1"})");
    QCOMPARE(twice->message, QByteArray("one\ntwo"));
    const auto none = journalEntryFrom(R"({"MESSAGE":null,"__REALTIME_TIMESTAMP":"1","PRIORITY":"9"})");
    QCOMPARE(none->message, QByteArray());
    QCOMPARE(none->level, LogLevel::Unknown);
}

void TestJournalLog::leavesOutWhatIsNoEntry_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("-- No entries --");
    QTest::newRow("half") << QByteArray(R"({"MESSAGE":"x","__REALTIME)");
    QTest::newRow("no time") << QByteArray(R"({"MESSAGE":"x"})");
    QTest::newRow("a list") << QByteArray("[1]");
}

void TestJournalLog::leavesOutWhatIsNoEntry()
{
    QFETCH(QByteArray, line);
    QVERIFY(!journalEntryFrom(line));
}

void TestJournalLog::readsAUnitsJournal()
{
    PILOTHOUSE_REQUIRE_SYSTEMD();
    const QString unit = unitOfThisRun(QStringLiteral("read"));
    const HostUnit written(unit, Writer);
    hostSays({QStringLiteral("systemctl"), QStringLiteral("start"), unit});
    Result<QList<LogPiece>> pieces;
    QTRY_VERIFY((pieces = piecesOf({}, journal(unit))) && pieces->size() >= 7); // with what systemd says
    QByteArrayList own;
    for (const LogPiece &piece : *pieces) {
        QVERIFY(piece.timestamp.isValid());
        QCOMPARE(piece.isPlain, piece.stream == u"systemd");
        if (piece.stream == u"writer")
            own << piece.bytes;
    }
    QCOMPARE(own, QByteArrayList({"line 1\n", "line 2\n", "line 3\n", "it broke\n", "bad \xff byte\n"}));
    QCOMPARE(piecesOf({2, false, {}, {}}, journal(unit))->size(), 2);
}

void TestJournalLog::leavesOutWhatIsOldOrUnimportant()
{
    PILOTHOUSE_REQUIRE_SYSTEMD();
    const QString unit = unitOfThisRun(QStringLiteral("old"));
    const HostUnit written(unit, Writer);
    hostSays({QStringLiteral("systemctl"), QStringLiteral("start"), unit});
    QTRY_VERIFY(piecesOf({}, journal(unit))->size() >= 7);
    LogStreamQuery query;
    query.atLeast = LogLevel::Error;
    const auto errors = piecesOf(query, journal(unit));
    QCOMPARE(errors->size(), 1);
    QCOMPARE(errors->first().level, LogLevel::Error);
    query = {};
    query.since = QDateTime::currentDateTimeUtc().addSecs(3600);
    QCOMPARE(piecesOf(query, journal(unit))->size(), 0);
    query.since = QDateTime::currentDateTimeUtc().addSecs(-3600);
    QVERIFY(piecesOf(query, journal(unit))->size() >= 7);
}

void TestJournalLog::followsAUnit()
{
    PILOTHOUSE_REQUIRE_SYSTEMD();
    const QString unit = unitOfThisRun(QStringLiteral("live"));
    const HostUnit living(unit,
                          "SyslogIdentifier=writer\n"
                          "ExecStart=/bin/sh -c 'i=0; while :; do i=$((i+1)); echo $i; sleep 0.1; done'\n");
    hostSays({QStringLiteral("systemctl"), QStringLiteral("start"), unit});
    QList<int> numbers;
    const auto followed = journal(unit).run(
        {-1, true, {}, {}},
        [&numbers](const LogPiece &piece) {
            if (piece.stream == u"writer")
                numbers << piece.bytes.trimmed().toInt();
            return numbers.size() < 10;
        },
        m_context);
    QVERIFY_RESULT(followed);
    for (int i = 0; i < numbers.size(); ++i)
        QCOMPARE(numbers.at(i), i + 1);
}

void TestJournalLog::givesRecordsTheirLevels()
{
    PILOTHOUSE_REQUIRE_SYSTEMD();
    const QString unit = unitOfThisRun(QStringLiteral("levels"));
    const HostUnit written(unit, Writer);
    hostSays({QStringLiteral("systemctl"), QStringLiteral("start"), unit});
    QTRY_VERIFY(piecesOf({}, journal(unit))->size() >= 7);
    LogSource source;
    source.id = QStringLiteral("journal");
    source.kind = QStringLiteral("journal");
    LogReadOptions options;
    options.follows = false;
    auto reader = makeLogReader(source, std::make_shared<JournalLogStream>(journal(unit)), options);
    QVERIFY_RESULT(reader);
    QMap<QString, LogLevel> levels;
    LogSink sink;
    sink.onRecords = [&levels](const QList<LogRecord> &records) {
        for (const LogRecord &record : records)
            levels.insert(record.message, record.level);
    };
    QVERIFY_RESULT((*reader)->run(sink, m_context));
    QCOMPARE(levels.value(QStringLiteral("line 1")), LogLevel::Info);
    QCOMPARE(levels.value(QStringLiteral("it broke")), LogLevel::Error);
}

/// More than is shown at once, in files that journald has closed, and on while it closes the next one.
void TestJournalLog::hasAllOfAJournalThatIsRotatedMeanwhile()
{
    PILOTHOUSE_REQUIRE_SYSTEMD();
    const QTemporaryDir folder;
    const QString script = folder.filePath(u"count"_qs);
    const QString unit = unitOfThisRun(QStringLiteral("long"));
    const HostUnit counting(
        unit, "Type=oneshot\nSyslogIdentifier=writer\nLogRateLimitIntervalSec=0\nExecStart=/bin/sh "
                  + script.toUtf8() + '\n');
    const auto count = [&](int from, int to) {
        writeAll(script, u"seq -f 'number %g' %1 %2\n"_qs.arg(from).arg(to).toUtf8());
        hostSays({u"systemctl"_qs, u"start"_qs, unit});
        hostSays({u"journalctl"_qs, u"--sync"_qs});
    };
    count(1, 1500);
    hostSays({u"journalctl"_qs, u"--rotate"_qs});
    count(1501, 4000);
    hostSays({u"journalctl"_qs, u"--rotate"_qs});
    LogSource source;
    source.id = source.kind = QStringLiteral("journal");
    ExtentWatch watch(source, {}, std::make_shared<JournalLogStream>(journal(unit)));
    LogExtent extent;
    connect(&watch, &ExtentWatch::extentChanged, this, [&extent](const LogExtent &now) { extent = now; });
    const auto numbers = [&extent] {
        QList<int> found;
        const LogPageReader reader(extent, LogParser(), {});
        for (LogPosition at = extent.begin(); at < extent.end();) {
            const LogPage page = reader.from(at, 5000, {});
            for (const LogRecord &record : page.records) {
                if (record.message.startsWith(u"number "))
                    found << record.message.mid(7).toInt();
            }
            at = page.next;
        }
        return found;
    };
    QList<int> expected(4000);
    std::iota(expected.begin(), expected.end(), 1);
    watch.start();
    QTRY_COMPARE_WITH_TIMEOUT(numbers().size(), 4000, 20000);
    QCOMPARE(numbers(), expected);
    hostSays({u"journalctl"_qs, u"--rotate"_qs});
    count(4001, 4100);
    expected.resize(4100);
    std::iota(expected.begin(), expected.end(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(numbers().size(), 4100, 10000);
    QCOMPARE(numbers(), expected);
}

PILOTHOUSE_SYSTEMD_MAIN(TestJournalLog)
#include "tst_journallog.moc"

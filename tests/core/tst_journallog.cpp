// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/journallogstream.h"
#include "core/logs/makelogreader.h"
#include "tests/support/systemdhost.h"
#include "tests/support/testsupport.h"

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

PILOTHOUSE_SYSTEMD_MAIN(TestJournalLog)
#include "tst_journallog.moc"

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/fields/logfieldreader.h"
#include "core/logs/filter/logfilter.h"
#include "core/logs/logassembler.h"
#include "core/profile/logreading.h"
#include "core/profile/profileloader.h"
#include "core/profile/profilestore.h"
#include "tests/support/profiledata.h"
#include "tests/support/testsupport.h"

using namespace pilothouse;

namespace tst_logformats {

/// Formats as profiles describe them, with one of an invented service.
class TestLogFormats : public QObject
{
    Q_OBJECT

    ServiceProfile m_profile;
    QList<LogRecord> m_records;
    LogFieldReader m_reader;

    void read(const QString &format, const QByteArray &bytes, const QDateTime &stamp = {})
    {
        const ProfileLogFormat *known = m_profile.logFormat(format);
        QVERIFY(known);
        const auto parser = LogParser::compile(*known);
        const auto reader = LogFieldReader::compile(*known);
        QVERIFY_RESULT(parser);
        QVERIFY_RESULT(reader);
        m_reader = *reader;
        LogAssembler assembler(*parser, format, std::make_shared<quint64>(0));
        assembler.feed(bytes, stamp);
        assembler.endOfFile();
        m_records = assembler.take();
    }

    QString field(qsizetype record, const char *name) const
    {
        return m_reader.fields(m_records.at(record)).value(QLatin1String(name).toString());
    }

    qsizetype count(const char *filter) const
    {
        const auto read = LogFilter::read(QString::fromLatin1(filter));
        return std::count_if(m_records.begin(), m_records.end(), [this, &read](const LogRecord &record) {
            return read->matches(record, m_reader);
        });
    }

private slots:
    void initTestCase()
    {
        const auto profile =
            loadProfile(testProfile(QStringLiteral("harbour.json")), QStringLiteral("harbour"));
        QVERIFY_RESULT(profile);
        m_profile = *profile;
    }

    void readsRecordsOfTwoLines()
    {
        const QDateTime stamp(QDate(2026, 11, 20), QTime(22, 0), Qt::UTC);
        read(QStringLiteral("crane"),
             "=== Harbour ===\n\ninfo: Harbour.Crane[0]\n"
             "      Lift Started: hoist box 7 (Ticket: 77-a, Driver: ada, Code: (null), Took: (null)ms)\n"
             "warn: Harbour.Crane[0]\n"
             "      Lift Completed: hoist box 7 (Ticket: 77-a, Driver: ada, Code: 1, Took: 2250.5ms)\n"
             "fail: Harbour.Crane[0]\n"
             "      Lift Failed: turn (Ticket: 78-b)\n"
             "      System.AccessException: not now\n"
             "         at Harbour.Crane.Turn()\n"
             "shutting down\n",
             stamp);
        QCOMPARE(m_records.size(), 6); // the banner's two lines and the last each stand alone
        const LogRecord &done = m_records.at(3);
        QCOMPARE(done.level, LogLevel::Warning);
        QCOMPARE(done.component, QStringLiteral("Harbour.Crane"));
        QVERIFY(done.message.startsWith(QStringLiteral("Lift Completed")));
        QVERIFY(done.continuation.isEmpty());
        QVERIFY(done.text().contains(QStringLiteral("[0]\n      Lift Completed")));
        QCOMPARE(done.time, stamp);
        QCOMPARE(field(3, "user"), QStringLiteral("ada"));
        QCOMPARE(field(3, "arguments"), QStringLiteral("box 7"));
        QCOMPARE(m_records.at(4).continuation.size(), 2);
        QCOMPARE(field(4, "exception"), QStringLiteral("System.AccessException"));
        QCOMPARE(m_records.at(5).level, LogLevel::Unknown);
        QCOMPARE(count("trace=77-a"), 2);
        QCOMPARE(count("duration>1s"), 1);
        QCOMPARE(count("level>=error or exit!=0"), 2);
        QCOMPARE(count("\"Status: Failed\""), 0);
        QCOMPARE(count("state=failed"), 1);
    }

    void readsAccessLogs()
    {
        read(QStringLiteral("access"),
             "10.0.0.7 - - [20/Nov/2026:23:00:01 +0100] \"GET /berths?day=1 HTTP/1.1\" 200 512\n"
             "2001:db8::7 - ada [20/Nov/2026:23:00:02 +0100] \"POST /book HTTP/2.0\" 503 - \"https://h/\" "
             "\"Mozilla \\\"5\\\"\" 1.250\n"
             "10.0.0.8 - - [20/Nov/2026:23:00:03 +0100] \"\\x16\\x03\\x01\" 400 150 \"-\" \"-\"\n");
        QCOMPARE(m_records.size(), 3);
        QCOMPARE(m_records.first().time, QDateTime(QDate(2026, 11, 20), QTime(22, 0, 1), Qt::UTC));
        QCOMPARE(field(0, "path"), QStringLiteral("/berths"));
        QCOMPARE(field(0, "query"), QStringLiteral("?day=1"));
        QCOMPARE(field(0, "user"), QString());
        QCOMPARE(m_records.at(1).level, LogLevel::Error);
        QCOMPARE(field(1, "client"), QStringLiteral("2001:db8::7"));
        QCOMPARE(field(1, "user"), QStringLiteral("ada"));
        QCOMPARE(field(1, "referrer"), QStringLiteral("https://h/"));
        QCOMPARE(field(2, "status"), QStringLiteral("400"));
        QCOMPARE(count("duration>1s"), 1);
        QCOMPARE(count("bytes>=512B"), 1);
        QCOMPARE(count("level=warning"), 1);
    }

    void readsObjectsOfSeveralLines()
    {
        read(QStringLiteral("logtape"),
             "2026-11-20 22:00:00.000 +00:00 [INF] harbour\xC2\xB7net/Gate: 'Sent {x}' { requestId: 'r1', "
             "is_error: false }\n"
             "2026-11-20 22:00:01.000 +00:00 [ERR] harbour\xC2\xB7net/Gate: \"Can't open\" {\n"
             "  requestId: 'r2',\n  error: Error: shut\n      at Gate.open (gate.js:7:1) {\n    code: "
             "'ESHUT'\n  },\n"
             "  text: 'first\\n' +\n    'second',\n  at: { berth: 7, ids: [ 1, 2 ] },\n}\n");
        QCOMPARE(m_records.size(), 2);
        QCOMPARE(field(0, "is_error"), QStringLiteral("false"));
        QCOMPARE(field(0, "trace"), QStringLiteral("r1"));
        QCOMPARE(field(1, "trace"), QStringLiteral("r2"));
        QCOMPARE(count("level>=error"), 1);
        QCOMPARE(count("error"), 2); // what grep -i counts
        QCOMPARE(count("trace=r2"), 1);
    }

    void decodesTheEscapesOfTexts()
    {
        read(QStringLiteral("logtape"),
             "2026-11-20 22:00:01.000 +00:00 [ERR] harbour\xC2\xB7net/Gate: 'Failed' {\n"
             "  stack: 'Error: it\\'s \\\"shut\\\"\\n    at <anonymous>\\tC:\\\\new' +\n    '\\n    at "
             "next',\n"
             "  code: '\\x41\\u00e4\\uD83D\\uDE80\\u{1F680}\\u{zz}\\q\\x4',\n"
             "  hostile: 'a\\u001b[2J\\u202Eb\\x00',\n  requestId: 'r7'\n}\n");
        QCOMPARE(field(0, "stack"), u"Error: it's \"shut\"\n    at <anonymous>\tC:\\new\n    at next"_qs);
        QCOMPARE(field(0, "code"), u"Aä🚀🚀u{zz}qx4"_qs);
        QCOMPARE(field(0, "hostile"), u"a\u241B[2J\u27E8U+202E\u27E9b\u2400"_qs);
        QCOMPARE(field(0, "trace"), u"r7"_qs);
    }

    void readsJsonLines()
    {
        read(QStringLiteral("pino"),
             "[warmup] ready\n"
             "{\"level\":30,\"time\":1795212781458,\"reqId\":\"req-1\",\"req\":{\"method\":\"GET\",\"url\":"
             "\"/v1/list?a=1\"},\"msg\":\"incoming request\"}\n"
             "{\"level\":30,\"time\":1795212781472,\"reqId\":\"req-1\",\"res\":{\"statusCode\":500},"
             "\"responseTime\":1013.55,\"msg\":\"request completed\"}\n"
             "Error: listen EADDRINUSE\n    at Server.listen (node:net:1)\n");
        QCOMPARE(m_records.size(), 4);
        QCOMPARE(m_records.at(1).level, LogLevel::Info);
        QCOMPARE(m_records.at(1).time.toMSecsSinceEpoch(), 1795212781458);
        QCOMPARE(field(1, "path"), QStringLiteral("/v1/list"));
        QCOMPARE(field(2, "trace"), QStringLiteral("req-1"));
        QCOMPARE(field(2, "res.statusCode"), QStringLiteral("500"));
        QCOMPARE(m_records.at(3).continuation.size(), 1);
        QCOMPARE(count("status>=500 duration>1s"), 1);
        QCOMPARE(count("duration>1000"), 1); // where awk '$NF > 1000' prints every line
    }

    void readsTheDatabasesLog()
    {
        read(QStringLiteral("postgresql"),
             "2026-11-20 22:12:52.241 UTC [47] ERROR:  relation \"jobs\" does not exist at character 65\n"
             "2026-11-20 22:12:52.241 UTC [47] STATEMENT:  \n\tSELECT 1\n"
             "2026-11-20 22:12:53.000 UTC [48] app@main LOG:  duration: 1500.250 ms  statement: SELECT 2\n");
        QCOMPARE(m_records.size(), 2);
        QCOMPARE(m_records.first().level, LogLevel::Error);
        QCOMPARE(m_records.first().continuation.size(), 2);
        QCOMPARE(field(1, "database"), QStringLiteral("main"));
        QCOMPARE(count("duration>1s"), 1);
    }

    void readsPlainLinesAndFramework()
    {
        read(QStringLiteral("plain"),
             "PostgresError: no table\n    at a (b)\n  code: '42P01'\n}\nall well\n");
        QCOMPARE(m_records.size(), 2);
        QCOMPARE(m_records.first().level, LogLevel::Error);
        QCOMPARE(m_records.last().level, LogLevel::Unknown);
        read(QStringLiteral("dotnet-console"),
             "info: Microsoft.AspNetCore.Hosting.Diagnostics[2]\n"
             "      Request finished HTTP/1.1 GET http://localhost/berths?x=1 - 200 - text/html 1200.5ms\n");
        QCOMPARE(m_records.size(), 1);
        QCOMPARE(field(0, "path"), QStringLiteral("/berths"));
        QCOMPARE(count("status=200 duration>=1.2s"), 1);
    }

    void readsPairs()
    {
        LogFields fields;
        addPairFields(u"t=1 user=ada msg=\"two words\" path=/a?b=c", fields);
        QCOMPARE(fields.value(u"user"), QStringLiteral("ada"));
        QCOMPARE(fields.value(u"MSG"), QStringLiteral("two words"));
        QCOMPARE(fields.value(u"path"), QStringLiteral("/a?b=c"));
    }

    void endsWithForeignText()
    {
        for (const char *text :
             {"{", "{{{{", "{a", "{a:", "{a: '", "{a: {b: ", "{ a: 1, , b: 2", "{a: [[[}", "'"}) {
            LogFields fields;
            addObjectFields(QString::fromLatin1(text), fields);
            addJsonFields(QString::fromLatin1(text), fields);
        }
        LogFields deep;
        addObjectFields(QStringLiteral("{a:").repeated(50000), deep);
    }

    void asksQuestionsThatCanBeRead()
    {
        QList<ProfileLogFormat> formats = standardLogFormats() + m_profile.logFormats;
        const ProfileStore store = ProfileStore::load({});
        for (const char *id : {"portagent", "agentfs"})
            formats += store.profile(QLatin1String(id).toString()).value_or(ServiceProfile()).logFormats;
        QVERIFY(formats.size() >= 14);
        for (const ProfileLogFormat &format : formats) {
            QVERIFY_RESULT(LogParser::compile(format));
            QVERIFY_RESULT(LogFieldReader::compile(format));
            for (const ProfileLogQuestion &question : format.questions)
                QVERIFY2(LogFilter::read(question.filter), qPrintable(format.id + question.id));
        }
    }

    void comparesQuantities()
    {
        QCOMPARE(quantityOf(u"1.5s")->value, 1500.0);
        QCOMPARE(quantityOf(u"12", u"s")->value, 12000.0);
        QCOMPARE(quantityOf(u"3 kB")->value, 3000.0);
        QVERIFY(!quantityOf(u"ms"));
        QVERIFY(!quantityOf(u"(null)ms"));
        QVERIFY(compared(*quantityOf(u"1s"), *quantityOf(u"999ms")) > 0);
        QVERIFY(compared(*quantityOf(u"1s"), *quantityOf(u"1kB")) == std::partial_ordering::unordered);
    }
};

} // namespace tst_logformats

QTEST_GUILESS_MAIN(tst_logformats::TestLogFormats)
#include "tst_logformats.moc"

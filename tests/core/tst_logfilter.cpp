// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/linepattern.h"
#include "core/logs/filter/fieldfilter.h"
#include "core/logs/filter/logfilter.h"
#include "tests/support/logsamples.h"
#include "tests/support/testsupport.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace pilothouse;

namespace tst_logfilter {

class TestLogFilter : public QObject
{
    Q_OBJECT

    LogFieldReader m_reader;
    const QDateTime m_now = QDateTime(QDate(2026, 11, 20), QTime(22, 0), Qt::UTC);

    static LogRecord record()
    {
        LogRecord made;
        made.time = QDateTime(QDate(2026, 11, 20), QTime(21, 30), Qt::UTC);
        made.level = LogLevel::Info;
        made.component = QStringLiteral("net/Socket");
        made.message = QStringLiteral("'Request done' {");
        made.firstLine = QStringLiteral("x ") + made.message;
        made.continuation = {QStringLiteral("  status: 503,"),
                             QStringLiteral("  duration: 1250.5,"),
                             QStringLiteral("  user: 'Alice',"),
                             QStringLiteral("  is_error: false,"),
                             QStringLiteral("  req: { path: '/v1/put', host: 'localhost:8080' }"),
                             QStringLiteral("}")};
        made.source = QStringLiteral("api");
        made.stream = QStringLiteral("stderr");
        return made;
    }

private slots:
    void initTestCase()
    {
        ProfileLogFormat format = sampleFileFormat();
        format.fields.syntax = QStringLiteral("object");
        format.fields.names = {{QStringLiteral("path"), QStringLiteral("req.path")}};
        format.fields.units = {{QStringLiteral("duration"), QStringLiteral("ms")}};
        const auto reader = LogFieldReader::compile(format);
        QVERIFY_RESULT(reader);
        m_reader = *reader;
    }

    void takesARecordOrNot_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("takes");
        const auto row = [](const char *filter, bool takes) {
            QTest::newRow(filter) << QString::fromUtf8(filter) << takes;
        };
        row("", true);
        row("request", true);
        row("REQUEST alice", true);
        row("request bob", false);
        row("request or bob", true);
        row("not bob", true);
        row("NOT request", false);
        row("(bob or alice) and request", true);
        row("bob or alice and nothing", false);
        row("\"Request done\"", true);
        row("\"done request\"", false);
        row("\"request done\"c", false);
        row("\"Request done\"c", true);
        row("\"quest\"w", false);
        row("\"Request\"w", true);
        row("/req.*done/", false);
        row("/req.*done/i", true);
        row("/Req(uest)? done/", true);
        row("/eques/w", false);
        row("/v1/put", true); // a path is no regular expression
        row("localhost:8080", true);
        row("error", true);        // the word in is_error: false …
        row("level:error", false); // … is no error
        row("level>=error", false);
        row("level>=info", true);
        row("level<warning", true);
        row("level=INFO", true);
        row("level!=info", false);
        row("status>=500", true);
        row("status<500", false);
        row("status=503", true);
        row("status!=503", false);
        row("status>=5e2", true);
        row("duration>1s", true);
        row("duration>1250", true);
        row("duration>2s", false);
        row("duration<=1250.5ms", true);
        row("user=alice", true);
        row("user=ali", false);
        row("user~ali", true);
        row("user~/^al.*e$/i", true);
        row("user~/^al.*e$/", false);
        row("user=\"Alice\"", true);
        row("path=/v1/put", true);
        row("req.path~put", true);
        row("has:user", true);
        row("has:nothing", false);
        row("\"user\"=alice", true);
        row("\"req.path\"~put", true);
        row("not \"user\"=bob", true);
        row("\"source\"=api", false); // the record has no field of that name
        row("\"request done\" \"user\">=b", false);
        row("nothing!=5", false);
        row("not nothing=5", true);
        row("component:socket", true);
        row("component=net", false);
        row("source=api stream=stderr", true);
        row("message:done", true);
        row("since:-1h", true);
        row("since:20m", false);
        row("since:2026-11-20 until:2026-11-20", true);
        row("before:2026-11-20", false);
        row("after:2026-11-20", false);
        row("since:21:15", true);
        row("until:21:15", false);
        row("until:2026-11-20T21:30:00Z", false);
        row("until:2026-11-20T22:31:00+01:00", true);
        row("since:2026-11-20T22:15local", true); // Berlin
        row("since:2026-11-20T22:15utc", false);
        row("time>=2026-11-20T21:00 time<2026-11-20T22:00", true);
        row("since:\"2 hours ago\"", true);
    }

    void takesARecordOrNot()
    {
        QFETCH(QString, filter);
        QFETCH(bool, takes);
        const auto read = LogFilter::read(filter, {m_now, ShownZone::Utc});
        QVERIFY2(read, read ? "" : qPrintable(read.error().text));
        QCOMPARE(read->matches(record(), m_reader), takes);
    }

    void saysWhereItIsWrong_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *filter, int position, const char *text) {
            QTest::newRow(filter) << QString::fromUtf8(filter) << position << QString::fromUtf8(text);
        };
        row("a and", 5, "Something to find is missing");
        row("or b", 0, "Something to find is missing");
        row("a or or b", 5, "Something to find is missing");
        row("not", 3, "Something to find is missing");
        row("(a or b", 0, "no “)”");
        row("a b)", 3, "no “(”");
        row("()", 1, "Something to find is missing");
        row("x \"open", 2, "no end");
        row("a level>=loud", 9, "“loud” is no level");
        row("since:yesterday", 6, "is no time");
        row("level:", 6, "A value is missing");
        row("x /a(b/", 6, "not a regular expression");
        row("time=2026-11-20", 5, "compared with");
        row("user~/abc", 0, "no end");
    }

    void saysWhereItIsWrong()
    {
        QFETCH(QString, filter);
        QFETCH(int, position);
        QFETCH(QString, text);
        const auto read = LogFilter::read(filter, {m_now, ShownZone::Utc});
        QVERIFY(!read);
        QVERIFY2(read.error().text.contains(text), qPrintable(read.error().text));
        QCOMPARE(read.error().position, position);
        const auto parsed = LogFilter::parse(filter);
        QCOMPARE(parsed.error().kind, ErrorKind::BadInput);
        QVERIFY(parsed.error().message.contains(QString::number(position + 1)));
    }

    void doesNotFallOverDeepGroups()
    {
        const QString deep = QString(100000, u'(') + u'a' + QString(100000, u')');
        QVERIFY(!LogFilter::read(deep));
        const auto nots = LogFilter::read(QStringLiteral("not ").repeated(100000) + u'a');
        QVERIFY(!nots);
    }

    void saysWhatALineMustHold_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("text"); // empty: nothing
        const auto row = [](const char *filter, const char *text) {
            QTest::newRow(filter) << QString::fromUtf8(filter) << QString::fromUtf8(text);
        };
        row("refused", "refused");
        row("a longer", "longer");
        row("not refused", "");
        row("refused or broken", "(?i:refused)|(?i:broken)");
        row("refused or not broken", "");
        row("/time(d|out)/", "time(d|out)");
        row("/^time/", "");
        row("/\\btime/", "");
        row("/[^ ]out/", "[^ ]out");
        row("user=alice status>=500", "alice");
        row("trace=0af-77", "0af-77");
        row("status>=500", "");
        row("since:-1h", "");
        row("since:-1h refused", "refused");
        row("level>=error", "(?i:error)|(?i:ERR)|(?i:fatal)|(?i:FTL)");
        row("level!=error", "");
        row("level>=error handler", "handler");
    }

    void saysWhatALineMustHold()
    {
        QFETCH(QString, filter);
        QFETCH(QString, text);
        const auto read = LogFilter::read(filter, {m_now, ShownZone::Utc});
        QVERIFY(read);
        const auto needed = read->needed(m_reader);
        QCOMPARE(needed ? needed->text : QString(), text);
        if (needed)
            QVERIFY_RESULT(LinePattern::compile(*needed));
    }

    void knowsItsTimeRange()
    {
        const auto both = LogFilter::read(QStringLiteral("since:-2h until:-1h a"), {m_now, ShownZone::Utc});
        QCOMPARE(both->range().since, m_now.addSecs(-7200));
        QCOMPARE(both->range().until, m_now.addSecs(-3600));
        const auto either = LogFilter::read(QStringLiteral("since:-2h or a"), {m_now, ShownZone::Utc});
        QVERIFY(either->range().isOpen());
        const auto day =
            LogFilter::read(QStringLiteral("since:2026-11-20 until:2026-11-20"), {m_now, ShownZone::Local});
        QCOMPARE(day->range().since, QDateTime(QDate(2026, 11, 19), QTime(23, 0), Qt::UTC)); // Berlin
        QCOMPARE(day->range().until, QDateTime(QDate(2026, 11, 20), QTime(23, 0), Qt::UTC));
    }

    void marksWhatItAsksFor()
    {
        const auto filter = LogFilter::read(QStringLiteral("request \"Alice\"c not bob level>=info"));
        const auto marked = filter->marked();
        QVERIFY(marked);
        const auto search = LogSearch::compile(*marked);
        QVERIFY_RESULT(search);
        QCOMPARE(search->find(record()).size(), 2);
        QVERIFY(!LogFilter::read(QStringLiteral("level>=info"))->marked());
    }

    void writesAQueryAsAFilter_data()
    {
        QTest::addColumn<LogQuery>("query");
        QTest::addColumn<QString>("written");
        QTest::newRow("text") << LogQuery{u"is it \"so\"? C:\\x"_qs} << u"\"is it \\\"so\\\"? C:\\\\x\""_qs;
        QTest::newRow("case and word") << LogQuery{u"Disk"_qs, false, true, true} << u"\"Disk\"cw"_qs;
        QTest::newRow("pattern") << LogQuery{u"a/b \\d+"_qs, true} << u"/a\\/b \\d+/i"_qs;
        QTest::newRow("exact pattern") << LogQuery{u"x\\/y"_qs, true, true, true} << u"/x\\/y/w"_qs;
    }
    void writesAQueryAsAFilter()
    {
        QFETCH(LogQuery, query);
        QTEST(LogFilter::textOf(query), "written");
        const auto read = LogFilter::parse(LogFilter::textOf(query));
        QVERIFY_RESULT(read);
        const auto marked = read->marked();
        QVERIFY(marked);
        QCOMPARE(marked->isPattern, query.isPattern);
        QCOMPARE(marked->isCaseSensitive, query.isCaseSensitive);
        QCOMPARE(marked->isWholeWord, query.isWholeWord);
        if (!query.isPattern)
            QCOMPARE(marked->text, query.text);
    }

    void writesAFieldAsAFilter_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("filter"); // empty: however it is written
        const auto row = [](const QString &name, const QString &value, const QString &filter = {}) {
            QTest::newRow(qPrintable(name + u' ' + value.left(20))) << name << value << filter;
        };
        row(u"status"_qs, u"500"_qs, u"status=500"_qs);
        row(u"path"_qs, u"/v1/put"_qs, u"path=/v1/put"_qs);
        row(u"user"_qs, u"m.lindqvist@example.org"_qs, u"user=m.lindqvist@example.org"_qs);
        row(u"user"_qs, u"Alice Smith"_qs, u"user=\"Alice Smith\""_qs);
        row(u"user name"_qs, u"x"_qs, u"\"user name\"=x"_qs);
        row(u"level"_qs, u"50"_qs, u"\"level\"=50"_qs); // as pino writes it
        row(u"time"_qs, u"2026-11-20T10:00:00Z"_qs, u"\"time\"=2026-11-20T10:00:00Z"_qs);
        row(u"@timestamp"_qs, u"1"_qs, u"\"@timestamp\"=1"_qs);
        row(u"has"_qs, u"a"_qs);
        row(u"message"_qs, u"a \"b\" \\ c\\"_qs);
        row(u"q"_qs, u"\" or level>=info or \""_qs);
        row(u"q"_qs, u") or (x"_qs);
        row(u"q"_qs, u"/a(b/i"_qs);
        row(u"q"_qs, u"or"_qs);
        row(u"q"_qs, u"not"_qs);
        row(u"q"_qs, u" edges "_qs);
        row(u"q"_qs, u"two\nlines\tand a tab"_qs);
        row(u"q"_qs, u"[1,2]"_qs);
        row(u"q"_qs, u"nan"_qs);
        row(u"q"_qs, u"1e999"_qs);
        row(u"q"_qs, u"1.5 s"_qs);
        row(u"duration"_qs, u"1250.5"_qs);
        row(u"q"_qs, u"gr\u00fc\u00dfe \U0001f600 \u202e"_qs);
        row(u"q"_qs, u"<b>&amp;</b>"_qs);
        row(u"a\"b"_qs, u"="_qs);
        row(u"a\\"_qs, u"\\"_qs);
        row(u"\u00e4=1"_qs, u"="_qs);
        row(u"q"_qs, QString(40000, u'x') + u'"');
    }
    void writesAFieldAsAFilter()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, filter);
        ProfileLogFormat format = sampleFileFormat();
        format.fields.syntax = u"json"_qs;
        format.fields.units = {{u"duration"_qs, u"ms"_qs}};
        const auto reader = LogFieldReader::compile(format);
        QVERIFY_RESULT(reader);
        const auto saying = [&name](const QString &text) {
            LogRecord made;
            made.firstLine = made.message =
                QString::fromUtf8(QJsonDocument(QJsonObject{{name, text}}).toJson(QJsonDocument::Compact));
            return made;
        };
        const FieldFilter written = fieldFilters(saying(value), reader->fields(saying(value))).value(0);
        QCOMPARE(written.name, name);
        QCOMPARE(written.value, value);
        if (!filter.isEmpty())
            QCOMPARE(written.filter, filter);
        const auto read = LogFilter::read(u"not bob "_qs + written.filter + u" (a or not a)"_qs);
        QVERIFY2(read, qPrintable(written.filter));
        QVERIFY2(read->matches(saying(value), *reader), qPrintable(written.filter));
        QVERIFY2(!read->matches(saying(u"another"_qs), *reader), qPrintable(written.filter));
        QCOMPARE(LogFilter::partsOf(written.filter), QStringList{written.filter});
    }

    void tellsLongNumbersApart()
    {
        LogRecord one = record();
        one.continuation.insert(1, u"  id: 9223372036854775807,"_qs);
        QVERIFY(LogFilter::read(u"id=9223372036854775807"_qs)->matches(one, m_reader));
        QVERIFY(!LogFilter::read(u"id=9223372036854775806"_qs)->matches(one, m_reader));
        QVERIFY(LogFilter::read(u"id>9e18"_qs)->matches(one, m_reader));
    }

    void namesWhatARecordIsKnownBy()
    {
        QStringList filters;
        for (const FieldFilter &one : fieldFilters(record(), m_reader.fields(record())))
            filters.append(one.filter);
        QCOMPARE(filters.mid(0, 4), (QStringList{u"level=info"_qs, u"component=net/Socket"_qs,
                                                 u"stream=stderr"_qs, u"path=/v1/put"_qs}));
        for (const QString &filter : filters)
            QVERIFY2(LogFilter::read(filter)->matches(record(), m_reader), qPrintable(filter));
    }

    void narrowsAFilter_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("isWanted");
        QTest::addColumn<QString>("narrowed");
        QTest::newRow("nothing") << QString() << true << u"a=1"_qs;
        QTest::newRow("not") << QString() << false << u"not a=1"_qs;
        QTest::newRow("more") << u"b and not c=\"x y\""_qs << true << u"b not c=\"x y\" a=1"_qs;
        QTest::newRow("choice") << u"b or c"_qs << true << u"(b or c) a=1"_qs;
        QTest::newRow("group") << u"(b or c) d"_qs << true << u"(b or c) d a=1"_qs;
        QTest::newRow("quoted or") << u"\"b or c\""_qs << true << u"\"b or c\" a=1"_qs;
        QTest::newRow("twice") << u"a=1 b"_qs << true << u"b a=1"_qs;
        QTest::newRow("turned") << u"b not a=1"_qs << true << u"b a=1"_qs;
        QTest::newRow("turned off") << u"a=1 b"_qs << false << u"b not a=1"_qs;
        QTest::newRow("no filter") << u"level>=loud"_qs << true << u"a=1"_qs;
    }
    void narrowsAFilter()
    {
        QFETCH(QString, filter);
        QFETCH(bool, isWanted);
        QTEST(narrowedFilter(filter, u"a=1"_qs, isWanted), "narrowed");
    }

    void joinsFilters()
    {
        const LogFilter open;
        QVERIFY(open.isOpen() && open.narrowedBy(open).isOpen());
        const LogFilter errors =
            LogFilter::ofLevel(LogLevel::Error).narrowedBy(LogFilter::ofText({u"done"_qs}));
        QVERIFY(!errors.matches(record(), m_reader));
        LogRecord failed = record();
        failed.level = LogLevel::Fatal;
        QVERIFY(errors.matches(failed, m_reader));
    }
};

} // namespace tst_logfilter

QTEST_GUILESS_MAIN(tst_logfilter::TestLogFilter)
#include "tst_logfilter.moc"

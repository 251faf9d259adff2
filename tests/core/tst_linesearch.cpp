// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/hyperscanpattern.h"
#include "core/logs/engine/linesearch.h"
#include "core/logs/engine/literalpattern.h"
#include "core/logs/engine/pcrepattern.h"
#include "core/logs/engine/sievedpattern.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTemporaryDir>

#include <thread>
#include <unistd.h>

using namespace pilothouse;

namespace tst_linesearch {

namespace {

/// A log as real ones are: CRLF, NUL, bytes that are no UTF-8, long and empty lines, no end of the last.
QByteArray dirtyLog(int count)
{
    QRandomGenerator random(42);
    const QList<QByteArray> words{
        "error", "Error",       "ERROR",       "is_error: false", "erro", "rror", "timeout", "id=7f00",
        "id=12", "caf\xc3\xa9", "CAF\xc3\x89", "bad\xff\xfe",     "x\0y", "a\tb", "a  b",    "end",
        "(x)",   "k=v",         "\x1b[31mred"};
    QByteArray text;
    for (int number = 0; number < count; ++number) {
        const int length = number % 500 == 499 ? 3000 : static_cast<int>(random.bounded(12));
        for (int word = 0; word < length; ++word)
            text +=
                words.at(static_cast<qsizetype>(random.bounded(static_cast<quint32>(words.size())))) + ' ';
        text += random.bounded(10) == 0 ? "\r\n" : "\n";
    }
    return text + "the last error";
}

qint64 grepCount(const QString &path, const QStringList &options, const QByteArray &pattern)
{
    QProcess grep;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    grep.setProcessEnvironment(environment);
    grep.start(QStringLiteral("grep"),
               QStringList{QStringLiteral("-a"), QStringLiteral("-c")} + options
                   + QStringList{QStringLiteral("-e"), QString::fromUtf8(pattern), path});
    grep.waitForFinished();
    return grep.readAllStandardOutput().trimmed().toLongLong();
}

struct Found
{
    std::vector<qint64> starts;
    LineSearchResult result;
};

Found search(const LogFile &file, const LinePattern &pattern)
{
    Found found;
    const auto result =
        LineSearch(file, encodingOf(file), pattern)
            .run([&found](std::span<const qint64> starts,
                          qint64) { found.starts.insert(found.starts.end(), starts.begin(), starts.end()); },
                 {});
    found.result = result.value_or(LineSearchResult{-1, 0, 0, false});
    return found;
}

} // namespace

class LineSearchTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_dirty;
    QByteArray m_text;

    std::shared_ptr<LogFile> file(const QByteArray &content)
    {
        const QString path =
            m_folder.filePath(QStringLiteral("%1.log").arg(QLatin1String(QTest::currentTestFunction())));
        writeAll(path, content);
        return LogFile::open(path).value();
    }

private slots:
    void initTestCase()
    {
        m_text = dirtyLog(120000); // several pieces
        m_dirty = m_folder.filePath(QStringLiteral("dirty.log"));
        writeAll(m_dirty, m_text);
    }

    void findsWhatGrepFinds_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("isPattern");
        QTest::addColumn<bool>("isCaseSensitive");
        const auto row = [](const char *pattern, bool isPattern, bool isCaseSensitive) {
            QTest::addRow("%s %d %d", pattern, isPattern, isCaseSensitive)
                << QString::fromUtf8(pattern) << isPattern << isCaseSensitive;
        };
        for (const char *text : {"error", "e", "x", "is_error: false", "(x)", "caf\u00e9", "a\tb", "nowhere"})
            row(text, false, true);
        for (const char *text : {"error", "ERROR ", "k=V", "(X)", "[31M", " "})
            row(text, false, false);
        for (const char *text : {"err.r", "^error", "end $", "id=[0-9a-f]*7f[0-9a-f]*", "error.*timeout",
                                 "(error|timeout) (end|id)", "e[^x]*x", "[[:space:]]end", "x.y", "^$", "^",
                                 "erro(r|$)", "error.*timeout.*end", "[[]31mred", "erro[rx] +end",
                                 "error.*xyzzy", "a +b", "\\berror\\b", "(error .*){3}"})
            row(text, true, true);
        for (const char *text : {"ERR.R", "is_error: [a-z]+", "[^e]rror"})
            row(text, true, false);
    }
    void findsWhatGrepFinds()
    {
        QFETCH(QString, pattern);
        QFETCH(bool, isPattern);
        QFETCH(bool, isCaseSensitive);
        const auto compiled = LinePattern::compile({pattern, isPattern, isCaseSensitive});
        QVERIFY_RESULT(compiled);
        const auto log = LogFile::open(m_dirty).value();
        const Found found = search(*log, **compiled);
        QStringList options{isPattern ? QStringLiteral("-E") : QStringLiteral("-F")};
        if (!isCaseSensitive)
            options << QStringLiteral("-i");
        QCOMPARE(found.result.hits, grepCount(m_dirty, options, pattern.toUtf8()));
        QCOMPARE(static_cast<qint64>(found.starts.size()), found.result.hits);
        QVERIFY(std::is_sorted(found.starts.begin(), found.starts.end()));
        for (const qint64 start : found.starts)
            QVERIFY(start == 0 || m_text.at(start - 1) == '\n');
    }

    void bothEnginesFindTheSame_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        for (const char *text :
             {"error", "x\\s+id", "\\Werror", "[^a-z]end", "e\\D+7f", "is_(error|x)", "end\\s$"})
            QTest::newRow(text) << QByteArray(text);
    }
    void bothEnginesFindTheSame()
    {
        QFETCH(QByteArray, pattern);
        const PatternText text{pattern, true, false};
        const auto fast = makeHyperscanPattern(text);
        PILOTHOUSE_REQUIRE(fast, "This build has no Hyperscan.");
        const auto log = LogFile::open(m_dirty).value();
        QVERIFY(search(*log, *fast).starts == search(*log, *PcrePattern::compile(text).value()).starts);
    }

    void choosesTheEngineThatFits()
    {
        const auto engineOf = [](const char *text, bool isPattern) {
            return LinePattern::compile({QString::fromUtf8(text), isPattern, false}).value()->engine();
        };
        QCOMPARE(engineOf("(?<=a)b", true), QStringLiteral("pcre2")); // looks behind
        QCOMPARE(engineOf("(a)\\1", true), QStringLiteral("pcre2"));
        QCOMPARE(engineOf("caf\u00e9", false), QStringLiteral("pcre2"));
        QCOMPARE(engineOf("x*", true), QStringLiteral("pcre2"));
    }

    void leavesOutWhatMayBeMissingAtTheEnd()
    {
        const auto kept = [](const char *pattern) { return SievedPattern::withoutIdleEnd(pattern); };
        QCOMPARE(kept("id=[0-9a-f]*7f[0-9a-f]*"), QByteArray("id=[0-9a-f]*7f"));
        QCOMPARE(kept("end.*"), QByteArray("end"));
        QCOMPARE(kept("ab*c*"), QByteArray("a"));
        for (const char *whole :
             {"abc", "ab+", "ab?", "a*", "a*?", "a$", "x{2}", "(ab)*", "a|b*", "a\\*", "[[:digit:]]*", "[*]"})
            QCOMPARE(kept(whole), QByteArray(whole));
    }

    void learnsWhichBytesTell()
    {
        // "-" and ":" stand at the same places of each line, so only a later byte tells lines apart.
        QByteArray text;
        for (int line = 0; line < 5000; ++line)
            text += "2026-01-01 0" + QByteArray::number(line / 500) + ":00:00 text "
                    + QByteArray::number(line) + '\n';
        text += QByteArray(LineMatcher::PaddingBytes, '\0');
        const LiteralPattern pattern("2026-01-01 07:", true);
        LiteralPattern::Finder finder = pattern.finder();
        qsizetype hits = 0;
        const char *const end = text.constData() + text.size() - LineMatcher::PaddingBytes;
        for (const char *at = finder.findIn(text.constData(), end); at; at = finder.findIn(at + 1, end))
            ++hits;
        QCOMPARE(hits, 500);
        QCOMPARE(finder.needle().second, 12);
    }

    void knowsWhatEachMatchHolds()
    {
        const auto texts = [](const char *pattern) { return SievedPattern::textsOf(pattern); };
        QCOMPARE(texts("^2026-01 03:[0-5][]x] .*id=[0-9a-f]*7fff+"),
                 (QList<QByteArray>{"2026-01 03:", "id=", "7fff"}));
        QCOMPARE(texts("abcd?efg{2,3}hi"), (QList<QByteArray>{"abc"}));
        QCOMPARE(texts("abc*"), QList<QByteArray>());
        QCOMPARE(texts("abc|def"), QList<QByteArray>());
        QCOMPARE(texts("(abc)?def"), QList<QByteArray>());
    }

    void knowsTheCaseOfOtherLetters()
    {
        const auto pattern = LinePattern::compile({QStringLiteral("caf\u00e9"), false, false});
        QVERIFY_RESULT(pattern);
        const auto log = file("caf\xc3\xa9\nCAF\xc3\x89\ncafe\n\xff caf\xc3\xa9 \xff\ncaf\xc3\n");
        QCOMPARE(search(*log, **pattern).starts, (std::vector<qint64>{0, 6, 17}));
    }

    void saysWhereAnExpressionIsWrong()
    {
        for (const QString &wrong : {QStringLiteral("a(b"), QStringLiteral("[z"), QStringLiteral("*")}) {
            const auto pattern = LinePattern::compile({wrong, true, true});
            QVERIFY(!pattern);
            QCOMPARE(pattern.error().kind, ErrorKind::BadInput);
            QVERIFY(pattern.error().message.contains(QStringLiteral("character")));
        }
    }

    void givesUpOnALineThatExplodes()
    {
        const auto pattern = LinePattern::compile({QStringLiteral("(?=a)(a+)+\\1b"), true, true});
        QVERIFY_RESULT(pattern);
        const auto log = file(QByteArray(60, 'a') + "cb\nab aab\n");
        QElapsedTimer timer;
        timer.start();
        const Found found = search(*log, **pattern);
        QCOMPARE(found.result.givenUp, 1);
        QCOMPARE(found.result.hits, 1);
        QVERIFY(timer.elapsed() < 5000);
    }

    void searchesLinesThatAreTooLongForABlock_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("isPattern");
        QTest::newRow("literal") << QStringLiteral("need") << false;
        QTest::newRow("expression") << QStringLiteral("ne+d") << true;
        QTest::newRow("whole line") << QStringLiteral("^begin.*need.*xend$") << true;
        QTest::newRow("lookahead") << QStringLiteral("n(?=eed)") << true;
    }
    void searchesLinesThatAreTooLongForABlock()
    {
        QFETCH(QString, pattern);
        QFETCH(bool, isPattern);
        // "need" lies across the pieces in which such a line is read.
        QByteArray line =
            "begin" + QByteArray((5 << 20) - 7, 'x') + "need" + QByteArray(9 << 20, 'x') + "end";
        const QByteArray without = "begin" + QByteArray(6 << 20, 'x') + "end";
        const auto log = file("short\n" + line + '\n' + without + "\nshort\nbegin needxend\n");
        const auto compiled = LinePattern::compile({pattern, isPattern, true});
        QVERIFY_RESULT(compiled);
        const qint64 third = 6 + line.size() + 1 + without.size() + 1 + 6;
        QCOMPARE(search(*log, **compiled).starts, (std::vector<qint64>{6, third}));
    }

    void searchesUtf16()
    {
        QString text;
        for (int number = 0; number < 60000; ++number)
            text +=
                number % 7 == 0 ? QStringLiteral("zeile \u00e4 error\r\n") : QStringLiteral("\u0a0a fine\n");
        for (const auto encoding : {QStringEncoder::Utf16LE, QStringEncoder::Utf16BE}) {
            QStringEncoder encoder(encoding, QStringEncoder::Flag::WriteBom);
            const QByteArray bytes = encoder.encode(text);
            const auto log = file(bytes);
            for (const QString &wanted : {QStringLiteral("error"), QStringLiteral("\u00c4 ERR")}) {
                const auto pattern = LinePattern::compile({wanted, false, false});
                QVERIFY_RESULT(pattern);
                const Found found = search(*log, **pattern);
                QCOMPARE(found.result.hits, (60000 + 6) / 7);
                QCOMPARE(found.starts.at(0), 0);
                const auto second = static_cast<qint64>(2 + 2 * (text.indexOf(u"zeile", 5)));
                QCOMPARE(found.starts.at(1), second);
            }
        }
    }

    void stopsAtOnceWhenCancelled()
    {
        const QString path = m_folder.filePath(QStringLiteral("sparse.log"));
        writeAll(path, QByteArray(1000, '\n'));
        QVERIFY(QFile::resize(path, qint64{20} << 30));
        const auto log = LogFile::open(path).value();
        const auto pattern = LinePattern::compile({QStringLiteral("(?=e)error"), true, true});
        QVERIFY_RESULT(pattern);
        OperationContext context;
        QElapsedTimer timer;
        std::thread stopping([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(150));
            timer.start();
            context.cancel();
        });
        const auto result = LineSearch(*log, LogEncoding::Bytes, **pattern).run({}, context);
        const qint64 took = timer.elapsed();
        stopping.join();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
        QVERIFY2(took < 1000, qPrintable(QString::number(took)));
    }

    void survivesTruncationMeanwhile()
    {
        const auto log = file(m_text);
        const QByteArray path = m_folder.filePath(QStringLiteral("survivesTruncationMeanwhile.log")).toUtf8();
        const auto pattern = LinePattern::compile({QStringLiteral("error"), false, false});
        QVERIFY_RESULT(pattern);
        LineSearch whole(*log, LogEncoding::Bytes, **pattern);
        bool isCut = false;
        const auto result = whole.run(
            [&](std::span<const qint64>, qint64) {
                if (!std::exchange(isCut, true))
                    QCOMPARE(::truncate(path.constData(), 100), 0);
            },
            {});
        QVERIFY_RESULT(result);
        QVERIFY(result->isCutShort);
        QVERIFY(result->hits > 0);
    }
};

} // namespace tst_linesearch

QTEST_GUILESS_MAIN(tst_linesearch::LineSearchTest)
#include "tst_linesearch.moc"

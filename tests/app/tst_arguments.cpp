// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/arguments.h"
#include "app/commandline/completion.h"
#include "app/commandline/labelledtext.h"
#include "app/commandline/output.h"
#include "app/identity.h"
#include "core/base/units.h"
#include "tests/support/testsupport.h"

#include <QJsonArray>

using namespace pilothouse;

class TestArguments : public QObject
{
    Q_OBJECT

private slots:
    void readsOptionsInAnyPlace()
    {
        const ArgumentSpec spec{
            {QStringLiteral("NAME")}, {QStringLiteral("DB")}, {QStringLiteral("source=")}};
        const auto arguments =
            parseArguments({QStringLiteral("--json"), QStringLiteral("prod"), QStringLiteral("--source=file"),
                            QStringLiteral("--reason"), QStringLiteral("why not")},
                           spec);
        QVERIFY_RESULT(arguments);
        QCOMPARE(arguments->at(0), QStringLiteral("prod"));
        QCOMPARE(arguments->at(1), QString());
        QCOMPARE(arguments->value(QStringLiteral("source")), QStringLiteral("file"));
        QCOMPARE(arguments->value(QStringLiteral("reason")), QStringLiteral("why not"));
        QVERIFY(arguments->has(QStringLiteral("json")));
    }

    void cutsATableToTheTerminalAndNowhereElse()
    {
        const QString path(100, u'p');
        const QJsonArray rows{QJsonObject{{QStringLiteral("id"), QStringLiteral("one")},
                                          {QStringLiteral("path"), path},
                                          {QStringLiteral("text"), QString(90, u't')}}};
        const auto printed = [&rows](int width) {
            QString text;
            QTextStream stream(&text);
            QTextStream error(stderr);
            Output(stream, error, false, width)
                .value(rows, {QStringLiteral("id"), QStringLiteral("path"), QStringLiteral("text")});
            return text.split(u'\n').value(1);
        };
        QCOMPARE(printed(0), QStringLiteral("one  ") + path + QStringLiteral("  ") + QString(90, u't'));
        QCOMPARE(printed(250), printed(0));
        const QString cut = printed(120);
        QVERIFY2(cut.contains(QString(20, u'p')) && !cut.contains(path) && cut.contains(QChar(0x2026)),
                 qPrintable(cut));
        QVERIFY2(cut.indexOf(u't') == 60, qPrintable(cut)); // half of it is for what stands last
        QVERIFY2(cut.startsWith(QStringLiteral("one  ")) && cut.endsWith(QString(90, u't')), qPrintable(cut));
        QCOMPARE(printed(10).count(u'p'), 15);
    }

    void noCellPadsEveryRowOfAPipe()
    {
        const QString wide(5000, u'w');
        const QJsonArray rows{
            QJsonObject{{QStringLiteral("path"), wide}, {QStringLiteral("text"), QStringLiteral("a")}},
            QJsonObject{{QStringLiteral("path"), QStringLiteral("p")}, {QStringLiteral("text"), u"b"_qs}}};
        QString text;
        QTextStream stream(&text);
        QTextStream error(stderr);
        Output(stream, error, false, 0).value(rows, {QStringLiteral("path"), QStringLiteral("text")});
        const QStringList lines = text.split(u'\n');
        QCOMPARE(lines.value(1), QString(wide + QStringLiteral("  a"))); // the cell itself stays whole
        QVERIFY2(lines.value(2).size() < 300, qPrintable(QString::number(lines.value(2).size())));
        QVERIFY(lines.value(2).endsWith(QStringLiteral("  b")));
    }

    void labelsWhatIsShownToPeople()
    {
        const QJsonObject preset{{QStringLiteral("id"), QStringLiteral("light")},
                                 {QStringLiteral("memoryBytes"), 512'000'000},
                                 {QStringLiteral("cpus"), 0.5}};
        const QJsonObject limits{{QStringLiteral("canSet"), true},
                                 {QStringLiteral("memoryBytes"), 0},
                                 {QStringLiteral("memoryUsed"), 64'000'000},
                                 {QStringLiteral("odd_one"), QStringLiteral("a\x1b[31mb")},
                                 {QStringLiteral("presets"), QJsonArray{preset}},
                                 {QStringLiteral("snippet"), QStringLiteral("services:\n  x:\n")}};
        const QStringList lines = labelledLines(limits);
        const QString shown = lines.join(u'\n');
        QCOMPARE(lines.value(0).simplified(),
                 QString(QStringLiteral("Memory now: ") + formatBytes(64'000'000)).simplified());
        QCOMPARE(lines.value(1).simplified(), QStringLiteral("Memory limit: no limit"));
        QCOMPARE(lines.value(2).simplified(), QStringLiteral("Can be changed here: yes"));
        QCOMPARE(lines.value(4).simplified(), QStringLiteral("Memory limit Cores at most Id"));
        QCOMPARE(lines.value(5).simplified(),
                 formatBytes(512'000'000).simplified() + QStringLiteral(" 0.5 cores light"));
        QVERIFY2(shown.contains(QStringLiteral("For its definition:\n  services:\n    x:\n")),
                 qPrintable(shown));
        QVERIFY2(lines.last().startsWith(QStringLiteral("odd_one:")) && !shown.contains(u'\x1b'),
                 qPrintable(shown));
        QVERIFY2(!shown.contains(u'{') && !shown.contains(QStringLiteral("memoryBytes")), qPrintable(shown));
    }

    void showsWhatIsTooWideForATableAsLines()
    {
        const QJsonObject finding{{QStringLiteral("verdict"), QStringLiteral("inTheWay")},
                                  {QStringLiteral("title"), QStringLiteral("Console")},
                                  {QStringLiteral("advice"), QString(120, u'x')}};
        QCOMPARE(labelledLines({{QStringLiteral("findings"), QJsonArray{finding}}}),
                 (QStringList{QStringLiteral("Findings:"), QStringLiteral("  - Title:   Console"),
                              QStringLiteral("    Verdict: needs attention"),
                              QStringLiteral("    Advice:  ") + QString(120, u'x')}));
    }

    void leavesForeignNamesAlone()
    {
        const QJsonObject counts{{QStringLiteral("bytes"), 5},
                                 {QStringLiteral("state"), QStringLiteral("down")}};
        for (const char *parent : {"counts", "values"})
            QCOMPARE(labelledLines({{QLatin1String(parent), counts}}).mid(1),
                     (QStringList{QStringLiteral("  bytes: 5"), QStringLiteral("  state: down")}));
    }

    void takesTheLanguageInAnyPlace_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("first") << QStringLiteral("--language de users list");
        QTest::newRow("between") << QStringLiteral("users --language de list");
        QTest::newRow("last") << QStringLiteral("users list --language de");
        QTest::newRow("in one word") << QStringLiteral("users --language=de list");
    }

    void takesTheLanguageInAnyPlace()
    {
        QFETCH(QString, line);
        QCOMPARE(withoutLanguage(line.split(u' ')).join(u' '), QStringLiteral("users list"));
    }

    void completesWhatMayComeNext_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("words");
        QTest::newRow("group") << QStringLiteral("jour") << QStringLiteral("journal");
        QTest::newRow("verb") << QStringLiteral("backup ver") << QStringLiteral("verify");
        QTest::newRow("instance") << QStringLiteral("logs tail ") << QStringLiteral("one two");
        QTest::newRow("option") << QStringLiteral("logs tail one --so") << QStringLiteral("--source");
        QTest::newRow("log") << QStringLiteral("logs tail one --source ")
                             << QStringLiteral("one-file one-console");
        QTest::newRow("log by its start")
            << QStringLiteral("logs tail --count 5 two --source two-c") << QStringLiteral("two-console");
        QTest::newRow("level") << QStringLiteral("logs tail one --level war") << QStringLiteral("warning");
        QTest::newRow("width") << QStringLiteral("logs stats one --per ")
                               << QStringLiteral("minute hour day");
        QTest::newRow("question") << QStringLiteral("logs stats one --question ")
                                  << QStringLiteral("failed slow");
        QTest::newRow("another form") << QStringLiteral("backup verify --fr") << QStringLiteral("--from");
        QTest::newRow("nothing") << QStringLiteral("logs tail one more") << QString();
    }

    void completesWhatMayComeNext()
    {
        QFETCH(QString, line);
        QFETCH(QString, words);
        const CompletionSources sources{
            [] {
                return QStringList{QStringLiteral("one"), QStringLiteral("two")};
            },
            [](const QString &name) {
                return QStringList{QString(name + u"-file"), QString(name + u"-console")};
            },
            [](const QString &) {
                return QStringList{QStringLiteral("failed"), QStringLiteral("slow")};
            }};
        QCOMPARE(completions(line.split(u' '), sources).join(u' '), words);
    }

    void leavesALanguageAfterTwoDashes()
    {
        const QStringList words{QStringLiteral("--"), QStringLiteral("--language"), QStringLiteral("de")};
        QCOMPARE(withoutLanguage(words), words);
    }

    void takesEverythingAfterTwoDashesLiterally()
    {
        const auto arguments = parseArguments({QStringLiteral("--"), QStringLiteral("--yes")},
                                              {{QStringLiteral("USER")}, {}, {}});
        QVERIFY_RESULT(arguments);
        QCOMPARE(arguments->at(0), QStringLiteral("--yes"));
        QVERIFY(!arguments->has(QStringLiteral("yes")));
    }

    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("unknown option") << QStringList{QStringLiteral("a"), QStringLiteral("--force")};
        QTest::newRow("too many") << QStringList{QStringLiteral("a"), QStringLiteral("b")};
        QTest::newRow("too few") << QStringList{};
        QTest::newRow("no value") << QStringList{QStringLiteral("a"), QStringLiteral("--reason")};
        QTest::newRow("value for a switch") << QStringList{QStringLiteral("a"), QStringLiteral("--yes=no")};
    }

    void refusesWhatItDoesNotKnow()
    {
        QFETCH(QStringList, words);
        const auto arguments = parseArguments(words, {{QStringLiteral("NAME")}, {}, {}});
        QVERIFY(!arguments);
        QCOMPARE(arguments.error().kind, ErrorKind::BadInput);
    }
};

QTEST_GUILESS_MAIN(TestArguments)
#include "tst_arguments.moc"

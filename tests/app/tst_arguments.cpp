// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/arguments.h"
#include "app/commandline/completion.h"
#include "app/identity.h"
#include "tests/support/testsupport.h"

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

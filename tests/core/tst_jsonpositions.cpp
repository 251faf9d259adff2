// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/jsonpositions.h"
#include "core/profile/profileloader.h"
#include "tests/support/profiledata.h"
#include "tests/support/testsupport.h"

#include <QJsonDocument>
#include <QRandomGenerator>

using namespace pilothouse;

namespace tst_jsonpositions {

class TestJsonPositions : public QObject
{
    Q_OBJECT
private slots:
    void knowsTheLineOfEveryValue()
    {
        const auto positions =
            JsonPositions::scan("{\n  \"a\": 1,\n  \"b/~\": [\n    true,\n    {\"c\": null}\n  ]\n}\n");
        QVERIFY_RESULT(positions);
        QCOMPARE(positions->of(QStringLiteral("/a")), (TextPosition{2, 8}));
        QCOMPARE(positions->of(QStringLiteral("/b~1~0/0")), (TextPosition{4, 5}));
        QCOMPARE(positions->of(QStringLiteral("/b~1~0/1/c")), (TextPosition{5, 11}));
        QCOMPARE(positions->ofKey(QStringLiteral("/b~1~0/1"), QStringLiteral("c")), (TextPosition{5, 6}));
    }

    void fallsBackToTheValueAround()
    {
        const auto positions = JsonPositions::scan("[\n {\"a\": {}}]");
        QVERIFY_RESULT(positions);
        QCOMPARE(positions->of(QStringLiteral("/0/a/missing/deep")), (TextPosition{2, 8}));
        QCOMPARE(positions->ofKey(QStringLiteral("/0"), QStringLiteral("z")), (TextPosition{2, 2}));
    }

    void saysWhereTheTextIsBroken_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("Line 1, column 1: a value was expected.");
        QTest::newRow("comma") << QByteArray("{\"a\": 1\n\"b\": 2}")
                               << QStringLiteral("Line 2, column 1: \",\" or \"}\" was expected.");
        QTest::newRow("key") << QByteArray("{\n a: 1}")
                             << QStringLiteral("Line 2, column 2: a key in quotes was expected.");
        QTest::newRow("twice") << QByteArray("{\"a\": 1,\n \"a\": 2}")
                               << QStringLiteral("Line 2, column 2: each key was expected once.");
        QTest::newRow("open") << QByteArray("[\"a")
                              << QStringLiteral("Line 1, column 4: a closing quote was expected.");
        QTest::newRow("rest") << QByteArray("{}\n]")
                              << QStringLiteral("Line 2, column 1: nothing was expected after the end.");
        QTest::newRow("word") << QByteArray("[nope]")
                              << QStringLiteral("Line 1, column 2: a value was expected.");
    }

    void saysWhereTheTextIsBroken()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        const auto positions = JsonPositions::scan(text);
        QVERIFY(!positions);
        QCOMPARE(positions.error().message, message);
    }

    void refusesNestingWithoutEnd() { QVERIFY(!JsonPositions::scan(QByteArray(100000, '['))); }

    /// Whatever happens to a profile's text, it loads or names a line that is there.
    void survivesTenThousandMutations()
    {
        const QByteArray original = testProfile(QStringLiteral("quillkeep.json"));
        QVERIFY_RESULT(loadProfile(original, QStringLiteral("q")));
        QRandomGenerator random(20261120);
        int loaded = 0;
        for (int i = 0; i < 10000; ++i) {
            const QByteArray text = mutated(original, random);
            const auto profile = loadProfile(text, QStringLiteral("q"));
            loaded += profile.has_value() ? 1 : 0;
            if (profile)
                continue;
            static const QRegularExpression place(QStringLiteral("^Line (\\d+), column (\\d+): "));
            const auto match = place.match(profile.error().message);
            QVERIFY2(match.hasMatch(), qPrintable(profile.error().message));
            QVERIFY(match.captured(1).toInt() <= text.count('\n') + 1);
            QVERIFY(match.captured(2).toInt() >= 1);
        }
        QVERIFY(loaded > 100);
        QVERIFY(loaded < 9900);
    }

private:
    static QByteArray mutated(QByteArray text, QRandomGenerator &random)
    {
        const qsizetype at = random.bounded(text.size());
        switch (random.bounded(5)) {
        case 0:
            text[at] = static_cast<char>(random.bounded(256));
            break;
        case 1:
            text.remove(at, random.bounded(1, 40));
            break;
        case 2:
            text.insert(at, QByteArray("{}[]\",:\\0\xff", 10).mid(random.bounded(10), 1));
            break;
        case 3:
            text.truncate(at);
            break;
        default:
            text.insert(at, text.mid(random.bounded(text.size()), random.bounded(1, 60)));
        }
        return text;
    }
};

} // namespace tst_jsonpositions

QTEST_GUILESS_MAIN(tst_jsonpositions::TestJsonPositions)
#include "tst_jsonpositions.moc"

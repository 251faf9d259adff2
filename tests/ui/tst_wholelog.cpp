// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/fakeenginelog.h"
#include "tests/ui/logspagetest.h"
#include "tests/ui/pagepictures.h"
#include "ui/widgets/loghistogram.h"
#include "ui/widgets/matchbar.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollBar>

using namespace pilothouse;

namespace {

constexpr int Rotated = 12000;
constexpr int All = 24000;

bool isErrorAt(int sequence)
{
    return sequence % 997 == 0 || (sequence > 21000 && sequence % 41 == 0);
}

int errorCount()
{
    int count = 0;
    for (int i = 0; i < All; ++i)
        count += isErrorAt(i) ? 1 : 0;
    return count;
}

/// One record in the shape of the samples, at a time that goes on by 700 ms a record.
QByteArray timedRecord(int sequence)
{
    static const QByteArrayList Levels{"INF", "INF", "DBG", "INF", "INF", "INF", "INF"};
    const bool isError = isErrorAt(sequence);
    const bool isWarning = !isError && sequence % 131 == 0;
    const QByteArray level = isError ? "ERR" : isWarning ? "WRN" : Levels.at(sequence % 7);
    const QByteArray record = timedRecordHead(sequence, level, "Part" + QByteArray::number(sequence % 7));
    if (!isError)
        return record + " id: 'img_" + QByteArray::number(sequence * 37 % 9973)
               + "', user: '<b>Bold</b>' }\n";
    return record + "\n  requestId: 'req_" + QByteArray::number(sequence)
           + "',\n  error: 'Image not found',\n  stack: 'at run (handler.ts:212)'\n}\n";
}

QByteArray timedRecords(int from, int to)
{
    return recordsFrom(from, to, timedRecord);
}

} // namespace

/// The Logs page over a log that is longer than what its view holds.
class TestWholeLog : public LogsPageTest
{
    Q_OBJECT

    LogSource m_source;

    int firstSequence() const { return sequenceOf(model().record(m_view->firstVisibleRow()).message); }
    int lastSequence() const
    {
        return model().records().isEmpty() ? -1 : sequenceOf(model().records().last().message);
    }

private slots:
    void initTestCase()
    {
        makeSurroundings();
        m_source = sourceIn(QStringLiteral("file"), QStringLiteral("app.log"));
        writeAll(m_source.pathOf(1), timedRecords(0, Rotated));
        writeAll(m_source.pathOf(0), timedRecords(Rotated, All));
    }

    void init()
    {
        openPage({m_source});
        QTRY_COMPARE(model().extent().parts().size(), 2);
    }

    void cleanup() { closePage(); }

    void opensAtTheEndAndGoesToTheBeginningAndBack()
    {
        QCOMPARE(lastSequence(), All - 1);
        QVERIFY(m_view->isFollowing());
        QTest::keyClick(m_view, Qt::Key_G);
        QTRY_COMPARE(firstSequence(), 0);
        QVERIFY(!m_view->isFollowing());
        QVERIFY(model().isAtBeginning());
        QTest::keyClick(m_view, Qt::Key_G, Qt::ShiftModifier);
        QTRY_COMPARE(currentSequence(), All - 1);
        QVERIFY(model().isAtEnd());
    }

    void scrollsThroughAllOfItWithAWindowThatStaysSmall()
    {
        QTest::keyClick(m_view, Qt::Key_G);
        QTRY_COMPARE(firstSequence(), 0);
        QScrollBar *bar = m_view->verticalScrollBar();
        int before = 0;
        while (before < 9000) {
            bar->setValue(bar->value() + 10 * bar->pageStep());
            QVERIFY(firstSequence() >= before); // nothing jumps back
            before = firstSequence();
            QTRY_VERIFY(bar->value() < bar->maximum()); // more has come
            QVERIFY(model().records().size() <= 9000);
        }
        QVERIFY(!model().isAtBeginning());
        while (before > 0) {
            bar->setValue(bar->value() - 10 * bar->pageStep());
            QVERIFY(firstSequence() <= before);
            before = firstSequence();
            QTRY_VERIFY(bar->value() > 0 || model().isAtBeginning());
        }
        QTest::keyClick(m_view, Qt::Key_PageDown);
        QVERIFY(currentSequence() > 0);
    }

    void staysWhereTheReaderTurnsBackBeforeAPageHasCome()
    {
        QTest::keyClick(m_view, Qt::Key_G);
        QTRY_COMPARE(firstSequence(), 0);
        QTRY_VERIFY(model().records().size() >= 6000); // the window is full
        QScrollBar *bar = m_view->verticalScrollBar();
        QSignalSpy inserted(&model(), &QAbstractItemModel::rowsInserted);
        bar->setValue(bar->maximum()); // asks for what comes next
        bar->setValue(0);
        QVERIFY(inserted.wait());
        QCOMPARE(firstSequence(), 0);
    }

    void goesAnywhereByTheBar()
    {
        auto *bar = m_page->findChild<MatchBar *>();
        emit bar->wanted(0.25);
        QTRY_VERIFY(std::abs(firstSequence() - All / 4) < 800);
        emit bar->wanted(0.75);
        QTRY_VERIFY(std::abs(firstSequence() - All * 3 / 4) < 1200);
        emit bar->wanted(0);
        QTRY_COMPARE(firstSequence(), 0);
        emit bar->wanted(1);
        QTRY_COMPARE(currentSequence(), All - 1);
    }

    void findsInTheWholeLogAndStepsFromMatchToMatch()
    {
        m_page->focusFilter();
        QTest::keyClicks(field(), QStringLiteral("Step 777"));
        QTRY_VERIFY(!m_controller->isSearching());
        QCOMPARE(m_controller->matchCount(), 11); // 777 and 7770 to 7779
        QTRY_VERIFY(m_controller->landmarks().overview().matches.count(true) >= 2);
        QVERIFY(m_controller->landmarks().overview().matches.count(true) <= 3);
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_COMPARE(currentSequence(), 777); // round the end
        QCOMPARE(m_controller->matchNumber(), 1);
        QVERIFY(!m_view->isFollowing());
        QTest::keyClick(field(), Qt::Key_F3);
        QTRY_COMPARE(currentSequence(), 7770);
        QCOMPARE(m_controller->matchNumber(), 2);
        QTest::keyClick(field(), Qt::Key_F3, Qt::ShiftModifier);
        QTRY_COMPARE(currentSequence(), 777);
        m_controller->find({QStringLiteral("Step 777"), false, true, true});
        QTRY_VERIFY(!m_controller->isSearching());
        QCOMPARE(m_controller->matchCount(), 1);
        m_controller->find({QStringLiteral("Step ("), true});
        QVERIFY(m_controller->queryError().contains(QStringLiteral("at character")));
        bool isShown = false;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            isShown =
                isShown || (label->isVisible() && label->text().contains(QStringLiteral("at character")));
        QVERIFY(isShown);
    }

    void showsOnlyMatchesWithContextOnDemand()
    {
        m_controller->find({QStringLiteral("Step \\d*77'"), true});
        QTRY_COMPARE(m_controller->matchCount(), 240);
        QTest::keyClick(m_view, Qt::Key_V);
        QTRY_COMPARE(model().rowCount(), 240);
        QCOMPARE(sequenceOf(model().record(0).message), 77);
        append(m_source, timedRecord(77));
        QTRY_COMPARE(model().rowCount(), 241); // and it goes on following
        m_view->showRecord(model().record(120).number);
        const int current = currentSequence();
        QTest::keyClick(m_view, Qt::Key_X);
        QTRY_VERIFY(model().rowCount() > 600);
        QTRY_COMPARE(currentSequence(), current);
        const int row = m_view->currentRow();
        QCOMPARE(sequenceOf(model().record(row - 3).message), current - 3);
        QCOMPARE(sequenceOf(model().record(row + 3).message), current + 3);
        QCOMPARE(sequenceOf(model().record(row + 4).message), current + 97);
        QTest::keyClick(m_view, Qt::Key_V);
        QTRY_COMPARE(sequenceOf(model().record(m_view->currentRow() + 4).message), current + 4);
        QFile::resize(m_source.path, QFile(m_source.path).size() - timedRecord(77).size());
    }

    void countsAndFiltersLevelsOfTheWholeLog()
    {
        QTRY_COMPARE(m_controller->countOf(LogGroup::Error), errorCount());
        m_controller->setShown(LogGroup::Info, false, 0);
        m_controller->setShown(LogGroup::Debug, false, 0);
        m_controller->setShown(LogGroup::Warning, false, 0);
        QTRY_COMPARE(model().rowCount(), errorCount());
        QCOMPARE(sequenceOf(model().record(1).message), 997);
        QVERIFY(m_controller->landmarks().overview().errors.count(true) > 20);
        QVERIFY(m_controller->landmarks().overview().errors.count(true) < 120);
    }

    void showsTheTimeThatIsBrushed()
    {
        auto *histogram = m_page->findChild<LogHistogram *>();
        QTRY_COMPARE(m_controller->countOf(LogGroup::Error), errorCount());
        QTRY_VERIFY(histogram->isVisible());
        QTest::mousePress(histogram, Qt::LeftButton, {}, QPoint(500, 30));
        QTest::mouseMove(histogram, QPoint(560, 30));
        QTest::mouseRelease(histogram, Qt::LeftButton, {}, QPoint(560, 30));
        QVERIFY(m_controller->timeline().times());
        const LogTimes times = *m_controller->timeline().times();
        QTRY_VERIFY(!model().records().isEmpty() && times.contains(model().records().first().time)
                    && times.contains(model().records().last().time));
        m_view->setFocus();
        QTest::keyClick(m_view, Qt::Key_Home);
        QTRY_VERIFY(model().records().first().time.toMSecsSinceEpoch() - times.from < 700);
        QTest::keyClick(m_view, Qt::Key_End);
        QTRY_VERIFY(times.to - model().records().last().time.toMSecsSinceEpoch() <= 700);
        histogram->setFocus();
        QTest::keyClick(histogram, Qt::Key_Escape);
        QVERIFY(!m_controller->timeline().times());
        QTRY_VERIFY(!times.contains(model().records().last().time));
    }

    void marksAndComesBackToThem()
    {
        m_controller->goTo(QStringLiteral("25%"));
        QTRY_VERIFY(currentSequence() > 4000);
        const int first = currentSequence();
        QTest::keyClick(m_view, Qt::Key_M);
        m_controller->goTo(QStringLiteral("75%"));
        QTRY_VERIFY(currentSequence() > 15000);
        const int second = currentSequence();
        QTest::keyClick(m_view, Qt::Key_M);
        QTest::keyClick(m_view, Qt::Key_BracketLeft);
        QTRY_COMPARE(currentSequence(), first);
        QTest::keyClick(m_view, Qt::Key_BracketRight);
        QTRY_COMPARE(currentSequence(), second);
        QCOMPARE(m_controller->landmarks().overview().marks.count(true), 2);
        QTest::keyClick(m_view, Qt::Key_M);
        QCOMPARE(model().marks().size(), 1);
    }

    void goesToALineAndATime()
    {
        QTRY_COMPARE(m_controller->countOf(LogGroup::Error), errorCount());
        QSignalSpy lines(m_controller.get(), &LogsController::lineKnown);
        QVERIFY(m_controller->goTo(QStringLiteral("1000")));
        QTRY_COMPARE(currentSequence(), 995); // an error of five lines is before it
        m_controller->findLineOf(model().record(m_view->currentRow()).number);
        QTRY_VERIFY(!lines.isEmpty()); // the page asks as well
        QCOMPARE(lines.last().at(0).toLongLong(), 1000);
        QVERIFY(m_controller->goTo(QStringLiteral("2026-11-20 12:00")));
        const QDateTime wanted(QDate(2026, 11, 20), QTime(12, 0));
        const auto expected =
            static_cast<int>(QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC).msecsTo(wanted) + 699)
            / 700;
        QTRY_COMPARE(currentSequence(), expected);
        QVERIFY(!m_controller->goTo(QStringLiteral("yesterday")));
        QVERIFY(!m_controller->goTo(QStringLiteral("99999999")));
    }

    void saysHowManyLinesAreNew()
    {
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() - 50);
        QVERIFY(!m_view->isFollowing());
        QTRY_VERIFY(model().extent().lines() > 0);
        const int top = firstSequence();
        append(m_source, timedRecords(All + 1, All + 20001));
        QTRY_VERIFY(m_view->newLines() >= 20000);
        QCOMPARE(firstSequence(), top);
        auto *pill = m_view->viewport()->findChild<QPushButton *>();
        QTRY_VERIFY(pill->isVisible());
        pill->click();
        QTRY_COMPARE(lastSequence(), All + 20000);
        QVERIFY(m_view->isFollowing());
        QVERIFY(model().records().size() < 9000);
        writeAll(m_source.pathOf(0), timedRecords(Rotated, All));
        QTRY_COMPARE(lastSequence(), All - 1); // written anew: it begins again
    }

    void survivesALineOfAGibibyteAndLinesThatAreNoText()
    {
        LogSource source = m_source;
        source.path = m_folder->filePath(QStringLiteral("huge.log"));
        source.rotated.clear();
        writeAll(source.path, timedRecords(0, 1000));
        QFile file(source.path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek((qint64{1} << 30) + 4321)); // NUL bytes, of which none takes room
        file.write("\n" + timedRecords(1000, 2000));
        for (const QByteArray &line : hostileLines())
            file.write(timedRecord(2000).trimmed() + line + '\n');
        file.write(timedRecord(2001));
        file.close();
        m_controller->setSources({QStringLiteral("one"), {source}, {}});
        QTRY_COMPARE_WITH_TIMEOUT(lastSequence(), 2001, 20000);
        m_page->grab();
        QTest::keyClick(m_view, Qt::Key_G);
        QTRY_COMPARE_WITH_TIMEOUT(firstSequence(), 0, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(lastSequence() > 1000, 20000);
        qsizetype longest = 0;
        for (const LogRecord &record : model().records()) {
            longest = std::max(longest, record.text().size());
            QVERIFY(isHarmless(record.text()));
        }
        QVERIFY2(longest < 1 << 20, qPrintable(QString::number(longest)));
        m_view->setWrapping(true);
        m_page->grab();
        m_view->setWrapping(false);
    }

    void showsAllOfWhatAnEngineKeeps()
    {
        LogSource console = m_source;
        console.id = QStringLiteral("console");
        console.kind = QStringLiteral("container");
        console.path.clear();
        const auto kept = std::make_shared<FakeEngineLog>(timedRecords(0, 6000));
        m_controller->setSources(
            {QStringLiteral("one"), {console}, [kept](const LogSource &) { return kept; }});
        QTRY_COMPARE(lastSequence(), 5999);
        QTRY_COMPARE(model().extent().parts().size(), 2);
        QTRY_COMPARE(m_controller->earlierBytes(), 0);
        m_view->setFocus();
        QTest::keyClick(m_view, Qt::Key_G);
        QTRY_COMPARE(firstSequence(), 0);
        QVERIFY(model().isAtBeginning());
        field()->setText(QStringLiteral("'Step 17'"));
        QTRY_COMPARE(m_controller->matchCount(), 1);
        QTRY_COMPARE(m_controller->timeline().countOf(LogLevel::Error), 7); // every 997th
    }

    void looksRight()
    {
        QTRY_COMPARE(m_controller->countOf(LogGroup::Error), errorCount());
        QTRY_VERIFY(!m_controller->timeline().isRunning());
        m_page->focusFilter();
        QTest::keyClicks(field(), QStringLiteral("Image not found"));
        QTRY_VERIFY(!m_controller->isSearching());
        QTest::keyClick(field(), Qt::Key_Return, Qt::ShiftModifier);
        QTRY_VERIFY(m_view->currentRow() >= 0);
        m_view->toggleMark();
        m_view->setFocus();
        auto *histogram = m_page->findChild<LogHistogram *>();
        for (const PageLook &look : pageLooks()) {
            m_theme->setChoice(look.theme);
            m_page->resize(look.size);
            QCoreApplication::processEvents();
            QVERIFY(savePicture(*m_page, QStringLiteral("wholelog-%1").arg(QLatin1String(look.name))));
        }
        QTest::mousePress(histogram, Qt::LeftButton, {}, QPoint(500, 30));
        QTest::mouseMove(histogram, QPoint(640, 30));
        QTest::mouseRelease(histogram, Qt::LeftButton, {}, QPoint(640, 30));
        QTest::keyClick(m_view, Qt::Key_V);
        QTest::keyClick(m_view, Qt::Key_X);
        field()->setText(QStringLiteral("Image ("));
        m_controller->find({QStringLiteral("Image ("), true});
        QCoreApplication::processEvents();
        QVERIFY(savePicture(*m_page, QStringLiteral("wholelog-wrong")));
    }
};

QTEST_MAIN(TestWholeLog)
#include "tst_wholelog.moc"

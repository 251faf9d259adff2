// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/scan/logscan.h"
#include "tests/ui/logspagetest.h"
#include "tests/ui/pagepictures.h"
#include "ui/widgets/filtercompleter.h"
#include "ui/widgets/logtoolbar.h"

#include <QAbstractItemView>
#include <QFile>
#include <QLabel>

using namespace pilothouse;

namespace tst_logfilters {

namespace {
constexpr int Oldest = 4000; ///< records of the rotation
constexpr int Count = 8000;
} // namespace

/// The Logs page with the language of filters in its find field.
class TestLogFilters : public LogsPageTest
{
    Q_OBJECT

    LogSource m_source;

    void write(const QString &text) const
    {
        if (!button(QStringLiteral("Filter"))->isChecked())
            button(QStringLiteral("Filter"))->click();
        m_page->focusFilter();
        field()->clear();
        QTest::keyClicks(field(), text);
    }

private slots:
    void initTestCase()
    {
        makeSurroundings();
        m_source = sourceIn(QStringLiteral("file"), QStringLiteral("app.log"));
        m_source.format.fields.syntax = QStringLiteral("object");
        m_source.format.fields.names = {{QStringLiteral("request"), QStringLiteral("requestId")}};
        writeAll(m_source.pathOf(1), sampleRecords(0, Oldest));
        writeAll(m_source.pathOf(0), sampleRecords(Oldest, Count));
    }

    void init()
    {
        openPage({m_source});
        QTRY_COMPARE(model().extent().parts().size(), 2);
    }

    void cleanup() { closePage(); }

    void findsTheSameRecordsAsTheCommandLine_data()
    {
        QTest::addColumn<QString>("filter");
        for (const char *filter : {"level:error request=req_104", "level>=warning", "not id=x",
                                   "\"Step 99\" level:debug", "has:request component:Part3"})
            QTest::newRow(filter) << QString::fromUtf8(filter);
    }
    void findsTheSameRecordsAsTheCommandLine()
    {
        QFETCH(QString, filter);
        write(filter);
        QTRY_VERIFY(!m_controller->isSearching());
        const auto scan = LogScan::open({m_source, {}});
        const auto found = scan->run({*LogFilter::parse(filter), 0}, [](const QList<ScannedRecord> &) {}, {});
        QVERIFY(found->hits > 0);
        QCOMPARE(m_controller->matchCount(), found->hits);
        button(QStringLiteral("Only matches"))->click();
        const LogFieldReader reader = scan->reader();
        const LogFilter read = *LogFilter::parse(filter);
        const auto isWanted = [&](const LogRecord &record) { return read.matches(record, reader); };
        QTRY_VERIFY(!model().records().isEmpty()
                    && std::all_of(model().records().begin(), model().records().end(), isWanted));
    }

    void stepsFromRecordToRecord()
    {
        write(QStringLiteral("level:error /Step \\d*004'/"));
        QTRY_VERIFY(!m_controller->isSearching());
        QCOMPARE(m_controller->matchCount(), 7); // 1004, 2004, … 7004
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_COMPARE(currentSequence(), 1004); // round the end
        QCOMPARE(m_controller->matchNumber(), 1);
        QTest::keyClick(field(), Qt::Key_F3);
        QTRY_COMPARE(currentSequence(), 2004);
        QCOMPARE(m_controller->matchNumber(), 2);
        QTest::keyClick(field(), Qt::Key_F3, Qt::ShiftModifier);
        QTRY_COMPARE(currentSequence(), 1004);
        QVERIFY(m_controller->landmarks().overview().matches.count(true) >= 6);
    }

    void marksTextsAndStepsToRecordsWithoutOne()
    {
        write(QStringLiteral("level:warning"));
        QTRY_VERIFY(!m_controller->isSearching());
        QCOMPARE(m_controller->matchCount(), Count / 5);
        QTest::keyClick(field(), Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(currentSequence() % 5, 3);
        const int first = currentSequence();
        QTest::keyClick(field(), Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(currentSequence(), first - 5);
        write(QStringLiteral("level:warning step"));
        QTRY_VERIFY(!m_controller->isSearching());
        QTRY_VERIFY(!model().matches().isEmpty() && model().matches().first().length == 4);
    }

    void goesOnWhileTheLogGrows()
    {
        write(QStringLiteral("request=req_99999 or request=req_4"));
        QTRY_COMPARE(m_controller->matchCount(), 1);
        QFile file(m_source.path);
        QVERIFY(file.open(QIODevice::Append));
        const qint64 size = file.size();
        file.write(sampleRecord(99999));
        file.close();
        QTRY_COMPARE(m_controller->matchCount(), 2);
        QVERIFY(QFile::resize(m_source.path, size));
    }

    void saysWhereAFilterIsWrong()
    {
        write(QStringLiteral("level:loud"));
        QVERIFY(m_controller->queryError().contains(QStringLiteral("character 7")));
        bool isShown = false;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            isShown = isShown || (label->isVisible() && label->text() == m_controller->queryError());
        QVERIFY(isShown);
        QCOMPARE(m_page->manualPlace(), QStringLiteral("logs#filter"));
        field()->clear();
        QVERIFY(m_controller->queryError().isEmpty());
        QCOMPARE(m_controller->matchCount(), 0);
    }

    void offersTheFieldsOfTheLog()
    {
        write(QStringLiteral("requ"));
        auto *completer = m_page->findChild<FilterCompleter *>();
        QTRY_VERIFY(completer->popup()->isVisible());
        QCOMPARE(completer->popup()->model()->rowCount(), 2); // request, and requestId of the last records
        QTest::keyClick(completer->popup(), Qt::Key_Tab);
        QCOMPARE(field()->text(), QStringLiteral("request"));
        field()->clear();
        QTest::keyClicks(field(), QStringLiteral("level>=w"));
        QTRY_VERIFY(completer->popup()->isVisible());
        QTest::keyClick(completer->popup(), Qt::Key_Escape);
        QVERIFY(!completer->popup()->isVisible());
        QCOMPARE(field()->text(), QStringLiteral("level>=w"));
        button(QStringLiteral("Filter"))->click(); // as it is again
        QVERIFY(!m_controller->isFilter());
    }

    void looksRight()
    {
        QTRY_VERIFY(!m_controller->timeline().isRunning());
        write(QStringLiteral("level>=warning step request=req_17"));
        QTRY_VERIFY(!m_controller->isSearching());
        field()->clear();
        QTest::keyClicks(field(), QStringLiteral("level>=warning \"Step 179\""));
        m_page->findChild<FilterCompleter *>()->popup()->hide();
        QTRY_VERIFY(!m_controller->isSearching());
        QTest::keyClick(field(), Qt::Key_Return, Qt::ShiftModifier);
        QTRY_VERIFY(m_view->currentRow() >= 0);
        for (const PageLook &look : pageLooks()) {
            m_theme->setChoice(look.theme);
            m_page->resize(look.size);
            QCoreApplication::processEvents();
            QVERIFY(savePicture(*m_page, QStringLiteral("logfilters-%1").arg(QLatin1String(look.name))));
        }
        field()->clear();
        QTest::keyClicks(field(), QStringLiteral("le"));
        QCoreApplication::processEvents();
        QVERIFY(savePicture(*m_page->findChild<FilterCompleter *>()->popup(),
                            QStringLiteral("logfilters-completion")));
    }
};

} // namespace tst_logfilters

QTEST_MAIN(tst_logfilters::TestLogFilters)
#include "tst_logfilters.moc"

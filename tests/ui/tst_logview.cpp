// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/logassembler.h"
#include "tests/support/logsamples.h"
#include "tests/support/uitestsupport.h"
#include "ui/pages/logspage.h"
#include "ui/widgets/logpane.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/wrappedtext.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_logview {

namespace {

QList<LogRecord> recordsOf(const QByteArray &bytes, quint64 firstNumber = 1)
{
    auto parser = LogParser::compile(sampleFileFormat());
    LogAssembler assembler(*parser, QStringLiteral("file"), std::make_shared<quint64>(firstNumber - 1));
    assembler.feed(bytes);
    assembler.endOfFile();
    return assembler.take();
}

QList<LogRecord> records(int from, int to)
{
    QByteArray bytes;
    for (int i = from; i < to; ++i)
        bytes += sampleRecord(i);
    return recordsOf(bytes, static_cast<quint64>(from) + 1);
}

} // namespace

class TestLogView : public QObject
{
    Q_OBJECT

private slots:
    void followsTheEndUntilTheReaderScrollsUp()
    {
        LogModel model;
        LogView view(model);
        view.setCount([&model] { return qint64{model.records().size()}; });
        showAndWait(view, {900, 420});
        model.append(records(0, 200));
        QScrollBar *bar = view.verticalScrollBar();
        QCOMPARE(bar->value(), bar->maximum());
        QVERIFY(view.isFollowing());
        bar->setValue(bar->maximum() - 10);
        QVERIFY(!view.isFollowing());
        const int top = view.firstVisibleRow();
        model.append(records(200, 250));
        model.setExtent(model.extent());
        QCOMPARE(view.firstVisibleRow(), top);
        QCOMPARE(view.newLines(), 50);
        auto *pill = view.viewport()->findChild<QPushButton *>();
        QVERIFY(pill->isVisible());
        QVERIFY(pill->text().contains(QStringLiteral("50 new lines")));
        pill->click();
        QVERIFY(view.isFollowing());
        QCOMPARE(bar->value(), bar->maximum());
    }

    void staysWhereItIsWhenOlderRecordsCome()
    {
        LogModel model;
        LogView view(model);
        showAndWait(view, {900, 420});
        model.append(records(500, 700));
        QSignalSpy older(&view, &LogView::olderWanted);
        view.verticalScrollBar()->setValue(0);
        QCOMPARE(older.size(), 1);
        const quint64 top = model.record(view.firstVisibleRow()).number;
        QVERIFY(model.prepend(records(300, 500)));
        QCOMPARE(model.record(view.firstVisibleRow()).number, top);
    }

    void foldsAndMovesByKeys()
    {
        LogModel model;
        LogView view(model);
        showAndWait(view, {900, 420});
        model.append(records(0, 100));
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.currentRow(), 0);
        QVERIFY(!view.isFollowing());
        view.setCurrentRow(4);
        const int before = view.verticalScrollBar()->maximum();
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(model.isUnfolded(4));
        QCOMPARE(view.verticalScrollBar()->maximum(), before + 3);
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.verticalScrollBar()->maximum(), before);
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.currentRow(), 99);
        QTest::keyClick(&view, Qt::Key_F);
        QVERIFY(view.isFollowing());
        QTest::keyClick(&view, Qt::Key_W, Qt::ControlModifier);
        QVERIFY(view.isWrapping());
        QSignalSpy steps(&view, &LogView::commandWanted);
        QTest::keyClick(&view, Qt::Key_N);
        QTest::keyClick(&view, Qt::Key_N, Qt::ShiftModifier);
        QCOMPARE(steps.size(), 2);
        QCOMPARE(steps.at(1).at(0).value<LogCommand>(), LogCommand::PreviousMatch);
    }

    void copiesTheSelectedRecords()
    {
        LogModel model;
        LogView view(model);
        showAndWait(view, {900, 420});
        model.append(records(0, 10));
        view.setCurrentRow(3);
        view.setCurrentRow(4, true);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), model.record(3).text() + u'\n' + model.record(4).text());
    }

    void breaksWhatIsTooLongForThePane()
    {
        LogPane pane;
        showAndWait(pane, {352, 420});
        LogRecord record;
        record.message = QString(120, u'm');
        record.component = QString(70, u'c');
        record.continuation = {QString(200, u'l')};
        pane.showRecord(record);
        QTRY_COMPARE(pane.width(), 352);
        for (const QWidget *part : pane.findChildren<QWidget *>()) {
            const QPoint right = part->mapTo(&pane, QPoint(part->width(), 0));
            QVERIFY2(!part->isVisible() || right.x() <= pane.width(), part->metaObject()->className());
        }
        for (const WrappedText *text : pane.findChildren<WrappedText *>()) {
            if (text->isVisible() && text->text().size() >= 70)
                QVERIFY(text->height() > 2 * QFontMetrics(text->font()).height());
        }
    }

    void showsHostileLinesAsPlainText()
    {
        LogModel model;
        LogView view(model);
        LogPane pane;
        showAndWait(view, {900, 420});
        showAndWait(pane, {352, 420});
        quint64 number = 1;
        for (const QByteArray &line : hostileLines())
            model.append(recordsOf(sampleRecord(1).trimmed() + line + '\n', number++));
        QVERIFY(model.rowCount() >= 100);
        for (int row = 0; row < model.rowCount(); ++row) {
            view.setCurrentRow(row);
            view.copySelection();
            QVERIFY(isHarmless(QApplication::clipboard()->text()));
            pane.showRecord(model.record(row));
            const QList<QLabel *> labels = pane.findChildren<QLabel *>();
            for (const QLabel *label : labels)
                QVERIFY(label->textFormat() == Qt::PlainText && isHarmless(label->text()));
            for (const WrappedText *text : pane.findChildren<WrappedText *>())
                QVERIFY(isHarmless(text->text()));
        }
        view.grab();
        view.setWrapping(true);
        view.grab();
    }

    void takesABurstOfAHundredThousandLinesWithoutFreezing()
    {
        const QList<LogRecord> burst = records(0, 100000);
        LogModel model;
        LogView view(model);
        showAndWait(view, {900, 600});
        QElapsedTimer timer;
        qint64 worst = 0;
        for (qsizetype at = 0; at < burst.size(); at += 2000) {
            timer.start();
            model.append(burst.mid(at, 2000));
            view.viewport()->repaint();
            worst = std::max(worst, timer.elapsed());
        }
        QCOMPARE(model.rowCount(), 100000);
        QVERIFY2(worst < 400, qPrintable(QString::number(worst)));
        timer.start();
        for (int step = 0; step < 20; ++step) {
            view.verticalScrollBar()->setValue(step * 4000);
            view.viewport()->repaint();
        }
        QVERIFY2(timer.elapsed() / 20 < 100, qPrintable(QString::number(timer.elapsed() / 20)));
    }

    void paintsATableAsReadilyAsLines()
    {
        ProfileLogFormat format = sampleFileFormat();
        format.fields.syntax = QStringLiteral("object");
        format.fields.names = {{QStringLiteral("trace"), QStringLiteral("requestId")}};
        LogModel model;
        LogView view(model);
        showAndWait(view, {900, 600});
        model.append(records(0, 50000));
        view.setTable(standardLogTable(format), *LogFieldReader::compile(format));
        QElapsedTimer timer;
        timer.start();
        for (int step = 0; step < 20; ++step) {
            view.verticalScrollBar()->setValue(step * 2000);
            view.viewport()->repaint();
        }
        QVERIFY2(timer.elapsed() / 20 < 100, qPrintable(QString::number(timer.elapsed() / 20)));
        qInfo("%lld ms a screen", timer.elapsed() / 20);
    }

    void showsAndSearchesTheLogOfAnInstance()
    {
        QTemporaryDir folder;
        LogSource source;
        source.id = QStringLiteral("file");
        source.title = QStringLiteral("app.log");
        source.kind = QStringLiteral("file");
        source.path = folder.filePath(QStringLiteral("app.log"));
        source.format = sampleFileFormat();
        QByteArray bytes;
        for (int i = 0; i < 300; ++i)
            bytes += sampleRecord(i);
        writeAll(source.path, bytes);
        OperationRunner runner;
        LogsController controller(runner);
        LogsPage page(controller, [](const SessionPointer &) -> Result<LogSources> { return LogSources(); });
        showAndWait(page, {1160, 620});
        controller.setSources({QStringLiteral("one"), {source}, {}});
        QTRY_COMPARE(controller.model().rowCount(), 300);
        page.focusFilter();
        auto *find = page.findChild<QLineEdit *>();
        QVERIFY(find->hasFocus());
        QTest::keyClicks(find, QStringLiteral("req_29"));
        QTRY_COMPARE(controller.model().matches().size(), 3);
        QTest::keyClick(find, Qt::Key_Return); // the first from what is seen on
        QCOMPARE(controller.model().currentMatch(), 1);
        auto *view = page.findChild<LogView *>();
        QVERIFY(view->currentRow() >= 0);
        QVERIFY(controller.model().isUnfolded(view->currentRow()));
        QTest::keyClick(find, Qt::Key_F3);
        QCOMPARE(controller.model().currentMatch(), 2);
        QTest::keyClick(find, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(controller.model().currentMatch(), 1);
    }
};

} // namespace tst_logview

QTEST_MAIN(tst_logview::TestLogView)
#include "tst_logview.moc"

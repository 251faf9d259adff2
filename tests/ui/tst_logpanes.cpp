// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/shownzone.h"
#include "tests/ui/fakeenginelog.h"
#include "tests/ui/logspagetest.h"
#include "tests/ui/pagepictures.h"
#include "ui/widgets/labeledfield.h"
#include "ui/widgets/loghistogram.h"
#include "ui/widgets/logmatchhead.h"
#include "ui/widgets/logsidepane.h"
#include "ui/widgets/logstage.h"
#include "ui/widgets/tableheader.h"

#include <QClipboard>
#include <QDialog>
#include <QFile>
#include <QMenu>
#include <QScrollBar>

#include <ctime>

using namespace pilothouse;

namespace tst_logpanes {

namespace {

constexpr int All = 12000;

bool isError(int sequence)
{
    return sequence % 1999 == 1000;
}

bool isWarning(int sequence)
{
    return sequence % 1999 == 500;
}

QByteArray recordAt(int sequence, const QByteArray &part)
{
    const QByteArray level = isError(sequence) ? "ERR" : isWarning(sequence) ? "WRN" : "INF";
    const QByteArray head = timedRecordHead(sequence, level, part);
    if (isError(sequence))
        return head + "\n  requestId: 'req_" + QByteArray::number(sequence) + "',\n  error: 'none'\n}\n";
    return head + " requestId: 'req_" + QByteArray::number(sequence % 50) + "', user: '<b>Bold</b>' }\n";
}

QByteArray recordsOf(int from, int to, int by, const QByteArray &part)
{
    return recordsFrom(
        from, to, [&part](int sequence) { return recordAt(sequence, part); }, by);
}

} // namespace

/// How the Logs page lays logs out: matches in a view of their own, tables, two logs in step, and its keys.
class TestLogPanes : public LogsPageTest
{
    Q_OBJECT

    LogSource m_app;
    LogSource m_worker;

    LogChoices &choices() const { return m_controller->choices(); }
    LogView *matches() const { return m_page->findChild<LogView *>(QStringLiteral("matches")); }
    static LogModel &modelOf(const LogView *view) { return view->model(); }
    static int sequenceIn(const LogView *view, int row)
    {
        return row < 0 ? -1 : sequenceOf(modelOf(view).record(row).message);
    }
    static int current(const LogView *view) { return sequenceIn(view, view->currentRow()); }
    static int rows(const LogView *view) { return modelOf(view).rowCount(); }
    void find(const QString &text)
    {
        m_controller->find({text});
        QTRY_VERIFY(!m_controller->isSearching());
    }
    LogView *openMatches()
    {
        m_view->setFocus();
        QTest::keyClick(m_view, Qt::Key_V, Qt::ShiftModifier);
        return matches();
    }
    LogView *openSide()
    {
        desk()->showSide(true);
        return &desk()->side()->stage().view();
    }
    void goTo(const QString &place, int sequence)
    {
        QVERIFY(m_controller->goTo(place));
        QTRY_COMPARE(current(m_view), sequence);
    }

private slots:
    void initTestCase()
    {
        makeSurroundings();
        setShownZone(ShownZone::Utc);
        m_app = sourceIn(QStringLiteral("app"), QStringLiteral("app.log"));
        m_app.format.fields.syntax = QStringLiteral("object");
        m_app.format.fields.names = {{QStringLiteral("trace"), QStringLiteral("requestId")}};
        m_worker = sourceIn(QStringLiteral("worker"), QStringLiteral("worker.log"));
        m_worker.format = m_app.format;
        writeAll(m_worker.path, recordsOf(0, All, 3, "Worker"));
    }

    void init()
    {
        writeAll(m_app.path, recordsOf(0, All, 1, "Part"));
        openPage({m_app, m_worker});
        QTRY_VERIFY(!m_controller->timeline().isRunning());
    }

    void cleanup() { closePage(); }

    void goesToAPlaceByEnterAndStaysWhereThereIsNone()
    {
        QTest::keyClick(m_view, Qt::Key_L, Qt::ControlModifier);
        auto *dialog = m_page->findChild<QDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        auto *place = dialog->findChild<QLineEdit *>();
        const auto *asked = dialog->findChild<LabeledField *>();
        QTest::keyClicks(place, QStringLiteral("9999999"));
        QTest::keyClick(place, Qt::Key_Return);
        QVERIFY(dialog->isVisible() && asked->hasError());
        QTest::keyClicks(place, QStringLiteral("3000"));
        QVERIFY(!asked->hasError());
        QTest::keyClick(place, Qt::Key_Return);
        QTRY_VERIFY(!m_page->findChild<QDialog *>());
        QTRY_VERIFY(current(m_view) > 2900 && current(m_view) < 3000); // records of several lines come before
    }

    void narrowsTheTimeByKeysAndGoesToTheBars()
    {
        QVERIFY(m_controller->goTo(QStringLiteral("50%")));
        QTRY_VERIFY(current(m_view) > 1000);
        const int sequence = current(m_view);
        const LogTimeline &timeline = m_controller->timeline();
        const qint64 all = timeline.survey()->endTime() - timeline.survey()->firstTime();
        QTest::keyClick(m_view, Qt::Key_Z, Qt::ShiftModifier);
        QVERIFY(!timeline.times()); // there is no more than all
        QTest::keyClick(m_view, Qt::Key_Z);
        QTest::keyClick(m_view, Qt::Key_Z);
        QVERIFY(timeline.times());
        QCOMPARE(timeline.times()->to - timeline.times()->from, all / 4);
        const qint64 moment =
            beginningOfTimedSamples().addMSecs(qint64{TimedSampleMs} * sequence).toMSecsSinceEpoch();
        QVERIFY(timeline.times()->from < moment && timeline.times()->to > moment);
        QTRY_COMPARE(current(m_view), sequence);
        QTest::keyClick(m_view, Qt::Key_Z, Qt::ShiftModifier);
        QCOMPARE(timeline.times()->to - timeline.times()->from, all / 2);
        QTest::keyClick(m_view, Qt::Key_Z, Qt::ShiftModifier);
        QVERIFY(!timeline.times());
        auto *bars = m_page->findChild<LogHistogram *>();
        QTRY_VERIFY(bars->isVisible() && bars->isEnabled()); // counted for all again
        QTest::keyClick(m_view, 'i');
        QVERIFY(bars->hasFocus());
        QTest::keyClick(bars, Qt::Key_Left);
        QVERIFY(timeline.times());
        QTest::keyClick(bars, Qt::Key_Escape);
        QVERIFY(!timeline.times() && bars->hasFocus());
        QTest::keyClick(bars, Qt::Key_Escape);
        QVERIFY(m_view->hasFocus());
        QTest::keyClick(m_view, ':');
        auto *dialog = m_page->findChild<QDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->close();
    }

    void listsMatchesOfTheWholeHistoryBelowTheLog()
    {
        QVERIFY(!matches());
        LogView *list = openMatches();
        find(QStringLiteral("Step 77"));
        QTRY_COMPARE(rows(list), 111); // 77, 770 to 779, 7700 to 7799
        QCOMPARE(sequenceIn(list, 0), 77);
        QVERIFY(list->isFollowing());
        QVERIFY(model().rowCount() > 111); // the log itself shows everything
        QTRY_VERIFY(!modelOf(list).matchesOf(modelOf(list).record(0).number).isEmpty());
        append(m_app, recordAt(77, "Part"));
        QTRY_COMPARE(rows(list), 112);
        find(QStringLiteral("Step 1234'"));
        QTRY_COMPARE(rows(list), 1);
        find(QString());
        QTRY_COMPARE(rows(list), 0);
        QTest::keyClick(m_view, Qt::Key_V, Qt::ShiftModifier);
        QVERIFY(!list->isVisible());
    }

    void showsTheMatchThatIsSelectedInTheLogAndBack()
    {
        LogView *list = openMatches();
        find(QStringLiteral("Step 77"));
        QTRY_COMPARE(rows(list), 111);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_G);
        QTRY_COMPARE(current(m_view), 77); // far outside of what the log's window held
        QVERIFY(!m_view->isFollowing());
        QTest::keyClick(list, Qt::Key_J);
        QTRY_COMPARE(current(m_view), 770);
        QVERIFY(list->hasFocus());
        QTest::keyClick(m_view, Qt::Key_N);
        QTest::keyClick(m_view, Qt::Key_N);
        QTRY_COMPARE(current(m_view), current(list));
        QVERIFY(!list->isFollowing());
        QTest::keyClick(m_view, Qt::Key_F);
        QTRY_VERIFY(list->isFollowing());
        goTo(QStringLiteral("7750"), 7737); // four errors of four lines are before it
        m_view->setCurrentRow(model().rowOf(model().record(m_view->currentRow()).number) + 1);
        QCOMPARE(current(list), 7738);
    }

    void showsRecordsAroundMatchesOnDemand()
    {
        LogView *list = openMatches();
        find(QStringLiteral("Step 5000'"));
        QTRY_COMPARE(rows(list), 1);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_X);
        QTRY_COMPARE(rows(list), 7);
        QCOMPARE(sequenceIn(list, 0), 4997);
        QCOMPARE(choices().matchContext(), 3);
        QTest::keyClick(list, Qt::Key_X);
        QTRY_COMPARE(rows(list), 21);
        QTest::keyClick(list, Qt::Key_X);
        QTRY_COMPARE(rows(list), 1);
    }

    void sharesMarksAndLevelsWithTheLog()
    {
        LogView *list = openMatches();
        find(QStringLiteral("Step 29"));
        QTRY_COMPARE(rows(list), 111); // 29, 290 to 299, 2900 to 2999
        list->setFocus();
        QTest::keyClick(list, Qt::Key_G);
        QTRY_COMPARE(current(m_view), 29);
        QTest::keyClick(list, Qt::Key_M);
        QCOMPARE(model().marks().size(), 1);
        QVERIFY(modelOf(list).isMarked(model().marks().firstKey()));
        QTest::keyClick(m_view, Qt::Key_M);
        QVERIFY(modelOf(list).marks().isEmpty());
        m_controller->setShown(LogGroup::Info, false, 0);
        QTRY_COMPARE(rows(list), 1);
        QCOMPARE(sequenceIn(list, 0), 2999); // an error
    }

    void listsMatchesOfWhatAContainerWrites()
    {
        LogSource stream = m_app;
        stream.id = QStringLiteral("console");
        stream.kind = QStringLiteral("container");
        stream.path.clear();
        LogView *list = openMatches();
        m_controller->setSources(
            {QStringLiteral("two"), {stream}, [](const LogSource &) -> std::shared_ptr<LogStream> {
                 return std::make_shared<FakeEngineLog>(recordsOf(0, 2000, 1, "Part"));
             }});
        QTRY_VERIFY(model().rowCount() > 100);
        find(QStringLiteral("Step 77"));
        QTRY_COMPARE(rows(list), 11); // also of what it wrote long ago
        list->setCurrentRow(0);
        QTRY_COMPARE(current(m_view), 77);
    }

    void standsBelowOrBesideAndIsRemembered()
    {
        openMatches();
        auto *head = m_page->findChild<LogMatchHead *>();
        const auto placeOf = [this](const QWidget *part) { return part->mapTo(m_page.get(), QPoint()); };
        QCOMPARE(choices().matchPlace(), LogChoices::MatchPlace::Below);
        QTRY_VERIFY(placeOf(head).y() > placeOf(m_view).y());
        emit head->turnAsked();
        QTRY_VERIFY(placeOf(head).x() > placeOf(m_view).x());
        choices().setTable(true);
        choices().setTableOf(QStringLiteral("some/file"), {{QStringLiteral("trace"), 90}});
        LogChoices later;
        later.restore(choices().toJson());
        QCOMPARE(later.matchPlace(), LogChoices::MatchPlace::Beside);
        QVERIFY(later.isTable());
        QCOMPARE(later.table(QStringLiteral("some/file")), choices().table(QStringLiteral("some/file")));
        emit head->closeAsked();
        QCOMPARE(choices().matchPlace(), LogChoices::MatchPlace::Nowhere);
        QTest::keyClick(m_view, Qt::Key_V, Qt::ShiftModifier);
        QCOMPARE(choices().matchPlace(), LogChoices::MatchPlace::Beside);
        later.restore({});
        QCOMPARE(later.matchPlace(), LogChoices::MatchPlace::Nowhere);
    }

    void showsFieldsAsColumnsAndCopiesWhatIsShown()
    {
        goTo(QStringLiteral("1"), 0);
        QTest::keyClick(m_view, Qt::Key_T);
        QStringList ids;
        for (const LogTableColumn &column : m_view->table())
            ids << column.id;
        QCOMPARE(ids,
                 QStringList({QStringLiteral("@time"), QStringLiteral("@level"), QStringLiteral("@component"),
                              QStringLiteral("trace"), QStringLiteral("@message")}));
        QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(),
                 QStringLiteral("2026-11-20 09:00:00.000\tinfo\truntime/Part\treq_0\t'Step 0' { requestId: "
                                "'req_0', user: '<b>Bold</b>' }"));
        QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("info\t")));
        auto *header = m_view->findChild<TableHeader *>();
        QVERIFY(header->isVisible());
        header->resizeSection(3, 222);
        QCOMPARE(choices().table(QStringLiteral("some/file")).at(3).width, 222);
        header->moveSection(3, 0);
        QCOMPARE(choices().table(QStringLiteral("some/file")).at(0).id, QStringLiteral("trace"));
        QTRY_COMPARE(header->model()->headerData(0, Qt::Horizontal).toString(), QStringLiteral("trace"));
        QVERIFY(m_view->currentRow() == 0);
        QTest::keyClick(m_view, Qt::Key_T);
        QVERIFY(!header->isVisible());
        QTest::keyClick(m_view, Qt::Key_T);
        QCOMPARE(m_view->table().first().id, QStringLiteral("trace"));
    }

    void takesColumnsFromTheMenu()
    {
        openMatches();
        choices().setTable(true);
        emit m_view->findChild<TableHeader *>()->menuAsked(QPoint());
        auto *menu = m_page->findChild<LogStage *>()->findChild<QMenu *>();
        QVERIFY(menu);
        const QList<QAction *> actions = menu->actions();
        const auto user = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
            return action->text() == QStringLiteral("user");
        });
        QVERIFY(user != actions.end()); // the format does not name it, but records have it
        (*user)->trigger();
        QCOMPARE(m_view->table().at(4).id, QStringLiteral("user"));
        QCOMPARE(matches()->table(), m_view->table());
        actions.last()->trigger();
        QCOMPARE(m_view->table().size(), 5);
        menu->close();
    }

    void scrollsATableThatIsWiderThanTheView()
    {
        choices().setTable(true);
        LogTable wide = m_view->table();
        for (LogTableColumn &column : wide)
            column.width = 600;
        choices().setTableOf(QStringLiteral("some/file"), wide);
        QTRY_VERIFY(m_view->horizontalScrollBar()->maximum() > 1000);
        m_view->horizontalScrollBar()->setValue(700);
        QCOMPARE(m_view->findChild<TableHeader *>()->offset(), 700);
        m_view->setWrapping(true);
        m_view->grab();
        m_view->setWrapping(false);
        choices().setTable(false);
        QCOMPARE(m_view->horizontalScrollBar()->maximum(), 0);
    }

    void showsTheSameMomentInTwoLogs()
    {
        LogView *side = openSide();
        QTRY_VERIFY(rows(side) > 100);
        QCOMPARE(desk()->side()->log().sourceId(), QStringLiteral("worker"));
        const auto firstIn = [](const LogView *view) { return sequenceIn(view, view->firstVisibleRow()); };
        goTo(QStringLiteral("50%"), current(m_view));
        QTRY_VERIFY(m_view->currentRow() >= 0);
        QTRY_VERIFY(!side->isFollowing());
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->value() + 40);
        const int top = firstIn(m_view);
        QVERIFY(top > 1000);
        QTRY_COMPARE(firstIn(side), (top + 2) / 3 * 3); // the worker writes every third of them
        QTRY_VERIFY(desk()->side()->log().timeline().survey()->hasTimes());
        side->setFocus();
        QTest::keyClick(side, Qt::Key_G);
        QTRY_COMPARE(firstIn(side), 0);
        QTRY_COMPARE(firstIn(m_view), 0);
        choices().setInStep(false);
        QTest::keyClick(side, Qt::Key_G, Qt::ShiftModifier);
        QTRY_VERIFY(current(side) > All - 10);
        QCOMPARE(firstIn(m_view), 0);
    }

    void searchesEachLogForItself()
    {
        LogView *side = openSide();
        QTRY_VERIFY(rows(side) > 100);
        auto *field = desk()->side()->findChild<QLineEdit *>();
        QTest::keyClicks(field, QStringLiteral("Step 30"));
        QTRY_VERIFY(!desk()->side()->log().isSearching());
        QTRY_VERIFY(desk()->side()->log().matchCount() > 10);
        QCOMPARE(m_controller->matchCount(), 0);
        side->setFocus();
        QTest::keyClick(side, Qt::Key_V);
        QTRY_VERIFY(rows(side) < 100);
        QVERIFY(!m_controller->showsOnlyMatches());
        QTest::keyClick(side, Qt::Key_Slash);
        QVERIFY(field->hasFocus());
        emit desk()->side()->closeAsked();
        QVERIFY(!desk()->side());
    }

    void goesFromPaneToPaneByKeys()
    {
        LogView *list = openMatches();
        LogView *side = openSide();
        find(QStringLiteral("Step 1"));
        QTRY_VERIFY(rows(list) > 10);
        m_view->setFocus();
        QTest::keyClick(m_view, Qt::Key_P);
        QVERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_P);
        QVERIFY(side->hasFocus());
        QTest::keyClick(side, Qt::Key_P);
        QVERIFY(m_view->hasFocus());
        QTest::keyClick(m_view, Qt::Key_P, Qt::ShiftModifier);
        QVERIFY(side->hasFocus());
    }

    void stepsFromErrorToErrorThroughTheWholeLog()
    {
        QTest::keyClick(m_view, Qt::Key_G);
        QTRY_COMPARE(current(m_view), 0);
        QTest::keyClick(m_view, Qt::Key_E);
        QTRY_COMPARE(current(m_view), 1000);
        QTest::keyClick(m_view, Qt::Key_E);
        QTRY_COMPARE(current(m_view), 2999);
        for (const int next : {4998, 6997, 8996, 10995}) { // beyond what the window holds
            QTest::keyClick(m_view, Qt::Key_E);
            QTRY_COMPARE(current(m_view), next);
        }
        QTest::keyClick(m_view, Qt::Key_W, Qt::ShiftModifier);
        QTRY_COMPARE(current(m_view), 10495);
        for (const int next : {8996, 6997, 4998, 2999, 1000}) {
            QTest::keyClick(m_view, Qt::Key_E, Qt::ShiftModifier);
            QTRY_COMPARE(current(m_view), next);
        }
        QTest::keyClick(m_view, Qt::Key_W);
        QTRY_COMPARE(current(m_view), 2499);
    }

    void goesByTimeAndByNumbers()
    {
        goTo(QStringLiteral("2026-11-20 09:30"), 2572); // the first in that minute
        QTest::keyClick(m_view, Qt::Key_O);
        QTRY_COMPARE(current(m_view), 2572 + 5143); // an hour is 5142.9 records
        QTest::keyClick(m_view, Qt::Key_O, Qt::ShiftModifier);
        QTRY_COMPARE(current(m_view), 2572 + 1);
        QTest::keyClick(m_view, Qt::Key_D, Qt::ShiftModifier);
        QTRY_COMPARE(current(m_view), 0);
        QTest::keyClick(m_view, Qt::Key_D);
        QTRY_COMPARE(current(m_view), All - 1);
        QTest::keyClicks(m_view, QStringLiteral("500g"));
        QTRY_COMPARE(current(m_view), 499);
        QTest::keyClicks(m_view, QStringLiteral("12j"));
        QCOMPARE(current(m_view), 511);
        QTest::keyClicks(m_view, QStringLiteral("10k"));
        QCOMPARE(current(m_view), 501);
        QTest::keyClicks(m_view, QStringLiteral("50%"));
        QTRY_VERIFY(std::abs(current(m_view) - All / 2) < 100);
        QTest::keyClicks(m_view, QStringLiteral("7"));
        QTest::keyClick(m_view, Qt::Key_Escape); // forgets the number
        const int before = current(m_view);
        QTest::keyClicks(m_view, QStringLiteral("j"));
        QCOMPARE(current(m_view), before + 1);
    }

    void obeysEveryKeyOfTheList()
    {
        QSet<QString> keys;
        for (const LogKey &key : logKeys()) {
            for (const QString &name : key.keys) {
                QVERIFY2(!keys.contains(name), qPrintable(name));
                keys.insert(name);
                const bool isTyped = name.size() == 1;
                const QKeySequence sequence(name, QKeySequence::PortableText);
                const QKeyEvent event(QEvent::KeyPress, isTyped ? 0 : sequence[0].key(),
                                      isTyped ? Qt::KeyboardModifiers() : sequence[0].keyboardModifiers(),
                                      isTyped ? name : QString());
                QVERIFY2(logCommandOf(event) == key.command, qPrintable(name));
            }
        }
        QFile manual(QStringLiteral(":/manual/logs.md"));
        QVERIFY(manual.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(manual.readAll());
        for (const QString &name : std::as_const(keys))
            QVERIFY2(text.contains(name), qPrintable(name));
    }

    void movesAndLooksByKeys()
    {
        const auto press = [this](int key, Qt::KeyboardModifiers held = {}) {
            QTest::keyClick(m_view, static_cast<Qt::Key>(key), held);
        };
        goTo(QStringLiteral("3000"), 2996); // an error of four lines is before it
        const int page = m_view->verticalScrollBar()->pageStep();
        press(Qt::Key_J);
        QCOMPARE(current(m_view), 2997);
        press(Qt::Key_K);
        press(Qt::Key_Up);
        QCOMPARE(current(m_view), 2995);
        press(Qt::Key_Space);
        QCOMPARE(current(m_view), 2995 + page);
        press(Qt::Key_B);
        QCOMPARE(current(m_view), 2995);
        press(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_view->selectedText().count(u'\n'), 1);
        press(Qt::Key_C);
        QCOMPARE(QApplication::clipboard()->text(), m_view->selectedText());
        goTo(QStringLiteral("1001"), 1000);
        press(Qt::Key_L);
        QVERIFY(model().isUnfolded(m_view->currentRow()));
        press(Qt::Key_H);
        QVERIFY(!model().isUnfolded(m_view->currentRow()));
        press(Qt::Key_W, Qt::ControlModifier);
        QVERIFY(m_view->isWrapping());
        press(Qt::Key_W, Qt::ControlModifier);
        press(Qt::Key_M);
        goTo(QStringLiteral("5000"), 4993);
        press(Qt::Key_M);
        press(Qt::Key_U, Qt::ShiftModifier);
        QTRY_COMPARE(current(m_view), 1000);
        press(Qt::Key_U);
        QTRY_COMPARE(current(m_view), 4993);
        press(Qt::Key_F);
        QVERIFY(m_view->isFollowing());
        press(Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(m_page->findChild<QDialog *>());
    }

    void copiesWithAndWithoutTimes_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("timeFormat");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("copied");
        const QString file = sampleFileFormat().record;
        QTest::newRow("file") << file << QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz t")
                              << QStringLiteral("2026-11-20 09:00:00.000 +00:00 [INF] app·Part: 42 of 43")
                              << QStringLiteral("[INF] app·Part: 42 of 43");
        QTest::newRow("console") << sampleConsoleFormat().record << QStringLiteral("HH:mm:ss.zzz")
                                 << QStringLiteral("09:00:00.000 INF Part text")
                                 << QStringLiteral("INF Part text");
        QTest::newRow("database") << QStringLiteral(
            "^(?<time>\\S+ \\S+) UTC \\[\\d+\\] (?<level>[A-Z]+): +(?<message>.*)$")
                                  << QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")
                                  << QStringLiteral("2026-11-20 09:00:00.000 UTC [123] LOG:  done")
                                  << QStringLiteral("[123] LOG:  done");
        QTest::newRow("time within") << QStringLiteral("^(?<message>\\S+ \\[(?<time>[^\\]]+)\\] .*)$")
                                     << QStringLiteral("yyyy-MM-dd HH:mm:ss")
                                     << QStringLiteral("10.0.0.1 [2026-11-20 09:00:00] GET /")
                                     << QStringLiteral("10.0.0.1 [2026-11-20 09:00:00] GET /");
        QTest::newRow("none") << QString() << QString() << QStringLiteral("404 not found")
                              << QStringLiteral("404 not found");
    }

    void copiesWithAndWithoutTimes()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, timeFormat);
        QFETCH(QString, line);
        ProfileLogFormat format;
        format.record = pattern;
        format.timeFormat = timeFormat;
        format.timeZone = QStringLiteral("UTC");
        const auto parser = LogParser::compile(format);
        QVERIFY(parser);
        const auto record = parser->parse(line, beginningOfTimedSamples());
        QVERIFY(record);
        QTEST(logTextWithoutTime(*record), "copied");
        QCOMPARE(record->text(), line);
    }

    void showsBothViewsInTheZoneThatIsChosen()
    {
        openMatches();
        find(QStringLiteral("Step 1"));
        QTRY_VERIFY(rows(matches()) > 10);
        choices().setTable(true);
        const QImage before = matches()->grab().toImage();
        qputenv("TZ", "Asia/Tokyo");
        tzset();
        setShownZone(ShownZone::Local);
        m_page->refresh();
        const QImage after = matches()->grab().toImage();
        setShownZone(ShownZone::Utc);
        qputenv("TZ", "UTC");
        tzset();
        QVERIFY(before != after);
    }

    void looksRight()
    {
        choices().setMatchPlace(LogChoices::MatchPlace::Below);
        m_page->focusFilter();
        QTest::keyClicks(m_page->findChild<QLineEdit *>(), QStringLiteral("Step 77"));
        QTRY_COMPARE(rows(matches()), 111);
        matches()->setFocus();
        QTest::keyClicks(matches(), QStringLiteral("g"));
        QTRY_COMPARE(current(m_view), 77);
        QTest::keyClicks(matches(), QStringLiteral("jjm"));
        savePictures(QStringLiteral("below"));
        choices().setMatchPlace(LogChoices::MatchPlace::Beside);
        savePictures(QStringLiteral("beside"));
        choices().setMatchPlace(LogChoices::MatchPlace::Nowhere);
        choices().setTable(true);
        goTo(QStringLiteral("1001"), 1000);
        QTest::keyClicks(m_view, QStringLiteral("l"));
        savePictures(QStringLiteral("table"));
        choices().setTable(false);
        LogView *side = openSide();
        QTRY_VERIFY(rows(side) > 100);
        QTRY_VERIFY(desk()->side()->log().timeline().survey()->hasTimes());
        m_view->setFocus();
        QTest::keyClicks(m_view, QStringLiteral("jjkk"));
        QTRY_VERIFY(sequenceIn(side, side->firstVisibleRow()) < 1100);
        savePictures(QStringLiteral("two"));
    }

private:
    void savePictures(const QString &name)
    {
        for (const PageLook &look : pageLooks()) {
            m_theme->setChoice(look.theme);
            m_page->resize(look.size);
            QCoreApplication::processEvents();
            QVERIFY(
                savePicture(*m_page, QStringLiteral("logpanes-%1-%2").arg(name, QLatin1String(look.name))));
        }
        m_theme->setChoice(ThemeChoice::Light);
        m_page->resize(1208, 740);
        QCoreApplication::processEvents();
    }
};

} // namespace tst_logpanes

QTEST_MAIN(tst_logpanes::TestLogPanes)
#include "tst_logpanes.moc"

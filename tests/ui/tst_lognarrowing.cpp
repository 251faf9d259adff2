// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/logspagetest.h"
#include "tests/ui/pagepictures.h"
#include "ui/widgets/logfieldrows.h"
#include "ui/widgets/logfindrow.h"
#include "ui/widgets/loglevelrow.h"
#include "ui/widgets/logsidepane.h"
#include "ui/widgets/logstage.h"

#include <QContextMenuEvent>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>

using namespace pilothouse;

namespace tst_lognarrowing {

namespace {

constexpr int Count = 1200;

bool isError(int sequence)
{
    return sequence % 40 == 7;
}

/// What a value may be that somebody else has written into a log.
QString hostile()
{
    return QStringLiteral("\" or level>=trace or \"\n<b>\u202e&x</b> \\");
}

QByteArray recordAt(int sequence, const QByteArray &part)
{
    const QByteArray number = QByteArray::number(sequence);
    return timedRecordHead(sequence, isError(sequence) ? "ERR" : "INF", part) + " trace: 'req_"
           + QByteArray::number(sequence / 10) + "', user: 'Alice " + QByteArray::number(sequence % 3)
           + "' }\n";
}

QByteArray records(const QByteArray &part)
{
    return recordsFrom(0, Count, [&part](int sequence) { return recordAt(sequence, part); });
}

} // namespace

/// One step from what a record says to the records that say the same, in one log or in both.
class TestLogNarrowing : public LogsPageTest
{
    Q_OBJECT

    LogSource m_app;
    LogSource m_worker;

    void select(int row)
    {
        m_view->setFocus();
        m_view->setCurrentRow(row);
    }
    void select(const QString &text)
    {
        for (int row = model().rowCount() - 1; row >= 0; --row) {
            if (model().record(row).text().contains(text))
                return select(row);
        }
        QFAIL("no such record");
    }
    QMenu *menu() const
    {
        for (QMenu *one : m_page->findChildren<QMenu *>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    static QAction *action(const QMenu *menu, const QString &text)
    {
        for (QAction *one : menu->actions()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }
    void search() { QTRY_VERIFY(!m_controller->isSearching()); }

private slots:
    void initTestCase()
    {
        makeSurroundings();
        m_app = sourceIn(QStringLiteral("app"), QStringLiteral("app.log"));
        m_app.format.fields.syntax = QStringLiteral("object");
        m_worker = sourceIn(QStringLiteral("worker"), QStringLiteral("worker.log"));
        m_worker.format = m_app.format;
        writeAll(m_app.path, records("Part"));
        writeAll(m_worker.path, records("Worker"));
    }

    void init() { openPage({m_app, m_worker}); }
    void cleanup() { closePage(); }

    void showsOnlyWhatSaysTheSameOrLeavesItOut()
    {
        select(QStringLiteral("'Step 1187'"));
        button(QStringLiteral("Only records with trace=req_118"))->click();
        search();
        QCOMPARE(field()->text(), QStringLiteral("trace=req_118"));
        QVERIFY(m_controller->isFilter() && m_controller->showsOnlyMatches());
        QCOMPARE(m_controller->matchCount(), 10);
        QTRY_COMPARE(model().rowCount(), 10);
        QCOMPARE(currentSequence(), 1187); // what was selected is still there
        button(QStringLiteral("Leave out records with user=\"Alice 2\""))->click();
        search();
        QCOMPARE(field()->text(), QStringLiteral("trace=req_118 not user=\"Alice 2\""));
        QTRY_COMPARE(model().rowCount(), 7);
        // Only the newest word about a field counts.
        button(QStringLiteral("Leave out records with trace=req_118"))->click();
        QCOMPARE(field()->text(), QStringLiteral("not user=\"Alice 2\" not trace=req_118"));
    }

    void addsToWhatIsLookedForAlready()
    {
        m_page->findChild<LogFindRow *>()->setText(QStringLiteral("Step 11"), false);
        search();
        select(QStringLiteral("'Step 1167'"));
        button(QStringLiteral("Only records with level=error"))->click();
        search();
        QCOMPARE(field()->text(), QStringLiteral("\"Step 11\" level=error"));
        QCOMPARE(m_controller->matchCount(), 2); // 1127 and 1167
    }

    void goesFromButtonToButtonByArrowKeys()
    {
        select(QStringLiteral("'Step 1187'"));
        auto *rows = m_page->findChild<LogFieldRows *>();
        QList<Button *> all = rows->findChildren<Button *>();
        all.removeIf([](const Button *one) { return !one->isVisible(); });
        int stops = 0;
        for (const Button *one : all) {
            QVERIFY(!one->accessibleName().isEmpty());
            stops += one->focusPolicy() & Qt::TabFocus ? 1 : 0;
        }
        QVERIFY(all.size() >= 8);
        QCOMPARE(stops, 1);
        all.first()->setFocus();
        QTest::keyClick(all.first(), Qt::Key_Down);
        QVERIFY(all.at(2)->hasFocus());
        QTest::keyClick(all.at(2), Qt::Key_Right);
        QVERIFY(all.at(3)->hasFocus());
        QTest::keyClick(all.at(3), Qt::Key_Up);
        QTest::keyClick(all.at(1), Qt::Key_Up); // there is none above
        QVERIFY(all.at(1)->hasFocus());
        QTest::keyClick(all.at(1), Qt::Key_Space);
        QCOMPARE(field()->text(), QStringLiteral("not level=info"));
    }

    void offersFieldsByKeyAndInTheMenuOfARecord()
    {
        select(QStringLiteral("'Step 1187'"));
        QTest::keyClick(m_view, '=');
        QVERIFY(menu());
        QAction *only = action(menu(), QStringLiteral("trace=req_118"));
        QVERIFY(only);
        only->trigger();
        menu()->close();
        QCOMPARE(field()->text(), QStringLiteral("trace=req_118"));
        m_view->setFocus();
        QTest::keyClick(m_view, '!');
        QVERIFY(menu());
        action(menu(), QStringLiteral("component=runtime/Part"))->trigger();
        menu()->close();
        QCOMPARE(field()->text(), QStringLiteral("trace=req_118 not component=runtime/Part"));
        QTRY_VERIFY(model().rowCount() == 0);
        button(QStringLiteral("Only matches"))->click();
        QTRY_VERIFY(model().rowCount() > 100);
        select(model().rowCount() - 1);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), m_view->mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(m_view->viewport(), &event);
        QVERIFY(menu());
        const QAction *without = action(menu(), QStringLiteral("Leave out records with"));
        QVERIFY(without && action(without->menu(), QStringLiteral("level=info")));
        menu()->close();
    }

    void takesTheColumnThatIsPointedAt()
    {
        m_controller->choices().setTable(true);
        m_controller->choices().setTableOf(
            QStringLiteral("some/file"),
            {{LogColumnId::Time, 112}, {QStringLiteral("user"), 120}, {LogColumnId::Message, 200}});
        m_view->setFollowing(true);
        m_view->setCurrentRow(m_view->firstVisibleRow());
        const QPoint place(LogColumns(m_view->font(), 900).time + 112 + 60, 10);
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, m_view->viewport()->mapToGlobal(place));
        QApplication::sendEvent(m_view->viewport(), &event);
        QVERIFY(menu());
        const QString user = QStringLiteral("user=\"Alice %1\"").arg(currentSequence() % 3);
        QAction *only = action(menu(), QStringLiteral("Only records with ") + user);
        QVERIFY(only);
        only->trigger();
        menu()->close();
        QCOMPARE(field()->text(), user);
    }

    void writesWhatSomebodyElseHasWrittenSoThatItIsNothingButAValue()
    {
        LogSource json = sourceIn(QStringLiteral("json"), QStringLiteral("json.log"));
        json.format = ProfileLogFormat();
        json.format.id = QStringLiteral("json");
        json.format.fields.syntax = QStringLiteral("json");
        QByteArray lines;
        for (int i = 0; i < 300; ++i) {
            const QJsonObject object{{QStringLiteral("user name"), i % 100 == 0 ? hostile() : QString()},
                                     {QStringLiteral("number"), i}};
            lines += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
        }
        writeAll(json.path, lines);
        closePage();
        openPage({json});
        select(QStringLiteral("\"number\":200"));
        const QList<Button *> all = m_page->findChild<LogFieldRows *>()->findChildren<Button *>();
        const auto funnel = std::find_if(all.begin(), all.end(), [](const Button *one) {
            return one->accessibleName().startsWith(QStringLiteral("Only records with \"user name\"="));
        });
        QVERIFY(funnel != all.end());
        QVERIFY(isHarmless((*funnel)->accessibleName()));
        (*funnel)->click();
        search();
        QVERIFY2(m_controller->queryError().isEmpty(), qPrintable(m_controller->queryError()));
        QCOMPARE(m_controller->matchCount(), 3);
        QTRY_COMPARE(model().rowCount(), 3);
    }

    void givesTheSecondLogTheSameTools()
    {
        LogHighlighter rule;
        rule.query.text = QStringLiteral("req_77");
        desk()->setHighlighters({rule});
        desk()->showSide(true);
        LogSidePane *side = desk()->side();
        LogView &view = side->stage().view();
        QTRY_VERIFY(side->log().model().rowCount() > 100);
        QVERIFY(side->log().model().highlights()); // as in the first log
        QTRY_VERIFY(side->log().landmarks().overview().highlights.value(0).count(true) > 0);
        auto *levels = side->findChild<LogLevelRow *>();
        Button *error = levels->findChildren<Button *>().first();
        QTRY_COMPARE(error->accessibleName(), QStringLiteral("Error 30"));
        levels->findChildren<Button *>().at(2)->click(); // info
        QTRY_COMPARE(side->log().model().rowCount(), 30);
        QVERIFY(model().rowCount() > 100); // the first log keeps its own
        levels->findChildren<Button *>().at(2)->click();
        QTRY_VERIFY(side->log().model().rowCount() > 100);
        view.setCurrentRow(side->log().model().rowCount() - 1);
        view.setFocus();
        button(QStringLiteral("Only records with trace=req_119"))->click(); // of the record in the second log
        QVERIFY(field()->text().isEmpty());
        QTRY_COMPARE(side->log().matchCount(), 10);
        QTRY_COMPARE(side->log().model().rowCount(), 10);
        side->find().setText(QStringLiteral("level>=loud"), true);
        QVERIFY(!side->log().queryError().isEmpty());
        for (const PageLook &look : pageLooks()) {
            m_theme->setChoice(look.theme);
            m_page->resize(look.size);
            QVERIFY(savePicture(*m_page, QStringLiteral("lognarrowing-two-") + QLatin1String(look.name)));
        }
        m_theme->setChoice(ThemeChoice::Light);
    }

    void looksRight()
    {
        select(QStringLiteral("'Step 1187'"));
        button(QStringLiteral("Only records with trace=req_118"))->click();
        QTRY_COMPARE(model().rowCount(), 10);
        for (const PageLook &look : pageLooks()) {
            m_theme->setChoice(look.theme);
            m_page->resize(look.size);
            QVERIFY(savePicture(*m_page, QStringLiteral("lognarrowing-") + QLatin1String(look.name)));
        }
        m_theme->setChoice(ThemeChoice::Light);
    }
};

} // namespace tst_lognarrowing

QTEST_MAIN(tst_lognarrowing::TestLogNarrowing)
#include "tst_lognarrowing.moc"

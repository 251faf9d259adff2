// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demodata.h"
#include "core/base/shownzone.h"
#include "core/database/sqliteengine.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprofile.h"
#include "tests/support/uitestsupport.h"
#include "tests/ui/pagepictures.h"
#include "ui/controllers/eventloopwatchdog.h"
#include "ui/models/entitymodel.h"
#include "ui/models/foreigntext.h"
#include "ui/models/roles.h"
#include "ui/pages/exportfile.h"
#include "ui/pages/userspage.h"
#include "ui/theme/colorscheme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/userpane.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_userspage {

namespace {

ProfileEntity userEntity()
{
    return *conversationProfile().entity(QStringLiteral("user"));
}

EntityRow rowOf(const QString &key, const QString &label)
{
    EntityRow row;
    row.key = key;
    row.label = label;
    row.values = {{QStringLiteral("userId"), key}, {QStringLiteral("username"), label}};
    return row;
}

QList<EntityRow> manyRows(int count)
{
    QList<EntityRow> rows;
    rows.reserve(count);
    for (int number = 0; number < count; ++number) {
        EntityRow row =
            rowOf(QStringLiteral("id-%1").arg(number), QStringLiteral("user%1").arg((number * 7919) % count));
        row.detail = row.label + QStringLiteral("@example.org");
        row.isEnabled = number % 17 != 0;
        row.values.insert(QStringLiteral("email"), row.detail);
        row.values.insert(QStringLiteral("updatedAt"),
                          QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + number, Qt::UTC));
        rows << row;
    }
    return rows;
}

} // namespace

/// The page of the users on a real data folder.
class TestUsersPage final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void showsEveryUserOfTheFolder();
    void filtersByTextAndState();
    void findsAndOrdersFromTheKeyboard();
    void asksForDisableAndForDelete();
    void offersToEndAllSessions();
    void tellsWhatADeleteTakes();
    void showsHostileNamesHarmless();
    void marksNamesThatDifferInvisibly();
    void keepsOldRowsWhenTheFileIsBroken();
    void holdsAHundredThousandRows();
    void readsAHundredThousandUsersWithoutAPause();
    void showsTimesInTheZoneThatIsChosen();
    void exportsWhatIsShown();
    void drawsItself_data();
    void drawsItself();

private:
    void makePage();
    Button *button(const QString &start) const;
    DataTable &table() const { return *m_page->findChild<DataTable *>(); }
    EntityModel &model() const { return *qobject_cast<EntityModel *>(table().model()); }
    QModelIndex find(const QString &text) const;
    QString paneText() const;

    std::unique_ptr<ColorScheme> m_scheme;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
    SqliteEngine m_engine;
    std::unique_ptr<OperationRunner> m_runner;
    std::unique_ptr<UsersController> m_controller;
    std::unique_ptr<UsersPage> m_page;
    std::shared_ptr<const InstanceSession> m_session;
};

void TestUsersPage::initTestCase()
{
    m_scheme = std::make_unique<ColorScheme>(qApp->palette());
    m_theme = std::make_unique<Theme>(*qApp, *m_scheme);
}

void TestUsersPage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    DemoDataOptions options;
    options.users = 60;
    options.logFiles = 1;
    options.logFileBytes = 4000;
    QVERIFY_RESULT(createDemoData(m_folder->filePath(QStringLiteral("data")), options, {}));
    m_session = std::make_shared<const InstanceSession>(conversationSession(
        m_folder->filePath(QStringLiteral("data")), m_folder->filePath(QStringLiteral("state"))));
}

void TestUsersPage::makePage()
{
    m_runner = std::make_unique<OperationRunner>();
    m_controller = std::make_unique<UsersController>(m_engine, *m_runner, m_clock);
    m_page = std::make_unique<UsersPage>(*m_controller);
    m_page->setSession(m_session);
    showAndWait(*m_page, {1208, 740});
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->isReading(), 30000);
}

void TestUsersPage::cleanup()
{
    m_page.reset();
    m_controller.reset();
    m_runner.reset();
}

Button *TestUsersPage::button(const QString &start) const
{
    for (Button *one : m_page->findChildren<Button *>()) {
        if (one->text().startsWith(start) || one->accessibleName().startsWith(start))
            return one;
    }
    return nullptr;
}

QModelIndex TestUsersPage::find(const QString &text) const
{
    for (int row = 0; row < model().rowCount(); ++row) {
        if (model().index(row, 0).data().toString().contains(text))
            return model().index(row, 0);
    }
    return {};
}

QString TestUsersPage::paneText() const
{
    QStringList texts;
    for (const Label *label : m_page->findChild<UserPane *>()->findChildren<Label *>())
        texts << label->text();
    return texts.join(u'\n');
}

void TestUsersPage::showsEveryUserOfTheFolder()
{
    makePage();
    QAbstractItemModelTester tester(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(m_page->title(), QStringLiteral("Users"));
    QCOMPARE(model().rowCount(), 60);
    QVERIFY(button(QStringLiteral("All"))->text().endsWith(QStringLiteral("60")));
    m_page->refresh();
    QTRY_VERIFY(!m_page->isReading());
    QCOMPARE(model().rowCount(), 60);
}

void TestUsersPage::filtersByTextAndState()
{
    makePage();
    button(QStringLiteral("Disabled"))->click();
    QTRY_VERIFY(!m_page->isReading());
    const int disabled = model().rowCount();
    QVERIFY(disabled > 0 && disabled < 30);
    for (int row = 0; row < disabled; ++row)
        QVERIFY(!model().itemAt(model().index(row, 0))->row.isEnabled);
    button(QStringLiteral("All"))->click();
    m_page->findChild<SearchField *>()->setText(QStringLiteral("BOLD</B>"));
    QTRY_COMPARE(model().rowCount(), 1);
    m_page->findChild<SearchField *>()->setText(QStringLiteral("nobody is called that"));
    QTRY_COMPARE(model().rowCount(), 0);
    button(QStringLiteral("Show all"))->click();
    QTRY_COMPARE(model().rowCount(), 60);
}

void TestUsersPage::findsAndOrdersFromTheKeyboard()
{
    makePage();
    m_page->focusFilter();
    QVERIFY(m_page->findChild<SearchField *>()->hasFocus());
    QTest::keyClicks(m_page->findChild<SearchField *>(), QStringLiteral("e"));
    QTRY_VERIFY(!m_page->isReading());
    table().setFocus(Qt::TabFocusReason);
    table().setCurrentIndex(model().index(0, 0));
    const QString first = m_controller->chosen();
    QTest::keyClick(&table(), Qt::Key_Down);
    QVERIFY(m_controller->chosen() != first);
    const QString second = m_controller->chosen();
    table().sortByColumn(0, Qt::DescendingOrder);
    QTRY_VERIFY(!m_page->isReading());
    QCOMPARE(m_controller->chosen(), second); // the chosen user stays the chosen one
    QVERIFY(model().index(0, 0).data().toString().toCaseFolded()
            > model().index(model().rowCount() - 1, 0).data().toString().toCaseFolded());
}

void TestUsersPage::asksForDisableAndForDelete()
{
    makePage();
    QSignalSpy asked(m_page.get(), &Page::actionRequested);
    table().setCurrentIndex(find(QStringLiteral("<b>Bold</b>")));
    QTRY_VERIFY(!m_page->isReading());
    UserPane *pane = m_page->findChild<UserPane *>();
    const auto paneButton = [pane](const QString &start) -> Button * {
        for (Button *one : pane->findChildren<Button *>()) {
            if (one->text().startsWith(start))
                return one;
        }
        return nullptr;
    };
    paneButton(QStringLiteral("Disable"))->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), QStringLiteral("users.disable"));
    const QString key = m_controller->chosen();
    QCOMPARE(asked.first().last().toJsonObject().value(QStringLiteral("user")).toString(), key);
    pane->findChild<QCheckBox *>()->setChecked(true);
    QVERIFY(paneText().contains(QStringLiteral("kept")));
    paneButton(QStringLiteral("Delete bold"))->click();
    QCOMPARE(asked.last().first().toString(), QStringLiteral("users.delete"));
    QCOMPARE(asked.last().last().toJsonObject().value(QStringLiteral("keepData")).toBool(), true);
    // Plain files have no service that could be restarted.
    QVERIFY(!paneButton(QStringLiteral("End all sessions"))->isVisibleTo(pane));
}

void TestUsersPage::offersToEndAllSessions()
{
    UserPane pane;
    QSignalSpy asked(&pane, &UserPane::endSessionsRequested);
    EntityItem item;
    item.row = rowOf(QStringLiteral("id-1"), QStringLiteral("anna"));
    item.row.isEnabled = false;
    EntityList list;
    list.entity = userEntity();
    pane.setSessions(true, 7);
    pane.showUser(item, list);
    QList<Button *> offered;
    for (Button *one : pane.findChildren<Button *>())
        if (one->text().startsWith(QStringLiteral("End all sessions")) && one->isVisibleTo(&pane))
            offered << one;
    QCOMPARE(offered.size(), 2);
    offered.first()->click();
    QCOMPARE(asked.size(), 1);
    const QList<Label *> labels = pane.findChildren<Label *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [&pane](const Label *label) {
        return label->text().contains(QStringLiteral("up to 7 day")) && label->isVisibleTo(&pane);
    }));
}

void TestUsersPage::tellsWhatADeleteTakes()
{
    makePage();
    table().setCurrentIndex(find(QStringLiteral("<b>Bold</b>")));
    QTRY_VERIFY(!m_page->isReading());
    const QString text = paneText();
    QVERIFY(text.contains(QStringLiteral("24 row")));           // its sessions
    QVERIFY(text.contains(QStringLiteral("up to seven days"))); // the profile's notes
    QVERIFY(text.contains(QStringLiteral("cannot log in any more")));
    for (const Label *label : m_page->findChild<UserPane *>()->findChildren<Label *>()) {
        if (label->text().contains(QStringLiteral("seven days")))
            QVERIFY(label->isVisibleTo(m_page.get()));
    }
    QVERIFY(!m_controller->owned().value.isEmpty());
}

void TestUsersPage::showsHostileNamesHarmless()
{
    makePage();
    const QModelIndex hostile = find(QStringLiteral("fdp.exe"));
    QVERIFY(hostile.isValid());
    QVERIFY(!hostile.data().toString().contains(QChar(0x202e)));
    QVERIFY(hostile.data().toString().contains(QStringLiteral("U+202E")));
    table().setCurrentIndex(hostile);
    QVERIFY(!paneText().contains(QChar(0x202e)));
    QVERIFY(!paneText().contains(QChar(0x200b)));
    for (const Label *label : m_page->findChildren<Label *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(visibleLine(QStringLiteral("a\u2060b\u00ADc")),
             QStringLiteral("a\u27E8U+2060\u27E9b\u27E8U+00AD\u27E9c"));
}

void TestUsersPage::marksNamesThatDifferInvisibly()
{
    const QList<EntityRow> rows{rowOf(QStringLiteral("1"), QStringLiteral("invoice")),
                                rowOf(QStringLiteral("2"), QStringLiteral("inv\u200Boice")),
                                rowOf(QStringLiteral("3"), QStringLiteral("invoices"))};
    const EntityListPointer list = makeEntityList(userEntity(), rows);
    QVERIFY(list->items.at(0).isLookalike);
    QVERIFY(list->items.at(1).isLookalike);
    QVERIFY(!list->items.at(2).isLookalike);
    EntityModel model;
    model.show(list, arranged(*list, {}));
    const QModelIndex second = model.indexOfKey(QStringLiteral("2"));
    QVERIFY(second.data(Qt::ToolTipRole).toString().contains(QStringLiteral("looks the same")));
}

void TestUsersPage::keepsOldRowsWhenTheFileIsBroken()
{
    makePage();
    writeAll(m_session->database(QStringLiteral("portagent"))->path, QByteArray(8192, 'x'));
    m_page->refresh();
    QTRY_VERIFY(!m_page->isReading());
    QVERIFY(m_controller->list().error.has_value());
    QCOMPARE(model().rowCount(), 60);
    QVERIFY(table().isStale());
    QVERIFY(button(QStringLiteral("Try again"))->isVisible());
    QVERIFY(savePicture(*m_page, QStringLiteral("users-error")));
}

void TestUsersPage::holdsAHundredThousandRows()
{
    QElapsedTimer timer;
    timer.start();
    const EntityListPointer list = makeEntityList(userEntity(), manyRows(100'000));
    const qint64 making = timer.restart();
    QCOMPARE(arranged(*list, {}).size(), 100'000);
    const qint64 sorting = timer.restart();
    const QList<int> order = arranged(*list, {QStringLiteral("user99"), EntityFilter::State::Enabled});
    const qint64 filtering = timer.restart();
    QVERIFY(!order.isEmpty() && order.size() < 2000);
    EntityModel model;
    DataTable table(QStringLiteral("Users"));
    table.setModel(&model);
    showAndWait(table, {900, 600});
    const QList<int> all = arranged(*list, {});
    timer.restart();
    model.show(list, all);
    table.grab();
    const qint64 showing = timer.restart();
    qInfo("100 000 users: list %lld ms, sort %lld ms, filter %lld ms on the worker; shown in %lld ms", making,
          sorting, filtering, showing);
    QVERIFY2(showing < 500, "the window waits for the table"); // far above what it takes, for slow machines
}

void TestUsersPage::readsAHundredThousandUsersWithoutAPause()
{
    const QString path = m_session->database(QStringLiteral("portagent"))->path;
    QVERIFY(QFile::remove(path));
    makeTestUsers(path, 100'000);
    makePage();
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->isReading(), 30000);
    QCOMPARE(model().rowCount(), 100'000);
    EventLoopWatchdog watchdog;
    QElapsedTimer timer;
    timer.start();
    watchdog.start();
    m_page->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->isReading(), 30000);
    const qint64 reading = timer.restart();
    table().sortByColumn(1, Qt::DescendingOrder);
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->isReading(), 30000);
    const qint64 sorting = timer.restart();
    m_page->findChild<SearchField *>()->setText(QStringLiteral("user9999"));
    QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() < 100, 30000);
    const qint64 finding = timer.restart();
    m_page->findChild<SearchField *>()->clear();
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 100'000, 30000);
    QSignalSpy exported(m_controller.get(), &UsersController::exported);
    m_controller->exportTo(m_folder->filePath(QStringLiteral("all.csv")), table().visibleColumns());
    QVERIFY(exported.wait(30000));
    QCOMPARE(readAll(m_folder->filePath(QStringLiteral("all.csv"))).count("\r\n"), 100'001);
    qInfo(
        "100 000 users: read %lld ms, sorted %lld ms, found %lld ms, exported %lld ms; longest block of the "
        "window %lld ms",
        reading, sorting, finding, timer.elapsed(), watchdog.longestBlock());
    QVERIFY(watchdog.longestBlock() < 500); // far above what it takes, for slow machines
}

void TestUsersPage::showsTimesInTheZoneThatIsChosen()
{
    qputenv("TZ", "Asia/Kolkata"); // half past, and never the same day as UTC for long
    tzset();
    const QDateTime moment(QDate(2026, 11, 20), QTime(20, 10), Qt::UTC);
    EntityRow row{
        QStringLiteral("1"), QStringLiteral("one"), {}, true, {{QStringLiteral("createdAt"), moment}}};
    EntityModel shown;
    const EntityListPointer list = makeEntityList(userEntity(), {row});
    shown.show(list, {0});
    int column = 0;
    while (column < list->columns.size() && list->columns.at(column).id != u"createdAt")
        ++column;
    QVERIFY(column < list->columns.size());
    const QModelIndex cell = shown.index(0, column);
    QVERIFY(cell.data(Qt::ToolTipRole).toString().startsWith(QStringLiteral("2026-11-21 01:40:00.000")));
    QCOMPARE(cell.data(ExportRole).toString(), QStringLiteral("2026-11-21T01:40:00.000+05:30"));
    setShownZone(ShownZone::Utc);
    QCOMPARE(cell.data(Qt::ToolTipRole).toString(), QStringLiteral("2026-11-20 20:10:00.000 UTC"));
    QCOMPARE(cell.data(ExportRole).toString(), QStringLiteral("2026-11-20T20:10:00.000Z"));
    setShownZone(ShownZone::Local);
    qunsetenv("TZ");
    tzset();
}

void TestUsersPage::exportsWhatIsShown()
{
    makePage();
    button(QStringLiteral("Disabled"))->click();
    QTRY_VERIFY(!m_page->isReading());
    const QString csv = table().toCsv();
    QCOMPARE(csv.count(QStringLiteral("\r\n")), model().rowCount() + 1);
    const QString path = m_folder->filePath(QStringLiteral("users.csv"));
    m_controller->exportTo(path, table().visibleColumns());
    QSignalSpy exported(m_controller.get(), &UsersController::exported);
    QVERIFY(exported.wait(5000));
    QCOMPARE(readAll(path), csv.toUtf8());
    // Whole, with its offset, however short it is shown; and in the zone that is chosen.
    static const QRegularExpression Local(
        QStringLiteral("\\d{4}-\\d\\d-\\d\\dT[\\d:.]{12}(Z|[+-]\\d\\d:\\d\\d)"));
    QVERIFY2(Local.match(csv).hasMatch(), qPrintable(csv.left(400)));
    setShownZone(ShownZone::Utc);
    QVERIFY(table().toCsv().contains(QRegularExpression(QStringLiteral("T[\\d:.]{12}Z"))));
    setShownZone(ShownZone::Local);
    QVERIFY(savedSentence(path, csv.toUtf8()).startsWith(QStringLiteral("Exported")));
    QCOMPARE(readAll(path), csv.toUtf8());
    const QString nowhere = m_folder->filePath(QStringLiteral("missing/users.csv"));
    QVERIFY(savedSentence(nowhere, {}).startsWith(QStringLiteral("Not exported")));
}

void TestUsersPage::drawsItself_data()
{
    QTest::addColumn<PageLook>("look");
    for (const PageLook &look : pageLooks())
        QTest::newRow(look.name) << look;
}

void TestUsersPage::drawsItself()
{
    QFETCH(PageLook, look);
    m_theme->setChoice(look.theme);
    TestDatabase(m_session->database(QStringLiteral("portagent"))->path)
        .run(QStringLiteral("UPDATE users SET username = 'bo\u200Bld' WHERE username = 'emoji'"));
    makePage();
    m_page->resize(look.size);
    table().setCurrentIndex(find(QStringLiteral("<b>Bold</b>")));
    table().setFocus();
    QTRY_VERIFY(!m_page->isReading());
    QVERIFY(savePicture(*m_page, QStringLiteral("users-%1").arg(QLatin1String(look.name))));
    m_theme->setChoice(ThemeChoice::Light);
}

} // namespace tst_userspage

QTEST_MAIN(tst_userspage::TestUsersPage)
#include "tst_userspage.moc"

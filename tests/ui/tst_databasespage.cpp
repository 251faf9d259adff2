// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demodata.h"
#include "core/base/units.h"
#include "core/database/sqliteengine.h"
#include "core/monitoring/metricstore.h"
#include "core/settings/statestore.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprofile.h"
#include "tests/support/uitestsupport.h"
#include "tests/ui/pagepictures.h"
#include "ui/pages/databasespage.h"
#include "ui/theme/colorscheme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/databasepane.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"
#include "ui/widgets/rowbrowser.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractItemModelTester>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_databasespage {

/// The page of the databases on a real data folder.
class TestDatabasesPage final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void showsEveryDatabaseWithTwoVerdicts();
    void keepsTheVerdictsOfACheck();
    void showsNoVerdictOfAFileThatWasReplaced();
    void stopsACheck();
    void tellsABrokenFileFromAHealthyOne();
    void pagesThroughAKindOfKey();
    void decodesJsonAndTimes();
    void filtersRowsInTheDatabase();
    void showsHostileValuesHarmless();
    void nothingCanBeTypedIntoTheRows();
    void exportsFormulasHarmless();
    void browsesFromTheKeyboard();
    void drawsItself_data();
    void drawsItself();

private:
    void makePage();
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(!m_page->isReading(), 20000); }
    Button *button(const QString &start) const;
    DataTable &table(const QString &name) const;
    void choose(const QString &tableName, const QString &text) const;
    const DatabaseState &state(const char *id) const { return *m_controller->database(QLatin1String(id)); }
    QString path(const char *id) const { return m_session->database(QLatin1String(id))->path; }

    std::unique_ptr<ColorScheme> m_scheme;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StateStore> m_store;
    std::unique_ptr<CheckStore> m_checks;
    std::unique_ptr<MetricStore> m_metrics;
    SystemClock m_clock;
    SqliteEngine m_engine;
    std::unique_ptr<OperationRunner> m_runner;
    std::unique_ptr<DatabasesController> m_controller;
    std::unique_ptr<RowsController> m_rows;
    std::unique_ptr<ServerController> m_server;
    std::unique_ptr<DatabasesPage> m_page;
    std::shared_ptr<const InstanceSession> m_session;
};

void TestDatabasesPage::initTestCase()
{
    m_scheme = std::make_unique<ColorScheme>(qApp->palette());
    m_theme = std::make_unique<Theme>(*qApp, *m_scheme);
}

void TestDatabasesPage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    DemoDataOptions options;
    options.users = 120;
    options.logFiles = 1;
    options.logFileBytes = 4000;
    QVERIFY_RESULT(createDemoData(m_folder->filePath(QStringLiteral("data")), options, {}));
    m_session = std::make_shared<const InstanceSession>(conversationSession(
        m_folder->filePath(QStringLiteral("data")), m_folder->filePath(QStringLiteral("state"))));
    m_store = std::make_unique<StateStore>(m_folder->filePath(QStringLiteral("state.db")));
    QVERIFY_RESULT(m_store->open());
    m_checks = std::make_unique<CheckStore>(*m_store);
    m_metrics = std::make_unique<MetricStore>(*m_store);
    m_runner = std::make_unique<OperationRunner>();
    m_controller = std::make_unique<DatabasesController>(
        DatabasesServices{m_engine, *m_checks, *m_metrics, *m_runner, m_clock});
    m_rows = std::make_unique<RowsController>(m_engine, *m_runner, m_clock);
    m_server = std::make_unique<ServerController>(
        ServerServices{{}, *m_runner, m_clock, m_folder->filePath(QStringLiteral("cache"))});
}

void TestDatabasesPage::makePage()
{
    m_page = std::make_unique<DatabasesPage>(*m_controller, *m_rows, *m_server);
    m_page->setSession(m_session);
    showAndWait(*m_page, {1208, 740});
    settle();
}

void TestDatabasesPage::cleanup()
{
    m_page.reset();
    m_rows.reset();
    m_server.reset();
    m_controller.reset();
    m_runner.reset();
}

Button *TestDatabasesPage::button(const QString &start) const
{
    for (Button *one : m_page->findChildren<Button *>()) {
        if (one->text().startsWith(start) || one->accessibleName().startsWith(start))
            return one;
    }
    return nullptr;
}

DataTable &TestDatabasesPage::table(const QString &name) const
{
    for (DataTable *one : m_page->findChildren<DataTable *>()) {
        if (one->accessibleName().startsWith(name))
            return *one;
    }
    qFatal("no such table");
}

void TestDatabasesPage::choose(const QString &tableName, const QString &text) const
{
    DataTable &view = table(tableName);
    for (int row = 0; row < view.model()->rowCount(); ++row) {
        if (view.model()->index(row, 0).data().toString().contains(text)) {
            view.setCurrentIndex(view.model()->index(row, 0));
            return;
        }
    }
    QFAIL("no such row");
}

void TestDatabasesPage::showsEveryDatabaseWithTwoVerdicts()
{
    makePage();
    QAbstractItemModel &model = *table(QStringLiteral("Databases")).model();
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(model.index(1, 0).data().toString().contains(QStringLiteral("agentx.db")));
    QVERIFY(model.index(1, 4).data().toString().contains(QStringLiteral("Not checked")));
    QVERIFY(model.index(2, 3).data().toString().startsWith(QStringLiteral("WAL")));
    QVERIFY(state("agentx").kinds.size() >= 4);
    QCOMPARE(state("portagent").tables.first().rows, 120);
    m_page->refresh();
    settle();
    QCOMPARE(model.rowCount(), 3);
}

void TestDatabasesPage::keepsTheVerdictsOfACheck()
{
    makePage();
    QSignalSpy told(m_page.get(), &Page::told);
    button(QStringLiteral("Check"))->click();
    QVERIFY(m_controller->isChecking());
    settle();
    QCOMPARE(told.size(), 1);
    QCOMPARE(integrityVerdict(state("agentx"), m_clock.now()).verdict, Verdict::Holds);
    QCOMPARE(foreignKeyVerdict(state("agentx"), m_clock.now()).verdict, Verdict::DoesNotApply);
    const auto kept = m_checks->latest(m_session->instance().id);
    QVERIFY_RESULT(kept);
    QCOMPARE(kept->size(), 6); // two of each database
    const QDateTime later = m_clock.now().addDays(9);
    const VerdictCell old = integrityVerdict(state("agentx"), later);
    QCOMPARE(old.verdict, Verdict::Due);
    QVERIFY(old.text.contains(formatDuration(9LL * 86'400'000)));
}

void TestDatabasesPage::showsNoVerdictOfAFileThatWasReplaced()
{
    const QUuid instance = m_session->instance().id;
    const QDateTime now = m_clock.now();
    DatabaseCheck failed{QStringLiteral("agentx"), QStringLiteral("integrity_check"),
                         CheckVerdict::Failed,     {QStringLiteral("page 3 is used twice")},
                         now.addSecs(-3600),       120};
    QVERIFY_RESULT(m_checks->add(instance, failed));
    makePage();
    settle();
    QCOMPARE(integrityVerdict(state("agentx"), now).verdict, Verdict::InTheWay);

    QVERIFY_RESULT(m_checks->noteReplaced(instance, QStringLiteral("agentx"), now.addSecs(-120)));
    m_page->refresh();
    settle();
    const VerdictCell shown = integrityVerdict(state("agentx"), now);
    QCOMPARE(shown.verdict, Verdict::NotKnown);
    QCOMPARE(shown.small, QStringLiteral("file replaced %1 ago").arg(formatDuration(120'000)));
    QCOMPARE(stateOf(state("agentx"), now), StateKind::NotChecked);
    choose(QStringLiteral("Databases"), QStringLiteral("agentx.db"));
    QStringList said;
    for (const QLabel *label : m_page->findChild<DatabasePane *>()->findChildren<QLabel *>())
        said << label->text();
    QVERIFY(said.filter(QStringLiteral("page 3")).isEmpty());
    QVERIFY(!said.filter(QStringLiteral("The file was replaced")).isEmpty());
}

void TestDatabasesPage::stopsACheck()
{
    makePage();
    QSignalSpy told(m_page.get(), &Page::told);
    m_controller->check({QStringLiteral("agentx"), QStringLiteral("queue")}, true);
    m_controller->stopCheck();
    settle();
    QCOMPARE(told.size(), 1);
    QVERIFY(!m_controller->isChecking());
    QVERIFY(!state("agentx").isChecking);
}

void TestDatabasesPage::tellsABrokenFileFromAHealthyOne()
{
    writeAll(path("agentx"), QByteArray(16384, 'x'));
    makePage();
    QCOMPARE(stateOf(state("agentx"), m_clock.now()), StateKind::Down);
    choose(QStringLiteral("Databases"), QStringLiteral("agentx.db"));
    settle();
    QStringList texts;
    for (const Label *label : m_page->findChild<DatabasePane *>()->findChildren<Label *>())
        texts << label->text();
    QVERIFY(texts.join(u' ').contains(state("agentx").info.error->message));
    QCOMPARE(state("portagent").tables.size(), 1);
}

void TestDatabasesPage::pagesThroughAKindOfKey()
{
    makePage();
    choose(QStringLiteral("Databases"), QStringLiteral("agentx.db"));
    settle();
    choose(QStringLiteral("Tables"), QStringLiteral("containers:"));
    settle();
    QAbstractItemModel &rows = *table(QStringLiteral("Rows")).model();
    QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(rows.rowCount(), 100);
    QVERIFY(rows.index(0, 0).data().toString().startsWith(QStringLiteral("user-"))); // after "containers:"
    QVERIFY(!button(QStringLiteral("Previous"))->isEnabled());
    button(QStringLiteral("Next"))->click();
    settle();
    QCOMPARE(rows.rowCount(), 22); // 120 users and two that nobody owns
    QVERIFY(!button(QStringLiteral("Next"))->isEnabled());
    button(QStringLiteral("Previous"))->click();
    settle();
    QCOMPARE(rows.rowCount(), 100);
}

void TestDatabasesPage::decodesJsonAndTimes()
{
    makePage();
    choose(QStringLiteral("Databases"), QStringLiteral("agentx.db"));
    settle();
    choose(QStringLiteral("Tables"), QStringLiteral("sessions:"));
    settle();
    const RowTable decoded = m_rows->rows().value;
    QVERIFY(decoded.titles.contains(QStringLiteral("containerId")));
    QVERIFY(decoded.times.contains(QStringLiteral("created_at")));
    button(QStringLiteral("Decoded"))->click();
    settle();
    const RowTable stored = m_rows->rows().value;
    QCOMPARE(stored.titles.mid(1), (QStringList{QStringLiteral("value"), QStringLiteral("created_at"),
                                                QStringLiteral("updated_at")}));
    QVERIFY(stored.times.isEmpty());
    QVERIFY(m_page->findChild<QPlainTextEdit *>()->toPlainText().startsWith(QLatin1Char('{')));
}

void TestDatabasesPage::filtersRowsInTheDatabase()
{
    makePage();
    auto &filter = *m_page->findChild<RowBrowser *>()->findChild<SearchField *>();
    filter.setText(QStringLiteral("<b>bold"));
    settle();
    QTRY_COMPARE(table(QStringLiteral("Rows")).model()->rowCount(), 1);
    filter.setText(QStringLiteral("100%_"));
    settle();
    QTRY_COMPARE(table(QStringLiteral("Rows")).model()->rowCount(), 0);
}

void TestDatabasesPage::showsHostileValuesHarmless()
{
    makePage();
    m_page->findChild<RowBrowser *>()->findChild<SearchField *>()->setText(QStringLiteral("fdp.exe"));
    settle();
    QAbstractItemModel &rows = *table(QStringLiteral("Rows")).model();
    QTRY_COMPARE(rows.rowCount(), 1);
    for (int column = 0; column < rows.columnCount(); ++column)
        QVERIFY(!rows.index(0, column).data().toString().contains(QChar(0x202e)));
    const QString whole = m_page->findChild<QPlainTextEdit *>()->toPlainText();
    QVERIFY(!whole.contains(QChar(0x202e)));
    QVERIFY(whole.contains(QStringLiteral("U+202E")));
}

void TestDatabasesPage::nothingCanBeTypedIntoTheRows()
{
    makePage();
    DataTable &rows = table(QStringLiteral("Rows"));
    const QString before = rows.model()->index(0, 0).data().toString();
    QTest::keyClicks(&rows, QStringLiteral("abc"));
    QTest::keyClick(&rows, Qt::Key_F2);
    QVERIFY(!rows.model()->flags(rows.model()->index(0, 0)).testFlag(Qt::ItemIsEditable));
    QCOMPARE(rows.model()->index(0, 0).data().toString(), before);
    QVERIFY(m_page->findChild<QPlainTextEdit *>()->isReadOnly());
}

void TestDatabasesPage::exportsFormulasHarmless()
{
    TestDatabase(path("portagent"))
        .run(QStringLiteral("UPDATE users SET displayName = '=1+cmd()' WHERE username = 'bold'"));
    makePage();
    m_page->findChild<RowBrowser *>()->findChild<SearchField *>()->setText(QStringLiteral("=1+cmd"));
    settle();
    QTRY_COMPARE(table(QStringLiteral("Rows")).model()->rowCount(), 1);
    QVERIFY(m_page->findChild<RowBrowser *>()->toCsv().contains(QStringLiteral("'=1+cmd()")));
}

void TestDatabasesPage::browsesFromTheKeyboard()
{
    makePage();
    DataTable &databases = table(QStringLiteral("Databases"));
    databases.setFocus(Qt::TabFocusReason);
    databases.setCurrentIndex(databases.model()->index(0, 0));
    QTest::keyClick(&databases, Qt::Key_Down);
    settle();
    QTest::keyClick(&databases, Qt::Key_Return);
    QVERIFY(table(QStringLiteral("Tables")).hasFocus());
    QTest::keyClick(&table(QStringLiteral("Tables")), Qt::Key_Down);
    settle();
    QVERIFY(!m_rows->place()->kind.isEmpty());
    QTest::keyClick(&table(QStringLiteral("Tables")), Qt::Key_Tab);
    QVERIFY(table(QStringLiteral("Rows")).hasFocus());
    m_page->focusFilter();
    QVERIFY(m_page->findChild<SearchField *>()->hasFocus());
}

void TestDatabasesPage::drawsItself_data()
{
    QTest::addColumn<PageLook>("look");
    for (const PageLook &look : pageLooks())
        QTest::newRow(look.name) << look;
}

void TestDatabasesPage::drawsItself()
{
    QFETCH(PageLook, look);
    m_theme->setChoice(look.theme);
    for (int day = 0; day < 20; ++day)
        QVERIFY_RESULT(m_metrics->record(m_session->instance().id, m_clock.now().addSecs(-3600 * (20 - day)),
                                         {{QStringLiteral("database.agentx.bytes"), 4.0e6 + day * 3e4},
                                          {QStringLiteral("database.queue.bytes"), 1.0e6 + day % 4 * 2e5}}));
    DatabaseCheck old{QStringLiteral("portagent"), QStringLiteral("quick_check"),
                      CheckVerdict::Passed,        {},
                      m_clock.now().addDays(-9),   120};
    makePage();
    if (qstrcmp(look.name, "dark") != 0) {
        m_controller->check({QStringLiteral("agentx"), QStringLiteral("queue")}, false);
        settle();
    }
    QVERIFY_RESULT(m_checks->add(m_session->instance().id, old));
    m_page->resize(look.size);
    m_page->refresh();
    settle();
    choose(QStringLiteral("Databases"), QStringLiteral("agentx.db"));
    settle();
    choose(QStringLiteral("Tables"), QStringLiteral("images:"));
    settle();
    table(QStringLiteral("Rows")).setCurrentIndex(table(QStringLiteral("Rows")).model()->index(3, 0));
    QVERIFY(savePicture(*m_page, QStringLiteral("databases-%1").arg(QLatin1String(look.name))));
    m_theme->setChoice(ThemeChoice::Light);
}

} // namespace tst_databasespage

QTEST_MAIN(tst_databasespage::TestDatabasesPage)
#include "tst_databasespage.moc"

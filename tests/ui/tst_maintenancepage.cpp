// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/maintenance/maintenance.h"
#include "tests/support/testprofile.h"
#include "tests/support/testsupport.h"
#include "tests/support/uitestsupport.h"
#include "ui/pages/maintenancepage.h"
#include "ui/theme/colorscheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/maintenancelist.h"
#include "ui/widgets/maintenancerow.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_maintenancepage {

/// The page on rows of two made providers, one of which cannot be read.
class TestMaintenancePage final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void keepsEveryFieldThroughJson();
    void listsTheRowsOfEveryProvider();
    void saysWhichPartCannotBeRead();
    void asksForTheActionOfARow();
    void movesByTheKeyboard();
    void countsWhatIsDue();

private:
    static MaintenanceItem item(const QString &id, MaintenanceGroup group, MaintenanceState state);
    MaintenanceRow *row(const char *id) const
    {
        return m_page->findChild<MaintenanceList *>()->row(QLatin1String(id));
    }

    std::unique_ptr<ColorScheme> m_scheme;
    std::unique_ptr<Theme> m_theme;
    QTemporaryDir m_folder;
    Catalogue m_catalogue;
    SystemClock m_clock;
    std::unique_ptr<OperationRunner> m_runner;
    std::unique_ptr<MaintenanceController> m_controller;
    std::unique_ptr<MaintenancePage> m_page;
    std::unique_ptr<QSignalSpy> m_counts;
};

MaintenanceItem TestMaintenancePage::item(const QString &id, MaintenanceGroup group, MaintenanceState state)
{
    MaintenanceItem item;
    item.id = id;
    item.group = group;
    item.state = state;
    item.sentence = QStringLiteral("The sentence of %1").arg(id);
    item.evidence = QStringLiteral("The evidence of %1.").arg(id);
    item.action = QStringLiteral("test.%1").arg(id);
    item.arguments = {{QStringLiteral("database"), id}};
    item.buttonText = QStringLiteral("Do %1").arg(id);
    return item;
}

void TestMaintenancePage::initTestCase()
{
    m_scheme = std::make_unique<ColorScheme>(qApp->palette());
    m_theme = std::make_unique<Theme>(*qApp, *m_scheme);
    const auto rows = [](const InstanceSession &,
                         const OperationContext &) -> Result<QList<MaintenanceItem>> {
        return QList<MaintenanceItem>{
            item(QStringLiteral("limits"), MaintenanceGroup::Running, MaintenanceState::Good),
            item(QStringLiteral("check"), MaintenanceGroup::Databases, MaintenanceState::Due),
            item(QStringLiteral("damaged"), MaintenanceGroup::Databases, MaintenanceState::Bad)};
    };
    const auto fails = [](const InstanceSession &,
                          const OperationContext &) -> Result<QList<MaintenanceItem>> {
        return failure(
            Error{ErrorKind::Refused, QStringLiteral(".env"), QStringLiteral("No entry."), {}, {}});
    };
    addMaintenanceQuery(m_catalogue, {{QStringLiteral("rows"), MaintenanceGroup::Databases, rows},
                                      {QStringLiteral("modes"), MaintenanceGroup::Access, fails}});
}

void TestMaintenancePage::init()
{
    m_runner = std::make_unique<OperationRunner>();
    m_controller = std::make_unique<MaintenanceController>(m_catalogue, *m_runner, m_clock);
    m_page = std::make_unique<MaintenancePage>(*m_controller);
    m_counts = std::make_unique<QSignalSpy>(m_page.get(), &Page::countChanged);
    m_page->setSession(std::make_shared<const InstanceSession>(
        conversationSession(m_folder.filePath(QStringLiteral("data")), m_folder.path())));
    showAndWait(*m_page, {1208, 740});
    QTRY_VERIFY(!m_page->isReading() && m_controller->items().hasValue);
}

void TestMaintenancePage::cleanup()
{
    m_counts.reset();
    m_page.reset();
    m_controller.reset();
    m_runner.reset();
}

void TestMaintenancePage::keepsEveryFieldThroughJson()
{
    MaintenanceItem all = item(QStringLiteral("x"), MaintenanceGroup::Access, MaintenanceState::Working);
    all.at = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 6), Qt::UTC);
    all.until = all.at.addDays(1);
    all.page = QStringLiteral("users");
    all.use = {0.25, 0.75, QStringLiteral("a quarter"), false};
    all.heading = QStringLiteral("Heading");
    all.facts << MaintenanceFact{QStringLiteral("a"), QStringLiteral("b")};
    all.space << MaintenanceSpace{QStringLiteral("here"), QStringLiteral("why"), 10, 20};
    all.effects << QStringLiteral("something");
    const auto read = maintenanceItemFromJson(toJson(all));
    QVERIFY_RESULT(read);
    QCOMPARE(*read, all);
    QVERIFY(!maintenanceItemFromJson({{QStringLiteral("id"), QStringLiteral("x")}}));
}

void TestMaintenancePage::listsTheRowsOfEveryProvider()
{
    QStringList ids;
    for (const MaintenanceItem &one : m_controller->items().value)
        ids << one.id;
    QCOMPARE(ids, (QStringList{QStringLiteral("check"), QStringLiteral("damaged"),
                               QStringLiteral("unread-modes"), QStringLiteral("limits")}));
}

void TestMaintenancePage::saysWhichPartCannotBeRead()
{
    const MaintenanceRow *unread = row("unread-modes");
    QVERIFY(unread);
    QCOMPARE(unread->item().state, MaintenanceState::NotKnown);
    QVERIFY(unread->item().sentence.contains(QStringLiteral(".env")));
    QVERIFY(!unread->button()->isVisible());
}

void TestMaintenancePage::asksForTheActionOfARow()
{
    QSignalSpy asked(m_page.get(), &Page::actionRequested);
    QTest::mouseClick(row("damaged")->button(), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), QStringLiteral("test.damaged"));
    QCOMPARE(asked.first().last().toJsonObject().value(QStringLiteral("database")).toString(),
             QStringLiteral("damaged"));
}

void TestMaintenancePage::movesByTheKeyboard()
{
    QSignalSpy asked(m_page.get(), &Page::actionRequested);
    m_page->focusFilter();
    QTRY_VERIFY(row("check")->hasFocus());
    QTest::keyClick(row("check"), Qt::Key_Down);
    QVERIFY(row("damaged")->hasFocus());
    QCOMPARE(m_page->findChild<MaintenanceList *>()->current()->id, QStringLiteral("damaged"));
    QTest::keyClick(row("damaged"), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
}

void TestMaintenancePage::countsWhatIsDue()
{
    QCOMPARE(m_counts->last().first().toInt(), 2);
    QCOMPARE(m_counts->last().last().toBool(), true);
}

} // namespace tst_maintenancepage

QTEST_MAIN(tst_maintenancepage::TestMaintenancePage)
#include "tst_maintenancepage.moc"

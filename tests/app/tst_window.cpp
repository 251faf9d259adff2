// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"
#include "core/database/sqliteengine.h"
#include "tests/support/keyboardwalk.h"
#include "tests/support/testsupport.h"
#include "ui/controllers/eventloopwatchdog.h"
#include "ui/dialogs/actionflow.h"
#include "ui/dialogs/closequestion.h"
#include "ui/dialogs/manualwindow.h"
#include "ui/dialogs/plandialog.h"
#include "ui/pages/instanceview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/detaildrawer.h"
#include "ui/widgets/elidinglabel.h"
#include "ui/widgets/operationdock.h"
#include "ui/widgets/padlock.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <chrono>

using namespace pilothouse;
using namespace std::chrono_literals;

namespace {

constexpr auto Patience = 30s;
const QString Demo = QStringLiteral("demo");

} // namespace

/// The real window on the living demo service: every step is a real click's path through plan, executor and
/// proof.
class TestWindow : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_home;
    std::unique_ptr<Application> m_root;
    EventLoopWatchdog m_watchdog;

    MainWindow &window() { return m_root->window(); }

    qint64 userCount() const
    {
        SqlQuery query;
        query.text = QStringLiteral("SELECT count(*) FROM users WHERE isActive = 1");
        const auto rows = SqliteEngine().select(
            m_home.filePath(QStringLiteral("demo/portagent/data/portagent.db")), query, {});
        return rows ? rows->rows.first().first().toLongLong() : -1;
    }

    bool canBePutBack(const QUuid &operation)
    {
        return m_root->operations().operation(operation)->canBePutBack;
    }

    /// Starts an action as a page does, approves its plan where one is shown, and waits until it has ended.
    OperationView act(const QString &action, const QJsonObject &arguments)
    {
        return finish([&] { window().actions().start(m_root->fleet().session(Demo), action, arguments); });
    }

    OperationView undo(const QUuid &operation)
    {
        return finish([&] { window().actions().undo(m_root->fleet().session(Demo), operation); });
    }

    OperationView finish(const std::function<void()> &begin)
    {
        QSignalSpy ended(&m_root->operations(), &OperationsController::operationEnded);
        const auto approval = connect(&window().actions(), &ActionFlow::planShown, this, [](QWidget *shown) {
            auto *dialog = qobject_cast<PlanDialog *>(shown);
            for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
                if (button->property("kind").toString() == QStringLiteral("danger")
                    || button->property("kind").toString() == QStringLiteral("primary"))
                    QTest::mouseClick(button, Qt::LeftButton);
            }
        });
        begin();
        const bool hasEnded = ended.wait(std::chrono::milliseconds(Patience).count());
        disconnect(approval);
        return hasEnded ? *m_root->operations().operation(ended.first().first().toUuid()) : OperationView();
    }

    void change(const Instance &before, const Instance &after)
    {
        bool isStored = false;
        m_root->fleet().change(before, after, this,
                               [&](const Result<> &changed) { isStored = changed.has_value(); });
        QTRY_VERIFY(isStored);
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        auto console = Console::open({m_home.path()});
        QVERIFY_RESULT(console);
        m_root = std::make_unique<Application>(*qApp, std::move(*console));
        m_root->theme().setChoice(ThemeChoice::Light);
        QSignalSpy started(m_root.get(), &Application::demoStarted);
        m_root->startDemo();
        QVERIFY(started.wait(std::chrono::milliseconds(Patience).count()));
        QVERIFY(started.first().first().toBool());
        m_root->start();
        m_root->showWindow();
        QTRY_VERIFY_WITH_TIMEOUT(m_root->fleet().snapshot(Demo).has_value(), 30000);
        QCOMPARE(window().instance(), Demo);
        m_watchdog.start();
    }

    void everyPageShowsItself()
    {
        for (const QString &id : window().instanceView().pageIds()) {
            if (id == QLatin1String("records")) // the demo's service has none, and so no such tab
                continue;
            window().showPage(id);
            const Page *page = window().instanceView().page();
            QVERIFY2(page && page->isVisible(), qPrintable(id));
            QCOMPARE(page->id(), id);
            QTRY_VERIFY_WITH_TIMEOUT(!page->isReading(), 30000);
            QVERIFY2(!window().grab().isNull(), qPrintable(id));
        }
    }

    void tellsThatThereIsNothingToDoWithoutADialog()
    {
        QSignalSpy shown(&window().actions(), &ActionFlow::planShown);
        window().actions().start(m_root->fleet().session(Demo), QStringLiteral("service.start"), {});
        const auto isTold = [this] {
            const auto toasts = window().findChildren<Toast *>();
            return std::any_of(toasts.begin(), toasts.end(), [](const Toast *toast) {
                return toast->accessibleName().contains(u"is running already");
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isTold(), 15000);
        QCOMPARE(shown.size(), 0);
    }

    void whatWasDoneHasTheRoomInANarrowWindow()
    {
        const QSize size = window().size();
        window().resize(1280, 720);
        window().showPage(QStringLiteral("activity"));
        const auto *table = window().instanceView().page()->findChild<DataTable *>();
        QVERIFY(table->isColumnHidden(2));
        QTRY_VERIFY2(table->columnWidth(1) > 260, qPrintable(QString::number(table->columnWidth(1))));
        window().resize(1440, 900);
        QTRY_VERIFY(!table->isColumnHidden(2));
        window().resize(size);
    }

    void everyPageIsWalkedByTab_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QSize>("size");
        for (const char *page : {"overview", "databases", "users", "logs", "backups", "maintenance",
                                 "configuration", "activity"}) {
            QTest::newRow(page) << QString::fromLatin1(page) << QSize(1440, 900);
            QTest::addRow("%s narrow", page) << QString::fromLatin1(page) << QSize(1024, 640);
        }
    }

    void everyPageIsWalkedByTab()
    {
        QFETCH(QString, page);
        QFETCH(QSize, size);
        window().resize(size);
        window().showPage(page);
        QTRY_VERIFY_WITH_TIMEOUT(!window().instanceView().page()->isReading(), 30000);
        const QStringList faults = keyboardFaults(window());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        window().resize(1440, 900);
    }

    void everyDialogIsWalkedByTab_data()
    {
        QTest::addColumn<std::function<void()>>("open");
        QTest::newRow("add instance")
            << std::function<void()>([this] { emit window().addInstanceRequested(); });
        QTest::newRow("probe") << std::function<void()>([this] { emit window().probeRequested(Demo); });
        QTest::newRow("troubleshooter")
            << std::function<void()>([this] { emit window().troubleshootRequested(Demo); });
        QTest::newRow("keyboard") << std::function<void()>([this] { window().openKeyboard(); });
        QTest::newRow("remove") << std::function<void()>([this] { emit window().removeRequested(Demo); });
        QTest::newRow("close") << std::function<void()>(
            [this] { (new CloseQuestion(1, &window()))->open(); });
        QTest::newRow("plan") << std::function<void()>([this] {
            window().actions().start(m_root->fleet().session(Demo), QStringLiteral("users.delete"),
                                     {{QStringLiteral("user"), QStringLiteral("bold")}});
        });
    }

    void everyDialogIsWalkedByTab()
    {
        QFETCH(std::function<void()>, open);
        open();
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget(), 30000);
        QPointer<QWidget> dialog = QApplication::activeModalWidget();
        const QStringList faults = keyboardFaults(*dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        const bool isClosed = !dialog || !dialog->isVisible();
        delete dialog;
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QVERIFY(isClosed);
    }

    void theManualIsWalkedByTab()
    {
        emit window().manualRequested(QStringLiteral("users"));
        ManualWindow *manual = nullptr;
        for (QWidget *shown : QApplication::topLevelWidgets())
            manual = manual ? manual : qobject_cast<ManualWindow *>(shown);
        QVERIFY(manual);
        const QStringList faults = keyboardFaults(*manual);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        manual->close();
    }

    /// Where there is no room beside the table.
    void theDetailsAreADrawerInANarrowWindow()
    {
        window().resize(1024, 640);
        window().showPage(QStringLiteral("users"));
        QTRY_VERIFY_WITH_TIMEOUT(!window().instanceView().page()->isReading(), 30000);
        auto *drawer = window().instanceView().page()->findChild<DetailDrawer *>();
        QVERIFY(drawer->isDrawer());
        QVERIFY(!drawer->isVisible());
        QApplication::setActiveWindow(&window());
        QTest::keyClick(&window(), Qt::Key_F4);
        QTRY_VERIFY(drawer->isVisible());
        QVERIFY(drawer->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!drawer->isVisible());
        window().resize(1440, 900);
        QTRY_VERIFY(drawer->isVisible());
        QVERIFY(!drawer->isDrawer());
        QVERIFY(!drawer->button()->isVisible());
    }

    void disablingAUserHappensAtOnceAndCanBeUndone()
    {
        const qint64 before = userCount();
        const OperationView disabled =
            act(QStringLiteral("users.disable"), {{QStringLiteral("user"), QStringLiteral("bold")}});
        QCOMPARE(disabled.outcome, Outcome::Done);
        QVERIFY(userCount() < before);
        const OperationView enabled = undo(disabled.id);
        QCOMPARE(enabled.outcome, Outcome::Done);
        QVERIFY(userCount() >= before);
        QCOMPARE(m_root->operations().operation(disabled.id)->undoneBy, enabled.id);
    }

    void aBackupRestoresWithProofAndIsPutBack()
    {
        QCOMPARE(act(QStringLiteral("backup.create"), {}).outcome, Outcome::Done);
        const auto sets = m_root->console().backups().list(m_root->fleet().session(Demo)->backupFolder());
        QCOMPARE(sets.size(), 1);
        const OperationView deleted =
            act(QStringLiteral("users.delete"), {{QStringLiteral("user"), QStringLiteral("bold")}});
        QCOMPARE(deleted.outcome, Outcome::Done);
        QTRY_VERIFY(canBePutBack(deleted.id));
        const qint64 without = userCount();
        const OperationView restored =
            act(QStringLiteral("backup.restore"), {{QStringLiteral("backup"), sets.first().id}});
        QVERIFY2(restored.outcome == Outcome::Done,
                 qPrintable(restored.error ? restored.error->toText() : QString()));
        QVERIFY(userCount() > without);
        // What the delete took is there again: there is nothing left to put back.
        QTRY_VERIFY(canBePutBack(restored.id));
        QVERIFY(!canBePutBack(deleted.id));
        const OperationView putBack = undo(restored.id);
        QCOMPARE(putBack.outcome, Outcome::Done);
        QVERIFY(userCount() <= without + 1);
        QCOMPARE(undo(putBack.id).outcome, Outcome::Done);
        QVERIFY(userCount() > without);
    }

    void timesAreShownInUtcAndThatIsRemembered()
    {
        QVERIFY(!window().windowState().value(u"utc").toBool());
        const auto find = [this](const QString &text) {
            for (QAction *action : window().findChildren<QAction *>()) {
                if (action->text() == text)
                    return action;
            }
            return static_cast<QAction *>(nullptr);
        };
        QAction *utc = find(QStringLiteral("Show times in UTC"));
        QVERIFY(utc);
        QSignalSpy changed(&window(), &MainWindow::preferencesChanged);
        utc->trigger();
        QCOMPARE(changed.size(), 1);
        const QJsonObject state = window().windowState();
        QVERIFY(state.value(u"utc").toBool());
        QCOMPARE(shownZone(), ShownZone::Utc);
        utc->trigger();
        QCOMPARE(shownZone(), ShownZone::Local);
        window().restoreWindowState(state);
        QCOMPARE(shownZone(), ShownZone::Utc);
        setShownZone(ShownZone::Local);
    }

    /// A program that is ended from outside stores nothing any more.
    void theThemeIsRememberedWhenItIsChosen()
    {
        int tried = 0;
        for (QAction *action : window().findChildren<QAction *>()) {
            if (action->text() != QLatin1String("Dark") && action->text() != QLatin1String("Light"))
                continue;
            QSignalSpy changed(&window(), &MainWindow::preferencesChanged);
            action->trigger();
            QCOMPARE(changed.size(), 1);
            const ThemeChoice chosen =
                action->text() == QLatin1String("Dark") ? ThemeChoice::Dark : ThemeChoice::Light;
            QCOMPARE(window().windowState().value(u"theme").toInt(), static_cast<int>(chosen));
            ++tried;
        }
        QCOMPARE(tried, 2);
        m_root->theme().setChoice(ThemeChoice::Light);
    }

    void theDockFollowsWhatRuns()
    {
        window().dock().setOpen(true);
        const OperationView restarted = act(QStringLiteral("service.restart"), {});
        QCOMPARE(restarted.outcome, Outcome::Done);
        QCOMPARE(window().dock().current(), restarted.id);
        const auto *last = window().dock().findChild<ElidingLabel *>(QStringLiteral("stripLast"));
        QVERIFY2(last->text().contains(restarted.title), qPrintable(last->text()));
        QTRY_VERIFY_WITH_TIMEOUT(m_root->fleet().header(Demo).isRunning, 30000);
    }

    void locksWhatBecomesProduction()
    {
        const Instance before = m_root->fleet().session(Demo)->instance();
        Instance production = before;
        production.environment = Environment::Production;
        QVERIFY(!m_root->lock().state().isLockable);
        change(before, production);
        QTRY_VERIFY(m_root->lock().state().isLocked);
        QTRY_VERIFY_WITH_TIMEOUT(window().findChild<Padlock *>()->isVisible(), 5000);
        std::optional<Error> refusal;
        m_root->fleet().remove(
            Demo, this, [&](const Result<> &removed) { refusal = removed ? Error() : removed.error(); });
        QTRY_VERIFY(refusal);
        QCOMPARE(refusal->kind, ErrorKind::Locked);
        QVERIFY(m_root->fleet().has(Demo));
        m_root->lock().unlock(InstanceLock::Usual);
        QTRY_VERIFY(!m_root->lock().state().isLocked);
        change(production, before);
        QTRY_VERIFY(!m_root->lock().state().isLockable);
    }

    void cleanupTestCase()
    {
        qInfo("longest time that the UI thread was away: %lld ms", m_watchdog.longestBlock());
        m_root.reset();
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"

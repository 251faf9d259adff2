// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"
#include "core/database/sqliteengine.h"
#include "tests/support/testsupport.h"
#include "ui/controllers/eventloopwatchdog.h"
#include "ui/dialogs/actionflow.h"
#include "ui/dialogs/plandialog.h"
#include "ui/pages/instanceview.h"
#include "ui/widgets/operationdock.h"

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
            window().showPage(id);
            const Page *page = window().instanceView().page();
            QVERIFY2(page && page->isVisible(), qPrintable(id));
            QCOMPARE(page->id(), id);
            QTRY_VERIFY_WITH_TIMEOUT(!page->isReading(), 30000);
            QVERIFY2(!window().grab().isNull(), qPrintable(id));
        }
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
        const qint64 without = userCount();
        const OperationView restored =
            act(QStringLiteral("backup.restore"), {{QStringLiteral("backup"), sets.first().id}});
        QVERIFY2(restored.outcome == Outcome::Done,
                 qPrintable(restored.error ? restored.error->toText() : QString()));
        QVERIFY(userCount() > without);
        const OperationView putBack = undo(restored.id);
        QCOMPARE(putBack.outcome, Outcome::Done);
        QVERIFY(userCount() <= without + 1);
        QCOMPARE(undo(putBack.id).outcome, Outcome::Done);
        QVERIFY(userCount() > without);
    }

    void theDockFollowsWhatRuns()
    {
        window().dock().setOpen(true);
        const OperationView restarted = act(QStringLiteral("service.restart"), {});
        QCOMPARE(restarted.outcome, Outcome::Done);
        QCOMPARE(window().dock().current(), restarted.id);
        QTRY_VERIFY_WITH_TIMEOUT(m_root->fleet().header(Demo).isRunning, 30000);
    }

    void cleanupTestCase()
    {
        qInfo("longest time that the UI thread was away: %lld ms", m_watchdog.longestBlock());
        m_root.reset();
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"
#include "tests/support/testsupport.h"
#include "ui/pages/firstrunpage.h"
#include "ui/pages/instanceview.h"
#include "ui/widgets/firstpaint.h"

#include <QApplication>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace pilothouse;

/// What the window shows before the first event is handled: nothing of it may be replaced a moment later.
class TestStartup : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Application> m_root;

    Result<> addInstance(const QString &name) const
    {
        const auto console = Console::open({m_home->path()});
        if (!console)
            return failure(console.error());
        Instance instance;
        instance.name = name;
        instance.profile = QStringLiteral("portagent");
        instance.dataDir = m_home->filePath(name);
        instance.runtime.kind = QStringLiteral("files");
        return (*console)->instances().add(instance).map([](const Instance &) {});
    }

    Result<> remember(const QJsonObject &state) const
    {
        const auto console = Console::open({m_home->path()});
        if (!console)
            return failure(console.error());
        return (*console)->settings().setUiState(WindowStateName, QJsonDocument(state).toJson());
    }

    Result<> open()
    {
        auto startup = readStartup({m_home->path()});
        if (!startup)
            return failure(startup.error());
        m_root = std::make_unique<Application>(*qApp, std::move(startup->console));
        m_root->start(*startup);
        m_root->showWindow();
        return {};
    }

    MainWindow &window() { return m_root->window(); }

private slots:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_root.reset(); }

    void showsWhatWasShownLast()
    {
        QVERIFY_RESULT(addInstance(QStringLiteral("alpha")));
        QVERIFY_RESULT(addInstance(QStringLiteral("beta")));
        QVERIFY_RESULT(remember({{QStringLiteral("instance"), QStringLiteral("beta")},
                                 {QStringLiteral("page"), QStringLiteral("users")},
                                 {QStringLiteral("theme"), static_cast<int>(ThemeChoice::Dark)}}));
        QVERIFY_RESULT(open());
        QCOMPARE(window().instance(), QStringLiteral("beta"));
        QCOMPARE(window().instanceView().pageId(), QStringLiteral("users"));
        QVERIFY(window().instanceView().page() && window().instanceView().page()->isVisible());
        QCOMPARE(m_root->theme().kind(), ThemeKind::Dark);
        QCOMPARE(m_root->fleet().names().size(), 2);
        QVERIFY(!window().findChild<FirstRunPage *>());
    }

    void leavesTheStateAloneWhereItOnlyRenders()
    {
        QVERIFY_RESULT(remember({{QStringLiteral("theme"), static_cast<int>(ThemeChoice::Light)}}));
        auto opened = readStartup({m_home->path()});
        QVERIFY_RESULT(opened);
        m_root = std::make_unique<Application>(*qApp, std::move(opened->console));
        m_root->keepNoState();
        m_root->start(*opened);
        m_root->theme().setChoice(ThemeChoice::HighContrastDark);
        emit window().preferencesChanged();
        m_root.reset();
        const auto startup = readStartup({m_home->path()});
        QVERIFY_RESULT(startup);
        QCOMPARE(startup->windowState.size(), 1);
        QCOMPARE(startup->windowState.value(u"theme").toInt(), static_cast<int>(ThemeChoice::Light));
    }

    void showsTheFirstInstanceWhereTheLastIsGone()
    {
        QVERIFY_RESULT(addInstance(QStringLiteral("alpha")));
        QVERIFY_RESULT(remember({{QStringLiteral("instance"), QStringLiteral("gone")}}));
        QVERIFY_RESULT(open());
        QCOMPARE(window().instance(), QStringLiteral("alpha"));
        QCOMPARE(window().instanceView().pageId(), QStringLiteral("overview"));
    }

    void looksAtTheServicesOnceItIsPainted()
    {
        QVERIFY_RESULT(addInstance(QStringLiteral("alpha")));
        auto startup = readStartup({m_home->path()});
        QVERIFY_RESULT(startup);
        m_root = std::make_unique<Application>(*qApp, std::move(startup->console));
        bool isPainted = false;
        bool hadBegun = false; // with the first of what watching begins
        connect(&m_root->runner(), &OperationRunner::started, this, [&](const Operation *operation) {
            if (!isPainted && operation->title() == Application::tr("Looking for services that stand still"))
                hadBegun = true;
        });
        m_root->start(*startup);
        connect(new FirstPaint(window()), &FirstPaint::painted, this,
                [&] { isPainted = true; }); // before its own
        m_root->showWindow();
        QTRY_VERIFY_WITH_TIMEOUT(m_root->fleet().snapshot(QStringLiteral("alpha")).has_value(), 30000);
        QVERIFY(isPainted && !hadBegun);
    }

    void looksAtTheServicesOfAWindowThatIsNotShown()
    {
        QVERIFY_RESULT(addInstance(QStringLiteral("alpha")));
        auto startup = readStartup({m_home->path()});
        QVERIFY_RESULT(startup);
        m_root = std::make_unique<Application>(*qApp, std::move(startup->console));
        m_root->start(*startup);
        QTRY_VERIFY_WITH_TIMEOUT(m_root->fleet().snapshot(QStringLiteral("alpha")).has_value(), 30000);
    }

    void makesTheOtherPagesAheadOneByOne()
    {
        QVERIFY_RESULT(addInstance(QStringLiteral("alpha")));
        QVERIFY_RESULT(open());
        const auto all = window().instanceView().pageIds().size();
        const Page *shown = window().instanceView().page();
        QTRY_COMPARE_WITH_TIMEOUT(window().findChildren<Page *>().size(), all, 30000);
        QCOMPARE(window().instanceView().page(), shown);
        for (const Page *page : window().findChildren<Page *>())
            QCOMPARE(page->isVisible(), page == shown);
    }

    void makesAPageWhenItIsShownFirst()
    {
        QVERIFY_RESULT(addInstance(QStringLiteral("alpha")));
        QVERIFY_RESULT(open());
        QCOMPARE(window().findChildren<Page *>().size(), 1);
        QStringList ids = window().instanceView().pageIds();
        ids.removeAll(QStringLiteral("records")); // this service has none, and so no such tab
        for (const QString &id : std::as_const(ids)) {
            window().showPage(id);
            QCOMPARE(window().instanceView().page()->id(), id);
            QVERIFY(window().instanceView().page()->isVisible());
        }
        QCOMPARE(window().findChildren<Page *>().size(), ids.size());
        window().showPage(QStringLiteral("overview"));
        QCOMPARE(window().findChildren<Page *>().size(), ids.size());
    }

    void welcomesWhereThereIsNoInstance()
    {
        QVERIFY_RESULT(open());
        QVERIFY(window().findChild<FirstRunPage *>() && window().findChild<FirstRunPage *>()->isVisible());
        QVERIFY(window().findChildren<Page *>().isEmpty());
    }

    void doesNotWelcomeBeforeItKnows()
    {
        auto startup = readStartup({m_home->path()});
        QVERIFY_RESULT(startup);
        m_root = std::make_unique<Application>(*qApp, std::move(startup->console));
        m_root->showWindow();
        QVERIFY(!window().findChild<FirstRunPage *>());
        m_root->start();
        QTRY_VERIFY(window().findChild<FirstRunPage *>());
    }

    void isDressedWhenItIsShown()
    {
        qApp->setStyleSheet({});
        QVERIFY_RESULT(open());
        QVERIFY(!qApp->styleSheet().isEmpty());
    }
};

QTEST_MAIN(TestStartup)
#include "tst_startup.moc"

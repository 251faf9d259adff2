// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/uitestsupport.h"
#include "ui/controllers/endnotices.h"
#include "ui/dialogs/runbookwindow.h"
#include "ui/widgets/trayicon.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

using namespace pilothouse;

namespace tst_notices {

/// A fake of the desktop's notification service, on a bus of the test's own.
class FakeNotifications : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    QStringList capabilities;
    QString title;
    QString body;
    int calls = 0;

public slots:
    QStringList GetCapabilities() { return capabilities; }
    uint Notify(const QString &, uint, const QString &, const QString &summary, const QString &text,
                const QStringList &, const QVariantMap &, int)
    {
        title = summary;
        body = text;
        ++calls;
        return 7;
    }

signals:
    void ActionInvoked(uint id, const QString &action);
};

class TestNotices : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--session"), QStringLiteral("--nofork"),
                                                    QStringLiteral("--print-address")});
        QVERIFY(m_bus.waitForReadyRead(5000));
        m_address = QString::fromUtf8(m_bus.readLine().trimmed());
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toUtf8());
    }

    void withoutAServiceTheFallbackTellsIt()
    {
        DesktopNotifier notifier;
        Notice told;
        notifier.setFallback([&told](const Notice &notice) { told = notice; });
        notifier.show({QStringLiteral("prod: Done"), QStringLiteral("Backup"), false});
        QTRY_COMPARE(told.title, QStringLiteral("prod: Done"));
    }

    void theServiceGetsEscapedTextAndItsAnswerIsHeard()
    {
        FakeNotifications fake;
        fake.capabilities = {QStringLiteral("body"), QStringLiteral("body-markup"),
                             QStringLiteral("actions")};
        QVERIFY(serve(fake));
        DesktopNotifier notifier;
        const QSignalSpy activated(&notifier, &DesktopNotifier::activated);
        notifier.show({QStringLiteral("prod: Done"), QStringLiteral("<b>bold</b> & co"), false});
        QTRY_COMPARE(fake.calls, 1);
        QCOMPARE(fake.title, QStringLiteral("prod: Done"));
        QCOMPARE(fake.body, QStringLiteral("&lt;b&gt;bold&lt;/b&gt; &amp; co"));
        QTest::qWait(0);
        // Pressed until it is heard: the number of the notice arrives on its own time.
        QTRY_VERIFY((emit fake.ActionInvoked(7, QStringLiteral("default")), activated.size() > 0));
        leave();
    }

    void aServiceWithoutMarkupGetsItPlain()
    {
        FakeNotifications fake;
        QVERIFY(serve(fake));
        DesktopNotifier notifier;
        notifier.show({QStringLiteral("t"), QStringLiteral("<b>bold</b>"), true});
        QTRY_COMPARE(fake.calls, 1);
        QCOMPARE(fake.body, QStringLiteral("<b>bold</b>"));
        leave();
    }

    void aNoticeNamesTheInstanceAndTellsNoSecret()
    {
        OperationView view;
        view.instance = QStringLiteral("prod");
        view.title = QStringLiteral("Restore\nof <b>");
        view.outcome = Outcome::PutBack;
        view.error =
            Error{ErrorKind::Refused, {}, QStringLiteral("JWT_SECRET=hunter2hunter2 was refused"), {}, {}};
        const Notice notice = noticeOf(view);
        QVERIFY(notice.isFailure);
        QVERIFY(notice.title.startsWith(QStringLiteral("prod: ")));
        QVERIFY2(!notice.body.contains(QStringLiteral("hunter2")), qPrintable(notice.body));
        view.outcome = Outcome::Done; // done, but with that problem
        QVERIFY(noticeOf(view).isFailure);
        view.error = {};
        QVERIFY(!noticeOf(view).isFailure);
    }

    void theTrayNamesTheWorst()
    {
        QVERIFY(TrayIcon::textOf(StateKind::Down, 5, QStringLiteral("prod-1"))
                    .contains(QStringLiteral("prod-1: Down")));
        QVERIFY(!TrayIcon::textOf(StateKind::Healthy, 5, QStringLiteral("prod-1"))
                     .contains(QStringLiteral("prod-1")));
        const QImage down = TrayIcon::iconOf(StateKind::Down).pixmap(32, 32).toImage();
        QVERIFY(down != TrayIcon::iconOf(StateKind::Healthy).pixmap(32, 32).toImage());
    }

    void theRunbookIsShownAtItsHeadingAndFetchesNothing()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("ops.md"));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("# Ops\n\n" + QByteArray("text\n\n").repeated(200)
                  + "## Service Won't Start\n\n![x](http://127.0.0.1:1/x.png) <b>raw</b>\n");
        out.close();
        const auto text = readRunbook(file);
        QVERIFY(text.has_value());
        RunbookWindow window;
        window.show();
        window.showText(file, *text, QStringLiteral("service-wont-start"));
        QCOMPARE(window.text().textCursor().block().text(), QStringLiteral("Service Won't Start"));
        QVERIFY(!window.text()
                     .loadResource(QTextDocument::ImageResource, QUrl(QStringLiteral("file:///etc/hostname")))
                     .isValid());
        QVERIFY(!readRunbook(folder.filePath(QStringLiteral("missing.md"))));
    }

    void cleanupTestCase()
    {
        m_bus.terminate();
        m_bus.waitForFinished();
    }

private:
    bool serve(FakeNotifications &fake)
    {
        QDBusConnection bus = QDBusConnection::connectToBus(m_address, QStringLiteral("fake"));
        return bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &fake,
                                  QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals)
               && bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
    }

    void leave()
    {
        QDBusConnection(QStringLiteral("fake"))
            .unregisterService(QStringLiteral("org.freedesktop.Notifications"));
        QDBusConnection::disconnectFromBus(QStringLiteral("fake"));
    }

    QProcess m_bus;
    QString m_address;
};

} // namespace tst_notices

QTEST_MAIN(tst_notices::TestNotices)
#include "tst_notices.moc"

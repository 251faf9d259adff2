// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"
#include "app/demo/demodata.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testsupport.h"
#include "ui/dialogs/actionflow.h"
#include "ui/models/foreigntext.h"
#include "ui/pages/instanceview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidinglabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/toast.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextDocument>

using namespace pilothouse;

namespace {

const QString Service = QStringLiteral("svc");
const QString Markup = QStringLiteral("<b>x</b><img src=\"file:///etc/hostname\">");
const QString Turned = QStringLiteral("\u202Efdp.exe\u202C");
/// Markup, a turned end, control characters and 300 characters more.
const QString Hostile = Markup + Turned + QStringLiteral("a\nb\tc\u0007\u001B[31m") + QChar(0)
                        + QStringLiteral("&end") + QString(300, u'n');

/// The characters that must not reach a widget as they are.
bool hidesAnything(const QString &text)
{
    return visibleText(text) != text;
}

/// What somebody sees who points at it; Qt takes text that looks like markup for markup.
QString shownTooltip(const QString &tooltip)
{
    if (!Qt::mightBeRichText(tooltip))
        return tooltip;
    QTextDocument document;
    document.setHtml(tooltip);
    return document.toPlainText();
}

bool isFaultyTooltip(const QString &tooltip)
{
    const QString shown = shownTooltip(tooltip);
    const bool hasPicture = shown.contains(QChar::ObjectReplacementCharacter);
    const bool hasLostMarkup = tooltip.contains(u"img src") && !shown.contains(u"<img src");
    return hasPicture || hasLostMarkup || hidesAnything(shown);
}

QStringList faultsOfCells(const QAbstractItemView &view)
{
    QStringList faults;
    const QAbstractItemModel *model = view.model();
    const int rows = model ? std::min(model->rowCount(view.rootIndex()), 200) : 0;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < model->columnCount(view.rootIndex()); ++column) {
            const QModelIndex index = model->index(row, column, view.rootIndex());
            for (const int role : {Qt::DisplayRole, Qt::AccessibleTextRole}) {
                if (hidesAnything(index.data(role).toString()))
                    faults << QStringLiteral("cell %1/%2, role %3").arg(row).arg(column).arg(role);
            }
        }
    }
    return faults;
}

QStringList faultsOfOne(const QWidget &widget)
{
    QStringList faults;
    if (hidesAnything(widget.accessibleName()) || hidesAnything(widget.accessibleDescription()))
        faults << QStringLiteral("what is read out");
    if (hidesAnything(widget.windowTitle()))
        faults << QStringLiteral("the title");
    if (isFaultyTooltip(widget.toolTip()))
        faults << QStringLiteral("the tooltip ") + widget.toolTip();
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        if (hidesAnything(label->text())
            || (label->textFormat() != Qt::PlainText && !label->text().isEmpty()))
            faults << QStringLiteral("the text ") + label->text();
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget);
        button && hidesAnything(button->text()))
        faults << QStringLiteral("the button ") + button->text();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(&widget);
        text && hidesAnything(text->toPlainText()))
        faults << QStringLiteral("the text ") + text->toPlainText();
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget))
        faults << faultsOfCells(*view);
    return faults;
}

/// Where a widget or one of its children shows foreign text as something else than plain text.
QStringList faultsIn(const QWidget &root)
{
    QList<const QWidget *> widgets{&root};
    for (const QWidget *child : root.findChildren<QWidget *>())
        widgets << child;
    QStringList faults;
    for (const QWidget *widget : std::as_const(widgets)) {
        for (const QString &fault : faultsOfOne(*widget))
            faults << QStringLiteral("%1 %2: %3")
                          .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                               fault.left(300));
    }
    return faults;
}

QByteArray told(const QStringList &faults)
{
    return faults.join(u'\n').toUtf8();
}

} // namespace

/// Names, files, tables and log lines that somebody made to mislead: each is plain text with its invisible
/// characters made visible, wherever it stands.
class TestHostileText : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_home;
    std::unique_ptr<Application> m_root;

    MainWindow &window() { return m_root->window(); }
    QString data(const QString &name = {}) const
    {
        return m_home.filePath(QStringLiteral("<b>data</b> \u202Erid/") + name);
    }

    void makeData()
    {
        QVERIFY(QDir().mkpath(data()));
        DemoDataOptions options;
        options.users = 5;
        options.logFiles = 1;
        options.logFileBytes = 1 << 14;
        QVERIFY_RESULT(createDemoData(data(), options, {}));
        const QString raw = QStringLiteral("'%1' || char(0, 7, 10) || '%2'")
                                .arg(QString(Markup + Turned), QString(300, u'n'));
        const QString table = Turned + QStringLiteral("<b>t</b>\n");
        TestDatabase(data(QStringLiteral("data/portagent.db")))
            .run(QStringLiteral(
                     "UPDATE users SET username = %1, displayName = %1, email = %1 WHERE rowid = "
                     "(SELECT min(rowid) FROM users); CREATE TABLE \"%2\" (\"%2\" TEXT); INSERT INTO "
                     "\"%2\" VALUES(%1)")
                     .arg(raw, table));
        QFile log(data(QStringLiteral("logs/portagent.log")));
        QVERIFY(log.open(QIODevice::Append));
        const QByteArray now =
            QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd HH:mm:ss.zzz").toLatin1();
        log.write(now + " +00:00 [ERR] " + Turned.toUtf8() + ": " + Hostile.toUtf8() + "\n");
        writeAll(data(QStringLiteral("data/")) + Turned + QStringLiteral("<b>.db-wal"), "x");
        QVERIFY(QFile::setPermissions(data(QStringLiteral("data/")) + Turned + QStringLiteral("<b>.db-wal"),
                                      QFile::Permissions(0x7777)));
    }

private slots:
    void initTestCase()
    {
        makeData();
        auto console = Console::open({m_home.path()});
        QVERIFY_RESULT(console);
        m_root = std::make_unique<Application>(*qApp, std::move(*console));
        m_root->theme().setChoice(ThemeChoice::Light);
        m_root->start();
        m_root->showWindow();
        Instance instance;
        instance.name = Service;
        instance.profile = QStringLiteral("portagent");
        instance.dataDir = data();
        instance.group = QStringLiteral("<b>group</b>");
        bool isAdded = false;
        m_root->fleet().add(instance, this, [&](const Result<Instance> &added) {
            if (!added)
                qWarning("%s", qPrintable(added.error().toText()));
            isAdded = added.has_value();
        });
        QTRY_VERIFY(isAdded);
        QTRY_VERIFY_WITH_TIMEOUT(m_root->fleet().snapshot(Service).has_value(), 30000);
        window().showInstance(Service);
    }

    void pagesShowItAsPlainText_data()
    {
        QTest::addColumn<QString>("page");
        for (const QString &id : window().instanceView().pageIds())
            QTest::newRow(qPrintable(id)) << id;
    }

    void pagesShowItAsPlainText()
    {
        QFETCH(QString, page);
        window().showPage(page);
        QTRY_VERIFY_WITH_TIMEOUT(
            window().instanceView().page() && !window().instanceView().page()->isReading(), 30000);
        QVERIFY(!window().grab().isNull());
        const QStringList faults = faultsIn(window());
        QVERIFY2(faults.isEmpty(), told(faults).constData());
    }

    void dialogsShowItAsPlainText_data()
    {
        QTest::addColumn<std::function<void()>>("open");
        const QString user = TestDatabase(data(QStringLiteral("data/portagent.db")))
                                 .value(QStringLiteral("SELECT userId FROM users ORDER BY rowid LIMIT 1"))
                                 .toString();
        QTest::newRow("plan") << std::function<void()>([this, user] {
            window().actions().start(m_root->fleet().session(Service), QStringLiteral("users.delete"),
                                     {{QStringLiteral("user"), user}});
        });
        QTest::newRow("probe") << std::function<void()>([this] { emit window().probeRequested(Service); });
        QTest::newRow("troubleshooter")
            << std::function<void()>([this] { emit window().troubleshootRequested(Service); });
        QTest::newRow("remove") << std::function<void()>([this] { emit window().removeRequested(Service); });
    }

    void dialogsShowItAsPlainText()
    {
        QFETCH(std::function<void()>, open);
        open();
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget(), 30000);
        QPointer<QWidget> dialog = QApplication::activeModalWidget();
        QTest::qWait(0);
        const QStringList faults = faultsIn(*dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        delete dialog;
        QVERIFY2(faults.isEmpty(), told(faults).constData());
    }

    void toastsAndTheDockShowItAsPlainText()
    {
        const QString user = TestDatabase(data(QStringLiteral("data/portagent.db")))
                                 .value(QStringLiteral("SELECT userId FROM users ORDER BY rowid LIMIT 1"))
                                 .toString();
        QSignalSpy ended(&m_root->operations(), &OperationsController::operationEnded);
        window().actions().start(m_root->fleet().session(Service), QStringLiteral("users.disable"),
                                 {{QStringLiteral("user"), user}});
        QVERIFY(ended.wait(30000));
        QTRY_VERIFY(window().findChild<Toast *>());
        const QStringList faults = faultsIn(window());
        QVERIFY2(faults.isEmpty(), told(faults).constData());
    }

    void partsShowItAsPlainText()
    {
        QWidget holder;
        new Label(Hostile, TextRole::Body, &Tokens::text, &holder);
        new ElidingLabel(Hostile, Qt::ElideRight, TextRole::Body, &holder);
        new Toast({StateKind::Down, Hostile}, &holder);
        new EmptyState(Hostile, QStringLiteral("Do"), QStringLiteral("people"), &holder);
        auto *button = new Button(QStringLiteral("Do"), ButtonKind::Normal, {}, &holder);
        button->setRefusal(Hostile);
        auto *banner = new Banner(&holder);
        banner->setBanner(bannerOf(StateKind::Down, Hostile,
                                   Error{ErrorKind::BadData, Hostile, Hostile, Hostile, Hostile}));
        banner->setNote(Hostile);
        const QStringList faults = faultsIn(holder);
        QVERIFY2(faults.isEmpty(), told(faults).constData());
    }

    void cleanupTestCase() { m_root.reset(); }
};

QTEST_MAIN(TestHostileText)
#include "tst_hostiletext.moc"

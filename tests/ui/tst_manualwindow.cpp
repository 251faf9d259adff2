// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/uitestsupport.h"
#include "tests/ui/pagepictures.h"
#include "ui/dialogs/manualwindow.h"
#include "ui/theme/colorscheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/searchfield.h"

#include <QDir>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>

namespace pilothouse {
namespace tst_manualwindow {

namespace {

QSet<QString> anchorsOf(const QString &section)
{
    QSet<QString> anchors;
    bool isCode = false;
    for (const QString &line : manualText(section).split(u'\n')) {
        isCode = line.startsWith(QStringLiteral("    "));
        if (!isCode && line.startsWith(u'#'))
            anchors << headingAnchor(line.section(u' ', 1));
    }
    return anchors;
}

} // namespace

/// The manual: its text, its links, and the window that shows it.
class TestManualWindow final : public QObject
{
    Q_OBJECT

    std::unique_ptr<ColorScheme> m_scheme;
    std::unique_ptr<Theme> m_theme;

private slots:
    void initTestCase()
    {
        m_scheme = std::make_unique<ColorScheme>(qApp->palette());
        m_theme = std::make_unique<Theme>(*qApp, *m_scheme);
        m_theme->setChoice(ThemeChoice::Light);
    }

    void everyPageHasItsSection_data()
    {
        QTest::addColumn<QString>("page");
        for (const char *page : {"overview", "databases", "users", "logs", "backups", "maintenance",
                                 "configuration", "activity"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }

    void everyPageHasItsSection()
    {
        QFETCH(QString, page);
        ManualWindow window;
        window.showPlace(page);
        QCOMPARE(window.place(), (ManualPlace{page, {}}));
        const QString text = window.findChild<QTextBrowser *>()->toPlainText();
        QVERIFY(text.size() > 300);
        QCOMPARE(text.section(u'\n', 0, 0), window.findChild<QListWidget *>()->currentItem()->text());
    }

    void everyFileIsASection()
    {
        const QStringList files = QDir(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/resources/manual"))
                                      .entryList({QStringLiteral("*.md")});
        QCOMPARE(files.size(), manualSections().size());
        for (const ManualSection &section : manualSections()) {
            QVERIFY2(files.contains(section.id + QStringLiteral(".md")), qPrintable(section.id));
            QVERIFY2(!section.title.isEmpty(), qPrintable(section.id));
        }
    }

    void noLinkIsBroken()
    {
        static const QRegularExpression Link(QStringLiteral("(?<!!)\\[[^\\]]*\\]\\(([^)]+)\\)"));
        int count = 0;
        for (const ManualSection &section : manualSections()) {
            auto links = Link.globalMatch(manualText(section.id));
            while (links.hasNext()) {
                const QString link = links.next().captured(1);
                const ManualPlace place = manualPlace(link, section.id);
                QVERIFY2(!place.section.isEmpty(), qPrintable(section.id + u": " + link));
                QVERIFY2(place.anchor.isEmpty() || anchorsOf(place.section).contains(place.anchor),
                         qPrintable(section.id + u": " + link));
                ++count;
            }
        }
        QVERIFY(count > 15);
    }

    void hasEveryPictureInBothThemes()
    {
        static const QRegularExpression Picture(QStringLiteral("!\\[([^\\]]*)\\]\\(([^)]+)\\)"));
        QSet<QString> named;
        for (const ManualSection &section : manualSections()) {
            auto pictures = Picture.globalMatch(manualText(section.id));
            while (pictures.hasNext()) {
                const QRegularExpressionMatch picture = pictures.next();
                const QString name = picture.captured(2);
                QVERIFY2(!picture.captured(1).isEmpty(), qPrintable(name));
                QVERIFY2(!manualPicture(name, false).isNull(), qPrintable(name));
                QVERIFY2(!manualPicture(name, true).isNull(), qPrintable(name));
                QVERIFY(manualPicture(name, false) != manualPicture(name, true));
                named << QFileInfo(name).fileName();
            }
        }
        QVERIFY(named.size() >= 8);
        const QStringList kept = QDir(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/resources/manual/pictures"))
                                     .entryList({QStringLiteral("*-light.png")});
        for (const QString &picture : kept)
            QVERIFY2(named.contains(picture), qPrintable(picture + QStringLiteral(" is shown nowhere")));
        QVERIFY(manualPicture(QStringLiteral("../../etc/passwd"), false).isNull());
    }

    void showsItsPictures()
    {
        ManualWindow window;
        showAndWait(window, {1000, 700});
        window.showPlace(QStringLiteral("users"));
        auto *text = window.findChild<QTextBrowser *>();
        const QVariant picture = text->loadResource(QTextDocument::ImageResource,
                                                    QUrl(QStringLiteral("pictures/users-light.png")));
        QVERIFY(!picture.value<QImage>().isNull());
        QVERIFY(text->document()->size().width() <= text->viewport()->width());
        QVERIFY(
            !text->loadResource(QTextDocument::ImageResource, QUrl(QStringLiteral("file:///etc/hostname")))
                 .isValid());
    }

    void holdsNoMarkupOfOtherMachines()
    {
        for (const ManualSection &section : manualSections()) {
            QVERIFY2(!manualText(section.id).contains(QStringLiteral("http://"))
                         && !manualText(section.id).contains(QStringLiteral("https://")),
                     qPrintable(section.id));
            QVERIFY2(!manualText(section.id).contains(QStringLiteral("<img")), qPrintable(section.id));
        }
    }

    void opensNothingOutsideTheManual()
    {
        QVERIFY(manualPlace(QStringLiteral("https://example.org/backups.md"), {}).section.isEmpty());
        QVERIFY(manualPlace(QStringLiteral("../../etc/passwd"), {}).section.isEmpty());
        QVERIFY(manualText(QStringLiteral("../manual/index")).isEmpty());
        ManualWindow window;
        window.showPlace(QStringLiteral("logs"));
        auto *text = window.findChild<QTextBrowser *>();
        QVERIFY(!text->openLinks());
        emit text->anchorClicked(QUrl(QStringLiteral("https://example.org")));
        QCOMPARE(window.place().section, QStringLiteral("logs"));
        emit text->anchorClicked(QUrl(QStringLiteral("backups.md#retention")));
        QCOMPARE(window.place(), (ManualPlace{QStringLiteral("backups"), QStringLiteral("retention")}));
    }

    void scrollsToTheHeading()
    {
        ManualWindow window;
        showAndWait(window, {1000, 500});
        window.showPlace(QStringLiteral("backups#restore-by-hand"));
        const auto *text = window.findChild<QTextBrowser *>();
        QVERIFY(text->verticalScrollBar()->value() > 0);
        QCOMPARE(text->textCursor().block().text(), QStringLiteral("Restore by hand"));
        QVERIFY(text->cursorRect().top() < 40);
        window.showPlace(QStringLiteral("nowhere"));
        QCOMPARE(window.place().section, QStringLiteral("index"));
    }

    void findsAWordAndTheNextOne()
    {
        ManualWindow window;
        showAndWait(window, {1000, 500});
        window.showPlace(QStringLiteral("backups"));
        auto *text = window.findChild<QTextBrowser *>();
        QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
        auto *field = window.findChild<SearchField *>();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("companion"));
        const int first = text->textCursor().position();
        QCOMPARE(text->textCursor().selectedText().toLower(), QStringLiteral("companion"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(text->textCursor().position() > first);
        QTest::keyClick(&window, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(text->textCursor().position(), first);
    }

    void looksFinishedInEveryTheme_data()
    {
        QTest::addColumn<ThemeChoice>("choice");
        QTest::newRow("light") << ThemeChoice::Light;
        QTest::newRow("dark") << ThemeChoice::Dark;
        QTest::newRow("high-contrast-light") << ThemeChoice::HighContrastLight;
    }

    void looksFinishedInEveryTheme()
    {
        QFETCH(ThemeChoice, choice);
        ManualWindow window;
        showAndWait(window, {1040, 760});
        m_theme->setChoice(choice); // while it is open
        for (const char *place : {"backups", "backups#restore-by-hand", "safety", "runbook#data-backup"}) {
            window.showPlace(QString::fromLatin1(place));
            QCoreApplication::processEvents();
            const QString name = QStringLiteral("manual-%1-%2")
                                     .arg(QString::fromLatin1(place).replace(u'#', u'-'),
                                          QString::fromLatin1(QTest::currentDataTag()));
            QVERIFY(savePicture(window, name));
        }
        m_theme->setChoice(ThemeChoice::Light);
    }
};

} // namespace tst_manualwindow
} // namespace pilothouse

QTEST_MAIN(pilothouse::tst_manualwindow::TestManualWindow)
#include "tst_manualwindow.moc"

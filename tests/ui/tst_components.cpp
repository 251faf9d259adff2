// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/uitestsupport.h"
#include "tests/ui/gallery.h"
#include "tests/ui/pagepictures.h"
#include "ui/theme/colorscheme.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/backupstamps.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/dialogframe.h"
#include "ui/widgets/elidinglabel.h"
#include "ui/widgets/labeledfield.h"
#include "ui/widgets/linechart.h"
#include "ui/widgets/loadingbars.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/plaintooltip.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statemark.h"
#include "ui/widgets/tile.h"
#include "ui/widgets/toasthost.h"
#include "ui/widgets/uptimebar.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

namespace pilothouse {
namespace tst_components {

/// Builds a gallery of all parts, draws it in the four themes and measures what it finds in it.
class TestComponents final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_scheme = std::make_unique<ColorScheme>(qApp->palette());
        m_theme = std::make_unique<Theme>(*qApp, *m_scheme);
    }

    void drawsEveryPartInEveryTheme_data()
    {
        QTest::addColumn<ThemeChoice>("choice");
        QTest::newRow("light") << ThemeChoice::Light;
        QTest::newRow("dark") << ThemeChoice::Dark;
        QTest::newRow("high-contrast-light") << ThemeChoice::HighContrastLight;
        QTest::newRow("high-contrast-dark") << ThemeChoice::HighContrastDark;
    }

    void drawsEveryPartInEveryTheme()
    {
        QFETCH(ThemeChoice, choice);
        m_theme->setChoice(choice);
        const std::unique_ptr<QWidget> parts(makeComponentGallery());
        showAndWait(*parts, {1440, 900});
        parts->activateWindow();
        parts->findChild<Button *>(QStringLiteral("focused"))->setFocus();
        QVERIFY(save(*parts, "components"));
        const std::unique_ptr<QWidget> cells(makeCellGallery());
        showAndWait(*cells, {1480, 520});
        QTest::qWait(350); // the bars wait before they show themselves
        QVERIFY(save(*cells, "cells"));
        const auto model = makeUserModel();
        model->setRows(galleryUsers());
        const std::unique_ptr<QWidget> page(makePageGallery(*model));
        showAndWait(*page, {1100, 900});
        ToastHost toasts(page.get());
        toasts.show({StateKind::Healthy, QStringLiteral("m.lindqvist is disabled on portagent-prod."),
                     QStringLiteral("Undo")});
        page->activateWindow();
        page->findChild<DataTable *>()->setFocus();
        QVERIFY(save(*page, "page"));
        DialogFrame dialog({QStringLiteral("Restore agentx.db on portagent-prod"),
                            QStringLiteral("Backup of today 02:00, 1.31 GB"),
                            QStringLiteral("arrow-counterclockwise"),
                            BadgeCell{QStringLiteral("Production"), BadgeKind::Production}});
        dialog.body()->addWidget(new QLabel(QStringLiteral("What is lost: 41 messages in 6 sessions.")));
        dialog.addTool(QStringLiteral("Copy plan"), QStringLiteral("clipboard"));
        dialog.addAction(QStringLiteral("Restore"), ButtonKind::Danger,
                         QStringLiteral("arrow-counterclockwise"));
        dialog.resize(720, 320);
        dialog.open();
        QVERIFY(save(dialog, "dialog"));
    }

    void drawsItsOwnIconFromSmallToLarge()
    {
        for (const int size : {16, 32, 256}) {
            const QPixmap pixmap = applicationIcon().pixmap(size, size);
            QCOMPARE(pixmap.size(), QSize(size, size));
            QVERIFY(savePicture(pixmap, QStringLiteral("icon-%1").arg(size)));
        }
    }

    void givesButtonsTheirHeight()
    {
        const std::unique_ptr<QWidget> parts(makeComponentGallery());
        showAndWait(*parts, {1440, 900});
        int measured = 0;
        for (const Button *button : parts->findChildren<Button *>()) {
            const bool isSmall = button->text().startsWith(QLatin1String("Run drill"));
            const int expected = button->kind() == ButtonKind::Link       ? 24
                                 : isSmall                                ? 24
                                 : button->kind() == ButtonKind::IconOnly ? 28
                                                                          : 30;
            QCOMPARE(button->height(), expected);
            ++measured;
        }
        QVERIFY(measured > 30);
    }

    void givesMarksPillsAndFieldsTheirSize()
    {
        const StateMark mark(StateKind::Down, 20);
        QCOMPARE(mark.size(), QSize(20, 20));
        QCOMPARE(BackupStamps({}, 18).size(), QSize(3 * 18 + 2 * 8, 18));
        QCOMPARE(Pill({QStringLiteral("Active"), Tone::Ok}).sizeHint().height(), 20);
        QCOMPARE(Badge({QStringLiteral("Staging"), BadgeKind::Staging}, 22).sizeHint().height(), 22);
        QCOMPARE(SearchField({}, QStringLiteral("Filter")).height(), 30);
        Tile tile;
        QCOMPARE(tile.height(), 100);
        const std::unique_ptr<QWidget> parts(makeComponentGallery());
        showAndWait(*parts, {1440, 900});
        for (const QLineEdit *field : parts->findChildren<QLineEdit *>()) {
            if (!qobject_cast<QAbstractSpinBox *>(field->parentWidget()))
                QCOMPARE(field->height(), 30);
        }
        QCOMPARE(parts->findChild<QSpinBox *>()->height(), 30);
        QCOMPARE(parts->findChild<QComboBox *>()->height(), 30);
    }

    void namesEveryMarkForScreenReaders()
    {
        const std::unique_ptr<QWidget> parts(makeComponentGallery());
        for (const QWidget *widget : parts->findChildren<QWidget *>()) {
            const QByteArray type = widget->metaObject()->className();
            if (type.endsWith("Mark") || type.endsWith("Stamps") || type.endsWith("Bar")
                || type.endsWith("Badge"))
                QVERIFY2(!widget->accessibleName().isEmpty() || type == "QScrollBar", type.constData());
        }
    }

    void keepsItsWidthWhileBusyAndSwallowsClicks()
    {
        Button button(QStringLiteral("Verify"));
        showAndWait(button, button.sizeHint());
        const int before = button.sizeHint().width();
        button.setBusy(true);
        QCOMPARE(button.sizeHint().width(), before);
        QSignalSpy clicked(&button, &Button::clicked);
        QTest::mouseClick(&button, Qt::LeftButton);
        QTest::keyClick(&button, Qt::Key_Space);
        QTest::keyClick(&button, Qt::Key_Return);
        QCOMPARE(clicked.count(), 0);
        button.setBusy(false);
        QTest::keyClick(&button, Qt::Key_Return);
        QCOMPARE(clicked.count(), 1);
    }

    void saysWhyAButtonIsOff()
    {
        Button button(QStringLiteral("Delete"));
        button.setRefusal(QStringLiteral("portagent-prod is <locked>."));
        QVERIFY(!button.isEnabled());
        QCOMPARE(button.toolTip(), QStringLiteral("<span>portagent-prod is &lt;locked&gt;.</span>"));
        button.setRefusal({});
        QVERIFY(button.isEnabled());
    }

    void showsForeignTextAsItIs()
    {
        const QString foreign = QStringLiteral("<b>Bold</b> & S\u00F6hne\u202E");
        QCOMPARE(plainTooltip(foreign),
                 QStringLiteral("<span>&lt;b&gt;Bold&lt;/b&gt; &amp; S\u00F6hne\u27E8U+202E\u27E9</span>"));
        const ElidingLabel label(foreign);
        QVERIFY(label.toolTip().contains(QLatin1String("&lt;b&gt;")));
        const std::unique_ptr<QWidget> parts(makeComponentGallery());
        for (const QLabel *text : parts->findChildren<QLabel *>())
            QCOMPARE(text->textFormat(), Qt::PlainText);
    }

    void marksAWrongFieldAndExplainsIt()
    {
        auto *edit = new QLineEdit;
        LabeledField field(QStringLiteral("Name"), edit);
        field.setError(QStringLiteral("This is not the name of the instance."));
        QVERIFY(edit->property("wrong").toBool());
        QCOMPARE(edit->accessibleName(), QStringLiteral("Name"));
        QCOMPARE(edit->accessibleDescription(), QStringLiteral("This is not the name of the instance."));
        field.setError({});
        QVERIFY(!edit->property("wrong").toBool());
    }

    void makesCancelTheDefaultOfADialog()
    {
        DialogFrame dialog({QStringLiteral("Delete lasttest-04"), {}, QStringLiteral("trash3")});
        Button *act = dialog.addAction(QStringLiteral("Delete lasttest-04"), ButtonKind::Danger);
        QSignalSpy acted(act, &Button::clicked);
        QSignalSpy rejected(&dialog, &QDialog::rejected);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QVERIFY(dialog.cancelButton()->isDefault());
        dialog.body()->addWidget(new QLineEdit);
        dialog.findChild<QLineEdit *>()->setFocus();
        QTest::keyClick(dialog.findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(acted.count(), 0);
        QCOMPARE(rejected.count(), 1);
    }

    void pressesTheNamedButtonOnEnterOnlyWithFocus()
    {
        DialogFrame dialog({QStringLiteral("Delete lasttest-04"), {}, QStringLiteral("trash3")});
        Button *act = dialog.addAction(QStringLiteral("Delete lasttest-04"), ButtonKind::Danger);
        QSignalSpy acted(act, &Button::clicked);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        act->setFocus();
        QTest::keyClick(act, Qt::Key_Return);
        QCOMPARE(acted.count(), 1);
    }

    void dropsAToastWhenItIsDismissed()
    {
        QWidget page;
        showAndWait(page, {800, 600});
        ToastHost host(&page);
        host.show({StateKind::Down, QStringLiteral("The backup failed.")});
        host.show({StateKind::Healthy, QStringLiteral("Done.")});
        QCOMPARE(host.count(), 2);
        auto *toast = page.findChild<Toast *>();
        QVERIFY(page.rect().contains(toast->geometry()));
        QTest::keyClick(toast, Qt::Key_Escape);
        QCOMPARE(host.count(), 1);
    }

    void choosesRoundTicks()
    {
        QCOMPARE(roundTicks(212), (QList<double>{0, 75, 150, 225, 300}));
        QCOMPARE(roundTicks(12.6), (QList<double>{0, 4, 8, 12, 16}));
        QCOMPARE(roundTicks(0), (QList<double>{0, 1, 2, 3, 4}));
        QVERIFY(roundTicks(987654).last() >= 987654);
    }

    void keepsPeaksAmongAMillionPoints()
    {
        QList<QPointF> points;
        for (int at = 0; at < 1'000'000; ++at)
            points.append(QPointF(at, at == 333'333 ? 5000 : at % 97));
        points[700'000].setY(std::numeric_limits<double>::quiet_NaN());
        const QList<QPolygonF> runs = chartRuns(points, {0.001, 0, -1, 0});
        QCOMPARE(runs.size(), 2);
        QVERIFY(runs.first().size() + runs.last().size() <= 4 * 1002);
        const bool hasPeak = std::any_of(runs.first().begin(), runs.first().end(),
                                         [](const QPointF &pixel) { return pixel.y() == -5000; });
        QVERIFY(hasPeak);
        QCOMPARE(nearestPoint(points, 333'333.4)->y(), 5000.0);
    }

    void walksUptimeWithTheArrows()
    {
        UptimeBar bar;
        bar.setSpans(QList<UptimeState>(20, UptimeState::Healthy), QStringLiteral("100 % up"),
                     [](int span) { return QStringLiteral("span %1").arg(span); });
        showAndWait(bar, {320, 26});
        QTest::keyClick(&bar, Qt::Key_Left);
        QCOMPARE(bar.accessibleDescription(), QStringLiteral("span 19"));
        QTest::keyClick(&bar, Qt::Key_Left);
        QCOMPARE(bar.accessibleDescription(), QStringLiteral("span 18"));
    }

private:
    static bool save(QWidget &widget, const char *name)
    {
        const QString theme = QString::fromLatin1(QTest::currentDataTag());
        return savePicture(widget, QStringLiteral("gallery-%1-%2").arg(QLatin1String(name), theme));
    }

    std::unique_ptr<ColorScheme> m_scheme;
    std::unique_ptr<Theme> m_theme;
};

} // namespace tst_components
} // namespace pilothouse

QTEST_MAIN(pilothouse::tst_components::TestComponents)
#include "tst_components.moc"

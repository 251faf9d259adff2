// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/uitestsupport.h"
#include "ui/dialogs/keyboarddialog.h"
#include "ui/dialogs/parameterdialog.h"
#include "ui/models/fuzzymatch.h"
#include "ui/models/shortcutlist.h"
#include "ui/widgets/button.h"
#include "ui/widgets/commandpalette.h"
#include "ui/widgets/label.h"

#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace pilothouse;

namespace tst_palette {

namespace {

PaletteEntry entry(const QString &title, const QString &words = {})
{
    PaletteEntry made{PaletteEntry::Kind::Page, title, QStringLiteral("prod"), title};
    made.words = words;
    return made;
}

QStringList titles(const QList<PaletteHit> &hits)
{
    QStringList all;
    for (const PaletteHit &hit : hits)
        all << hit.entry.title;
    return all;
}

} // namespace

class TestPalette : public QObject
{
    Q_OBJECT
private slots:
    void findsPiecesWordsAndScatteredLetters()
    {
        QVERIFY(fuzzyMatch(QStringLiteral("rest"), QStringLiteral("Restore databases")));
        QCOMPARE(fuzzyMatch(QStringLiteral("rest"), QStringLiteral("Run restore drill"))->positions,
                 (QList<int>{4, 5, 6, 7}));
        QVERIFY(fuzzyMatch(QStringLiteral("dat rest"), QStringLiteral("Restore databases")));
        QVERIFY(fuzzyMatch(QStringLiteral("bkn"), QStringLiteral("Back up now")));
        QVERIFY(!fuzzyMatch(QStringLiteral("xyz"), QStringLiteral("Back up now")));
        QVERIFY(fuzzyMatch(QString(), QStringLiteral("Back up now"))->positions.isEmpty());
    }

    void beginningsComeFirstAndWhatWasUsedLastBeforeThem()
    {
        const QList<PaletteEntry> entries{entry(QStringLiteral("Wrestling")),
                                          entry(QStringLiteral("Run restore")),
                                          entry(QStringLiteral("Restore"))};
        QCOMPARE(titles(paletteHits(QStringLiteral("rest"), entries, {}, 9)),
                 (QStringList{QStringLiteral("Restore"), QStringLiteral("Run restore"),
                              QStringLiteral("Wrestling")}));
        QCOMPARE(titles(paletteHits(QStringLiteral("rest"), entries, {entries.at(1).id()}, 9)).first(),
                 QStringLiteral("Run restore"));
        QCOMPARE(paletteHits(QStringLiteral("rest"), entries, {}, 1).size(), 1);
    }

    void otherWordsFindAPlaceToo()
    {
        const QList<PaletteEntry> entries{
            entry(QStringLiteral("SQLite Optimization"), QStringLiteral("P25 VACUUM"))};
        const QList<PaletteHit> hits = paletteHits(QStringLiteral("vacuum"), entries, {}, 9);
        QCOMPARE(hits.size(), 1);
        QVERIFY(hits.first().positions.isEmpty());
    }

    void keysAreRefusedWhereSomebodyHasThemAndStored()
    {
        ShortcutList keys;
        const QSignalSpy spy(&keys, &ShortcutList::changed);
        const auto taken = keys.setKeys(QStringLiteral("dock"), {QKeySequence(Qt::CTRL | Qt::Key_B)});
        QVERIFY(!taken);
        QVERIFY2(taken.error().message.contains(QStringLiteral("Back up now")),
                 qPrintable(taken.error().message));
        QVERIFY(!keys.setKeys(QStringLiteral("dock"), {QKeySequence(Qt::Key_D)}));
        QCOMPARE(spy.size(), 0);
        QVERIFY(keys.setKeys(QStringLiteral("dock"), {QKeySequence(Qt::CTRL | Qt::Key_D)}));
        QCOMPARE(spy.size(), 1);
        ShortcutList again;
        again.restore(keys.toJson());
        QCOMPARE(again.keyText(QStringLiteral("dock")), QStringLiteral("Ctrl+D"));
        QVERIFY(again.isChanged(QStringLiteral("dock")));
        again.reset(QStringLiteral("dock"));
        QCOMPARE(again.keyText(QStringLiteral("dock")), QStringLiteral("Ctrl+J"));
        QVERIFY(again.toJson().isEmpty());
    }

    void noTwoShortcutsShareAKey()
    {
        ShortcutList keys;
        QSet<QString> seen;
        for (const Shortcut &shortcut : keys.shortcuts()) {
            for (const QKeySequence &key : shortcut.standard) {
                QVERIFY2(!seen.contains(key.toString()), qPrintable(key.toString()));
                seen.insert(key.toString());
            }
        }
    }

    void theDialogChangesAKeyAndNamesAConflict()
    {
        ShortcutList keys;
        KeyboardDialog dialog(keys);
        dialog.show();
        auto *list = dialog.findChild<QListWidget *>();
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->data(Qt::UserRole).toString() == QLatin1String("dock"))
                list->setCurrentRow(row);
        }
        auto *edit = dialog.findChild<QKeySequenceEdit *>();
        const auto press = [&dialog](const QString &text) {
            for (Button *button : dialog.findChildren<Button *>()) {
                if (button->text() == text)
                    button->click();
            }
        };
        edit->setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_B));
        press(QStringLiteral("Use this key"));
        bool isNamed = false;
        for (const Label *label : dialog.findChildren<Label *>())
            isNamed = isNamed || label->text().contains(QStringLiteral("“Back up now” has this key already"));
        QVERIFY(isNamed);
        edit->setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_D));
        press(QStringLiteral("Use this key"));
        QCOMPARE(keys.keyText(QStringLiteral("dock")), QStringLiteral("Ctrl+D"));
        press(QStringLiteral("Reset"));
        QCOMPARE(keys.keyText(QStringLiteral("dock")), QStringLiteral("Ctrl+J"));
    }

    void thePaletteIsWorkedByKeysAlone()
    {
        QWidget window;
        window.resize(1280, 720);
        CommandPalette palette(&window);
        window.show();
        palette.open({});
        const QSignalSpy typed(&palette, &CommandPalette::typedChanged);
        QSignalSpy chosen(&palette, &CommandPalette::chosen);
        const QSignalSpy stepped(&palette, &CommandPalette::instanceStepped);
        auto *field = palette.findChild<QLineEdit *>();
        QTest::keyClicks(field, QStringLiteral("re"));
        QCOMPARE(typed.size(), 2);
        const QList<PaletteEntry> entries{entry(QStringLiteral("Restore")), entry(QStringLiteral("Restart"))};
        palette.setGroups({{QStringLiteral("On prod"), paletteHits(QStringLiteral("re"), entries, {}, 9)},
                           {QStringLiteral("Go to"),
                            paletteHits(QStringLiteral("re"), {entry(QStringLiteral("Read"))}, {}, 9)}},
                          false);
        QCOMPARE(palette.current()->title, QStringLiteral("Restore"));
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Down);
        QCOMPARE(palette.current()->title, QStringLiteral("Read")); // past the name of a group
        QTest::keyClick(field, Qt::Key_Up);
        QTest::keyClick(field, Qt::Key_Tab);
        QCOMPARE(stepped.size(), 1);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<PaletteEntry>().title, QStringLiteral("Restart"));
        QVERIFY(palette.isHidden());
        palette.open({});
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(palette.isHidden());
        QCOMPARE(chosen.size(), 1);
    }

    void theFormAsksForWhatIsRequired()
    {
        Action action;
        action.title = QStringLiteral("Disable");
        Parameter user;
        user.name = QStringLiteral("user");
        user.title = QStringLiteral("User");
        user.type = Parameter::Type::Entity;
        user.isRequired = true;
        Parameter database;
        database.name = QStringLiteral("database");
        database.type = Parameter::Type::Database;
        action.parameters = {user, database};
        auto *dialog = new ParameterDialog(action, QStringLiteral("prod"), [](Parameter::Type type) {
            return type == Parameter::Type::Database
                       ? ParameterChoices{{QStringLiteral("a"), QStringLiteral("a.db")}}
                       : ParameterChoices{};
        });
        QSignalSpy answered(dialog, &ParameterDialog::answered);
        const QPointer<QWidget> alive(dialog);
        dialog->show();
        const auto go = [dialog] {
            for (Button *button : dialog->findChildren<Button *>()) {
                if (button->text() == QLatin1String("Continue")) {
                    button->click();
                    return;
                }
            }
        };
        go();
        QCOMPARE(answered.size(), 0);
        dialog->findChild<QLineEdit *>()->setText(QStringLiteral("bold"));
        go();
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered.first().first().toJsonObject(),
                 (QJsonObject{{QStringLiteral("user"), QStringLiteral("bold")}}));
        QTRY_VERIFY(alive.isNull());
    }
};

} // namespace tst_palette

QTEST_MAIN(tst_palette::TestPalette)
#include "tst_palette.moc"

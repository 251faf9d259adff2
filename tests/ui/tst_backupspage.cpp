// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/fileops.h"
#include "core/instances/instancesession.h"
#include "core/schedule/schedulestore.h"
#include "tests/support/backupsets.h"
#include "tests/support/testprofile.h"
#include "tests/support/uitestsupport.h"
#include "tests/ui/pagepictures.h"
#include "ui/dialogs/drillkeydialog.h"
#include "ui/dialogs/scheduledialog.h"
#include "ui/models/backupdays.h"
#include "ui/models/backuprows.h"
#include "ui/pages/backupspage.h"
#include "ui/theme/colorscheme.h"
#include "ui/theme/theme.h"
#include "ui/widgets/backupcalendar.h"
#include "ui/widgets/backuppane.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/drillcard.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/loadingbars.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/schedulecard.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLineEdit>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <unistd.h>

namespace pilothouse {
namespace tst_backupspage {

namespace {

const QDateTime Now(QDate(2026, 11, 20), QTime(21, 4), Qt::UTC);

BackupRecord recordAt(const QDateTime &taken, BackupStamp::State verified = BackupStamp::State::Reached)
{
    BackupRecord record;
    record.folder = QStringLiteral("/b/") + taken.toString(Qt::ISODate);
    record.takenAt = taken;
    record.complete.state = BackupStamp::State::Reached;
    record.verified.state = verified;
    return record;
}

/// A folder that takes its time: listing it waits until the test lets go.
class SlowFiles final : public FileOps
{
public:
    Result<QStringList> list(const QString &folder) const override
    {
        m_gate.acquire();
        return FileOps::list(folder);
    }
    void letGo() { m_gate.release(100); }

private:
    mutable QSemaphore m_gate;
};

} // namespace

/// The page of backups over real sets, and the logic behind its calendar and table.
class TestBackupsPage final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    FileOps m_files;
    ManualClock m_clock{Now};
    OperationRunner m_runner;
    std::unique_ptr<ColorScheme> m_scheme;
    std::unique_ptr<Theme> m_theme;
    int m_count = 0;

    SessionPointer session(const QString &name)
    {
        return std::make_shared<InstanceSession>(
            conversationSession(m_dir.filePath(name), m_dir.filePath(name + QStringLiteral("-state"))));
    }

    QString makeSet(const QString &folder, const BackupSetMaker &maker, bool isVerified = true)
    {
        const QString set = makeBackupSet(folder, maker);
        if (isVerified)
            stamp(set, BackupStore::Stamp::Verified, BackupStamp::State::Reached, {});
        return set;
    }

    void stamp(const QString &set, BackupStore::Stamp which, BackupStamp::State state, const QString &note)
    {
        ManualClock then(BackupStore(m_files, m_clock).record(set).takenAt.addSecs(60));
        QVERIFY_RESULT(BackupStore(m_files, then).stamp(set, which, state, note));
    }

    /// Eleven backups of four weeks with everything that can be wrong with one.
    void makeHistory(const QString &folder)
    {
        for (const int day : {0, 1, 2, 4, 6, 7, 9, 11, 12, 15, 19, 22, 25}) {
            BackupSetMaker maker{Now.addDays(-day).addSecs(-20 * 3600)};
            maker.rows = 4000 - day * 60;
            const QString set = makeSet(folder, maker);
            if (day == 12)
                stamp(set, BackupStore::Stamp::Proven, BackupStamp::State::Reached, QStringLiteral("op"));
            if (day == 11)
                QVERIFY_RESULT(BackupStore(m_files, m_clock).setPinned(set, true));
        }
        BackupSetMaker byHand{Now.addDays(-1).addSecs(-5 * 3600), QStringLiteral("before upgrade")};
        makeSet(folder, byHand, false);
        const QString unsound = makeSet(folder, {Now.addDays(-5)}, false);
        stamp(unsound, BackupStore::Stamp::Verified, BackupStamp::State::Failed,
              QStringLiteral("The database in it is damaged. agentx: page 7 is never used"));
        const QString cut = makeSet(folder, {Now.addDays(-3)}, false);
        const QString archive = BackupStore(m_files, m_clock).record(cut).archive;
        QCOMPARE(truncate(QFile::encodeName(archive).constData(), 100), 0);
        const QString changed = makeSet(folder, {Now.addDays(-8)}, false);
        writeAll(changed + QStringLiteral("/manifest.json"), "{}");
    }

    struct Shown
    {
        std::unique_ptr<BackupsController> controller;
        std::unique_ptr<BackupsPage> page;

        template <typename Widget>
        Widget *part() const
        {
            return page->findChild<Widget *>();
        }
        Button *button(const QString &text) const
        {
            for (Button *button : page->findChildren<Button *>())
                if (button->text() == text)
                    return button;
            return nullptr;
        }
    };

    Shown shown(const SessionPointer &session, const QSize &size = {1180, 720})
    {
        Shown shown;
        shown.controller = std::make_unique<BackupsController>(m_files, m_runner, m_clock);
        shown.page = std::make_unique<BackupsPage>(*shown.controller);
        shown.page->setSession(session);
        showAndWait(*shown.page, size);
        [&] { QTRY_VERIFY(!shown.page->isReading()); }();
        return shown;
    }

    /// A page over one verified backup.
    Shown withOne(QString *set)
    {
        const SessionPointer one = session(QStringLiteral("one-%1").arg(++m_count));
        *set = makeSet(one->backupFolder(), {Now.addSecs(-3600)});
        return shown(one);
    }

    void writeDrill(const InstanceSession &session, const QDateTime &at, bool isPassed) const
    {
        DrillReport report;
        report.operation = QUuid::createUuid().toString(QUuid::WithoutBraces);
        report.instance = session.instance().name;
        report.startedAt = at;
        report.isPassed = isPassed;
        report.problem =
            isPassed ? QString()
                     : QStringLiteral("This does not hold: Every entry has the version that it names");
        report.recoveryMilliseconds = isPassed ? 4200 : -1;
        report.lossSeconds = 16 * 3600 + 120;
        const QString folder = session.stateFolder() + QStringLiteral("/drills/")
                               + session.instance().id.toString(QUuid::WithoutBraces);
        QDir().mkpath(folder);
        const QString base = folder + u'/' + BackupStore::setName(at, QUuid(report.operation));
        writeAll(base + QStringLiteral(".json"), QJsonDocument(toJson(report)).toJson());
        writeAll(base + QStringLiteral(".md.sig"), "signature");
    }

    void picture(QWidget &widget, const QString &name)
    {
        QCoreApplication::processEvents();
        QVERIFY(savePicture(widget, name));
    }

    static QJsonObject argumentsOf(const QSignalSpy &asked) { return asked.last().at(1).toJsonObject(); }

private slots:
    void showsAndAsksForTheSchedule()
    {
        const SessionPointer one = session(QStringLiteral("scheduled-%1").arg(++m_count));
        makeSet(one->backupFolder(), {Now.addSecs(-3 * 86400)});
        Schedule schedule;
        schedule.instance = one->instance().name;
        schedule.installedAt = Now.addDays(-9);
        const ScheduleStore store(m_files, one->stateFolder());
        QDir().mkpath(store.folder());
        writeAll(store.file(one->instance()), QJsonDocument(toJson(schedule)).toJson());
        const Shown page = shown(one);
        auto *card = page.part<ScheduleCard>();
        QVERIFY(card);
        QStringList texts;
        for (const Label *label : card->findChildren<Label *>())
            texts << label->text();
        QVERIFY2(texts.join(u'|').contains(u"02:00") && texts.join(u'|').contains(u"missed"),
                 qPrintable(texts.join(u'|')));
        picture(*page.page, QStringLiteral("backups-schedule"));
        QSignalSpy asked(page.page.get(), &Page::actionRequested);
        emit card->changeAsked();
        auto *dialog = page.part<ScheduleDialog>();
        QVERIFY(dialog);
        picture(*dialog, QStringLiteral("schedule-dialog"));
        QCOMPARE(dialog->arguments().value(u"when").toString(), QStringLiteral("daily 02:00"));
        emit dialog->asked(dialog->arguments());
        QCOMPARE(asked.last().at(0).toString(), QStringLiteral("schedule.install"));
        dialog->reject();
    }

    void showsTheLastDrillAndWhetherItIsStale()
    {
        const SessionPointer one = session(QStringLiteral("drilled-%1").arg(++m_count));
        makeSet(one->backupFolder(), {Now.addSecs(-3 * 86400)});
        const auto said = [](const Shown &page) {
            QStringList texts;
            for (const Label *label : page.part<DrillCard>()->findChildren<Label *>())
                texts << label->text();
            return texts.join(u'|');
        };
        {
            const Shown none = shown(one);
            QVERIFY2(said(none).contains(u"No drill yet"), qPrintable(said(none)));
            QCOMPARE(none.part<DrillCard>()->findChild<Pill *>()->pill().tone, Tone::Warn);
        }
        writeDrill(*one, Now.addDays(-190), true);
        writeDrill(*one, Now.addDays(-101), false);
        writeDrill(*one, Now.addDays(-100), true);
        {
            const Shown stale = shown(one);
            QVERIFY2(said(stale).contains(u"was due on"), qPrintable(said(stale)));
            QCOMPARE(stale.part<DrillCard>()->findChild<Pill *>()->pill().text, QStringLiteral("Stale"));
        }
        writeDrill(*one, Now.addDays(-2), true);
        Schedule schedule;
        schedule.work = ScheduledWork::Drill;
        schedule.instance = one->instance().name;
        schedule.time = *ScheduleTime::parse(QStringLiteral("quarterly 03:00"));
        schedule.installedAt = Now.addDays(-9);
        schedule.intervalSeconds = 92 * 86400;
        const ScheduleStore store(m_files, one->stateFolder());
        writeAll(store.file(one->instance(), ScheduledWork::Drill), QJsonDocument(toJson(schedule)).toJson());
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            m_theme->setChoice(choice);
            const Shown page = shown(one, {1280, 1240});
            QVERIFY2(said(page).contains(u"Next drill due on"), qPrintable(said(page)));
            const QList<Label *> labels = page.part<BackupPane>()->findChildren<Label *>();
            QTRY_VERIFY(std::none_of(labels.begin(), labels.end(), [](const Label *label) {
                return label->isVisible() && label->height() < label->minimumSizeHint().height();
            }));
            picture(*page.page, choice == ThemeChoice::Light ? QStringLiteral("backups-drill-light")
                                                             : QStringLiteral("backups-drill-dark"));
        }
        m_theme->setChoice(ThemeChoice::Light);
        const Shown page = shown(one);
        QCOMPARE(page.part<DrillCard>()->findChild<Pill *>()->pill().tone, Tone::Ok);
        QSignalSpy asked(page.page.get(), &Page::actionRequested);
        page.button(QStringLiteral("Run a drill…"))->click();
        QCOMPARE(asked.last().at(0).toString(), QStringLiteral("drill.run"));
        QVERIFY2(said(page).contains(u"quarter at 03:00"), qPrintable(said(page)));
        emit page.part<DrillCard>()->removeAsked();
        QCOMPARE(asked.last().at(0).toString(), QStringLiteral("schedule.remove"));
        QCOMPARE(argumentsOf(asked).value(u"work").toString(), QStringLiteral("drill"));
        emit page.part<DrillCard>()->scheduleAsked();
        auto *dialog = page.part<ScheduleDialog>();
        QVERIFY(dialog);
        QCOMPARE(dialog->arguments().value(u"when").toString(), QStringLiteral("quarterly 03:00"));
        QCOMPARE(dialog->arguments().value(u"work").toString(), QStringLiteral("drill"));
        picture(*dialog, QStringLiteral("schedule-dialog-drill"));
        dialog->reject();
        QSignalSpy keyAsked(page.page.get(), &BackupsPage::drillKeyAsked);
        emit page.part<DrillCard>()->keyAsked();
        QCOMPARE(keyAsked.last().at(0).toString(), one->instance().name);
        auto *key = new DrillKeyDialog(one->instance().name, page.page.get());
        QStringList keys;
        connect(key, &DrillKeyDialog::answered, this,
                [&keys](const Secret &given) { keys << QString::fromUtf8(given.bytes()); });
        auto *field = key->findChild<QLineEdit *>();
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        key->show();
        picture(*key, QStringLiteral("drill-key-dialog"));
        const auto press = [key](const QString &text) {
            for (QPushButton *button : key->findChildren<QPushButton *>())
                if (button->text() == text)
                    button->click();
        };
        press(QStringLiteral("Keep the key"));
        QCOMPARE(keys, QStringList());
        field->setText(QStringLiteral(" af_live_1 "));
        press(QStringLiteral("Keep the key"));
        QCOMPARE(keys, QStringList{QStringLiteral("af_live_1")});
        QSignalSpy opened(page.page.get(), &BackupsPage::fileOpened);
        page.button(QStringLiteral("Open report"))->click();
        const QFileInfo latest(opened.last().at(0).toString());
        QVERIFY(latest.fileName().endsWith(u".pdf"));
        for (Button *earlier : page.part<DrillCard>()->findChildren<Button *>()) {
            if (earlier->toolTip() == QStringLiteral("Open its report"))
                earlier->click();
        }
        QCOMPARE(opened.size(), 4);
        const QFileInfo oldest(opened.last().at(0).toString());
        QCOMPARE(oldest.dir(), latest.dir());
        QVERIFY2(oldest.fileName().endsWith(u".pdf"), qPrintable(oldest.filePath()));
        writeDrill(*one, Now.addDays(-1), false);
        const Shown failed = shown(one, {1280, 900});
        QCOMPARE(failed.part<DrillCard>()->findChild<Pill *>()->pill().tone, Tone::Down);
        picture(*failed.page, QStringLiteral("backups-drill-failed"));
    }

    void initTestCase()
    {
        m_scheme = std::make_unique<ColorScheme>(qApp->palette());
        m_theme = std::make_unique<Theme>(*qApp, *m_scheme);
        m_theme->setChoice(ThemeChoice::Light);
    }

    void calendarHasFourWholeWeeksUpToThisOne()
    {
        const QList<BackupDay> days = backupDays({}, Now.toLocalTime());
        QCOMPARE(days.size(), 28);
        QCOMPARE(days.first().date, QDate(2026, 10, 26));
        QCOMPARE(days.last().date, QDate(2026, 11, 22));
        QCOMPARE(days.at(26).state, DayState::ToCome);
        QCOMPARE(days.at(25).state, DayState::None);
        QCOMPARE(daysInWords(days), QStringLiteral("No backup in these weeks"));
    }

    void calendarMissesNothingBeforeTheFirstBackup()
    {
        const QList<BackupRecord> records{recordAt(Now), recordAt(Now.addDays(-2))};
        QCOMPARE(daysInWords(backupDays(records, Now.toLocalTime())),
                 QStringLiteral("2 of 3 day(s) verified"));
    }

    void calendarTakesTheBestOfADay()
    {
        BackupRecord failed = recordAt(Now, BackupStamp::State::Failed);
        failed.problem = QStringLiteral("torn");
        BackupRecord proven = recordAt(Now.addSecs(-60));
        proven.proven.state = BackupStamp::State::Reached;
        const QList<BackupDay> days =
            backupDays({failed, proven, recordAt(Now.addSecs(-120))}, Now.toLocalTime());
        QCOMPARE(days.at(25).state, DayState::Proven);
        QCOMPARE(days.at(25).folder, proven.folder);
        QCOMPARE(days.at(25).count, 3);
        QVERIFY(dayInWords(days.at(25)).contains(QStringLiteral("proven, 3 backup(s)")));
        const QList<BackupDay> bad = backupDays({failed}, Now.toLocalTime());
        QCOMPARE(bad.at(25).state, DayState::Failed);
        QCOMPARE(bad.at(25).folder, failed.folder);
    }

    void calendarCountsADayWhereTheOperatorIs()
    {
        // 23:30 UTC is the next day in Berlin.
        const QDateTime late(QDate(2026, 11, 18), QTime(23, 30), Qt::UTC);
        const QList<BackupDay> days = backupDays({recordAt(late)}, Now.toLocalTime());
        QCOMPARE(days.at(24).date, QDate(2026, 11, 19));
        QCOMPARE(days.at(24).state, DayState::Verified);
    }

    void calendarNamesWhatOnlyALongRuleKeeps()
    {
        BackupRecord weekly = recordAt(Now.addDays(-10));
        weekly.keptAs = QStringList{QStringLiteral("weekly")};
        BackupRecord daily = recordAt(Now.addDays(-1));
        daily.keptAs = QStringList{QStringLiteral("daily"), QStringLiteral("monthly")};
        BackupRecord monthly = recordAt(Now.addDays(-20));
        monthly.keptAs = QStringList{QStringLiteral("weekly"), QStringLiteral("monthly")};
        const QList<BackupDay> days = backupDays({weekly, daily, monthly}, Now.toLocalTime());
        QCOMPARE(days.at(15).kept, DayKept::Weekly);
        QCOMPARE(days.at(24).kept, DayKept::No);
        QCOMPARE(days.at(5).kept, DayKept::Monthly);
    }

    void saysWhatABackupHasReached()
    {
        BackupRecord record = recordAt(Now);
        QCOMPARE(backupStateWord(record), QStringLiteral("Verified"));
        record.proven.state = BackupStamp::State::Reached;
        QCOMPARE(backupStateWord(record), QStringLiteral("Proven"));
        record.problem = QStringLiteral("Its archive is missing.");
        record.complete = {};
        record.archive = QStringLiteral("/b/x");
        QCOMPARE(backupStateWord(record), QStringLiteral("Archive damaged"));
        QCOMPARE(stationsOf(record),
                 (BackupStations{Station::Failed, Station::NotReached, Station::NotReached}));
        QCOMPARE(keptPill(record).text, QStringLiteral("Not counted"));
    }

    void marksAPartAndNeverCountsIt()
    {
        BackupRecord part = recordAt(Now);
        part.verified.state = BackupStamp::State::Reached;
        part.chosenTables = 3;
        part.allTables = 17;
        part.isPinned = true;
        QCOMPARE(keptPill(part).text, QStringLiteral("3 of 17 tables"));
        QCOMPARE(backupStateWord(part), QStringLiteral("Verified"));
        part.allTables = 0;
        QCOMPARE(keptPill(part).text, QStringLiteral("part"));
        QCOMPARE(daysInWords(backupDays({part}, Now.toLocalTime())),
                 QStringLiteral("No backup in these weeks"));
    }

    void tableModelKeepsTheRules()
    {
        ValueTableModel<BackupRecord> model(backupColumns(m_clock),
                                            [](const BackupRecord &record) { return record.folder; });
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({recordAt(Now), recordAt(Now.addDays(-1)), recordAt(Now.addDays(-2))});
        model.setRows({recordAt(Now.addDays(-1)), recordAt(Now.addDays(-3))});
        model.setRows({});
    }

    void showsTheNewestFirstAndWhyABadOneDoesNotCount()
    {
        const SessionPointer history = session(QStringLiteral("history"));
        makeHistory(history->backupFolder());
        const Shown all = shown(history);
        const DataTable *table = all.part<DataTable>();
        QCOMPARE(table->model()->rowCount(), 17);
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("Today 02:04"));
        QCOMPARE(table->currentIndex().row(), 0);
        int notCounted = 0;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            notCounted += table->model()->index(row, 5).data().toString() == u"Not counted" ? 1 : 0;
        QCOMPARE(notCounted, 3);
        QCOMPARE(all.controller->backups().value.newestCounted()->folder,
                 all.controller->backups().value.records.first().folder);
        const QString folder = all.controller->backups().value.records.at(5).folder;
        emit all.part<BackupCalendar>()->chosen(folder);
        QTRY_VERIFY(!all.page->isReading());
    }

    void asksToRestoreTheSelectedBackup()
    {
        QString set;
        const Shown one = withOne(&set);
        QSignalSpy asked(one.page.get(), &Page::actionRequested);
        one.button(QStringLiteral("Restore…"))->click();
        QCOMPARE(asked.last().at(0).toString(), QStringLiteral("backup.restore"));
        const QString id = BackupStore(m_files, m_clock).record(set).id;
        QCOMPARE(argumentsOf(asked), (QJsonObject{{QStringLiteral("backup"), id}}));
    }

    void restoresOnlyTheDatabasesThatAreChecked()
    {
        QString set;
        const Shown one = withOne(&set);
        QSignalSpy asked(one.page.get(), &Page::actionRequested);
        const QList<QCheckBox *> boxes = one.part<BackupPane>()->findChildren<QCheckBox *>();
        QCOMPARE(boxes.size(), 3);
        QCOMPARE(boxes.at(1)->text(), QStringLiteral("agentx.db"));
        boxes.at(0)->click();
        one.button(QStringLiteral("Restore…"))->click();
        QCOMPARE(argumentsOf(asked).value(QStringLiteral("databases")).toString(),
                 QStringLiteral("agentx,queue"));
        one.page->refresh();
        QTRY_VERIFY(!one.page->isReading());
        QVERIFY(!boxes.at(0)->isChecked());
        boxes.at(1)->click();
        boxes.at(2)->click();
        QVERIFY(!one.button(QStringLiteral("Restore…"))->isEnabled());
    }

    void doesNotRestoreFromABackupThatDoesNotCount()
    {
        const SessionPointer bad = session(QStringLiteral("bad"));
        const QString set = makeSet(bad->backupFolder(), {Now.addSecs(-60)}, false);
        writeAll(set + QStringLiteral("/manifest.sha256"), "no digest");
        const Shown page = shown(bad);
        QVERIFY(!page.button(QStringLiteral("Restore…"))->isEnabled());
        QVERIFY(page.button(QStringLiteral("Verify"))->isEnabled());
        QSignalSpy asked(page.page.get(), &Page::actionRequested);
        page.button(QStringLiteral("Verify"))->click();
        QCOMPARE(argumentsOf(asked).value(QStringLiteral("backup")).toString(), QFileInfo(set).fileName());
    }

    void pinsAndUnpins()
    {
        QString set;
        const Shown one = withOne(&set);
        QSignalSpy asked(one.page.get(), &Page::actionRequested);
        one.button(QStringLiteral("Pin"))->click();
        QCOMPARE(asked.last().at(0).toString(), QStringLiteral("backup.pin"));
        QVERIFY_RESULT(BackupStore(m_files, m_clock).setPinned(set, true));
        one.page->refresh();
        QTRY_VERIFY(one.button(QStringLiteral("Unpin")));
        one.button(QStringLiteral("Unpin"))->click();
        QCOMPARE(asked.last().at(0).toString(), QStringLiteral("backup.unpin"));
    }

    void restoresFromAnyFile()
    {
        QString set;
        const Shown one = withOne(&set);
        QSignalSpy asked(one.page.get(), &Page::actionRequested);
        one.button(QStringLiteral("Restore from a file…"))->click();
        auto *chooser = one.part<QFileDialog>();
        QVERIFY(chooser);
        emit chooser->fileSelected(QStringLiteral("/tmp/old.tar.gz"));
        QCOMPARE(argumentsOf(asked),
                 (QJsonObject{{QStringLiteral("file"), QStringLiteral("/tmp/old.tar.gz")}}));
        chooser->close();
    }

    void restoresBesideIntoAFolderThatIsNotThereYet()
    {
        QString set;
        const Shown one = withOne(&set);
        QSignalSpy asked(one.page.get(), &Page::actionRequested);
        for (QAction *action : one.page->findChildren<QAction *>())
            if (action->text() == QStringLiteral("Restore side by side…"))
                action->trigger();
        auto *chooser = one.part<QFileDialog>();
        QVERIFY(chooser);
        emit chooser->fileSelected(QStringLiteral("/srv/look"));
        QCOMPARE(argumentsOf(asked).value(QStringLiteral("into")).toString(),
                 QStringLiteral("/srv/look/restored-20261120T210400Z"));
        chooser->close();
    }

    void offersABackupWhereThereIsNone()
    {
        const Shown none = shown(session(QStringLiteral("none")));
        QSignalSpy asked(none.page.get(), &Page::actionRequested);
        Button *now = none.part<EmptyState>()->button();
        QVERIFY(now->isVisible());
        now->click();
        QCOMPARE(asked.last().at(0).toString(), QStringLiteral("backup.create"));
        QVERIFY(!none.button(QStringLiteral("Retention…"))->isEnabled());
        picture(*none.page, QStringLiteral("backups-empty-light"));
    }

    void keepsWhatItKnewWhereTheFolderCannotBeRead()
    {
        QString set;
        const Shown one = withOne(&set);
        const QString folder = QFileInfo(set).path();
        QVERIFY(QDir(folder).removeRecursively());
        writeAll(folder, "a file where the folder was");
        one.page->refresh();
        QTRY_VERIFY(one.part<Banner>()->isVisible());
        QCOMPARE(one.part<DataTable>()->model()->rowCount(), 1);
        QVERIFY(one.part<DataTable>()->isStale());
        picture(*one.page, QStringLiteral("backups-error-light"));
    }

    void showsTheBannerAloneWhereNothingWasEverRead()
    {
        const SessionPointer never = session(QStringLiteral("never"));
        writeAll(never->backupFolder(), "not a folder");
        const Shown page = shown(never);
        QVERIFY(page.part<Banner>()->isVisible());
        QVERIFY(!page.part<DataTable>()->isVisible());
        picture(*page.page, QStringLiteral("backups-error-first-light"));
        QVERIFY(QFile::remove(never->backupFolder()));
        page.button(QStringLiteral("Try again"))->click();
        QTRY_VERIFY(page.part<DataTable>()->isVisible());
        QVERIFY(!page.part<Banner>()->isVisible());
    }

    void saysThatItReadsAndStopsWhenAsked()
    {
        const SessionPointer slow = session(QStringLiteral("slow"));
        makeSet(slow->backupFolder(), {Now.addSecs(-60)});
        SlowFiles files;
        BackupsController controller(files, m_runner, m_clock);
        BackupsPage page(controller);
        page.setSession(slow);
        showAndWait(page, {1180, 720});
        QVERIFY(page.isReading());
        QTRY_VERIFY(page.findChild<LoadingLine *>()->isVisible());
        QVERIFY(page.findChild<LoadingBars *>()->isVisible());
        picture(page, QStringLiteral("backups-loading-light"));
        emit page.findChild<LoadingLine *>()->stopAsked();
        QVERIFY(!page.isReading());
        QVERIFY(!page.findChild<LoadingLine *>()->isVisible());
        files.letGo();
        page.refresh();
        QTRY_COMPARE(page.findChild<DataTable *>()->model()->rowCount(), 1);
        QTRY_VERIFY(!page.isReading());
        QTRY_COMPARE(m_runner.runningCount(), 0);
    }

    void walksTheCalendarByKey()
    {
        BackupCalendar calendar;
        const BackupRecord record = recordAt(Now.addDays(-7));
        calendar.setDays(backupDays({record}, Now.toLocalTime()), Now.toLocalTime().date());
        showAndWait(calendar, {316, 180});
        QSignalSpy chosen(&calendar, &BackupCalendar::chosen);
        calendar.setFocus();
        QTRY_VERIFY(calendar.accessibleDescription().contains(QStringLiteral("20 November")));
        QTest::keyClick(&calendar, Qt::Key_Return);
        QCOMPARE(chosen.size(), 0);
        QTest::keyClick(&calendar, Qt::Key_Up);
        QTest::keyClick(&calendar, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.last().at(0).toString(), record.folder);
        QTest::mouseClick(&calendar, Qt::LeftButton, {}, calendar.cellOf(18).center());
        QCOMPARE(chosen.size(), 2);
    }

    void looksFinishedInEveryTheme_data()
    {
        QTest::addColumn<ThemeChoice>("choice");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << ThemeChoice::Light << QSize(1208, 704);
        QTest::newRow("dark") << ThemeChoice::Dark << QSize(1208, 704);
        QTest::newRow("high-contrast-dark") << ThemeChoice::HighContrastDark << QSize(1208, 704);
        QTest::newRow("1280x720-light") << ThemeChoice::Light << QSize(1048, 524);
    }

    void looksFinishedInEveryTheme()
    {
        QFETCH(ThemeChoice, choice);
        QFETCH(QSize, size);
        m_theme->setChoice(choice);
        const SessionPointer history = session(QStringLiteral("history"));
        const Shown page = shown(history, size);
        QVERIFY(page.page->minimumSizeHint().width() <= size.width());
        picture(*page.page, QStringLiteral("backups-") + QString::fromLatin1(QTest::currentDataTag()));
        const QModelIndexList bad = page.part<DataTable>()->model()->match(
            page.part<DataTable>()->model()->index(0, 4), Qt::DisplayRole, QStringLiteral("Not sound"));
        page.part<DataTable>()->setCurrentIndex(bad.value(0));
        QTRY_VERIFY(!page.page->isReading());
        picture(*page.page, QStringLiteral("backups-bad-") + QString::fromLatin1(QTest::currentDataTag()));
        m_theme->setChoice(ThemeChoice::Light);
    }
};

} // namespace tst_backupspage
} // namespace pilothouse

QTEST_MAIN(pilothouse::tst_backupspage::TestBackupsPage)
#include "tst_backupspage.moc"

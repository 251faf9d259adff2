// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/logs/logs.h"
#include "core/audit/auditlog.h"
#include "core/files/fileops.h"
#include "core/settings/settingsstore.h"
#include "core/settings/statestore.h"
#include "tests/support/logsamples.h"
#include "tests/support/testprofile.h"
#include "tests/support/uitestsupport.h"
#include "tests/ui/pagepictures.h"
#include "ui/dialogs/filternamedialog.h"
#include "ui/dialogs/highlightersdialog.h"
#include "ui/dialogs/logexportdialog.h"
#include "ui/dialogs/logfiguresdialog.h"
#include "ui/dialogs/savedfiltersdialog.h"
#include "ui/pages/logspage.h"
#include "ui/pages/logtools.h"
#include "ui/theme/colorscheme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/logfindrow.h"
#include "ui/widgets/logview.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_logtools {

namespace {
constexpr int Count = 4000;
}

/// What the Logs page does beside showing a log: saved filters, figures, evidence.
class TestLogTools : public QObject
{
    Q_OBJECT

    std::unique_ptr<ColorScheme> m_scheme;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StateStore> m_state;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<AuditLog> m_audit;
    FileOps m_files;
    SystemClock m_clock;
    std::unique_ptr<OperationRunner> m_runner;
    std::unique_ptr<LogsController> m_controller;
    std::unique_ptr<LogsPage> m_page;
    LogTools *m_tools = nullptr;

    LogModel &model() const { return m_controller->model(); }
    template <typename Dialog>
    Dialog *dialog() const
    {
        const QList<Dialog *> all = m_page->findChildren<Dialog *>();
        for (Dialog *one : all) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    static Button *button(const QWidget *in, const QString &text)
    {
        for (Button *one : in->findChildren<Button *>()) {
            if (one->text() == text || one->accessibleName() == text)
                return one;
        }
        return nullptr;
    }
    void write(const QString &filter) const
    {
        m_page->findChild<LogFindRow *>()->setText(filter, true);
        QTRY_VERIFY(!m_controller->isSearching());
    }
    void saveAs(const QString &name) const
    {
        m_tools->saveFilter();
        auto *ask = dialog<FilterNameDialog>();
        ask->findChild<QLineEdit *>()->setText(name);
        button(ask, QStringLiteral("Save"))->click();
        QTRY_VERIFY(!dialog<FilterNameDialog>());
    }
    LogExportDialog *exportDialog(LogExportWish::What what, const QString &folder) const
    {
        m_tools->openExport();
        auto *asks = dialog<LogExportDialog>();
        auto *choice = asks->findChild<QComboBox *>();
        choice->setCurrentIndex(choice->findData(static_cast<int>(what)));
        asks->findChild<QLineEdit *>()->setText(folder);
        button(asks, QStringLiteral("Keep them"))->click();
        return asks;
    }

private slots:
    void initTestCase()
    {
        m_scheme = std::make_unique<ColorScheme>(qApp->palette());
        m_theme = std::make_unique<Theme>(*qApp, *m_scheme);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_state = std::make_unique<StateStore>(m_folder->filePath(QStringLiteral("state.db")));
        QVERIFY_RESULT(m_state->open());
        m_settings = std::make_unique<SettingsStore>(*m_state);
        m_audit = std::make_unique<AuditLog>(m_files, m_folder->filePath(QStringLiteral("audit")), m_clock);
        QByteArray log;
        for (int i = 0; i < Count; ++i)
            log += sampleRecord(i);
        const QString data = m_folder->filePath(QStringLiteral("data"));
        writeAll(data + QStringLiteral("/logs/portagent.log"), log);
        m_runner = std::make_unique<OperationRunner>();
        m_controller = std::make_unique<LogsController>(*m_runner);
        m_page = std::make_unique<LogsPage>(
            *m_controller, [](const SessionPointer &session) -> Result<LogSources> {
                return logSources(*session).map([](const QList<LogSource> &sources) {
                    return LogSources{QStringLiteral("one"), sources, {}};
                });
            });
        m_page->addTools({*m_runner, *m_settings, {}, m_files, *m_audit, m_clock});
        m_tools = m_page->findChild<LogTools *>();
        showAndWait(*m_page, {1208, 740});
        m_page->setSession(
            std::make_shared<const InstanceSession>(conversationSession(data, m_folder->path())));
        QTRY_VERIFY(model().rowCount() > 100);
    }

    void cleanup()
    {
        m_page.reset();
        m_controller.reset();
        m_runner.reset();
        m_audit.reset();
    }

    void keepsAFilterUnderAName()
    {
        QTRY_VERIFY(!m_tools->shelf().filtersFor(QStringLiteral("file")).isEmpty()); // of the profile
        QVERIFY(m_tools->shelf().savedFilters().isEmpty());
        write(QStringLiteral("level:error trace=req_104"));
        saveAs(QStringLiteral("One request"));
        QTRY_COMPARE(m_tools->shelf().savedFilters().size(), 1);
        write(QStringLiteral("anything"));
        m_tools->openSavedFilters();
        auto *saved = dialog<SavedFiltersDialog>();
        QVERIFY(savePicture(*saved, QStringLiteral("logtools-saved")));
        button(saved, QStringLiteral("Use it"))->click();
        QCOMPARE(m_controller->query().text, QStringLiteral("level:error trace=req_104"));
        QTRY_COMPARE(m_controller->matchCount(), 1);
        m_tools->openSavedFilters();
        button(dialog<SavedFiltersDialog>(), QStringLiteral("Remove"))->click();
        QTRY_VERIFY(m_tools->shelf().savedFilters().isEmpty());
    }

    void saysWhyANameCannotBe()
    {
        write(QStringLiteral("level:error"));
        m_tools->saveFilter();
        auto *ask = dialog<FilterNameDialog>();
        button(ask, QStringLiteral("Save"))->click();
        bool isShown = false;
        const auto lookFor = [&] {
            for (const QLabel *label : ask->findChildren<QLabel *>())
                isShown =
                    isShown || (label->isVisible() && label->text().contains(QStringLiteral("needs a name")));
            return isShown;
        };
        QTRY_VERIFY(lookFor());
        QVERIFY(ask->isVisible());
        QVERIFY(savePicture(*ask, QStringLiteral("logtools-name")));
        ask->reject();
    }

    void offersTheFiltersInAMenu()
    {
        QTRY_VERIFY(!m_tools->shelf().filtersFor(QStringLiteral("file")).isEmpty());
        button(m_page.get(), QStringLiteral("Saved filters"))->click();
        QMenu *menu = nullptr;
        for (QMenu *one : m_page->findChildren<QMenu *>())
            menu = one->isVisible() ? one : menu;
        QVERIFY(menu);
        const auto named = [menu](const QString &text) -> QAction * {
            for (QAction *action : menu->actions()) {
                if (action->text() == text)
                    return action;
            }
            return nullptr;
        };
        QVERIFY(named(QStringLiteral("Errors by part")));
        QVERIFY(!named(QStringLiteral("Save this filter…"))->isEnabled()); // none is written
        named(QStringLiteral("Errors by part"))->trigger();
        menu->close();
        QVERIFY(m_controller->isFilter());
        QTRY_COMPARE(m_controller->matchCount(), Count / 5);
    }

    void keepsWhatIsFoundAsEvidence()
    {
        write(QStringLiteral("level:error \"Step 39\""));
        const qint64 found = m_controller->matchCount();
        QVERIFY(found > 10);
        const QString folder = m_folder->filePath(QStringLiteral("evidence"));
        auto *asks = exportDialog(LogExportWish::What::Found, folder);
        QTRY_VERIFY(button(asks, QStringLiteral("Copy path and hash"))->isVisible());
        const auto check = checkEvidence(m_files, folder, {});
        QVERIFY_RESULT(check);
        QVERIFY2(check->problems.isEmpty(), qPrintable(check->problems.join(u' ')));
        QCOMPARE(check->manifest.files.size(), 1);
        QCOMPARE(check->manifest.files.first().records, found);
        QCOMPARE(check->manifest.filter, m_controller->query().text);
        const auto told = m_audit->list();
        QVERIFY_RESULT(told);
        QCOMPARE(told->first().event.how, QStringLiteral("window"));
        QVERIFY(savePicture(*asks, QStringLiteral("logtools-kept")));
        asks->reject();
        asks = exportDialog(LogExportWish::What::Found, folder); // is there already
        QTRY_VERIFY(!button(asks, QStringLiteral("Keep them"))->isBusy());
        QVERIFY(!button(asks, QStringLiteral("Copy path and hash"))->isVisible());
        asks->reject();
    }

    void keepsMarkedRecordsWithTheirNotes()
    {
        const quint64 number = model().record(model().rowCount() - 2).number;
        model().setMarked(number, true);
        model().setNote(number, QStringLiteral("here it begins"));
        model().setMarked(model().record(3).number, true);
        const QString folder = m_folder->filePath(QStringLiteral("marked"));
        auto *asks = exportDialog(LogExportWish::What::Marked, folder);
        QTRY_VERIFY(button(asks, QStringLiteral("Copy path and hash"))->isVisible());
        const auto check = checkEvidence(m_files, folder, {});
        QVERIFY_RESULT(check);
        QVERIFY(check->problems.isEmpty() && check->manifest.isOfMarks);
        QCOMPARE(check->manifest.files.first().records, 2);
        QCOMPARE(check->manifest.notes.size(), 1);
        QVERIFY(check->manifest.notes.first().contains(QStringLiteral("here it begins")));
        asks->reject();
    }

    void countsAndFindsTheRecordsOfARow()
    {
        QJsonObject counted{{u"total"_qs, 3}};
        QVERIFY(!figureSummary(counted).contains(u"beginning"));
        counted.insert(u"cutRecords"_qs, 1);
        QVERIFY2(figureSummary(counted).contains(u"beginning"), qPrintable(figureSummary(counted)));
        m_tools->openFigures();
        auto *counts = dialog<LogFiguresDialog>();
        QTRY_VERIFY(counts->tables().size() >= 3);
        const FigureTable &groups = counts->tables().at(1);
        QCOMPARE(groups.table.cells.size(), 7);                 // parts of the program
        QCOMPARE(counts->tables().at(0).table.cells.size(), 1); // all within one minute
        for (QComboBox *field : counts->findChildren<QComboBox *>()) {
            if (field->findData(QStringLiteral("trace")) >= 0) {
                field->setCurrentIndex(field->findData(QStringLiteral("trace")));
                emit field->activated(field->currentIndex());
            }
        }
        QTRY_VERIFY(counts->tables().at(1).table.titles.first() == QStringLiteral("trace"));
        const FigureTable &traces = counts->tables().at(1);
        const qsizetype row = traces.filters.indexOf(QStringLiteral("trace=\"req_104\""));
        QVERIFY(row >= 0);
        emit counts->chosen(traces.filters.at(row));
        QTRY_VERIFY(!m_controller->isSearching());
        QCOMPARE(m_controller->matchCount(), 1);
        QTRY_COMPARE(model().rowCount(), 1); // only it is shown
        counts->reject();
    }

    void letsTextsStandOut()
    {
        LogHighlighter step;
        step.name = QStringLiteral("Round steps");
        step.query = {QStringLiteral("Step \\d+00'"), true};
        LogHighlighter part;
        part.query.text = QStringLiteral("Part3");
        part.color = 1;
        LogHighlighter entry;
        entry.query.text = QStringLiteral("id: 'x'");
        entry.color = 3;
        Result<> kept = failure(ErrorKind::Internal, QStringLiteral("not yet"));
        m_tools->shelf().setHighlighters({step, part, entry},
                                         [&kept](const Result<> &result) { kept = result; });
        QTRY_VERIFY(model().highlights());
        QVERIFY_RESULT(kept);
        int found = 0;
        for (const LogRecord &record : model().records()) {
            const QList<LogHighlight> &all = model().highlights()->of(record);
            const int sequence = sequenceOf(record.message);
            QCOMPARE(all.size(), (sequence % 100 == 0 ? 1 : 0) + (sequence % 7 == 3 ? 1 : 0)
                                     + (sequence % 5 == 4 ? 0 : 1));
            found += static_cast<int>(all.size());
        }
        QVERIFY(found > 20);
        QTRY_VERIFY(m_controller->landmarks().overview().highlights.size() == LogHighlighter::Colors);
        QTRY_VERIFY(m_controller->landmarks().overview().highlights.at(0).count(true) >= 35);
        QCOMPARE(m_controller->landmarks().overview().highlights.at(2).count(true), 0);
        m_page->resize(1048, 561);
        for (const ThemeChoice theme :
             {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrastDark}) {
            m_theme->setChoice(theme);
            QVERIFY(
                savePicture(*m_page, QStringLiteral("logtools-highlights-%1").arg(static_cast<int>(theme))));
        }
        m_theme->setChoice(ThemeChoice::Light);
        m_tools->openHighlighters();
        auto *edits = dialog<HighlightersDialog>();
        QVERIFY(savePicture(*edits, QStringLiteral("logtools-highlighters")));
        edits->findChildren<QLineEdit *>().at(1)->setText(QStringLiteral("Step ("));
        button(edits, QStringLiteral("Save"))->click();
        QTRY_VERIFY(!button(edits, QStringLiteral("Save"))->isBusy());
        QVERIFY(edits->isVisible()); // it says what is wrong
        edits->reject();
        m_tools->shelf().setHighlighters({}, [](const Result<> &) {});
        QTRY_VERIFY(!model().highlights());
    }

    void looksRight()
    {
        write(QStringLiteral("level>=warning"));
        m_tools->openFigures();
        auto *counts = dialog<LogFiguresDialog>();
        QTRY_VERIFY(counts->tables().size() >= 2);
        for (const PageLook &look : pageLooks()) {
            m_theme->setChoice(look.theme);
            QCoreApplication::processEvents();
            const QString name = QLatin1String(look.name);
            QVERIFY(savePicture(*counts, QStringLiteral("logtools-figures-%1").arg(name)));
            m_page->resize(look.size);
            QVERIFY(savePicture(*m_page, QStringLiteral("logtools-%1").arg(name)));
        }
        counts->reject();
        m_tools->openExport();
        QVERIFY(savePicture(*dialog<LogExportDialog>(), QStringLiteral("logtools-export")));
    }
};

} // namespace tst_logtools

QTEST_MAIN(tst_logtools::TestLogTools)
#include "tst_logtools.moc"

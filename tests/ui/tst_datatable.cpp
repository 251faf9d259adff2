// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/uitestsupport.h"
#include "tests/ui/gallery.h"
#include "ui/models/tabletext.h"
#include "ui/widgets/datatable.h"

#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>
#include <QVBoxLayout>

namespace pilothouse {
namespace tst_datatable {

/// Uses a table with the keyboard and reads what it exports.
class TestDataTable final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_model = makeUserModel();
        m_model->setRows(galleryUsers());
        m_window = std::make_unique<QWidget>();
        auto *column = new QVBoxLayout(m_window.get());
        column->addWidget(m_before = new QLineEdit);
        column->addWidget(m_table = new DataTable(QStringLiteral("Users")));
        column->addWidget(m_after = new QLineEdit);
        m_table->setModel(m_model.get());
        m_table->setRowHeight(44);
        showAndWait(*m_window, {700, 500});
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_model.reset();
    }

    void isOneTabStop()
    {
        m_before->setFocus();
        QTest::keyClick(m_before, Qt::Key_Tab);
        QVERIFY(m_table->hasFocus());
        QTest::keyClick(m_table, Qt::Key_Tab);
        QVERIFY(m_after->hasFocus());
    }

    void opensARowOnEnterAndTellsNobodyElse()
    {
        QSignalSpy activated(m_table, &QTableView::activated);
        m_table->setFocus();
        m_table->setCurrentIndex(m_model->index(1, 0));
        QTest::keyClick(m_table, Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().toModelIndex().row(), 1);
    }

    void copiesTheSelectedRowsAsText()
    {
        m_table->setFocus();
        m_table->selectRow(0);
        QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("Anna Kessler, anna.kessler\tActive\t41\t2.1 MB"));
    }

    void exportsOnlyTheShownColumnsInTheirOrder()
    {
        m_table->setColumnHidden(1, true);
        m_table->horizontalHeader()->moveSection(3, 0);
        const QStringList lines = m_table->toCsv().split(QStringLiteral("\r\n"));
        QCOMPARE(lines.first(), QStringLiteral("Data,User,Sessions"));
        QCOMPARE(lines.at(1), QStringLiteral("2.1 MB,\"Anna Kessler, anna.kessler\",41"));
        QVERIFY(m_table->toCsv().contains(QLatin1String("\"'=HYPERLINK(\"\"http://x\"\"), formula\"")));
    }

    void keepsFormulasOutOfSpreadsheets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");
        QTest::newRow("plain") << QStringLiteral("agentx.db") << QStringLiteral("agentx.db");
        QTest::newRow("equals") << QStringLiteral("=1+1") << QStringLiteral("'=1+1");
        QTest::newRow("plus") << QStringLiteral("+cmd") << QStringLiteral("'+cmd");
        QTest::newRow("at") << QStringLiteral("@SUM(A1)") << QStringLiteral("'@SUM(A1)");
        QTest::newRow("minus") << QStringLiteral("-2+3|cmd") << QStringLiteral("'-2+3|cmd");
        QTest::newRow("number") << QStringLiteral("-12.5") << QStringLiteral("-12.5");
        QTest::newRow("blank first") << QStringLiteral("  =1") << QStringLiteral("'  =1");
        QTest::newRow("tab") << QStringLiteral("\t=1") << QStringLiteral("\"'\t=1\"");
        QTest::newRow("full width") << QStringLiteral("\uFF1D1") << QStringLiteral("'\uFF1D1");
        QTest::newRow("quotes") << QStringLiteral("a \"b\", c") << QStringLiteral("\"a \"\"b\"\", c\"");
        QTest::newRow("line break") << QStringLiteral("a\nb") << QStringLiteral("\"a\nb\"");
        QTest::newRow("formula in a second field") << QStringLiteral("a;=1") << QStringLiteral("\"a;=1\"");
    }

    void keepsFormulasOutOfSpreadsheets()
    {
        QFETCH(QString, text);
        QTEST(csvField(text), "field");
    }

    void hoversWholeRows()
    {
        const QPoint inRow(m_table->columnViewportPosition(2) + 5, m_table->rowViewportPosition(1) + 5);
        QTest::mouseMove(m_table->viewport(), inRow);
        QTRY_COMPARE(m_table->hoveredRow(), 1);
    }

    void sortsThroughAProxyAndExportsWhatIsShown()
    {
        QSortFilterProxyModel proxy;
        proxy.setSortRole(SortRole);
        proxy.setSourceModel(m_model.get());
        m_table->setModel(&proxy);
        m_table->setSortingEnabled(true);
        m_table->sortByColumn(2, Qt::DescendingOrder);
        QVERIFY(
            m_table->toCsv().section(QStringLiteral("\r\n"), 1, 1).contains(QLatin1String("m.lindqvist")));
        m_table->setModel(nullptr);
    }

    void choosesColumnsButNeverHidesTheFirst()
    {
        const std::unique_ptr<QMenu> menu(m_table->createColumnMenu(nullptr));
        QCOMPARE(menu->actions().size(), 4);
        QVERIFY(!menu->actions().first()->isEnabled());
        menu->actions().at(1)->setChecked(false);
        QCOMPARE(m_table->visibleColumns(), (QList<int>{0, 2, 3}));
    }

    void showsTheEmptyWidgetOnlyWithoutRows()
    {
        auto *empty = new QWidget;
        m_table->setEmptyWidget(empty);
        QVERIFY(!empty->isVisible());
        m_model->setRows({});
        QVERIFY(empty->isVisible());
        m_model->setRows(galleryUsers());
        QVERIFY(!empty->isVisible());
    }

    void keepsSelectionAndScrollWhenRowsAreRefreshed()
    {
        QList<GalleryUser> many;
        for (int at = 0; at < 200; ++at)
            many.append({QStringLiteral("User %1").arg(at),
                         QStringLiteral("id%1").arg(at, 3, 10, QLatin1Char('0')),
                         true,
                         at,
                         {}});
        m_model->setRows(many);
        m_table->selectRow(100);
        m_table->scrollTo(m_model->index(100, 0));
        const QString key = m_table->currentIndex().data(KeyRole).toString();
        many.removeAt(3);
        many[50].sessions = 999;
        m_model->setRows(many);
        QCOMPARE(m_table->selectionModel()->selectedRows().first().data(KeyRole).toString(), key);
        QVERIFY(m_table->viewport()->rect().intersects(m_table->visualRect(m_table->currentIndex())));
    }

private:
    std::unique_ptr<ValueTableModel<GalleryUser>> m_model;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_before = nullptr;
    DataTable *m_table = nullptr;
    QLineEdit *m_after = nullptr;
};

} // namespace tst_datatable
} // namespace pilothouse

QTEST_MAIN(pilothouse::tst_datatable::TestDataTable)
#include "tst_datatable.moc"

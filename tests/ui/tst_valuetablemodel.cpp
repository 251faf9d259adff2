// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/uitestsupport.h"
#include "ui/models/foreigntext.h"
#include "ui/models/valuetablemodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

namespace pilothouse {
namespace tst_valuetablemodel {
namespace {

/// A row that is as small as a row can be.
struct Item
{
    QString key;
    int value = 0;
    bool operator==(const Item &) const = default;
};

using ItemModel = ValueTableModel<Item>;

QList<ValueColumn<Item>> columns()
{
    return {{QStringLiteral("key"), QStringLiteral("Key"), Qt::AlignLeft,
             [](const Item &item) { return TextCell{item.key}; }},
            {QStringLiteral("value"), QStringLiteral("Value"), Qt::AlignRight,
             [](const Item &item) { return NumberCell{QString::number(item.value)}; },
             [](const Item &item) { return item.value; }}};
}

std::unique_ptr<ItemModel> makeModel()
{
    return std::make_unique<ItemModel>(columns(), [](const Item &item) { return item.key; });
}

QList<Item> items(const QString &keys, int value = 0)
{
    QList<Item> made;
    for (const QChar key : keys)
        made.append({QString(key), value});
    return made;
}

} // namespace

/// Feeds a model with changing lists while Qt's own tester watches every signal.
class TestValueTableModel final : public QObject
{
    Q_OBJECT

private slots:
    void mergesWithTheFewestChanges_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("inserts");
        QTest::addColumn<int>("removes");
        QTest::newRow("nothing") << "abc"
                                 << "abc" << 0 << 0;
        QTest::newRow("fill") << ""
                              << "abc" << 1 << 0;
        QTest::newRow("empty") << "abc"
                               << "" << 0 << 1;
        QTest::newRow("one in the middle") << "ac"
                                           << "abc" << 1 << 0;
        QTest::newRow("a run removed") << "abcdef"
                                       << "af" << 0 << 1;
        QTest::newRow("two runs inserted") << "bd"
                                           << "abcd" << 2 << 0;
        QTest::newRow("all replaced") << "ace"
                                      << "bdf" << 3 << 3;
    }

    void mergesWithTheFewestChanges()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const auto model = makeModel();
        const QAbstractItemModelTester tester(model.get());
        model->setRows(items(before));
        const QSignalSpy inserted(model.get(), &QAbstractItemModel::rowsInserted);
        const QSignalSpy removed(model.get(), &QAbstractItemModel::rowsRemoved);
        const QSignalSpy changed(model.get(), &QAbstractItemModel::dataChanged);
        const QSignalSpy reset(model.get(), &QAbstractItemModel::modelReset);
        model->setRows(items(after));
        QCOMPARE(model->rows(), items(after));
        QTEST(static_cast<int>(inserted.count()), "inserts");
        QTEST(static_cast<int>(removed.count()), "removes");
        QCOMPARE(changed.count(), 0);
        QCOMPARE(reset.count(), 0);
    }

    void tellsOnlyWhatChanged()
    {
        const auto model = makeModel();
        model->setRows(items(QStringLiteral("abcdef")));
        QSignalSpy changed(model.get(), &QAbstractItemModel::dataChanged);
        QList<Item> fresh = items(QStringLiteral("abcdef"));
        fresh[2].value = fresh[3].value = 7;
        model->setRows(fresh);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 2);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), 3);
    }

    void survivesRandomRefreshes()
    {
        const auto model = makeModel();
        const QAbstractItemModelTester tester(model.get());
        QRandomGenerator random(20261121);
        for (int round = 0; round < 300; ++round) {
            QMap<QString, Item> wanted;
            for (int at = 0; at < random.bounded(12); ++at) {
                const QString key(QChar(static_cast<char16_t>(u'a' + random.bounded(16))));
                wanted.insert(key, {key, random.bounded(3)});
            }
            model->setRows(wanted.values());
            QCOMPARE(model->rows(), QList<Item>(wanted.values()));
        }
    }

    void sortsByKeyAndDropsDoubles()
    {
        const auto model = makeModel();
        model->setRows({{QStringLiteral("b"), 1}, {QStringLiteral("a"), 2}, {QStringLiteral("b"), 3}});
        QCOMPARE(model->rows(), (QList<Item>{{QStringLiteral("a"), 2}, {QStringLiteral("b"), 1}}));
        QCOMPARE(model->indexOfKey(QStringLiteral("b")).row(), 1);
        QVERIFY(!model->indexOfKey(QStringLiteral("c")).isValid());
    }

    void answersEveryRole()
    {
        const auto model = makeModel();
        model->setRows({{QStringLiteral("a"), 12}});
        const QModelIndex index = model->index(0, 1);
        QCOMPARE(index.data().toString(), QStringLiteral("12"));
        QCOMPARE(index.data(SortRole).toInt(), 12);
        QCOMPARE(index.data(KeyRole).toString(), QStringLiteral("a"));
        QCOMPARE(index.data(ValueRole).value<CellValue>(), CellValue(NumberCell{QStringLiteral("12")}));
        QCOMPARE(model->headerData(1, Qt::Horizontal).toString(), QStringLiteral("Value"));
        QCOMPARE(model->headerData(1, Qt::Horizontal, KeyRole).toString(), QStringLiteral("value"));
    }

    void saysEveryCellInWords()
    {
        QCOMPARE(cellText(MissingCell{}), QStringLiteral("\u2014"));
        QCOMPARE(cellText(TwoLineCell{QStringLiteral("agentx.db"), QStringLiteral("SQLite")}),
                 QStringLiteral("agentx.db, SQLite"));
        QCOMPARE(cellText(StateCell{StateKind::Down}), QStringLiteral("Down"));
        QCOMPARE(cellText(StateCell{StateKind::Down, QStringLiteral("Down 23 min")}),
                 QStringLiteral("Down 23 min"));
    }

    void ranksStatesWorstFirst()
    {
        QCOMPARE(stateRank(StateKind::NeedsOperator), 0);
        QCOMPARE(stateRank(StateKind::Due), 4);
        QCOMPARE(stateRank(StateKind::Silenced), 5);
        QCOMPARE(stateRank(StateKind::Healthy), 7);
        QCOMPARE(stateRank(StateKind::Working, StateKind::Down), 1);
        QCOMPARE(worseState(StateKind::Healthy, StateKind::Warning), StateKind::Warning);
    }

    void makesControlCharactersVisible()
    {
        QCOMPARE(visibleLine(QStringLiteral("a\nb\x1B[31m")), QStringLiteral("a\u240Ab\u241B[31m"));
        QCOMPARE(visibleText(QStringLiteral("a\nb")), QStringLiteral("a\nb"));
        QCOMPARE(visibleLine(QStringLiteral("x\u202Ey")), QStringLiteral("x\u27E8U+202E\u27E9y"));
        QCOMPARE(mnemonicSafe(QStringLiteral("A & B")), QStringLiteral("A && B"));
    }
};

} // namespace tst_valuetablemodel
} // namespace pilothouse

QTEST_MAIN(pilothouse::tst_valuetablemodel::TestValueTableModel)
#include "tst_valuetablemodel.moc"

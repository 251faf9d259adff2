// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/faultworld.h"
#include "tests/support/powermodel.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>

using namespace pilothouse;

namespace {

/// How many states of each operation are tried in the normal run, where PILOTHOUSE_FAULTS says nothing else;
/// all of them where PILOTHOUSE_EXHAUSTIVE is set.
constexpr int SpreadStates = 50;
constexpr int RandomSubsets = 3;

quint32 seedOfRun()
{
    const quint32 given = qEnvironmentVariable("PILOTHOUSE_SEED").toUInt();
    return given != 0 ? given : QRandomGenerator::global()->generate();
}

/// The power goes after a change, and the disk keeps what was not synced in one way or another.
struct Cut
{
    int after = 0;
    PowerModel::Loss loss = PowerModel::Loss::Everything;
};

QList<Cut> everyCut(int changes)
{
    QList<Cut> cuts;
    for (int after = 0; after <= changes; ++after) {
        for (const auto loss :
             {PowerModel::Loss::Everything, PowerModel::Loss::Bytes, PowerModel::Loss::Names})
            cuts << Cut{after, loss};
        for (int subset = 0; subset < RandomSubsets; ++subset)
            cuts << Cut{after, PowerModel::Loss::Some};
    }
    return cuts;
}

/// One of each equal part, and always the end, where the work has been told as done.
QList<Cut> chosenCuts(int changes, QRandomGenerator &random)
{
    const QList<Cut> cuts = everyCut(changes);
    if (qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE"))
        return cuts;
    QList<Cut> chosen = cuts.last(3 + RandomSubsets);
    const int wanted = qEnvironmentVariableIntValue("PILOTHOUSE_FAULTS");
    const qsizetype stride = std::max<qsizetype>(cuts.size() / (wanted > 0 ? wanted : SpreadStates), 1);
    for (qsizetype at = 0; at + stride <= cuts.size(); at += stride)
        chosen << cuts.at(at + random.bounded(static_cast<int>(stride)));
    return chosen;
}

QByteArray nameOf(PowerModel::Loss loss)
{
    switch (loss) {
    case PowerModel::Loss::Everything:
        return "nothing that was not synced";
    case PowerModel::Loss::Bytes:
        return "names without their bytes";
    case PowerModel::Loss::Names:
        return "bytes without their names";
    case PowerModel::Loss::Some:
        return "some of it";
    case PowerModel::Loss::Nothing:
        break;
    }
    return "all of it";
}

} // namespace

/// The power goes in the middle of an operation: of everything that was not synced the disk keeps any part.
/// After the next start it is the old state or the new one, as the journal says; what was told as done is the
/// new one.
class TestPowerLoss : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QByteArray wrong = m_world.begin();
        QVERIFY2(wrong.isEmpty(), wrong.constData());
    }

    void playsBackWhatWasRecorded();

    void endsOldOrNew_data();
    void endsOldOrNew();

private:
    void addRows() const;

    FaultWorld m_world;
    quint32 m_seed = seedOfRun();
};

void TestPowerLoss::addRows() const
{
    QTest::addColumn<int>("index");
    for (int index = 0; index < m_world.operations().size(); ++index)
        QTest::newRow(m_world.operations().at(index).name.constData()) << index;
}

/// A disk that loses nothing holds the same as the folder: the record is complete and the model right.
void TestPowerLoss::playsBackWhatWasRecorded()
{
    for (const FaultWorld::Operation &operation : m_world.operations()) {
        PowerModel model;
        QCOMPARE(m_world.recordInto(model, operation), QByteArray());
        const QByteArray content = m_world.content();
        QRandomGenerator random(m_seed);
        QVERIFY(model.write(model.changes(), PowerModel::Loss::Nothing, random));
        QCOMPARE(m_world.content(), content);
        const QByteArray complaint = m_world.complaintAfterPowerLoss(operation, true, true);
        QVERIFY2(complaint.isEmpty(), complaint.constData());
        QCOMPARE(m_world.recordInto(model, operation), QByteArray());
        QVERIFY(model.write(0, PowerModel::Loss::Nothing, random));
        QCOMPARE(m_world.content(), operation.oldContent);
    }
}

void TestPowerLoss::endsOldOrNew_data()
{
    addRows();
}

void TestPowerLoss::endsOldOrNew()
{
    QFETCH(int, index);
    QElapsedTimer time;
    time.start();
    const FaultWorld::Operation &operation = m_world.operations().at(index);
    PowerModel model;
    QCOMPARE(m_world.recordInto(model, operation), QByteArray());
    QRandomGenerator random(m_seed + static_cast<quint32>(index));
    const QList<Cut> cuts = chosenCuts(model.changes(), random);
    const int last = model.changes();
    QByteArrayList complaints;
    for (const Cut &cut : cuts) {
        // Two runs may differ by a change or two; the end stays the end.
        const bool isEnd = cut.after == last;
        const auto write = [&] {
            return model.write(isEnd ? model.changes() : std::min(cut.after, model.changes()), cut.loss,
                               random);
        };
        if (!write()) {
            QCOMPARE(m_world.recordInto(model, operation), QByteArray());
            QVERIFY(write());
        }
        const bool wasDone = isEnd;
        const QByteArray wrong = m_world.complaintAfterPowerLoss(operation, wasDone, random.bounded(2) == 0);
        if (!wrong.isEmpty())
            complaints << operation.name + ", power lost after change " + QByteArray::number(cut.after) + " ("
                              + (cut.after > 0 && cut.after <= model.changes() ? model.nameOfChange(cut.after)
                                                                               : QByteArray("none"))
                              + "), kept: " + nameOf(cut.loss) + ": " + wrong;
    }
    for (const QByteArray &complaint : std::as_const(complaints))
        qWarning("%s", complaint.constData());
    qInfo("seed %u: %d of %d states over %d changes, %lld ms", m_seed, static_cast<int>(cuts.size()),
          static_cast<int>(everyCut(model.changes()).size()), model.changes(), time.elapsed());
    QVERIFY2(complaints.isEmpty(),
             qPrintable(QStringLiteral("%1 states did not end well").arg(complaints.size())));
}

QTEST_GUILESS_MAIN(TestPowerLoss)
#include "tst_powerloss.moc"

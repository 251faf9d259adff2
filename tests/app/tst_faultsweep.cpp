// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/faultworld.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>

#include <cerrno>

using namespace pilothouse;

namespace {

/// How many faults each operation meets in the normal run, where PILOTHOUSE_FAULTS says nothing else; all of
/// them where PILOTHOUSE_EXHAUSTIVE is set.
constexpr int SpreadPoints = 40;

quint32 seedOfRun()
{
    const quint32 given = qEnvironmentVariable("PILOTHOUSE_SEED").toUInt();
    return given != 0 ? given : QRandomGenerator::global()->generate();
}

/// What can go wrong at a call, by its kind.
QMap<QByteArray, QList<QByteArray>> waysOf()
{
    const auto number = [](int errorNumber) { return QByteArray::number(errorNumber); };
    return {{"changes",
             {number(ENOSPC), number(ENOSPC) + '+', number(EIO), number(EIO) + '+', number(EDQUOT),
              number(EROFS) + '+', "kill", "torn"}},
            {"reads", {number(EIO)}},
            {"opens", {number(EMFILE), number(EMFILE) + '+'}}};
}

QList<Fault> everyFault(const FaultWorld::Operation &operation)
{
    QList<Fault> faults;
    const auto ways = waysOf();
    for (auto way = ways.begin(); way != ways.end(); ++way)
        for (int at = 1; at <= operation.calls.value(way.key()); ++at)
            for (const QByteArray &how : way.value())
                faults << Fault{way.key(), at, how};
    return faults;
}

QList<Fault> chosenFaults(const FaultWorld::Operation &operation, QRandomGenerator &random)
{
    const QList<Fault> faults = everyFault(operation);
    if (qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE"))
        return faults;
    // One of each equal part, so that they are spread over the whole operation.
    QList<Fault> chosen;
    const int wanted = qEnvironmentVariableIntValue("PILOTHOUSE_FAULTS");
    const qsizetype stride = std::max<qsizetype>(faults.size() / (wanted > 0 ? wanted : SpreadPoints), 1);
    for (qsizetype at = 0; at + stride <= faults.size(); at += stride)
        chosen << faults.at(at + random.bounded(static_cast<int>(stride)));
    return chosen;
}

} // namespace

/// Every call of an operation fails in turn, or is its last: it must end in the old state or in the new one,
/// say which, and leave every backup whole.
class TestFaultSweep : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QByteArray wrong = m_world.begin();
        QVERIFY2(wrong.isEmpty(), wrong.constData());
    }

    void seesEveryChangeThatTheKernelSees();

    void endsOldOrNewWhateverFails_data();
    void endsOldOrNewWhateverFails();

    void cleanupTestCase() { qInfo("%d faults, %lld ms", m_faults, m_time.elapsed()); }

private:
    FaultWorld m_world;
    quint32 m_seed = seedOfRun();
    int m_faults = 0;
    QElapsedTimer m_time = [] {
        QElapsedTimer time;
        time.start();
        return time;
    }();
};

/// strace counts the same calls below the same folder, so that nothing slips past the library.
void TestFaultSweep::seesEveryChangeThatTheKernelSees()
{
    PILOTHOUSE_REQUIRE(!QStandardPaths::findExecutable(QStringLiteral("strace")).isEmpty(), "no strace");
    const FaultWorld::Operation &operation = m_world.operations().at(2);
    m_world.reset(operation);
    QProcess strace;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PILOTHOUSE_HOME"), m_world.home());
    strace.setProcessEnvironment(environment);
    strace.setProcessChannelMode(QProcess::MergedChannels);
    strace.start(QStringLiteral("strace"),
                 QStringList{QStringLiteral("-f"), QStringLiteral("-y"), QStringLiteral("-e"),
                             QStringLiteral("trace=write,pwrite64,writev,fsync,fdatasync,syncfs,ftruncate,"
                                            "fallocate,rename,renameat,renameat2,link,linkat,unlink,unlinkat,"
                                            "rmdir,mkdir,mkdirat,fchmod,fchown"),
                             QStringLiteral(PILOTHOUSE_CLI)}
                     + operation.words);
    QVERIFY(strace.waitForFinished(60'000));
    int seen = 0;
    for (const QByteArray &line : strace.readAll().split('\n'))
        seen += line.contains(m_world.root().toUtf8()) && line.contains("= ") ? 1 : 0;
    const int opens = m_world.operations().at(2).calls.value("changes") - seen;
    // The library counts opens that change as well, which are not in strace's list.
    QVERIFY2(seen > 200 && opens >= 0,
             qPrintable(QStringLiteral("%1 seen, %2 more counted").arg(seen).arg(opens)));
}

void TestFaultSweep::endsOldOrNewWhateverFails_data()
{
    QTest::addColumn<int>("index");
    for (int index = 0; index < m_world.operations().size(); ++index)
        QTest::newRow(m_world.operations().at(index).name.constData()) << index;
}

void TestFaultSweep::endsOldOrNewWhateverFails()
{
    QFETCH(int, index);
    const FaultWorld::Operation &operation = m_world.operations().at(index);
    QRandomGenerator random(m_seed + static_cast<quint32>(index));
    const QList<Fault> faults = chosenFaults(operation, random);
    qInfo("seed %u: %d of %d faults; %d changes, %d reads, %d opens", m_seed, int(faults.size()),
          int(everyFault(operation).size()), operation.calls.value("changes"), operation.calls.value("reads"),
          operation.calls.value("opens"));
    QByteArrayList complaints;
    QMap<int, int> codes;
    for (const Fault &fault : faults) {
        m_world.reset(operation);
        const FaultWorld::Ran ran = m_world.runWith(operation, fault);
        ++codes[ran.code];
        ++m_faults;
        const QByteArray wrong = m_world.complaint(operation, ran, random.bounded(2) == 0);
        if (!wrong.isEmpty())
            complaints << operation.name + ", " + fault.name() + ": " + wrong;
    }
    for (const QByteArray &complaint : std::as_const(complaints))
        qWarning("%s", complaint.constData());
    QDebug(QtInfoMsg) << "exit codes" << codes;
    QVERIFY2(complaints.isEmpty(),
             qPrintable(QStringLiteral("%1 faults did not end well").arg(complaints.size())));
}

QTEST_GUILESS_MAIN(TestFaultSweep)
#include "tst_faultsweep.moc"

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/instance.h"
#include "core/instances/instancelock.h"
#include "core/settings/statestore.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_instancelock {
using namespace std::chrono_literals;

class TestInstanceLock : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<StateStore>(m_dir->filePath(QStringLiteral("state.db")));
        QVERIFY_RESULT(m_store->open());
        m_now = {QStringLiteral("boot-1"), 1'000'000, 1'500'000};
        m_production.id = QUuid::createUuid();
        m_production.name = QStringLiteral("prod-1");
        m_production.environment = Environment::Production;
    }

    void onlyProductionIsLocked()
    {
        const LockState production = *lock().state(m_production);
        QVERIFY(production.isLockable && production.isLocked);
        for (const Environment environment :
             {Environment::Unstated, Environment::Development, Environment::Staging}) {
            Instance other = m_production;
            other.environment = environment;
            QCOMPARE(*lock().state(other), LockState());
            QCOMPARE(lock().unlock(other, 5min).error().kind, ErrorKind::BadInput);
        }
    }

    void unlocksForTheMinutesGivenAndNoLonger()
    {
        QCOMPARE(lock().unlock(m_production, 15min)->left, std::chrono::seconds(900));
        pass(14 * 60'000);
        const LockState late = *lock().state(m_production);
        QVERIFY(!late.isLocked);
        QCOMPARE(late.left, std::chrono::seconds(60));
        pass(60'000);
        QVERIFY(lock().state(m_production)->isLocked);
    }

    void refusesTimesThatAreNone()
    {
        for (const auto minutes : {0min, -5min, InstanceLock::Longest + 1min})
            QCOMPARE(lock().unlock(m_production, minutes).error().kind, ErrorKind::BadInput);
        QVERIFY(lock().state(m_production)->isLocked);
    }

    void locksAgainAtOnce()
    {
        QVERIFY_RESULT(lock().unlock(m_production, 15min));
        QVERIFY_RESULT(lock().lock(m_production));
        QVERIFY(lock().state(m_production)->isLocked);
    }

    void aSuspendLocksAgain()
    {
        QVERIFY_RESULT(lock().unlock(m_production, 60min));
        m_now.total += 5000; // asleep for five seconds: the other clock stands still
        QVERIFY(lock().state(m_production)->isLocked);
    }

    void aRestartOfTheMachineLocksAgain()
    {
        QVERIFY_RESULT(lock().unlock(m_production, 60min));
        m_now = {QStringLiteral("boot-2"), 1'000'500, 1'500'500};
        QVERIFY(lock().state(m_production)->isLocked);
    }

    void anUnknownBootIsLocked()
    {
        m_now.boot.clear();
        QCOMPARE(lock().unlock(m_production, 60min).error().kind, ErrorKind::Refused);
        QVERIFY(lock().state(m_production)->isLocked);
    }

    void theClocksOfThisMachineGoOn()
    {
        const BootTime before = bootTimeNow();
        const BootTime after = bootTimeNow();
        QVERIFY(!before.boot.isEmpty());
        QCOMPARE(after.boot, before.boot);
        QVERIFY(before.awake > 0 && after.awake >= before.awake && after.total >= before.total);
    }

private:
    InstanceLock lock() const
    {
        return InstanceLock(*m_store, [this] { return m_now; });
    }

    void pass(qint64 milliseconds)
    {
        m_now.awake += milliseconds;
        m_now.total += milliseconds;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<StateStore> m_store;
    BootTime m_now;
    Instance m_production;
};

} // namespace tst_instancelock

QTEST_GUILESS_MAIN(tst_instancelock::TestInstanceLock)
#include "tst_instancelock.moc"

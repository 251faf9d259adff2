// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/instances/instancesession.h"
#include "tests/support/scriptedruntime.h"
#include "tests/support/testsupport.h"
#include "ui/controllers/lockcontroller.h"

#include <QSignalSpy>

using namespace pilothouse;

namespace tst_lockcontroller {
using namespace std::chrono_literals;

class TestLockController : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_stored = {true, true, 0s};
        m_runner = std::make_unique<OperationRunner>();
        m_controller = std::make_unique<LockController>(
            LockServices{*m_runner, [this](const Instance &) -> Result<LockState> { return m_stored; },
                         [this](const Instance &, std::chrono::minutes minutes) -> Result<LockState> {
                             if (m_refuses)
                                 return failure(ErrorKind::Refused, QStringLiteral("No."));
                             m_stored = {true, false, minutes};
                             return m_stored;
                         },
                         [this](const Instance &) -> Result<> {
                             m_stored = {true, true, 0s};
                             return {};
                         }});
    }

    void cleanup()
    {
        m_controller.reset();
        m_runner.reset();
        m_refuses = false;
    }

    void productionCountsAsLockedBeforeItWasRead()
    {
        m_controller->setSession(session(Environment::Production));
        QCOMPARE(m_controller->state(), (LockState{true, true, 0s}));
        m_controller->setSession(session(Environment::Staging));
        QCOMPARE(m_controller->state(), LockState());
        m_controller->setSession({});
        QCOMPARE(m_controller->state(), LockState());
    }

    void unlocksAndLocks()
    {
        m_controller->setSession(session(Environment::Production));
        m_controller->unlock(15min);
        QTRY_VERIFY(!m_controller->state().isLocked);
        QVERIFY(m_controller->state().left <= 15min && m_controller->state().left > 14min);
        m_controller->lockNow();
        QTRY_VERIFY(m_controller->state().isLocked);
    }

    void seesWhatAnotherProgramTurned()
    {
        m_controller->setSession(session(Environment::Production));
        QSignalSpy changed(m_controller.get(), &LockController::changed);
        m_stored = {true, false, 60s};
        QTRY_VERIFY_WITH_TIMEOUT(!m_controller->state().isLocked, 8000);
        QVERIFY(changed.count() > 0);
    }

    void locksItselfWhenTheTimeIsOver()
    {
        m_controller->setSession(session(Environment::Production));
        m_controller->unlock(1min);
        QTRY_VERIFY(!m_controller->state().isLocked);
        m_stored = {true, false, 1s};
        QTRY_VERIFY_WITH_TIMEOUT(m_controller->state().left <= 1s && !m_controller->state().isLocked, 8000);
        m_stored = {true, true, 0s};
        QTRY_VERIFY_WITH_TIMEOUT(m_controller->state().isLocked, 4000);
    }

    void tellsWhyItStaysLocked()
    {
        m_refuses = true;
        const SessionPointer production = session(Environment::Production);
        m_controller->setSession(production);
        QSignalSpy failed(m_controller.get(), &LockController::failed);
        m_controller->unlock(15min);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(m_controller->state().isLocked);
        std::optional<Result<>> answer;
        m_controller->unlockThen(production->instance(), this, [&answer](const Result<> &r) { answer = r; });
        QTRY_VERIFY(answer.has_value());
        QCOMPARE(answer->error().kind, ErrorKind::Refused);
    }

private:
    static SessionPointer session(Environment environment)
    {
        Instance instance;
        instance.id = QUuid::createUuid();
        instance.name = QStringLiteral("svc");
        instance.environment = environment;
        return std::make_shared<InstanceSession>(instance, ServiceProfile{},
                                                 std::make_shared<ScriptedRuntime>(), QString());
    }

    std::unique_ptr<OperationRunner> m_runner;
    std::unique_ptr<LockController> m_controller;
    LockState m_stored;
    std::atomic<bool> m_refuses = false;
};

} // namespace tst_lockcontroller

QTEST_MAIN(tst_lockcontroller::TestLockController)
#include "tst_lockcontroller.moc"

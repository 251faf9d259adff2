// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/lockcontroller.h"

#include "core/instances/instancesession.h"

namespace pilothouse {

namespace {

constexpr int ReadEvery = 3; // seconds

} // namespace

LockController::LockController(LockServices services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_read(m_services.runner, this)
{
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (++m_ticks % ReadEvery == 0)
            read();
        if (!m_state.isLocked)
            emit changed();
    });
}

void LockController::setSession(const SessionPointer &session)
{
    const bool isSame = session && m_session && session->instance() == m_session->instance();
    m_session = session;
    if (isSame)
        return;
    m_read.cancel();
    const bool isLockable = session && session->instance().isProduction();
    m_state = {isLockable, isLockable, std::chrono::seconds(0)};
    m_since.start();
    if (isLockable)
        m_tick.start();
    else
        m_tick.stop();
    read();
    emit changed();
}

LockState LockController::state() const
{
    LockState state = m_state;
    if (!state.isLockable || state.isLocked)
        return state;
    state.left -= std::chrono::seconds(m_since.elapsed() / 1000);
    if (state.left.count() <= 0)
        return {true, true, std::chrono::seconds(0)};
    return state;
}

LockState LockController::stateOf(const Instance &instance) const
{
    if (m_session && m_session->instance().id == instance.id)
        return state();
    return {instance.isProduction(), instance.isProduction(), std::chrono::seconds(0)};
}

void LockController::read()
{
    if (!m_state.isLockable || m_read.isRunning())
        return;
    m_read.start(
        tr("Reading the lock"),
        [read = m_services.read, instance = m_session->instance()](const OperationContext &) {
            return read(instance);
        },
        [this](const Result<LockState> &state) { take(state); });
}

void LockController::take(const Result<LockState> &state)
{
    if (!state) {
        emit failed(state.error());
        return;
    }
    const bool isChanged = state->isLocked != m_state.isLocked || state->left > this->state().left;
    m_state = *state;
    m_since.start();
    if (isChanged)
        emit changed();
}

void LockController::unlock(std::chrono::minutes duration)
{
    if (!m_state.isLockable)
        return;
    m_read.start(
        tr("Unlocking"),
        [unlock = m_services.unlock, instance = m_session->instance(), duration](const OperationContext &) {
            return unlock(instance, duration);
        },
        [this](const Result<LockState> &state) { take(state); });
}

void LockController::lockNow()
{
    if (!m_state.isLockable)
        return;
    m_read.start(
        tr("Locking"),
        [services = m_services, instance = m_session->instance()](const OperationContext &) {
            return services.lock(instance).and_then([&] { return services.read(instance); });
        },
        [this](const Result<LockState> &state) { take(state); });
}

void LockController::unlockThen(const Instance &instance, QObject *receiver,
                                std::function<void(Result<>)> done)
{
    const QPointer<QObject> guard(receiver);
    m_services.runner.run(
        tr("Unlocking"), this,
        [unlock = m_services.unlock, instance](const OperationContext &) {
            return unlock(instance, InstanceLock::Usual);
        },
        [this, guard, id = instance.id, done = std::move(done)](const Result<LockState> &state) {
            if (m_session && m_session->instance().id == id)
                take(state);
            if (!guard)
                return;
            if (state)
                done({});
            else
                done(tl::unexpected(state.error()));
        });
}

} // namespace pilothouse

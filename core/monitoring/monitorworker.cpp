// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/monitoring/monitorworker.h"

#include "core/instances/instancesession.h"

namespace pilothouse {
namespace {
constexpr qint64 LongestDelay = 5 * 60 * 1000;
}

MonitorWorker::MonitorWorker(SnapshotSource source, OperationContext context)
    : m_source(std::move(source))
    , m_context(std::move(context))
    , m_timer(this)
{
    m_pool.setMaxThreadCount(4);
    m_clock.start();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MonitorWorker::lookAtDueOnes);
}

MonitorWorker::~MonitorWorker()
{
    m_pool.clear();
    m_pool.waitForDone();
}

qint64 MonitorWorker::delayAfter(int failures, qint64 interval)
{
    const qint64 longest = std::max(LongestDelay, interval);
    qint64 delay = interval;
    for (int i = 1; i < failures && delay < longest; ++i)
        delay *= 2;
    return std::min(delay, longest);
}

void MonitorWorker::setSessions(const QList<std::shared_ptr<InstanceSession>> &sessions)
{
    std::map<QUuid, Target> targets;
    for (const auto &session : sessions) {
        const QUuid id = session->instance().id;
        const auto known = m_targets.find(id);
        Target target = known == m_targets.end() ? Target() : known->second;
        const bool isNew = !target.session || !(target.session->instance() == session->instance());
        target.session = session;
        if (isNew) {
            target.dueAt = 0;
            target.failures = 0;
            target.isFullWanted = true;
        }
        targets.insert_or_assign(id, std::move(target));
    }
    m_targets = std::move(targets);
    lookAtDueOnes();
}

void MonitorWorker::setInterval(std::chrono::milliseconds interval)
{
    m_interval = std::max<qint64>(1, interval.count());
    for (auto &[id, target] : m_targets)
        target.dueAt = std::min(target.dueAt, m_clock.elapsed() + m_interval);
    lookAtDueOnes();
}

void MonitorWorker::refresh(const QUuid &instance)
{
    const auto found = m_targets.find(instance);
    if (found == m_targets.end())
        return;
    found->second.dueAt = 0;
    found->second.isFullWanted = true;
    lookAtDueOnes();
}

void MonitorWorker::lookAtDueOnes()
{
    if (m_context.isCancelled())
        return;
    const qint64 now = m_clock.elapsed();
    qint64 next = LongestDelay;
    for (auto &[id, target] : m_targets) {
        if (target.isRunning)
            continue;
        if (target.dueAt <= now)
            look(target);
        else
            next = std::min(next, target.dueAt - now);
    }
    m_timer.start(static_cast<int>(next));
}

void MonitorWorker::look(Target &target)
{
    target.isRunning = true;
    const bool isFull = std::exchange(target.isFullWanted, false);
    target.dueAt = std::numeric_limits<qint64>::max(); // a refresh() while it runs makes this 0 again
    m_pool.start([this, session = target.session, last = target.last, isFull] {
        const InstanceSnapshot snapshot = m_source(*session, last, isFull, m_context);
        const QUuid id = session->instance().id;
        QMetaObject::invokeMethod(
            this, [this, id, snapshot] { take(id, snapshot); }, Qt::QueuedConnection);
    });
}

void MonitorWorker::take(const QUuid &instance, const InstanceSnapshot &snapshot)
{
    const auto found = m_targets.find(instance);
    if (found == m_targets.end() || m_context.isCancelled())
        return;
    Target &target = found->second;
    target.isRunning = false;
    target.last = snapshot;
    target.failures = snapshot.statusError ? target.failures + 1 : 0;
    if (target.dueAt != 0)
        target.dueAt = m_clock.elapsed() + delayAfter(target.failures, m_interval);
    emit snapshotTaken(snapshot);
    lookAtDueOnes();
}

} // namespace pilothouse

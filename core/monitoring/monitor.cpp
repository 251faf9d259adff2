// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/monitoring/monitor.h"

#include "core/monitoring/monitorworker.h"

namespace pilothouse {

Monitor::Monitor(SnapshotSource source, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
{
    qRegisterMetaType<InstanceSnapshot>();
    m_thread.setObjectName(QStringLiteral("monitor"));
}

Monitor::~Monitor()
{
    stop();
}

void Monitor::setSessions(const QList<std::shared_ptr<InstanceSession>> &sessions)
{
    m_sessions = sessions;
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, sessions] { worker->setSessions(sessions); });
}

void Monitor::setInterval(std::chrono::milliseconds interval)
{
    m_interval = interval;
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, interval] { worker->setInterval(interval); });
}

void Monitor::start()
{
    if (m_worker)
        return;
    m_context = OperationContext();
    m_worker = new MonitorWorker(m_source, m_context);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    // What a stopped worker had still in the queue must not arrive.
    connect(m_worker, &MonitorWorker::snapshotTaken, this,
            [this, run = ++m_run](const InstanceSnapshot &snapshot) {
                if (m_worker && run == m_run)
                    emit snapshotTaken(snapshot);
            });
    m_thread.start();
    setInterval(m_interval);
    setSessions(m_sessions);
}

void Monitor::stop()
{
    if (!m_worker)
        return;
    m_context.cancel();
    m_worker = nullptr;
    m_thread.quit();
    m_thread.wait();
}

void Monitor::refresh(const QUuid &instance)
{
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, instance] { worker->refresh(instance); });
}

} // namespace pilothouse

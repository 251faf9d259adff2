// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/operationrunner.h"

#include <QThread>

namespace pilothouse {

namespace {
constexpr int ThreadsPerPool = 8;
}

OperationRunner::OperationRunner(QObject *parent)
    : QObject(parent)
{
    m_operations.setMaxThreadCount(ThreadsPerPool);
    m_reads.setMaxThreadCount(ThreadsPerPool);
}

OperationRunner::~OperationRunner()
{
    for (Operation *operation : std::as_const(m_running))
        operation->cancel();
    m_operations.waitForDone();
    m_reads.waitForDone();
    // Results that were posted but not delivered go with this object: their receivers are on the way out too.
}

tl::unexpected<Error> OperationRunner::unexpectedException(const std::exception &exception)
{
    return failure(ErrorKind::Internal, tr("The work ended with an error of the program itself."),
                   QString::fromLocal8Bit(exception.what()));
}

Operation *OperationRunner::begin(QString title)
{
    Q_ASSERT(QThread::currentThread() == thread());
    auto *operation = new Operation(std::move(title), this);
    m_running.append(operation);
    emit started(operation);
    return operation;
}

void OperationRunner::end(Operation *operation, Operation::State state)
{
    m_running.removeOne(operation);
    operation->finish(state);
}

void OperationRunner::start(Pool pool, std::function<void()> task)
{
    (pool == Pool::Operations ? m_operations : m_reads).start(std::move(task));
}

void OperationRunner::post(std::function<void()> task)
{
    QMetaObject::invokeMethod(this, std::move(task), Qt::QueuedConnection);
}

} // namespace pilothouse

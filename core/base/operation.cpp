// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/operation.h"

#include <QPointer>
#include <QThread>

namespace pilothouse {

Operation::Operation(QString title, QObject *parent)
    : QObject(parent)
    , m_title(std::move(title))
    , m_context([guard = QPointer<Operation>(this), this](const Progress &progress) {
        // Queued: the worker calls this, the handle lives elsewhere. The runner outlives every handle's work.
        QMetaObject::invokeMethod(
            this,
            [guard, progress] {
                if (guard)
                    emit guard->progressChanged(progress);
            },
            Qt::QueuedConnection);
    })
{
}

void Operation::cancel()
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_context.cancel();
}

void Operation::finish(State state)
{
    Q_ASSERT(m_state == State::Running);
    m_state = state;
    emit finished(state);
    deleteLater();
}

} // namespace pilothouse

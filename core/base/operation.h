// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"

#include <QObject>

namespace pilothouse {

/// The UI's handle on one running piece of work. Lives in the thread that started it and deletes itself
/// one event-loop turn after finished().
class Operation final : public QObject
{
    Q_OBJECT
public:
    enum class State { Running, Succeeded, Failed, Cancelled };
    Q_ENUM(State)

    explicit Operation(QString title, QObject *parent = nullptr);

    QString title() const { return m_title; }
    State state() const { return m_state; }
    const OperationContext &context() const { return m_context; }

    /// Asks the worker to stop; it answers through finished(), and may have succeeded before it saw the wish.
    void cancel();

signals:
    void progressChanged(const pilothouse::Progress &progress);
    void finished(pilothouse::Operation::State state);

private:
    friend class OperationRunner;
    void finish(State state);

    QString m_title;
    State m_state = State::Running;
    OperationContext m_context;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationrunner.h"

#include <QDateTime>
#include <QPointer>

#include <optional>

namespace pilothouse {

/// What a page knows of something it reads: the last value with its age, and why it could not be read again.
template <typename Value>
struct Readable
{
    Value value{};
    bool hasValue = false;
    bool isReading = false;
    QDateTime readAt;           ///< UTC, of `value`
    QDateTime startedAt;        ///< UTC, of the read that is under way
    std::optional<Error> error; ///< of the last read; the value is older then
};

/// One thing that a controller reads again and again: a newer read cancels the older, and only the newest
/// result is delivered. Lives in its receiver's thread.
class LatestRead
{
public:
    LatestRead(OperationRunner &runner, QObject *receiver)
        : m_runner(runner)
        , m_receiver(receiver)
    {
    }

    bool isRunning() const { return !m_operation.isNull(); }

    template <OperationWork Work, typename Done>
    void start(const QString &title, Work work, Done done)
    {
        cancel();
        const int generation = ++m_generation;
        m_operation = m_runner.run(title, m_receiver, std::move(work),
                                   [this, generation, done = std::move(done)](auto result) mutable {
                                       if (generation != m_generation)
                                           return;
                                       m_operation.clear();
                                       done(std::move(result));
                                   });
    }

    /// What runs is asked to stop and its result is dropped.
    void cancel()
    {
        ++m_generation;
        if (m_operation)
            m_operation->cancel();
        m_operation.clear();
    }

private:
    OperationRunner &m_runner;
    QObject *m_receiver;
    QPointer<Operation> m_operation;
    int m_generation = 0;
};

} // namespace pilothouse

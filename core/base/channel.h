// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"

#include <QMutex>
#include <QWaitCondition>

#include <chrono>
#include <deque>
#include <optional>

namespace pilothouse {

/// A bounded queue from one worker to another; values go through in order. Thread-safe.
template <typename Value>
class Channel
{
public:
    explicit Channel(size_t capacity)
        : m_capacity(capacity)
    {
    }

    /// Waits while the channel is full. False where the work was cancelled meanwhile; the value is dropped
    /// then.
    bool push(Value value, const OperationContext &context)
    {
        QMutexLocker locker(&m_mutex);
        while (m_values.size() >= m_capacity && !context.isCancelled())
            m_changed.wait(&m_mutex, PollMs);
        if (context.isCancelled())
            return false;
        m_values.push_back(std::move(value));
        m_changed.wakeAll();
        return true;
    }

    /// Nothing comes after this.
    void close()
    {
        const QMutexLocker locker(&m_mutex);
        m_isClosed = true;
        m_changed.wakeAll();
    }

    /// The next value; nothing where none came in time, or the channel is closed and empty.
    std::optional<Value> pop(std::chrono::milliseconds timeout)
    {
        QMutexLocker locker(&m_mutex);
        if (m_values.empty() && !m_isClosed)
            m_changed.wait(&m_mutex, static_cast<unsigned long>(timeout.count()));
        if (m_values.empty())
            return {};
        std::optional<Value> value(std::move(m_values.front()));
        m_values.pop_front();
        m_changed.wakeAll();
        return value;
    }

    bool isDone() const
    {
        const QMutexLocker locker(&m_mutex);
        return m_isClosed && m_values.empty();
    }

private:
    static constexpr unsigned long PollMs = 50;

    const size_t m_capacity;
    mutable QMutex m_mutex;
    QWaitCondition m_changed;
    std::deque<Value> m_values;
    bool m_isClosed = false;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/operationcontext.h"

#include <QMutex>

#include <atomic>
#include <chrono>

namespace pilothouse {

namespace {
constexpr std::chrono::milliseconds ReportInterval{50};
}

struct OperationContext::Shared
{
    std::atomic_bool cancelled = false;
};

struct OperationContext::Throttle
{
    Sink sink;
    QMutex mutex;
    std::chrono::steady_clock::time_point last;
    Progress held;
    bool hasHeld = false;
};

OperationContext::OperationContext()
    : OperationContext(Sink{})
{
}

OperationContext::OperationContext(Sink sink)
    : m_shared(std::make_shared<Shared>())
    , m_throttle(std::make_shared<Throttle>())
{
    m_throttle->sink = std::move(sink);
}

bool OperationContext::isCancelled() const
{
    return m_shared->cancelled.load(std::memory_order_relaxed);
}

void OperationContext::cancel() const
{
    m_shared->cancelled.store(true, std::memory_order_relaxed);
}

void OperationContext::report(const Progress &progress) const
{
    if (!m_throttle->sink)
        return;
    const auto now = std::chrono::steady_clock::now();
    {
        const QMutexLocker locker(&m_throttle->mutex);
        const bool isNewStep = progress.step != m_throttle->held.step;
        m_throttle->held = progress;
        if (!isNewStep && now - m_throttle->last < ReportInterval) {
            m_throttle->hasHeld = true;
            return;
        }
        m_throttle->last = now;
        m_throttle->hasHeld = false;
    }
    m_throttle->sink(progress);
}

void OperationContext::flush() const
{
    if (!m_throttle->sink)
        return;
    Progress progress;
    {
        const QMutexLocker locker(&m_throttle->mutex);
        if (!m_throttle->hasHeld)
            return;
        m_throttle->hasHeld = false;
        progress = m_throttle->held;
    }
    m_throttle->sink(progress);
}

OperationContext OperationContext::withSink(Sink sink) const
{
    OperationContext other(std::move(sink));
    other.m_shared = m_shared;
    return other;
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>
#include <memory>

namespace pilothouse {

/// How far a piece of work is. total 0 means unknown.
struct Progress
{
    qint64 done = 0;
    qint64 total = 0;
    QString step;

    bool operator==(const Progress &) const = default;
};

/// The worker's view of its operation: cancellation in, progress out. Thread-safe, cheap to copy.
class OperationContext
{
public:
    using Sink = std::function<void(const Progress &)>;

    /// A context that nobody listens to; cancel() still works.
    OperationContext();
    /// Hands progress to `sink` in the worker's thread, at most 20 times a second and always the last one.
    explicit OperationContext(Sink sink);

    bool isCancelled() const;
    void cancel() const;
    void report(const Progress &progress) const;
    /// Hands over a progress that the throttle held back; the runner calls it when the work ends.
    void flush() const;
    /// A context that shares the cancellation but sends its progress elsewhere.
    OperationContext withSink(Sink sink) const;

private:
    struct Shared;
    struct Throttle;
    std::shared_ptr<Shared> m_shared;
    std::shared_ptr<Throttle> m_throttle;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operation.h"
#include "core/base/result.h"

#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <type_traits>

namespace pilothouse {

/// A blocking function of a context that returns a Result.
template <typename Work>
concept OperationWork = std::is_invocable_v<Work, const OperationContext &>;

/// Runs blocking core functions off the UI thread and brings their results back to it.
///
/// `receiver` and the runner live in the same thread. `done` runs there, once, unless `receiver` has gone.
/// Everything that `work` captures is a value or outlives the runner. Not to be destroyed inside a `done`.
class OperationRunner final : public QObject
{
    Q_OBJECT
public:
    /// Which of the two pools: long work must never keep a page from reading.
    enum class Pool { Operations, Reads };

    explicit OperationRunner(QObject *parent = nullptr);
    /// Cancels what runs and waits for it.
    ~OperationRunner() override;

    template <OperationWork Work, typename Done>
    Operation *run(QString title, QObject *receiver, Work work, Done done, Pool pool = Pool::Reads)
    {
        using ResultType = std::invoke_result_t<Work, const OperationContext &>;
        auto *operation = begin(std::move(title));
        QPointer<QObject> guard(receiver);
        const OperationContext context = operation->context();
        start(pool, [this, operation, guard, context, work = std::move(work),
                     done = std::move(done)]() mutable {
            auto result = protect<ResultType>(work, context);
            context.flush();
            post([this, operation, guard, result = std::move(result), done = std::move(done)]() mutable {
                end(operation, stateOf(result));
                if (guard)
                    done(std::move(result));
            });
        });
        return operation;
    }

    /// How many pieces of work have not ended.
    int runningCount() const { return static_cast<int>(m_running.size()); }

signals:
    void started(pilothouse::Operation *operation);

private:
    template <typename ResultType>
    static Operation::State stateOf(const ResultType &result)
    {
        if (result)
            return Operation::State::Succeeded;
        return result.error().kind == ErrorKind::Cancelled ? Operation::State::Cancelled
                                                           : Operation::State::Failed;
    }

    template <typename ResultType, typename Work>
    static ResultType protect(Work &work, const OperationContext &context)
    {
        try {
            return work(context);
        } catch (const std::exception &exception) {
            return unexpectedException(exception);
        }
    }

    static tl::unexpected<Error> unexpectedException(const std::exception &exception);
    Operation *begin(QString title);
    void end(Operation *operation, Operation::State state);
    void start(Pool pool, std::function<void()> task);
    void post(std::function<void()> task);

    QThreadPool m_operations;
    QThreadPool m_reads;
    QList<Operation *> m_running;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationrunner.h"
#include "core/plan/catalogue.h"
#include "core/plan/executor.h"
#include "ui/controllers/latestread.h"
#include "ui/models/operationview.h"

#include <QMap>
#include <QObject>
#include <QSet>

#include <memory>

namespace pilothouse {

using SessionPointer = std::shared_ptr<const InstanceSession>;

/// What this controller works with; all of it outlives it.
struct OperationServices
{
    OperationRunner &runner;
    const Catalogue &catalogue;
    const StepRegistry &steps;
    Executor &executor;
    JournalStore &journals;
    const Clock &clock;
    /// The session of an instance by its name. Blocks; called on workers. Empty: nothing is offered to be put
    /// back.
    std::function<Result<SessionPointer>(const QString &name)> session = {};
};

/// Plans and runs actions, and keeps the list that the dock shows. UI thread.
class OperationsController final : public QObject
{
    Q_OBJECT
public:
    using PlanReceiver = std::function<void(Result<Plan>)>;

    explicit OperationsController(OperationServices services, QObject *parent = nullptr);

    /// Plans on a worker; `done` runs in this thread unless `receiver` has gone.
    void plan(const SessionPointer &session, const QString &action, const QJsonObject &arguments,
              QObject *receiver, PlanReceiver done);
    /// The plan that puts an operation back.
    void planUndo(const SessionPointer &session, const QUuid &operation, QObject *receiver,
                  PlanReceiver done);

    void run(const SessionPointer &session, const Plan &plan, const Approval &approval);
    void resume(const SessionPointer &session, const QUuid &operation);
    void rollBack(const SessionPointer &session, const QUuid &operation);
    /// Asks the running operation to stop and put back what it did.
    void cancel(const QUuid &operation);
    void acknowledge(const QUuid &operation);
    /// Reads the journals again: what a crash left, what other programs ran, and what can still be put back.
    void refresh();

    /// Running first, then failures not yet acknowledged, then the rest, newest first.
    QList<OperationView> operations() const;
    std::optional<OperationView> operation(const QUuid &id) const;
    int runningCount() const;
    int attentionCount() const;
    bool isBusy(const QString &instance) const;
    /// Whether another program runs an operation, as far as the journals said when they were read.
    bool isRunningElsewhere() const;

    const Catalogue &catalogue() const { return m_services.catalogue; }
    const StepRegistry &steps() const { return m_services.steps; }

signals:
    void operationStarted(const QUuid &operation);
    void operationChanged(const QUuid &operation);
    void operationEnded(const QUuid &operation);
    void listChanged();

private:
    using Body = std::function<Result<RunReport>(const OperationContext &, Executor::Listener)>;
    void begin(const OperationView &view, Body body);
    void onEvent(const QUuid &operation, const RunEvent &event);
    void onEnded(const QUuid &operation, const Result<RunReport> &report);
    void onJournals(const QList<OperationRecord> &records);
    /// Plans, on a worker, to put back each operation that was done, and keeps for which of them it worked.
    void readWhatCanBePutBack();
    void setWhatCanBePutBack(const QSet<QUuid> &operations);

    OperationServices m_services;
    LatestRead m_undoRead;
    QMap<QUuid, OperationView> m_views;
    QMap<QUuid, QPointer<Operation>> m_running;
};

} // namespace pilothouse

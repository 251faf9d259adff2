// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/operationscontroller.h"

#include "core/instances/instancesession.h"

namespace pilothouse {

namespace {

int groupOf(const OperationView &view)
{
    if (view.isRunning())
        return 0;
    return view.needsAttention() ? 1 : 2;
}

/// Those of the operations that could be put back now: their instance is there, and so is what they kept.
QSet<QUuid> plannableUndos(const OperationServices &services, const QList<QUuid> &operations,
                           const OperationContext &context)
{
    QSet<QUuid> plannable;
    QMap<QString, SessionPointer> sessions;
    for (const QUuid &operation : operations) {
        if (context.isCancelled())
            return plannable;
        const auto record = services.journals.read(operation);
        if (!record)
            continue;
        const QString &name = record->plan.instance;
        if (!sessions.contains(name))
            sessions.insert(name, services.session(name).value_or(nullptr));
        const SessionPointer session = sessions.value(name);
        if (session && services.catalogue.undo(*record, *session, context))
            plannable.insert(operation);
    }
    return plannable;
}

} // namespace

OperationsController::OperationsController(OperationServices services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_undoRead(m_services.runner, this)
{
}

void OperationsController::plan(const SessionPointer &session, const QString &action,
                                const QJsonObject &arguments, QObject *receiver, PlanReceiver done)
{
    const Catalogue &catalogue = m_services.catalogue;
    const Executor &executor = m_services.executor;
    m_services.runner.run(
        tr("Planning"), receiver,
        [&catalogue, &executor, session, action, arguments](const OperationContext &context) {
            return catalogue.plan(action, *session, arguments, context).map([&executor](Plan plan) {
                return executor.withUnsettled(std::move(plan));
            });
        },
        std::move(done));
}

void OperationsController::planUndo(const SessionPointer &session, const QUuid &operation, QObject *receiver,
                                    PlanReceiver done)
{
    const Catalogue &catalogue = m_services.catalogue;
    const JournalStore &journals = m_services.journals;
    const Executor &executor = m_services.executor;
    m_services.runner.run(
        tr("Planning"), receiver,
        [&catalogue, &journals, &executor, session,
         operation](const OperationContext &context) -> Result<Plan> {
            const auto record = journals.read(operation);
            if (!record)
                return tl::unexpected(record.error());
            return catalogue.undo(*record, *session, context).map([&executor](Plan plan) {
                return executor.withUnsettled(std::move(plan));
            });
        },
        std::move(done));
}

void OperationsController::run(const SessionPointer &session, const Plan &plan, const Approval &approval)
{
    Executor &executor = m_services.executor;
    begin(viewOf(plan, m_services.steps, m_services.clock.now()),
          [&executor, session, plan, approval](const OperationContext &context, Executor::Listener listener) {
              return executor.run(plan, approval, {*session, {}, context, std::move(listener)});
          });
}

void OperationsController::resume(const SessionPointer &session, const QUuid &operation)
{
    const auto known = this->operation(operation);
    if (!known || known->isRunning())
        return;
    OperationView view = *known;
    view.outcome = Outcome::Running;
    Executor &executor = m_services.executor;
    begin(view,
          [&executor, session, operation](const OperationContext &context, Executor::Listener listener) {
              return executor.resume(operation, {*session, {}, context, std::move(listener)});
          });
}

void OperationsController::rollBack(const SessionPointer &session, const QUuid &operation)
{
    const auto known = this->operation(operation);
    if (!known || known->isRunning())
        return;
    OperationView view = *known;
    view.outcome = Outcome::Running;
    view.isPuttingBack = true;
    Executor &executor = m_services.executor;
    begin(view,
          [&executor, session, operation](const OperationContext &context, Executor::Listener listener) {
              return executor.rollBack(operation, {*session, {}, context, std::move(listener)});
          });
}

void OperationsController::begin(const OperationView &view, Body body)
{
    const QUuid id = view.id;
    m_views.insert(id, view);
    const QPointer<OperationsController> guard(this);
    const Executor::Listener listener = [guard, this, id](const RunEvent &event) {
        // Events come from the worker; the runner is gone before this controller, so `this` outlives the
        // call.
        QMetaObject::invokeMethod(
            this,
            [guard, id, event] {
                if (guard)
                    guard->onEvent(id, event);
            },
            Qt::QueuedConnection);
    };
    Operation *operation = m_services.runner.run(
        m_views[id].title, this,
        [body = std::move(body), listener](const OperationContext &context) {
            return body(context, listener);
        },
        [this, id](const Result<RunReport> &report) { onEnded(id, report); },
        OperationRunner::Pool::Operations);
    m_running.insert(id, operation);
    emit operationStarted(id);
    emit listChanged();
}

void OperationsController::onEvent(const QUuid &operation, const RunEvent &event)
{
    const auto it = m_views.find(operation);
    if (it == m_views.end() || !it->isRunning())
        return;
    apply(*it, event, m_services.clock.now());
    emit operationChanged(operation);
}

void OperationsController::onEnded(const QUuid &operation, const Result<RunReport> &report)
{
    m_running.remove(operation);
    const auto it = m_views.find(operation);
    if (it == m_views.end())
        return;
    apply(*it, report, m_services.clock.now());
    const QUuid undone = it->undoes;
    const auto earlier = m_views.find(undone);
    if (!undone.isNull() && it->outcome == Outcome::Done && earlier != m_views.end())
        earlier->undoneBy = operation;
    emit operationChanged(operation);
    emit operationEnded(operation);
    emit listChanged();
    readWhatCanBePutBack();
}

void OperationsController::cancel(const QUuid &operation)
{
    if (Operation *running = m_running.value(operation)) {
        m_views[operation].isCancelling = true;
        running->cancel();
        emit operationChanged(operation);
    }
}

void OperationsController::acknowledge(const QUuid &operation)
{
    const auto it = m_views.find(operation);
    // "Needs an operator" goes only when it is resumed, put back or finished by hand.
    if (it == m_views.end() || it->isRunning() || it->outcome == Outcome::NeedsOperator)
        return;
    it->isAcknowledged = true;
    JournalStore &journals = m_services.journals;
    m_services.runner.run(
        tr("Acknowledging"), this,
        [&journals, operation](const OperationContext &) { return journals.acknowledge(operation); },
        [](const Result<> &) {});
    emit operationChanged(operation);
    emit listChanged();
}

void OperationsController::refresh()
{
    const JournalStore &journals = m_services.journals;
    m_services.runner.run(
        tr("Reading operations"), this,
        [&journals](const OperationContext &) -> Result<QList<OperationRecord>> { return journals.list(); },
        [this](const Result<QList<OperationRecord>> &records) { onJournals(*records); });
}

void OperationsController::onJournals(const QList<OperationRecord> &records)
{
    for (const OperationRecord &record : records) {
        const QUuid id = record.plan.operation;
        if (m_running.contains(id))
            continue;
        const auto known = m_views.constFind(id);
        OperationView view = viewOf(record, m_services.steps);
        // What only the run itself knew (its output) stays.
        if (known != m_views.constEnd() && !known->output.isEmpty())
            view.output = known->output;
        if (known != m_views.constEnd()) {
            view.keptFiles = known->keptFiles;
            view.manualCommands = known->manualCommands;
            view.canBePutBack = known->canBePutBack;
        }
        m_views.insert(id, view);
    }
    emit listChanged();
    readWhatCanBePutBack();
}

void OperationsController::readWhatCanBePutBack()
{
    if (!m_services.session)
        return;
    QList<QUuid> candidates;
    for (const OperationView &view : std::as_const(m_views)) {
        const Action *action = m_services.catalogue.action(view.action);
        if (view.outcome == Outcome::Done && view.undoneBy.isNull() && action && action->undo)
            candidates << view.id;
    }
    m_undoRead.start(
        tr("Reading what can be put back"),
        [services = m_services, candidates](const OperationContext &context) -> Result<QSet<QUuid>> {
            return plannableUndos(services, candidates, context);
        },
        [this](const Result<QSet<QUuid>> &operations) {
            if (operations)
                setWhatCanBePutBack(*operations);
        });
}

void OperationsController::setWhatCanBePutBack(const QSet<QUuid> &operations)
{
    bool hasChanged = false;
    for (OperationView &view : m_views) {
        const bool can = operations.contains(view.id);
        hasChanged = hasChanged || can != view.canBePutBack;
        view.canBePutBack = can;
    }
    if (hasChanged)
        emit listChanged();
}

bool OperationsController::isRunningElsewhere() const
{
    return std::any_of(m_views.cbegin(), m_views.cend(), [this](const OperationView &view) {
        return view.isRunning() && !m_running.contains(view.id);
    });
}

QList<OperationView> OperationsController::operations() const
{
    QList<OperationView> list = m_views.values();
    std::stable_sort(list.begin(), list.end(), [](const OperationView &a, const OperationView &b) {
        if (groupOf(a) != groupOf(b))
            return groupOf(a) < groupOf(b);
        return a.startedAt > b.startedAt;
    });
    return list;
}

std::optional<OperationView> OperationsController::operation(const QUuid &id) const
{
    const auto it = m_views.constFind(id);
    return it == m_views.constEnd() ? std::nullopt : std::optional(*it);
}

int OperationsController::runningCount() const
{
    return static_cast<int>(m_running.size());
}

int OperationsController::attentionCount() const
{
    return static_cast<int>(std::count_if(m_views.begin(), m_views.end(),
                                          [](const OperationView &view) { return view.needsAttention(); }));
}

bool OperationsController::isBusy(const QString &instance) const
{
    return std::any_of(m_views.begin(), m_views.end(), [&](const OperationView &view) {
        return view.isRunning() && view.instance == instance;
    });
}

} // namespace pilothouse

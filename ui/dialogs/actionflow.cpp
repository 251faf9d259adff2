// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/actionflow.h"

#include "core/instances/instancesession.h"
#include "core/plan/plancheck.h"
#include "ui/controllers/lockcontroller.h"
#include "ui/dialogs/plandialog.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/toasthost.h"

#include <QWidget>

namespace pilothouse {

ActionFlow::ActionFlow(OperationsController &operations, LockController &lock, ToastHost &toasts,
                       QWidget *window)
    : QObject(window)
    , m_operations(operations)
    , m_lock(lock)
    , m_toasts(toasts)
    , m_window(window)
{
    connect(&m_operations, &OperationsController::operationEnded, this, &ActionFlow::onEnded);
}

void ActionFlow::start(const SessionPointer &session, const QString &action, const QJsonObject &arguments)
{
    if (!session)
        return;
    m_operations.plan(session, action, arguments, this,
                      [this, session](const Result<Plan> &plan) { onPlan(session, plan); });
}

void ActionFlow::undo(const SessionPointer &session, const QUuid &operation)
{
    if (!session)
        return;
    m_operations.planUndo(session, operation, this,
                          [this, session](const Result<Plan> &plan) { onPlan(session, plan); });
}

void ActionFlow::onPlan(const SessionPointer &session, const Result<Plan> &plan)
{
    if (!plan) {
        if (plan.error().kind != ErrorKind::Cancelled)
            tellFailure(plan.error());
        return;
    }
    if (const QString idle = plan->idleReason(); !idle.isEmpty()) {
        tell(visibleText(idle));
        return;
    }
    Approval approval;
    approval.how = QStringLiteral("window");
    const Instance &instance = session->instance();
    const PlanGate gate{instance.isProduction(),
                        m_lock.stateOf(instance).isLocked && changesService(*plan, m_operations.steps())};
    const bool mayRun = !gate.needsUnlock && plan->severity == Severity::Reversible
                        && Executor::missingApproval(*plan, approval, gate.isProduction).isEmpty();
    if (mayRun) {
        run(session, *plan, approval);
        return;
    }
    auto *dialog = new PlanDialog(*plan, m_operations.steps(), gate, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PlanDialog::approved, this, [this, session, plan = *plan, gate](const Approval &given) {
        if (gate.needsUnlock)
            unlockAndRun(session, plan, given);
        else
            run(session, plan, given);
    });
    addRunbook(*dialog, instance, plan->action);
    dialog->open();
    emit planShown(dialog);
}

void ActionFlow::addRunbook(DialogFrame &dialog, const Instance &instance, const QString &actionId)
{
    const Action *action = m_operations.catalogue().action(actionId);
    if (instance.runbook.isEmpty() || !action || action->runbookItems.isEmpty())
        return;
    connect(dialog.addTool(tr("Runbook"), QStringLiteral("box-arrow-up-right")), &QPushButton::clicked, this,
            [this, name = instance.name, item = action->runbookItems.first()] {
                emit runbookRequested(name, item);
            });
}

void ActionFlow::unlockAndRun(const SessionPointer &session, const Plan &plan, const Approval &approval)
{
    m_lock.unlockThen(session->instance(), this, [this, session, plan, approval](const Result<> &unlocked) {
        if (unlocked)
            run(session, plan, approval);
        else
            tellFailure(unlocked.error());
    });
}

void ActionFlow::run(const SessionPointer &session, const Plan &plan, const Approval &approval)
{
    m_sessions.insert(plan.operation, session);
    m_operations.run(session, plan, approval);
}

void ActionFlow::onEnded(const QUuid &operation)
{
    const auto view = m_operations.operation(operation);
    if (!view)
        return;
    const SessionPointer session = m_sessions.take(operation);
    emit ended(view->instance);
    if (!session)
        return;
    if (view->outcome == Outcome::Done) {
        const Action *action = m_operations.catalogue().action(view->action);
        if (action && action->undo)
            m_undoable.insert(operation, session);
        tellDone(*view);
    } else if (view->error && view->error->kind != ErrorKind::Cancelled) {
        tellFailure(*view->error);
    }
}

void ActionFlow::tellDone(const OperationView &view)
{
    ToastText toast;
    toast.sentence = tr("Done: %1").arg(visibleLine(view.title));
    if (view.error) { // done, but not everything of it could be noted
        toast.state = StateKind::Warning;
        toast.sentence += QStringLiteral(". ") + visibleLine(view.error->message);
        if (!view.error->advice.isEmpty())
            toast.sentence += u' ' + visibleLine(view.error->advice);
    }
    for (const QString &sentence : view.afterwards)
        toast.sentence += QStringLiteral(". ") + visibleLine(sentence);
    show(std::move(toast), view.id);
}

void ActionFlow::tell(const QString &sentence, const QUuid &operation)
{
    ToastText toast;
    toast.sentence = sentence;
    show(std::move(toast), operation);
}

void ActionFlow::show(ToastText toast, const QUuid &operation)
{
    if (const SessionPointer session = m_undoable.value(operation)) {
        toast.buttonText = tr("Undo");
        toast.act = [this, session, operation] {
            m_undoable.remove(operation);
            undo(session, operation);
        };
    }
    m_toasts.show(toast);
}

void ActionFlow::tellFailure(const Error &error)
{
    ToastText toast;
    toast.state = StateKind::Down;
    toast.sentence = visibleLine(
        error.subject.isEmpty() ? error.message : error.subject + QStringLiteral(": ") + error.message);
    if (!error.advice.isEmpty())
        toast.sentence += u' ' + visibleLine(error.advice);
    m_toasts.show(toast);
}

} // namespace pilothouse

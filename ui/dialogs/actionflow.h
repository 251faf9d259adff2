// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/operationscontroller.h"
#include "ui/widgets/toast.h"

#include <QObject>

class QWidget;

namespace pilothouse {

class DialogFrame;
class LockController;
class ToastHost;

/// From a click to a run: plans, asks where the ladder wants it, runs, and tells how it ended, with Undo. The
/// one way in which the window starts anything.
class ActionFlow final : public QObject
{
    Q_OBJECT
public:
    ActionFlow(OperationsController &operations, LockController &lock, ToastHost &toasts, QWidget *window);

    void start(const SessionPointer &session, const QString &action, const QJsonObject &arguments);
    void undo(const SessionPointer &session, const QUuid &operation);
    /// A sentence in a toast; with an operation it offers Undo.
    void tell(const QString &sentence, const QUuid &operation = {});
    /// A failure in a toast that stays until it is dismissed.
    void tellFailure(const Error &error);

    const Catalogue &catalogue() const { return m_operations.catalogue(); }

signals:
    /// The operator's own copy of the runbook, at an item.
    void runbookRequested(const QString &instance, const QString &item);
    /// The operation has ended; pages of that instance read again.
    void ended(const QString &instance);
    /// A plan is shown; for screenshots and tests.
    void planShown(QWidget *dialog);

private:
    void tellDone(const OperationView &view);
    void show(ToastText toast, const QUuid &operation);
    void onPlan(const SessionPointer &session, const Result<Plan> &plan);
    void addRunbook(DialogFrame &dialog, const Instance &instance, const QString &actionId);
    void unlockAndRun(const SessionPointer &session, const Plan &plan, const Approval &approval);
    void run(const SessionPointer &session, const Plan &plan, const Approval &approval);
    void onEnded(const QUuid &operation);

    OperationsController &m_operations;
    LockController &m_lock;
    ToastHost &m_toasts;
    QWidget *m_window;
    QMap<QUuid, SessionPointer> m_sessions; ///< of what was started here and has not ended
    QMap<QUuid, SessionPointer> m_undoable; ///< of what a toast offers to undo
};

} // namespace pilothouse

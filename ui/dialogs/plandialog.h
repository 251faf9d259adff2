// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/executor.h"
#include "ui/widgets/dialogframe.h"

class QLineEdit;

namespace pilothouse {

class LabeledField;
class PlanView;

/// What the two gates know of the plan's instance.
struct PlanGate
{
    bool isProduction = false;
    bool needsUnlock = false; ///< it is locked, and the plan changes the service
};

/// A plan before anything moves: what was found, what will happen, what is lost, and the named button that
/// starts it.
class PlanDialog final : public DialogFrame
{
    Q_OBJECT
public:
    PlanDialog(const Plan &plan, const StepRegistry &steps, const PlanGate &gate, QWidget *parent);

signals:
    void approved(const pilothouse::Approval &approval);

private:
    void addConfirmation();
    void addTools();
    Approval approval() const;
    void updateButton();

    bool needsName() const;

    Plan m_plan;
    const StepRegistry &m_steps;
    PlanGate m_gate;
    PlanView *m_view;
    Button *m_go;
    QLineEdit *m_reason = nullptr;
    QLineEdit *m_name = nullptr;
};

} // namespace pilothouse

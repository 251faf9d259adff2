// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"
#include "core/plan/stepregistry.h"

#include <QCheckBox>
#include <QWidget>

namespace pilothouse {

class StepList;

/// What a plan says: findings and steps at the left, what is lost and what else to know at the right.
/// Consents are ticks.
class PlanView final : public QWidget
{
    Q_OBJECT
public:
    PlanView(const Plan &plan, const StepRegistry &steps, QWidget *parent = nullptr);

    /// The findings that were ticked.
    QStringList accepted() const;
    void setShowsCommands(bool isShown);
    bool showsCommands() const { return m_showsCommands; }

signals:
    void acceptedChanged();

private:
    QWidget *makeLeft(const Plan &plan, const StepRegistry &steps);
    QWidget *makeRight(const Plan &plan);
    QWidget *makeFinding(const Finding &finding);
    QWidget *makeLosses(const QStringList &losses);

    QList<QCheckBox *> m_consents;
    StepList *m_steps = nullptr;
    bool m_showsCommands = true;
};

/// "nothing blocks, 2 warnings": the findings in one line.
QString findingSummary(const Plan &plan);

} // namespace pilothouse

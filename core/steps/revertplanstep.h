// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/revertstore.h"
#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse {

/// Notes that this operation goes back by itself, and starts whoever does it then.
///
/// Arguments: "service"; "title": what goes back; "dueAt": ISO 8601. No outputs.
class RevertPlanStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(RevertPlanStep)
public:
    /// The store outlives the step.
    RevertPlanStep(RevertStore &reverts, RevertWaiter waiter);

    QString name() const override { return QStringLiteral("revert.plan"); }
    bool changesService() const override { return false; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    RevertStore &m_reverts;
    RevertWaiter m_waiter;
};

} // namespace pilothouse

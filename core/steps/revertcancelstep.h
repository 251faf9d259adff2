// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/revertstore.h"
#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse {

/// Takes away the note that an operation goes back by itself: it has been put back.
///
/// Arguments: "operation": its id. No outputs.
class RevertCancelStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(RevertCancelStep)
public:
    /// The store outlives the step.
    RevertCancelStep(RevertStore &reverts, RevertWaiter waiter);

    QString name() const override { return QStringLiteral("revert.cancel"); }
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

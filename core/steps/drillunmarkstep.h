// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/drillword.h"

namespace pilothouse {

/// Has the service take the marker out again.
class DrillUnmarkStep final : public DrillWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::DrillUnmarkStep)

public:
    using DrillWord::DrillWord;

    QString name() const override { return QStringLiteral("drill.unmark"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
};

} // namespace pilothouse

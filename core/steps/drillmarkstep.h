// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/drillword.h"

namespace pilothouse {

/// Leaves a marker of this operation in the live data through the service itself, and sees that they have it.
/// Outputs {marker, at}. Put back by the service too, where it can.
class DrillMarkStep final : public DrillWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::DrillMarkStep)

public:
    using DrillWord::DrillWord;

    QString name() const override { return QStringLiteral("drill.mark"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
};

} // namespace pilothouse

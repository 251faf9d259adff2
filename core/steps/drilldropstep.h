// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/drillword.h"

namespace pilothouse {

/// Drops the database that this operation has restored into, and no other one: its name is made of the live
/// name and the operation. {database, name, live, target}
class DrillDropStep final : public DrillWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::DrillDropStep)

public:
    using DrillWord::DrillWord;

    QString name() const override { return QStringLiteral("drill.drop-database"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
};

} // namespace pilothouse

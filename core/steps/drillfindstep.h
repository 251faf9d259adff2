// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/drillword.h"

namespace pilothouse {

/// Proves that a copy has the marker, and of a file that it holds what the profile says must hold. {database,
/// copy, select, marker, assertions: [{title, select}]}; outputs {found, assertions}.
class DrillFindStep final : public DrillWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::DrillFindStep)

public:
    using DrillWord::DrillWord;

    QString name() const override { return QStringLiteral("drill.find"); }
    bool onlyLooks() const override { return true; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    [[nodiscard]] Result<int> assertAll(const StepScope &scope) const;
};

} // namespace pilothouse

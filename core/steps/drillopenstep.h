// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/drillword.h"

namespace pilothouse {

/// Notes that a drill is under way, in <state>/drills/running: whoever starts Pilothouse after it was killed
/// finds the note, and clears up.
class DrillOpenStep final : public DrillWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::DrillOpenStep)

public:
    using DrillWord::DrillWord;

    QString name() const override { return QStringLiteral("drill.open"); }
    bool changesService() const override { return false; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
};

} // namespace pilothouse

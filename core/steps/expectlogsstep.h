// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse {

/// expect.logs {sources, container, patterns, seconds, marks, since}: a proof that for so many seconds no
/// line that matches a pattern gets into the logs of the instance. Lines count from logs.mark on;
/// `container`: what the engine keeps since then is read as well.
class ExpectLogsStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(ExpectLogsStep)
public:
    QString name() const override;
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
};

} // namespace pilothouse

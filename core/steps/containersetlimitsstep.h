// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse {

/// Changes what the running containers of a service may use, without a restart.
///
/// Arguments: "docker" (how the engine's client is called) and "container" (their names), both only shown;
/// "memoryBytes", "swapBytes", "cpus" as
/// toJson(ResourceLimits) writes them for all; "each", the same by id, for those that are to differ. No
/// outputs.
class ContainerSetLimitsStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(ContainerSetLimitsStep)
public:
    QString name() const override { return QStringLiteral("container.set-limits"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;
};

} // namespace pilothouse

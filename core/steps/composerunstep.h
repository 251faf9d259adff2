// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse {

/// compose.run {verb: "up", "down", "restart" or "recreate", service}: runs the compose tool on the project
/// of the instance; without a service on all of it. Named volumes are never removed.
///
/// Putting back starts what ran before and stops what did not; a container that was replaced or removed does
/// not come back as it was, only a new one in its place.
class ComposeRunStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(ComposeRunStep)
public:
    QString name() const override;
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;

    /// The words for the compose tool; empty for an unknown verb.
    static QStringList words(const QString &verb, const QString &service);
};

} // namespace pilothouse

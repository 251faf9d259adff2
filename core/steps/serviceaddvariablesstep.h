// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/serviceword.h"

namespace pilothouse {

/// service.add-variables: changes some of what Pilothouse adds to the environment of the service from its
/// next start on. The other variables, which may be secrets, stay as they are and are never written down.
///
/// Arguments: "service"; "variables": those that change, an object of texts, null for one that goes; never a
/// secret. No outputs.
class ServiceAddVariablesStep final : public ServiceWord
{
    Q_DECLARE_TR_FUNCTIONS(ServiceAddVariablesStep)
public:
    QString name() const override { return QStringLiteral("service.add-variables"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
};

/// As JSON, for arguments and journals.
QJsonObject toJson(const VariableChanges &changes);
VariableChanges changesFromJson(const QJsonObject &object);

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/serviceword.h"

namespace pilothouse {

/// service.new-secret {service, variable, file, line, of}: gives the service another secret from its next
/// start on, a new one or the one that the operation `of` has replaced. See SecretChange.
class ServiceNewSecretStep final : public ServiceWord
{
    Q_DECLARE_TR_FUNCTIONS(ServiceNewSecretStep)
public:
    QString name() const override { return QStringLiteral("service.new-secret"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QStringList keptFiles(const QJsonObject &arguments, const QJsonObject &before) const override;
};

/// expect.new-secret, with the same arguments: a proof that the running service got it.
class ExpectNewSecretStep final : public ServiceWord
{
    Q_DECLARE_TR_FUNCTIONS(ExpectNewSecretStep)
public:
    QString name() const override { return QStringLiteral("expect.new-secret"); }
    bool onlyLooks() const override { return true; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
};

} // namespace pilothouse

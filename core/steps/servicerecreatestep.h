// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runtime/containerrecipe.h"
#include "core/steps/containerword.h"

namespace pilothouse {

/// service.recreate {container, kept, image, reference, variables, secret, log}: the stopped container gets
/// the name `kept`, and a new one with the image of that id takes its name and everything else that it was
/// made with, but for `variables` (an object of texts) of its environment and a new value for the one named
/// `secret` and with the driver and options `log` of its log, where there are such. The old one is the
/// before-image: its environment with its secrets is read from it and never kept anywhere else. Outputs:
/// {container, kept, changes}. Fails where the engine does not make the same container again.
class ServiceRecreateStep final : public ContainerWord
{
    Q_DECLARE_TR_FUNCTIONS(ServiceRecreateStep)
public:
    QString name() const override { return QStringLiteral("service.recreate"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;
    QStringList keptFiles(const QJsonObject &arguments, const QJsonObject &before) const override;

private:
    [[nodiscard]] static Result<> make(const StepScope &scope, const QJsonObject &old,
                                       const QJsonObject &oldImage);
    [[nodiscard]] static Result<> join(const StepScope &scope, const QJsonObject &made,
                                       const ContainerRecipe &recipe);
};

/// service.exchange {container, other, kept}: two stopped containers change places: the one named `container`
/// becomes `kept`, `other` takes its name.
class ServiceExchangeStep final : public ContainerWord
{
    Q_DECLARE_TR_FUNCTIONS(ServiceExchangeStep)
public:
    QString name() const override { return QStringLiteral("service.exchange"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;
};

/// container.remove {container}: for good. Its volumes stay.
class ContainerRemoveStep final : public ContainerWord
{
    Q_DECLARE_TR_FUNCTIONS(ContainerRemoveStep)
public:
    QString name() const override { return QStringLiteral("container.remove"); }
    bool isReversible() const override { return false; }
    bool changesService() const override { return false; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
};

} // namespace pilothouse

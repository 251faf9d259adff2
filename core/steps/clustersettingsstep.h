// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/clusterword.h"

namespace pilothouse {

/// cluster.set {database, cluster, settings}: ALTER SYSTEM for each of the settings, and a reload; null
/// resets one. What stood in postgresql.auto.conf before is put back.
class ClusterSettingsStep final : public ClusterWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::ClusterSettingsStep)

public:
    using ClusterWord::ClusterWord;

    QString name() const override { return QStringLiteral("cluster.set"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;

private:
    /// What ALTER SYSTEM has set of these, null where it has not.
    [[nodiscard]] Result<QJsonObject> current(const StepScope &scope) const;
    [[nodiscard]] Result<QJsonObject> currentOfStopped(const StepScope &scope) const;
    [[nodiscard]] Result<> apply(const StepScope &scope, const QJsonObject &settings) const;
};

/// backrest.configure {cluster, stanza, config, content, repository}: writes pgBackRest's configuration,
/// makes its repository and the stanza in it.
class BackrestConfigureStep final : public ClusterWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::BackrestConfigureStep)

public:
    using ClusterWord::ClusterWord;

    QString name() const override { return QStringLiteral("backrest.configure"); }
    bool changesService() const override { return false; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
};

} // namespace pilothouse

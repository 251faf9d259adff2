// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/clusterword.h"

namespace pilothouse {

/// backrest.check {database, cluster, stanza, outgoing?}: one empty transaction, so that every moment before
/// it can be reached, then pgBackRest's own check, which has the server archive what it holds.
class BackrestCheckStep final : public ClusterWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::BackrestCheckStep)

public:
    using ClusterWord::ClusterWord;

    QString name() const override { return QStringLiteral("backrest.check"); }
    bool onlyLooks() const override { return true; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
};

/// backrest.backup {database, cluster, stanza, type}: a backup of the whole server into the repository. One
/// that was cut off is taken up or removed by pgBackRest's next; a whole one does no harm and stays.
class BackrestBackupStep final : public ClusterWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::BackrestBackupStep)

public:
    using ClusterWord::ClusterWord;

    QString name() const override { return QStringLiteral("backrest.backup"); }
    bool changesService() const override { return false; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
};

} // namespace pilothouse

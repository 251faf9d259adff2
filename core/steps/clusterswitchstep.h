// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/clusterword.h"

namespace pilothouse {

/// cluster.stop and cluster.start {database, cluster}: the whole database server, by its systemd unit or as
/// it was started itself. The start waits until it is reached and its recovery is over.
class ClusterSwitchStep final : public ClusterWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::ClusterSwitchStep)

public:
    enum class Mode { Stop, Start };
    ClusterSwitchStep(Mode mode, FileOps &files, const Clock &clock, const PostgresAccess &access)
        : ClusterWord(files, clock, access)
        , m_mode(mode)
    {
    }

    QString name() const override;
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;

private:
    [[nodiscard]] Result<> startAndWait(const StepScope &scope) const;
    /// Whether it takes changes; fails for good where waiting does not help.
    [[nodiscard]] Result<bool> isServing(const StepScope &scope) const;

    Mode m_mode;
};

/// cluster.swap-folders {cluster, incoming, outgoing}: one data directory takes the place of another, while
/// the server is stopped. The old one is kept beside it.
class ClusterSwapStep final : public ClusterWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::ClusterSwapStep)

public:
    using ClusterWord::ClusterWord;

    QString name() const override { return QStringLiteral("cluster.swap-folders"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;
    QStringList keptFiles(const QJsonObject &arguments, const QJsonObject &before) const override;
};

} // namespace pilothouse

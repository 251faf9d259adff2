// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/clusterword.h"

namespace pilothouse {

/// beside.start {database, cluster, stanza, folder, hold, outgoing?}: starts the server of a restored data
/// directory with no door but a socket in that folder, waits until its recovery has reached its target, and
/// there holds it (only to be read) or lets it go on as a server of its own. It never archives.
class BesideStartStep final : public ClusterWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::BesideStartStep)

public:
    using ClusterWord::ClusterWord;

    QString name() const override { return QStringLiteral("beside.start"); }
    bool changesService() const override { return false; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    static CommandLine command(const QJsonObject &arguments);
    /// Whether the target is reached; what cannot be asked yet is not.
    bool isReached(const StepScope &scope) const;
};

/// beside.stop {folder} and beside.remove {folder}: ends the server of a restored data directory, and removes
/// the folder. Only of folders that Pilothouse has made.
class BesideEndStep final : public ClusterWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::BesideEndStep)

public:
    enum class Mode { Stop, Remove };
    BesideEndStep(Mode mode, FileOps &files, const Clock &clock, const PostgresAccess &access)
        : ClusterWord(files, clock, access)
        , m_mode(mode)
    {
    }

    QString name() const override;
    bool changesService() const override { return false; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    Mode m_mode;
};

} // namespace pilothouse

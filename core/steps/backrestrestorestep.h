// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/clusterword.h"

namespace pilothouse {

/// backrest.restore {database, cluster, stanza, folder, set, target, outgoing?}: restores a server as it was
/// at a moment into a data directory of its own. The recovery itself runs when a server is started there.
class BackrestRestoreStep final : public ClusterWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::BackrestRestoreStep)

public:
    using ClusterWord::ClusterWord;

    QString name() const override { return QStringLiteral("backrest.restore"); }
    bool changesService() const override { return false; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QStringList keptFiles(const QJsonObject &arguments, const QJsonObject &before) const override;
    /// How the server in `folder` asks for the WAL that it needs.
    static QString walCommand(const QJsonObject &arguments, const QString &folder);

private:
    static QStringList options(const QJsonObject &arguments);
};

} // namespace pilothouse

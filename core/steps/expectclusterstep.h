// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/clusterword.h"

namespace pilothouse {

/// expect.cluster {database, cluster, folder?, assertions}: the database of a restored server can be read
/// through, its indexes are valid and what the profile says of it holds. In the copy beside the live server
/// where there is a "folder", else in the live one, which must be no longer in recovery.
class ExpectClusterStep final : public ClusterWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::ExpectClusterStep)

public:
    using ClusterWord::ClusterWord;

    QString name() const override { return QStringLiteral("expect.cluster"); }
    bool onlyLooks() const override { return true; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    [[nodiscard]] Result<> assertAll(const StepScope &scope, PostgresConnection &server) const;
    [[nodiscard]] Result<QJsonObject> countAll(const StepScope &scope, PostgresConnection &server) const;
};

} // namespace pilothouse

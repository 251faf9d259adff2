// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse {

class PostgresAccess;
class StepRegistry;

/// postgres.change-rows {database, changes: [{table, key, kind, values?, before?}]}: single rows of one
/// database on a server, in one transaction. The before-images are on disk first; a crash or a connection cut
/// at COMMIT is settled by them. A change that says `before` is refused where the row is otherwise.
class PostgresChangeRows final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::PostgresChangeRows)

public:
    explicit PostgresChangeRows(const PostgresAccess &servers)
        : m_servers(servers)
    {
    }

    QString name() const override;
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    const PostgresAccess &m_servers;
};

/// Adds the words that change rows on servers; `servers` outlives the registry.
void addServerRowSteps(StepRegistry &steps, const PostgresAccess &servers);

} // namespace pilothouse

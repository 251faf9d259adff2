// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"
#include "core/postgres/postgresengine.h"

#include <QCoreApplication>

namespace pilothouse {

class PostgresAccess;

/// postgres.maintain {database, kind, table}: VACUUM (ANALYZE), ANALYZE or REINDEX CONCURRENTLY beside the
/// running service, with the server's own progress. No row changes, so that nothing has to be put back but
/// the half made index of a REINDEX that was cancelled.
class PostgresMaintainStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(PostgresMaintainStep)
public:
    explicit PostgresMaintainStep(const PostgresAccess &access)
        : m_access(access)
    {
    }

    QString name() const override { return QStringLiteral("postgres.maintain"); }
    /// Its end is all there is to see: the command says that itself.
    bool onlyLooks() const override { return true; }
    bool changesService() const override { return true; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    [[nodiscard]] Result<PostgresConnection> open(const StepScope &scope, bool isReadOnly) const;
    [[nodiscard]] Result<QList<QByteArray>> newLeftovers(PostgresConnection &server, const StepScope &scope,
                                                         const QJsonObject &before) const;

    const PostgresAccess &m_access;
};

} // namespace pilothouse

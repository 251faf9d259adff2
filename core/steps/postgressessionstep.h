// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"
#include "core/postgres/postgresengine.h"

#include <QCoreApplication>

namespace pilothouse {

class PostgresAccess;

/// postgres.cancel-session and postgres.end-session {database, pid, backendStart, who}: asks one session of
/// the server to give up its query, or to end. Never another one that has got its number since.
class PostgresSessionStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(PostgresSessionStep)
public:
    enum class Mode { Cancel, End };
    PostgresSessionStep(Mode mode, const PostgresAccess &access)
        : m_mode(mode)
        , m_access(access)
    {
    }

    QString name() const override;
    bool isReversible() const override { return false; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    static SessionIdentity identityOf(const QJsonObject &arguments);
    [[nodiscard]] Result<PostgresConnection> open(const StepScope &scope) const;
    [[nodiscard]] Result<bool> isDone(PostgresConnection &server, const StepScope &scope,
                                      const QJsonObject &before) const;

    Mode m_mode;
    const PostgresAccess &m_access;
};

} // namespace pilothouse

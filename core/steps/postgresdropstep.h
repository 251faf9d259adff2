// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/postgresword.h"

namespace pilothouse {

/// Removes databases that an operation of ours has made or set aside, and no others: never one that a service
/// uses. {database, target, names}
class PostgresDropStep final : public PostgresWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::PostgresDropStep)

public:
    using PostgresWord::PostgresWord;

    QString name() const override { return QStringLiteral("postgres.drop-database"); }
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

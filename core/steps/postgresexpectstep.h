// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/postgresword.h"

namespace pilothouse {

/// Proves what a database holds: the rows of every table as the dump's own snapshot had them, no index and no
/// foreign key that is not valid, and the profile's saved assertions, each a SELECT that must return 0.
/// {database, name, target, manifest, assertions: [{title, select}]}
class PostgresExpectStep final : public PostgresWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::PostgresExpectStep)

public:
    using PostgresWord::PostgresWord;

    QString name() const override { return QStringLiteral("postgres.expect"); }
    bool onlyLooks() const override { return true; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    [[nodiscard]] Result<bool> isPast(const StepScope &scope, const QJsonObject &before) const;
    [[nodiscard]] Result<qint64> compareRows(const StepScope &scope, PostgresConnection &connection) const;
    [[nodiscard]] Result<> assertAll(const StepScope &scope, PostgresConnection &connection) const;
    [[nodiscard]] Result<> checkValid(const StepScope &scope, PostgresConnection &connection) const;
};

} // namespace pilothouse

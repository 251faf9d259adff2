// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/postgresword.h"

namespace pilothouse {

/// Makes an empty database with owner, encoding, collation, rights, settings and limit of another one, or
/// with those that the arguments have ("like") where there is no such one. {database, name, target, live,
/// outgoing?, like}
class PostgresCreateDatabaseStep final : public PostgresWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::PostgresCreateDatabaseStep)

public:
    using PostgresWord::PostgresWord;

    QString name() const override { return QStringLiteral("postgres.create-database"); }
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

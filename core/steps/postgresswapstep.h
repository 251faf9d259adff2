// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/postgresword.h"

namespace pilothouse {

/// Gives a database the name of the live one, which keeps its content under another name: closes both, ends
/// their sessions, renames both in one transaction (RELIABILITY.md D22). Knows them by their numbers,
/// whatever they are called. {database, target, live, incoming, outgoing}
class PostgresSwapStep final : public PostgresWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::PostgresSwapStep)

public:
    using PostgresWord::PostgresWord;

    QString name() const override { return QStringLiteral("postgres.swap-databases"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;
    QStringList keptFiles(const QJsonObject &arguments, const QJsonObject &before) const override;

private:
    [[nodiscard]] Result<> exchange(const StepScope &scope, const DatabaseTwin &twin,
                                    const DatabaseExchange &exchange) const;
};

} // namespace pilothouse

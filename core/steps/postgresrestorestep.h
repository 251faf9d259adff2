// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/postgresword.h"

namespace pilothouse {

/// Fills an empty database from a dump, several jobs at once, and lets the server look at what it holds. What
/// is whole carries a mark in its comment. {database, name, target, live, outgoing?, manifest, file, jobs,
/// noOwner?}
class PostgresRestoreStep final : public PostgresWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::PostgresRestoreStep)

public:
    using PostgresWord::PostgresWord;

    QString name() const override { return QStringLiteral("postgres.restore"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    [[nodiscard]] Result<> makeEmpty(const StepScope &scope) const;
    [[nodiscard]] Result<> fill(const StepScope &scope, const Manifest &manifest) const;
    /// Refused where a file of the dump is not the one that the manifest describes.
    [[nodiscard]] Result<> checkSame(const StepScope &scope, const Manifest &manifest,
                                     const QString &file) const;
    [[nodiscard]] Result<bool> isEmpty(const StepScope &scope) const;
};

} // namespace pilothouse

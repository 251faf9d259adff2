// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postgres/postgresdump.h"
#include "core/steps/postgresword.h"

namespace pilothouse {

/// Dumps one database of a server into the folder of an unfinished set, with the rows of each table counted
/// in the dump's own snapshot, and the server's roles and tablespaces beside it where there is a name for
/// them
/// ("globals"); with several jobs into a folder. {database, name, target, partial, folder, member, globals?,
/// tables?, jobs?}
class PostgresDumpStep final : public PostgresWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::PostgresDumpStep)

public:
    using PostgresWord::PostgresWord;

    QString name() const override { return QStringLiteral("postgres.dump"); }
    bool changesService() const override { return false; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    [[nodiscard]] Result<QJsonArray> dumpMembers(const StepScope &scope, const WrittenDump &written) const;
    [[nodiscard]] Result<ManifestMember> memberOf(const StepScope &scope, const QString &name,
                                                  const QString &role, const QByteArray &sha256) const;
    [[nodiscard]] Result<QJsonArray> writeAll(const StepScope &scope, DumpFacts &facts) const;
};

} // namespace pilothouse

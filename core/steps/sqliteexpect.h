// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse {

class SqliteEngine;

/// A proof about SQLite files: changes nothing, fails where what it reads is not what was expected.
class SqliteExpect : public Step
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::SqliteExpect)

public:
    explicit SqliteExpect(const SqliteEngine &engine)
        : m_engine(engine)
    {
    }

    bool onlyLooks() const override { return true; }
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    /// Outputs what was found: {found: ...}.
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    /// Looks again: a proof that held before a crash is no proof after it.
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

protected:
    /// What is there; BadData with both where it is not as expected.
    [[nodiscard]] virtual Result<QJsonValue> look(const StepScope &scope) const = 0;
    [[nodiscard]] static tl::unexpected<Error> notAsExpected(const QString &what, const QString &expected,
                                                             const QString &found);

    const SqliteEngine &m_engine;
};

/// expect.sql {path, query, parameters?, value}: the first cell of a SELECT.
class ExpectSql final : public SqliteExpect
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::ExpectSql)

public:
    using SqliteExpect::SqliteExpect;
    QString name() const override { return QStringLiteral("expect.sql"); }
    StepText describe(const QJsonObject &arguments) const override;

protected:
    [[nodiscard]] Result<QJsonValue> look(const StepScope &scope) const override;
};

/// expect.rows {path, tables: {name: rows}}.
class ExpectRows final : public SqliteExpect
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::ExpectRows)

public:
    using SqliteExpect::SqliteExpect;
    QString name() const override { return QStringLiteral("expect.rows"); }
    StepText describe(const QJsonObject &arguments) const override;

protected:
    [[nodiscard]] Result<QJsonValue> look(const StepScope &scope) const override;
};

/// expect.digest {path, tables: {name: SHA-256 as CopyFacts defines it}}.
class ExpectDigest final : public SqliteExpect
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::ExpectDigest)

public:
    using SqliteExpect::SqliteExpect;
    QString name() const override { return QStringLiteral("expect.digest"); }
    StepText describe(const QJsonObject &arguments) const override;

protected:
    [[nodiscard]] Result<QJsonValue> look(const StepScope &scope) const override;
};

} // namespace pilothouse

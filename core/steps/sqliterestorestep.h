// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse {

class CheckStore;
class SqliteEngine;

/// sqlite.restore-into {staged, live, safety}: writes a staged file into the live one, which keeps inode,
/// owner and mode; put back from the safety copy that an earlier step made. What is there is told by the
/// digests of the tables. `content`, which may be left out, is what the staged file is known to hold:
/// {schemaSha256, tableSha256}.
class SqliteRestoreStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::SqliteRestoreStep)

public:
    explicit SqliteRestoreStep(const SqliteEngine &engine, const CheckStore *checks = nullptr)
        : m_engine(engine)
        , m_checks(checks)
    {
    }

    QString name() const override;
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;
    QStringList keptFiles(const QJsonObject &arguments, const QJsonObject &before) const override;

private:
    const SqliteEngine &m_engine;
    const CheckStore *m_checks;
};

} // namespace pilothouse

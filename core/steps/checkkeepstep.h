// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse {

class CheckStore;
class SqliteEngine;

/// check.keep {path, database, kind: "integrity", "foreignKeys" or "analyze"}: runs a check and keeps its
/// verdict for the list of maintenance and the trend; of "analyze" it only keeps that it was done. A check
/// that finds problems fails, after they were kept.
class CheckKeepStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::CheckKeepStep)

public:
    CheckKeepStep(const SqliteEngine &engine, const CheckStore &checks)
        : m_engine(engine)
        , m_checks(checks)
    {
    }

    QString name() const override { return QStringLiteral("check.keep"); }
    bool onlyLooks() const override { return true; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    const SqliteEngine &m_engine;
    const CheckStore &m_checks;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse {

class SqliteEngine;

/// sqlite.check {path, kind: "quick", "integrity" or "foreignKeys"}: fails where the check finds something.
class SqliteCheckStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::SqliteCheckStep)

public:
    explicit SqliteCheckStep(const SqliteEngine &engine)
        : m_engine(engine)
    {
    }

    QString name() const override;
    bool onlyLooks() const override { return true; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    const SqliteEngine &m_engine;
};

} // namespace pilothouse

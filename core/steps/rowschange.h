// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse {

class SqliteEngine;

/// rows.change {databases: [{database, path, changes: [{table, key, kind, values?, before?}]}], found?}:
/// single rows of one or several SQLite files. `found` are the sets of rows (rowSetOf) from which the changes
/// were planned: it is refused where one of them is another by now. All before-images are taken first; a
/// crash between two files is settled by them (RELIABILITY.md D19a). A change that says `before` is refused
/// where the row is otherwise.
class RowsChange final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::RowsChange)

public:
    explicit RowsChange(const SqliteEngine &engine)
        : m_engine(engine)
    {
    }

    QString name() const override;
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

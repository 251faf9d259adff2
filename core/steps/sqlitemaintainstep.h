// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse {

class FileOps;
class SqliteEngine;

/// sqlite.maintain {kind: "vacuum" or "analyze", live, staged}: a new file beside the live one that holds the
/// same rows, proved before it has its name. The live file is only read; sqlite.swap-files puts the new one
/// into its place.
class SqliteMaintainStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::SqliteMaintainStep)

public:
    SqliteMaintainStep(FileOps &files, const SqliteEngine &engine)
        : m_files(files)
        , m_engine(engine)
    {
    }

    QString name() const override { return QStringLiteral("sqlite.maintain"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    FileOps &m_files;
    const SqliteEngine &m_engine;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse {

class FileOps;
class SqliteEngine;

/// sqlite.backup {database, destination, ownerId?, groupId?, mode?}: an online copy that has its name only
/// when it is whole. Outputs are the facts of the copy (CopyFacts as JSON).
class SqliteBackupStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::SqliteBackupStep)

public:
    SqliteBackupStep(FileOps &files, const SqliteEngine &engine)
        : m_files(files)
        , m_engine(engine)
    {
    }

    QString name() const override;
    bool changesService() const override { return false; }
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

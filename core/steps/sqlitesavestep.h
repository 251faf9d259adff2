// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse
{

class FileOps;
class SqliteEngine;

/// sqlite.save-family {live, folder}: the whole family of a stopped database as it stands, file by file, in a folder that
/// has its name only when all is in it, and beside them `<name>.safe.db`, which SQLite recovered from a copy. Outputs:
/// {files: {name: SHA-256}, safe: path, or empty where the database is too damaged to be recovered}.
class SqliteSaveStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::SqliteSaveStep)

public:
    SqliteSaveStep(FileOps &files, const SqliteEngine &engine) : m_files(files), m_engine(engine) {}

    QString name() const override;
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    FileOps &m_files;
    const SqliteEngine &m_engine;
};

} // namespace pilothouse

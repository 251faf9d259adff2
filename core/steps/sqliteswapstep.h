// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse {

class CheckStore;
class FileOps;

/// sqlite.swap-files {staged, live, quarantine, ownerId?, groupId?, mode?}: the whole family of the live file
/// goes into the quarantine folder, then the staged file takes its place; all on one file system, told apart
/// by inode.
class SqliteSwapStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::SqliteSwapStep)

public:
    explicit SqliteSwapStep(FileOps &files, const CheckStore *checks = nullptr)
        : m_files(files)
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
    FileOps &m_files;
    const CheckStore *m_checks;
};

} // namespace pilothouse

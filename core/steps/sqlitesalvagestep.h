// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

class FileOps;

/// sqlite.salvage {damaged, folder, name, backupRows?}: reads a saved copy of a damaged database, with its
/// -wal, and writes <folder>/<name> and <folder>/report.json. Neither the live file nor the copy changes.
class SqliteSalvageStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::SqliteSalvageStep)

public:
    explicit SqliteSalvageStep(FileOps &files)
        : m_files(files)
    {
    }

    QString name() const override { return QStringLiteral("sqlite.salvage"); }
    bool changesService() const override { return false; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    QJsonArray told(const StepScope &scope, const QJsonObject &report) const;
    [[nodiscard]] Result<> removeOurs(const QJsonObject &arguments) const;

    FileOps &m_files;
};

} // namespace pilothouse

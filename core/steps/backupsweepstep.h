// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/backupword.h"

namespace pilothouse {

/// Removes unfinished sets and safety copies whose time is over: only such, and only those that the plan
/// names.
class BackupSweepStep final : public BackupWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::BackupSweepStep)

public:
    using BackupWord::BackupWord;

    QString name() const override { return QStringLiteral("backup.sweep"); }
    bool changesService() const override { return false; }
    bool isReversible() const override { return false; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    [[nodiscard]] Result<> checkAllowed(const StepScope &scope, const QString &folder) const;
    [[nodiscard]] Result<> removeAll(const QString &path) const;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/backupword.h"

namespace pilothouse {

/// Removes the sets that the plan names, after asking retention about each of them once more.
class BackupPruneStep final : public BackupWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::BackupPruneStep)

public:
    using BackupWord::BackupWord;

    QString name() const override { return QStringLiteral("backup.prune"); }
    bool changesService() const override { return false; }
    bool isReversible() const override { return false; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    [[nodiscard]] Result<> checkStillGoes(const StepScope &scope) const;
    [[nodiscard]] Result<> removeSet(const QString &folder) const;
};

} // namespace pilothouse

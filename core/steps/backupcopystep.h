// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/backupword.h"

namespace pilothouse {

/// Copies a set to a second folder and verifies it there. Where that cannot be done the set notes why and
/// stands: a backup is not thrown away because a second disk is not there.
class BackupCopyStep final : public BackupWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::BackupCopyStep)

public:
    using BackupWord::BackupWord;

    QString name() const override { return QStringLiteral("backup.copy"); }
    bool changesService() const override { return false; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    [[nodiscard]] Result<> copy(const StepScope &scope) const;
};

} // namespace pilothouse

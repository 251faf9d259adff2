// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/backupword.h"

namespace pilothouse {

/// Copies a saved family of files (database, -wal, -journal) out of a safety copy, bit for bit.
class RestoreStageStep final : public BackupWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::RestoreStageStep)

public:
    using BackupWord::BackupWord;

    QString name() const override { return QStringLiteral("restore.stage-family"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    [[nodiscard]] Result<> giveAccess(const QString &path, const QJsonObject &database) const;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/backupword.h"

namespace pilothouse {

/// Puts a staged folder in the place of the live one, which is set aside.
class RestoreFolderStep final : public BackupWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::RestoreFolderStep)

public:
    using BackupWord::BackupWord;

    QString name() const override { return QStringLiteral("restore.swap-folder"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;
    QStringList keptFiles(const QJsonObject &arguments, const QJsonObject &before) const override;

private:
    [[nodiscard]] Result<> giveAccess(const QString &staged, const QJsonObject &before) const;
    bool isOld(const QString &path, const QJsonObject &before) const;
};

} // namespace pilothouse

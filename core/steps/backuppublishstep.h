// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/backupword.h"

namespace pilothouse {

/// Writes the manifest of a set and gives its folder the name that makes it count.
class BackupPublishStep final : public BackupWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::BackupPublishStep)

public:
    using BackupWord::BackupWord;

    QString name() const override { return QStringLiteral("backup.publish"); }
    bool changesService() const override { return false; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;

private:
    [[nodiscard]] Result<> writeManifest(const StepScope &scope) const;
};

} // namespace pilothouse

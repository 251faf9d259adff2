// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/backupword.h"

namespace pilothouse {

/// Unpacks the wanted members of a backup into a new private folder, checking every byte.
class ArchiveExtractStep final : public BackupWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::ArchiveExtractStep)

public:
    using BackupWord::BackupWord;

    /// In a stage that holds everything that was wanted.
    static QString notePath(const QString &stage);

    QString name() const override { return QStringLiteral("archive.extract"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    [[nodiscard]] Result<> extract(const StepScope &scope, const Manifest &manifest) const;
};

} // namespace pilothouse

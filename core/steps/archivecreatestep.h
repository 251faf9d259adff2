// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/backupword.h"

namespace pilothouse {

struct Packing;

/// Packs the staged databases and the files of the service into the archive of an unfinished set.
class ArchiveCreateStep final : public BackupWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::ArchiveCreateStep)

public:
    using BackupWord::BackupWord;

    QString name() const override { return QStringLiteral("archive.create"); }
    bool changesService() const override { return false; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    [[nodiscard]] Result<> addTree(const StepScope &scope, const QString &relative, Packing &packing) const;
};

} // namespace pilothouse

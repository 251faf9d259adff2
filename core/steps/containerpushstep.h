// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/backupword.h"

namespace pilothouse {

/// Brings the databases that were changed in the private copy into the container of a stopped and fenced
/// service, owners and modes in the headers of the tar, and reads them back. The engine cannot remove a file,
/// so a stale -wal or -journal is made empty, which SQLite takes for none.
class ContainerPushStep final : public BackupWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::ContainerPushStep)

public:
    using BackupWord::BackupWord;

    QString name() const override { return QStringLiteral("container.push"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;
    QStringList keptFiles(const QJsonObject &arguments, const QJsonObject &before) const override;
};

} // namespace pilothouse

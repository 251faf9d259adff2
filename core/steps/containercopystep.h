// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/backupword.h"

namespace pilothouse {

/// Takes the data that only the engine of its container reaches into the private copy: of a running service
/// with the container paused for the databases, of a stopped one as it is. Changes nothing of either.
class ContainerCopyStep final : public BackupWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::ContainerCopyStep)

public:
    using BackupWord::BackupWord;

    QString name() const override { return QStringLiteral("container.copy"); }
    bool changesService() const override { return false; }
    bool holdsService(const QJsonObject &before) const override;
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;
};

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/backupword.h"

namespace pilothouse {

class CheckStore;

/// Sets the whole family of a database aside, so that nothing stands in its place: as it was before it was
/// restored.
class RestoreAsideStep final : public BackupWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::RestoreAsideStep)

public:
    RestoreAsideStep(FileOps &files, const Clock &clock, const CheckStore *checks = nullptr)
        : BackupWord(files, clock)
        , m_checks(checks)
    {
    }

    QString name() const override { return QStringLiteral("restore.set-aside"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    const CheckStore *m_checks;
};

} // namespace pilothouse

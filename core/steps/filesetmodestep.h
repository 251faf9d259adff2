// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

namespace pilothouse {

class FileOps;

/// Sets the permission bits of one file or folder, not of what is in it.
///
/// Arguments: "path"; "mode": octal text such as "0640". No outputs.
class FileSetModeStep final : public Step
{
public:
    explicit FileSetModeStep(FileOps &files);

    QString name() const override { return QStringLiteral("file.set-mode"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;

private:
    FileOps &m_files;
};

} // namespace pilothouse

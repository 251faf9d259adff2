// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

namespace pilothouse {

class FileOps;

/// Takes a file or folder out of sight: into .pilothouse/<operation> beside it, from where it can come back.
/// What is not there counts as removed.
///
/// Arguments: "path". Outputs: "aside": where it lies now; empty where there was nothing.
class FileRemoveStep final : public Step
{
public:
    explicit FileRemoveStep(FileOps &files);

    QString name() const override { return QStringLiteral("file.remove"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;
    QStringList keptFiles(const QJsonObject &arguments, const QJsonObject &before) const override;

private:
    FileOps &m_files;
};

} // namespace pilothouse

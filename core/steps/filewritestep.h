// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

namespace pilothouse {

class FileOps;

/// Writes a whole file, new or in place of the old one, whose content is kept beside it until it is
/// discarded.
///
/// Arguments: "path"; "text" or "base64": the content; optional "mode": octal text, "ownerId", "groupId":
/// numbers (else those of the old file). Outputs: "path", "sha256", "kept": where the old content lies; empty
/// where there was none.
class FileWriteStep final : public Step
{
public:
    explicit FileWriteStep(FileOps &files);

    QString name() const override { return QStringLiteral("file.write"); }
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

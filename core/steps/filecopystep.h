// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

namespace pilothouse {

class FileOps;

/// Copies a regular file to a name that must not exist; makes missing folders, private.
///
/// Arguments: "from", "to": absolute paths; optional "mode": octal text such as "0640", "ownerId", "groupId":
/// numbers, "sha256": what the content must be, hexadecimal. Outputs: "path", "sha256", "bytes".
class FileCopyStep final : public Step
{
public:
    explicit FileCopyStep(FileOps &files);

    QString name() const override { return QStringLiteral("file.copy"); }
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

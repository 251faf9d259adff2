// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

namespace pilothouse {

class FileOps;

/// Deletes for good what was set aside: only beneath a .pilothouse folder or the safety folder of the
/// instance.
///
/// Arguments: "path". No outputs.
class FileDiscardStep final : public Step
{
public:
    explicit FileDiscardStep(FileOps &files);

    QString name() const override { return QStringLiteral("file.discard"); }
    bool isReversible() const override { return false; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    FileOps &m_files;
};

} // namespace pilothouse

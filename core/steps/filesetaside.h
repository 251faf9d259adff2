// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse
{

class FileOps;

/// file.set-aside {path, aside}: renames a file or folder to a place on the same file system; the way back is the same
/// word with both turned round.
class FileSetAside final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::FileSetAside)

public:
    explicit FileSetAside(FileOps &files) : m_files(files) {}

    QString name() const override;
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    FileOps &m_files;
};

} // namespace pilothouse

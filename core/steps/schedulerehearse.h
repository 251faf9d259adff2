// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"
#include "core/process/commandline.h"

#include <QCoreApplication>

namespace pilothouse {

class FileOps;

/// Runs the rehearsal of a schedule's job in the very environment that the job will have, and fails where it
/// would not find all it needs there.
///
/// Argument: "schedule".
class ScheduleRehearseStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::ScheduleRehearseStep)

public:
    explicit ScheduleRehearseStep(FileOps &files)
        : m_files(files)
    {
    }

    QString name() const override { return QStringLiteral("schedule.rehearse"); }
    bool onlyLooks() const override { return true; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    FileOps &m_files;
};

/// Lets this user's systemd run while nobody is logged in.
class LingerEnableStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::LingerEnableStep)

public:
    /// `program`: what is asked; a test has another one.
    explicit LingerEnableStep(QString program = QStringLiteral("loginctl"))
        : m_program(std::move(program))
    {
    }

    QString name() const override { return QStringLiteral("linger.enable"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;

private:
    CommandLine command(bool isOn) const;

    QString m_program;
};

} // namespace pilothouse

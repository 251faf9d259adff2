// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"
#include "core/schedule/crontable.h"

#include <QCoreApplication>

namespace pilothouse {

class FileOps;

/// Changes single lines of a table of cron. The whole table as it was is kept in the state folder.
///
/// Arguments: "file": /etc/crontab and the like, empty for this user's table; "instance"; optional "line":
/// its line from now on, empty for none; "disable", "enable": lines that become comments, and that come back.
class CronEditStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::CronEditStep)

public:
    explicit CronEditStep(FileOps &files)
        : m_files(files)
    {
    }

    QString name() const override { return QStringLiteral("cron.edit"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;
    QStringList keptFiles(const QJsonObject &arguments, const QJsonObject &before) const override;

private:
    CronTable table(const StepScope &scope) const;

    FileOps &m_files;
};

} // namespace pilothouse

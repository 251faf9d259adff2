// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"
#include "core/schedule/timerunits.h"

#include <QCoreApplication>

namespace pilothouse {

class FileOps;

/// What the words about timers share: they make a timer of systemd as it shall be, and put back what was.
///
/// Argument: "unit", without ".timer".
class TimerWord : public Step
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::TimerWord)

public:
    explicit TimerWord(FileOps &files)
        : m_files(files)
    {
    }

    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

protected:
    /// What it shall be, given what it was.
    virtual TimerState wanted(const QJsonObject &arguments, const TimerState &before) const = 0;
    virtual bool isUserUnit(const QJsonObject &arguments) const;

private:
    TimerUnits units(const QJsonObject &arguments) const;

    FileOps &m_files;
};

} // namespace pilothouse

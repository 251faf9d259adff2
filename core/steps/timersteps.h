// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/timerword.h"

namespace pilothouse {

/// Writes the two units of a timer of this user, and switches it on.
///
/// Arguments: "unit"; "service", "timer": what their files hold.
class TimerInstallStep final : public TimerWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::TimerInstallStep)

public:
    using TimerWord::TimerWord;

    QString name() const override { return QStringLiteral("timer.install"); }
    StepText describe(const QJsonObject &arguments) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;

protected:
    TimerState wanted(const QJsonObject &arguments, const TimerState &before) const override;
};

/// Switches a timer of this user off and removes its two units.
///
/// Arguments: "unit".
class TimerRemoveStep final : public TimerWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::TimerRemoveStep)

public:
    using TimerWord::TimerWord;

    QString name() const override { return QStringLiteral("timer.remove"); }
    StepText describe(const QJsonObject &arguments) const override;

protected:
    TimerState wanted(const QJsonObject &arguments, const TimerState &before) const override;
};

/// Switches a timer that somebody else wrote off, or on again; its files stay as they are.
///
/// Arguments: "unit"; "isUser"; "isOn".
class TimerSwitchStep final : public TimerWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::TimerSwitchStep)

public:
    using TimerWord::TimerWord;

    QString name() const override { return QStringLiteral("timer.switch"); }
    StepText describe(const QJsonObject &arguments) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;

protected:
    TimerState wanted(const QJsonObject &arguments, const TimerState &before) const override;
    bool isUserUnit(const QJsonObject &arguments) const override;
};

} // namespace pilothouse

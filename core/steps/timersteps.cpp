// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/timersteps.h"

#include "core/process/commandline.h"

namespace pilothouse {

namespace {

QString unitOf(const QJsonObject &arguments)
{
    return arguments.value(QStringLiteral("unit")).toString() + QStringLiteral(".timer");
}

bool isOn(const QJsonObject &arguments)
{
    return arguments.value(QStringLiteral("isOn")).toBool();
}

QString switchCommand(const QJsonObject &arguments, bool isUser, bool on)
{
    return QStringLiteral("systemctl %1%2 --now %3")
        .arg(isUser ? QStringLiteral("--user ") : QString(),
             on ? QStringLiteral("enable") : QStringLiteral("disable"), shellQuoted(unitOf(arguments)));
}

} // namespace

StepText TimerInstallStep::describe(const QJsonObject &arguments) const
{
    return {tr("Switch on the timer %1").arg(unitOf(arguments)), switchCommand(arguments, true, true)};
}

TimerState TimerInstallStep::wanted(const QJsonObject &arguments, const TimerState &) const
{
    return {arguments.value(QStringLiteral("service")).toString().toUtf8(),
            arguments.value(QStringLiteral("timer")).toString().toUtf8(), true, true};
}

QString TimerInstallStep::putBackShell(const QJsonObject &arguments, const QJsonObject &before) const
{
    return timerStateFromJson(before).isEnabled ? QString() : switchCommand(arguments, true, false);
}

StepText TimerRemoveStep::describe(const QJsonObject &arguments) const
{
    return {tr("Remove the timer %1").arg(unitOf(arguments)), switchCommand(arguments, true, false)};
}

TimerState TimerRemoveStep::wanted(const QJsonObject &, const TimerState &) const
{
    return {};
}

StepText TimerSwitchStep::describe(const QJsonObject &arguments) const
{
    return {isOn(arguments) ? tr("Switch on the timer %1").arg(unitOf(arguments))
                            : tr("Switch off the timer %1").arg(unitOf(arguments)),
            switchCommand(arguments, isUserUnit(arguments), isOn(arguments))};
}

TimerState TimerSwitchStep::wanted(const QJsonObject &arguments, const TimerState &before) const
{
    TimerState state = before;
    state.isEnabled = isOn(arguments);
    state.isActive = isOn(arguments);
    return state;
}

bool TimerSwitchStep::isUserUnit(const QJsonObject &arguments) const
{
    return arguments.value(QStringLiteral("isUser")).toBool();
}

QString TimerSwitchStep::putBackShell(const QJsonObject &arguments, const QJsonObject &before) const
{
    return switchCommand(arguments, isUserUnit(arguments), timerStateFromJson(before).isEnabled);
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/timerword.h"

namespace pilothouse {

bool TimerWord::isUserUnit(const QJsonObject &) const
{
    return true;
}

TimerUnits TimerWord::units(const QJsonObject &arguments) const
{
    return TimerUnits(m_files, arguments.value(QStringLiteral("unit")).toString(), isUserUnit(arguments));
}

Result<QJsonObject> TimerWord::prepare(const StepScope &scope) const
{
    if (scope.arguments.value(QStringLiteral("unit")).toString().isEmpty())
        return failure(ErrorKind::BadInput, tr("\"unit\" must name a timer."));
    return units(scope.arguments).read(scope.context).map([](const TimerState &state) {
        return toJson(state);
    });
}

Result<QJsonObject> TimerWord::effect(const StepScope &scope, const QJsonObject &before) const
{
    return units(scope.arguments)
        .apply(wanted(scope.arguments, timerStateFromJson(before)), scope.context)
        .map([] { return QJsonObject(); });
}

Result<Observed> TimerWord::observe(const StepScope &scope, const QJsonObject &before) const
{
    const auto now = units(scope.arguments).read(scope.context);
    if (!now)
        return tl::unexpected(now.error());
    const TimerState was = timerStateFromJson(before);
    const TimerState shall = wanted(scope.arguments, was);
    if (*now == shall)
        return Observed::Done;
    if (*now == was)
        return Observed::NotDone;
    const bool isBetween = (now->service == was.service || now->service == shall.service)
                           && (now->timer == was.timer || now->timer == shall.timer);
    return isBetween ? Observed::Partly : Observed::Unknown;
}

Result<> TimerWord::compensate(const StepScope &scope, const QJsonObject &before) const
{
    return units(scope.arguments).apply(timerStateFromJson(before), scope.context);
}

} // namespace pilothouse

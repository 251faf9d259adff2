// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/drillunmarkstep.h"

namespace pilothouse {

StepText DrillUnmarkStep::describe(const QJsonObject &arguments) const
{
    const QString url =
        arguments.value(QLatin1String("remove")).toObject().value(QLatin1String("url")).toString();
    return {tr("Take the marker out again"),
            QStringLiteral("curl --fail --request POST --oauth2-bearer \"$API_KEY\" --json @unmark.json %1")
                .arg(url)};
}

Result<QJsonObject> DrillUnmarkStep::prepare(const StepScope &) const
{
    return QJsonObject();
}

Result<QJsonObject> DrillUnmarkStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const auto marked = isMarked(scope);
    if (!marked)
        return tl::unexpected(marked.error());
    const auto removed =
        *marked ? call(scope, scope.arguments.value(QLatin1String("remove")).toObject()) : Result<>();
    return removed.map([] { return QJsonObject(); });
}

Result<Observed> DrillUnmarkStep::observe(const StepScope &scope, const QJsonObject &) const
{
    return isMarked(scope).map([](bool marked) { return marked ? Observed::NotDone : Observed::Done; });
}

/// Nobody misses it.
Result<> DrillUnmarkStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

} // namespace pilothouse

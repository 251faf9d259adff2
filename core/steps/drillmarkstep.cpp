// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/drillmarkstep.h"

#include "core/base/units.h"

namespace pilothouse {

StepText DrillMarkStep::describe(const QJsonObject &arguments) const
{
    const QString url =
        arguments.value(QLatin1String("write")).toObject().value(QLatin1String("url")).toString();
    return {tr("Leave a marker through the service"),
            QStringLiteral("curl --fail --request POST --oauth2-bearer \"$API_KEY\" --json @marker.json %1")
                .arg(url)};
}

Result<QJsonObject> DrillMarkStep::prepare(const StepScope &scope) const
{
    return key(scope).map([](const Secret &) { return QJsonObject(); });
}

Result<QJsonObject> DrillMarkStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const QDateTime at = clock().now();
    auto marked = isMarked(scope);
    if (marked && !*marked) {
        if (Result<> written = call(scope, scope.arguments.value(QLatin1String("write")).toObject());
            !written)
            return tl::unexpected(written.error());
        marked = isMarked(scope);
    }
    if (!marked)
        return tl::unexpected(marked.error());
    if (!*marked)
        return failure(Error{ErrorKind::BadData,
                             text(scope.arguments, "database"),
                             tr("The service has taken the marker, and the database does not have it."),
                             tr("Look whether the service works on this database."),
                             {}});
    return QJsonObject{{QStringLiteral("marker"), text(scope.arguments, "marker")},
                       {QStringLiteral("at"), toIso(at)}};
}

Result<Observed> DrillMarkStep::observe(const StepScope &scope, const QJsonObject &) const
{
    return isMarked(scope).map([](bool marked) { return marked ? Observed::Done : Observed::NotDone; });
}

Result<> DrillMarkStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    const QJsonObject remove = scope.arguments.value(QLatin1String("remove")).toObject();
    const auto marked = isMarked(scope);
    if (!marked)
        return tl::unexpected(marked.error());
    return *marked && !remove.isEmpty() ? call(scope, remove) : Result<>();
}

} // namespace pilothouse

// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/drillchoosestep.h"

#include "core/base/units.h"

namespace pilothouse {

StepText DrillChooseStep::describe(const QJsonObject &) const
{
    return {tr("Choose what to look for in the copy: the newest row"), {}};
}

Result<QJsonObject> DrillChooseStep::prepare(const StepScope &) const
{
    return QJsonObject();
}

Result<QJsonObject> DrillChooseStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const QDateTime at = clock().now();
    return ask(scope, text(scope.arguments, "newest"), {}).map([&at](const QVariant &found) {
        return QJsonObject{{QStringLiteral("marker"), found.toString()}, {QStringLiteral("at"), toIso(at)}};
    });
}

/// It leaves no trace: after a crash it is done again.
Result<Observed> DrillChooseStep::observe(const StepScope &, const QJsonObject &) const
{
    return Observed::NotDone;
}

Result<> DrillChooseStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

} // namespace pilothouse
